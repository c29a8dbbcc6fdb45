"""The graphics card is looked at before a model is loaded or used, and only if it is to be used."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.engine import FakeEngine
from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import CLEAR_SPEECH
from tests.unit.recognition.worker_bench import DEMO, SECONDS, Witness, job
from v2m_desktop.core.machine import MachineRam
from v2m_desktop.core.recognition import LoadedModel, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.session import ModelState
from v2m_desktop.models.catalog import DOWNLOADABLE
from v2m_desktop.models.fit import MEGABYTE, video_memory_of
from v2m_desktop.recognition.device_choice import CPU, CUDA, Rung
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.model_room import SPARE_VIDEO, VIDEO_BASE, rungs_with_room
from v2m_desktop.recognition.video_room import LITTLE, VideoRoom
from v2m_desktop.recognition.worker import RecognitionWorker

RUNGS = (Rung(CUDA, "float16"), Rung(CUDA, "int8_float16"), Rung(CPU, "int8"))
FILE = 1_000 * MEGABYTE
FLOAT16 = VIDEO_BASE + 1_550 * MEGABYTE + SPARE_VIDEO
INTEGERS = VIDEO_BASE + 1_100 * MEGABYTE + SPARE_VIDEO
REQUEST = RecognitionRequest(np.ones(16_000, np.float32), "en", Priority.FINAL, CLEAR_SPEECH)
ON_CARD = LoadedModel("demo", CUDA, "float16", True, 0.1)


@dataclass
class Card:
    """Says what is free, and counts how often it was asked. `free` is used up to its last figure."""

    free: deque[int | None]
    asked: int = field(default=0)

    def __call__(self) -> int | None:
        self.asked += 1
        return self.free.popleft() if len(self.free) > 1 else self.free[0]


@pytest.fixture
def large(tmp_path: Path) -> ModelChoice:
    """A gigabyte, none of which is on the disk."""
    with (tmp_path / "model.bin").open("wb") as file:
        file.truncate(FILE)
    (tmp_path / "tokenizer.json").write_text("{}")
    return ModelChoice("large", tmp_path)


@pytest.mark.parametrize(
    ("free", "rungs"),
    [
        (None, RUNGS),
        (FLOAT16, RUNGS),
        (FLOAT16 - 1, RUNGS[1:]),
        (INTEGERS, RUNGS[1:]),
        (INTEGERS - 1, RUNGS[2:]),
        (0, RUNGS[2:]),
    ],
)
def test_only_ways_to_run_a_model_that_fit_are_tried(
    large: ModelChoice, free: int | None, rungs: tuple[Rung, ...]
) -> None:
    assert rungs_with_room(RUNGS, replace(large, video_memory=free)) == rungs
    engine = FakeEngine(gpus=1)
    recognizer = FasterWhisperRecognizer(engine, lambda: MachineRam(16 * FILE, 8 * FILE))
    loaded = recognizer.load(replace(large, video_memory=free))
    assert engine.opened == [str(rungs[0])]
    assert (loaded.note is None) == (rungs == RUNGS)
    if rungs[0].device == CPU:
        assert loaded.note is not None
        assert "too little free memory" in loaded.note.message


def test_both_estimates_of_video_memory_agree(tmp_path: Path) -> None:
    for model in DOWNLOADABLE:
        with (tmp_path / "model.bin").open("wb") as file:
            file.truncate(model.download_mb * MEGABYTE)
        room = video_memory_of(model) + SPARE_VIDEO
        for free, fits in ((room + MEGABYTE, True), (room - MEGABYTE, False)):
            choice = ModelChoice(model.name, tmp_path, video_memory=free)
            assert (RUNGS[1] in rungs_with_room(RUNGS, choice)) is fits


def test_a_card_that_is_not_used_is_not_asked() -> None:
    card = Card(deque([0]))
    room = VideoRoom(card)
    wanted = replace(DEMO, device=CPU)
    assert room.before_load(wanted) == wanted
    assert room.before_decode(REQUEST, None) is REQUEST
    assert room.before_decode(REQUEST, replace(ON_CARD, device=CPU)) is REQUEST
    assert card.asked == 0
    assert room.before_load(DEMO).video_memory == 0


@pytest.mark.parametrize(("free", "sparing"), [(None, False), (LITTLE, False), (LITTLE - 1, True)])
def test_little_free_memory_makes_a_request_sparing(free: int | None, sparing: bool) -> None:
    assert VideoRoom(Card(deque([free]))).before_decode(REQUEST, ON_CARD).sparing is sparing


@pytest.mark.parametrize(("sparing", "beam"), [(False, 5), (True, 1)])
def test_a_sparing_request_is_answered_without_a_beam(sparing: bool, beam: int) -> None:
    engine = FakeEngine(gpus=1)
    recognizer = FasterWhisperRecognizer(engine)
    recognizer.load(DEMO)
    recognizer.recognize(replace(REQUEST, sparing=sparing))
    assert [decoding.beam for decoding in engine.decodings] == [beam]


class OnCard(FakeRecognizer):
    """Its model runs on a graphics card. `in_the_way` says for each load whether a model was still there."""

    def __init__(self) -> None:
        super().__init__()
        self.in_the_way: list[bool] = []

    def load(self, choice: ModelChoice) -> LoadedModel:
        super().load(choice)
        self.model = ON_CARD
        return self.model


def test_the_worker_looks_before_each_load_and_each_answer() -> None:
    recognizer, witness = OnCard(), Witness()

    def free() -> int:
        recognizer.in_the_way.append(recognizer.model is not None)
        return figures.popleft()

    figures = deque([5 * LITTLE, 2 * LITTLE, 0, 7 * LITTLE])
    worker = RecognitionWorker(recognizer, witness, VideoRoom(free))
    worker.start()
    worker.load(DEMO)
    worker.submit(job(1, 0))
    worker.submit(job(1, 1))
    witness.wait(lambda: len(witness.answers) == 2)
    worker.load(replace(DEMO, threads=1))
    witness.wait(lambda: witness.states.count(ModelState.READY) == 2)
    assert worker.stop(SECONDS)
    assert [choice.video_memory for choice in recognizer.loads] == [5 * LITTLE, 7 * LITTLE]
    assert [request.sparing for request in recognizer.requests] == [False, True]
    assert recognizer.in_the_way == [False, True, True, False]
