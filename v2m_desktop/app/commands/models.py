"""`v2m models`: what is installed, what can be downloaded, the download itself, and models of one's own."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from v2m_desktop.app.addresses import control_address
from v2m_desktop.app.control_client import ask
from v2m_desktop.app.measured_speed import SPEED, load_speed, machine_size, measure_and_keep, this_machine
from v2m_desktop.app.model_store import make_model_store
from v2m_desktop.core.errors import InstanceError, ModelError, V2mError
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.models.catalog import DOWNLOADABLE, DownloadableModel, downloadable
from v2m_desktop.models.fit import fits, recommend
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.registry import InstalledModel, check_folder, find, list_models
from v2m_desktop.recognition.speed_measurement import SpeedMeasurement
from v2m_desktop.storage import settings_file
from v2m_desktop.storage.paths import Paths

MEGABYTE = 1_000_000
MEASURE_SECONDS = 30.0
"""Who asks for it waits longer than a first start does."""
LINE_SECONDS = 5.0
"""Between two lines of progress where standard error is no terminal."""

INTERRUPTED = 130


def list_all(*, as_json: bool) -> int:
    """The installed models, then those that can be downloaded."""
    paths = Paths.for_user()
    installed, waits = list_models(paths.models), expected_waits(paths)
    names = {model.name for model in installed}
    available = [model for model in DOWNLOADABLE if model.name not in names]
    if as_json:
        print(
            json.dumps(
                {
                    "installed": [_facts(m) for m in installed],
                    "available": [*map(asdict, available)],
                    "expected_seconds": waits,
                }
            )
        )
        return 0
    for model in installed:
        size = f"{_size(model) // MEGABYTE} MB"
        label = model.label if model.label != model.name else "installed"
        print(f"* {model.name:18} {size:>8}  {label}{_wait(model.name, waits)}")
    for entry in available:
        abilities = _abilities(entry)
        print(f"  {entry.name:18} {entry.download_mb:>5} MB  {abilities}{_wait(entry.name, waits)}")
    print("\nv2m models pull NAME   downloads one of those without a star")
    if not waits:
        print("v2m models measure     finds out how long each of them takes on this computer")
    return 0


def measure(*, as_json: bool) -> int:
    """Measure this computer's speed, and keep it.

    Raises RecognitionError, or ModelError while people dictate or other programs are busy.
    """
    _require_silence()
    paths = Paths.for_user()
    paths.prepare()
    speed = measure_and_keep(paths.data / SPEED, SpeedMeasurement(seconds=MEASURE_SECONDS))
    waits, best = _waits(speed), recommend(machine_size(), speed).name
    if as_json:
        print(json.dumps({"expected_seconds": waits, "recommended": best}))
        return 0
    for name, seconds in waits.items():
        print(f"  {name:18} {seconds:6.1f} s for a sentence of 5 s{'   recommended' if name == best else ''}")
    return 0


def expected_waits(paths: Paths) -> dict[str, float]:
    """Seconds by the models' names; empty where nothing was measured on this computer."""
    speed = load_speed(paths.data / SPEED, this_machine())
    return _waits(speed) if speed is not None else {}


def _waits(speed: MeasuredSpeed) -> dict[str, float]:
    machine = machine_size()
    found = {model.name: fits(model, machine, speed).seconds for model in DOWNLOADABLE}
    return {name: round(seconds, 2) for name, seconds in found.items() if seconds is not None}


def _wait(name: str, waits: Mapping[str, float]) -> str:
    return f", about {waits[name]:.1f} s for a sentence" if name in waits else ""


def _require_silence() -> None:
    """A running app that records or recognizes needs the processor for itself."""
    try:
        takes = ask(control_address(), "status")["takes"]
    except InstanceError:
        return
    if takes:
        raise ModelError("Somebody is dictating: measure again afterwards.")


