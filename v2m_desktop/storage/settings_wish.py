"""Says what a setting wants to hold, in sentences of ours: pydantic's are English, and for programmers."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from v2m_desktop.core.errors import SettingsError, V2mError

LIMITS = ("ge", "le")
_ALTERNATIVES = re.compile(r"\^\(([\w|]+)\)\$")


def wanted(field: FieldInfo, refusal: ValidationError) -> V2mError:
    """One sentence about what `field` takes, after it refused a value."""
    cause = _cause(refusal)
    if isinstance(cause, V2mError):
        return cause
    if choices := _choices(field):
        return SettingsError("It takes one of {choices}.", choices=", ".join(choices))
    if field.annotation is bool:
        return SettingsError("It takes true or false.")
    if field.annotation is int:
        least, most = (_limit(field, name) for name in LIMITS)
        return SettingsError("It takes a whole number from {least} to {most}.", least=least, most=most)
    if cause is not None or field.annotation is not str:
        return SettingsError('It takes "auto" or a language code such as en, es or pt.')
    return SettingsError("It takes a text between quotation marks.")


def _cause(refusal: ValidationError) -> BaseException | None:
    """The error of ours behind the ValueError of a check of ours, or that ValueError."""
    error = refusal.errors()[0].get("ctx", {}).get("error")
    if not isinstance(error, BaseException):
        return None
    return error.__cause__ if isinstance(error.__cause__, V2mError) else error


def _choices(field: FieldInfo) -> list[str]:
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(choice.value) for choice in kind]
    patterns = [getattr(entry, "pattern", None) for entry in field.metadata]
    found = [_ALTERNATIVES.fullmatch(pattern) for pattern in patterns if pattern]
    return found[0][1].split("|") if found and found[0] else []


def _limit(field: FieldInfo, name: str) -> Any:
    return next((getattr(entry, name) for entry in field.metadata if hasattr(entry, name)), "")
