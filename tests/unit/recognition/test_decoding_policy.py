"""How hard the model tries, what it is told, and which language it picks."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fakes.engine import FakeEngine
from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.decoding_policy import MOST_PREVIOUS, decoding_for, told_for
from v2m_desktop.recognition.device_choice import Rung
from v2m_desktop.recognition.engine import Decoding, Told
from v2m_desktop.recognition.faster_whisper_engine import HOTWORD_TOKENS, PREVIOUS_TOKENS, OpenWhisper
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.language_choice import choose_language
from v2m_desktop.recognition.short_context import FULL
from v2m_desktop.recognition.warm_up import WARM_UP_FRAMES, WARM_UP_SECONDS, warm_up

FOLDER = resource("models/demo")


def request(**fields: object) -> RecognitionRequest:
    values = {"language": None, "priority": Priority.FINAL, "speech": CLEAR_SPEECH, **fields}
    return RecognitionRequest(np.zeros(10, dtype=np.float32), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("priority", "device", "frames", "beam", "temperatures"),
    [
        (Priority.FINAL, "cpu", FULL, 1, (0.0, 0.4)),
        (Priority.FINAL, "cuda", FULL, 5, (0.0, 0.4)),
        (Priority.SPECULATIVE, "cuda", FULL, 5, (0.0, 0.4)),
        (Priority.FILE, "cpu", FULL, 1, (0.0, 0.4)),
        (Priority.FINAL, "cpu", 400, 1, (0.0,)),
        (Priority.PROVISIONAL, "cuda", FULL, 1, (0.0,)),
        (Priority.PROVISIONAL, "cpu", 400, 1, (0.0,)),
    ],
)
def test_effort(
    priority: Priority, device: str, frames: int, beam: int, temperatures: tuple[float, ...]
) -> None:
    decoding = decoding_for(priority, 5.0, device, frames)
    assert (decoding.beam, decoding.temperatures, decoding.most_tokens) == (beam, temperatures, 48)
    assert decoding.timed is (priority is Priority.PROVISIONAL)


def test_an_answer_has_a_bound_that_grows_with_what_was_said() -> None:
    assert [decoding_for(Priority.FINAL, seconds, "cpu").most_tokens for seconds in (0, 1, 20, 28)] == [
        8,
        16,
        168,
        224,
    ]


def test_only_the_end_of_what_was_said_before_is_told_in_whole_words() -> None:
    before = told_for(
        request(previous_text=SensitiveText("beginning " + "word " * 100))
    ).previous_text.reveal()
    assert len(before) <= MOST_PREVIOUS
    assert set(before.split()) == {"word"}
    assert told_for(request(previous_text=SensitiveText(" As it is. "))).previous_text.reveal() == "As it is."
    assert len(told_for(request(previous_text=SensitiveText("あ" * 300))).previous_text.reveal()) == 200


@pytest.mark.parametrize(("seconds", "used"), [(0.2, False), (0.25, True)])
def test_hotwords_are_told_only_where_somebody_spoke(seconds: float, used: bool) -> None:
    speech = SpeechEvidence(seconds, 0.9, -10.0)
    told = told_for(request(speech=speech, hotwords=SensitiveText("Kubernetes")))
    assert bool(told.hotwords) is used


def test_hints_are_for_a_language_that_is_not_known() -> None:
    assert told_for(request(hints=("es", "en"))).hints == ("es", "en")
    assert told_for(request(hints=("es", "en"), language="en")) == Told("en")


@pytest.mark.parametrize(
    ("heard", "hints", "chosen"),
    [
        ({"en": 0.9, "es": 0.1}, (), "en"),
        ({"en": 0.9, "es": 0.1}, ("es",), "en"),
        ({"en": 0.6, "es": 0.2}, ("es",), "es"),
        ({"gl": 0.5, "es": 0.3, "en": 0.2}, ("en", "es"), "en"),
        ({"gl": 0.5, "es": 0.4, "en": 0.2}, ("en", "es"), "es"),
        ({"en": 0.7, "es": 0.25}, ("es", "en"), "en"),
        ({"en": 0.5, "es": 0.45}, ("es", "en"), "es"),
        ({"en": 0.5, "es": 0.45}, ("xx",), "en"),
    ],
)
def test_preferred_languages(heard: dict[str, float], hints: tuple[str, ...], chosen: str) -> None:
    assert choose_language(heard.items(), hints) == (chosen, heard[chosen])


@pytest.fixture(scope="module")
def whisper() -> OpenWhisper:
    return OpenWhisper(FOLDER, Rung("cpu", "int8"), threads=1)


@pytest.mark.parametrize("frames", [650, FULL])
@pytest.mark.parametrize("told", [Told("en"), Told("en", previous_text=SensitiveText("Good morning. " * 14))])
@pytest.mark.parametrize("most", [5, 12])
def test_the_bound_on_tokens_is_exact(whisper: OpenWhisper, frames: int, told: Told, most: int) -> None:
    decoding = Decoding(1, (0.0,), most, frames)
    assert whisper.decode(demo_recording().samples, told, decoding).tokens == most


def test_what_the_library_is_told_is_bounded(whisper: OpenWhisper) -> None:
    told = Told("en", (), SensitiveText("name " * 300), SensitiveText("Robert " * 300))
    assert len(whisper._previous(told)) == HOTWORD_TOKENS + PREVIOUS_TOKENS
    samples = demo_recording().samples
    assert whisper.decode(samples, told, decoding_for(Priority.FINAL, 28.0, "cpu")).tokens > 0


def test_hints_reach_the_detection(whisper: OpenWhisper) -> None:
    decoding = Decoding(1, (0.0,), 8)
    heard = whisper.decode(demo_recording("es").samples, Told(hints=("en", "es")), decoding)
    assert heard.language == "es"
    assert heard.language_probability > 0.5


def test_the_width_of_a_model_is_found_out(whisper: OpenWhisper) -> None:
    assert (whisper.width, whisper.mel_bands) == (192, 80)


def test_a_model_is_warmed_up_at_the_lengths_in_use() -> None:
    engine = FakeEngine()
    FasterWhisperRecognizer(engine).load(ModelChoice("demo", FOLDER, threads=1))
    assert engine.warmed == list(WARM_UP_FRAMES)


@pytest.mark.parametrize(("device", "warmed"), [("cpu", [400, 500]), ("cuda", [400, 500, FULL])])
def test_a_slow_processor_is_not_warmed_up_at_length(device: str, warmed: list[int]) -> None:
    engine = FakeEngine()

    def passed() -> float:
        """The shortest context takes an eighth of the time that there is."""
        return sum(WARM_UP_SECONDS / 8 * (frames / 400) ** 2 for frames in engine.warmed)

    warm_up(engine.open(FOLDER, Rung(device, "int8"), 1), device, passed)
    assert engine.warmed == warmed