def pull(name: str, *, as_json: bool) -> int:
    """Download a model; progress goes to standard error. Raises ModelError."""
    store = make_model_store(Paths.for_user())
    downloadable(name)
    try:
        model = store.pull(name, _Display())
    except KeyboardInterrupt:
        print(f"\nv2m: stopped. v2m models pull {name} goes on from here.", file=sys.stderr)
        return INTERRUPTED
    if as_json:
        print(json.dumps(_facts(model)))
    else:
        print(f"{name} is installed. Choose it in the tray menu, or use it with --model {name}.")
    return 0


def import_folder(folder: str, name: str | None, *, as_json: bool) -> int:
    """Copy a model that is in a folder already; progress goes to standard error. Raises ModelError."""
    store = make_model_store(Paths.for_user())
    try:
        model = store.import_folder(Path(folder), name or "", _Display())
    except KeyboardInterrupt:
        print("\nv2m: stopped. Nothing was imported.", file=sys.stderr)
        return INTERRUPTED
    if as_json:
        print(json.dumps(_facts(model)))
    else:
        print(
            f"{model.name} is installed. Choose it in the tray menu, or use it with --model '{model.name}'."
        )
    return 0


def remove(name: str) -> int:
    """Delete a model that was downloaded or imported, but not the one in use. Raises ModelError."""
    paths = Paths.for_user()
    brought = [model.name for model in list_models(paths.models) if model.manifest is not None]
    if name in brought and name == _chosen(paths):
        raise ModelError("The model {name} is in use. Choose another one first.", name=name)
    make_model_store(paths).remove(name)
    print(f"{name} is removed.")
    return 0


def inspect(name: str, *, as_json: bool) -> int:
    """What is known of an installed model, its files checked. Raises ModelError."""
    model = find(name, Paths.for_user().models)
    check_folder(model.folder)
    facts = _facts(model)
    if as_json:
        print(json.dumps(facts, ensure_ascii=False))
        return 0
    for key, value in facts.items():
        if key == "files":
            for file in value:
                print(f"  {file['path']}  {file['size']} bytes  sha256 {file['sha256']}")
        elif value not in (None, [], ""):
            print(f"{key}: {' '.join(value) if isinstance(value, list) else value}")
    return 0


def _chosen(paths: Paths) -> str:
    """The model that the settings name; "" where they cannot be read."""
    try:
        return settings_file.read(paths.settings_file).settings.recognition.model
    except V2mError:
        return ""


def _facts(model: InstalledModel) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": model.name,
        "folder": str(model.folder),
        "size": _size(model),
        "languages": list(model.languages),
    }
    if model.manifest is not None:
        kept = asdict(model.manifest)
        facts |= {key: list(value) if isinstance(value, tuple) else value for key, value in kept.items()}
    return facts


def _size(model: InstalledModel) -> int:
    """Bytes on the disk."""
    return sum(path.stat().st_size for path in model.folder.iterdir() if path.is_file())


def _abilities(entry: DownloadableModel) -> str:
    languages = "English only" if len(entry.languages) == 1 else f"{len(entry.languages)} languages"
    memory = f", about {entry.memory_mb} MB of memory" if entry.memory_mb else ""
    return f"{languages}{', translates to English' if entry.translates else ''}{memory}"


class _Display:
    """Shows progress: in place on a terminal, else now and then as a line."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._shown = float("-inf")

    def __call__(self, progress: Progress) -> None:
        done = progress.done == progress.total
        if not self._terminal and not done and time.monotonic() - self._shown < LINE_SECONDS:
            return
        self._shown = time.monotonic()
        text = _sentence(progress)
        end = "" if self._terminal and not done else "\n"
        print(f"\r{text:<78}" if self._terminal else text, end=end, file=sys.stderr, flush=True)


def _sentence(progress: Progress) -> str:
    parts = [f"{progress.done / MEGABYTE:.1f} of {progress.total / MEGABYTE:.1f} MB"]
    if progress.verifying:
        parts.append(f"checking {progress.file}")
    if progress.bytes_per_second is not None:
        parts.append(f"{progress.bytes_per_second / MEGABYTE:.1f} MB/s")
    if progress.seconds_left is not None:
        parts.append(f"{round(progress.seconds_left) // 60}:{round(progress.seconds_left) % 60:02} left")
    return ", ".join(parts)
