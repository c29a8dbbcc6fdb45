"""Answers of other threads come to the GUI thread, or to nobody; never in the midst of the end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from v2m_desktop.app.errands import Errands
from v2m_desktop.core.errors import SettingsError, V2mError


def test_the_answer_comes_in_the_thread_that_asked(qtbot: QtBot) -> None:
    errands = Errands()
    heard: list[tuple[object, int]] = []
    errands.run("sum", lambda: 1 + 1, lambda answer: heard.append((answer, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard == [(2, threading.get_ident())]


def test_an_error_is_an_answer(qtbot: QtBot) -> None:
    errands = Errands()
    heard: list[V2mError | None] = []

    def fail() -> None:
        raise SettingsError("It could not be read.")

    errands.run("fail", fail, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert isinstance(heard[0], SettingsError)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_expected_is_an_answer_too(qtbot: QtBot) -> None:
    errands = Errands()
    heard: list[V2mError | float] = []
    errands.run("break", lambda: 1 / 0, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], V2mError)


def test_after_the_end_nothing_is_handed_over(qtbot: QtBot) -> None:
    errands, other = Errands(), Errands()
    heard: list[str] = []
    done = threading.Event()
    errands.run("closed", done.set, lambda _answer: heard.append("closed"))
    assert done.wait(20)
    errands.close()
    other.run("open", lambda: None, lambda _answer: heard.append("open"))
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard == ["open"]


@pytest.mark.usefixtures("qtbot")
def test_an_answer_may_come_while_everything_ends() -> None:
    for _ in range(400):
        owner, go = QObject(), threading.Event()
        errands = [Errands(owner) for _ in range(4)]
        before = set(threading.enumerate())
        for each in errands:
            each.run("late", lambda: go.wait(20), lambda _answer: None)  # noqa: B023 - used in this round only
        threads = set(threading.enumerate()) - before
        owner.deleteLater()
        go.set()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for thread in threads:
            thread.join(20)
            assert not thread.is_alive()
