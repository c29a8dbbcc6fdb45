"""What tray and overlay are told: problems while they last, and no longer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from v2m_desktop.app.notices import Notices
from v2m_desktop.app.presenter import MICROPHONE, STORAGE, Facts, Presenter
from v2m_desktop.core.errors import AudioError, DiskFullError, SettingsError, StreamDeadError, V2mError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, ModelState, SessionId, TakeStage, Transcript
from v2m_desktop.core.settings import Settings
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.pipeline.capture_service import CaptureProgress
from v2m_desktop.pipeline.state import State, Take
from v2m_desktop.pipeline.take_record import ClosedTake
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.view import OverlayView, Phase, TrayView, phase_of
from v2m_desktop.ui.wording import tooltip

pytestmark = [pytest.mark.expects_log("muted"), pytest.mark.expects_log("room|bad|taken")]

MUTED = AudioError("The microphone is muted.")
FULL = DiskFullError("There is no room left.")


class SteeredController(QObject):
    """What a presenter reads of a controller; the test decides the state."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = State()
        self.transcript = Transcript()
        self.behind_seconds = 0.0

    def listen(self, number: int) -> None:
        session = SessionId(number)
        self.state = State(CaptureState.LISTENING, session, (Take(session),), session)
        self.changed.emit()

    def work(self) -> None:
        """The recording is over, its words are on their way."""
        self.state = State(takes=self.state.takes, last_id=self.state.last_id)
        self.changed.emit()

    def end(self, stage: TakeStage, error: V2mError | None = None, problem: V2mError | None = None) -> None:
        session = self.state.last_id
        self.state = State(last_id=session, problem=problem)
        moments = (
            Timeline(stop_requested=1, delivered=250_000_001) if stage is TakeStage.DELIVERED else Timeline()
        )
        self.closed.emit(ClosedTake(session, stage, SensitiveText("hello"), error, moments))
        self.changed.emit()


class Surface(ControlSurface):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.view = TrayView()

    def notify(self, sentence: str) -> None:
        self.told.append(sentence)

    def show_view(self, view: TrayView) -> None:
        self.view = view


class Desk:
    """A presenter with a surface in front and a steered controller behind."""

    def __init__(self) -> None:
        self.controller = SteeredController()
        self.presenter = Presenter(self.controller, Facts(Settings()))  # type: ignore[arg-type]
        self.surface = Surface()
        self.presenter.tray_changed.connect(self.surface.show_view)
        self.notices = Notices(self.surface, self.presenter)

    @property
    def overlay(self) -> OverlayView:
        return self.presenter.overlay_view()

    def hear(self, *, speech: bool) -> None:
        session = self.controller.state.session
        assert session is not None
        self.presenter.on_progress(CaptureProgress(session, 1.0, -20.0, speech, 0.9))


@pytest.fixture
def desk(qapp: object) -> Desk:
    return Desk()


def test_a_muted_microphone_is_a_problem_until_it_is_heard(desk: Desk) -> None:
    desk.controller.listen(1)
    desk.notices.on_capture(MUTED)
    assert desk.overlay.message == MUTED.message
    assert desk.surface.told == [MUTED.message]
    desk.hear(speech=False)
    assert desk.presenter.problem == MUTED.message
    desk.hear(speech=True)
    assert not desk.presenter.problem
    assert not desk.overlay.message
    desk.notices.on_capture(MUTED)
    assert desk.surface.told == [MUTED.message, MUTED.message], "it is told again when it happens again"


def test_a_condition_that_lasts_is_notified_once(desk: Desk) -> None:
    desk.notices.hold(STORAGE, FULL)
    desk.notices.hold(STORAGE, FULL)
    assert desk.surface.told == [FULL.message]
    assert desk.surface.view.state == "problem"
    desk.notices.settle(STORAGE)
    assert desk.surface.view.state == "idle"


def test_words_that_are_far_behind_are_told_in_calm_steps(desk: Desk) -> None:
    desk.controller.listen(1)
    messages = []
    for seconds in (0.0, 39.0, 41.0, 44.0, 67.0):
        desk.controller.behind_seconds = seconds
        messages.append(desk.overlay.message)
    assert messages[:2] == [None, None]
    assert messages[2] == messages[3] == "The words are about 40 s behind. Speak on, nothing is lost."
    assert messages[4] == "The words are about 70 s behind. Speak on, nothing is lost."
    desk.controller.work()
    assert desk.overlay.message == "About 70 s of speech still wait for their words."
    desk.controller.behind_seconds = 12.0
    assert desk.overlay.message is None


def test_what_happened_once_leaves_no_problem(desk: Desk) -> None:
    desk.notices.tell(SettingsError("A thing is bad."))
    assert desk.surface.told == ["A thing is bad."]
    assert desk.presenter.app_state == "idle"
    assert desk.presenter.problems == ()


def test_a_take_without_the_trouble_of_the_last_one_ends_it(desk: Desk) -> None:
    desk.controller.listen(1)
    desk.notices.on_capture(FULL)
    desk.controller.end(TakeStage.DELIVERED)
    assert desk.presenter.problem == FULL.message, "the take that had it does not take it back"
    desk.controller.listen(2)
    desk.controller.end(TakeStage.DELIVERED)
    assert desk.presenter.app_state == "idle"


