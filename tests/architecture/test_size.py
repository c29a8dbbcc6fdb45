"""A file is one that can be read in a few minutes."""

from __future__ import annotations

from tests.architecture.source import modules

MOST_LINES = 350


def test_no_file_is_too_long() -> None:
    lengths = {
        module.name: len(module.text.splitlines()) for module in modules("v2m_desktop", "tests", "packaging")
    }
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
