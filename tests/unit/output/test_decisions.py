"""Chord and spacing."""

from __future__ import annotations

import pytest

from tests.fakes.focus import window
from v2m_desktop.core.settings import PasteChord, TrailingSpace
from v2m_desktop.core.targets import Chord
from v2m_desktop.output.chord_choice import choose_chord, is_terminal
from v2m_desktop.output.spacing import with_trailing_space


@pytest.mark.parametrize(
    ("application", "chord"),
    [
        ("XTerm", Chord.SHIFT_INSERT),
        ("URxvt", Chord.SHIFT_INSERT),
        ("Gnome-terminal", Chord.CTRL_SHIFT_V),
        ("kitty", Chord.CTRL_SHIFT_V),
        ("Firefox", Chord.CTRL_V),
        ("", Chord.CTRL_V),
    ],
)
def test_the_window_decides_the_chord(application: str, chord: Chord) -> None:
    assert choose_chord(PasteChord.AUTO, window(1, application), "linux") is chord
    assert is_terminal(window(1, application)) is (chord is not Chord.CTRL_V)


def test_an_unknown_window_gets_the_usual_chord() -> None:
    assert choose_chord(PasteChord.AUTO, None, "linux") is Chord.CTRL_V
    assert choose_chord(PasteChord.AUTO, None, "darwin") is Chord.CMD_V
    assert not is_terminal(None)


@pytest.mark.parametrize("setting", [setting for setting in PasteChord if setting is not PasteChord.AUTO])
def test_the_setting_wins(setting: PasteChord) -> None:
    assert choose_chord(setting, window(1, "XTerm"), "darwin").value == setting.value


@pytest.mark.parametrize(
    ("text", "policy", "spaced"),
    [
        (" hello ", TrailingSpace.ALWAYS, "hello "),
        (" hello ", TrailingSpace.NEVER, "hello"),
        ("  ", TrailingSpace.ALWAYS, ""),
        ("", TrailingSpace.NEVER, ""),
    ],
)
def test_trailing_space(text: str, policy: TrailingSpace, spaced: str) -> None:
    assert with_trailing_space(text, policy) == spaced
