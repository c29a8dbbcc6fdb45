"""The clipboard contract on X11, with real other programs, and what the X11 protocol asks of an owner."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import ClipboardContract, Rig
from tests.desktop import keyboard
from tests.desktop.other_program import ROOT, OtherProgram
from tests.desktop.target_window import TargetWindow
from tests.desktop.x11_requestor import Requestor
from tests.patience import PATIENCE_S
from v2m_desktop.core.targets import Chord, ClipboardSnapshot
from v2m_desktop.os_integration import x11_selection_reader
from v2m_desktop.os_integration.clipboard_choice import choose_clipboards
from v2m_desktop.os_integration.x11_clipboard import X11Clipboard
from v2m_desktop.os_integration.x11_focus import X11Focus
from v2m_desktop.os_integration.x11_keys import X11KeyInjector

HINT = "x-kde-passwordManagerHint"
LONG = "palabra ñ 👩\u200d💻 " * 150_000
"""Several megabytes: more than one request to the X server holds."""

EMPTY = ClipboardSnapshot({})


def gtk(selection: str, verb: str) -> list[str]:
    return ["/usr/bin/python3", str(ROOT / "tests/desktop/gtk_clipboard.py"), selection, verb]


def kind_in(selection: str, name: str) -> tuple[str, int] | None:
    with Requestor(selection) as requestor:
        answer = requestor.read(name)
    return None if answer is None else (answer.kind, answer.width)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what is found: how long it may take is another matter, and this machine may be busy."""
    monkeypatch.setattr(x11_selection_reader, "PATIENCE_SECONDS", PATIENCE_S)
    monkeypatch.setattr(x11_selection_reader, "TOTAL_SECONDS", PATIENCE_S)


@pytest.fixture
def clipboard() -> Iterator[X11Clipboard]:
    clipboard = X11Clipboard("CLIPBOARD")
    clipboard.publish("", private=False)
    clipboard.restore(EMPTY)
    yield clipboard
    clipboard.restore(EMPTY)
    clipboard.close()
    assert clipboard.keeper is None


def look(clipboard: X11Clipboard, bot: QtBot) -> ClipboardSnapshot:
    clipboard.look()
    bot.waitUntil(lambda: clipboard.seen() is not None)
    found = clipboard.seen()
    assert found is not None
    return found


def test_x11_has_two_of_our_own(qtbot: QtBot) -> None:
    main, primary = choose_clipboards({}, "linux")
    assert isinstance(main, X11Clipboard)
    assert isinstance(primary, X11Clipboard)


@pytest.mark.usefixtures("patient")
class TestX11Clipboard(ClipboardContract):
    @pytest.fixture(params=["CLIPBOARD", "PRIMARY"])
    def rig(self, request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Rig]:
        clipboard = X11Clipboard(request.param)
        clipboard.publish("", private=False)
        clipboard.restore(EMPTY)
        with OtherProgram(qtbot, request.param.lower()) as other:
            yield Rig(
                clipboard, other.copy, qtbot.waitUntil, other.read, HINT,
                reader=lambda: other.reader, kind=lambda name: kind_in(request.param, name),
            )  # fmt: skip
        clipboard.restore(EMPTY)
        clipboard.close()

    def test_a_long_copy_goes_both_ways_whole(self, rig: Rig) -> None:
        content = {"text/plain": LONG.encode(), "application/x-something": bytes(range(256)) * 4000}
        rig.copy(content)
        snapshot = rig.look()
        assert snapshot.complete
        assert {name: snapshot.formats[name] for name in content} == content
        rig.clipboard.publish(LONG, private=True)
        assert rig.read("UTF8_STRING") == LONG.encode()
        assert len(rig.clipboard.reads()) == 1
        rig.clipboard.restore(snapshot)
        assert {name: rig.read(name) for name in content} == content


# Other owners


