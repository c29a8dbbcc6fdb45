"""What the UI is told. The app builds these values; overlay, tray and small window draw them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from v2m_desktop.core.session import AppState, CaptureState, ResourceFigures, Transcript

SILENCE_DBFS = -120.0
"""Level that stands for "nothing heard"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a picker: `value` is what the intent carries, `label` what people read."""

    value: str
    label: str


class Offer(Enum):
    """What people can do with a text that was kept.

    INSERT: into the window in front. PUT_BACK: the clipboard gets back what it held before.
    """

    INSERT = "insert"
    COPY = "copy"
    PUT_BACK = "put-back"


@dataclass(frozen=True, slots=True)
class OverlayView:
    """One moment of a dictation.

    `language` is "auto", a code such as "es", or "" if it should not be shown. `stop_to_text_ms` is set once
    a take was delivered and keeps its value until the next take. `message` is one sentence that is already in
    the language of the interface; it is shown as a problem if `state` is PROBLEM, as a notice otherwise.
    `resources` None hides the resource line. `action` is what happens to the words, "" if nothing does;
    `activity` is a sentence about it while it happens, when `rewriting` is true. `offers` go with `message`.
    """

    state: AppState = AppState.IDLE
    capture: CaptureState = CaptureState.IDLE
    elapsed_seconds: float = 0.0
    level_dbfs: float = SILENCE_DBFS
    speech: bool = False
    transcript: Transcript = field(default_factory=Transcript)
    model: str = ""
    language: str = ""
    resources: ResourceFigures | None = None
    stop_to_text_ms: int | None = None
    message: str | None = None
    microphone_open: bool = False
    action: str = ""
    activity: str = ""
    rewriting: bool = False
    offers: tuple[Offer, ...] = ()

    @property
    def cancelable(self) -> bool:
        """Something is under way that the user can stop."""
        return self.capture is not CaptureState.IDLE or self.rewriting


@dataclass(frozen=True, slots=True)
class TrayView:
    """What tray and small window show.

    `languages` holds codes with "auto" among them, `microphones` device names with "" for the system's
    default. `hotkey` is the combination as settings write it; `hotkeys_missing` is the sentence that says why
    there is none. `problem` is one sentence in the language of the interface. `action` is what the dictation
    hotkey does with the words: "raw", "refine" or "translate" into `target_language`. `remote_host` names the
    computer that texts are sent to, None if they stay here. `rewriting`: a text is being rewritten now.
    `has_spoken`: the last text was rewritten, and the words as they were said are there as well.
    `can_take_back`: the last text can be taken back, or, if `taken_back`, be inserted again.
    `clipboard_lost`: a text took the place of what was on the clipboard, which can be put back.
    """

    state: AppState = AppState.IDLE
    microphone_open: bool = False
    models: tuple[Choice, ...] = ()
    model: str = ""
    languages: tuple[str, ...] = ("auto",)
    language: str = "auto"
    microphones: tuple[str, ...] = ("",)
    microphone: str = ""
    hotkeys_paused: bool = False
    hotkey: str | None = None
    hotkeys_missing: str | None = None
    action: str = "raw"
    target_language: str = "en"
    remote_host: str | None = None
    rewriting: bool = False
    model_loaded: bool = False
    has_last_text: bool = False
    has_spoken: bool = False
    can_take_back: bool = False
    taken_back: bool = False
    clipboard_lost: bool = False
    leftover_takes: int = 0
    problem: str | None = None


class Phase(Enum):
    """The face of the overlay."""

    HIDDEN = "hidden"
    ARMING = "arming"
    LISTENING = "listening"
    WORKING = "working"
    DONE = "done"
    NOTICE = "notice"
    PROBLEM = "problem"


def phase_of(view: OverlayView) -> Phase:
    """Which face a view asks for. A running recording always wins: nothing may hide that we listen."""
    if view.capture is CaptureState.ARMING:
        return Phase.ARMING
    if view.capture is CaptureState.LISTENING:
        return Phase.LISTENING
    if view.state is AppState.PROBLEM and view.message:
        return Phase.PROBLEM
    if view.capture is CaptureState.FINISHING or view.state is AppState.WORKING:
        return Phase.WORKING
    if view.stop_to_text_ms is not None:
        return Phase.DONE
    return Phase.NOTICE if view.message else Phase.HIDDEN
