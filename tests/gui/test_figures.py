"""From the driver's figures to the line people read, through the real watch, presenter and overlay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.nvml import GIB, ChosenGpu, FakeNvml
from tests.patience import PATIENCE_S
from v2m_desktop.app.figures import FigureWatch
from v2m_desktop.app.presenter import Facts, Presenter
from v2m_desktop.core.session import CaptureState, SessionId, Transcript
from v2m_desktop.core.settings import Settings
from v2m_desktop.diagnostics.gpu_figures import NvmlSource
from v2m_desktop.diagnostics.system_monitor import SystemMonitor
from v2m_desktop.pipeline.state import State, Take
from v2m_desktop.ui.overlay import Overlay

WITHIN_MS = 3000
"""A second is promised; the machine of the test may be busy."""


class ListeningController(QObject):
    """What a presenter reads of a controller, in the middle of a take."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        one = SessionId(1)
        self.state = State(CaptureState.LISTENING, one, (Take(one),), one)
        self.transcript = Transcript()
        self.behind_seconds = 0.0


@dataclass
class Watched:
    """An overlay that shows the figures of a fake card."""

    overlay: Overlay
    presenter: Presenter
    watch: FigureWatch

    @property
    def line(self) -> str:
        line = self.overlay.footer.resources.text()
        return str(line)


@pytest.fixture
def nvml() -> FakeNvml:
    return FakeNvml()


@pytest.fixture
def watched(nvml: FakeNvml, english: QApplication) -> Iterator[Watched]:
    made = show(ChosenGpu(nvml))
    yield made
    end(made)


def show(gpu: ChosenGpu) -> Watched:
    controller = ListeningController()
    presenter = Presenter(controller, Facts(Settings()), controller)  # type: ignore[arg-type]
    overlay = Overlay(compositor=lambda: True)
    watch = FigureWatch(SystemMonitor(NvmlSource(gpu)), controller)
    presenter.overlay_changed.connect(overlay.show_view)
    watch.sampled.connect(presenter.on_figures)
    made = Watched(overlay, presenter, watch)
    overlay.keeps = controller  # type: ignore[attr-defined]
    watch.watch(True)
    return made


def end(made: Watched) -> None:
    assert made.watch.shut_down(PATIENCE_S)
    made.overlay.dismiss()


def amber(made: Watched) -> bool:
    return made.overlay.footer.resources.accessibleDescription() == "Memory is nearly full"


def test_memory_that_fills_changes_the_overlay_within_a_second_and_turns_amber(
    watched: Watched, nvml: FakeNvml, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "2.0/8.0 GB" in watched.line, timeout=WITHIN_MS)
    assert not amber(watched)
    nvml.used = round(7.9 * GIB)
    qtbot.waitUntil(lambda: "7.9/8.0 GB" in watched.line, timeout=WITHIN_MS)
    assert amber(watched)
    nvml.used = round(7.1 * GIB)
    qtbot.waitUntil(lambda: "7.1/8.0 GB" in watched.line, timeout=WITHIN_MS)
    assert not amber(watched)


def test_without_a_driver_no_video_memory_is_shown_and_nothing_fails(qtbot: QtBot) -> None:
    made = show(ChosenGpu(None))
    try:
        qtbot.waitUntil(lambda: "RAM" in made.line, timeout=WITHIN_MS)
        assert "VRAM" not in made.line
    finally:
        end(made)


def test_the_thread_lives_only_while_somebody_looks(watched: Watched, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "GB" in watched.line, timeout=WITHIN_MS)
    watched.watch.watch(False)
    watched.watch.watch(False)
    watched.watch.watch(True)
    with qtbot.waitSignal(watched.watch.sampled, timeout=WITHIN_MS):
        pass
