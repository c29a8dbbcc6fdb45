"""Fixtures for choices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.unit.app.choices_desk import Desk, Wait


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.paths.settings_file.parent.mkdir(parents=True, exist_ok=True)
    made.choices.apply()
    made.choices.watch.start()
    yield made
    made.errands.close()
    # Now and here: the garbage collector could run on the thread of an errand, where no QObject may end.
    for each in (made.controller, made.surface, made):
        shiboken6.delete(each)


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=5000)
