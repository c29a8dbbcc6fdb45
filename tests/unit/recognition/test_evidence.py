"""What counts as spoken is decided by the sound, never by the phrase."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from v2m_desktop.core.audio import SAMPLE_RATE, Samples, SpeechEvidence
from v2m_desktop.core.recognition import Evidence, Hypothesis, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.evidence import Reason, compression_ratio, verdict
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.repetition import trim_loops

STRONG = SpeechEvidence(speech_seconds=3.0, mean_probability=0.95, peak_dbfs=-12.0)
WEAK = SpeechEvidence(speech_seconds=0.3, mean_probability=0.4, peak_dbfs=-38.0)


def hypothesis(
    text: str,
    silence: float = 0.02,
    likelihood: float = -0.3,
    speech: SpeechEvidence = STRONG,
) -> Hypothesis:
    evidence = Evidence(silence, likelihood, compression_ratio(text), 3.0, speech)
    return Hypothesis(SensitiveText(text), "en", 1.0, evidence, 0.1)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "Gracias.",
        "¡Suscríbete!",
        "Me encanta la música clásica y el jazz",
        "Quiero agregar subtítulos al video de la reunión",
        "Subtitles by the community.",
        "Thank you for watching.",
        "No, no, no, no!",
        "Five five five five one two",
    ],
)
def test_a_phrase_that_was_really_spoken_survives(text: str) -> None:
    judged = verdict(hypothesis(text))
    assert judged.keep
    assert judged.hypothesis.text.reveal() == text


@pytest.mark.parametrize(
    "text", ["Thank you.", "¡Suscríbete!", "Subtítulos por la", "Closed.", "The meeting is on Monday."]
)
@pytest.mark.parametrize(
    ("silence", "likelihood", "speech"),
    [
        (0.95, -0.8, STRONG),
        (0.7, -1.2, WEAK),
        (0.3, -1.2, WEAK),
        (0.0, -0.1, SpeechEvidence(0.0, 0.0, -60.0)),
    ],
)
def test_the_same_phrase_from_silence_is_dropped(
    text: str, silence: float, likelihood: float, speech: SpeechEvidence
) -> None:
    judged = verdict(hypothesis(text, silence, likelihood, speech))
    assert not judged.keep
    assert not judged.hypothesis.text


def test_what_is_clearly_heard_is_kept_though_the_model_doubts_its_words() -> None:
    assert verdict(hypothesis("Llanfairpwllgwyngyll.", silence=0.7, likelihood=-1.3)).keep


@pytest.mark.parametrize("text", ["", " ", "...", "♪ ♪", "¿?"])
def test_no_words_are_no_text(text: str) -> None:
    assert verdict(hypothesis(text)).reason is Reason.NO_WORDS


def test_a_loop_is_cut_short_and_what_follows_it_is_kept() -> None:
    looped = "Hola, buenos días. " * 12 + "La reunión es el lunes."
    judged = verdict(hypothesis(looped))
    assert judged.keep
    assert judged.reason is Reason.TRIMMED
    assert judged.hypothesis.text.reveal() == "Hola, buenos días. La reunión es el lunes."


def test_a_repetition_that_fits_into_the_time_spoken_is_kept() -> None:
    said = "no " * 12
    slow = SpeechEvidence(speech_seconds=4.0, mean_probability=0.95, peak_dbfs=-12.0)
    assert verdict(hypothesis(said.strip(), speech=slow)).hypothesis.text.reveal() == said.strip()


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        ("a b c", "a b c"),
        ("no no no", "no no no"),
        ("no no no no no", "no"),
        ("we go we go We go, we go. we go home", "we go home"),
        ("stop. " + "thank you " * 9 + "thank", "stop. thank you"),
        ("  spaces   stay  ", "  spaces   stay  "),
        ("... ... ... ... ...", "..."),
        ("", ""),
    ],
)
def test_loops(text: str, trimmed: str) -> None:
    assert trim_loops(text) == trimmed


@pytest.fixture(scope="module")
def demo() -> FasterWhisperRecognizer:
    recognizer = FasterWhisperRecognizer()
    recognizer.load(ModelChoice("demo", resource("models/demo"), threads=1))
    return recognizer


def _noise(level_dbfs: float, seed: int) -> Samples:
    rng = np.random.default_rng(seed)
    return (rng.standard_normal(3 * SAMPLE_RATE) * 10 ** (level_dbfs / 20)).astype(np.float32)


def _clicks(seed: int) -> Samples:
    rng = np.random.default_rng(seed)
    samples = np.zeros(3 * SAMPLE_RATE)
    for start in rng.integers(0, len(samples) - 200, 20):
        samples[start : start + 200] += 0.3 * rng.standard_normal(200) * np.exp(-np.arange(200) / 40)
    return samples.astype(np.float32)


def _hum(seed: int) -> Samples:
    time = np.arange(3 * SAMPLE_RATE) / SAMPLE_RATE
    waves = [0.05 / order * np.sin(2 * np.pi * 50 * order * time + seed) for order in (1, 2, 3)]
    return np.asarray(sum(waves), dtype=np.float32)


SOUNDS = {
    "silence": lambda seed: np.zeros((seed + 1) * SAMPLE_RATE, dtype=np.float32),
    "noise": lambda seed: _noise(-34, seed),
    "loud noise": lambda seed: _noise(-20, seed),
    "clicks": _clicks,
    "hum": _hum,
}


@pytest.mark.parametrize("sound", SOUNDS)
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("language", "short"), [("en", False), (None, False), ("en", True)])
def test_a_sound_that_deceived_the_detector_still_makes_no_text(
    demo: FasterWhisperRecognizer, sound: str, seed: int, language: str | None, short: bool
) -> None:
    samples = SOUNDS[sound](seed)
    request = RecognitionRequest(samples, language, Priority.FINAL, CLEAR_SPEECH, short_context=short)
    answer = demo.recognize(request)
    assert not verdict(answer).keep, verdict(answer).reason


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("level_dbfs", [-12, -40, -55])
def test_quiet_speech_is_kept(demo: FasterWhisperRecognizer, language: str, level_dbfs: float) -> None:
    recording = demo_recording(language)
    rms = float(np.sqrt(np.mean(np.square(recording.samples))))
    samples = recording.samples * np.float32(10 ** (level_dbfs / 20) / rms)
    speech = SpeechEvidence(4.0, 0.6, level_dbfs + 12.0)
    judged = verdict(demo.recognize(RecognitionRequest(samples, language, Priority.FINAL, speech)))
    assert judged.keep
    assert judged.hypothesis.text.reveal() == recording.text


@pytest.mark.parametrize(
    ("likelihood", "rate", "seconds", "speech", "kept"),
    [
        (-0.3, 20.0, 3.0, STRONG, True),
        (-0.3, 20.0, 3.0, SpeechEvidence(0.4, 0.7, -20.0), True),
        (-0.3, 20.0, 3.0, WEAK, False),
        (-0.3, 12.0, 3.0, WEAK, True),
        (-1.1, 20.0, 3.0, SpeechEvidence(0.4, 0.7, -20.0), False),
        (-1.1, 4.0, 3.0, SpeechEvidence(0.4, 0.7, -20.0), True),
        (-0.9, 4.0, 1.2, WEAK, False),
        (-0.9, 4.0, 3.0, WEAK, True),
        (-0.9, 4.0, 1.2, SpeechEvidence(0.4, 0.7, -20.0), True),
    ],
)
def test_it_takes_two_signs_to_doubt_what_was_not_clearly_heard(
    likelihood: float, rate: float, seconds: float, speech: SpeechEvidence, kept: bool
) -> None:
    evidence = Evidence(0.02, likelihood, 1.0, seconds, speech, rate)
    assert verdict(Hypothesis(SensitiveText("Thank you."), "en", 1.0, evidence, 0.1)).keep is kept


def test_a_loop_in_a_script_without_spaces_is_noticed_by_its_tokens() -> None:
    looped = " ".join(["ありがとうございました"] * 6)
    evidence = Evidence(0.02, -0.3, 2.0, 3.0, STRONG, 20.0)
    judged = verdict(Hypothesis(SensitiveText(looped), "ja", 1.0, evidence, 0.1))
    assert judged.reason is Reason.TRIMMED
