"""What the X11 protocol asks of an owner of a selection, and of those who read one (ICCCM 2)."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from Xlib import X

from tests.contracts.clipboard import PNG
from tests.desktop.x11_owner import Owner
from tests.desktop.x11_requestor import Answer, Requestor
from tests.patience import PATIENCE_S
from v2m_desktop.core.targets import ClipboardSnapshot
from v2m_desktop.os_integration import x11_selection_reader, x11_transfers
from v2m_desktop.os_integration.x11_clipboard import X11Clipboard
from v2m_desktop.os_integration.x11_content import text_content
from v2m_desktop.os_integration.x11_selection import Selection

HINT = "x-kde-passwordManagerHint"
LONG = "palabra ñ 👩\u200d💻 " * 150_000
EMPTY = ClipboardSnapshot({})


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what is found: how long it may take is another matter, and this machine may be busy."""
    monkeypatch.setattr(x11_selection_reader, "PATIENCE_SECONDS", PATIENCE_S)
    monkeypatch.setattr(x11_selection_reader, "TOTAL_SECONDS", PATIENCE_S)


@pytest.fixture
def clipboard() -> Iterator[X11Clipboard]:
    clipboard = X11Clipboard("CLIPBOARD")
    yield clipboard
    clipboard.restore(EMPTY)
    clipboard.close()
    assert clipboard.keeper is None


def test_what_is_offered_is_what_is_given(clipboard: X11Clipboard) -> None:
    with Requestor("CLIPBOARD") as requestor:
        for text, extra in (
            ("plain", {"STRING", "COMPOUND_TEXT"}),
            ("ñ\n\t", {"STRING", "COMPOUND_TEXT"}),
            ("€", set()),
        ):
            clipboard.publish(text, private=False)
            answer = requestor.read("TARGETS")
            assert answer is not None
            assert answer.kind == "ATOM"
            offered = {requestor.name(atom) for atom in answer.numbers}
            assert offered == extra | {
                "TARGETS", "MULTIPLE", "TIMESTAMP",
                "UTF8_STRING", "TEXT", "text/plain", "text/plain;charset=utf-8",
            }  # fmt: skip
            assert clipboard.reads() == ()
            for name, encoding in (("STRING", "latin-1"), ("UTF8_STRING", "utf-8"), ("text/plain", "utf-8")):
                if name in offered:
                    answer = requestor.read(name)
                    assert answer is not None
                    assert (answer.data, answer.kind) == (text.encode(encoding), name)
            assert requestor.read("image/png") is None


def test_the_time_of_taking_it_is_told(clipboard: X11Clipboard) -> None:
    with Requestor("CLIPBOARD") as requestor:
        times = []
        for text in ("one", "two"):
            clipboard.publish(text, private=True)
            answer = requestor.read("TIMESTAMP")
            assert answer is not None
            assert answer.kind == "INTEGER"
            times += answer.numbers
        assert 0 < times[0] <= times[1]
        assert clipboard.reads() == ()


def test_several_targets_are_answered_at_once_and_what_fails_is_marked(clipboard: X11Clipboard) -> None:
    clipboard.publish("words €", private=True)
    with Requestor("CLIPBOARD") as requestor:
        asked = [
            ("UTF8_STRING", "_A"),
            ("STRING", "_B"),
            ("TIMESTAMP", "_C"),
            (HINT, "_D"),
            ("MULTIPLE", "_E"),
        ]
        assert requestor.ask_many(asked) == ["UTF8_STRING", "", "TIMESTAMP", HINT, ""]
        texts = [requestor.take(requestor.atom(name)) for name in ("_A", "_B", "_D")]
        assert [text and text.data for text in texts] == ["words €".encode(), None, b"secret"]
    assert len(clipboard.reads()) == 1


def test_an_obsolete_program_names_no_property(clipboard: X11Clipboard) -> None:
    clipboard.publish("words", private=True)
    with Requestor("CLIPBOARD") as requestor:
        place = requestor.ask("UTF8_STRING", place=None)
        assert place == requestor.atom("UTF8_STRING")
        answer = requestor.take(place)
        assert answer is not None
        assert answer.data == b"words"


