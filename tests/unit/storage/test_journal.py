"""A damaged journal costs details, never the recording."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from v2m_desktop.storage.journal import JOURNAL, Journal, TakeState, read_journal, start_of, write_journal

FULL = Journal(
    TakeState.FAILED,
    attempts=2,
    started="2026-01-02T03:04:05.678+00:00",
    reason="why",
    details={"model": "demo"},
)


def test_a_journal_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_journal(tmp_path, FULL)
    assert read_journal(tmp_path) == FULL
    assert start_of(FULL) == datetime(2026, 1, 2, 3, 4, 5, 678_000, UTC)
    assert (tmp_path / JOURNAL).stat().st_mode & 0o777 == 0o600


def test_every_truncation_is_readable(tmp_path: Path) -> None:
    write_journal(tmp_path, FULL)
    content = (tmp_path / JOURNAL).read_bytes()
    for length in range(len(content) - 1):
        (tmp_path / JOURNAL).write_bytes(content[:length])
        assert read_journal(tmp_path) == Journal()


@pytest.mark.parametrize(
    "content",
    ["[]", "null", "1", '{"state": 3}', '{"state": "future"}', '{"attempts": "two"}', '{"attempts": -1}',
     '{"started": 5}', '{"details": []}', '{"attempts": true}', "\x00" * 100],
)  # fmt: skip
def test_odd_content_is_left_at_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / JOURNAL).write_text(content)
    assert read_journal(tmp_path) == Journal()


@pytest.mark.parametrize("started", ["", "yesterday", "9999-99-99"])
def test_an_unknown_start_is_none(started: str) -> None:
    assert start_of(Journal(started=started)) is None


def test_an_unknown_state_of_a_newer_version_throws_nothing_away(tmp_path: Path) -> None:
    (tmp_path / JOURNAL).write_text(json.dumps({"state": "polished", "attempts": 1}))
    assert read_journal(tmp_path) == Journal(TakeState.RECORDING, attempts=1)
    assert not read_journal(tmp_path).state.settled
