"""Password fields and listed applications in a whole session: nothing is recorded there, nothing sent."""

from __future__ import annotations

import pytest

from tests.fakes.focus import window
from tests.integration.session_bench import Session
from tests.unit.audio.speech import spoken
from v2m_desktop.core.errors import BlockedApplicationError, SecureFieldError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, TakeStage
from v2m_desktop.core.settings import Delivery, DeliveryMethod
from v2m_desktop.core.targets import Field

HELLO = SensitiveText("Hello world.")
TEXT, PASSWORD = Field("bus/1"), Field("bus/2", secure=True)
EDITOR, KEEPASS = window(1), window(2, "KeePassXC")
KEPT = "Your words are kept, and were not sent to be rewritten"


def rest(session: Session) -> None:
    """Wait until nothing is recorded, and no recording is left."""
    session.wait(lambda: not session.source.is_open)
    session.wait(lambda: list(session.spool.leftovers()) == [])
    assert session.controller.state.capture is CaptureState.IDLE


def test_a_take_for_a_password_field_is_discarded(session: Session) -> None:
    session.focus.front, session.fields.focused = EDITOR, PASSWORD
    session.controller.start()
    session.wait(lambda: session.closed)
    (closed,) = session.closed
    assert (closed.stage, closed.text) == (TakeStage.CANCELLED, SensitiveText())
    assert isinstance(closed.error, SecureFieldError)
    assert closed.error.message == "That is a password field: nothing is recorded there."
    assert session.controller.state.problem is closed.error
    assert session.fields.asked == [EDITOR]
    rest(session)


def test_a_slow_answer_ends_the_recording_that_has_begun(session: Session) -> None:
    session.fields.focused, session.fields.hangs = PASSWORD, True
    session.controller.start()
    session.wait(lambda: session.fields.asked)
    session.fields.answer_now()
    session.wait(lambda: session.closed)
    assert session.closed[0].stage is TakeStage.CANCELLED
    rest(session)


@pytest.mark.parametrize("hangs", [False, True])
def test_what_nobody_tells_holds_nothing_up(session: Session, hangs: bool) -> None:
    session.fields.hangs = hangs
    taken = session.take(spoken("good morning everybody"), Action.REFINE)
    assert taken.stage is TakeStage.DELIVERED
    assert taken.spoken == HELLO
    assert len(session.fields.asked) == 2


def test_a_listed_application_opens_no_microphone(session: Session) -> None:
    session.focus.front = KEEPASS
    session.delivery.settings = Delivery(method=DeliveryMethod.COPY, blocked_applications="keepassxc")
    session.controller.start()
    (closed,) = session.closed  # at once
    assert closed.stage is TakeStage.CANCELLED
    assert isinstance(closed.error, BlockedApplicationError)
    assert closed.error.message.startswith("KeePassXC is on your list")
    assert session.fields.asked == []
    session.focus.front = EDITOR
    assert session.take(spoken("good morning everybody")).stage is TakeStage.DELIVERED
    assert session.source.opened_count == 1


@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
@pytest.mark.parametrize("listed", [False, True])
def test_words_are_kept_and_not_sent_when_the_focus_has_moved_there(
    session: Session, action: Action, listed: bool
) -> None:
    session.delivery.settings = Delivery(method=DeliveryMethod.COPY, blocked_applications="keepassxc")
    session.focus.front, session.fields.focused = EDITOR, TEXT
    session.recognizer.gate.clear()
    session.record(spoken("good morning everybody"), action)
    session.wait(lambda: len(session.fields.asked) == 1)
    if listed:
        session.focus.front = KEEPASS
    else:
        session.fields.focused = PASSWORD
    session.recognizer.gate.set()
    session.wait(lambda: session.closed)
    (closed,) = session.closed
    assert (closed.stage, closed.text) == (TakeStage.PARKED, HELLO)
    assert closed.error is not None
    assert KEPT in closed.error.message
    assert session.rewriters.asked == []
    (kept,) = session.leftovers()
    assert session.spool.load_text(kept) == HELLO


def test_cancel_while_the_field_is_asked_for_keeps_the_words_and_sends_nothing(session: Session) -> None:
    session.record(spoken("good morning everybody"), Action.REFINE)
    session.fields.hangs = True
    session.wait(lambda: session.controller.rewriting)
    session.controller.cancel()
    session.fields.answer_now()
    session.qtbot.wait(50)
    (closed,) = session.closed
    assert (closed.stage, closed.text) == (TakeStage.PARKED, HELLO)
    assert session.rewriters.asked == []


def test_the_delivery_is_told_of_the_field_at_the_start_and_not_of_its_text(session: Session) -> None:
    session.fields.focused = Field("bus/1", before=SensitiveText("Dear "), after=SensitiveText("!"))
    assert session.take(spoken("good morning everybody")).stage is TakeStage.DELIVERED
    session.fields.focused = None
    assert session.take(spoken("good morning everybody")).stage is TakeStage.DELIVERED
    assert session.delivery.told == [Field("bus/1"), None]
