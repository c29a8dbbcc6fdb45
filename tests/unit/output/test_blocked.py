"""Which applications get no dictation."""

from __future__ import annotations

import pytest

from tests.fakes.focus import window
from v2m_desktop.output.blocked import is_blocked


@pytest.mark.parametrize(
    "listed", ["keepassxc", "KeePassXC", "firefox, keepassxc ", " keepassXC,", ",keepassxc"]
)
def test_a_listed_class_is_blocked_however_it_is_written(listed: str) -> None:
    assert is_blocked(window(1, "KeePassXC"), listed)


@pytest.mark.parametrize("listed", ["", " ", ",", "keepass", "keepassxc2", "keepassxc;firefox"])
def test_only_whole_names_block(listed: str) -> None:
    assert not is_blocked(window(1, "KeePassXC"), listed)


def test_an_unknown_window_is_never_blocked() -> None:
    assert not is_blocked(None, "keepassxc")
    assert not is_blocked(window(1, ""), "keepassxc,,")
