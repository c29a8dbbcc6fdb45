"""An answer that went astray is doubted, and asked for once more; one that is merely odd is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.engine import FakeEngine, sure_words
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SAMPLE_RATE, SpeechEvidence
from v2m_desktop.core.recognition import Hypothesis, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.decoding_policy import MOST_NEW_TOKENS
from v2m_desktop.recognition.engine import Decoded, Decoding, Told
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.guards import Doubt, doubt_about, loops
from v2m_desktop.recognition.short_context import FULL

DECODING = Decoding(beam=1, temperatures=(0.0,), most_tokens=48, frames=400)
NAMES = Told("en", hotwords=SensitiveText("Kubernetes, Ansible, Terraform"))
WEAK = SpeechEvidence(0.3, 0.5, -40.0)


def decoded(text: str, tokens: int = 8, likelihood: float = -0.2, silence: float = 0.01) -> Decoded:
    return Decoded(SensitiveText(text), "en", 1.0, silence, likelihood, tokens)


@pytest.mark.parametrize(
    ("answer", "speech", "doubt"),
    [
        (decoded("The meeting is on Monday."), CLEAR_SPEECH, None),
        (decoded("The meeting is on Monday.", tokens=47), CLEAR_SPEECH, None),
        (decoded("The meeting is on Monday.", tokens=48), CLEAR_SPEECH, Doubt.CAPPED),
        (decoded("on and on it went, On and on it, on and on it is"), CLEAR_SPEECH, Doubt.LOOP),
        (decoded("Nobody knows this word.", likelihood=-1.1), CLEAR_SPEECH, Doubt.UNLIKELY),
        (decoded("Nobody knows this word.", likelihood=-1.1, silence=0.9), CLEAR_SPEECH, Doubt.UNLIKELY),
        (decoded("Nobody knows this word.", likelihood=-1.1, silence=0.9), WEAK, None),
        (decoded("kubernetes ansible", tokens=3), WEAK, Doubt.ECHO),
        (decoded("Kubernetes, Ansible, Terraform.", tokens=3), WEAK, Doubt.ECHO),
        (decoded("Kubernetes, Ansible, Terraform."), CLEAR_SPEECH, None),
        (decoded("Kubernetes, Ansible, Terraform.", tokens=12), SpeechEvidence(0.6, 0.9, -9.0), Doubt.ECHO),
        (decoded("We use Kubernetes.", tokens=3), WEAK, None),
        (decoded("", tokens=0, silence=0.9), WEAK, None),
    ],
)
def test_signs(answer: Decoded, speech: SpeechEvidence, doubt: Doubt | None) -> None:
    assert doubt_about(answer, DECODING, NAMES, speech) is doubt


@pytest.mark.parametrize(
    ("text", "looped"),
    [
        ("", False),
        ("No, no, no, no!", False),
        ("no no no no no", True),
        ("one two three one two three", False),
        ("one two three. One two three, one two three", True),
        ("ありがとうございます" * 20, True),
        ("a" * 49, True),
    ],
)
def test_loops(text: str, looped: bool) -> None:
    assert loops(text) is looped


def ask(
    astray: Callable[[Told, Decoding], Decoded],
    priority: Priority = Priority.FINAL,
    short: bool = True,
    speech: SpeechEvidence = CLEAR_SPEECH,
    told: bool = True,
) -> tuple[Hypothesis, FakeEngine]:
    """Of a model that answers so; the words after "full" are what it says with the full context."""
    engine = FakeEngine()
    engine.answer = astray
    recognizer = FasterWhisperRecognizer(engine)
    recognizer.load(ModelChoice("demo", resource("models/demo"), threads=1))
    request = RecognitionRequest(
        np.ones(5 * SAMPLE_RATE, dtype=np.float32), "en", priority, speech,
        previous_text=SensitiveText("Said before."), hotwords=NAMES.hotwords, short_context=short,
    )  # fmt: skip
    if not told:
        request = replace(request, previous_text=SensitiveText(), hotwords=SensitiveText())
    return recognizer.recognize(request), engine


def looping(told: Told, decoding: Decoding) -> Decoded:
    """As stock models do with a short context."""
    return decoded("full" if decoding.frames == FULL else "round " * 12)


@pytest.mark.parametrize("priority", [Priority.FINAL, Priority.SPECULATIVE, Priority.FILE])
def test_a_doubted_answer_is_asked_for_once_more_in_full_and_told_nothing(priority: Priority) -> None:
    answer, engine = ask(looping, priority)
    assert answer.text.reveal() == "full"
    assert (answer.shortened, answer.retried) == (False, True)
    first, second = engine.decodings
    assert (first.frames, first.temperatures) == (400, (0.0,))
    assert (second.frames, second.temperatures) == (FULL, (0.0, 0.4))
    assert [told.words for told in engine.told] == [
        "Kubernetes, Ansible, Terraform Said before.",
        "",
    ]
    assert [told.language for told in engine.told] == ["en", "en"]


@pytest.mark.parametrize("likelihood", [-0.2, -1.5])
def test_what_is_doubted_of_an_answer_that_was_told_something_is_asked_for_again(likelihood: float) -> None:
    def led(told: Told, _decoding: Decoding) -> Decoded:
        return decoded("round " * 12 if told.words else "words", likelihood=likelihood)

    answer, engine = ask(led, short=False)
    assert answer.text.reveal() == "words"
    assert answer.retried
    assert [each.temperatures for each in engine.decodings] == [(0.0,), (0.0, 0.4)]


def test_what_is_doubted_of_the_full_context_that_was_told_nothing_is_not_asked_for_again() -> None:
    answer, engine = ask(lambda told, decoding: decoded("round " * 12), short=False, told=False)
    assert len(engine.decodings) == 1
    assert not answer.retried


@pytest.mark.parametrize("short", [True, False])
def test_a_long_answer_that_does_not_run_in_circles_may_finish(short: bool) -> None:
    def wordy(told: Told, decoding: Decoding) -> Decoded:
        needed = 60
        return decoded(
            "whole" if decoding.most_tokens > needed else "cut", tokens=min(needed, decoding.most_tokens)
        )

    answer, engine = ask(wordy, short=short, told=False)
    assert answer.text.reveal() == "whole"
    assert [decoding.most_tokens for decoding in engine.decodings] == [48, MOST_NEW_TOKENS]


def test_provisional_words_in_a_loop_are_not_shown_and_not_asked_for_again() -> None:
    answer, engine = ask(looping, Priority.PROVISIONAL)
    assert not answer.text
    assert len(engine.decodings) == 1
    assert (answer.shortened, answer.retried) == (True, False)


def test_unlikely_provisional_words_are_shown() -> None:
    answer, _ = ask(lambda told, decoding: decoded("maybe", likelihood=-1.5), Priority.PROVISIONAL)
    assert answer.text.reveal() == "maybe"


def echo(told: Told, decoding: Decoding) -> Decoded:
    return replace(sure_words(told, decoding), text=told.hotwords or SensitiveText("hm"))


@pytest.mark.parametrize("short", [True, False])
def test_an_echo_of_the_hotwords_is_asked_for_again_without_them(short: bool) -> None:
    answer, engine = ask(echo, short=short, speech=WEAK)
    assert answer.text.reveal() == "hm"
    assert [bool(told.words) for told in engine.told] == [True, False]
    assert len({decoding.frames for decoding in engine.decodings}) == 1
    assert (answer.shortened, answer.fallback) == (short, True)
    assert not answer.retried, "a short context is not to blame"


def test_an_answer_after_an_echo_may_be_doubted_as_well() -> None:
    def astray(told: Told, decoding: Decoding) -> Decoded:
        return echo(told, decoding) if told.words else looping(told, decoding)

    answer, engine = ask(astray, speech=WEAK)
    assert (answer.text.reveal(), answer.retried) == ("full", True)
    assert [decoding.frames for decoding in engine.decodings] == [400, 400, FULL]


@pytest.mark.parametrize(("width", "prompted"), [(192, False), (384, True), (1280, True)])
def test_only_a_model_that_learned_it_is_told_words(width: int, prompted: bool) -> None:
    engine = FakeEngine()
    engine.width = width
    recognizer = FasterWhisperRecognizer(engine)
    loaded = recognizer.load(ModelChoice("demo", resource("models/demo"), threads=1))
    assert loaded.prompted is prompted
    samples = np.ones(5 * SAMPLE_RATE, dtype=np.float32)
    request = RecognitionRequest(samples, "en", Priority.FINAL, CLEAR_SPEECH, SensitiveText("Said before."))
    recognizer.recognize(replace(request, hotwords=NAMES.hotwords))
    assert [bool(each.words) for each in engine.told] == [prompted]
