"""The field that takes a hotkey: what it takes, what it refuses, and that it tells when it listens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from v2m_desktop.core.hotkeys import NAMED_KEYS, parse_hotkey
from v2m_desktop.core.settings import Hotkeys, Settings
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.hotkey_edit import HotkeyEdit
from v2m_desktop.ui.settings.key_names import _NAMES, hotkey_of
from v2m_desktop.ui.settings.view import SettingsView

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
KEYS = Hotkeys(dictate="ctrl+alt+space", refine="ctrl+alt+r", translate="ctrl+alt+x", insert="ctrl+alt+v")
VIEW = SettingsView(settings=Settings(hotkeys=KEYS))


class Heard:
    """What the dialog said, in order."""

    def __init__(self, dialog: SettingsDialog) -> None:
        self.events: list[object] = []
        dialog.changed.connect(self._on_changed)
        dialog.hotkeys_recording.connect(self._on_recording)

    def _on_changed(self, key: str, value: object) -> None:
        self.events.append((key, value))

    def _on_recording(self, recording: bool) -> None:
        self.events.append(recording)


@pytest.fixture
def dialog(qtbot: QtBot, english: QApplication) -> Iterator[SettingsDialog]:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(VIEW)
    dialog.open_page("hotkeys")
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


def edit_of(dialog: SettingsDialog, name: str) -> HotkeyEdit:
    edit = dialog.book.hotkeys.controls[f"hotkeys.{name}"]
    assert isinstance(edit, HotkeyEdit)
    edit.setFocus()
    return edit


def problem(edit: HotkeyEdit, dialog: SettingsDialog) -> str:
    return dialog.book.hotkeys.rows[edit.key].problem.text()


@pytest.mark.parametrize(
    ("key", "modifiers", "hotkey"),
    [
        (Qt.Key.Key_D, CTRL | ALT, "ctrl+alt+d"),
        (Qt.Key.Key_D, META | SHIFT, "shift+super+d"),
        (Qt.Key.Key_F9, NONE, "f9"),
        (Qt.Key.Key_F24, SHIFT, "shift+f24"),
        (Qt.Key.Key_Space, CTRL, "ctrl+space"),
        (Qt.Key.Key_Tab, CTRL | ALT, "ctrl+alt+tab"),
        (Qt.Key.Key_Backtab, CTRL | SHIFT, "ctrl+shift+tab"),
        (Qt.Key.Key_Return, CTRL | ALT, "ctrl+alt+enter"),
        (Qt.Key.Key_Escape, NONE, None),
        (Qt.Key.Key_Pause, NONE, "pause"),
        (Qt.Key.Key_Backspace, ALT, "alt+backspace"),
        (Qt.Key.Key_PageDown, CTRL, "ctrl+page_down"),
        (Qt.Key.Key_Ntilde, CTRL, "ctrl+ñ"),
        (Qt.Key.Key_1, ALT, "alt+1"),
        (Qt.Key.Key_Comma, CTRL | ALT, "ctrl+alt+,"),
        (0x0444 - 0x20, CTRL, "ctrl+ф"),
    ],
)
def test_the_next_key_with_its_modifiers_is_taken(
    dialog: SettingsDialog, key: int, modifiers: Qt.KeyboardModifier, hotkey: str | None
) -> None:
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "Press the keys…"
    press(edit, key, modifiers)
    taken = [] if hotkey is None else [("hotkeys.refine", hotkey)]
    assert heard.events == [True, *taken, False]
    assert dialog.isVisible(), "the keys went to nobody else"
    assert dialog.book.page_name == "hotkeys"


def press(edit: HotkeyEdit, key: int, modifiers: Qt.KeyboardModifier) -> None:
    """As from the keyboard: shortcuts are asked first."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(edit, QKeyEvent(kind, key, modifiers, ""))


def test_every_named_key_can_be_pressed() -> None:
    functions = {f"f{number}" for number in range(1, 25)}
    assert set(_NAMES.values()) | functions == NAMED_KEYS
    for key, name in _NAMES.items():
        event = QKeyEvent(QEvent.Type.KeyPress, key, CTRL)
        assert hotkey_of(event) == f"ctrl+{name}"
        assert parse_hotkey(hotkey_of(event)).key == name


@pytest.mark.parametrize(
    ("key", "modifiers", "sentence"),
    [
        (Qt.Key.Key_D, NONE, 'The hotkey "d" needs ctrl, alt or super, or d could no longer be typed.'),
        (
            Qt.Key.Key_D,
            SHIFT,
            'The hotkey "shift+d" needs ctrl, alt or super, or d could no longer be typed.',
        ),
        (Qt.Key.Key_Left, SHIFT, "Shift+Left is needed for writing. Hold Ctrl, Alt or Super with it."),
        (Qt.Key.Key_Plus, CTRL, "This key cannot be a hotkey. Press another one."),
        (Qt.Key.Key_VolumeUp, NONE, "This key cannot be a hotkey. Press another one."),
        (Qt.Key.Key_Escape, CTRL, "This key cannot be a hotkey. Press another one."),
        (Qt.Key.Key_X, CTRL | ALT, 'Ctrl+Alt+X is already the hotkey for "Dictate and translate".'),
    ],
)
def test_what_cannot_be_used_is_refused_in_place(
    dialog: SettingsDialog, key: int, modifiers: Qt.KeyboardModifier, sentence: str
) -> None:
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    press(edit, key, modifiers)
    assert heard.events == [True, False]
    assert edit.text() == "Ctrl+Alt+R"
    assert problem(edit, dialog) == sentence
    assert sentence in edit.accessibleDescription()
    QTest.keyClick(edit, Qt.Key.Key_Space)
    assert problem(edit, dialog) == "", "a new try begins without complaints"
    QTest.keyClick(edit, Qt.Key.Key_Escape)


