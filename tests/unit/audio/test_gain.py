"""Quiet voices are raised, slowly and only by what was spoken; nothing clips, noise stays noise."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.audio.speech import at_level, noise, silence, spoken
from v2m_desktop.audio.analysis import TakeAnalyzer, TakeUpdate
from v2m_desktop.audio.gain import MOST_DB, PEAK, VoiceGain
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, SampleIndex, Samples, Segment, SpeechEvidence

TEXT = "good morning everybody"


def segment(peak: float, seconds: float = 3.0, speech_seconds: float = 3.0, seed: int = 1) -> Segment:
    """Noise whose largest sample is `peak`, all of it taken for speech."""
    samples = np.random.default_rng(seed).uniform(-1.0, 1.0, round(seconds * 16_000)).astype(np.float32)
    samples *= np.float32(peak) / np.abs(samples).max()
    return Segment(0, SampleIndex(0), samples, SpeechEvidence(speech_seconds, 0.9, -30.0, peak))


def gain_of(before: Segment, after: Segment) -> float:
    """In dB."""
    loudest = int(np.argmax(np.abs(before.samples)))
    return float(20.0 * np.log10(after.samples[loudest] / before.samples[loudest]))


def peak_of(samples: Samples) -> float:
    return float(np.abs(samples).max())


@pytest.mark.parametrize("peak", [0.05, 0.2, 0.5, 0.7])
def test_a_quiet_voice_is_brought_to_minus_3_dbfs(peak: float) -> None:
    raised = VoiceGain().close(segment(peak))
    assert peak_of(raised.samples) == pytest.approx(PEAK, rel=0.001)


def test_a_loud_voice_is_left_as_it_is() -> None:
    loud = segment(0.9)
    assert VoiceGain().close(loud) is loud


def test_a_whisper_is_raised_by_24_db_and_no_more() -> None:
    faint = segment(0.001)
    assert gain_of(faint, VoiceGain().close(faint)) == pytest.approx(MOST_DB, abs=0.01)


def test_the_gain_rises_slowly_and_falls_at_once() -> None:
    gain, quiet, normal = VoiceGain(), segment(0.05), segment(0.5)
    gain.close(normal)
    steps = [gain_of(quiet, gain.close(quiet)) for _ in range(12)]
    assert steps == sorted(steps)
    assert steps[0] < 10.0
    assert steps[-1] > 20.0
    assert max(np.diff(steps)) < 7.0
    assert peak_of(gain.close(normal).samples) == pytest.approx(PEAK, rel=0.001)


def test_silence_changes_nothing() -> None:
    gain, quiet = VoiceGain(), segment(0.1)
    before = gain.close(quiet)
    nothing = Segment(1, SampleIndex(0), quiet.samples, SpeechEvidence(0.0, 0.0, -120.0))
    for _ in range(10):
        gain.close(nothing)
    assert gain.close(quiet).samples.tobytes() == before.samples.tobytes()


def test_a_look_at_the_open_segment_changes_nothing() -> None:
    gain, quiet = VoiceGain(), segment(0.1)
    gain.close(segment(0.5))
    looks = [gain.preview(quiet).samples.tobytes() for _ in range(5)]
    assert looks == [gain.close(quiet).samples.tobytes()] * 5


def test_a_click_beside_a_quiet_voice_does_not_clip_and_does_not_keep_the_voice_down() -> None:
    quiet = segment(0.05)
    quiet.samples[100:140] = 0.9
    raised = VoiceGain().close(quiet)
    assert peak_of(raised.samples[200:]) == pytest.approx(PEAK, rel=0.01)
    assert PEAK < peak_of(raised.samples) <= 1.0


@given(st.lists(st.tuples(st.floats(1e-5, 1.0), st.floats(0.1, 20.0), st.booleans()), max_size=8))
def test_nothing_ever_clips_and_nothing_is_ever_made_quieter(
    takes: list[tuple[float, float, bool]],
) -> None:
    gain = VoiceGain()
    for peak, speech_seconds, click in takes:
        spoken_part = segment(peak, seconds=0.1, speech_seconds=speech_seconds)
        if click:
            spoken_part.samples[7] = -1.0
        raised = gain.close(spoken_part)
        assert peak_of(raised.samples) <= 1.0
        assert np.all(np.abs(raised.samples[8:]) >= np.abs(spoken_part.samples[8:]) * 0.999)
        assert peak_of(raised.samples[8:]) <= max(PEAK, peak) + 1e-4


def heard(samples: Samples, gain: VoiceGain | None) -> TakeUpdate:
    analyzer = TakeAnalyzer(SpeechDetector(), gain=gain)
    update, rest = analyzer.feed(CapturedBlock(samples, 16_000, 0, 0)), analyzer.finish()
    return TakeUpdate(decisions=update.decisions + rest.decisions, events=update.events + rest.events)


def test_the_detector_hears_true_levels_and_the_recognizer_raised_ones() -> None:
    voice = at_level(spoken(TEXT), -45.0)
    take = (
        np.concatenate([silence(0.8), voice, silence(1.5), voice, silence(1.0)])
        + noise(10.0, -75.0)[: round(3.3 * 16_000) + 2 * len(voice)]
    )
    plain, raised = heard(take, None), heard(take, VoiceGain())
    assert raised.decisions == plain.decisions
    assert [(s.start, s.end, s.speech) for s in raised.segments] == [
        (s.start, s.end, s.speech) for s in plain.segments
    ]
    assert len(raised.segments) == 2
    for before, after in zip(plain.segments, raised.segments, strict=True):
        assert peak_of(before.samples) < 0.1
        assert gain_of(before, after) > 18.0


def test_a_pause_is_told_with_the_gain_that_its_segment_gets() -> None:
    voice = at_level(spoken(TEXT), -40.0)
    update = heard(np.concatenate([voice, silence(1.0), voice, silence(1.0)]), VoiceGain())
    assert len(update.segments) == 2
    assert [pause.samples.tobytes() for pause in update.pauses] == [
        closed.samples.tobytes() for closed in update.segments
    ]


def test_noise_alone_becomes_no_segment_with_a_gain_either() -> None:
    assert heard(noise(10.0, -55.0, slope=1.0), VoiceGain()).segments == ()
