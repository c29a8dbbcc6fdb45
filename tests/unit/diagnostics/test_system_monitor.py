"""The figures follow the GPU, and a driver that is missing or goes away is no error."""

from __future__ import annotations

import pytest

from tests.fakes.nvml import GIB, ChosenGpu, FakeNvml
from v2m_desktop.core.machine import PsutilSource
from v2m_desktop.diagnostics.gpu_figures import READS_BETWEEN_TRIES, GpuFigures, NvmlSource, driver_version
from v2m_desktop.diagnostics.system_monitor import SystemMonitor


@pytest.mark.parametrize("used", [2 * GIB, int(7.2 * GIB), int(7.9 * GIB)])
def test_video_memory_is_shown_as_it_is_now(used: int) -> None:
    nvml = FakeNvml()
    monitor = SystemMonitor(gpu=NvmlSource(ChosenGpu(nvml)))
    assert monitor.sample().vram_used == 2 * GIB
    nvml.used = used
    figures = monitor.sample()
    assert (figures.vram_used, figures.vram_total) == (used, 8 * GIB)
    assert (figures.gpu_percent, figures.gpu_celsius) == (37, 61)
    assert nvml.inits == 1
    monitor.close()
    assert nvml.shutdowns == 1


def test_no_driver_gives_no_figures_and_is_not_looked_for_all_the_time() -> None:
    nvml = FakeNvml()
    nvml.driver = False
    source = NvmlSource(ChosenGpu(nvml))
    assert source.read() is None
    nvml.driver = True
    assert [source.read() for _ in range(READS_BETWEEN_TRIES)] == [None] * READS_BETWEEN_TRIES
    assert source.read() == GpuFigures(2 * GIB, 8 * GIB, 37, 61)


@pytest.mark.parametrize("library", [ChosenGpu(None)])
def test_no_library_gives_no_figures(library: ChosenGpu) -> None:
    figures = SystemMonitor(gpu=NvmlSource(library)).sample()
    assert (figures.vram_used, figures.vram_total, figures.gpu_percent, figures.gpu_celsius) == (None,) * 4
    assert figures.ram_total > 0


def test_no_gpu_behind_the_driver_gives_no_figures_and_lets_it_go() -> None:
    nvml = FakeNvml()
    nvml.gpus = 0
    assert NvmlSource(ChosenGpu(nvml)).read() is None
    assert (nvml.inits, nvml.shutdowns) == (1, 1)


def test_a_driver_lost_in_the_middle_comes_back_later() -> None:
    nvml = FakeNvml()
    source = NvmlSource(ChosenGpu(nvml))
    assert source.read() is not None
    nvml.driver = False
    assert source.read() is None
    nvml.driver = True
    reads = [source.read() for _ in range(READS_BETWEEN_TRIES + 1)]
    assert reads[:-1] == [None] * READS_BETWEEN_TRIES
    assert reads[-1] is not None
    assert nvml.shutdowns == 1


def test_a_gpu_that_tells_memory_only_is_shown_that_far() -> None:
    nvml = FakeNvml()
    nvml.shows_load = False
    assert NvmlSource(ChosenGpu(nvml)).read() == GpuFigures(2 * GIB, 8 * GIB, None, None)


def test_the_version_of_the_driver_is_known_where_there_is_one() -> None:
    nvml = FakeNvml()
    assert driver_version(ChosenGpu(nvml)) == "550.54.14"
    assert (nvml.inits, nvml.shutdowns) == (1, 1)
    nvml.driver = False
    assert driver_version(ChosenGpu(nvml)) is None
    assert nvml.inits == 1


def test_the_real_library_keeps_the_contract_with_and_without_a_driver() -> None:
    source = NvmlSource()
    figures = source.read()
    assert figures is None or 0 < figures.vram_used <= figures.vram_total
    source.close()


def test_machine_and_process_are_plausible() -> None:
    source = PsutilSource()
    source.read()
    figures = source.read()
    assert 0 <= figures.cpu_percent <= 100
    assert 0 < figures.process_ram < figures.ram_total
    assert 0 < figures.ram_used < figures.ram_total
