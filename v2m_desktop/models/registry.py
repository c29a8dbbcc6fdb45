"""Finds models by name or folder, and says in one sentence what is wrong with a folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from v2m_desktop.core.errors import ModelCorruptError, ModelMissingError
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.models.catalog import EMBEDDED
from v2m_desktop.models.manifest import Manifest, read_manifest
from v2m_desktop.models.model_binary import check_binary

VOCABULARIES = ("vocabulary.json", "vocabulary.txt")

NECESSARY = ("model.bin", "config.json", "tokenizer.json")
"""Without tokenizer.json faster-whisper would fetch one over the network."""

REPLACED = ".{name}.replaced"
"""The folder of an older model while a newer one takes its place. It counts if we were killed just then."""

MANY_LANGUAGES = 20


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that can be chosen. `manifest` is None for embedded models and folders of the user's own.

    `languages` is short enough for a menu: empty where nobody wrote them down, and for models that know
    nearly all languages; the manifest has them all.
    """

    name: str
    label: str
    languages: tuple[str, ...]
    folder: Path
    manifest: Manifest | None = None


def list_models(models_dir: Path) -> tuple[InstalledModel, ...]:
    """The embedded models and those in the user's models folder, by name. Contents are not checked."""
    embedded = (
        InstalledModel(entry.name, entry.label, entry.languages, resource(entry.resource))
        for entry in EMBEDDED
    )
    names = {entry.name for entry in EMBEDDED}
    folders = _model_folders(models_dir)
    own = (_own_model(name, folders[name]) for name in sorted(folders) if name not in names)
    return (*embedded, *own)


def find(name: str, models_dir: Path) -> InstalledModel:
    """The model of this name; its files are not checked. Raises ModelMissingError."""
    models = list_models(models_dir)
    for model in models:
        if model.name == name:
            return model
    raise ModelMissingError(
        'There is no model named "{name}" here: choose one of {known}.',
        name=name,
        known=", ".join(model.name for model in models),
    )


def resolve(name_or_folder: str, models_dir: Path) -> ModelChoice:
    """The model with this name, or in this folder, its files checked.

    Raises ModelMissingError (no such model, or a file is missing) or ModelCorruptError (a file is damaged).
    """
    wanted = name_or_folder.strip()
    for model in list_models(models_dir):
        if model.name == wanted:
            check_folder(model.folder)
            return ModelChoice(model.name, model.folder)
    if not wanted or not _looks_like_folder(wanted):
        raise ModelMissingError(
            'There is no model named "{name}" here: choose one of {known}, or give a folder that holds one.',
            name=wanted,
            known=", ".join(model.name for model in list_models(models_dir)),
        )
    folder = Path(wanted).expanduser().absolute()
    check_folder(folder)
    return ModelChoice(folder.name, folder)


def check_folder(folder: Path) -> None:
    """Raise ModelMissingError or ModelCorruptError, naming the file, unless `folder` can be loaded."""
    if not folder.is_dir():
        raise ModelMissingError(
            "The model folder {folder} does not exist: choose another model or install this one again.",
            folder=folder,
        )
    vocabulary = next((name for name in VOCABULARIES if (folder / name).is_file()), VOCABULARIES[0])
    for name in (*NECESSARY, vocabulary):
        if not (folder / name).is_file():
            raise ModelMissingError(
                "The model folder {folder} lacks the file {file}: install the model again.",
                folder=folder,
                file=name,
            )
    for name in (*NECESSARY, vocabulary):
        try:
            _check_file(folder / name)
        except (OSError, ValueError) as error:
            raise ModelCorruptError(
                "The file {file} in the model folder {folder} is damaged: install the model again.",
                folder=folder,
                file=name,
            ) from error


def _check_file(path: Path) -> None:
    """Raises OSError or ValueError (JSON, UTF-8 and model binary errors are ValueErrors)."""
    if path.name == "model.bin":
        check_binary(path)
        return
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".json":
        if not text.strip():
            raise ValueError(f"{path.name} is empty")
        return
    kind = list if path.name in VOCABULARIES else dict
    content = json.loads(text)
    if not isinstance(content, kind) or not content:
        raise ValueError(f"{path.name} holds no {kind.__name__}")


def _looks_like_folder(text: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return text.startswith("~") or any(mark in text for mark in separators) or Path(text).is_dir()


def _own_model(name: str, folder: Path) -> InstalledModel:
    manifest = read_manifest(folder)
    languages = manifest.languages if manifest is not None else ()
    return InstalledModel(name, name, languages if len(languages) < MANY_LANGUAGES else (), folder, manifest)


def _model_folders(models_dir: Path) -> dict[str, Path]:
    """Name to folder. Names with a dot in front are downloads, locks and the like."""
    folders = {folder.name: folder for folder in _subfolders(models_dir) if (folder / "model.bin").is_file()}
    prefix, suffix = REPLACED.split("{name}")
    for hidden in [name for name in folders if name.startswith(".")]:
        folder = folders.pop(hidden)
        if hidden.endswith(suffix):
            folders.setdefault(hidden.removeprefix(prefix).removesuffix(suffix), folder)
    return folders


def _subfolders(folder: Path) -> Iterator[Path]:
    try:
        yield from (child for child in folder.iterdir() if child.is_dir())
    except OSError:
        return
