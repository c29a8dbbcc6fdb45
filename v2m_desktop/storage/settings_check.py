"""Takes settings out of whatever a file holds. A bad value costs that value only."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel, ValidationError

from v2m_desktop.core.errors import SettingsError, V2mError
from v2m_desktop.core.settings import Settings
from v2m_desktop.storage.settings_wish import wanted

SCHEMA = 1
"""Number of the settings file's format. It grows when a name or a meaning changes."""

SCHEMA_KEY = "schema"

LONGEST_SHOWN_VALUE = 60
MOST_UNKNOWN_KEYS = 20

PRIVATE = "…"
"""In place of a value that nobody but its owner may see."""


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """A setting that is not used as written. `key` is "" for the file as a whole.

    `errors` say so, one sentence each, so that they can be translated; `message` is all of it in English.
    `known` is False if there is no such setting: its line is kept in the file.
    """

    key: str
    value: str
    errors: tuple[V2mError, ...]
    known: bool = True

    @property
    def error(self) -> SettingsError:
        """All sentences as one error; its values are errors, which are translated one by one."""
        parts = {f"part{number}": error for number, error in enumerate(self.errors)}
        return SettingsError(" ".join("{" + name + "}" for name in parts), **parts)

    @property
    def message(self) -> str:
        return self.error.message


def group_types() -> dict[str, type[BaseModel]]:
    """The groups of settings by name, in the order of the schema."""
    return {name: type(getattr(Settings(), name)) for name in Settings.model_fields}


def plain(value: object) -> Any:
    """`value` as TOML knows it: enums become their text."""
    return value.value if isinstance(value, Enum) else value


def literal(value: object) -> str:
    """A text, number or truth value as TOML writes it."""
    return json.dumps(plain(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def check_settings(raw: Mapping[str, object]) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """Settings made of the usable values in `raw` and of defaults, and what was not used. Never raises."""
    problems = [*_check_schema(raw), *_unknown_keys(raw)]
    groups: dict[str, BaseModel] = {}
    for name, group_type in group_types().items():
        found = raw.get(name, {})
        if isinstance(found, Mapping):
            groups[name], group_problems = _check_group(name, group_type, found)
            problems.extend(group_problems)
        else:
            error = SettingsError("{name} must be a table, written as [{name}].", name=name)
            problems.append(SettingProblem(name, _shown(found), (error,)))
    return Settings.model_validate(groups), tuple(problems)


def check_value(key: str, value: object) -> tuple[str, str, Any] | SettingProblem:
    """Group, name and checked value of the setting "group.name", or why it cannot have this value."""
    group_name, _, name = key.partition(".")
    group_type = group_types().get(group_name)
    if group_type is None or name not in group_type.model_fields:
        return _unknown_problem(key, value)
    field = group_type.model_fields[name]
    try:
        return group_name, name, getattr(group_type.model_validate({name: plain(value)}), name)
    except ValidationError as error:
        shown, reason = _shown(value) if field.repr else PRIVATE, wanted(field, error)
        sentence = SettingsError("{key} = {value} cannot be used.", key=key, value=shown)
        return SettingProblem(key, shown, (sentence, reason))


def _check_group(
    group_name: str, group_type: type[BaseModel], found: Mapping[str, object]
) -> tuple[BaseModel, list[SettingProblem]]:
    usable: dict[str, object] = {}
    problems: list[SettingProblem] = []
    for name, field in group_type.model_fields.items():
        if name not in found:
            continue
        checked = check_value(f"{group_name}.{name}", found[name])
        if isinstance(checked, SettingProblem):
            ending = SettingsError("The default {default} is used.", default=literal(field.default))
            problems.append(SettingProblem(checked.key, checked.value, (*checked.errors, ending)))
        else:
            usable[name] = checked[2]
    return group_type.model_validate(usable), problems


def _check_schema(raw: Mapping[str, object]) -> Iterator[SettingProblem]:
    number = raw.get(SCHEMA_KEY, SCHEMA)
    if isinstance(number, int) and number > SCHEMA:
        error = SettingsError(
            "The settings were written by a newer version. What this one does not know is left alone."
        )
        yield SettingProblem(SCHEMA_KEY, _shown(number), (error,), known=False)


def _unknown_keys(raw: Mapping[str, object]) -> list[SettingProblem]:
    known = group_types()
    unknown: list[tuple[str, object]] = []
    for key, value in raw.items():
        if key in known and isinstance(value, Mapping):
            fields = known[key].model_fields
            unknown.extend((f"{key}.{name}", entry) for name, entry in value.items() if name not in fields)
        elif key not in known and isinstance(value, Mapping) and value:
            unknown.extend((f"{key}.{name}", entry) for name, entry in value.items())
        elif key not in known and key != SCHEMA_KEY:
            unknown.append((key, value))
    return [_unknown_problem(key, value) for key, value in unknown[:MOST_UNKNOWN_KEYS]]


def _unknown_problem(key: str, value: object) -> SettingProblem:
    names = [f"{group}.{name}" for group, kind in group_types().items() for name in kind.model_fields]
    same_ending = [name for name in names if name.rpartition(".")[2] == key.rpartition(".")[2]]
    closest = difflib.get_close_matches(key, same_ending or names, n=1, cutoff=0.0 if same_ending else 0.6)
    shown_key = _clipped(key)
    errors = [SettingsError("There is no setting {key}.", key=shown_key)]
    if closest:
        errors.append(SettingsError("Did you mean {key}?", key=closest[0]))
    return SettingProblem(shown_key, _shown(value), tuple(errors), known=False)


def _shown(value: object) -> str:
    value = plain(value)
    text = literal(value) if isinstance(value, str | int | float) else str(value)
    return _clipped(text)


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN_VALUE else text[: LONGEST_SHOWN_VALUE - 1] + "…"