def test_what_was_delivered_stays_in_view_and_what_was_discarded_does_not(desk: Desk) -> None:
    desk.controller.listen(1)
    desk.controller.end(TakeStage.DELIVERED)
    delivered = desk.presenter.overlay_view()
    assert phase_of(delivered) is Phase.DONE
    assert delivered.transcript.committed == desk.presenter.last_text
    assert delivered.transcript.committed
    desk.controller.listen(2)
    desk.controller.end(TakeStage.CANCELLED)
    assert not desk.presenter.overlay_view().transcript.committed


def test_a_delivered_take_clears_the_problem_of_the_session(desk: Desk) -> None:
    lost = StreamDeadError("The microphone stopped.")
    desk.controller.listen(1)
    desk.controller.end(TakeStage.FAILED, lost, problem=lost)
    assert desk.presenter.app_state == "problem"
    assert phase_of(desk.overlay) is Phase.PROBLEM
    desk.controller.listen(2)
    desk.controller.end(TakeStage.DELIVERED, problem=lost)
    assert desk.presenter.app_state == "idle"
    assert phase_of(desk.presenter.overlay_view()) is Phase.DONE
    assert desk.overlay.stop_to_text_ms == 250
    desk.controller.listen(3)
    again = StreamDeadError("The microphone stopped.")
    desk.controller.end(TakeStage.DELIVERED, again, problem=again)
    assert desk.presenter.problem == again.message, "delivered, but cut off: still to be told"


def test_conditions_of_other_keys_stay(desk: Desk) -> None:
    desk.notices.hold("settings", SettingsError("A setting is bad."))
    desk.notices.hold(MICROPHONE, MUTED)
    desk.controller.listen(1)
    desk.hear(speech=True)
    desk.controller.end(TakeStage.DELIVERED)
    assert desk.presenter.problems == ("A setting is bad.",)


def test_model_and_hotkeys_are_told(desk: Desk) -> None:
    desk.presenter.know(hotkeys_missing=SettingsError("It is taken."), model_state=ModelState.LOADING)
    assert desk.surface.view.hotkeys_missing == "It is taken."
    assert "Ctrl" not in tooltip(desk.surface.view)
    desk.presenter.know(hotkeys_missing=None, hotkey="ctrl+alt+d")
    assert desk.surface.view.hotkey == "ctrl+alt+d"
    desk.controller.listen(1)
    assert "still loading" in str(desk.overlay.message)
    desk.presenter.know(model_error=SettingsError("The model is bad."))
    assert desk.presenter.problem == "The model is bad."


@pytest.mark.parametrize(
    ("stage", "said"),
    [(TakeStage.EMPTY, "No speech"), (TakeStage.CANCELLED, "Discarded"), (TakeStage.PARKED, "kept")],
)
def test_the_outcome_of_a_take_is_said(desk: Desk, stage: TakeStage, said: str) -> None:
    desk.controller.listen(1)
    desk.controller.end(stage)
    assert said in str(desk.overlay.message)
    assert desk.presenter.last_text == SensitiveText("hello")


def test_what_became_of_the_take_before_is_no_news_about_this_one(desk: Desk) -> None:
    said = V2mError("The text was inserted as you said it.")
    desk.controller.listen(1)
    desk.controller.end(TakeStage.DELIVERED, said)
    assert desk.overlay.message == said.message
    desk.controller.listen(2)
    desk.controller.work()
    working = desk.presenter.overlay_view()
    assert phase_of(working) is Phase.WORKING
    assert (working.message, working.stop_to_text_ms) == (None, None)


def test_a_kept_text_names_the_key_that_inserts_it(desk: Desk) -> None:
    lost = V2mError("The words are kept.")
    desk.presenter.know(insert_key="ctrl+alt+v")
    desk.controller.listen(1)
    desk.controller.end(TakeStage.PARKED, lost, problem=lost)
    assert desk.overlay.message == "The words are kept. Press Ctrl+Alt+V to insert the text."
    desk.presenter.know(insert_key="")
    assert desk.overlay.message == "The words are kept."
    desk.controller.listen(2)
    desk.presenter.know(insert_key="ctrl+alt+v")
    desk.controller.end(TakeStage.FAILED, lost)
    assert desk.overlay.message == "The words are kept.", "there is no text to insert"


def test_once_a_kept_text_was_inserted_nothing_more_is_said_about_it(desk: Desk) -> None:
    lost = V2mError("The words are kept.")
    desk.controller.listen(1)
    desk.controller.end(TakeStage.PARKED, lost, problem=lost)
    assert phase_of(desk.overlay) is Phase.PROBLEM
    desk.presenter.overcome()
    assert phase_of(desk.overlay) is Phase.HIDDEN
    assert desk.presenter.problem is None


def test_the_tray_shows_that_the_settings_listen(desk: Desk) -> None:
    shown = []
    for listening in (False, True, False):
        desk.presenter.know(level_open=listening)
        shown.append((desk.surface.view.microphone_open, "is open" in tooltip(desk.surface.view)))
    assert shown == [(False, False), (True, True), (False, False)]
