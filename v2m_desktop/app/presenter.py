"""Turns what the stations report into the views that tray and overlay draw."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.app.conditions import Conditions
from v2m_desktop.audio.hands_free import HandsFreeState
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.rewriting import Action, Place
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import (
    AppState,
    CaptureState,
    ModelState,
    ResourceFigures,
    SessionId,
    TakeStage,
    Transcript,
)
from v2m_desktop.core.settings import Settings
from v2m_desktop.pipeline.capture_service import CaptureProgress
from v2m_desktop.pipeline.controller import Controller
from v2m_desktop.pipeline.take_record import ClosedTake
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.view import Choice, Offer, OverlayView, TrayView
from v2m_desktop.ui.wording import action_name, hotkey_name, translate


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
    level_open: bool = False
    """The settings listen to a microphone, to show its level."""
    hotkey: str = ""
    insert_key: str = ""
    """The key in force that inserts a text which was kept, "" if there is none."""
    clipboard_lost: bool = False
    """The text lies on the clipboard; what was there before is kept and can be put back."""
    hotkeys_missing: V2mError | None = None
    hotkeys_paused: bool = False
    leftover_takes: int = 0
    can_take_back: bool = False
    taken_back: bool = False
    """The text that was inserted last can be taken back, or was, and can be inserted again."""
    place: Place | None = None
    """Where texts are refined and translated, None where they are not."""

    @property
    def any_microphone_open(self) -> bool:
        return self.microphone_open or self.level_open


MICROPHONE = "microphone"
STORAGE = "storage"
"""Keys of the conditions that takes bring and take back."""


TOLD_BEHIND_SECONDS = 40.0
"""More than one segment waits, of the longest there are: the model is slower than the speaker."""

BEHIND_STEP_SECONDS = 10


class Presenter(QObject):
    """Owns the views. `overlay_changed` and `tray_changed` carry a new one."""

    overlay_changed = Signal(object)
    tray_changed = Signal(object)

    def __init__(self, controller: Controller, facts: Facts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = facts
        self.last_text, self.last_session = SensitiveText(), SessionId(0)
        self.last_spoken = SensitiveText()
        self._controller = controller
        self._progress: CaptureProgress | None = None
        self._figures: ResourceFigures | None = None
        self._outcome: tuple[int | None, ClosedTake | None] = (None, None)
        self._recorded: SessionId | None = None
        self._conditions = Conditions()
        self._note: tuple[SessionId, V2mError] | None = None
        self._overcome: V2mError | None = None
        controller.changed.connect(self.refresh)
        controller.closed.connect(self._on_closed)

    def know(self, **facts: object) -> None:
        """Update facts and redraw."""
        self.facts = replace(self.facts, **facts)  # type: ignore[arg-type]
        self.refresh()

    def hold(self, key: str, *errors: V2mError) -> bool:
        """Something is wrong from now on, until `settle(key)`; True if that is news."""
        news = self._conditions.hold(key, errors, self._controller.state.last_id)
        self.refresh()
        return news

    def settle(self, key: str) -> None:
        if self._conditions.settle(key):
            self.refresh()

    def overcome(self) -> None:
        """What went wrong with the last take is mended: nobody is told about it any more."""
        self._overcome = self._controller.state.problem
        self._outcome = (None, None)
        self.refresh()

    def note_take(self, error: V2mError) -> None:
        """Something about the take being recorded: the overlay says it while the take lasts."""
        session = self._controller.state.session
        if session is not None:
            self._note = (session, error)
            self.refresh()

    @property
    def app_state(self) -> AppState:
        state = self._session_state
        return AppState.PROBLEM if state is AppState.IDLE and self.problem is not None else state

    @property
    def _session_state(self) -> AppState:
        """Without the problem that a delivered take has shown to be over."""
        state = self._controller.state
        over = state.app_state is AppState.PROBLEM and self._session_problem is None
        return AppState.IDLE if over else state.app_state

    @property
    def _session_problem(self) -> V2mError | None:
        problem = self._controller.state.problem
        return problem if problem is not self._overcome else None

    @property
    def problem(self) -> str | None:
        """The one sentence that matters most."""
        return next(iter(self.problems), None)

    @property
    def problems(self) -> tuple[str, ...]:
        """All that is wrong now, what matters most first."""
        errors = (self._session_problem, self.facts.model_error, *self._conditions.errors)
        return tuple(dict.fromkeys(error_sentence(error) for error in errors if error is not None))

    @Slot()
    def refresh(self) -> None:
        session = self._controller.state.session
        if session is not None and session != self._recorded:
            # What became of the take before must not be read as news about this one.
            self._recorded, self._outcome = session, (None, None)
        self.tray_changed.emit(self.tray_view())
        self.overlay_changed.emit(self.overlay_view())

    @Slot(object)
    def on_progress(self, progress: CaptureProgress) -> None:
        self._progress = progress
        if progress.speech:
            self._note = None
            self.settle(MICROPHONE)
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
        milliseconds, closed = (None, None) if active else self._outcome
        message = self._take_message() if active else self._outcome_message(closed) or self._rest_message()
        view = OverlayView(
            state=self._session_state,
            capture=state.capture,
            elapsed_seconds=heard.seconds if heard and (progress or not active) else 0.0,
            speech=bool(progress and progress.speech),
            # What was delivered stays in view for as long as "done" does.
            transcript=self._controller.transcript
            if milliseconds is None or state.takes
            else Transcript(self.last_text),
            model=self.facts.model.name if self.facts.model else self.facts.settings.recognition.model,
            language=self.facts.settings.recognition.language,
            resources=self._figures if self.facts.settings.overlay.resources else None,
            stop_to_text_ms=milliseconds,
            message=message,
            microphone_open=self.facts.microphone_open,
            action=self._action_name(),
            activity=self._activity(),
            rewriting=state.rewriting is not None,
            offers=() if active or closed is None or message is None else self._offers(closed),
        )
        return replace(view, level_dbfs=progress.level_dbfs) if progress else view

    def _take_message(self) -> str | None:
        """What people should know while they speak."""
        state = self._controller.state
        if self._note is not None and self._note[0] == state.session:
            return error_sentence(self._note[1])
        if state.capture is CaptureState.LISTENING and self.facts.model_state is ModelState.LOADING:
            return translate("Overlay", "The model is still loading. Speak on, nothing is lost.")
        if state.capture is CaptureState.LISTENING and (
            self._controller.behind_seconds >= TOLD_BEHIND_SECONDS
        ):
            sentence = translate(
                "Overlay", "The words are about {seconds} s behind. Speak on, nothing is lost."
            )
            return sentence.format(seconds=self._behind_seconds)
        held = self._progress is not None and self._progress.hold is HandsFreeState.HOLD
        if held and state.capture is CaptureState.LISTENING:
            return translate("Overlay", "On hold: nobody has spoken for a while. Speak on whenever you like.")
        return None

    def _rest_message(self) -> str | None:
        """Why the words of what was said take long."""
        if self._controller.behind_seconds < TOLD_BEHIND_SECONDS:
            return None
        sentence = translate("Overlay", "About {seconds} s of speech still wait for their words.")
        return sentence.format(seconds=self._behind_seconds)

    @property
    def _behind_seconds(self) -> int:
        """In steps, so that the sentence stays calm."""
        return round(self._controller.behind_seconds / BEHIND_STEP_SECONDS) * BEHIND_STEP_SECONDS

    def _outcome_message(self, closed: ClosedTake | None) -> str | None:
        """How the newest take ended, and where its text was kept the key that inserts it."""
        sentence = outcome_sentence(closed) if closed is not None else None
        if sentence is None or closed is None or closed.stage is not TakeStage.PARKED:
            return sentence
        if not closed.text or not self.facts.insert_key:
            return sentence
        hint = translate("Overlay", "Press {hotkey} to insert the text.")
        return f"{sentence} {hint.format(hotkey=hotkey_name(self.facts.insert_key))}"

    def _offers(self, closed: ClosedTake) -> tuple[Offer, ...]:
        """What can be done with a text that was kept, as long as it is."""
        if closed.stage is not TakeStage.PARKED or not closed.text or closed.session != self.last_session:
            return ()
        return (Offer.INSERT, Offer.PUT_BACK if self.facts.clipboard_lost else Offer.COPY)

    def _action_name(self) -> str:
        """What happens to the words of the newest take, if anything."""
        takes = self._controller.state.takes
        if not takes or takes[-1].action is Action.RAW:
            return ""
        return action_name(takes[-1].action, self.facts.settings.rewriting.target_language)

    def _activity(self) -> str:
        take, place = self._controller.state.rewriting, self.facts.place
        if take is None or place is None:
            return ""
        refining = take.action is Action.REFINE
        if place.remote:
            sentence = (
                translate("Overlay", "Refining, outside this computer: {host}")
                if refining
                else translate("Overlay", "Translating, outside this computer: {host}")
            )
        else:
            sentence = (
                translate("Overlay", "Refining with {host}…")
                if refining
                else translate("Overlay", "Translating with {host}…")
            )
        return sentence.format(host=place.host)

    def tray_view(self) -> TrayView:
        facts = self.facts
        missing = facts.hotkeys_missing
        return TrayView(
            state=self.app_state,
            microphone_open=facts.any_microphone_open,
            models=facts.models,
            model=facts.settings.recognition.model,
            languages=facts.languages,
            language=facts.settings.recognition.language,
            microphones=facts.microphones,
            microphone=facts.settings.microphone.device,
            hotkeys_paused=facts.hotkeys_paused,
            hotkey=(facts.hotkey or facts.settings.hotkeys.dictate) if missing is None else None,
            hotkeys_missing=error_sentence(missing) if missing is not None else None,
            action=facts.settings.rewriting.action.value,
            target_language=facts.settings.rewriting.target_language,
            remote_host=facts.place.host if facts.place is not None and facts.place.remote else None,
            rewriting=self._controller.state.rewriting is not None,
            model_loaded=facts.model_state is ModelState.READY and not self._controller.state.takes,
            has_last_text=bool(self.last_text),
            has_spoken=bool(self.last_spoken),
            can_take_back=facts.can_take_back,
            taken_back=facts.taken_back,
            clipboard_lost=facts.clipboard_lost,
            leftover_takes=facts.leftover_takes,
            problem=self.problem,
        )

    @Slot(object)
    def _on_closed(self, take: ClosedTake) -> None:
        if take.text:
            self.last_text, self.last_session = take.text, take.session
            self.last_spoken = take.spoken
        if take.stage is TakeStage.DELIVERED and take.error is None:
            self._overcome = self._controller.state.problem
            self._conditions.settle_older(MICROPHONE, take.session)
            self._conditions.settle_older(STORAGE, take.session)
        milliseconds = take.timeline.milliseconds().get("stop_to_delivered")
        self._outcome = (round(milliseconds) if milliseconds is not None else None, take)


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
