"""An inserted text is removed exactly, or nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from dataclasses import replace as changed

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.editor import FakeEditor
from tests.fakes.fields import FakeFields
from tests.fakes.focus import FakeFocus, window
from tests.fakes.keys import FakeKeys
from tests.fakes.touch import FakeTouch
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Field, Key, Window
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.output.graphemes import grapheme_count
from v2m_desktop.output.take_back_plan import Insertion
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.removal import CLUSTERS_PER_TURN, MOST_CLUSTERS, Removal, RemovalBounds

EDITOR, CHAT, TERMINAL = window(1), window(2), window(3, "XTerm")
WORDS = "Olá, señor. "
OLD = {"text/plain": b"selected before"}


@dataclass
class Rig:
    """A removal on a desktop with an editor in front, into which WORDS went after other text."""

    bot: QtBot
    parent: QObject
    has_primary: bool = True
    primary: FakeClipboard = field(default_factory=lambda: FakeClipboard(OLD))
    keys: FakeKeys = field(default_factory=FakeKeys)
    focus: FakeFocus = field(default_factory=lambda: FakeFocus(EDITOR))
    fields: FakeFields = field(default_factory=FakeFields)
    touch: FakeTouch = field(default_factory=FakeTouch)
    ends: list[tuple[DeliveryError | None, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        primary = self.primary if self.has_primary else None
        desktop = Desktop(FakeClipboard(), primary, self.keys, self.focus, fields=self.fields)
        self.editor = FakeEditor(self.keys, primary, "Before. ")
        self.editor.insert(WORDS)
        self.touch.arm([])
        self.removal = Removal(desktop, self.touch, self.parent)
        self.removal.bounds = RemovalBounds(keys_up=60, element=0.05, selection=0.05)
        self.removal.ended.connect(self.end)

    def end(self, error: DeliveryError | None, final: bool) -> None:
        self.ends.append((error, final))

    def remove(self, text: str = WORDS, where: Window | None = EDITOR, *, by_key: bool = True) -> str | None:
        """Why not, or None."""
        self.ends.clear()
        self.removal.begin(Insertion(SessionId(1), SensitiveText(text), where), by_key=by_key)
        self.bot.waitUntil(lambda: bool(self.ends))
        error, final = self.ends[0]
        assert final or error is not None
        return error.message if error is not None else None


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Rig]:
    parents: list[QObject] = []

    def rig(**options: object) -> Rig:
        parents.append(QObject())
        return Rig(qtbot, parents[-1], **options)  # type: ignore[arg-type]

    return rig


@pytest.fixture
def rig(make: Callable[..., Rig]) -> Rig:
    return make()


UNTOUCHED = "Before. " + WORDS


def test_the_text_is_selected_seen_and_erased_at_once(rig: Rig) -> None:
    assert rig.remove() is None
    assert rig.editor.text == "Before. "
    assert rig.keys.pressed == [(Key.LEFT, len(WORDS), True), (Key.BACKSPACE, 1, False)]


def test_what_was_selected_before_comes_back(rig: Rig) -> None:
    rig.remove()
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_at_the_end_of_the_app_it_comes_back_at_once(rig: Rig) -> None:
    rig.remove()
    rig.removal.stop()
    assert rig.primary.content == OLD


def test_twice_in_a_row_the_oldest_selection_comes_back(rig: Rig) -> None:
    rig.remove()
    rig.editor.insert("more")
    rig.remove("more")
    assert rig.editor.text == "Before. "
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_a_long_text_is_selected_a_little_at_a_time(rig: Rig) -> None:
    text = "wörd\n" * CLUSTERS_PER_TURN
    rig.editor.insert(text)
    assert rig.remove(text) is None
    assert rig.editor.text == UNTOUCHED
    assert [times for _, times, _ in rig.keys.pressed] == [CLUSTERS_PER_TURN] * 5 + [1]


def test_a_program_that_counts_clusters_in_its_own_way(rig: Rig) -> None:
    text = "👍🏽 two 👩\u200d💻"
    rig.editor.insert(text)
    assert grapheme_count(text) < len(text)  # and this editor moves over code points
    assert rig.remove(text) is None
    assert rig.editor.text == UNTOUCHED


def test_a_program_that_moves_too_far_keeps_its_text(rig: Rig) -> None:
    rig.editor.stride = lambda _before: 2
    assert rig.remove() == "The text there is not what was inserted, so nothing was taken back."
    assert rig.editor.text == UNTOUCHED
    assert rig.editor.caret == rig.editor.anchor == len(UNTOUCHED)


def test_other_text_before_the_caret_stays(rig: Rig) -> None:
    rig.editor.insert("typed")
    assert rig.remove() == "The text there is not what was inserted, so nothing was taken back."
    assert rig.editor.text == UNTOUCHED + "typed"
    assert rig.editor.caret == rig.editor.anchor == len(rig.editor.text)
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_the_focused_element_is_asked_before_anything_is_touched(rig: Rig) -> None:
    rig.fields.focused = rig.editor.field()
    assert rig.remove() is None
    rig.editor.insert("typed")
    rig.fields.focused = rig.editor.field()
    rig.keys.pressed.clear()
    assert rig.remove() == "The text there is not what was inserted, so nothing was taken back."
    assert rig.keys.pressed == []
    assert rig.fields.asked == [EDITOR, EDITOR]


@pytest.mark.parametrize("mark", ["secure", "selected"])
def test_a_secure_field_and_a_selection_stay(rig: Rig, mark: str) -> None:
    rig.fields.focused = changed(rig.editor.field(), secure=mark == "secure", selected=mark == "selected")
    assert rig.remove() is not None
    assert rig.keys.pressed == []


def test_an_element_that_does_not_answer_costs_a_moment(rig: Rig) -> None:
    rig.fields.hangs = True
    assert rig.remove() is None
    assert rig.editor.text == "Before. "
    rig.fields.answer_now()  # too late, for nobody


def test_after_typing_nothing_is_touched(rig: Rig) -> None:
    rig.touch.press(parse_hotkey("ctrl+x"))
    assert rig.remove() == "You typed or clicked since the text was inserted, so it is not taken back."
    assert rig.keys.pressed == []
    assert rig.fields.asked == []


def test_typing_while_the_element_is_asked_counts(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(element=60)
    rig.fields.hangs = True
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.waitUntil(lambda: bool(rig.fields.asked))
    rig.touch.click()
    rig.fields.answer_now()
    rig.bot.waitUntil(lambda: bool(rig.ends))
    assert rig.ends[0][0] is not None
    assert rig.keys.pressed == []


def test_asked_by_a_click_the_text_itself_tells(rig: Rig) -> None:
    rig.touch.click()
    assert rig.remove(by_key=False) is None
    assert rig.editor.text == "Before. "


def test_asked_by_a_click_nothing_goes_that_nobody_can_see(rig: Rig) -> None:
    rig.touch.click()
    rig.editor.tells = False
    assert rig.remove(by_key=False) == (
        "Nobody can tell whether the text there is what was inserted, so nothing was taken back."
    )
    assert rig.editor.text == UNTOUCHED
    assert rig.editor.caret == rig.editor.anchor == len(UNTOUCHED)


def test_untouched_a_program_need_not_tell_its_selection(rig: Rig) -> None:
    rig.editor.tells = False
    assert rig.remove() is None
    assert rig.editor.text == "Before. "
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


@pytest.mark.parametrize("told", [True, False])
def test_where_nobody_watches_the_element_can_tell(make: Callable[..., Rig], told: bool) -> None:
    rig = make(has_primary=False)
    rig.touch.hands = None
    rig.fields.focused = rig.editor.field() if told else None
    refusal = rig.remove()
    if told:
        assert refusal is None
        assert rig.editor.text == "Before. "
    else:
        assert refusal is not None
        assert rig.keys.pressed == []


def test_a_selection_that_cannot_be_read_in_time_is_not_put_back(rig: Rig) -> None:
    rig.primary.hangs = True
    rig.editor.tells = False
    assert rig.remove() is None
    assert rig.editor.text == "Before. "


# Windows


@pytest.mark.parametrize("front", [CHAT, None])
def test_another_window_gets_no_key(rig: Rig, front: Window | None) -> None:
    rig.focus.front = front
    assert rig.remove() == "You changed to another window, so nothing was taken back."
    assert rig.keys.pressed == []


def test_where_no_window_is_known_the_text_tells(rig: Rig) -> None:
    rig.focus.front = None
    assert rig.remove(where=None) is None
    assert rig.editor.text == "Before. "


def test_a_window_that_comes_to_the_front_in_the_midst_gets_nothing(rig: Rig) -> None:
    text = "x" * CLUSTERS_PER_TURN * 3
    rig.editor.insert(text)
    press = rig.editor.press

    def press_and_switch(key: Key) -> None:
        press(key)
        rig.focus.front = CHAT

    rig.keys.on_press = press_and_switch
    assert rig.remove(text) == "You changed to another window, so nothing was taken back."
    assert len(rig.keys.pressed) == 1
    assert rig.editor.text == UNTOUCHED + text


# Keys


def test_held_keys_are_waited_for(rig: Rig) -> None:
    rig.keys.held = frozenset(["ctrl"])
    down = [True]
    rig.removal.key_down = lambda: down[0]
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.wait(50)
    rig.keys.held = frozenset()
    rig.bot.wait(50)
    assert rig.keys.pressed == []
    down[0] = False
    rig.bot.waitUntil(lambda: rig.ends == [(None, True)])
    assert rig.editor.text == "Before. "


def test_keys_held_for_good_leave_the_text_for_another_try(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(keys_up=0.05)
    rig.keys.held = frozenset(["shift"])
    assert rig.remove() == "A key was held down, so nothing was taken back. Press the key again."
    assert rig.ends[0][1] is False
    assert rig.keys.pressed == []


def test_a_tool_at_work_is_waited_for(rig: Rig) -> None:
    def start_tool(_key: Key) -> None:
        rig.editor.press(_key)
        rig.keys.under_way = True

    rig.keys.on_press = start_tool
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.waitUntil(lambda: len(rig.keys.pressed) == 1)
    rig.bot.wait(100)
    assert len(rig.keys.pressed) == 1
    rig.keys.under_way = False
    rig.bot.waitUntil(lambda: len(rig.keys.pressed) == 2)
    assert rig.ends == []
    rig.keys.under_way = False
    rig.bot.waitUntil(lambda: rig.ends == [(None, True)])


def test_keys_that_fail_end_it(rig: Rig) -> None:
    rig.keys.refusal = DeliveryError("The X server did not take the keys.")
    assert rig.remove() == "The X server did not take the keys."


def test_too_long_a_text_stays(rig: Rig) -> None:
    assert rig.remove("x" * (MOST_CLUSTERS + 1)) == (
        "The text is too long to be taken back. Undo it in its program."
    )
    assert rig.keys.pressed == []


# Terminals


def test_in_a_terminal_each_character_is_erased(rig: Rig) -> None:
    rig.focus.front = TERMINAL
    assert rig.remove(where=TERMINAL) is None
    assert rig.editor.text == "Before. "
    assert rig.keys.pressed == [(Key.BACKSPACE, len(WORDS), False)]
    assert rig.primary.content == OLD


@pytest.mark.parametrize(("hands", "by_key"), [(True, True), (True, False), (None, True)])
def test_in_a_terminal_nothing_goes_unless_nobody_touched_it(
    rig: Rig, hands: bool | None, by_key: bool
) -> None:
    rig.focus.front = TERMINAL
    rig.touch.hands = hands
    rig.fields.focused = rig.editor.field()
    assert rig.remove(where=TERMINAL, by_key=by_key) is not None
    assert rig.keys.pressed == []


def test_in_a_terminal_only_plain_characters_can_be_counted(rig: Rig) -> None:
    rig.focus.front = TERMINAL
    assert (
        rig.remove("👩\u200d💻", TERMINAL) == "In a terminal these characters cannot be taken back exactly."
    )
    assert rig.keys.pressed == []


def test_an_empty_element_answer_counts_as_unknown(rig: Rig) -> None:
    rig.fields.focused = Field("1")
    assert rig.remove() is None
