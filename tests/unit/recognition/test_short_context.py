"""A short context has lengths that the library handles, and changes no word of a model trained on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.desktop.sentences import SENTENCES, Sentence
from tests.fakes.engine import FakeEngine
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SAMPLE_RATE, Samples
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.short_context import FULL, STEP, context_frames

DEMO = ModelChoice("demo", resource("models/demo"), threads=1)


def ask(
    samples: Samples, language: str | None = "en", priority: Priority = Priority.FINAL, short: bool = True
) -> RecognitionRequest:
    return RecognitionRequest(samples, language, priority, CLEAR_SPEECH, short_context=short)


@pytest.mark.parametrize(
    ("seconds", "frames"),
    [
        (0.0, 400),
        (0.3, 400),
        (5.0, 400),
        (5.4, 400),
        (5.5, 450),
        (10.0, 650),
        (22.0, 1250),
        (22.1, FULL),
        (28.0, FULL),
    ],
)
def test_the_context_is_what_was_said_and_a_margin_in_few_lengths(seconds: float, frames: int) -> None:
    assert context_frames(seconds, mel_bands=80) == frames


@pytest.mark.parametrize("mel_bands", [80, 128, 400, 500, 1250])
def test_a_context_is_never_as_long_as_a_spectrogram_is_wide(mel_bands: int) -> None:
    lengths = {
        context_frames(samples / SAMPLE_RATE, mel_bands) for samples in range(0, 30 * SAMPLE_RATE, 100)
    }
    assert mel_bands not in lengths
    assert all(length % STEP == 0 and length <= FULL for length in lengths)


@pytest.fixture(scope="module")
def library() -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(str(DEMO.folder), device="cpu", compute_type="int8", cpu_threads=1)


@pytest.fixture(scope="module")
def scores(library: Any) -> Callable[[int], tuple[float, float]]:
    """Of an answer to sound that was encoded before, and of one to the same sound that was not."""
    from faster_whisper.audio import pad_or_trim
    from faster_whisper.tokenizer import Tokenizer
    from faster_whisper.transcribe import get_ctranslate2_storage

    tokenizer = Tokenizer(library.hf_tokenizer, True, task="transcribe", language="en")
    prompt = library.get_prompt(tokenizer, [], without_timestamps=True)
    spectrogram = library.feature_extractor(SENTENCES[0].samples)[:, :-1]

    def score(features: Any) -> float:
        (answer,) = library.model.generate(features, [prompt], beam_size=1, return_scores=True)
        return float(answer.scores[0])

    def both(frames: int) -> tuple[float, float]:
        cut = np.ascontiguousarray(pad_or_trim(spectrogram, 2 * frames))
        return score(library.encode(cut)), score(get_ctranslate2_storage(cut[np.newaxis]))

    return both


def test_the_library_silently_encodes_twice_what_is_as_long_as_a_spectrogram_is_wide(
    library: Any, scores: Callable[[int], tuple[float, float]]
) -> None:
    trap = library.model.n_mels
    encoded, plain = scores(trap)
    assert not math.isclose(encoded, plain, abs_tol=0.01)
    for frames in (trap - 1, trap + 1, context_frames(0.3, trap), context_frames(10.0, trap)):
        encoded, plain = scores(frames)
        assert math.isclose(encoded, plain, abs_tol=1e-4)


@pytest.fixture(scope="module")
def demo() -> FasterWhisperRecognizer:
    made = FasterWhisperRecognizer()
    made.load(DEMO)
    return made


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:20])
@pytest.mark.parametrize("priority", [Priority.FINAL, Priority.PROVISIONAL])
def test_a_model_that_was_trained_so_hears_the_same_words(
    demo: FasterWhisperRecognizer, sentence: Sentence, priority: Priority
) -> None:
    short = demo.recognize(ask(sentence.samples, None, priority))
    full = demo.recognize(ask(sentence.samples, None, priority, short=False))
    assert short.text.reveal() == full.text.reveal() == sentence.text
    assert short.language == full.language
    assert (short.shortened, short.retried) == (True, False)
    assert (full.shortened, full.retried) == (False, False)


def test_only_smaller_models_on_a_processor_say_that_they_may_bear_it() -> None:
    said = []
    for width, gpus in ((512, 0), (768, 0), (1280, 0), (512, 1)):
        engine = FakeEngine(gpus)
        engine.width = width
        recognizer = FasterWhisperRecognizer(engine)
        said.append(recognizer.load(DEMO).shortens)
        answer = recognizer.recognize(ask(np.ones(5 * SAMPLE_RATE, dtype=np.float32)))
        assert answer.shortened is said[-1]
    assert said == [True, True, False, False]


def test_a_short_context_is_for_short_windows_and_smaller_models_that_were_asked_so() -> None:
    asked = []
    for width, seconds, short in ((512, 5, True), (512, 5, False), (512, 23, True), (1280, 5, True)):
        engine = FakeEngine()
        engine.width = width
        recognizer = FasterWhisperRecognizer(engine)
        recognizer.load(DEMO)
        answer = recognizer.recognize(ask(np.ones(seconds * SAMPLE_RATE, dtype=np.float32), short=short))
        (decoding,) = engine.decodings
        asked.append((decoding.frames, answer.shortened))
    assert asked == [(400, True), (FULL, False), (FULL, False), (FULL, False)]
