"""What the settings schema says about one setting."""

from __future__ import annotations

import re
from enum import Enum

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from v2m_desktop.core.settings import Settings

_ALTERNATIVES = re.compile(r"\^\((\w+(?:\|\w+)+)\)\$")


def field_of(key: str) -> FieldInfo:
    """The field of a setting such as "general.chime"."""
    group, name = key.split(".")
    kind: type[BaseModel] = type(getattr(Settings(), group))
    return kind.model_fields[name]


def value_of(settings: Settings, key: str) -> bool | int | str:
    """The value of a setting as TOML knows it: enums become their text."""
    group, name = key.split(".")
    value = getattr(getattr(settings, group), name)
    plain: bool | int | str = value.value if isinstance(value, Enum) else value
    return plain


def choices_of(key: str) -> tuple[str, ...]:
    """All values of a setting that has few; empty where it can be anything of its type."""
    field = field_of(key)
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(choice.value) for choice in kind)
    patterns = [getattr(entry, "pattern", None) for entry in field.metadata]
    found = [_ALTERNATIVES.fullmatch(pattern) for pattern in patterns if pattern]
    return tuple(found[0][1].split("|")) if found and found[0] else ()


def limits_of(key: str) -> tuple[int, int]:
    """The smallest and the largest value of a number."""
    metadata = field_of(key).metadata
    least = next(entry.ge for entry in metadata if hasattr(entry, "ge"))
    most = next(entry.le for entry in metadata if hasattr(entry, "le"))
    return least, most
