"""Hotkeys are read as people write them; what cannot be one is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import DEFAULT_HOTKEY, MODIFIERS, NAMED_KEYS, parse_hotkey
from v2m_desktop.core.ports import Hotkey


@pytest.mark.parametrize(
    ("text", "modifiers", "key"),
    [
        ("ctrl+alt+space", {"ctrl", "alt"}, "space"),
        (" Control + ALT+ d ", {"ctrl", "alt"}, "d"),
        ("cmd+shift+F9", {"super", "shift"}, "f9"),
        ("f9", set(), "f9"),
        ("pause", set(), "pause"),
        ("ctrl+ñ", {"ctrl"}, "ñ"),
        ("super+win+x", {"super"}, "x"),
    ],
)
def test_ways_to_write_a_hotkey(text: str, modifiers: set[str], key: str) -> None:
    assert parse_hotkey(text) == Hotkey(frozenset(modifiers), key)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "is not a hotkey"),
        ("   ", "is not a hotkey"),
        ("ctrl+", "is not a hotkey"),
        ("+", "is not a hotkey"),
        ("ctrl++", "is not a hotkey"),
        ("hyper+d", '"hyper"'),
        ("d+ctrl", '"d"'),
        ("ctrl+alt", '"alt"'),
        ("ctrl+f25", '"f25"'),
        ("ctrl+bogus", '"bogus"'),
        ("d", "could no longer be typed"),
        ("shift+d", "could no longer be typed"),
        ("space", "could no longer be typed"),
        ("shift+enter", "could no longer be typed"),
    ],
)
def test_what_is_wrong_is_named(text: str, named: str) -> None:
    with pytest.raises(HotkeyError) as caught:
        parse_hotkey(text)
    assert named in caught.value.message
    assert caught.value.message.endswith(".")


def test_the_default_can_be_parsed() -> None:
    assert str(parse_hotkey(DEFAULT_HOTKEY)) == DEFAULT_HOTKEY


@given(
    modifiers=st.sets(st.sampled_from(sorted(set(MODIFIERS.values()))), min_size=1).filter(
        lambda chosen: chosen != {"shift"}
    ),
    key=st.sampled_from([*sorted(NAMED_KEYS), "d", "7", ";"]),
)
def test_what_is_printed_can_be_parsed_again(modifiers: set[str], key: str) -> None:
    hotkey = Hotkey(frozenset(modifiers), key)
    assert parse_hotkey(str(hotkey)) == hotkey


@given(st.text(max_size=20))
def test_any_text_is_a_hotkey_or_a_clear_error(text: str) -> None:
    try:
        assert parse_hotkey(text).key
    except HotkeyError as error:
        assert error.message  # noqa: PT017