def test_a_key_that_became_free_can_be_taken(dialog: SettingsDialog) -> None:
    dialog.show_view(replace(VIEW, settings=Settings(hotkeys=KEYS.model_copy(update={"translate": ""}))))
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    press(edit, Qt.Key.Key_X, CTRL | ALT)
    assert ("hotkeys.refine", "ctrl+alt+x") in heard.events


def test_pressing_the_same_hotkey_changes_nothing(dialog: SettingsDialog) -> None:
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    press(edit, Qt.Key.Key_R, CTRL | ALT)
    assert heard.events == [True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
@pytest.mark.parametrize("listening", [True, False])
def test_an_optional_hotkey_is_cleared_by_a_key(dialog: SettingsDialog, key: Qt.Key, listening: bool) -> None:
    edit, heard = edit_of(dialog, "insert"), Heard(dialog)
    if listening:
        QTest.keyClick(edit, Qt.Key.Key_Space)
    QTest.keyClick(edit, key)
    assert [event for event in heard.events if not isinstance(event, bool)] == [("hotkeys.insert", "")]
    assert edit.text() == "None"


def test_an_optional_hotkey_is_cleared_by_its_button(dialog: SettingsDialog) -> None:
    heard, remove = Heard(dialog), dialog.book.hotkeys._removers["hotkeys.insert"]
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert heard.events == [("hotkeys.insert", "")]
    dialog.show_view(replace(VIEW, settings=Settings(hotkeys=KEYS.model_copy(update={"insert": ""}))))
    assert not remove.isEnabled()


def test_dictation_always_has_a_hotkey(dialog: SettingsDialog) -> None:
    edit, heard = edit_of(dialog, "dictate"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert heard.events == [True, False]
    assert edit.text() == "Ctrl+Alt+Space"
    assert problem(edit, dialog) != ""


def test_held_modifiers_are_shown(dialog: SettingsDialog) -> None:
    edit = edit_of(dialog, "refine")
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton)
    QTest.keyPress(edit, Qt.Key.Key_Control)
    assert edit.text() == "Ctrl+…"
    QTest.keyPress(edit, Qt.Key.Key_Alt, CTRL)
    assert edit.text() == "Ctrl+Alt+…"
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Control, CTRL | ALT))
    assert edit.text() == "Alt+…"
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, ALT))
    assert edit.text() == "Press the keys…"
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.text() == "Ctrl+Alt+R"
    assert dialog.isVisible()


def test_it_listens_until_the_new_hotkey_is_let_go(dialog: SettingsDialog, qtbot: QtBot) -> None:
    """Whoever takes the new hotkey while it is still held would react to its repeats."""
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    QTest.keyPress(edit, Qt.Key.Key_F7, CTRL)
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F7, CTRL, "", True)
    QApplication.sendEvent(edit, repeat)
    assert heard.events == [True, ("hotkeys.refine", "ctrl+f7")]
    QTest.keyRelease(edit, Qt.Key.Key_F7, CTRL)
    assert heard.events[-1] is False


def test_a_release_that_never_comes_does_not_matter(dialog: SettingsDialog, qtbot: QtBot) -> None:
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    QTest.keyPress(edit, Qt.Key.Key_F7, CTRL)
    qtbot.waitUntil(lambda: heard.events[-1] is False, timeout=6000)


@pytest.mark.parametrize("leave", ["focus", "page", "close"])
def test_going_elsewhere_ends_the_listening(dialog: SettingsDialog, leave: str) -> None:
    edit, heard = edit_of(dialog, "refine"), Heard(dialog)
    QTest.keyClick(edit, Qt.Key.Key_Space)
    if leave == "focus":
        edit_of(dialog, "dictate")
    elif leave == "page":
        dialog.open_page("general")
    else:
        dialog.close()
    assert heard.events == [True, False]
    assert edit.text() == "Ctrl+Alt+R"


def test_the_apps_own_refusal_stands_under_the_field(dialog: SettingsDialog) -> None:
    sentence = "Another program has Ctrl+Alt+R. Choose another combination."
    dialog.show_view(replace(VIEW, hotkeys_refused=(("hotkeys.refine", sentence),)))
    assert problem(edit_of(dialog, "refine"), dialog) == sentence
    dialog.show_view(VIEW)
    assert problem(edit_of(dialog, "refine"), dialog) == ""
