"""Tray and small window: the same actions, check marks that tell the truth, intents and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop import samples
from v2m_desktop.core.session import AppState
from v2m_desktop.ui.control_menu import ControlMenu
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.discard_question import DiscardQuestion
from v2m_desktop.ui.icons import state_icon
from v2m_desktop.ui.pick_menu import PickMenu
from v2m_desktop.ui.small_window import SmallWindow
from v2m_desktop.ui.translation import install_translation
from v2m_desktop.ui.tray import Tray
from v2m_desktop.ui.wording import tooltip


@pytest.fixture(params=["tray", "small window"])
def surface(request: pytest.FixtureRequest, qtbot: QtBot, english: QApplication) -> Iterator[ControlSurface]:
    surface: ControlSurface = Tray() if request.param == "tray" else SmallWindow()
    surface.show_view(samples.TRAY)
    yield surface
    surface.hide()


def menu_of(surface: ControlSurface) -> ControlMenu:
    assert isinstance(surface, Tray | SmallWindow)
    return surface.menu if isinstance(surface, Tray) else surface.window.menu


def checked(menu: PickMenu) -> list[str]:
    return [action.data() for action in menu.actions() if action.isChecked()]


def entry(menu: PickMenu, value: str) -> QAction:
    return next(action for action in menu.actions() if action.data() == value)


def test_checked_entries_are_those_of_the_view(surface: ControlSurface) -> None:
    menu = menu_of(surface)
    assert checked(menu.models) == ["large-v3-turbo"]
    assert checked(menu.languages) == ["auto"]
    assert checked(menu.microphones) == ["USB Microphone"]
    assert not menu.pause.isChecked()


@pytest.mark.parametrize(
    ("picker", "value", "signal"),
    [
        ("models", "demo", "model_chosen"),
        ("languages", "es", "language_chosen"),
        ("microphones", "", "microphone_chosen"),
        ("actions_menu", "refine", "action_chosen"),
    ],
)
def test_choosing_asks_and_the_check_mark_waits_for_the_answer(
    surface: ControlSurface, qtbot: QtBot, picker: str, value: str, signal: str
) -> None:
    menu: PickMenu = getattr(menu_of(surface), picker)
    before = checked(menu)
    with qtbot.waitSignal(getattr(surface, signal)) as asked:
        entry(menu, value).trigger()
    assert asked.args == [value]
    assert checked(menu) == before
    answers = {
        "models": replace(samples.TRAY, model="demo"),
        "languages": replace(samples.TRAY, language="es"),
        "microphones": replace(samples.TRAY, microphone=""),
        "actions_menu": replace(samples.TRAY, action="refine"),
    }
    surface.show_view(answers[picker])
    assert checked(menu) == [value]


def test_pausing_hotkeys_asks_and_waits(surface: ControlSurface, qtbot: QtBot) -> None:
    pause = menu_of(surface).pause
    with qtbot.waitSignal(surface.hotkeys_paused) as asked:
        pause.trigger()
    assert asked.args == [True]
    assert not pause.isChecked()
    surface.show_view(replace(samples.TRAY, hotkeys_paused=True))
    assert pause.isChecked()
    with qtbot.waitSignal(surface.hotkeys_paused) as asked:
        pause.trigger()
    assert asked.args == [False]


def test_where_hotkeys_are_missing_the_entry_asks_for_another_try(
    surface: ControlSurface, qtbot: QtBot
) -> None:
    surface.show_view(replace(samples.TRAY, hotkeys_missing="It is taken."))
    pause = menu_of(surface).pause
    assert pause.text() == "Try to take &hotkeys again"
    for _ in range(2):
        with qtbot.waitSignal(surface.hotkeys_paused) as asked:
            pause.trigger()
        assert asked.args == [False]
        assert not pause.isChecked()
    surface.show_view(samples.TRAY)
    assert pause.text() == "Pause &hotkeys"


def test_discarding_recordings_is_asked_for_and_by_default_refused(
    qtbot: QtBot, english: QApplication
) -> None:
    keep, delete = (Qt.Key.Key_Return,), (Qt.Key.Key_Tab, Qt.Key.Key_Return)
    for keys, agreed in ((keep, False), ((Qt.Key.Key_Escape,), False), (delete, True)):
        question = DiscardQuestion(2)
        question.ask()
        qtbot.waitUntil(question.box.isVisible)
        assert "(2)" in question.box.text()
        assert question.box.focusWidget() is question.keep
        with qtbot.waitSignal(question.answered) as answered:
            for key in keys:
                QTest.keyClick(question.box.focusWidget(), key)
        assert answered.args == [agreed]


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        ("toggle", "toggle_requested"),
        ("copy_last", "copy_last_requested"),
        ("put_back", "put_back_requested"),
        ("recover", "recover_requested"),
        ("discard", "discard_requested"),
        ("settings", "settings_requested"),
        ("quit", "quit_requested"),
    ],
)
def test_actions_emit_their_intent(surface: ControlSurface, qtbot: QtBot, action: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(surface, signal)):
        getattr(menu_of(surface), action).trigger()


def test_cancel_only_while_recording(surface: ControlSurface, qtbot: QtBot) -> None:
    menu = menu_of(surface)
    assert not menu.cancel.isEnabled()
    surface.show_view(samples.TRAY_LISTENING)
    assert menu.toggle.text() == "&Stop dictation"
    with qtbot.waitSignal(surface.cancel_requested):
        menu.cancel.trigger()


def test_actions_without_an_object_are_not_offered(surface: ControlSurface) -> None:
    surface.show_view(
        replace(samples.TRAY, has_last_text=False, leftover_takes=0, hotkeys_missing="Wayland.")
    )
    menu = menu_of(surface)
    assert not menu.copy_last.isEnabled()
    assert not menu.recover.isVisible()
    assert not menu.discard.isVisible()
    assert "Wayland." in menu.headline.text()
    assert menu.headline.isEnabled(), "what must be read is not gray"


def test_the_old_clipboard_is_offered_only_while_it_is_lost(surface: ControlSurface) -> None:
    menu = menu_of(surface)
    assert not menu.put_back.isVisible()
    surface.show_view(replace(samples.TRAY, clipboard_lost=True))
    assert menu.put_back.isVisible()


def test_absent_current_choice_is_shown_and_cannot_be_chosen(surface: ControlSurface) -> None:
    surface.show_view(replace(samples.TRAY, microphone="Unplugged"))
    microphones = menu_of(surface).microphones
    assert checked(microphones) == ["Unplugged"]
    assert not entry(microphones, "Unplugged").isEnabled()
    surface.show_view(samples.TRAY)
    assert checked(microphones) == ["USB Microphone"]
    surface.show_view(replace(samples.TRAY, microphones=("", "Unplugged"), microphone="Unplugged"))
    assert entry(microphones, "Unplugged").isEnabled()


def test_ampersands_of_device_names_are_no_mnemonics(surface: ControlSurface) -> None:
    surface.show_view(replace(samples.TRAY, microphones=("B&W",), microphone="B&W"))
    assert entry(menu_of(surface).microphones, "B&W").text() == "B&&W"


def test_unchanged_view_rebuilds_nothing(surface: ControlSurface) -> None:
    models = menu_of(surface).models
    before = models.actions()
    surface.show_view(replace(samples.TRAY, state=AppState.WORKING))
    assert models.actions() == before


def _mnemonic(text: str) -> str:
    place = text.replace("&&", "").find("&")
    return text[place + 1].lower() if place >= 0 else ""


def test_a_take_can_be_refined_or_translated_by_menu(surface: ControlSurface, qtbot: QtBot) -> None:
    menu = menu_of(surface)
    for action, wanted in ((menu.refine, "refine"), (menu.translate, "translate")):
        with qtbot.waitSignal(surface.action_requested) as asked:
            action.trigger()
        assert asked.args == [wanted]
    assert menu.translate.text() == "Dictate and &translate: Spanish"
    surface.show_view(samples.TRAY_LISTENING)
    assert not menu.refine.isEnabled()


def test_whoever_reads_the_texts_is_named(surface: ControlSurface, qtbot: QtBot) -> None:
    menu = menu_of(surface)
    assert not menu.remote.isVisible()
    surface.show_view(replace(samples.TRAY, remote_host="Gemini"))
    assert menu.remote.isVisible()
    assert menu.remote.text() == "Te&xt leaves this computer: Gemini"
    with qtbot.waitSignal(surface.rewriting_settings_requested):
        menu.remote.trigger()


def test_a_rewriting_under_way_can_be_stopped(surface: ControlSurface) -> None:
    menu = menu_of(surface)
    assert not menu.cancel.isEnabled()
    surface.show_view(replace(samples.TRAY, state=AppState.WORKING, rewriting=True))
    assert menu.cancel.isEnabled()
    assert "Stop" in menu.cancel.text()


def test_the_model_can_be_unloaded_while_it_is_loaded(surface: ControlSurface, qtbot: QtBot) -> None:
    menu = menu_of(surface)
    surface.show_view(replace(samples.TRAY, model_loaded=False))
    assert not menu.unload.isEnabled()
    surface.show_view(replace(samples.TRAY, model_loaded=True))
    with qtbot.waitSignal(surface.unload_requested):
        menu.unload.trigger()
    assert menu.models.actions()[-1] is menu.unload  # after the models, whatever they are


def test_the_words_as_they_were_said_are_there_after_a_rewriting(surface: ControlSurface) -> None:
    menu = menu_of(surface)
    assert not menu.copy_spoken.isVisible()
    surface.show_view(replace(samples.TRAY, has_spoken=True))
    assert menu.copy_spoken.isVisible()


def test_the_last_text_is_taken_back_and_inserted_again(surface: ControlSurface, qtbot: QtBot) -> None:
    menu = menu_of(surface)
    surface.show_view(samples.TRAY)
    assert not menu.take_back.isEnabled()
    surface.show_view(replace(samples.TRAY, can_take_back=True))
    assert menu.take_back.text().replace("&", "") == "Take back the last text"
    with qtbot.waitSignal(surface.take_back_requested):
        menu.take_back.trigger()
    surface.show_view(replace(samples.TRAY, can_take_back=True, taken_back=True))
    assert menu.take_back.text().replace("&", "") == "Insert the text again"


def test_every_action_has_a_name_and_a_key_of_its_own(surface: ControlSurface) -> None:
    surface.show_view(samples.TRAY_LISTENING)
    menu = menu_of(surface)
    actions = [a for a in menu.actions() if not a.isSeparator() and a is not menu.headline]
    assert all(action.text() for action in actions)
    keys = [_mnemonic(action.text()) for action in actions]
    assert "" not in keys
    assert len(set(keys)) == len(keys), keys


def test_tray_click_toggles(qtbot: QtBot, english: QApplication) -> None:
    tray = Tray()
    with qtbot.waitSignal(tray.toggle_requested):
        tray.icon.activated.emit(tray.icon.ActivationReason.Trigger)


def test_tooltip_names_state_and_open_microphone(english: QApplication) -> None:
    assert tooltip(samples.TRAY) == "Voice2Machine: Ready · Ctrl+Alt+Space"
    assert tooltip(samples.TRAY_LISTENING).splitlines()[-1] == "The microphone is open"
    problem = replace(samples.TRAY, state=AppState.PROBLEM, problem="No microphone.")
    assert "No microphone." in tooltip(problem)


def test_states_have_icons_that_differ(english: QApplication) -> None:
    def picture(state: AppState, microphone_open: bool) -> bytes:
        image = state_icon(state, microphone_open).pixmap(22).toImage()
        return bytes(image.constBits())

    pictures = [picture(state, is_open) for state in AppState for is_open in (False, True)]
    assert len(set(pictures)) == len(pictures)
    assert all(any(picture) for picture in pictures)


def test_small_window_names_its_controls_and_asks_before_it_closes(
    qtbot: QtBot, english: QApplication
) -> None:
    surface = SmallWindow()
    qtbot.addWidget(surface.window)
    surface.show_view(samples.TRAY_LISTENING)
    surface.show()
    for kind in (QPushButton, QLabel):
        for control in surface.window.findChildren(kind):
            assert control.accessibleName(), control
    with qtbot.waitSignal(surface.quit_requested):
        surface.window.close()
    assert surface.window.isVisible()
    with qtbot.waitSignal(surface.toggle_requested):
        surface.window.toggle.click()


def test_small_window_keeps_a_notice_until_the_next_recording(qtbot: QtBot, english: QApplication) -> None:
    surface = SmallWindow()
    qtbot.addWidget(surface.window)
    surface.show_view(samples.TRAY)
    surface.notify("One recording was not delivered.")
    surface.show_view(samples.TRAY)
    assert surface.window.detail.text() == "One recording was not delivered."
    surface.show_view(samples.TRAY_LISTENING)
    assert "One recording" not in surface.window.detail.text()


def test_language_change_reaches_menus(qtbot: QtBot, english: QApplication, surface: ControlSurface) -> None:
    install_translation(english, "es")
    qtbot.waitUntil(lambda: menu_of(surface).quit.text() == "&Salir")
