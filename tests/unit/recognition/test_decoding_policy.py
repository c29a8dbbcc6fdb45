"""How hard the model tries, what it is told, and which language it picks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.engine import FakeEngine
from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.decoding_policy import MOST_PREVIOUS, decoding_for, prudent, told_for
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


@pytest.mark.parametrize(
    ("priority", "prompted", "used"),
    [
        (Priority.FINAL, True, True),
        (Priority.SPECULATIVE, True, True),
        (Priority.FILE, True, True),
        (Priority.PROVISIONAL, True, False),
        (Priority.FINAL, False, False),
    ],
)
def test_who_is_told_something(priority: Priority, prompted: bool, used: bool) -> None:
    words = SensitiveText("Kubernetes")
    told = told_for(request(priority=priority, hotwords=words, previous_text=words), prompted=prompted)
    assert (bool(told.hotwords), bool(told.previous_text)) == (used, used)


def test_with_something_told_there_is_one_try() -> None:
    usual = decoding_for(Priority.FINAL, 5.0, "cuda")
    assert prudent(usual, Told("en")) == usual
    assert prudent(usual, Told("en", hotwords=SensitiveText("Ana"))).temperatures == (0.0,)


def test_where_memory_is_short_there_is_no_beam() -> None:
    usual = decoding_for(Priority.FINAL, 5.0, "cuda")
    assert prudent(usual, Told(), sparing=True) == replace(usual, beam=1)


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
        ({"gl": 0.4, "it": 0.3, "es": 0.1, "en": 0.02}, ("en", "es"), "es"),
        ({"gl": 0.4, "it": 0.3, "es": 0.1, "en": 0.07}, ("en", "es"), "en"),
        ({"gl": 0.4, "it": 0.3}, ("xx",), "gl"),
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
    told = Told("en", (), SensitiveText("name " * 300), SensitiveText(", ".join(f"Ro{n}" for n in range(99))))
    previous = whisper._previous(told)
    hotwords = previous[:-PREVIOUS_TOKENS]
    assert HOTWORD_TOKENS - 10 < len(hotwords) <= HOTWORD_TOKENS
    count = whisper._fitting(told.hotwords).terms
    assert whisper._model.hf_tokenizer.decode(hotwords).split(", ")[-1] == f"Ro{count - 1}."
    samples = demo_recording().samples
    assert whisper.decode(samples, told, decoding_for(Priority.FINAL, 28.0, "cpu")).tokens > 0


def test_names_are_counted_once_though_looks_in_between_are_told_none(whisper: OpenWhisper) -> None:
    names = SensitiveText("Ana, Berta")
    fits = whisper._fitting(names)
    assert whisper._fitting(SensitiveText()).terms == 0
    assert whisper._fitting(names) is fits


def test_hints_reach_the_detection(whisper: OpenWhisper) -> None:
    decoding = Decoding(1, (0.0,), 8)
    heard = whisper.decode(demo_recording("es").samples, Told(hints=("en", "es")), decoding)
    assert heard.language == "es"
    assert heard.language_probability > 0.5


class CountingModel:
    """The library's model, and how often it encoded."""

    def __init__(self, model: object) -> None:
        self._model = model
        self.encodes = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)

    def encode(self, features: object) -> object:
        self.encodes += 1
        return self._model.encode(features)  # type: ignore[attr-defined]


def test_sound_is_encoded_once_though_the_language_is_detected_and_two_answers_are_tried() -> None:
    whisper = OpenWhisper(FOLDER, Rung("cpu", "int8"), threads=1)
    assert whisper.width > 0
    whisper._model = counting = CountingModel(whisper._model)
    noise = np.random.default_rng(5).standard_normal(48_000).astype(np.float32) * 0.1
    for number, samples in enumerate((demo_recording("es").samples, noise), start=1):
        heard = whisper.decode(samples, Told(), Decoding(1, (0.0, 0.4), 48, timed=True))
        assert counting.encodes == number
    assert heard.fallback or heard.no_speech_probability > 0.6


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
