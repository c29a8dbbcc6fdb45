"""Models that ship with the app."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A model by name. `resource` is its folder among the shipped files; `languages` are ISO 639-1 codes."""

    name: str
    label: str
    languages: tuple[str, ...]
    resource: str


DEMO = CatalogEntry(
    name="demo",
    label="demo (synthetic voices only, does not understand people)",
    languages=("en", "es"),
    resource="models/demo",
)

EMBEDDED: tuple[CatalogEntry, ...] = (DEMO,)
