"""Refining and translating in a whole session: the words are delivered or kept, whatever the server does."""

from __future__ import annotations

import pytest

from tests.integration.session_bench import Session
from tests.patience import PATIENCE_S
from tests.unit.audio.speech import spoken
from v2m_desktop.core.errors import RewriteDoubtError, RewriteError, RewriteUnreachableError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, TakeStage
from v2m_desktop.core.settings import Rewriting

HELLO = SensitiveText("Hello world.")
SPOKEN = "good morning everybody"


def in_capitals(session: Session) -> None:
    session.rewriters.answer = lambda request: request.text.reveal().upper()


def test_refined_words_are_delivered_and_the_spoken_ones_known(session: Session) -> None:
    in_capitals(session)
    taken = session.take(spoken(SPOKEN), Action.REFINE)
    assert (taken.stage, taken.text, taken.error) == (
        TakeStage.DELIVERED,
        SensitiveText("HELLO WORLD."),
        None,
    )
    assert taken.spoken == HELLO
    session.wait(lambda: session.spool.leftovers() == [])  # another thread deletes


def test_a_translation_is_asked_for_in_the_target_language(session: Session) -> None:
    session.rewriting.settings = Rewriting(target_language="pt", translate_prompt="Formally, please.")
    taken = session.take(spoken(SPOKEN), Action.TRANSLATE)
    assert taken.text == SensitiveText("[pt] Hello world.")
    (request,) = session.rewriters.asked
    assert (request.action, request.text, request.language) == (Action.TRANSLATE, HELLO, "en")
    assert request.instructions == SensitiveText("Formally, please.")


def test_the_usual_action_is_what_a_toggle_does(session: Session) -> None:
    in_capitals(session)
    session.controller.action = Action.REFINE
    assert session.take(spoken(SPOKEN)).text == SensitiveText("HELLO WORLD.")
    assert session.take(spoken(SPOKEN), Action.RAW).text == HELLO


def test_refining_that_fails_delivers_the_words_as_they_were_said(session: Session) -> None:
    session.rewriters.failure = RewriteDoubtError("The answer is another text.")
    taken = session.take(spoken(SPOKEN), Action.REFINE)
    assert (taken.stage, taken.text) == (TakeStage.DELIVERED, HELLO)
    assert taken.error is not None
    assert taken.error.message == "The text was inserted as you said it. The answer is another text."


def test_translating_that_fails_keeps_the_words_and_inserts_nothing(session: Session) -> None:
    session.rewriters.failure = RewriteUnreachableError("Nobody answers.")
    taken = session.take(spoken(SPOKEN), Action.TRANSLATE)
    assert (taken.stage, taken.text) == (TakeStage.PARKED, HELLO)
    (kept,) = session.leftovers()
    assert session.spool.load_text(kept) == HELLO


@pytest.mark.keeps_threads
@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
def test_a_server_that_never_answers_costs_the_deadline_and_no_word(session: Session, action: Action) -> None:
    session.rewriters.hang = session.rewriters.deaf = True
    session.rewriting.settings = Rewriting(deadline_s=1)
    taken = session.take(spoken(SPOKEN), action)
    assert taken.stage is (TakeStage.DELIVERED if action is Action.REFINE else TakeStage.PARKED)
    assert taken.text == HELLO
    assert taken.error is not None
    assert "No answer came within 1 s." in taken.error.message


def test_cancel_stops_the_rewriting_at_once_and_keeps_the_words(session: Session) -> None:
    session.rewriters.hang = True
    session.record(spoken(SPOKEN), Action.REFINE)
    session.wait(lambda: session.controller.rewriting)
    session.wait(lambda: session.rewriters.asked)
    session.controller.cancel()
    assert [take.stage for take in session.closed] == [TakeStage.PARKED]
    assert session.closed[0].text == HELLO
    session.wait(session.rewriters.made[-1].closed.is_set)


def test_the_next_take_may_be_spoken_meanwhile_and_comes_after(session: Session) -> None:
    session.rewriters.hang = True
    session.record(spoken(SPOKEN), Action.REFINE)
    session.wait(lambda: session.controller.rewriting)
    session.record(spoken(SPOKEN), Action.RAW)
    session.wait(lambda: session.controller.state.capture is CaptureState.IDLE)
    session.wait(lambda: session.controller.state.takes[1].recognized)
    assert session.closed == []
    for rewriter in session.rewriters.made:
        rewriter.release()
    session.wait(lambda: len(session.closed) == 2)
    assert [take.session for take in session.closed] == [1, 2]
    assert {take.stage for take in session.closed} == {TakeStage.DELIVERED}


def test_an_answer_without_words_is_no_answer(session: Session) -> None:
    session.rewriters.answer = lambda _request: ""
    taken = session.take(spoken(SPOKEN), Action.REFINE)
    assert (taken.stage, taken.text, bool(taken.error)) == (TakeStage.DELIVERED, HELLO, True)


def test_a_service_that_was_switched_off_meanwhile_gets_no_word(session: Session) -> None:
    made = session.rewriters.made
    session.rewriters.refuse = RewriteError("Nobody is chosen.")
    taken = session.take(spoken(SPOKEN), Action.REFINE)
    assert (taken.stage, taken.text) == (TakeStage.DELIVERED, HELLO)
    assert made == []


def test_words_outlive_an_app_that_ends_while_they_are_rewritten(session: Session) -> None:
    session.rewriters.hang = True
    session.record(spoken(SPOKEN), Action.REFINE)
    session.wait(lambda: session.rewriters.asked)
    session.rewriting.close()
    assert session.capture.shut_down(PATIENCE_S)
    session.wait(session.rewriters.made[-1].closed.is_set)
    (kept,) = session.spool.leftovers()
    assert session.spool.load_text(kept) == HELLO
    assert not session.spool.load_rewritten(kept)
    assert session.closed == []


def test_both_texts_outlive_a_rewriting_that_could_not_be_delivered(session: Session) -> None:
    session.delivery.deliver = lambda *_: None  # type: ignore[method-assign]  # it never settles
    in_capitals(session)
    session.record(spoken(SPOKEN), Action.REFINE)
    session.wait(lambda: session.rewriters.asked)
    session.wait(lambda: session.controller.state.takes[0].stage is TakeStage.DELIVERING)
    assert session.capture.shut_down(PATIENCE_S)
    (kept,) = session.spool.leftovers()
    assert session.spool.load_text(kept) == HELLO
    assert session.spool.load_rewritten(kept) == SensitiveText("HELLO WORLD.")
