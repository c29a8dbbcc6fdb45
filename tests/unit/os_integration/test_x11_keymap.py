"""Which key types what: rows as the server gives them for the layouts de and ru,us."""

from __future__ import annotations

from v2m_desktop.os_integration.x11_keymap import (
    RETURN,
    SpareKeys,
    Stroke,
    character_of,
    keysym_for,
    spare_codes,
    strokes_of,
)

DE = {
    8: (0, 0, 0, 0, 0, 0, 0),
    20: (0xDF, 0x3F, 0xDF, 0x3F, 0x5C, 0xBF, 0x1001E9E),  # ssharp question ... backslash
    24: (0x71, 0x51, 0x71, 0x51, 0x40, 0x7D9, 0x40),
    26: (0x65, 0x45, 0x65, 0x45, 0x20AC, 0x20AC, 0x20AC),
    36: (0xFF0D, 0, 0xFF0D, 0, 0, 0, 0),
    49: (0xFE52, 0xB0, 0xFE52, 0xB0, 0, 0, 0),  # dead_circumflex degree
    50: (0xFFE1, 0, 0xFFE1, 0, 0, 0, 0),
    86: (0xFFAB, 0xFFAB, 0xFFAB, 0x2B, 0, 0, 0),  # KP_Add, and a plus
    93: (0, 0, 0, 0, 0, 0, 0),
    97: (0, 0, 0, 0, 0, 0, 0),
}
RU_US = {38: (0x6C6, 0x6E6, 0x61, 0x41), 20: (0x2D, 0x5F, 0x2D, 0x5F), 36: (0xFF0D, 0, 0xFF0D, 0)}


def test_a_layout_gives_its_lower_two_levels() -> None:
    assert strokes_of(DE, 0, shift=True) == {
        "ß": Stroke(20), "?": Stroke(20, True), "q": Stroke(24), "Q": Stroke(24, True), "e": Stroke(26),
        "E": Stroke(26, True), "\n": Stroke(36), "°": Stroke(49, True),
    }  # fmt: skip
    assert set(strokes_of(DE, 0, shift=False)) == {"ß", "q", "e", "\n"}


def test_the_active_one_of_two_layouts_counts() -> None:
    first, second = (strokes_of(RU_US, group, shift=True) for group in (0, 1))
    assert first["ф"] == second["a"] == Stroke(38)
    assert first["Ф"] == second["A"] == Stroke(38, True)
    assert "a" not in first
    assert first["-"] == second["-"]
    assert strokes_of(RU_US, 2, shift=True) == {}


def test_spare_keys_mean_nothing_and_are_no_modifiers() -> None:
    assert spare_codes(DE, {97}) == [93]


def test_keysyms_and_characters() -> None:
    for character in "añ€“Я漢👩\u200d\n\t ":
        assert character_of(keysym_for(character)) == character
    assert character_of(0x6C1) == "а"  # Cyrillic_a
    assert character_of(0x20AC) == "€"
    assert [character_of(keysym) for keysym in (0, 0xFE52, 0xFFE1, 0xFFB0, 0xFF1B)] == [""] * 5
    assert keysym_for("\n") == RETURN


def test_characters_stay_where_they_are_and_both_places_of_a_key_are_taken_first() -> None:
    spare = SpareKeys()
    first = spare.put([0xF1, 0xE9, 0xE1], [93, 97], shift=True)
    assert first == {0xF1: Stroke(93), 0xE9: Stroke(93, True), 0xE1: Stroke(97)}
    assert spare.row(97) == (0xE1, 0xE1)
    assert spare.put([0xE1, 0xED], [], shift=True) == {0xE1: Stroke(97), 0xED: Stroke(97, True)}
    assert spare.row(97) == (0xE1, 0xED)


def test_what_is_oldest_makes_room() -> None:
    spare = SpareKeys()
    spare.put([1, 2, 3, 4], [93, 97], shift=True)
    assert not spare.lacks_room([2, 4], [], shift=True)
    assert spare.lacks_room([5], [], shift=True)
    assert spare.put([1, 5], [], shift=True) == {1: Stroke(93), 5: Stroke(93, True)}
    assert spare.put([6], [], shift=True) == {6: Stroke(93)}


def test_a_key_that_somebody_else_changed_is_forgotten() -> None:
    spare = SpareKeys()
    spare.put([1, 2, 3], [93, 97], shift=True)
    spare.forget([93])
    assert spare.codes() == {97}
    assert spare.put([1], [], shift=True) == {1: Stroke(97, True)}
