"""Turns what the stations report into the views that tray and overlay draw."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import AppState, CaptureState, ModelState, ResourceFigures, TakeStage
from v2m_desktop.core.settings import Settings
from v2m_desktop.pipeline.capture_service import CaptureProgress
from v2m_desktop.pipeline.controller import ClosedTake, Controller
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.view import Choice, OverlayView, TrayView
from v2m_desktop.ui.wording import translate


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the views are made of beside the session itself."""

    settings: Settings
    models: tuple[Choice, ...] = ()
    languages: tuple[str, ...] = ("auto",)
    microphones: tuple[str, ...] = ("",)
    model_state: ModelState = ModelState.UNLOADED
    model: LoadedModel | None = None
    model_error: V2mError | None = None
    microphone_open: bool = False
    hotkeys_missing: str | None = None
    hotkeys_paused: bool = False
    leftover_takes: int = 0
    notices: tuple[str, ...] = ()


class Presenter(QObject):
    """Owns the views. `overlay_changed` and `tray_changed` carry a new one."""

    overlay_changed = Signal(object)
    tray_changed = Signal(object)

    def __init__(self, controller: Controller, facts: Facts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = facts
        self.last_text = SensitiveText()
        self._controller = controller
        self._progress: CaptureProgress | None = None
        self._figures: ResourceFigures | None = None
        self._outcome: tuple[int | None, str | None] = (None, None)
        controller.changed.connect(self.refresh)
        controller.closed.connect(self._on_closed)

    def know(self, **facts: object) -> None:
        """Update facts and redraw."""
        self.facts = replace(self.facts, **facts)  # type: ignore[arg-type]
        self.refresh()

    @property
    def app_state(self) -> AppState:
        state = self._controller.state.app_state
        if state is AppState.IDLE and self.problem is not None:
            return AppState.PROBLEM
        return state

    @property
    def problem(self) -> str | None:
        """The one sentence that matters most."""
        if self._controller.state.problem:
            return error_sentence(self._controller.state.problem)
        if self.facts.model_error is not None:
            return error_sentence(self.facts.model_error)
        return self.facts.notices[0] if self.facts.notices else None

    @Slot()
    def refresh(self) -> None:
        self.tray_changed.emit(self.tray_view())
        self.overlay_changed.emit(self.overlay_view())

    @Slot(object)
    def on_progress(self, progress: CaptureProgress) -> None:
        self._progress = progress
        self.overlay_changed.emit(self.overlay_view())

    @Slot(object)
    def on_figures(self, figures: ResourceFigures) -> None:
        self._figures = figures
        self.overlay_changed.emit(self.overlay_view())

    def overlay_view(self) -> OverlayView:
        state = self._controller.state
        active = state.capture is not CaptureState.IDLE
        heard = self._progress
        progress = heard if heard is not None and active and heard.session == state.session else None
        milliseconds, message = (None, None) if active else self._outcome
        if (
            active
            and state.capture is CaptureState.LISTENING
            and self.facts.model_state is ModelState.LOADING
        ):
            message = translate("Overlay", "The model is still loading. Speak on, nothing is lost.")
        view = OverlayView(
            state=state.app_state,
            capture=state.capture,
            elapsed_seconds=heard.seconds if heard and (progress or not active) else 0.0,
            speech=bool(progress and progress.speech),
            transcript=self._controller.transcript,
            model=self.facts.model.name if self.facts.model else self.facts.settings.recognition.model,
            language=self.facts.settings.recognition.language,
            resources=self._figures if self.facts.settings.overlay.resources else None,
            stop_to_text_ms=milliseconds,
            message=message,
            microphone_open=self.facts.microphone_open,
        )
        return replace(view, level_dbfs=progress.level_dbfs) if progress else view

    def tray_view(self) -> TrayView:
        facts = self.facts
        return TrayView(
            state=self.app_state,
            microphone_open=facts.microphone_open,
            models=facts.models,
            model=facts.settings.recognition.model,
            languages=facts.languages,
            language=facts.settings.recognition.language,
            microphones=facts.microphones,
            microphone=facts.settings.microphone.device,
            hotkeys_paused=facts.hotkeys_paused,
            hotkey=facts.settings.hotkeys.dictate if facts.hotkeys_missing is None else None,
            hotkeys_missing=facts.hotkeys_missing,
            has_last_text=bool(self.last_text),
            leftover_takes=facts.leftover_takes,
            problem=self.problem,
        )

    @Slot(object)
    def _on_closed(self, take: ClosedTake) -> None:
        if take.text:
            self.last_text = take.text
        milliseconds = take.timeline.milliseconds().get("stop_to_delivered")
        self._outcome = (round(milliseconds) if milliseconds is not None else None, outcome_sentence(take))


def outcome_sentence(take: ClosedTake) -> str | None:
    """What people read when a take is over and it was not simply delivered."""
    if take.error is not None:
        return error_sentence(take.error)
    match take.stage:
        case TakeStage.EMPTY:
            return translate("Overlay", "No speech was heard.")
        case TakeStage.CANCELLED:
            return translate("Overlay", "Discarded.")
        case TakeStage.PARKED:
            return translate("Overlay", "The text is kept: copy it from the tray menu.")
        case _:
            return None
