"""What this desktop allows, on the page about delivery; what it lacks, on the page about hotkeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.settings_pictures import GNOME, VIEW, X11, on_desktop
from v2m_desktop.ui.settings.desktop_rows import DesktopRows
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.mnemonics import key_of


@pytest.fixture
def dialog(qtbot: QtBot, english: QApplication) -> Iterator[SettingsDialog]:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(on_desktop(VIEW, GNOME))
    dialog.open_page("delivery")
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


def shown(rows: DesktopRows) -> list[str]:
    return [label.text() for label in rows.findChildren(QLabel) if label.isVisible()]


def _shows(rows: DesktopRows, wanted: list[str]) -> bool:
    return shown(rows) == wanted


def test_every_line_has_its_mark_name_and_sentence(dialog: SettingsDialog, qtbot: QtBot) -> None:
    rows = dialog.book.delivery.desktop
    for view in (on_desktop(VIEW, GNOME), on_desktop(VIEW, X11)):
        dialog.show_view(view)
        wanted = [
            text for line in view.desktop for text in ("✓" if line.ok else "–", line.name, line.sentence)
        ]
        qtbot.waitUntil(partial(_shows, rows, wanted))
        marks = [label for label in rows.findChildren(QLabel) if label.text() in "✓–"]
        assert {(mark.text(), mark.accessibleName()) for mark in marks if mark.isVisible()} <= {
            ("✓", "Yes"),
            ("–", "No"),
        }


def test_lines_that_stay_are_left_alone(dialog: SettingsDialog) -> None:
    rows = dialog.book.delivery.desktop
    before = rows.findChildren(QLabel)
    dialog.show_view(replace(on_desktop(VIEW, GNOME), level_dbfs=-40.0))
    assert rows.findChildren(QLabel) == before != []


def test_keys_are_allowed_by_keyboard_where_the_desktop_would_ask(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    allow = dialog.book.delivery.desktop.allow
    assert allow.isVisible()
    assert key_of(allow.text())
    assert "press keys" in allow.accessibleDescription()
    allow.setFocus()
    with qtbot.waitSignal(dialog.allow_keys_requested):
        QTest.keyClick(allow, Qt.Key.Key_Space)
    dialog.show_view(on_desktop(VIEW, X11))
    assert not allow.isVisible()


def test_the_desktop_is_looked_at_when_the_page_is_seen(dialog: SettingsDialog) -> None:
    wanted: list[bool] = []
    dialog.desktop_wanted.connect(lambda: wanted.append(True))
    dialog.show_view(on_desktop(VIEW, X11))
    dialog.open_page("general")
    assert wanted == []
    dialog.open_page("delivery")
    assert wanted == [True]


def test_missing_hotkeys_say_what_to_do_under_the_key_to_dictate(dialog: SettingsDialog) -> None:
    guided = "There are no hotkeys. Bind the command v2m toggle to a key."
    dialog.show_view(replace(VIEW, hotkeys_refused=(("hotkeys.dictate", guided),)))
    dialog.open_page("hotkeys")
    row = dialog.book.hotkeys.rows["hotkeys.dictate"]
    assert row.problem.isVisible()
    assert row.problem.text() == guided
    assert guided in row.control.accessibleDescription()
