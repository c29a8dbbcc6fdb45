"""A worker for tests, ended after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.recognition.worker_bench import SECONDS, Bench


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.recognizer.gate.set()
    assert made.worker.stop(SECONDS)
