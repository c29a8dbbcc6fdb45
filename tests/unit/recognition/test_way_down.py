"""The way down from a graphics card: whenever it fails, the words come from the next rung, and it is said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.engine import NO_LIBRARY, NO_MEMORY, FakeEngine
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SAMPLE_RATE, Samples
from v2m_desktop.core.errors import ModelError, RecognitionError
from v2m_desktop.core.machine import MachineRam
from v2m_desktop.core.recognition import LoadedModel, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.recognition.device_choice import Trouble
from v2m_desktop.recognition.engine_failures import trouble_of
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

DEMO = ModelChoice("demo", resource("models/demo"), threads=1)
SIZE = (DEMO.folder / "model.bin").stat().st_size

FLOAT16, INT8_FLOAT16, CPU = "cuda/float16", "cuda/int8_float16", "cpu/int8"
ALL_RUNGS = [FLOAT16, INT8_FLOAT16, CPU]

THREE_WINDOWS = np.random.default_rng(1).standard_normal(70 * SAMPLE_RATE).astype(np.float32)


def ask(samples: Samples) -> RecognitionRequest:
    return RecognitionRequest(samples, "en", Priority.FINAL, CLEAR_SPEECH)


def said(model: LoadedModel | None) -> str:
    assert model is not None
    return model.note.message if model.note is not None else ""


def test_a_gpu_is_used_when_it_works() -> None:
    engine = FakeEngine(gpus=1)
    loaded = FasterWhisperRecognizer(engine).load(DEMO)
    assert (loaded.device, loaded.compute_type, loaded.note) == ("cuda", "float16", None)


@pytest.mark.parametrize("device", ["auto", "cuda"])
@pytest.mark.parametrize("compute_type", ["float16", "int8_float16"])
def test_without_a_gpu_its_number_formats_are_never_tried(device: str, compute_type: str) -> None:
    engine = FakeEngine()
    choice = replace(DEMO, device=device, compute_type=compute_type)
    loaded = FasterWhisperRecognizer(engine).load(choice)
    assert engine.opened == [CPU]
    assert (loaded.device, loaded.compute_type) == ("cpu", "int8")
    assert said(loaded)


@pytest.mark.expects_log("did not run the model")
@pytest.mark.parametrize("when", ["open", "first inference"])
@pytest.mark.parametrize(
    ("failing", "raised", "sentence"),
    [
        ([FLOAT16], NO_MEMORY, "so it runs as int8_float16"),
        ([FLOAT16, INT8_FLOAT16], NO_MEMORY, "too little free memory"),
        ([FLOAT16, INT8_FLOAT16], NO_LIBRARY, "install cuBLAS and cuDNN"),
        ([FLOAT16, INT8_FLOAT16], "CUDA failed with error no kernel image", "could not run the model"),
    ],
)
def test_a_rung_that_fails_while_loading_gives_way_to_the_next_with_a_sentence(
    when: str, failing: list[str], raised: str, sentence: str
) -> None:
    engine = FakeEngine(gpus=1)
    if when == "open":
        engine.open_failures = {rung: RuntimeError(raised) for rung in failing}
    else:
        engine.broken, engine.breaks_with = frozenset(failing), RuntimeError(raised)
    made = FasterWhisperRecognizer(engine)
    loaded = made.load(DEMO)
    assert engine.opened == ALL_RUNGS[: len(failing) + 1]
    assert f"{loaded.device}/{loaded.compute_type}" == engine.opened[-1]
    assert sentence in said(loaded)
    assert made.model is loaded
    assert engine.open_models == 1, "a model that did not work must not stay in memory"


@pytest.mark.expects_log("failed during recognition")
@pytest.mark.parametrize("works_before", [0, 1, 2])
@pytest.mark.parametrize(
    ("raised", "opened", "sentence"),
    [
        (NO_MEMORY, [FLOAT16, INT8_FLOAT16], "so it runs as int8_float16"),
        (NO_LIBRARY, [FLOAT16, CPU], "install cuBLAS and cuDNN"),
        ("CUDA failed with error unspecified launch failure", [FLOAT16, CPU], "could not run the model"),
    ],
)
def test_a_gpu_that_fails_at_any_window_of_a_take_loses_no_sample(
    works_before: int, raised: str, opened: list[str], sentence: str
) -> None:
    engine = FakeEngine(gpus=1)
    made = FasterWhisperRecognizer(engine)
    first = made.load(DEMO)
    engine.decode_failures.extend([*[None] * works_before, RuntimeError(raised)])
    assert made.recognize(ask(THREE_WINDOWS)).text.reveal() == "words words words"
    assert sum(engine.lengths) == len(THREE_WINDOWS)
    assert engine.opened == opened
    assert made.model is not first
    assert sentence in said(made.model)
    assert engine.open_models == 1


@pytest.mark.expects_log("failed during recognition")
def test_a_gpu_that_runs_out_of_memory_again_and_again_ends_on_the_processor() -> None:
    engine = FakeEngine(gpus=1)
    made = FasterWhisperRecognizer(engine)
    made.load(DEMO)
    engine.decode_failures.extend(RuntimeError(NO_MEMORY) for _ in range(2))
    assert made.recognize(ask(THREE_WINDOWS)).text.reveal() == "words words words"
    assert engine.opened == ALL_RUNGS
    assert "too little free memory" in said(made.model)


@pytest.mark.expects_log("failed during recognition|could not be closed")
def test_a_gpu_that_lets_nothing_be_closed_any_more_costs_no_words() -> None:
    engine = FakeEngine(gpus=1)
    made = FasterWhisperRecognizer(engine)
    made.load(DEMO)
    engine.close_error = RuntimeError("CUDA failed with error an illegal memory access was encountered")
    engine.decode_failures.append(engine.close_error)
    assert made.recognize(ask(THREE_WINDOWS)).text.reveal() == "words words words"
    assert engine.opened == [FLOAT16, CPU]


@pytest.mark.expects_log("failed during recognition|did not run")
def test_when_no_rung_is_left_the_request_fails_and_no_model_is_claimed() -> None:
    engine = FakeEngine(gpus=1)
    made = FasterWhisperRecognizer(engine)
    made.load(DEMO)
    engine.decode_failures.append(RuntimeError(NO_MEMORY))
    engine.open_failures = {rung: MemoryError() for rung in ALL_RUNGS}
    with pytest.raises(RecognitionError, match="not enough memory"):
        made.recognize(ask(THREE_WINDOWS))
    assert made.model is None
    engine.open_failures = {}
    made.load(DEMO)
    assert made.recognize(ask(THREE_WINDOWS)).text


def test_a_failure_on_the_processor_is_told_and_the_model_stays() -> None:
    engine = FakeEngine(broken=frozenset())
    made = FasterWhisperRecognizer(engine)
    loaded = made.load(DEMO)
    engine.broken = frozenset({CPU})
    with pytest.raises(RecognitionError, match="kept"):
        made.recognize(ask(THREE_WINDOWS))
    assert made.model is loaded


@pytest.mark.parametrize(
    ("available", "sentence"), [(SIZE, ""), (SIZE - 1, "large for the free memory of this computer")]
)
def test_a_model_for_which_the_computer_would_swap_loads_with_a_warning(
    available: int, sentence: str
) -> None:
    made = FasterWhisperRecognizer(FakeEngine(), lambda: MachineRam(SIZE, available))
    message = said(made.load(DEMO))
    assert sentence in message
    assert bool(sentence) == bool(message)


def test_on_a_gpu_the_free_memory_of_the_computer_is_not_what_counts() -> None:
    made = FasterWhisperRecognizer(FakeEngine(gpus=1), lambda: MachineRam(SIZE, 0))
    assert said(made.load(DEMO)) == ""


def test_a_model_larger_than_all_memory_is_refused_before_it_is_opened() -> None:
    engine = FakeEngine(gpus=1)
    with pytest.raises(ModelError, match="larger than the memory"):
        FasterWhisperRecognizer(engine, lambda: MachineRam(SIZE - 1, SIZE - 1)).load(DEMO)
    assert engine.opened == []


@pytest.mark.parametrize(
    ("raised", "trouble"),
    [
        (MemoryError(), Trouble.MEMORY),
        (RuntimeError(NO_MEMORY), Trouble.MEMORY),
        (RuntimeError("cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED"), Trouble.MEMORY),
        (RuntimeError("CUDA failed with error an illegal memory access was encountered"), Trouble.OTHER),
        (RuntimeError(NO_LIBRARY), Trouble.LIBRARY),
        (RuntimeError("Library cublas64_12.dll is not found or cannot be loaded"), Trouble.LIBRARY),
        (RuntimeError("Unable to load any of {libcudnn_ops.so.9.1.0, libcudnn_ops.so}"), Trouble.LIBRARY),
        (None, Trouble.OTHER),
    ],
)
def test_the_words_of_the_library_tell_what_is_wrong(raised: Exception | None, trouble: Trouble) -> None:
    assert trouble_of(raised) is trouble
