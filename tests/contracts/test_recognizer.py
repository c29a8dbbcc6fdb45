"""What every recognizer promises: the fake, the model in this thread, the model in a process of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from v2m_desktop.core.audio import SAMPLE_RATE, Samples, SpeechEvidence
from v2m_desktop.core.errors import ModelCorruptError, ModelMissingError, RecognitionError
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest, Recognizer
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.evidence import verdict
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.remote import RemoteRecognizer

RECORDINGS = {language: demo_recording(language) for language in ("en", "es")}
DEMO = ModelChoice("demo", resource("models/demo"), threads=1)


def scripted(request: RecognitionRequest) -> str:
    """What the demo model answers to the demo recordings."""
    for recording in RECORDINGS.values():
        if np.array_equal(recording.samples, request.samples):
            return recording.text
    return ""


MAKERS: dict[str, Callable[[], Recognizer]] = {
    "fake": lambda: FakeRecognizer(scripted),
    "thread": FasterWhisperRecognizer,
    "process": RemoteRecognizer,
}


@pytest.fixture(params=MAKERS)
def recognizer(request: pytest.FixtureRequest) -> Iterator[Recognizer]:
    made = MAKERS[request.param]()
    yield made
    made.unload()


def ask(samples: Samples, language: str | None = "en") -> RecognitionRequest:
    return RecognitionRequest(samples, language, Priority.FINAL, CLEAR_SPEECH)


def test_it_says_what_it_loaded(recognizer: Recognizer) -> None:
    loaded = recognizer.load(DEMO)
    assert loaded.name == "demo"
    assert loaded.device in ("cpu", "cuda")
    assert loaded.compute_type != "auto"
    assert loaded.multilingual
    assert loaded.load_seconds > 0
    assert loaded.note is None
    assert recognizer.model is loaded


@pytest.mark.parametrize("language", ["en", "es"])
def test_words_come_out_as_they_were_spoken(recognizer: Recognizer, language: str) -> None:
    loaded = recognizer.load(DEMO)
    recording = RECORDINGS[language]
    hypothesis = recognizer.recognize(ask(recording.samples, language))
    assert hypothesis.text.reveal() == recording.text
    assert (hypothesis.language, hypothesis.language_probability) == (language, 1.0)
    assert hypothesis.evidence.speech == CLEAR_SPEECH
    assert hypothesis.evidence.audio_seconds == pytest.approx(len(recording.samples) / SAMPLE_RATE)
    assert hypothesis.inference_seconds > 0
    assert recognizer.model is loaded
    assert verdict(hypothesis).keep


def test_the_language_is_detected_when_none_is_given(recognizer: Recognizer) -> None:
    recognizer.load(DEMO)
    hypothesis = recognizer.recognize(ask(RECORDINGS["en"].samples, None))
    assert hypothesis.language == "en"
    assert 0.5 < hypothesis.language_probability <= 1.0


@pytest.mark.parametrize("length", [0, 1, 8_000, 48_000])
def test_silence_of_any_length_is_no_error_and_no_text(recognizer: Recognizer, length: int) -> None:
    recognizer.load(DEMO)
    hypothesis = recognizer.recognize(ask(np.zeros(length, dtype=np.float32), None))
    assert not verdict(hypothesis).keep
    assert verdict(hypothesis).hypothesis.text == SensitiveText()


def test_a_provisional_request_and_previous_text_are_understood(recognizer: Recognizer) -> None:
    recognizer.load(DEMO)
    request = replace(
        ask(RECORDINGS["en"].samples),
        priority=Priority.PROVISIONAL,
        previous_text=SensitiveText("Good morning John. " * 200),
        speech=SpeechEvidence(0.5, 0.6, -40.0),
    )
    assert recognizer.recognize(request).evidence.speech == request.speech


def test_provisional_words_come_with_the_times_at_which_they_were_said(recognizer: Recognizer) -> None:
    recognizer.load(DEMO)
    recording = RECORDINGS["en"]
    request = replace(ask(recording.samples), priority=Priority.PROVISIONAL, short_context=True)
    words = recognizer.recognize(request).words
    assert "".join(word.text.reveal() for word in words).strip() == recording.text
    assert all(word.text.reveal().startswith(" ") for word in words)
    times = [time for word in words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert times[0] >= 0
    assert times[-1] <= len(recording.samples) / SAMPLE_RATE
    assert recognizer.recognize(ask(recording.samples)).words == ()


def test_all_that_a_request_may_tell_is_understood(recognizer: Recognizer) -> None:
    recognizer.load(DEMO)
    request = replace(
        ask(RECORDINGS["es"].samples, None),
        hints=("es", "en"),
        hotwords=SensitiveText("Carlos"),
        previous_text=SensitiveText("Hola."),
        short_context=True,
    )
    hypothesis = recognizer.recognize(request)
    assert hypothesis.text
    assert hypothesis.evidence.tokens_per_second > 0


def test_without_a_model_it_says_so(recognizer: Recognizer) -> None:
    with pytest.raises(RecognitionError):
        recognizer.recognize(ask(RECORDINGS["en"].samples))


def test_after_an_unload_it_can_be_loaded_again(recognizer: Recognizer) -> None:
    recognizer.load(DEMO)
    recognizer.unload()
    recognizer.unload()
    assert recognizer.model is None
    with pytest.raises(RecognitionError):
        recognizer.recognize(ask(RECORDINGS["en"].samples))
    recognizer.load(DEMO)
    assert recognizer.recognize(ask(RECORDINGS["en"].samples)).text


def test_an_unknown_language_is_refused_and_nothing_breaks(recognizer: Recognizer) -> None:
    recognizer.load(DEMO)
    with pytest.raises(RecognitionError):
        recognizer.recognize(ask(RECORDINGS["en"].samples, "xx"))
    assert recognizer.recognize(ask(RECORDINGS["en"].samples)).text


@pytest.mark.parametrize("missing", ["everything", "model.bin", "tokenizer.json"])
def test_a_missing_model_is_an_error_that_can_be_mended(
    recognizer: Recognizer, missing: str, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    if missing != "everything":
        shutil.copytree(DEMO.folder, folder)
        (folder / missing).unlink()
    with pytest.raises(ModelMissingError):
        recognizer.load(replace(DEMO, folder=folder))
    assert recognizer.model is None
    recognizer.load(DEMO)
    assert recognizer.recognize(ask(RECORDINGS["en"].samples)).text


def test_a_damaged_model_is_an_error_that_can_be_mended(recognizer: Recognizer, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DEMO.folder, tmp_path / "model"))
    (folder / "model.bin").write_bytes(b"")
    with pytest.raises(ModelCorruptError):
        recognizer.load(replace(DEMO, folder=folder))
    recognizer.load(DEMO)
    assert recognizer.recognize(ask(RECORDINGS["en"].samples)).text
