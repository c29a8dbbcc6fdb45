"""The schema: every setting explained, every default valid, every bad value refused."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from v2m_desktop.core.settings import Hotkeys, Recognition, Settings, Voice


def groups() -> dict[str, type[BaseModel]]:
    return {name: type(getattr(Settings(), name)) for name in Settings.model_fields}


def fields() -> list[tuple[str, FieldInfo]]:
    return [
        (f"{group}.{name}", field)
        for group, kind in groups().items()
        for name, field in kind.model_fields.items()
    ]


@pytest.mark.parametrize(("key", "field"), fields(), ids=[key for key, _ in fields()])
def test_every_setting_is_explained_by_a_sentence(key: str, field: FieldInfo) -> None:
    assert field.description, key
    assert field.description.endswith(".")


@pytest.mark.parametrize(("key", "field"), fields(), ids=[key for key, _ in fields()])
def test_every_number_has_a_range_that_holds_its_default(key: str, field: FieldInfo) -> None:
    if type(field.default) is int:
        limits = {type(entry).__name__: entry for entry in field.metadata}
        assert limits["Ge"].ge <= field.default <= limits["Le"].le


def test_every_default_passes_its_own_check() -> None:
    for kind in groups().values():
        assert kind.model_validate(kind().model_dump()) == kind()


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Hotkeys, {"dictate": "space"}),
        (Hotkeys, {"hold_ms": 149}),
        (Hotkeys, {"activation": "sometimes"}),
        (Voice, {"longest_segment_s": 29}),
        (Recognition, {"language": "English"}),
        (Recognition, {"language": "EN"}),
        (Recognition, {"languages": "en, English"}),
        (Recognition, {"languages": "auto"}),
        (Recognition, {"device": "gpu"}),
    ],
)
def test_bad_values_are_refused(kind: type[BaseModel], values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(values)


@pytest.mark.parametrize("language", ["auto", "en", "es", "yue"])
def test_languages_are_codes(language: str) -> None:
    assert Recognition(language=language).language == language


def test_hotkeys_are_stored_in_one_spelling() -> None:
    assert Hotkeys(dictate=" Control+ALT+d ").dictate == "ctrl+alt+d"


def test_settings_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        Settings().recognition.model = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("written", "kept"), [("", ""), (" es,en ", "es, en"), ("es en;es", "es, en"), ("pt", "pt")]
)
def test_languages_are_codes_between_commas(written: str, kept: str) -> None:
    assert Recognition(languages=written).languages == kept
