"""The model window: what its buttons ask for, what it says, and how it is used without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.models_samples import BUSY, DEMO, FIRST_START, INSTALLED, MEASURING, OWN, ROWS, at
from v2m_desktop.models.fit import Fit, Suitability
from v2m_desktop.ui.models.card import ModelCard
from v2m_desktop.ui.models.remove_question import RemoveQuestion
from v2m_desktop.ui.models.view import ModelRow, ModelsView, RowState
from v2m_desktop.ui.models.window import ModelWindow

TINY = ROWS["tiny"]


@pytest.fixture
def window(qtbot: QtBot, english: QApplication) -> Iterator[ModelWindow]:
    made = ModelWindow()
    yield made
    made.close()
    made.deleteLater()


def shown(window: ModelWindow, qtbot: QtBot, *rows: ModelRow) -> ModelCard:
    """Show these rows; the first one's card."""
    window.show_view(ModelsView(rows))
    window.show()
    qtbot.waitExposed(window)
    return window.cards[rows[0].name]


@pytest.mark.parametrize(
    ("row", "text", "signal"),
    [
        (TINY, "Download", "download_requested"),
        (replace(TINY, state=RowState.PARTIAL, kept=5), "Resume", "download_requested"),
        (replace(TINY, error="It broke."), "Try again", "download_requested"),
        (replace(TINY, state=RowState.DOWNLOADING), "Cancel", "cancel_requested"),
        (replace(TINY, state=RowState.IMPORTING, here=True), "Cancel", "cancel_requested"),
        (replace(TINY, state=RowState.INSTALLED, here=True), "Use", "use_requested"),
        (replace(TINY, state=RowState.INSTALLED, here=True, error="It broke."), "Use", "use_requested"),
    ],
)
def test_each_state_has_its_button(
    window: ModelWindow, qtbot: QtBot, row: ModelRow, text: str, signal: str
) -> None:
    card = shown(window, qtbot, row)
    assert card.main.text() == text
    assert card.main.accessibleName() == f"{text}: tiny"
    with qtbot.waitSignal(getattr(window, signal)) as asked:
        card.main.click()
    assert asked.args == ["tiny"]
    assert card.main.text() == text, "the answer comes with the next view"


@pytest.mark.parametrize("state", [RowState.STOPPING, RowState.REMOVING, RowState.IN_USE])
def test_where_nothing_can_be_done_there_is_nothing_to_press(
    window: ModelWindow, qtbot: QtBot, state: RowState
) -> None:
    card = shown(window, qtbot, replace(INSTALLED, state=state))
    assert not (card.main.isVisible() and card.main.isEnabled())
    assert not card.remove.isVisible()


@pytest.mark.parametrize(
    ("row", "text"),
    [(OWN, "Remove"), (replace(TINY, state=RowState.PARTIAL, kept=5, removable=True), "Discard")],
)
def test_removing_is_asked_for_and_by_default_refused(
    window: ModelWindow, qtbot: QtBot, row: ModelRow, text: str
) -> None:
    card = shown(window, qtbot, row)
    assert card.remove.text() == text
    keep, delete = (Qt.Key.Key_Return,), (Qt.Key.Key_Tab, Qt.Key.Key_Return)
    for keys, agreed in ((keep, False), ((Qt.Key.Key_Escape,), False), (delete, True)):
        asked: list[str] = []
        connection = window.remove_requested.connect(asked.append)
        card.remove.click()
        question = window.findChildren(RemoveQuestion)[-1]
        qtbot.waitUntil(question.box.isVisible)
        assert row.title in question.box.text()
        assert question.box.focusWidget() is question.keep
        with qtbot.waitSignal(question.destroyed):
            for key in keys:
                QTest.keyClick(question.box.focusWidget(), key)
        assert asked == ([row.name] if agreed else [])
        window.remove_requested.disconnect(connection)


def test_what_is_not_ours_cannot_be_removed(window: ModelWindow, qtbot: QtBot) -> None:
    card = shown(window, qtbot, replace(DEMO, state=RowState.INSTALLED))
    assert not card.remove.isVisible()


def test_a_folder_is_chosen_in_a_dialog(window: ModelWindow, qtbot: QtBot, tmp_path: Path) -> None:
    shown(window, qtbot, TINY)
    window.bring.click()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.selectFile(str(tmp_path))
    with qtbot.waitSignal(dialog.destroyed), qtbot.waitSignal(window.import_requested) as asked:
        dialog.accept()
    assert asked.args == [str(tmp_path)]


