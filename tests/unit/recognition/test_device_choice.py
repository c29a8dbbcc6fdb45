"""Where a model runs, and what is said when that is not what was asked for."""

from __future__ import annotations

import pytest

from tests.fakes.engine import FakeEngine
from v2m_desktop.recognition.device_choice import Rung, Trouble, choose_threads, explain, ladder
from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine


class BlindEngine(FakeEngine):
    """Cannot say what any device can compute."""

    def compute_types(self, device: str) -> frozenset[str]:
        return frozenset()


@pytest.mark.parametrize(
    ("device", "compute_type", "gpus", "expected"),
    [
        ("auto", "auto", 0, ["cpu/int8"]),
        ("auto", "auto", 1, ["cuda/float16", "cuda/int8_float16", "cpu/int8"]),
        ("cpu", "auto", 1, ["cpu/int8"]),
        ("cuda", "auto", 0, ["cpu/int8"]),
        ("cuda", "int8_float16", 1, ["cuda/int8_float16", "cuda/float16", "cpu/int8"]),
        ("auto", "int8_float16", 0, ["cpu/int8"]),
        ("cpu", "float32", 0, ["cpu/float32"]),
        ("cpu", "no_such_type", 0, ["cpu/int8"]),
    ],
)
def test_the_ladder_holds_only_what_the_devices_can_do(
    device: str, compute_type: str, gpus: int, expected: list[str]
) -> None:
    assert [str(rung) for rung in ladder(device, compute_type, FakeEngine(gpus))] == expected


def test_the_ladder_ends_on_the_cpu_even_if_the_engine_cannot_be_asked() -> None:
    assert ladder("auto", "auto", BlindEngine(gpus=1))[-1].device == "cpu"


GPU, SMALL, CPU = Rung("cuda", "float16"), Rung("cuda", "int8_float16"), Rung("cpu", "int8")


@pytest.mark.parametrize(
    ("device", "compute_type", "used", "trouble", "said"),
    [
        ("auto", "auto", CPU, None, ""),
        ("auto", "auto", GPU, None, ""),
        ("cuda", "int8_float16", SMALL, None, ""),
        ("cuda", "auto", CPU, None, "No usable NVIDIA graphics card"),
        ("cuda", "float16", CPU, None, "No usable NVIDIA graphics card"),
        ("cpu", "int8_float16", CPU, None, "processor cannot compute int8_float16, so int8"),
        ("cuda", "float64", GPU, None, "graphics card cannot compute float64, so float16"),
        ("auto", "auto", SMALL, Trouble.MEMORY, "so it runs as int8_float16"),
        ("auto", "auto", CPU, Trouble.MEMORY, "too little free memory"),
        ("auto", "auto", CPU, Trouble.LIBRARY, "install cuBLAS and cuDNN"),
        ("auto", "auto", CPU, Trouble.OTHER, "The graphics card could not run the model"),
    ],
)
def test_what_is_not_as_asked_is_said(
    device: str, compute_type: str, used: Rung, trouble: Trouble | None, said: str
) -> None:
    notice = explain(device, compute_type, used, trouble)
    assert (notice is not None) == bool(said)
    assert notice is None or said in notice.message


@pytest.mark.parametrize(
    ("asked", "cores", "threads"), [(3, 8, 3), (0, 1, 1), (0, 2, 2), (0, 4, 3), (0, 32, 6)]
)
def test_a_core_is_left_for_audio_where_there_are_enough(asked: int, cores: int, threads: int) -> None:
    assert choose_threads(asked, cores) == threads


def test_this_machine_can_compute_the_first_choice_of_its_ladder() -> None:
    engine = FasterWhisperEngine()
    first = ladder("auto", "auto", engine)[0]
    assert first.compute_type in engine.compute_types(first.device)
    assert engine.compute_types("no such device") == frozenset()