@pytest.fixture
def selection() -> Iterator[Selection]:
    """Without a thread: the test decides when it works."""
    selection = Selection("CLIPBOARD")
    selection.own(text_content(LONG, private=True))
    yield selection
    selection.give_up()
    selection.close()


def turn_until(selection: Selection, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        selection.turn()
        assert time.monotonic() < deadline


def test_a_program_that_never_fetches_the_next_piece_is_dropped(
    selection: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Requestor("CLIPBOARD") as requestor:
        requestor.on_wait = selection.turn
        place = requestor.ask("UTF8_STRING")
        assert selection.sending
        selection.turn()
        assert selection.sending
        monkeypatch.setattr(x11_transfers, "STALLED_SECONDS", 0.0)
        turn_until(selection, lambda: not selection.sending)
        monkeypatch.undo()
        assert requestor.take(place) is not None  # the announcement
        answer = requestor.read("UTF8_STRING")  # a new question is a new beginning
        assert answer is not None
        assert answer.data == LONG.encode()


def test_a_program_that_ends_while_it_fetches_is_forgotten(selection: Selection) -> None:
    with Requestor("CLIPBOARD") as requestor:
        requestor.on_wait = selection.turn
        requestor.ask("UTF8_STRING")
        assert selection.sending
    turn_until(selection, lambda: not selection.sending)
    assert selection.held


def test_a_program_that_ended_before_it_is_answered_does_no_harm(selection: Selection) -> None:
    with Requestor("CLIPBOARD") as another:  # connected before: the server gives numbers of windows anew
        with Requestor("CLIPBOARD") as ended:
            for target in ("UTF8_STRING", "TARGETS", "MULTIPLE"):
                place = ended.atom("_X")
                ended.window.convert_selection(ended.selection, ended.atom(target), place, X.CurrentTime)
            ended.display.sync()
        another.on_wait = selection.turn
        answer = another.read(HINT)
        assert answer is not None
        assert answer.data == b"secret"
    turn_until(selection, lambda: not selection.sending)


def test_a_display_that_is_gone_is_no_error(qtbot: QtBot) -> None:
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"], stdout=-1, stderr=-3, text=True
    )
    assert server.stdout is not None
    clipboard = X11Clipboard("CLIPBOARD", f":{server.stdout.readline().strip()}")
    news: list[bool] = []
    clipboard.news = lambda: news.append(clipboard.owned())
    clipboard.publish("words", private=True)
    assert clipboard.owned()
    server.terminate()
    server.wait(60)
    server.stdout.close()
    qtbot.waitUntil(lambda: news == [False])
    assert not clipboard.owned()
    clipboard.publish("words", private=True)
    assert not clipboard.owned()
    assert clipboard.reads() == ()
    clipboard.look()
    assert clipboard.seen() == ClipboardSnapshot({}, complete=False)
    clipboard.restore(ClipboardSnapshot({"text/plain": b"old"}))
    clipboard.close()


# Reading


def found(clipboard: X11Clipboard, bot: QtBot, owner: Owner) -> ClipboardSnapshot:
    clipboard.look()

    def seen() -> bool:
        owner.serve()
        return clipboard.seen() is not None

    bot.waitUntil(seen)
    snapshot = clipboard.seen()
    assert snapshot is not None
    return snapshot


def plain(data: bytes, kind: str = "UTF8_STRING") -> Answer:
    return Answer(data, kind, 8)


TEXT = {"UTF8_STRING": plain(b"old")}
IMAGE = {"image/png": plain(PNG, "image/png")}
BITMAP = {"image/bmp": plain(b"BM", "image/bmp")}


@pytest.mark.usefixtures("patient")
def test_requests_that_do_something_are_never_made(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    with Owner("CLIPBOARD", TEXT) as owner:
        owner.offered = ["TARGETS", "DELETE", "INSERT_SELECTION", "SAVE_TARGETS", "PIXMAP", "UTF8_STRING"]
        assert found(clipboard, qtbot, owner).complete
        assert owner.asked == ["TARGETS", "UTF8_STRING"]


@pytest.mark.usefixtures("patient")
def test_text_comes_first_and_encodings_to_spare_last(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    names = ["image/bmp", "x-other", "image/png", "x-special/gnome-copied-files", "text/html", "STRING"]
    with Owner("CLIPBOARD", {name: plain(name.encode()) for name in names}) as owner:
        assert found(clipboard, qtbot, owner).complete
    wanted = ["STRING", "text/html", "x-special/gnome-copied-files", "image/png", "x-other", "image/bmp"]
    assert owner.asked == ["TARGETS", *wanted]


def test_a_slow_encoding_of_an_image_that_is_kept_is_to_spare(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    with Owner("CLIPBOARD", IMAGE | BITMAP, deaf=["image/bmp"]) as owner:
        snapshot = found(clipboard, qtbot, owner)
    assert snapshot.complete
    assert snapshot.formats == {"image/png": PNG}


def test_any_other_format_that_does_not_come_is_missed(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    with Owner("CLIPBOARD", TEXT | BITMAP, deaf=["image/bmp"]) as owner:
        assert not found(clipboard, qtbot, owner).complete
    with Owner("CLIPBOARD", TEXT | IMAGE, deaf=["UTF8_STRING"]) as owner:
        assert not found(clipboard, qtbot, owner).complete


@pytest.mark.usefixtures("patient")
def test_a_format_that_is_offered_and_refused_is_no_loss(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    with Owner("CLIPBOARD", TEXT) as owner:
        owner.offered = ["UTF8_STRING", "x-nothing"]
        snapshot = found(clipboard, qtbot, owner)
    assert snapshot.complete
    assert snapshot.formats == {"UTF8_STRING": b"old"}


@pytest.mark.usefixtures("patient")
def test_a_program_that_does_not_tell_what_it_has_is_asked_for_text(
    clipboard: X11Clipboard, qtbot: QtBot
) -> None:
    with Owner("CLIPBOARD", {"STRING": plain(b"old", "STRING")}) as owner:
        owner.offered = []
        assert found(clipboard, qtbot, owner).formats == {"STRING": b"old"}


@pytest.mark.usefixtures("patient")
def test_wide_items_and_their_type_come_back(clipboard: X11Clipboard, qtbot: QtBot) -> None:
    numbers = Answer(bytes(range(64)), "INTEGER", 32)
    with Owner("CLIPBOARD", {"x-numbers": numbers}) as owner:
        snapshot = found(clipboard, qtbot, owner)
    clipboard.restore(snapshot)
    with Requestor("CLIPBOARD") as requestor:
        assert requestor.read("x-numbers") == numbers


@pytest.mark.usefixtures("patient")
def test_a_long_answer_in_one_piece_comes_whole_unless_it_is_too_much(
    clipboard: X11Clipboard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Owner("CLIPBOARD", {"UTF8_STRING": plain(LONG.encode())}) as owner:
        assert found(clipboard, qtbot, owner).formats == {"UTF8_STRING": LONG.encode()}
        monkeypatch.setattr(x11_selection_reader, "LARGEST", 1_500_000)
        assert not found(clipboard, qtbot, owner).complete


@pytest.mark.usefixtures("patient")
def test_an_owner_that_left_with_its_content_is_an_empty_clipboard(
    clipboard: X11Clipboard, qtbot: QtBot
) -> None:
    with Owner("CLIPBOARD", TEXT) as owner:
        assert found(clipboard, qtbot, owner).complete
    qtbot.waitUntil(lambda: not _owned("CLIPBOARD"))
    clipboard.look()
    qtbot.waitUntil(lambda: clipboard.seen() is not None)
    assert clipboard.seen() == EMPTY


def _owned(selection: str) -> bool:
    with Requestor(selection) as requestor:
        return bool(requestor.display.get_selection_owner(requestor.selection))
