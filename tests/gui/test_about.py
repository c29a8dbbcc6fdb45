"""The About window: what it says, by keyboard and for screen readers, in both schemes and scales."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.about_pictures import VIEW
from tests.gui.probes import report_of
from v2m_desktop.core.resources import resource
from v2m_desktop.ui.about import AboutWindow
from v2m_desktop.ui.about_table import AboutView
from v2m_desktop.ui.licenses import THIRD_PARTY, LicensesWindow
from v2m_desktop.ui.translation import install_translation


@pytest.fixture
def about(qtbot: QtBot, english: QApplication) -> Iterator[AboutWindow]:
    window = AboutWindow()
    qtbot.addWidget(window)
    window.show_view(VIEW)
    window.show_in_front()
    yield window
    window.close()


def texts(window: QWidget) -> list[str]:
    QApplication.processEvents()  # a layout shows what is new in it a moment later
    return [label.text() for label in window.findChildren(QLabel) if label.isVisibleTo(window)]


def test_it_says_what_runs_and_which_keys_are_in_force(about: AboutWindow) -> None:
    shown = texts(about)
    assert {"Voice2Machine", "Version 0.1.0", "Dictate and refine", "Ctrl+Alt+R"} <= set(shown)
    assert "Ctrl+Alt+Shift+Page Down" in shown
    assert [line.text() for line in about.findChildren(QLineEdit)] == [path for _, path in VIEW.paths]
    about.show_view(replace(VIEW, hotkeys=(("Dictate", "f9"),)))
    assert "F9" in texts(about)
    assert "Ctrl+Alt+R" not in texts(about)


def test_without_keys_it_names_another_way(about: AboutWindow) -> None:
    about.show_view(AboutView("0.1.0"))
    assert "No hotkeys are in force. The tray menu does the same." in texts(about)
    assert "Files" not in texts(about)


def test_privacy_has_five_lines(about: AboutWindow) -> None:
    assert about.privacy.text().count("<tr>") == 5
    assert "on this computer" in about.privacy.accessibleName()
    assert "<" not in about.privacy.accessibleName()


def test_nothing_waits_for_it(about: AboutWindow) -> None:
    assert about.isVisible()
    assert about.windowModality() is Qt.WindowModality.NonModal


def test_everything_has_a_name_and_what_can_be_read_can_be_copied(about: AboutWindow) -> None:
    about.licenses_button.click()
    assert about.licenses is not None
    for kind in (QLabel, QLineEdit, QPushButton):
        for control in about.findChildren(kind):
            assert control.accessibleName(), control
    assert about.accessibleName()
    assert about.licenses.accessibleName()
    assert about.licenses.texts.accessibleName()
    selectable = Qt.TextInteractionFlag.TextSelectableByKeyboard
    for label in (about.version, about.privacy, about.licenses.summary):
        assert label.textInteractionFlags() & selectable


def test_keys_open_the_licenses_and_close_the_windows(about: AboutWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(about.isActiveWindow)
    QTest.keyClick(about.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: about.licenses is not None)  # a button is seen to be pressed for a moment
    licenses = about.licenses
    assert licenses is not None
    qtbot.waitUntil(licenses.isActiveWindow)
    QTest.keyClick(licenses.windowHandle(), Qt.Key.Key_Escape)
    assert not licenses.isVisible()
    assert about.isVisible()
    QTest.keyClick(about.windowHandle(), Qt.Key.Key_Escape)
    assert not about.isVisible()
    about.show_in_front()
    qtbot.waitUntil(about.isActiveWindow)
    QTest.keyClick(about.windowHandle(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(about.isHidden)


def test_the_licenses_are_those_that_are_shipped(qtbot: QtBot, english: QApplication) -> None:
    window = LicensesWindow()
    qtbot.addWidget(window)
    assert window.texts.toPlainText() == resource(THIRD_PARTY).read_text(encoding="utf-8")
    assert window.texts.isReadOnly()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa"])
def test_missing_licenses_are_said_and_the_essence_stays(
    content: bytes | None, qtbot: QtBot, english: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "THIRD_PARTY.txt"
    if content is not None:
        file.write_bytes(content)
    window = LicensesWindow(file=file)
    qtbot.addWidget(window)
    assert window.texts.toPlainText().startswith("The full texts are missing")
    for word in ("MIT", "FFmpeg", "x264", "x265", "GNU General Public License"):
        assert word in window.summary.text()


def test_a_change_of_language_reaches_both_windows(
    about: AboutWindow, english: QApplication, qtbot: QtBot
) -> None:
    about.licenses_button.click()
    assert about.licenses is not None
    controls = (about.purpose, about.close_button, about.licenses.summary, about.licenses.close_button)
    for control in controls:
        control.setText("")
    install_translation(english, "es")
    qtbot.waitUntil(lambda: all(control.text() for control in controls))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scale", ["1", "2"])
def test_nothing_is_cut_off(scheme: str, scale: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, "-m", "tests.gui.about_pictures", scheme, str(tmp_path), scale=scale)
    assert report == {"problems": [], "ratio": float(scale)}
    pictures = [QImage(str(file)) for file in sorted(tmp_path.glob("about-*.png"))]
    assert len(pictures) == 3
    for picture in pictures:
        corner: QColor = picture.pixelColor(2, 2)
        assert (corner.lightnessF() < 0.5) is (scheme == "dark")
