"""The desktop is looked at seldom, and the user's answer is heard wherever it comes from."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.focus import FakeFocus
from tests.fakes.keys import FakeKeys
from tests.fakes.typist import FakeTypist
from v2m_desktop.app.desktop_watch import LOOK_SECONDS, DesktopWatch
from v2m_desktop.app.intents import Intents
from v2m_desktop.core.errors import DeliveryError, HotkeyError, KeysNotAllowedError, V2mError
from v2m_desktop.core.targets import Way
from v2m_desktop.pipeline.desktop import Desktop

DENIED = KeysNotAllowedError("The user said no.")


class PortalKeys(FakeKeys):
    """A desktop that asks; `answer` is what the user says, on another thread."""

    def __init__(self) -> None:
        super().__init__()
        self.none = KeysNotAllowedError("Not allowed yet.")
        self.looks = 0
        self._asked: list[Callable[[DeliveryError | None], None]] = []

    def ways(self) -> tuple[Way, ...]:
        self.looks += 1
        return super().ways()

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:
        self._asked.append(answer)
        self.none = DeliveryError("The desktop is asking.")
        return True

    def answer(self, refusal: DeliveryError | None) -> None:
        self.none = refusal
        for answer in self._asked:
            thread = threading.Thread(target=answer, args=(refusal,))
            thread.start()
            thread.join()


class Hotkeys:
    """As much of the bridge as is told."""

    way = "X11"
    missing: HotkeyError | None = None
    paused = False


class Surface:
    def __init__(self) -> None:
        self.told: list[str] = []

    def notify(self, sentence: str) -> None:
        self.told.append(sentence)

    def tell(self, error: V2mError) -> None:
        self.told.append(error.message)


class Desk(QObject):
    """As much of a runtime as asking for keys needs."""

    def __init__(self, keys: FakeKeys) -> None:
        super().__init__()
        self.controller = None
        self.hotkeys = Hotkeys()
        self.notices = self.surface = Surface()
        desktop = Desktop(FakeClipboard(), None, keys, FakeFocus(), FakeTypist())
        self.desktop_watch = DesktopWatch(desktop, self.hotkeys, self)  # type: ignore[arg-type]
        self.intents = Intents(self)  # type: ignore[arg-type]
        self.now = 100.0
        self.desktop_watch.clock = self.clock

    def clock(self) -> float:
        return self.now


@pytest.fixture
def keys() -> PortalKeys:
    return PortalKeys()


@pytest.fixture
def desk(qtbot: QtBot, keys: PortalKeys) -> Iterator[Desk]:
    made = Desk(keys)
    yield made
    shiboken6.delete(made)


def test_nobody_looks_before_somebody_wants_to_know_and_then_seldom(desk: Desk, keys: PortalKeys) -> None:
    watch = desk.desktop_watch
    assert (watch.lines, watch.can_allow_keys, keys.looks) == ((), False, 0)
    for _ in range(3):
        watch.look()
        watch.figures()
        assert watch.lines
        assert watch.can_allow_keys
    assert keys.looks == 1
    desk.now += LOOK_SECONDS
    watch.look()
    assert keys.looks == 2


def test_what_a_slow_desktop_answers_a_moment_later_is_told_as_well(
    qtbot: QtBot, desk: Desk, keys: PortalKeys
) -> None:
    watch = desk.desktop_watch
    watch.look()
    can_allow = [watch.can_allow_keys]
    keys.none = DeliveryError("There is no portal.")
    with qtbot.waitSignal(watch.changed):
        pass
    can_allow.append(watch.can_allow_keys)
    assert can_allow == [True, False]
    assert keys.looks == 2


def test_hotkeys_are_told_as_they_are_now(desk: Desk) -> None:
    desk.desktop_watch.look()
    assert desk.desktop_watch.lines[0].ok
    desk.hotkeys.missing = HotkeyError("They are gone.")
    assert desk.desktop_watch.lines[0].sentence == "They are gone."


def test_question_and_answer_show_at_once(qtbot: QtBot, desk: Desk, keys: PortalKeys) -> None:
    watch, heard = desk.desktop_watch, []
    watch.look()

    def note(error: DeliveryError | None) -> None:
        heard.append((error, QThread.currentThread() is desk.thread()))

    assert watch.ask(note)
    assert watch.lines[-1].sentence == "The desktop is asking."
    assert not watch.can_allow_keys
    with qtbot.waitSignal(watch.changed):
        keys.answer(None)
        assert heard == []  # said on another thread
    assert heard == [(None, True)]
    assert watch.lines[-1].ok


def test_a_refusal_can_be_asked_about_again(qtbot: QtBot, desk: Desk, keys: PortalKeys) -> None:
    watch = desk.desktop_watch
    watch.ask()
    with qtbot.waitSignal(watch.changed):
        keys.answer(DENIED)
    assert watch.lines[-1].sentence == DENIED.message
    assert watch.can_allow_keys


@pytest.mark.parametrize(
    ("answer", "sentence"), [(None, "The desktop lets the app press keys."), (DENIED, DENIED.message)]
)
def test_the_command_is_answered_by_a_notice(
    qtbot: QtBot, desk: Desk, keys: PortalKeys, answer: DeliveryError | None, sentence: str
) -> None:
    desk.intents.on_command("allow-keys")
    assert desk.surface.told == []
    keys.answer(answer)
    qtbot.waitUntil(lambda: bool(desk.surface.told))
    assert desk.surface.told == [sentence]


def test_where_nobody_is_asked_the_command_says_so(qtbot: QtBot) -> None:
    desk = Desk(FakeKeys())
    desk.intents.on_command("allow-keys")
    (sentence,) = desk.surface.told
    assert sentence.startswith("There is nothing to allow")
    shiboken6.delete(desk)


def test_an_answer_after_the_end_hurts_nobody(qtbot: QtBot, keys: PortalKeys) -> None:
    desk = Desk(keys)
    assert desk.desktop_watch.ask(lambda _: pytest.fail("nobody is there"))
    shiboken6.delete(desk)
    keys.answer(None)
    qtbot.wait(10)
