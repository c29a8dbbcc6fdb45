"""Files are transcribed by the rules of a take, and the demo model gets its words right by them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import demo_recording
from tests.unit.audio.speech import silence
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import SAMPLE_RATE, CapturedBlock, Samples
from v2m_desktop.core.recognition import ModelChoice, RecognitionRequest, Speaker
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Voice
from v2m_desktop.pipeline.transcription import transcribe
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

DEMO = ModelChoice("demo", resource("models/demo"), threads=1)
SPEAKER = Speaker(("es", "en"), SensitiveText("Kubernetes, Ana"))


def blocks(samples: Samples) -> Iterator[CapturedBlock]:
    yield CapturedBlock(samples, SAMPLE_RATE, 0, 0)


def with_pauses(seconds: float) -> Samples:
    """The demo recording three times."""
    voice = demo_recording().samples
    return np.concatenate([part for _ in range(3) for part in (voice, silence(seconds))])


def numbered(request: RecognitionRequest) -> str:
    return "So it goes." if np.abs(request.samples).max() > 0.01 else ""


@pytest.mark.parametrize(("pause", "told"), [(1.0, True), (5.0, False)])
def test_each_segment_is_told_what_was_said_shortly_before(pause: float, told: bool) -> None:
    recognizer = FakeRecognizer(numbered)
    recognizer.load(DEMO)
    heard = list(transcribe(blocks(with_pauses(pause)), recognizer, SpeechDetector(), Voice(), None, SPEAKER))
    first, *others = recognizer.requests
    assert len(heard) == len(recognizer.requests) >= 3
    assert not first.previous_text
    last = others[-1].previous_text.reveal()
    assert last.startswith("So it goes. So it goes.") is told
    assert {(request.hints, request.hotwords) for request in recognizer.requests} == {
        (SPEAKER.languages, SPEAKER.hotwords)
    }
    assert [request.language for request in recognizer.requests] == [None, *["en"] * len(others)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_names_and_previous_words_cost_the_demo_model_no_word(language: str) -> None:
    recording, recognizer = demo_recording(language), FasterWhisperRecognizer()
    assert not recognizer.load(DEMO).prompted
    voice = np.concatenate([recording.samples, silence(1.0), recording.samples])
    heard = transcribe(blocks(voice), recognizer, SpeechDetector(), Voice(), None, SPEAKER)
    text = " ".join(segment.text.reveal() for segment in heard)
    assert text == f"{recording.text} {recording.text}"
