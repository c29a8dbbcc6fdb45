"""A take from captured blocks to segments, at any rate, with gaps, and with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import soxr

from tests.unit.audio.speech import at_level, clicks, hum, noise, silence, spoken
from v2m_desktop.audio.analysis import TakeAnalyzer, TakeUpdate
from v2m_desktop.audio.chime import Chime, synthesize
from v2m_desktop.audio.segmenter import SpeechStarted
from v2m_desktop.audio.voice_activity import Silero, SpeechDetector
from v2m_desktop.core.audio import SAMPLE_RATE, CapturedBlock, Samples, Segment, Sensitivity


@pytest.fixture(scope="module")
def model() -> Silero:
    return Silero()


@pytest.fixture
def analyzer(model: Silero) -> TakeAnalyzer:
    return TakeAnalyzer(SpeechDetector(model=model))


def blocks(
    samples: Samples, rate: int = SAMPLE_RATE, size: int = 0, first: int = 0
) -> Iterator[CapturedBlock]:
    size = size or rate // 50
    for start in range(0, len(samples), size):
        yield CapturedBlock(samples[start : start + size], rate, first + start, 0)


def analyzed(analyzer: TakeAnalyzer, samples: Samples, rate: int = SAMPLE_RATE) -> list[Segment]:
    updates = [analyzer.feed(block) for block in blocks(samples, rate)]
    return [segment for update in [*updates, analyzer.finish()] for segment in update.segments]


def resampled(samples: Samples, rate: int) -> Samples:
    return np.asarray(soxr.resample(samples, SAMPLE_RATE, rate), np.float32)


def with_room(voice: Samples, before: float = 1.0, after: float = 1.0) -> Samples:
    sound = np.concatenate((silence(before), voice, silence(after)))
    return np.asarray(sound + noise(len(sound) / SAMPLE_RATE, -65.0), np.float32)


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000, 96_000])
def test_speech_is_found_where_it_is_at_any_rate(rate: int, analyzer: TakeAnalyzer) -> None:
    voice = at_level(spoken("Close the door"), -25.0)
    (segment,) = analyzed(analyzer, resampled(with_room(voice), rate), rate)
    assert segment.start <= SAMPLE_RATE - 0.4 * SAMPLE_RATE
    assert segment.start >= SAMPLE_RATE - 0.9 * SAMPLE_RATE
    assert SAMPLE_RATE + len(voice) - 0.3 * SAMPLE_RATE <= segment.end
    assert segment.end <= SAMPLE_RATE + len(voice) + 0.5 * SAMPLE_RATE
    assert segment.speech.speech_seconds > 0.5


def test_two_sentences_are_two_segments_and_the_second_is_whole(analyzer: TakeAnalyzer) -> None:
    voice = at_level(spoken("Open the window"), -25.0)
    sound = np.concatenate((with_room(voice), with_room(voice)))
    first, second = analyzed(analyzer, sound)
    assert first.end <= second.start
    assert second.number == 1


def test_speech_from_the_first_to_the_last_sample_is_kept_whole(analyzer: TakeAnalyzer) -> None:
    """W-06: what came after the last poll was cut off."""
    voice = at_level(spoken("Stop"), -25.0)
    loud = np.flatnonzero(np.abs(voice) > 0.01)
    word = voice[loud[0] : loud[-1] - (loud[-1] - loud[0]) // 5]
    (segment,) = analyzed(analyzer, word)
    assert (segment.start, segment.end) == (0, len(word))


def test_nothing_but_noise_gives_no_segment(model: Silero) -> None:
    """The takes of silence, noise, clicks and hum that must give nothing, and some more."""
    chime = resampled_from_chime()
    takes = [
        silence(3.0),
        *(noise(4.0, -34.0, seed, slope) for seed in range(4) for slope in (0.0, 1.0, 2.0)),
    ]
    takes += [clicks(6.0, seed=seed, peak=peak) for seed in range(4) for peak in (0.1, 0.5, 0.9)]
    takes += [
        np.concatenate((silence(start), hum(3.0, level, hertz, harmonics), silence(0.5)))
        for start in (0.0, 0.7)
        for level in (-20.0, -34.0)
        for hertz in (50.0, 60.0, 100.0, 120.0)
        for harmonics in (1, 3, 8, 20)
    ]
    takes += [np.concatenate((chime, silence(1.0), chime))]
    detector = SpeechDetector(model=model)
    for number, take in enumerate(takes):
        assert analyzed(TakeAnalyzer(detector), take) == [], f"take {number} has a segment"


def resampled_from_chime() -> Samples:
    sounds = [soxr.resample(synthesize(chime, -12.0), 48_000, SAMPLE_RATE) for chime in Chime]
    return np.concatenate(sounds).astype(np.float32)


@pytest.mark.parametrize("voice", ["en-us", "es", "en-us+f3"])
def test_quiet_takes_at_minus_40_are_delivered_by_the_default(voice: str, model: Silero) -> None:
    detector = SpeechDetector(Sensitivity.NORMAL, model)
    for text in ("Yes", "Stop now", "Close the door", "Please open the window and the door"):
        sound = with_room(at_level(spoken(text, voice), -40.0))
        assert len(analyzed(TakeAnalyzer(detector), sound)) == 1


def test_a_gap_becomes_silence_so_that_time_stays_right(analyzer: TakeAnalyzer) -> None:
    first, second = silence(0.5), silence(0.5)
    analyzer.feed(next(blocks(first, size=8000, first=5_000_000)))
    update = analyzer.feed(next(blocks(second, size=8000, first=5_000_000 + 8000 + 1234)))
    assert len(update.samples) == 8000 + 1234
    assert analyzer.position == 16_000 + 1234


def test_a_huge_gap_is_bridged_by_two_seconds_at_most(analyzer: TakeAnalyzer) -> None:
    analyzer.feed(next(blocks(silence(0.5), size=8000)))
    update = analyzer.feed(next(blocks(silence(0.5), size=8000, first=16_000_000)))
    assert len(update.samples) == 8000 + 32_000


def test_another_device_in_mid_take_goes_on_at_its_own_rate(analyzer: TakeAnalyzer) -> None:
    voice = at_level(spoken("Close the door"), -25.0)
    for block in blocks(resampled(with_room(voice), 48_000), 48_000):
        analyzer.feed(block)
    before = analyzer.position
    segments = analyzed(analyzer, resampled(with_room(voice), 44_100), 44_100)
    assert [segment.number for segment in segments] == [1]
    assert abs(analyzer.position - 2 * len(with_room(voice))) < 10
    assert segments[0].start >= before - 100


def test_what_is_preprocessed_is_what_is_analyzed(model: Silero) -> None:
    """The pipeline writes to disk between the two steps."""
    sound = resampled(with_room(at_level(spoken("Close the door"), -25.0)), 48_000)
    detector = SpeechDetector(model=model)
    at_once = analyzed(TakeAnalyzer(detector), sound, 48_000)
    stepwise = TakeAnalyzer(detector)
    written: list[Samples] = []
    updates: list[TakeUpdate] = []
    for block in blocks(sound, 48_000):
        written.append(stepwise.preprocess(block))
        updates.append(stepwise.analyze(written[-1]))
    written.append(stepwise.flush())
    updates += [stepwise.analyze(written[-1]), stepwise.finish()]
    (segment,) = [each for update in updates for each in update.segments]
    np.testing.assert_array_equal(segment.samples, at_once[0].samples)
    whole = np.concatenate(written)
    np.testing.assert_array_equal(segment.samples, whole[segment.start : segment.end])
    assert sum(len(update.decisions) for update in updates) == -(-len(whole) // 512)


def test_updates_tell_the_level_and_whether_there_is_speech(analyzer: TakeAnalyzer) -> None:
    voice = at_level(spoken("Please open the window"), -20.0)
    updates = [analyzer.feed(block) for block in blocks(with_room(voice))]
    assert not any(decision.speech for decision in updates[20].decisions)
    assert updates[20].level_dbfs < -60.0
    spoken_updates = [update for update in updates if any(each.speech for each in update.decisions)]
    assert any(update.level_dbfs > -30.0 for update in spoken_updates)
    started = [event for update in updates for event in update.events if isinstance(event, SpeechStarted)]
    assert len(started) == 1
    assert abs(started[0].at - SAMPLE_RATE) < 0.2 * SAMPLE_RATE


def test_provisional_audio_grows_while_speech_goes_on(analyzer: TakeAnalyzer) -> None:
    voice = at_level(spoken("Please open the window and close the door"), -25.0)
    lengths = []
    for block in blocks(with_room(voice, after=0.2)):
        analyzer.feed(block)
        segment = analyzer.open_segment()
        lengths.append(len(segment.samples) if segment else 0)
    assert lengths == sorted(lengths)
    assert lengths[-1] > len(voice)


def test_one_take_leaves_nothing_for_the_next(model: Silero) -> None:
    """W-07."""
    detector = SpeechDetector(model=model)
    voice = with_room(at_level(spoken("Close the door"), -25.0))
    fresh = analyzed(TakeAnalyzer(SpeechDetector(model=model)), voice)
    interrupted = TakeAnalyzer(detector)
    for block in blocks(voice[:30_000]):
        interrupted.feed(block)
    (segment,) = analyzed(TakeAnalyzer(detector), voice)
    assert segment.start == fresh[0].start
    np.testing.assert_array_equal(segment.samples, fresh[0].samples)
    assert segment.speech == fresh[0].speech


def test_an_empty_take_ends_quietly(analyzer: TakeAnalyzer) -> None:
    update = analyzer.finish()
    assert update.events == ()
    assert len(update.samples) == 0
