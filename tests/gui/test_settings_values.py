"""Every setting has a control that changes it, keeps to the schema, and shows what was stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from v2m_desktop.core.settings import (
    Microphone,
    MicrophoneOpens,
    Rewriting,
    RewritingProvider,
    Settings,
)
from v2m_desktop.storage import settings_file
from v2m_desktop.storage.settings_check import check_value, group_types
from v2m_desktop.ui.settings.book import PAGES
from v2m_desktop.ui.settings.controls import CheckControl, ChoiceControl, NumberControl
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.fold import Fold
from v2m_desktop.ui.settings.hotkey_edit import HotkeyEdit
from v2m_desktop.ui.settings.labels import CHOICES, WORDINGS
from v2m_desktop.ui.settings.page import Control
from v2m_desktop.ui.settings.schema import choices_of, value_of
from v2m_desktop.ui.settings.text_controls import LineControl, PromptControl
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.view import Choice

KEYS = [f"{group}.{name}" for group, kind in group_types().items() for name in kind.model_fields]
WITHOUT_CONTROL: dict[str, str] = {}
"""Settings that the dialog leaves to the settings file, and why."""

START = Settings(
    microphone=Microphone(opens=MicrophoneOpens.WARM), rewriting=Rewriting(provider=RewritingProvider.OLLAMA)
)
"""With these every control can be reached."""

VIEW = SettingsView(
    settings=START,
    models=(Choice("demo", "demo"), Choice("small", "small")),
    languages=("auto", "en", "es"),
    microphones=("", "USB Microphone"),
    provider_models=("qwen3:4b", "gemma3:4b"),
)
TYPED = {"rewriting.ollama_address": "http://localhost:5000", "recognition.languages": "pt, en"}
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class Obeying(QObject):
    """Does what the app does: writes each change into a file, and tells the dialog what holds then."""

    def __init__(self, dialog: SettingsDialog, path: Path) -> None:
        super().__init__()
        self.changes: list[tuple[str, object]] = []
        self._dialog, self._path = dialog, path
        dialog.changed.connect(self.on_changed)

    @Slot(str, object)
    def on_changed(self, key: str, value: object) -> None:
        self.changes.append((key, value))
        settings = settings_file.change(self._path, key, value)
        self._dialog.show_view(replace(VIEW, settings=settings))


class Refusing(QObject):
    """Refuses every change."""

    def __init__(self, dialog: SettingsDialog) -> None:
        super().__init__()
        self.changes: list[tuple[str, object]] = []
        self._dialog = dialog
        dialog.changed.connect(self.on_changed)

    @Slot(str, object)
    def on_changed(self, key: str, value: object) -> None:
        self.changes.append((key, value))
        self._dialog.show_view(replace(VIEW, problems=((key, "That cannot be."),)))


@pytest.fixture
def dialog(qtbot: QtBot, english: QApplication) -> Iterator[SettingsDialog]:
    dialog = opened(qtbot)
    yield dialog
    dialog.close()


def opened(qtbot: QtBot, view: SettingsView = VIEW) -> SettingsDialog:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(view)
    dialog.open_page("general")
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def control_of(dialog: SettingsDialog, key: str) -> Control:
    """The control, on the page that is then open."""
    for name, page in zip(PAGES, dialog.book.pages, strict=True):
        if key in page.controls:
            dialog.open_page(name)
            for fold in page.findChildren(Fold):
                fold.unfold(True)
            control = page.controls[key]
            page.ensureWidgetVisible(control)
            assert control.isVisible()
            assert control.isEnabled()
            control.setFocus()
            assert control.hasFocus()
            return control
    raise AssertionError(key)


def shown_by(control: Control) -> object:
    if isinstance(control, CheckControl):
        return control._values[int(control.isChecked())]
    if isinstance(control, ChoiceControl):
        return control.currentData()
    if isinstance(control, NumberControl):
        return control.value()
    if isinstance(control, LineControl):
        return control.text()
    return control.toPlainText() if isinstance(control, PromptControl) else control.text().lower()


def drive(control: Control, qtbot: QtBot) -> None:
    """Change it as a person does."""
    if isinstance(control, CheckControl):
        QTest.keyClick(control, Qt.Key.Key_Space)
    elif isinstance(control, ChoiceControl):
        last = control.currentIndex() == control.count() - 1
        QTest.keyClick(control, Qt.Key.Key_Up if last else Qt.Key.Key_Down)
    elif isinstance(control, HotkeyEdit):
        QTest.keyClick(control, Qt.Key.Key_Space)
        QTest.keyClick(control, Qt.Key.Key_F7, CTRL | ALT)
    elif isinstance(control, NumberControl):
        QTest.keyClick(control, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(control, str(control.maximum() - 1))
        QTest.keyClick(control, Qt.Key.Key_Return)
    else:
        QTest.keyClick(control, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(control, TYPED.get(control.key, "Say it kindly"))
        QTest.keyClick(control, Qt.Key.Key_Tab)


def test_every_setting_has_a_control_or_a_reason(dialog: SettingsDialog) -> None:
    found = [key for page in dialog.book.pages for key in page.controls]
    assert sorted([*found, *WITHOUT_CONTROL]) == sorted(KEYS)
    assert sorted(WORDINGS) == sorted(found)


def test_every_value_has_a_name() -> None:
    picked = [key for key in KEYS if choices_of(key) and key != "delivery.trailing_space"]
    assert {key: sorted(CHOICES[key]) for key in picked} == {key: sorted(choices_of(key)) for key in picked}


@pytest.mark.parametrize("key", [key for key in KEYS if key not in WITHOUT_CONTROL])
def test_each_control_changes_its_setting_once(
    dialog: SettingsDialog, qtbot: QtBot, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    settings_file.save(path, START)
    app = Obeying(dialog, path)
    drive(control_of(dialog, key), qtbot)
    qtbot.wait(0)
    assert [changed for changed, _ in app.changes] == [key]
    value = app.changes[0][1]
    assert value != value_of(START, key)
    checked = check_value(key, value)
    assert isinstance(checked, tuple), checked
    stored = settings_file.load(path).settings
    assert value_of(stored, key) == value
    group, name = key.split(".")
    kept = getattr(START, group).model_copy(update={name: checked[2]})
    assert stored == START.model_copy(update={group: kept}), "nothing else was changed"
    dialog.book.flush()
    assert len(app.changes) == 1
    assert shown_by(control_of(dialog, key)) == value


@pytest.mark.parametrize("key", [key for key in KEYS if key not in WITHOUT_CONTROL])
def test_a_view_is_shown_and_nothing_is_emitted(
    dialog: SettingsDialog, qtbot: QtBot, key: str, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    settings_file.save(path, START)
    first = opened(qtbot)
    app = Obeying(first, path)
    drive(control_of(first, key), qtbot)
    first.close()
    said: list[object] = []
    dialog.changed.connect(lambda *change: said.append(change))
    control = next(page.controls[key] for page in dialog.book.pages if key in page.controls)
    before = shown_by(control)
    dialog.show_view(replace(VIEW, settings=settings_file.load(path).settings))
    assert shown_by(control) == app.changes[0][1] != before
    dialog.show_view(VIEW)
    assert shown_by(control) == before
    dialog.close()
    assert said == []


@pytest.mark.parametrize("key", [key for key in KEYS if key not in WITHOUT_CONTROL])
def test_a_refused_change_is_put_back(dialog: SettingsDialog, qtbot: QtBot, key: str) -> None:
    control = control_of(dialog, key)
    before, app = shown_by(control), Refusing(dialog)
    drive(control, qtbot)
    dialog.book.index.setFocus()
    assert [changed for changed, _ in app.changes] == [key]
    assert shown_by(control) == before
    page = next(page for page in dialog.book.pages if key in page.rows)
    problem = page.rows[key].problem
    assert problem.text() == "That cannot be."
    assert not problem.isHidden()
    assert "That cannot be." in control.accessibleDescription()
    dialog.show_view(VIEW)
    assert problem.isHidden()


def test_a_typed_number_waits_for_a_pause(dialog: SettingsDialog, qtbot: QtBot) -> None:
    control = control_of(dialog, "hotkeys.hold_ms")
    assert isinstance(control, NumberControl)
    QTest.keyClick(control, Qt.Key.Key_A, CTRL)
    said: list[object] = []
    dialog.changed.connect(lambda *change: said.append(change))
    for digit in "900":
        QTest.keyClicks(control, digit)
        dialog.show_view(replace(VIEW, level_dbfs=-30.0))
    assert control.value() == 900
    assert said == []
    qtbot.waitUntil(lambda: bool(said), timeout=3000)
    assert said == [("hotkeys.hold_ms", 900)]
    assert control.hasFocus()


def test_a_focused_text_stays_whatever_the_view_says(dialog: SettingsDialog, qtbot: QtBot) -> None:
    control = control_of(dialog, "rewriting.ollama_address")
    assert isinstance(control, LineControl)
    app = Refusing(dialog)
    QTest.keyClick(control, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(control, "http:/")
    qtbot.waitUntil(lambda: bool(app.changes), timeout=3000)
    assert control.text() == "http:/"
    QTest.keyClicks(control, "/here")
    qtbot.waitUntil(lambda: len(app.changes) == 2, timeout=3000)
    assert control.text() == "http://here"
    dialog.book.index.setFocus()
    assert control.text() == START.rewriting.ollama_address
    assert len(app.changes) == 2


def test_what_was_just_typed_is_not_lost_by_closing(dialog: SettingsDialog, qtbot: QtBot) -> None:
    control = control_of(dialog, "rewriting.refine_prompt")
    QTest.keyClicks(control, "Kindly")
    with qtbot.waitSignal(dialog.changed) as said:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert said.args == ["rewriting.refine_prompt", "Kindly"]
    assert not dialog.isVisible()


def test_an_open_list_does_not_change_under_the_pointer(dialog: SettingsDialog, qtbot: QtBot) -> None:
    control = control_of(dialog, "microphone.device")
    assert isinstance(control, ChoiceControl)
    control.showPopup()
    qtbot.waitUntil(control.view().isVisible)
    dialog.show_view(replace(VIEW, microphones=("", "A new one", "USB Microphone")))
    assert control.count() == 2
    QTest.keyClick(control.view(), Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.changed) as said:
        QTest.keyClick(control.view(), Qt.Key.Key_Return)
    assert said.args == ["microphone.device", "USB Microphone"]
    qtbot.waitUntil(lambda: control.count() == 3)
    assert control.currentData() == "USB Microphone"


def test_scrolling_past_a_control_does_not_change_it(dialog: SettingsDialog, qtbot: QtBot) -> None:
    for key in ("microphone.opens", "microphone.warm_seconds"):
        control = control_of(dialog, key)
        before = shown_by(control)
        dialog.book.index.setFocus()
        said: list[object] = []
        dialog.changed.connect(lambda *change, said=said: said.append(change))
        assert wheel(control) is False
        dialog.book.flush()
        assert (shown_by(control), said) == (before, [])
        control.setFocus()
        assert wheel(control) is True
        dialog.book.flush()
        assert len(said) == 1


def wheel(control: Control) -> bool:
    """Turn the wheel over it; whether it took that."""
    place = QPointF(control.rect().center())
    event = QWheelEvent(
        place,
        QPointF(control.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    QApplication.sendEvent(control, event)
    return event.isAccepted()