def test_a_canceled_choice_of_a_folder_asks_for_nothing(window: ModelWindow, qtbot: QtBot) -> None:
    shown(window, qtbot, TINY)
    window.bring.click()
    (dialog,) = window.findChildren(QFileDialog)
    with qtbot.assertNotEmitted(window.import_requested), qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_a_row_says_what_a_model_is_good_for(window: ModelWindow, qtbot: QtBot) -> None:
    card = shown(window, qtbot, ROWS["small"])
    assert card.purpose.text() == "Accurate and quick enough on most computers."
    assert card.facts.text().replace("\u00a0", " ").split("  ·  ") == [
        "99 languages", "can translate to English", "464 MB download", "about 464 MB of memory",
    ]  # fmt: skip
    assert (card.badge.text(), card.fit.text()) == (
        "Recommended",
        "✓  Fits this computer  ·  about 0.6 s for a sentence",
    )
    english = shown(window, qtbot, ROWS["distil-large-v3.5"]).facts.text().replace("\u00a0", " ")
    assert english == "English only  ·  1.5 GB download  ·  about 1.2 GB of memory (estimated)"
    assert "does not translate" in shown(window, qtbot, ROWS["large-v3-turbo"]).facts.text().replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("suitability", "on_card", "text"),
    [
        (Suitability.FITS, False, "Fits this computer"),
        (Suitability.FITS, True, "Fits the graphics card of this computer"),
        (Suitability.SLOW, False, "Fits, but words appear seconds later on this computer"),
        (Suitability.TIGHT, False, "Fits only after other programs are closed"),
        (Suitability.TOO_LARGE, False, "Too large for this computer"),
    ],
)
def test_how_well_it_fits_is_said_in_words(
    window: ModelWindow, qtbot: QtBot, suitability: Suitability, on_card: bool, text: str
) -> None:
    card = shown(window, qtbot, replace(TINY, fit=Fit(suitability, 10**9, False, on_card)))
    assert card.fit.accessibleName() == text
    assert ("video memory" in card.facts.text().replace("\u00a0", " ")) is on_card


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.02, "about 0.1 s for"), (0.64, "about 0.6 s for"), (3.0, "about 3.0 s for"), (12.3, "about 12 s for"),
     (None, "")],
)  # fmt: skip
def test_a_row_says_how_long_a_sentence_takes(
    window: ModelWindow, qtbot: QtBot, seconds: float | None, text: str
) -> None:
    card = shown(window, qtbot, replace(TINY, fit=Fit(Suitability.FITS, 10**9, False, False, seconds)))
    said = card.fit.text()
    assert ("for a sentence" in said) is (seconds is not None)
    assert text in said


def test_a_measurement_shows_and_can_be_skipped(window: ModelWindow, qtbot: QtBot) -> None:
    window.show_view(MEASURING)
    window.show()
    qtbot.waitExposed(window)
    line = window.measuring
    assert line.isVisible()
    assert "Measuring" in line.text.text()
    assert line.skip.accessibleName() == "Skip the measurement"
    assert not window.measure.isEnabled()
    assert window.focusWidget() is line.skip, "Enter must not download what nobody recommended"
    qtbot.waitUntil(lambda: line.bar.value() > 0, timeout=20_000)
    with qtbot.waitSignal(window.skip_requested):
        line.skip.click()
    window.show_view(FIRST_START)
    assert not line.isVisible()
    with qtbot.assertNotEmitted(window.download_requested):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.focusWidget() is window.cards["small"].main)
    with qtbot.waitSignal(window.measure_requested):
        window.measure.click()


def test_what_is_recommended_stays_in_its_place_until_the_window_is_opened_again(
    window: ModelWindow, qtbot: QtBot
) -> None:
    def height(name: str) -> int:
        return (
            window.cards[name].mapTo(window, QPoint()).y() - window.cards["tiny"].mapTo(window, QPoint()).y()
        )

    window.show_view(MEASURING)
    window.show()
    qtbot.waitExposed(window)
    window.show_view(FIRST_START)
    QApplication.processEvents()
    assert height("small") > height("base") > height("tiny")
    window.hide()
    window.show_view(FIRST_START)
    window.show()
    qtbot.waitUntil(lambda: height("small") < 0)


def test_nothing_takes_the_focus_from_whoever_moved_it(window: ModelWindow, qtbot: QtBot) -> None:
    window.show_view(MEASURING)
    window.show()
    qtbot.waitExposed(window)
    chosen = window.cards["base"].main
    chosen.setFocus()
    going = replace(ROWS["small"], state=RowState.DOWNLOADING)
    rows = tuple(going if row.name == "small" else row for row in FIRST_START.rows)
    for view in (MEASURING, FIRST_START, FIRST_START, replace(FIRST_START, rows=rows)):
        window.show_view(view)
        assert window.focusWidget() is chosen


