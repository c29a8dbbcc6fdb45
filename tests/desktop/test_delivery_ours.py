"""Our own windows get no dictated text, save the fields that ask for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.desktop.delivery_rig import DeliveryRig, delivery_rig
from v2m_desktop.app.welcoming_focus import WelcomingFocus
from v2m_desktop.output.results import Outcome
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.ui.welcome import welcome_dictation

WORDS = "Hello, señora: 25 €."


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[DeliveryRig]:
    with delivery_rig(qtbot) as rig:
        focus = WelcomingFocus(rig.focus)
        desktop = Desktop(rig.board, rig.primary, rig.keys, focus)
        rig.service = DeliveryService(desktop, rig.service.settings, rig.parent)
        rig.service.finished.connect(lambda _session, result: rig.results.append(result))
        yield rig


@pytest.fixture
def editor(qtbot: QtBot) -> QPlainTextEdit:
    """Without the focus yet."""
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    return editor


def show(editor: QPlainTextEdit, rig: DeliveryRig) -> None:
    editor.show()
    editor.activateWindow()
    rig.bot.waitUntil(lambda: editor.hasFocus() and rig.window().ours)


def test_a_field_of_ours_gets_nothing(rig: DeliveryRig, editor: QPlainTextEdit) -> None:
    show(editor, rig)
    rig.deliver(WORDS)
    assert rig.settle().outcome is Outcome.PARKED
    assert editor.toPlainText() == ""


def test_a_field_of_ours_that_asks_for_it_gets_the_text(rig: DeliveryRig, editor: QPlainTextEdit) -> None:
    welcome_dictation(editor)
    show(editor, rig)
    rig.deliver(WORDS)
    assert rig.settle().outcome is Outcome.DELIVERED
    assert editor.toPlainText() == WORDS
