"""Recordings of people, from the folder that V2M_TEST_SPEECH names; without it there is nothing to collect.

The labels say where speech is, in seconds. They were read from the energy of 10 ms frames, smoothed over
50 ms: speech is where it is 8 dB and more above the recording's noise, with pauses under 0.35 s left in.
"""

from __future__ import annotations

import os
from pathlib import Path

import av
import numpy as np
import pytest

from v2m_desktop.audio.analysis import TakeAnalyzer, TakeUpdate
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, Samples, Sensitivity

LABELS = {"jfk.flac": [(0.33, 2.12), (3.29, 4.30), (5.41, 7.52), (8.19, 10.37)]}

TOLERANCE_S = 0.2
LONGEST_PAUSE_INSIDE_S = 0.4


def recordings() -> list[Path]:
    folder = os.environ.get("V2M_TEST_SPEECH")
    if not folder:
        return []
    found = [path for path in sorted(Path(folder).iterdir()) if path.name in LABELS]
    if not found:
        raise pytest.UsageError(f"V2M_TEST_SPEECH holds none of {sorted(LABELS)}")
    return found


def decoded(path: Path) -> tuple[Samples, int]:
    """The first channel at the file's own rate, as a microphone would give it."""
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        resampler = av.AudioResampler(format="flt", layout="mono", rate=stream.rate)
        frames = [out for frame in container.decode(stream) for out in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray().ravel() for frame in frames]), stream.rate


def stretches(decisions: list[bool]) -> list[tuple[float, float]]:
    """Speech in seconds, with short pauses joined."""
    found: list[tuple[float, float]] = []
    for index in np.flatnonzero(decisions):
        start, end = index * 0.032, (index + 1) * 0.032
        if found and start - found[-1][1] < LONGEST_PAUSE_INSIDE_S:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def heard(recording: Path, sensitivity: Sensitivity) -> list[TakeUpdate]:
    samples, rate = decoded(recording)
    analyzer = TakeAnalyzer(SpeechDetector(sensitivity))
    updates = [
        analyzer.feed(CapturedBlock(samples[start : start + rate // 50], rate, start, 0))
        for start in range(0, len(samples), rate // 50)
    ]
    return [*updates, analyzer.finish()]


if recordings():

    @pytest.mark.parametrize("recording", recordings(), ids=lambda path: path.name)
    def test_people_are_heard_where_they_speak(recording: Path) -> None:
        updates = heard(recording, Sensitivity.NORMAL)
        found = stretches([decision.speech for update in updates for decision in update.decisions])
        labels = LABELS[recording.name]
        assert len(found) == len(labels), found
        for (start, end), (true_start, true_end) in zip(found, labels, strict=True):
            assert abs(start - true_start) <= TOLERANCE_S
            assert abs(end - true_end) <= TOLERANCE_S

    @pytest.mark.parametrize("sensitivity", [Sensitivity.NORMAL, Sensitivity.HIGH])
    @pytest.mark.parametrize("recording", recordings(), ids=lambda path: path.name)
    def test_segments_hold_all_that_people_say(recording: Path, sensitivity: Sensitivity) -> None:
        segments = [segment for update in heard(recording, sensitivity) for segment in update.segments]
        for start, end in LABELS[recording.name]:
            whole = [each for each in segments if each.start <= start * 16_000 and end * 16_000 <= each.end]
            assert len(whole) == 1, [(each.start / 16_000, each.end / 16_000) for each in segments]
