"""Patterns made of many small ones."""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """Finds whatever one of `patterns` finds, in capitals or not."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
