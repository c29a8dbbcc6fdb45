"""The dialog as a whole: pages, keys, names for screen readers, what it asks the app for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.settings_pictures import GEMINI, GNOME, OLLAMA, VIEW, on_desktop
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import General, InterfaceLanguage, Settings
from v2m_desktop.ui.settings.book import PAGES
from v2m_desktop.ui.settings.controls import ChoiceControl
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.fold import Fold
from v2m_desktop.ui.settings.form import Form
from v2m_desktop.ui.settings.mnemonics import key_of, with_keys
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.translation import install_translation

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(qtbot: QtBot, english: QApplication) -> Iterator[SettingsDialog]:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(VIEW)
    dialog.open_page("general")
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


def unfolded(dialog: SettingsDialog, name: str) -> Page:
    dialog.open_page(name)
    page: Page = getattr(dialog.book, name)
    for fold in page.findChildren(Fold):
        fold.unfold(True)
    return page


def reachable(page: Page) -> list[QWidget]:
    """What Tab reaches on this page, in its order."""
    found: list[QWidget] = []
    widget: QWidget = page.nextInFocusChain() or page
    while widget is not page:
        by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if page.isAncestorOf(widget) and by_tab and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain() or page
    return found


@pytest.mark.parametrize("name", PAGES)
def test_pages_open_by_name(dialog: SettingsDialog, name: str) -> None:
    dialog.open_page(name)
    assert dialog.book.page_name == name
    visible = [page for page in dialog.book.pages if page.isVisible()]
    assert visible == [getattr(dialog.book, name)]
    assert dialog.book.index.currentItem().text() == visible[0].title


def test_pages_turn_by_keyboard(dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Tab, CTRL)
    assert dialog.book.page_name == "hotkeys"
    QTest.keyClick(dialog, Qt.Key.Key_Backtab, CTRL | SHIFT)
    QTest.keyClick(dialog, Qt.Key.Key_PageUp, CTRL)
    assert dialog.book.page_name == "privacy"
    QTest.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
    assert dialog.book.page_name == "general"
    dialog.book.index.setFocus()
    QTest.keyClick(dialog.book.index, Qt.Key.Key_Down)
    assert dialog.book.page_name == "hotkeys"
    QTest.keyClicks(dialog.book.index, "rew")
    assert dialog.book.page_name == "rewriting"


@pytest.mark.parametrize("way", ["escape", "button", "window"])
def test_closing_is_told_once(dialog: SettingsDialog, qtbot: QtBot, way: str) -> None:
    told: list[bool] = []
    dialog.closed.connect(lambda: told.append(True))
    if way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif way == "button":
        QTest.mouseClick(dialog.book.close_button, Qt.MouseButton.LeftButton)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert told == [True]


def test_enter_in_a_field_neither_closes_nor_presses_anything(dialog: SettingsDialog) -> None:
    dialog.show_view(OLLAMA)
    dialog.open_page("rewriting")
    said: list[object] = []
    dialog.provider_models_wanted.connect(lambda: said.append("models"))
    QTest.keyClick(dialog.book.rewriting.controls["rewriting.ollama_address"], Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert said == []
    assert not any(button.autoDefault() for button in dialog.findChildren(QPushButton))


def test_the_microphone_is_watched_only_while_its_page_is_seen(dialog: SettingsDialog) -> None:
    told: list[bool] = []
    dialog.microphone_watched.connect(told.append)
    dialog.show_view(replace(VIEW, level_dbfs=-20.0))
    assert told == []
    dialog.open_page("microphone")
    dialog.open_page("microphone")
    assert told == [True]
    dialog.open_page("general")
    assert told == [True, False]
    dialog.open_page("microphone")
    dialog.close()
    assert told == [True, False, True, False]


def test_the_level_follows_the_view(dialog: SettingsDialog) -> None:
    dialog.open_page("microphone")
    level = dialog.book.microphone.level
    dialog.show_view(replace(VIEW, level_dbfs=-20.0, speech=True))
    assert level.meter.moving
    assert level.words.text() == "That is a voice."
    dialog.show_view(replace(VIEW, microphone_error="It is not there."))
    assert not level.meter.isVisible()
    assert dialog.book.microphone.level_row.problem.text() == "It is not there."
    dialog.show_view(VIEW)
    assert level.meter.isVisible()


def test_an_unplugged_microphone_stays_chosen(dialog: SettingsDialog) -> None:
    microphone = VIEW.settings.microphone.model_copy(update={"device": "Gone"})
    dialog.show_view(replace(VIEW, settings=VIEW.settings.model_copy(update={"microphone": microphone})))
    devices = dialog.book.microphone._devices
    assert devices.currentText() == "Gone (not connected)"
    dialog.show_view(VIEW)
    assert devices.findData("Gone") == -1


@pytest.mark.parametrize(
    ("signal", "page", "button"),
    [
        ("models_requested", "recognition", "more_models"),
        ("unload_requested", "recognition", "unload"),
        ("check_again_requested", "recognition", "check_again"),
        ("provider_models_wanted", "rewriting", "refresh"),
        ("settings_file_requested", "privacy", "settings_file"),
        ("log_folder_requested", "privacy", "log_folder"),
    ],
)
def test_buttons_ask(dialog: SettingsDialog, qtbot: QtBot, signal: str, page: str, button: str) -> None:
    dialog.show_view(OLLAMA)
    dialog.open_page(page)
    with qtbot.waitSignal(getattr(dialog, signal)):
        QTest.mouseClick(getattr(getattr(dialog.book, page), button), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("state", "help_text", "problem"),
    [
        (ModelState.READY, "On the CPU.", ""),
        (ModelState.LOADING, "Loading…", ""),
        (ModelState.UNLOADED, "Not loaded. The next dictation loads it.", ""),
        (ModelState.FAILED, "", "On the CPU."),
    ],
)
def test_the_state_of_the_model_is_said(
    dialog: SettingsDialog, state: ModelState, help_text: str, problem: str
) -> None:
    dialog.show_view(replace(VIEW, model_state=state, model_line="On the CPU.", can_unload=False))
    row = dialog.book.recognition.state
    assert (row.help.text(), row.problem.text()) == (help_text, problem)
    assert not dialog.book.recognition.unload.isEnabled()


def test_what_the_self_check_found_is_said_and_read_out(dialog: SettingsDialog) -> None:
    page = dialog.book.recognition
    dialog.show_view(replace(VIEW, self_check_line="Being checked.", can_check_again=False))
    assert page.evidence.help.text() == page.check_again.accessibleDescription() == "Being checked."
    assert not page.check_again.isEnabled()
    dialog.show_view(replace(VIEW, self_check_line="In use.", can_check_again=True))
    assert page.evidence.help.text() == page.check_again.accessibleDescription() == "In use."
    assert page.check_again.isEnabled()


def test_names_that_do_not_fit_are_told_of(dialog: SettingsDialog) -> None:
    dialog.show_view(replace(VIEW, hotwords_line="Two fit."))
    row = dialog.book.recognition.rows["recognition.hotwords"]
    assert row.warning.text() == "Two fit."
    assert "Two fit." in row.control.accessibleDescription()
    dialog.show_view(VIEW)
    assert row.warning.text() == ""


@pytest.mark.parametrize("name", PAGES)
def test_everything_has_a_name_and_a_place_in_the_order(dialog: SettingsDialog, name: str) -> None:
    dialog.show_view(on_desktop(replace(GEMINI, can_unload=True), GNOME))
    page = unfolded(dialog, name)
    QApplication.processEvents()
    widgets = reachable(page)
    assert widgets
    assert [widget for widget in widgets if not _said(widget)] == []
    content = page.widget()
    assert content is not None
    places = [widget.mapTo(content, widget.rect().center()) for widget in widgets]
    lines = [(place.y() // 16, place.x()) for place in places]
    assert lines == sorted(lines), "Tab goes from line to line"


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.mark.parametrize("name", PAGES)
def test_every_label_leads_to_its_control_by_a_key_of_its_own(dialog: SettingsDialog, name: str) -> None:
    dialog.show_view(OLLAMA)
    page = unfolded(dialog, name)
    labels = [label for form in page.findChildren(Form) for label in form.labels]
    assert [label.text() for label in labels if label.buddy() is None] == []
    named: list[QLabel | QAbstractButton] = [*labels, *page.findChildren(QPushButton)]
    keys = [key_of(widget.text()) for widget in named if key_of(widget.text())]
    assert len(set(keys)) == len(keys)
    assert key_of(dialog.book.close_button.text()) not in keys
    with_key = [label for label in labels if key_of(label.text())]
    assert len(with_key) == len(labels), "every control is reached by a key"


def test_mnemonics_take_first_letters_and_never_the_same_twice() -> None:
    assert with_keys(["Model", "More models", "M&M", "xx"], frozenset("x")) == [
        "Mo&del",
        "M&ore models",
        "&M&&M",
        "xx",
    ]
    assert with_keys(["Ab", "Ba", "Abc"]) == ["&Ab", "&Ba", "Ab&c"]
    assert with_keys(["Abc", "A", "B"]) == ["Ab&c", "&A", "&B"], "the first one makes room"
    assert key_of("M&&M &a") == "a"
    assert key_of("M&&M") == ""


def test_switching_the_language_rebuilds_and_goes_on(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.open_page("recognition")
    control = dialog.book.recognition.controls["recognition.language"]
    control.setFocus()
    old = dialog.book
    app = QApplication.instance()
    assert app is not None
    said: list[object] = []
    dialog.changed.connect(lambda *change: said.append(change))
    install_translation(app, "es")
    qtbot.waitUntil(lambda: dialog.book is not old)
    assert dialog.book.page_name == "recognition"
    languages = dialog.book.recognition.controls["recognition.language"]
    assert isinstance(languages, ChoiceControl)
    assert languages.itemText(languages.findData("pt")) == "portugués"
    assert languages.hasFocus()
    assert said == []
    changed = Settings(general=General(interface_language=InterfaceLanguage.SPANISH))
    dialog.show_view(replace(VIEW, settings=changed))
    choice = dialog.book.general.controls["general.interface_language"]
    assert isinstance(choice, ChoiceControl)
    assert choice.currentData() == "es"


def test_what_depends_on_another_setting_waits_for_it(dialog: SettingsDialog) -> None:
    settings = VIEW.settings
    for changes, key, enabled in (
        ({"overlay": {"shown": False}}, "overlay.resources", False),
        ({"microphone": {"opens": "warm"}}, "microphone.warm_seconds", True),
        ({}, "microphone.warm_seconds", False),
        ({"hotkeys": {"activation": "toggle"}}, "hotkeys.hold_ms", False),
        ({"recognition": {"keep_loaded": "always"}}, "recognition.idle_minutes", False),
        ({}, "recognition.idle_minutes", True),
        ({"recognition": {"language": "es"}}, "recognition.languages", False),
        ({}, "recognition.languages", True),
        ({"delivery": {"method": "copy"}}, "delivery.chord", False),
        ({"delivery": {"method": "copy"}}, "delivery.restore_clipboard", False),
        ({"delivery": {"method": "command"}}, "delivery.terminal_newlines", False),
    ):
        dialog.show_view(
            replace(VIEW, settings=Settings.model_validate({**settings.model_dump(), **changes}))
        )
        control = next(page.controls[key] for page in dialog.book.pages if key in page.controls)
        assert control.isEnabledTo(dialog) is enabled, key


def test_an_advanced_part_opens_by_keyboard(dialog: SettingsDialog) -> None:
    dialog.open_page("microphone")
    fold = dialog.book.microphone.findChild(Fold)
    assert isinstance(fold, Fold)
    assert not fold.form.isVisible()
    fold.button.setFocus()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert fold.form.isVisible()
    assert fold.findChildren(QSpinBox)


def test_no_field_is_cut_to_nothing(dialog: SettingsDialog) -> None:
    dialog.show_view(GEMINI)
    dialog.open_page("rewriting")
    dialog.resize(1, 1)
    assert all(
        field.width() > 40 for field in dialog.book.rewriting.findChildren(QLineEdit) if field.isVisible()
    )
