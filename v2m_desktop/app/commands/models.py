"""`v2m models`: what is installed, what can be downloaded, the download itself, and models of one's own."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from v2m_desktop.app.model_store import make_model_store
from v2m_desktop.core.errors import ModelError, V2mError
from v2m_desktop.models.catalog import DOWNLOADABLE, DownloadableModel, downloadable
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.registry import InstalledModel, check_folder, find, list_models
from v2m_desktop.storage import settings_file
from v2m_desktop.storage.paths import Paths

MEGABYTE = 1_000_000
LINE_SECONDS = 5.0
"""Between two lines of progress where standard error is no terminal."""

INTERRUPTED = 130


def list_all(*, as_json: bool) -> int:
    """The installed models, then those that can be downloaded."""
    installed = list_models(Paths.for_user().models)
    names = {model.name for model in installed}
    available = [model for model in DOWNLOADABLE if model.name not in names]
    if as_json:
        print(
            json.dumps({"installed": [_facts(m) for m in installed], "available": [*map(asdict, available)]})
        )
        return 0
    for model in installed:
        size = f"{_size(model) // MEGABYTE} MB"
        print(f"* {model.name:18} {size:>8}  {model.label if model.label != model.name else 'installed'}")
    for entry in available:
        print(f"  {entry.name:18} {entry.download_mb:>5} MB  {_abilities(entry)}")
    print("\nv2m models pull NAME   downloads one of those without a star")
    return 0


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