def test_a_download_shows_how_far_it_is(window: ModelWindow, qtbot: QtBot) -> None:
    going = replace(ROWS["base"], state=RowState.DOWNLOADING)
    card = shown(window, qtbot, going)
    assert (card.bar.value(), card.progress.text()) == (0, "Asking the model hub…")
    shown(window, qtbot, replace(going, progress=at(0.46, going)))
    assert card.bar.value() == 46
    assert card.progress.text() == "46 %  ·  65 MB of 141 MB  ·  3.4 MB per second  ·  1 min left"
    shown(window, qtbot, replace(going, progress=at(0.8, going, verifying=True)))
    assert card.progress.text() == "Checking what arrived  ·  80 %"
    shown(window, qtbot, replace(going, state=RowState.STOPPING))
    assert (card.progress.text(), card.main.isEnabled()) == ("Stopping…", False)
    shown(window, qtbot, replace(going, state=RowState.PARTIAL, kept=70_000_000, error="It broke off."))
    assert card.progress.text() == "70 MB of 141 MB are here already"
    assert (card.bar.value(), card.error.text(), card.error.isVisible()) == (49, "It broke off.", True)
    shown(window, qtbot, ROWS["base"])
    assert not any(part.isVisible() for part in (card.bar, card.progress, card.error))


def test_with_the_demo_alone_the_window_explains_itself(window: ModelWindow, qtbot: QtBot) -> None:
    window.show_view(FIRST_START)
    assert window.title.text() == "Get a model that understands you"
    assert "synthetic voices only" in window.words.text()
    assert "nothing else is sent" in window.words.text()
    assert window.leave.text() == "&Later"
    shown(window, qtbot, INSTALLED)
    assert window.title.text() == "Models"
    assert window.leave.text() == "&Close"


def test_at_the_first_start_enter_downloads_what_is_recommended(window: ModelWindow, qtbot: QtBot) -> None:
    window.show_view(FIRST_START)
    window.show()
    qtbot.waitExposed(window)
    assert window.focusWidget() is window.cards["small"].main
    with qtbot.waitSignal(window.download_requested) as asked:
        QTest.keyClick(window, Qt.Key.Key_Return)
    assert asked.args == ["small"]


def test_later_enter_downloads_nothing_by_accident(window: ModelWindow, qtbot: QtBot) -> None:
    shown(window, qtbot, *FIRST_START.rows)
    window.area.setFocus()
    with qtbot.assertNotEmitted(window.download_requested):
        QTest.keyClick(window, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_escape_closes_and_stops_nothing(window: ModelWindow, qtbot: QtBot) -> None:
    shown(window, qtbot, *BUSY.rows)
    with qtbot.assertNotEmitted(window.cancel_requested):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_tab_reaches_every_button_from_top_to_bottom(window: ModelWindow, qtbot: QtBot) -> None:
    shown(window, qtbot, *BUSY.rows)
    wanted = [
        button
        for row in BUSY.rows
        for button in (window.cards[row.name].main, window.cards[row.name].remove)
        if button.isVisible() and button.isEnabled()
    ]
    wanted += [window.bring, window.measure, window.leave]
    wanted[0].setFocus()
    reached = []
    for _ in wanted:
        reached.append(window.focusWidget())
        assert window.area.isAncestorOf(reached[-1]) or reached[-1] in (
            window.bring,
            window.measure,
            window.leave,
        )
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert reached == wanted


def test_the_keyboard_stays_where_it_is_while_figures_change(window: ModelWindow, qtbot: QtBot) -> None:
    card = shown(window, qtbot, *BUSY.rows) and window.cards["base"]
    card.main.setFocus()
    rows = [replace(row, progress=at(0.5, row)) if row.name == "base" else row for row in BUSY.rows]
    window.show_view(replace(BUSY, rows=tuple(rows)))
    assert (window.focusWidget(), window.cards["base"]) == (card.main, card)
    here = replace(card.row, state=RowState.INSTALLED, here=True)
    window.show_view(replace(BUSY, rows=(here, *[row for row in rows if row.name != "base"])))
    assert (window.focusWidget(), card.main.text()) == (card.main, "Use")


def test_a_model_that_was_asked_for_comes_into_view(window: ModelWindow, qtbot: QtBot) -> None:
    shown(window, qtbot, *FIRST_START.rows)
    card = window.cards["distil-large-v3.5"]
    assert card.visibleRegion().isEmpty()
    window.reveal("distil-large-v3.5")
    qtbot.waitUntil(lambda: window.focusWidget() is card.main)
    assert card.visibleRegion().boundingRect() == card.rect()


def test_rows_that_are_gone_leave(window: ModelWindow, qtbot: QtBot) -> None:
    card = shown(window, qtbot, OWN, TINY)
    with qtbot.waitSignal(card.destroyed):
        window.show_view(ModelsView((TINY,)))
    assert list(window.cards) == ["tiny"]
    assert [heading.text() for heading in window.headings] == ["To download"]


def test_everything_has_a_name_for_those_who_cannot_see_it(window: ModelWindow, qtbot: QtBot) -> None:
    shown(window, qtbot, *BUSY.rows)
    window.show_view(BUSY)
    for kind in (QPushButton, QLabel, QProgressBar):
        for control in window.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName(), control
    names = [button.accessibleName() for button in window.findChildren(QPushButton) if button.isVisible()]
    assert len(set(names)) == len(names)
