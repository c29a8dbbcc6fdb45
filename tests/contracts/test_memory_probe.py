"""What every probe of memory promises: the fake, the real one on fakes, the real one on this machine."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.fakes.memory import FakeMachine, FakeMemoryProbe
from tests.fakes.nvml import GIB, ChosenGpu, FakeNvml
from v2m_desktop.diagnostics.gpu_figures import NvmlSource
from v2m_desktop.diagnostics.memory_probe import FreeVideoMemory, MachineMemory
from v2m_desktop.pipeline.model_memory import MemoryFigures, MemoryProbe

MAKERS: dict[str, Callable[[], MemoryProbe]] = {
    "fake": FakeMemoryProbe,
    "real on fakes": lambda: MachineMemory(lambda: NvmlSource(ChosenGpu(FakeNvml())), FakeMachine()),
    "this machine": MachineMemory,
}


@pytest.fixture(params=MAKERS)
def probe(request: pytest.FixtureRequest) -> MemoryProbe:
    return MAKERS[request.param]()


def test_figures_are_plausible(probe: MemoryProbe) -> None:
    figures = probe.read(video=True)
    assert 0 < figures.ram_percent < 100
    assert (figures.vram_free is None) == (figures.vram_total is None)
    if figures.vram_free is not None and figures.vram_total is not None:
        assert 0 <= figures.vram_free <= figures.vram_total
    probe.close()


def test_video_memory_is_read_only_where_it_was_asked_for(probe: MemoryProbe) -> None:
    figures = probe.read(video=False)
    assert (figures.vram_free, figures.vram_total) == (None, None)


def test_closed_twice_it_reads_again(probe: MemoryProbe) -> None:
    before = probe.read(video=True)
    probe.close()
    probe.close()
    after = probe.read(video=True)
    assert (before.vram_total, before.vram_free is None) == (after.vram_total, after.vram_free is None)
    probe.close()


def test_free_video_memory_is_what_nvml_leaves_over() -> None:
    nvml = FakeNvml(used=7 * GIB, total=8 * GIB)
    free = FreeVideoMemory(NvmlSource(ChosenGpu(nvml)))
    assert free() == GIB
    nvml.driver = False
    assert free() is None


def test_the_real_probe_reckons_from_psutil_and_nvml() -> None:
    nvml, machine = FakeNvml(used=7 * GIB, total=8 * GIB), FakeMachine(15 * GIB, 16 * GIB)
    probe = MachineMemory(lambda: NvmlSource(ChosenGpu(nvml)), machine)
    assert probe.read(video=False) == MemoryFigures(93.75)
    assert nvml.inits == 0, "asking would wake a sleeping card"
    assert probe.read(video=True) == MemoryFigures(93.75, GIB, 8 * GIB)
    nvml.driver = False
    assert probe.read(video=True) == MemoryFigures(93.75)
    probe.close()
    nvml.driver = True
    assert probe.read(video=True) == MemoryFigures(93.75, GIB, 8 * GIB)
    probe.close()
    assert nvml.shutdowns == nvml.inits
