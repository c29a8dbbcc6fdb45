"""Loads and saves the settings file. Nothing in it can keep the app from starting."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from v2m_desktop.core.errors import SettingsError
from v2m_desktop.core.settings import Settings
from v2m_desktop.storage.atomic_file import storage_error, storage_errors, write_atomically
from v2m_desktop.storage.set_aside import free_name
from v2m_desktop.storage.settings_check import SettingProblem, check_settings, check_value
from v2m_desktop.storage.settings_text import describe_settings, merge_settings

LARGEST_FILE = 1 << 20
"""Bytes. No settings file is larger; something else that is must not be read into memory."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Usable settings, what could not be used, and where a file that is not TOML was put."""

    settings: Settings
    problems: tuple[SettingProblem, ...] = ()
    backup: Path | None = None


def load(path: Path) -> LoadedSettings:
    """Settings of the file at `path`; defaults where it says nothing usable. Never raises.

    A file that is not TOML is renamed to NAME.broken-DATE and so never overwritten.
    """
    try:
        text = _read(path)
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError as error:
        sentences = (storage_error(path, error), SettingsError("Default settings are used."))
        return LoadedSettings(Settings(), (SettingProblem("", "", sentences),))
    except ValueError as error:
        return _set_aside(path, str(error))
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _set_aside(path, str(error))
    settings, problems = check_settings(raw)
    return LoadedSettings(settings, problems)


def read(path: Path) -> LoadedSettings:
    """As `load`, but a file that cannot be understood is left where it is: somebody is editing it.

    Raises SettingsError for such a file, StorageError for one that cannot be read.
    """
    try:
        settings, problems = check_settings(tomllib.loads(_read(path)))
    except OSError as error:
        raise storage_error(path, error) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(
            "The settings file {path} cannot be understood ({reason}). The settings from before stay in use.",
            path=path,
            reason=_brief(str(error)),
        ) from error
    return LoadedSettings(settings, problems)


def save(path: Path, settings: Settings) -> Path | None:
    """Write `settings`; comments and unknown keys of the file stay.

    Returns where a copy of the old file is, if values in it that could not be used were replaced. Raises
    StorageError or DiskFullError; the old file is untouched then.
    """
    return _write(path, settings, None)


def change(path: Path, key: str, value: object, in_force: Settings | None = None) -> Settings:
    """Set one setting, such as "recognition.model", in the file and leave all others as they are.

    Where the file cannot be understood it is set aside, and all of `in_force` is written: nothing that holds
    now is lost at the next start. Returns all settings after the change. Raises SettingsError if there is no
    such setting or it cannot have this value, StorageError or DiskFullError if the file cannot be written.
    """
    checked = check_value(key, value)
    if isinstance(checked, SettingProblem):
        raise SettingsError("{reason}", reason=checked.message) from checked.errors[-1]
    group_name, name, checked_value = checked
    loaded = load(path)
    lost = any(problem.key == "" for problem in loaded.problems)
    settings = in_force if lost and in_force is not None else loaded.settings
    group = getattr(settings, group_name).model_copy(update={name: checked_value})
    settings = settings.model_copy(update={group_name: group})
    _write(path, settings, None if lost else {key})
    return settings


def create(path: Path) -> None:
    """Write the described default file if there is none, for whoever edits it. Raises StorageError."""
    with storage_errors(path):
        if path.exists():
            return
    write_atomically(path, describe_settings())


def _write(path: Path, settings: Settings, only: Collection[str] | None) -> Path | None:
    backup = None
    try:
        old = _read_to_replace(path)
        new = merge_settings(old, settings, only)
        _, problems = check_settings(tomllib.loads(old))
        understood, _ = check_settings(tomllib.loads(new))
        if understood != settings:
            raise ValueError("the changed file does not say what was set")
        if only is None and any(problem.known for problem in problems):
            backup = _copy_aside(path)
    except (ValueError, RecursionError):
        # Not TOML, or written in a way that tomlkit cannot edit: start a new file and keep the old one.
        backup = _copy_aside(path)
        new = merge_settings(describe_settings(), settings, None)
    write_atomically(path, new)
    return backup


def _read(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError("it is too large")
    return data.decode("utf-8-sig")


def _read_to_replace(path: Path) -> str:
    try:
        return _read(path)
    except FileNotFoundError:
        return describe_settings()
    except OSError as error:
        raise storage_error(path, error) from error


def _set_aside(path: Path, reason: str) -> LoadedSettings:
    """Rename the file that is not TOML, and say so."""
    broken = SettingsError(
        "The settings file {path} cannot be understood ({reason}).", path=path, reason=_brief(reason)
    )
    try:
        backup: Path | None = path.rename(free_name(path))
        ending = SettingsError("It was renamed to {backup}, and default settings are used.", backup=backup)
    except OSError:
        backup = None
        ending = SettingsError("Default settings are used. Correct it or remove it.")
    return LoadedSettings(Settings(), (SettingProblem("", "", (broken, ending)),), backup)


def _brief(reason: str) -> str:
    return reason.partition("\n")[0][:200]


def _copy_aside(path: Path) -> Path | None:
    with storage_errors(path):
        if not path.exists():
            return None
        backup = free_name(path)
        write_atomically(backup, path.read_bytes())
    return backup
