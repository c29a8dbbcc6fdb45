"""Text of the settings file: described defaults from the schema, and changes to what a person edited."""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo

from v2m_desktop.core.settings import Settings
from v2m_desktop.storage.settings_check import (
    SCHEMA,
    SCHEMA_KEY,
    SettingProblem,
    check_value,
    group_types,
    literal,
    plain,
)

HEADING = """\
# Settings of Voice2Machine. Each line that starts with "#" and a name shows a default:
# remove the "#" and change the value. What cannot be used is reported, and its default is used.
"""


def describe_settings() -> str:
    """A settings file in which every setting is explained and commented out, made from the schema."""
    lines = [HEADING, f"{SCHEMA_KEY} = {SCHEMA}"]
    for group_name, group_type in group_types().items():
        lines += ["", f"[{group_name}]"]
        for name, field in group_type.model_fields.items():
            words = " ".join([field.description or "", *_allowed(field)])
            lines += [f"# {words}", f"# {name} = {literal(field.default)}"]
    return "\n".join(lines) + "\n"


def merge_settings(text: str, settings: Settings, only: Collection[str] | None = None) -> str:
    """`text` with `settings` in it. Comments, order and unknown keys stay.

    A key that is there already gets its value, a new one is written only if it differs from the default. With
    `only`, a collection of "group.name", other keys are not touched and these are written in any case.
    Raises ValueError if `text` is not TOML, or TOML that cannot be edited.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        if SCHEMA_KEY not in document:
            document[SCHEMA_KEY] = SCHEMA
        for group_name in group_types():
            _merge_group(document, group_name, settings, only)
        return tomlkit.dumps(document)
    except (TOMLKitError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"this TOML cannot be edited: {type(error).__name__}") from error


def _merge_group(
    document: MutableMapping[str, Any], group_name: str, settings: Settings, only: Collection[str] | None
) -> None:
    table: Any = document.get(group_name)
    values = getattr(settings, group_name)
    for name, field in group_types()[group_name].model_fields.items():
        key, value = f"{group_name}.{name}", getattr(values, name)
        written = isinstance(table, MutableMapping) and name in table
        needed = key in only if only is not None else written or value != field.default
        if not needed or (written and not _differs(key, table[name], value)):
            continue
        if not isinstance(table, MutableMapping):
            document[group_name] = {}
            table = document[group_name]
        table[name] = plain(value)


def _differs(key: str, written: object, value: object) -> bool:
    checked = check_value(key, written)
    return isinstance(checked, SettingProblem) or checked[2] != value


def _allowed(field: FieldInfo) -> Iterator[str]:
    if isinstance(field.default, Enum):
        yield "One of " + ", ".join(literal(choice) for choice in type(field.default)) + "."
        return
    if isinstance(field.default, bool):
        yield "true or false."
        return
    lowest = [entry.ge for entry in field.metadata if getattr(entry, "ge", None) is not None]
    highest = [entry.le for entry in field.metadata if getattr(entry, "le", None) is not None]
    if lowest and highest:
        yield f"From {lowest[0]} to {highest[0]}."
