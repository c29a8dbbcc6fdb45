"""The adapter: the same words as the plain library, and nothing lost in long audio."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.fakes.engine import FakeEngine
from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from tests.tools.word_error_rate import words
from v2m_desktop.core.audio import SAMPLE_RATE, Samples
from v2m_desktop.core.errors import ModelCorruptError, RecognitionError
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.recognition.engine import Decoded, Decoding, Told
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

FOLDER = resource("models/demo")
DEMO = ModelChoice("demo", FOLDER, threads=1)


def ask(
    samples: Samples, language: str | None = "en", priority: Priority = Priority.FINAL
) -> RecognitionRequest:
    return RecognitionRequest(samples, language, priority, CLEAR_SPEECH)


@pytest.fixture(scope="module")
def recognizer() -> FasterWhisperRecognizer:
    made = FasterWhisperRecognizer()
    made.load(DEMO)
    return made


@pytest.fixture(scope="module")
def plain_model() -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(str(FOLDER), device="cpu", compute_type="int8", cpu_threads=1)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("priority", list(Priority))
def test_words_and_evidence_are_those_of_the_plain_library(
    recognizer: FasterWhisperRecognizer, plain_model: Any, language: str, priority: Priority
) -> None:
    recording = demo_recording(language)
    segments, _ = plain_model.transcribe(
        recording.samples, language=language, beam_size=1, temperature=0.0, without_timestamps=True
    )
    (segment,) = segments
    hypothesis = recognizer.recognize(ask(recording.samples, language, priority))
    assert hypothesis.text.reveal() == segment.text.strip() == recording.text
    evidence = hypothesis.evidence
    assert evidence.average_log_probability == pytest.approx(segment.avg_logprob, abs=0.01)
    assert evidence.no_speech_probability == pytest.approx(segment.no_speech_prob, abs=0.01)
    assert evidence.compression_ratio == pytest.approx(segment.compression_ratio, abs=0.05)


def test_a_minute_of_speech_is_heard_to_its_end(recognizer: FasterWhisperRecognizer) -> None:
    recording = demo_recording("en")
    times = 9
    hypothesis = recognizer.recognize(ask(np.tile(recording.samples, times)))
    assert hypothesis.evidence.audio_seconds > 70
    # The demo model mistakes words where many sentences follow each other, but it hears that they are there.
    spoken = times * len(words(recording.text))
    assert len(words(hypothesis.text.reveal())) == pytest.approx(spoken, rel=0.15)


def test_every_sample_of_long_audio_reaches_the_model() -> None:
    engine = FakeEngine()
    made = FasterWhisperRecognizer(engine)
    made.load(DEMO)
    samples = np.random.default_rng(1).standard_normal(100 * SAMPLE_RATE + 7).astype(np.float32)
    assert made.recognize(ask(samples)).text.reveal() == " ".join(["words"] * len(engine.lengths))
    assert sum(engine.lengths) == len(samples)
    assert max(engine.lengths) <= 28 * SAMPLE_RATE


def test_effort_follows_priority_device_and_length() -> None:
    engine = FakeEngine(gpus=1)
    made = FasterWhisperRecognizer(engine)
    made.load(DEMO)
    made.recognize(ask(np.ones(2 * SAMPLE_RATE, dtype=np.float32), priority=Priority.PROVISIONAL))
    made.recognize(ask(np.ones(28 * SAMPLE_RATE, dtype=np.float32), priority=Priority.FINAL))
    provisional, final = engine.decodings
    assert (provisional.beam, provisional.temperatures, provisional.most_tokens) == (1, (0.0,), 24)
    assert (final.beam, final.temperatures, final.most_tokens) == (5, (0.0, 0.4), 224)


@pytest.mark.parametrize(
    ("raised", "expected", "sentence"),
    [
        (RuntimeError("CPU out of memory"), RecognitionError, "not enough memory"),
        (MemoryError(), RecognitionError, "not enough memory"),
        (ModuleNotFoundError("no", name="ctranslate2"), RecognitionError, "ctranslate2 is missing"),
        (RuntimeError("Unsupported model binary version"), ModelCorruptError, "install it again"),
    ],
)
def test_each_reason_why_a_model_does_not_open_has_its_sentence(
    raised: Exception, expected: type[Exception], sentence: str
) -> None:
    engine = FakeEngine()
    engine.open_error = raised
    with pytest.raises(expected, match=sentence):
        FasterWhisperRecognizer(engine).load(DEMO)


class Panic(BaseException):
    """As the tokenizer's Rust parts raise them: no Exception, and it quotes what it stumbled over."""


def test_a_panic_of_the_library_is_a_failed_recognition_like_any_other() -> None:
    def panic(_told: Told, _decoding: Decoding) -> Decoded:
        raise Panic("inside 'canary'")

    engine = FakeEngine()
    engine.answer = panic
    made = FasterWhisperRecognizer(engine)
    made.load(DEMO)
    with pytest.raises(RecognitionError, match="kept") as raised:
        made.recognize(ask(np.ones(SAMPLE_RATE, dtype=np.float32)))
    assert "canary" not in raised.value.message


def test_a_model_folder_is_never_completed_over_the_network(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"model\.bin"):
        FasterWhisperRecognizer().load(ModelChoice("tiny", tmp_path))
