"""Speech is found, noise is not, and blocks of any size give the same decisions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.unit.audio.speech import at_level, clicks, hum, noise, silence, spoken
from v2m_desktop.audio.noise_gate import NoiseGate, spectral_flatness
from v2m_desktop.audio.voice_activity import PRESETS, Silero, SpeechDetector, silero_path
from v2m_desktop.core.audio import Samples, Sensitivity
from v2m_desktop.core.errors import AudioError

SENTENCE = "Please open the window and close the door."


@pytest.fixture(scope="module")
def model() -> Silero:
    return Silero()


def speech_share(samples: Samples, detector: SpeechDetector) -> float:
    detector.reset()
    decisions = detector.feed(samples)
    return sum(decision.speech for decision in decisions) / len(decisions)


def test_the_presets_are_those_of_the_specification() -> None:
    assert {key.value: (round(value.enter, 2), value.quiet_dbfs) for key, value in PRESETS.items()} == {
        "high": (0.3, -50.0),
        "normal": (0.5, -40.0),
        "low": (0.7, -30.0),
    }
    assert all(value.exit == pytest.approx(value.enter - 0.15) for value in PRESETS.values())


@pytest.mark.parametrize("size", [1, 160, 511, 512, 513, 1024, 1600])
def test_block_sizes_make_no_difference(size: int, model: Silero) -> None:
    sound = np.concatenate((silence(0.2), spoken("Yes."), silence(0.2)))[:12_000]
    whole = SpeechDetector(model=model).feed(sound)
    detector = SpeechDetector(model=model)
    parts = [
        each for start in range(0, len(sound), size) for each in detector.feed(sound[start : start + size])
    ]
    assert len(parts) == len(whole) == len(sound) // 512
    assert [each.speech for each in parts] == [each.speech for each in whole]
    np.testing.assert_allclose(
        [each.probability for each in parts], [each.probability for each in whole], atol=1e-4
    )


@pytest.mark.parametrize("sensitivity", list(Sensitivity))
@pytest.mark.parametrize("voice", ["en-us", "es", "en-us+f3"])
def test_a_normal_voice_is_found_by_every_preset(voice: str, sensitivity: Sensitivity, model: Silero) -> None:
    sound = at_level(spoken(SENTENCE, voice), -23.0) + noise(len(spoken(SENTENCE, voice)) / 16_000, -60.0)
    assert speech_share(sound, SpeechDetector(sensitivity, model)) > 0.7


@pytest.mark.parametrize("voice", ["en-us", "es", "en-us+f3"])
@pytest.mark.parametrize("floor", [-90.0, -65.0, -55.0])
def test_quiet_speech_at_minus_40_is_found_by_the_default(voice: str, floor: float, model: Silero) -> None:
    quiet = at_level(spoken(SENTENCE, voice), -40.0)
    sound = quiet + noise(len(quiet) / 16_000, floor)
    assert speech_share(sound, SpeechDetector(model=model)) > 0.7


@pytest.mark.parametrize("slope", [0.0, 1.0, 2.0], ids=["white", "pink", "brown"])
@pytest.mark.parametrize("sensitivity", list(Sensitivity))
def test_noise_at_minus_34_is_no_speech(slope: float, sensitivity: Sensitivity, model: Silero) -> None:
    assert speech_share(noise(20.0, -34.0, slope=slope), SpeechDetector(sensitivity, model)) == 0.0


def test_clicks_are_no_speech(model: Silero) -> None:
    for seed in range(3):
        assert speech_share(clicks(20.0, seed=seed), SpeechDetector(model=model)) == 0.0


@pytest.mark.parametrize("hertz", [50.0, 60.0, 100.0, 120.0, 150.0])
def test_a_hum_is_refused_after_its_first_windows(hertz: float, model: Silero) -> None:
    """Silero alone takes the start of such a hum for a voice for up to 38 windows."""
    for harmonics in (3, 8, 20):
        for level in (-20.0, -34.0):
            detector = SpeechDetector(model=model)
            decisions = detector.feed(np.concatenate((silence(0.5), hum(3.0, level, hertz, harmonics))))
            assert sum(decision.speech for decision in decisions) <= 3


def test_speech_over_a_hum_is_found(model: Silero) -> None:
    voice = at_level(spoken(SENTENCE), -30.0)
    sound = voice + hum(len(voice) / 16_000, -40.0)
    assert speech_share(sound, SpeechDetector(model=model)) > 0.7


def test_digital_silence_is_no_speech(model: Silero) -> None:
    decisions = SpeechDetector(model=model).feed(silence(2.0))
    assert not any(decision.speech for decision in decisions)
    assert {decision.level_dbfs for decision in decisions} == {-120.0}


def test_the_gate_refuses_flat_sound_only_when_it_is_quiet() -> None:
    gate = NoiseGate(quiet_dbfs=-40.0)
    gate.push(noise(0.032, -60.0))
    assert gate.refuses(-60.0)
    assert not gate.refuses(-34.0)


def test_flatness_tells_noise_from_a_voice() -> None:
    white = noise(4.0, -20.0).reshape(-1, 512)
    voice = spoken("aah")[4000:4512]
    assert np.mean([spectral_flatness(window) > 0.8 for window in white]) > 0.97
    assert spectral_flatness(voice) < 0.2


def test_one_take_leaves_nothing_for_the_next(model: Silero) -> None:
    sound = spoken("No.")
    fresh = SpeechDetector(model=model).feed(sound)
    detector = SpeechDetector(model=model)
    detector.feed(np.concatenate((hum(1.0, -20.0), spoken(SENTENCE)))[: 16_000 + 777])
    assert detector.waiting
    detector.reset()
    assert detector.waiting == 0
    assert detector.feed(sound) == fresh


def test_the_last_partly_filled_window_is_decided_at_the_end(model: Silero) -> None:
    detector = SpeechDetector(model=model)
    assert len(detector.feed(silence(0.5)[:700])) == 1
    assert detector.waiting == 188
    assert len(detector.finish()) == 1
    assert detector.finish() == []


def test_a_damaged_model_says_what_to_do(tmp_path: Path) -> None:
    assert silero_path().is_file()
    broken = tmp_path / "silero.onnx"
    broken.write_bytes(b"not a model")
    with pytest.raises(AudioError, match="Install the app again"):
        Silero(broken)
