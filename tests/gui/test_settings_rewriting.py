"""The page about rewriting: only what matters is there, keys stay hidden, a text can be tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.settings_pictures import GEMINI, OLLAMA, VIEW
from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.ui.settings.dialog import SettingsDialog
from v2m_desktop.ui.settings.rewriting_page import RewritingPage
from v2m_desktop.ui.settings.view import TryOut

KEY = "sk-not-a-real-key"


@pytest.fixture
def dialog(qtbot: QtBot, english: QApplication) -> Iterator[SettingsDialog]:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.show_view(OLLAMA)
    dialog.open_page("rewriting")
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


@pytest.fixture
def page(dialog: SettingsDialog) -> RewritingPage:
    return dialog.book.rewriting


def visible(page: RewritingPage) -> set[str]:
    return {key.removeprefix("rewriting.") for key, control in page.controls.items() if control.isVisible()}


def test_only_what_matters_for_the_provider_is_there(dialog: SettingsDialog, page: RewritingPage) -> None:
    everything = {key.removeprefix("rewriting.") for key in page.controls}
    assert visible(page) == everything
    assert not page.key.isVisible()
    dialog.show_view(GEMINI)
    assert visible(page) == everything - {"ollama_address"}
    assert page.key.isVisible()
    dialog.show_view(VIEW)
    assert visible(page) == {"provider"}
    assert not page.key.isVisible()
    assert not page.try_out.isVisible()


def test_text_that_leaves_the_computer_is_named(dialog: SettingsDialog, page: RewritingPage) -> None:
    warning = page.rows["rewriting.provider"].warning
    assert not warning.isVisible()
    dialog.show_view(GEMINI)
    sentence = "Text leaves this computer: it is sent to generativelanguage.googleapis.com."
    assert warning.text() == sentence
    assert warning.isVisible()
    assert sentence in page.controls["rewriting.provider"].accessibleDescription()
    dialog.show_view(OLLAMA)
    assert not warning.isVisible()


@pytest.mark.parametrize("way", ["enter", "button"])
def test_a_key_is_taken_and_the_field_emptied(
    dialog: SettingsDialog, page: RewritingPage, qtbot: QtBot, way: str
) -> None:
    dialog.show_view(GEMINI)
    entry = page.key
    assert entry.field.echoMode() == QLineEdit.EchoMode.Password
    assert not entry.save.isEnabled()
    entry.field.setFocus()
    QTest.keyClicks(entry.field, f" {KEY} ")
    seen: list[str] = []
    entry.entered.connect(lambda _key: seen.append(entry.field.text()))
    with qtbot.waitSignal(dialog.key_entered) as said:
        if way == "enter":
            QTest.keyClick(entry.field, Qt.Key.Key_Return)
        else:
            QTest.mouseClick(entry.save, Qt.MouseButton.LeftButton)
    assert isinstance(said.args[0], SensitiveText)
    assert said.args[0].reveal() == KEY
    assert seen == [""], "empty before anybody hears of it"
    entry.field.undo()
    assert entry.field.text() == ""
    assert dialog.isVisible()


def test_an_empty_key_is_none(dialog: SettingsDialog, page: RewritingPage) -> None:
    dialog.show_view(GEMINI)
    said: list[object] = []
    dialog.key_entered.connect(said.append)
    QTest.keyClicks(page.key.field, "   ")
    QTest.keyClick(page.key.field, Qt.Key.Key_Return)
    assert said == []


def test_half_a_key_does_not_wait_for_the_next_visit(dialog: SettingsDialog, page: RewritingPage) -> None:
    dialog.show_view(GEMINI)
    QTest.keyClicks(page.key.field, KEY)
    dialog.close()
    assert page.key.field.text() == ""


@pytest.mark.parametrize(
    ("state", "sentence", "forgettable"),
    [
        (SecretState(), "No key.", False),
        (SecretState(SecretPlace.KEYRING, "KWallet"), "Kept in KWallet.", True),
        (SecretState(SecretPlace.SESSION), "Kept until the app ends: no keyring answers.", True),
    ],
)
def test_where_the_key_is_is_said(
    dialog: SettingsDialog,
    page: RewritingPage,
    qtbot: QtBot,
    state: SecretState,
    sentence: str,
    forgettable: bool,
) -> None:
    dialog.show_view(replace(GEMINI, key=state))
    assert page.key.state.text() == sentence
    assert page.key.state.isVisible()
    assert page.key.forget.isEnabled() is forgettable
    if forgettable:
        with qtbot.waitSignal(dialog.key_forgotten):
            QTest.mouseClick(page.key.forget, Qt.MouseButton.LeftButton)


def test_models_are_those_of_the_server(dialog: SettingsDialog, page: RewritingPage) -> None:
    models = page._models
    assert [models.itemData(place) for place in range(models.count())] == ["", *OLLAMA.provider_models]
    assert page.rows["rewriting.model"].help.text() == "Models offered: 3"
    dialog.show_view(replace(OLLAMA, provider_models=("other",), provider_busy=True))
    assert [models.itemData(place) for place in range(models.count())] == ["", "other", "qwen3:4b"]
    assert models.currentData() == "qwen3:4b", "what is chosen is shown, even where the server lacks it"
    assert page.rows["rewriting.model"].help.text() == "Asking for the models…"
    assert not page.refresh.isEnabled()


def test_a_missing_list_is_asked_for_once_a_visit(dialog: SettingsDialog) -> None:
    asked: list[bool] = []
    dialog.provider_models_wanted.connect(lambda: asked.append(True))
    dialog.show_view(OLLAMA)
    assert asked == []
    dialog.show_view(replace(OLLAMA, provider_models=()))
    dialog.show_view(replace(OLLAMA, provider_models=(), provider_line="It does not answer."))
    assert len(asked) == 1
    dialog.open_page("general")
    dialog.show_view(replace(OLLAMA, provider_models=()))
    assert len(asked) == 1, "a list that nobody sees is not asked for"
    dialog.open_page("rewriting")
    assert len(asked) == 2
    dialog.show_view(VIEW)
    dialog.open_page("general")
    dialog.open_page("rewriting")
    assert len(asked) == 2, "nobody rewrites, so there is nobody to ask"


def test_own_instructions_can_be_reset(dialog: SettingsDialog, page: RewritingPage, qtbot: QtBot) -> None:
    prompt, reset = page._prompts["rewriting.refine_prompt"], page._resets["rewriting.refine_prompt"]
    assert prompt.placeholderText() == VIEW.refine_prompt
    assert not reset.isEnabled()
    rewriting = OLLAMA.settings.rewriting.model_copy(update={"refine_prompt": "Mine"})
    settings = OLLAMA.settings.model_copy(update={"rewriting": rewriting})
    dialog.show_view(replace(OLLAMA, settings=settings))
    assert prompt.toPlainText() == "Mine"
    page.ensureWidgetVisible(reset)
    with qtbot.waitSignal(dialog.changed) as said:
        QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert said.args == ["rewriting.refine_prompt", ""]


@pytest.mark.parametrize(("button", "action"), [("refine", "refine"), ("translate_text", "translate")])
def test_a_text_can_be_tried(
    dialog: SettingsDialog, page: RewritingPage, qtbot: QtBot, button: str, action: str
) -> None:
    box = page.try_out
    page.ensureWidgetVisible(box.refine)
    box.text.selectAll()
    QTest.keyClicks(box.text, "helo world")
    with qtbot.waitSignal(dialog.try_out_requested) as said:
        QTest.mouseClick(getattr(box, button), Qt.MouseButton.LeftButton)
    assert said.args[0] == action
    assert isinstance(said.args[1], SensitiveText)
    assert said.args[1].reveal() == "helo world"
    dialog.show_view(replace(OLLAMA, try_out=TryOut(busy=True)))
    assert not box.refine.isEnabled()
    assert not box.translate_text.isEnabled()
    assert box.message.text() == "Working…"
    answer = TryOut(text=SensitiveText("Hello world."), message="Took 0.8 s.")
    dialog.show_view(replace(OLLAMA, try_out=answer))
    assert box.result.toPlainText() == "Hello world."
    assert box.message.text() == "Took 0.8 s."
    assert box.refine.isEnabled()
    assert box.text.toPlainText() == "helo world"


def test_an_empty_text_cannot_be_tried(page: RewritingPage) -> None:
    page.try_out.text.clear()
    assert not page.try_out.refine.isEnabled()
    assert not page.try_out.translate_text.isEnabled()


def test_views_print_neither_instructions_nor_words() -> None:
    rewriting = OLLAMA.settings.rewriting.model_copy(update={"refine_prompt": "Be my poet"})
    view = replace(OLLAMA, settings=OLLAMA.settings.model_copy(update={"rewriting": rewriting}))
    assert "poet" not in repr(view)
    assert "Tuesday" not in repr(view)
