"""Words with times: marks belong to words, and every letter of the text is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.desktop.sentences import SENTENCES
from v2m_desktop.core.audio import seconds_of
from v2m_desktop.core.recognition import Priority
from v2m_desktop.core.resources import resource
from v2m_desktop.recognition.decoding_policy import decoding_for
from v2m_desktop.recognition.device_choice import Rung
from v2m_desktop.recognition.engine import Told
from v2m_desktop.recognition.faster_whisper_engine import OpenWhisper
from v2m_desktop.recognition.timed_words import Piece, later, spread, timed_words

FOLDER = resource("models/demo")


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ([], []),
        ([" Yes", ",", " he", " did", "."], [" Yes,", " he", " did."]),
        ([" ¿", "Qué", " tal", "?"], [" ¿Qué", " tal?"]),
        (["今", "日", "。", "は"], ["今", "日。", "は"]),
        ([" one", " –", " two", '"', " ..."], [" one", ' – two" ...']),
        (["..."], []),
    ],
)
def test_marks_join_the_word_that_they_are_written_to(pieces: list[str], words: list[str]) -> None:
    timed = timed_words(Piece(text, number, number + 1.0) for number, text in enumerate(pieces))
    assert [word.text.reveal() for word in timed] == words
    assert all(word.end - word.start == 1.0 for word in timed)


def test_words_without_times_are_spread_evenly_and_moved_with_their_window() -> None:
    words = later(timed_words(spread([" one", " two"], 3.0)), 10.0)
    assert [(word.start, word.end) for word in words] == [(10.0, 11.5), (11.5, 13.0)]
    assert spread([], 3.0) == []


@pytest.fixture(scope="module", params=["told by the model", "guessed"])
def whisper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> OpenWhisper:
    folder = Path(shutil.copytree(FOLDER, tmp_path_factory.mktemp("model") / "demo"))
    if request.param == "guessed":
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        del config["alignment_heads"]
        (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return OpenWhisper(folder, Rung("cpu", "int8"), threads=1)


@pytest.mark.parametrize("frames", [400, 1500])
def test_words_of_speech(whisper: OpenWhisper, frames: int) -> None:
    for sentence in SENTENCES:
        samples = sentence.samples
        seconds = seconds_of(len(samples))
        decoding = decoding_for(Priority.PROVISIONAL, seconds, "cpu", frames)
        words = whisper.decode(samples, Told(sentence.voice[:2]), decoding).words
        assert [word.text.reveal() for word in words] == [f" {word}" for word in sentence.text.split()]
        times = [time for word in words for time in (word.start, word.end)]
        assert times == sorted(times)
        assert 0 <= times[0] < times[-1] <= seconds
