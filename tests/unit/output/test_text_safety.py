"""Delivered text can be read and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.output.text_safety import safe_text

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b\x9b\x9d\x85[]m;0A\\\n\r\t\u2028\u202e\u2066\u200b\u200d\u00ad\ufeff"),
        st.sampled_from(list("\U000e0041\u0301\u3164\u212b")),
    )
)


@given(ANY_TEXT, st.booleans())
def test_nothing_hidden_or_in_control_is_left(text: str, terminal: bool) -> None:
    safe = safe_text(text, terminal=terminal)
    left = {character for character in safe if unicodedata.category(character) in ("Cc", "Cs")}
    assert left <= (set() if terminal else {"\n", "\t"})
    assert not any(unicodedata.bidirectional(character) in BIDIRECTIONAL_CONTROLS for character in safe)


BIDIRECTIONAL_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANY_TEXT, st.booleans())
def test_a_second_time_changes_nothing(text: str, terminal: bool) -> None:
    once = safe_text(text, terminal=terminal)
    assert safe_text(once, terminal=terminal) == once


@given(
    st.text(
        st.characters(categories=["L", "N", "P", "Sm", "Zs"], exclude_characters="\u115f\u1160\u3164\uffa0")
    )
)
def test_visible_text_stays(text: str) -> None:
    assert safe_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]52;c;aGk=\x1b\\text", "text"),
        ("\x9b2Jtext", "text"),
        ("end\x1b[201~; rm", "end; rm"),
        ("one\r\ntwo\x85three\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "caf\u00e9"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("in\u00advis\u200bible\U000e0041", "invisible"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_examples(text: str, safe: str) -> None:
    assert safe_text(text) == safe


def test_a_newline_runs_no_command_in_a_terminal() -> None:
    assert safe_text("echo one\necho two\t", terminal=True) == "echo one echo two "
