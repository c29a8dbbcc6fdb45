"""What the model is told of a take before the next segment, and what is believed of each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SAMPLE_RATE, SampleIndex, Segment, SpeechEvidence
from v2m_desktop.core.recognition import Evidence, Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.decoding_policy import MOST_PREVIOUS
from v2m_desktop.recognition.so_far import SoFar

SECONDS = 2.0
FAINT = SpeechEvidence(0.3, 0.5, -45.0)
WORD = SpeechEvidence(0.3, 0.85, -40.0)
"""As the detector hears one short word, spoken softly."""


def segment(number: int, start: float) -> Segment:
    """Of two seconds."""
    samples = np.zeros(round(SECONDS * SAMPLE_RATE), dtype=np.float32)
    return Segment(number, SampleIndex(round(start * SAMPLE_RATE)), samples, CLEAR_SPEECH)


def heard(text: str, speech: SpeechEvidence = CLEAR_SPEECH) -> Hypothesis:
    return Hypothesis(SensitiveText(text), "en", 1.0, Evidence(0.01, -0.2, 1.0, SECONDS, speech), 0.1)


def spoken(*texts: str, pause: float = 1.0) -> SoFar:
    """A take with these segments, all answered."""
    so_far = SoFar()
    for number, text in enumerate(texts):
        so_far.close(segment(number, number * (SECONDS + pause)))
        so_far.judge(number, heard(text))
    return so_far


def told(so_far: SoFar, number: int, start: float) -> str:
    return so_far.before(segment(number, start)).reveal()


def test_the_first_segment_is_told_nothing() -> None:
    assert told(SoFar(), 0, 0.0) == ""


def test_the_words_before_are_told_in_their_order() -> None:
    assert told(spoken("Dear Ana,", "how are you?"), 2, 6.0) == "Dear Ana, how are you?"


def test_no_more_than_the_end_of_them_is_told_in_whole_words() -> None:
    words = told(spoken(*["word " * 30] * 5), 5, 15.0)
    assert MOST_PREVIOUS - 5 <= len(words) <= MOST_PREVIOUS
    assert set(words.split()) == {"word"}


@pytest.mark.parametrize(("silence", "kept"), [(2.9, "Dear Ana,"), (3.0, "")])
def test_a_long_silence_ends_what_is_told(silence: float, kept: str) -> None:
    assert told(spoken("Dear Ana,"), 1, SECONDS + silence) == kept


def test_what_was_said_before_a_long_silence_is_told_no_more() -> None:
    so_far = spoken("Dear Ana,", "how are you?", pause=4.0)
    assert told(so_far, 2, 9.0) == "how are you?"


@pytest.mark.parametrize(
    "astray", [replace(heard("hm hm"), retried=True), replace(heard("hm hm"), fallback=True)]
)
def test_nothing_is_built_on_an_answer_that_took_more_than_one_try(astray: Hypothesis) -> None:
    so_far = spoken("Dear Ana,")
    so_far.close(segment(1, 3.0))
    so_far.judge(1, astray)
    assert told(so_far, 2, 6.0) == ""
    so_far.close(segment(2, 6.0))
    so_far.judge(2, heard("how are you?"))
    assert told(so_far, 3, 9.0) == "how are you?"


def test_nothing_is_built_on_what_was_rejected_or_failed() -> None:
    so_far = spoken("Dear Ana,")
    so_far.close(segment(1, 3.0))
    assert not so_far.judge(1, heard("Thank you.", SpeechEvidence(0.0, 0.0, -60.0))).text
    assert told(so_far, 2, 6.0) == ""
    so_far = spoken("Dear Ana,")
    so_far.close(segment(1, 3.0))
    so_far.fail(1)
    assert told(so_far, 2, 6.0) == ""


def test_words_that_are_still_on_their_way_are_not_waited_for() -> None:
    so_far = spoken("Dear Ana,")
    so_far.close(segment(1, 3.0))
    assert told(so_far, 2, 6.0) == "Dear Ana,"


def test_guesses_and_final_words_of_a_segment_are_told_the_same() -> None:
    so_far = spoken("Dear Ana,")
    so_far.close(segment(1, 3.0))
    first = told(so_far, 2, 6.0)
    so_far.judge(1, heard("how are you?"))
    assert told(so_far, 2, 6.0) == first
    so_far.close(segment(2, 6.0))
    assert told(so_far, 3, 9.0) == "Dear Ana, how are you?"


def believed(*answers: Hypothesis) -> list[str]:
    """Of as many segments as there are answers."""
    so_far = SoFar()
    for number in range(len(answers)):
        so_far.close(segment(number, 3.0 * number))
    return [so_far.judge(number, answer).text.reveal() for number, answer in enumerate(answers)]


def test_the_same_faint_words_in_a_row_are_dropped_from_the_third_time_on() -> None:
    answers = [heard(text, FAINT) for text in ("Thank you.", "Thank you!", "thank you", "Thank you.")]
    assert believed(*answers) == ["Thank you.", "Thank you!", "", ""]


@pytest.mark.parametrize("speech", [CLEAR_SPEECH, WORD])
def test_whoever_is_heard_may_repeat_himself(speech: SpeechEvidence) -> None:
    assert believed(*[heard("No.", speech)] * 5) == ["No."] * 5


@pytest.mark.parametrize(("probability", "kept"), [(0.85, 5), (0.7, 2)])
def test_one_firm_word_again_and_again_is_kept_though_the_model_finds_it_unlikely(
    probability: float, kept: int
) -> None:
    yes = Evidence(0.05, -0.75, 1.0, SECONDS, replace(WORD, mean_probability=probability))
    assert believed(*[replace(heard("Yes."), evidence=yes)] * 5) == ["Yes."] * kept + [""] * (5 - kept)


def test_a_soft_word_of_which_the_model_is_unsure_three_times_is_dropped() -> None:
    unsure = Evidence(0.7, -0.5, 1.0, SECONDS, WORD)
    assert believed(*[replace(heard("You."), evidence=unsure)] * 3) == ["You.", "You.", ""]


@pytest.mark.parametrize(
    "between", [heard("Good morning.", FAINT), heard("Thank you.", CLEAR_SPEECH)], ids=["other", "loud"]
)
def test_other_words_or_a_clear_voice_end_the_row(between: Hypothesis) -> None:
    faint = heard("Thank you.", FAINT)
    texts = believed(faint, faint, between, faint, faint)
    assert "" not in texts


def test_what_was_rejected_anyway_does_not_end_the_row() -> None:
    faint, nothing = heard("Thank you.", FAINT), heard("", FAINT)
    assert believed(faint, faint, nothing, faint) == ["Thank you.", "Thank you.", "", ""]