def owning(arguments: list[str]) -> subprocess.Popen[str]:
    owner = subprocess.Popen(arguments, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert owner.stdout is not None
    assert owner.stdout.readline() == "ready\n"
    return owner


def end(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    process.wait(60)
    process.stdout.close()


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("verb", ["text", "image"])
def test_all_that_gtk_offers_comes_back(clipboard: X11Clipboard, qtbot: QtBot, verb: str) -> None:
    owner = owning(gtk("CLIPBOARD", verb))
    snapshot = look(clipboard, qtbot)
    assert snapshot.complete
    assert ("image/png" if verb == "image" else "UTF8_STRING") in snapshot.formats
    with Requestor("CLIPBOARD") as requestor:
        before = {name: requestor.read(name) for name in snapshot.formats}
        clipboard.publish("words", private=True)
        clipboard.restore(snapshot)
        end(owner)
        assert {name: requestor.read(name) for name in snapshot.formats} == before
        assert {name: answer.data for name, answer in before.items() if answer} == snapshot.formats


def test_an_owner_that_gives_nothing_is_no_empty_clipboard(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b""})
        assert not look(clipboard, qtbot).complete


def pauses_while(what: Callable[[], object]) -> list[float]:
    """How long the GUI stood still each time between two ticks of 10 ms, in seconds."""
    ticks = [time.monotonic()]
    clock = QTimer(interval=10)
    clock.timeout.connect(lambda: ticks.append(time.monotonic()))
    clock.start()
    what()
    ticks.append(time.monotonic())
    clock.stop()
    return [after - before for before, after in pairwise(ticks)]


def look_smoothly(clipboard: X11Clipboard, bot: QtBot) -> ClipboardSnapshot:
    """What is found, while the GUI goes on. A busy machine may stand still whatever we do."""
    found: list[ClipboardSnapshot] = []
    pauses = pauses_while(lambda: found.append(look(clipboard, bot)))
    assert max(pauses) < 1.0  # waiting for that program would take longer
    stalls = sum(pause > 0.1 for pause in pauses)
    if stalls > 2:
        idle = pauses_while(lambda: bot.wait(1000))
        assert stalls <= 2 + 2 * sum(pause > 0.1 for pause in idle)
    return found[0]


def test_an_owner_that_hangs_is_given_up_and_its_late_answer_ignored(
    clipboard: X11Clipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b"old"})
        other.stop()
        assert look_smoothly(clipboard, qtbot) == ClipboardSnapshot({}, complete=False)
    monkeypatch.setattr(x11_selection_reader, "PATIENCE_SECONDS", PATIENCE_S)
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b"new"})
        assert look(clipboard, qtbot).formats["text/plain"] == b"new"


def test_far_too_much_is_left_alone(clipboard: X11Clipboard, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "long"
    file.write_bytes(b"0123456789\n" * (100 * 1024 * 1024 // 11))
    with file.open("rb") as content:
        owner = subprocess.Popen(
            ["xclip", "-i", "-quiet", "-selection", "clipboard"], stdin=content, stderr=-3
        )
    try:
        with Requestor("CLIPBOARD") as watch:
            qtbot.waitUntil(lambda: bool(watch.display.get_selection_owner(watch.selection)))
        found = look_smoothly(clipboard, qtbot)
        assert not found.complete
        clipboard.publish("words", private=True)
        assert clipboard.owned()
    finally:
        owner.terminate()
        owner.wait(60)


# Other readers


@pytest.mark.parametrize("selection", ["CLIPBOARD", "PRIMARY"])
def test_gtk_gets_a_long_text_whole_and_is_named(qtbot: QtBot, selection: str) -> None:
    clipboard = X11Clipboard(selection)
    clipboard.publish(LONG, private=True)
    reader = subprocess.Popen(gtk(selection, "read"), text=True, stdout=subprocess.PIPE)
    assert json.loads(reader.communicate(timeout=60)[0]) == LONG
    [read] = clipboard.reads()
    assert read.reader is not None
    assert read.reader.process == reader.pid
    assert read.reader.program == "python3"
    clipboard.restore(EMPTY)
    clipboard.close()


def assert_the_focused_window_reads(bot: QtBot, selection: str, chord: Chord, name: str) -> None:
    """Wait for the window called `name`, let it paste, and compare who read with whose window it is."""
    clipboard, focus, keys = X11Clipboard(selection), X11Focus(), X11KeyInjector()
    try:
        bot.waitUntil(lambda: (front := focus.focused()) is not None and front.application == name)
        window = focus.focused()
        assert window is not None
        assert window.client is not None
        clipboard.publish("words", private=True)
        keys.send(chord)
        bot.waitUntil(lambda: len(clipboard.reads()) > 0)
        reader = clipboard.reads()[-1].reader
        assert reader is not None
        assert reader.is_surely(window.client)
        assert reader == window.client
    finally:
        clipboard.restore(EMPTY)
        for part in (clipboard, focus, keys):
            part.close()


def test_the_reader_is_surely_the_window_that_has_the_focus(qtbot: QtBot) -> None:
    with TargetWindow():
        assert_the_focused_window_reads(qtbot, "CLIPBOARD", Chord.CTRL_V, "target.py")


def test_a_terminal_that_pastes_the_selection_is_known_too(qtbot: QtBot) -> None:
    terminal = subprocess.Popen(["xterm", "-e", "cat"])
    try:
        assert_the_focused_window_reads(qtbot, "PRIMARY", Chord.SHIFT_INSERT, "XTerm")
    finally:
        terminal.terminate()
        terminal.wait(60)


class _Filter(QObject):
    """Sees every event of a widget, in Python."""

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:  # noqa: N802 - Qt's
        return False


def test_a_window_of_our_own_gets_it_without_waiting_for_itself(
    clipboard: X11Clipboard, qtbot: QtBot
) -> None:
    editor, spy, focus = QPlainTextEdit(), _Filter(), X11Focus()
    qtbot.addWidget(editor)
    editor.installEventFilter(spy)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(lambda: (front := focus.focused()) is not None and front.ours)
    clipboard.publish("palabras ñ", private=True)
    began = time.monotonic()
    keyboard.tap("ctrl+v")
    qtbot.waitUntil(lambda: editor.toPlainText() == "palabras ñ")
    assert time.monotonic() - began < 4.0  # Qt gives up after five seconds
    focus.close()
