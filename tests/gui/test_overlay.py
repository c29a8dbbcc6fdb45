"""The overlay shows what happens and never gets in the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop import samples
from v2m_desktop.core.session import AppState, CaptureState, ResourceFigures
from v2m_desktop.ui.overlay import LINGER_MS, OFFER_MS, Overlay
from v2m_desktop.ui.theme import DARK
from v2m_desktop.ui.view import Offer, OverlayView, Phase, phase_of

GIB = samples.GIB


@pytest.fixture
def overlay(qtbot: QtBot, english: QApplication) -> Overlay:
    overlay = Overlay(compositor=lambda: True, scheme=Qt.ColorScheme.Dark)
    qtbot.addWidget(overlay)
    return overlay


def test_neither_panel_nor_button_can_take_the_focus(overlay: Overlay) -> None:
    overlay.show_view(samples.LISTENING)
    for window in (overlay, overlay.cancel):
        flags = window.windowFlags()
        assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
        assert flags & Qt.WindowType.WindowStaysOnTopHint
        assert flags & Qt.WindowType.FramelessWindowHint
        assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        assert window.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert window.isWindow()
    assert QApplication.activeWindow() is None


def test_clicks_pass_through_the_panel_but_not_the_button(overlay: Overlay) -> None:
    assert overlay.windowFlags() & Qt.WindowType.WindowTransparentForInput
    assert not overlay.cancel.windowFlags() & Qt.WindowType.WindowTransparentForInput


def test_cancel_button_asks_and_sits_inside_the_panel(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.show_view(samples.LISTENING)
    assert overlay.cancel.isVisible()
    assert overlay.geometry().contains(overlay.cancel.geometry())
    with qtbot.waitSignal(overlay.cancel_requested):
        QTest.mouseClick(overlay.cancel, Qt.MouseButton.LeftButton)
    assert overlay.isVisible(), "the overlay decides nothing by itself"


@pytest.mark.parametrize("name", ["working", "done", "notice", "problem"])
def test_there_is_nothing_to_cancel_once_the_recording_is_over(overlay: Overlay, name: str) -> None:
    overlay.show_view(samples.LISTENING)
    overlay.show_view(samples.OVERLAYS[name])
    assert not overlay.cancel.isVisible()


@pytest.mark.parametrize(
    ("view", "phase"),
    [
        (OverlayView(), Phase.HIDDEN),
        (samples.ARMING, Phase.ARMING),
        (samples.LISTENING, Phase.LISTENING),
        (replace(samples.LISTENING, state=AppState.PROBLEM, message="No."), Phase.LISTENING),
        (replace(samples.WORKING, capture=CaptureState.FINISHING), Phase.WORKING),
        (samples.WORKING, Phase.WORKING),
        (samples.DONE, Phase.DONE),
        (samples.NOTICE, Phase.NOTICE),
        (samples.PROBLEM, Phase.PROBLEM),
    ],
)
def test_phase_follows_the_view(view: OverlayView, phase: Phase) -> None:
    assert phase_of(view) is phase


def test_done_shows_milliseconds_and_fades_away_by_itself(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.show_view(samples.WORKING)
    overlay.show_view(samples.DONE)
    assert "412 ms" in overlay.header.clock.text()
    qtbot.waitUntil(lambda: not overlay.isVisible(), timeout=LINGER_MS[Phase.DONE] + 5000)
    overlay.show_view(replace(samples.DONE, resources=samples.CPU_ONLY))
    assert not overlay.isVisible(), "new figures must not bring a finished take back"
    overlay.show_view(samples.LISTENING)
    assert overlay.isVisible()
    assert overlay.windowOpacity() == 1.0


def test_done_stays_readable_when_the_session_is_idle_again(overlay: Overlay) -> None:
    overlay.show_view(samples.DONE)
    overlay.show_view(samples.IDLE)
    overlay.show_view(samples.IDLE)
    assert overlay.isVisible()


def test_a_sentence_stays_as_long_as_it_takes_to_read_it(overlay: Overlay) -> None:
    reason = "The text was inserted as you said it. Ollama did not answer in time."
    overlay.show_view(replace(samples.DONE, message=reason))
    short = overlay.lingers_ms
    overlay.show_view(replace(samples.DONE, message=f"{reason} Try again, or allow more seconds."))
    assert LINGER_MS[Phase.DONE] + 3000 < short < overlay.lingers_ms
    overlay.show_view(samples.DONE)
    assert overlay.lingers_ms == LINGER_MS[Phase.DONE]


def test_a_problem_that_was_mended_is_shown_no_longer(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.show_view(samples.PROBLEM)
    overlay.show_view(samples.IDLE)
    assert overlay.lingers_ms == 0
    qtbot.waitUntil(lambda: not overlay.isVisible())


def test_canceled_take_disappears_at_once(overlay: Overlay) -> None:
    overlay.show_view(samples.LISTENING)
    overlay.show_view(samples.IDLE)
    assert not overlay.isVisible()
    assert not overlay.cancel.isVisible()


def test_resource_line_follows_the_figures(overlay: Overlay) -> None:
    def figures(used: float) -> ResourceFigures:
        return replace(samples.GPU, vram_used=round(used * GIB), vram_total=8 * GIB)

    label = overlay.footer.resources
    overlay.show_view(replace(samples.LISTENING, resources=figures(2.0)))
    assert label.text() == "VRAM 2.0/8.0 GB · GPU 34 % · 61 °C"
    assert DARK.quiet.name() in label.styleSheet()
    overlay.show_view(replace(samples.LISTENING, resources=figures(7.9)))
    assert label.text().startswith("VRAM 7.9/8.0 GB")
    assert DARK.warning.name() in label.styleSheet()
    assert label.accessibleDescription()
    overlay.show_view(replace(samples.LISTENING, resources=samples.CPU_ONLY))
    assert label.text() == "CPU 31 % · RAM 5.3/16.0 GB"
    overlay.show_view(replace(samples.LISTENING, resources=None))
    assert not label.isVisible()


def test_meter_moves_with_the_voice_and_rests_otherwise(overlay: Overlay, qtbot: QtBot) -> None:
    meter = overlay.header.meter

    def moving_after(view: OverlayView) -> bool:
        overlay.show_view(view)
        return meter.moving

    assert moving_after(samples.LISTENING)
    qtbot.waitUntil(lambda: not meter.moving, timeout=5000)
    assert moving_after(replace(samples.LISTENING, level_dbfs=-45.0))
    assert not moving_after(samples.WORKING)
    assert moving_after(samples.LISTENING)
    assert not moving_after(samples.IDLE), "an idle app must not wake up thirty times a second"


def test_in_silence_only_what_eyes_can_tell_apart_is_news(overlay: Overlay, qtbot: QtBot) -> None:
    silent = replace(samples.LISTENING, level_dbfs=-80.0, elapsed_seconds=3.1)
    overlay.show_view(silent)
    qtbot.waitUntil(lambda: not overlay.header.meter.moving, timeout=5000)
    overlay.show_view(replace(silent, level_dbfs=-60.0, elapsed_seconds=3.9))
    assert (overlay.header.clock.text(), overlay.header.meter.moving) == ("0:03", False)
    overlay.show_view(replace(silent, elapsed_seconds=4.0))
    assert overlay.header.clock.text() == "0:04"
    overlay.show_view(replace(silent, elapsed_seconds=4.1, level_dbfs=-40.0))
    assert overlay.header.meter.moving


def test_grows_upward_from_a_fixed_lower_edge(overlay: Overlay) -> None:
    overlay.show_view(samples.ARMING)
    short, edge = overlay.height(), overlay.geometry().bottom()
    overlay.show_view(samples.LISTENING)
    assert overlay.height() > short
    assert overlay.geometry().bottom() == edge


def test_without_a_compositor_the_window_has_the_shape_of_the_panel(
    qtbot: QtBot, english: QApplication
) -> None:
    overlay = Overlay(compositor=lambda: False, scheme=Qt.ColorScheme.Dark)
    qtbot.addWidget(overlay)
    overlay.show_view(samples.LISTENING)
    mask = overlay.mask()
    assert not mask.contains(QPoint(0, 0))
    assert mask.contains(overlay.rect().center())
    assert mask.boundingRect() == overlay.rect()


def test_with_a_compositor_there_is_no_mask(overlay: Overlay) -> None:
    overlay.show_view(samples.LISTENING)
    assert overlay.mask().isEmpty()


@pytest.mark.parametrize("name", sorted(samples.OVERLAYS))
def test_every_part_has_an_accessible_name(overlay: Overlay, name: str) -> None:
    overlay.show_view(samples.OVERLAYS[name])
    assert overlay.accessibleName()
    assert overlay.accessibleDescription()
    assert overlay.cancel.accessibleName()
    assert overlay.cancel.toolTip()
    button = QAccessible.queryAccessibleInterface(overlay.cancel)
    assert button.role() == QAccessible.Role.Button


def test_screen_readers_hear_the_state_but_no_dictated_word(overlay: Overlay) -> None:
    overlay.show_view(samples.LISTENING)
    assert overlay.accessibleDescription() == "Listening"
    overlay.show_view(samples.PROBLEM)
    assert "The microphone stopped sending sound." in overlay.accessibleDescription()


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
def test_panel_takes_the_colors_of_its_scheme(
    qtbot: QtBot, english: QApplication, scheme: Qt.ColorScheme
) -> None:
    overlay = Overlay(compositor=lambda: True, scheme=scheme)
    qtbot.addWidget(overlay)
    overlay.show_view(samples.ARMING)
    inside = overlay.grab().toImage().pixelColor(overlay.rect().center().x(), 8)
    assert (inside.lightnessF() < 0.5) is (scheme == Qt.ColorScheme.Dark)


def test_a_kept_text_is_offered_and_the_offer_takes_no_focus(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.show_view(samples.KEPT)
    row = overlay.offers
    assert overlay.geometry().contains(row.geometry())
    assert row.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert [button.accessibleName() for button in row.buttons] == ["Insert here", "Copy"]
    assert overlay.lingers_ms == OFFER_MS
    for button in row.buttons:
        with qtbot.waitSignal(overlay.offer_chosen) as chosen:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert chosen.args == [button.offer]
    overlay.show_view(samples.LISTENING)
    assert not row.isVisible()
    assert overlay.isVisible()


def test_the_offer_changes_with_what_can_be_done(overlay: Overlay) -> None:
    overlay.show_view(samples.KEPT)
    overlay.show_view(samples.UNCONFIRMED)
    assert [button.offer for button in overlay.offers.buttons] == [Offer.INSERT, Offer.PUT_BACK]
    assert overlay.offers.isVisible()
    overlay.dismiss()
    assert not overlay.offers.isVisible()
