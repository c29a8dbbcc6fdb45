"""How large this computer is, and how fast: remembered until it is another one."""

from __future__ import annotations

import json
import logging
import platform
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from v2m_desktop import __version__
from v2m_desktop.core.errors import ModelError, StorageError
from v2m_desktop.core.machine import physical_cores
from v2m_desktop.core.speed import MeasuredSpeed, speed_from
from v2m_desktop.diagnostics.gpu_figures import driver_version
from v2m_desktop.diagnostics.machine_figures import processor_name
from v2m_desktop.diagnostics.system_monitor import SystemMonitor
from v2m_desktop.models.fit import MachineSize
from v2m_desktop.recognition.speed_measurement import SpeedMeasurement
from v2m_desktop.storage.atomic_file import write_atomically

log = logging.getLogger(__name__)

SPEED = "speed.json"
"""A file in the data folder: what was measured, and on which machine."""

Machine = dict[str, str]


def this_machine() -> Machine:
    """What speed depends on: when one of these changes, it has to be measured again. Asks the driver."""
    library = ""
    with suppress(PackageNotFoundError):  # a bundle has none of this, but a version of its own
        library = version("ctranslate2")
    return {
        "processor": processor_name(),
        "cores": str(physical_cores()),
        "driver": driver_version() or "",
        "system": platform.system(),
        "app": __version__,
        "ctranslate2": library,
    }


def machine_size() -> MachineSize:
    """How large this computer is. May take a moment: the graphics driver is asked."""
    monitor = SystemMonitor()
    try:
        return MachineSize.of(monitor.sample(), physical_cores())
    finally:
        monitor.close()


def load_speed(file: Path, machine: Machine) -> MeasuredSpeed | None:
    """None where nothing was measured on this very machine. A file that cannot be read costs what it held."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return speed_from(kept["speed"]) if kept["machine"] == machine else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("the speed that was measured before cannot be read: %s", type(error).__name__)
        return None


def measure_and_keep(file: Path, measurement: SpeedMeasurement) -> MeasuredSpeed:
    """Blocks for some seconds. Raises RecognitionError, or ModelError if others were too busy meanwhile."""
    speed = measurement.run()
    if speed.disturbed:
        raise ModelError(
            "Other programs used {percent} % of the processor, which spoils a measurement: try again later.",
            percent=round(100 * speed.others),
        )
    save_speed(file, this_machine(), speed)
    return speed


def save_speed(file: Path, machine: Machine, speed: MeasuredSpeed) -> None:
    """Where there is no room, speed is measured again some day."""
    try:
        write_atomically(file, json.dumps({"machine": machine, "speed": asdict(speed)}, indent=1))
    except StorageError as error:
        log.warning("the measured speed cannot be kept: %s", error.message)
