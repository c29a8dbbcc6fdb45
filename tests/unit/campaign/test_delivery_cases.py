"""The campaign of deliveries draws what it is to draw, and would find what it is to find."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.desktop.delivery_cases import (
    BUSY_SECONDS,
    MODES,
    OBSERVERS,
    OLD,
    TEXTS,
    Case,
    Seen,
    cases,
    sample,
    violations,
)

PASTE = Case(7, "qt", "paste", 0.6, "rich", "watch", "accents")
OLD_FORMATS = {"CLIPBOARD": {"text/plain": b"OLD-7", "text/html": b"<b>OLD-7</b>"}, "PRIMARY": {}}
LENT = {"CLIPBOARD": {"UTF8_STRING": PASTE.text.encode()}, "PRIMARY": {}}
GOOD = Seen("DELIVERED", "held ", "held " + PASTE.text, OLD_FORMATS, OLD_FORMATS)
UNPROVEN = replace(GOOD, outcome="UNCONFIRMED", after="held ", new=LENT)


def test_there_are_two_hundred_and_always_the_same() -> None:
    drawn = cases()
    assert len(drawn) == 200
    assert drawn == cases()
    assert len({case.text for case in drawn}) == 200
    assert Counter((case.target, case.mode) for case in drawn) == {
        (target, mode): count for target, modes in MODES.items() for mode, count in modes.items()
    }


def test_the_sample_has_each_kind_and_one_slow_target() -> None:
    chosen = sample(cases())
    assert len(chosen) == 20
    assert {case.busy for case in chosen} == set(BUSY_SECONDS)
    assert {case.old for case in chosen} == set(OLD)
    assert {case.observer for case in chosen} == set(OBSERVERS)
    assert {case.kind for case in chosen} == set(TEXTS)
    assert {case.target for case in chosen} == set(MODES)
    assert {case.mode for case in chosen} == {mode for modes in MODES.values() for mode in modes}
    assert sum(case.busy == 5 for case in chosen) == 1
    assert sum(case.seconds for case in chosen) < 40


@pytest.mark.parametrize("seen", [GOOD, UNPROVEN], ids=["delivered", "unconfirmed"])
def test_nothing_is_found_where_nothing_is_wrong(seen: Seen) -> None:
    mode = "paste" if seen is GOOD else "hang"
    assert violations(replace(PASTE, mode=mode), seen) == []


def test_a_text_may_come_back_under_more_names() -> None:
    more = {**OLD_FORMATS["CLIPBOARD"], "UTF8_STRING": b"OLD-7"}
    assert violations(PASTE, replace(GOOD, new=OLD_FORMATS | {"CLIPBOARD": more})) == []


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        (replace(GOOD, after="held OLD-7"), "the target got the old clipboard"),
        (replace(GOOD, after="held "), "reported as delivered, but the target holds 'held '"),
        (replace(GOOD, after=GOOD.after + PASTE.text), "neither what it held nor the text once more"),
        (replace(GOOD, after=PASTE.text), "neither what it held nor the text once more"),
        (replace(GOOD, new=LENT), "CLIPBOARD is not what it was"),
        (replace(GOOD, new={**OLD_FORMATS, "PRIMARY": {"text/plain": b"x"}}), "PRIMARY is not what it was"),
        (replace(GOOD, outcome="PARKED"), "it is reported as PARKED"),
        (replace(GOOD, outcome="UNCONFIRMED", new=LENT), "not reported as delivered"),
        (replace(GOOD, elsewhere=["gtk"]), "the text window gtk changed as well"),
        (replace(GOOD, keys="keys [50]"), "still down: keys [50]"),
    ],
)
def test_what_is_wrong_is_found(seen: Seen, told: str) -> None:
    assert any(told in each for each in violations(PASTE, seen)), violations(PASTE, seen)


def test_an_image_that_became_text_is_not_back() -> None:
    image = {"CLIPBOARD": {"image/png": b"P"}, "PRIMARY": {}}
    with_text = {"CLIPBOARD": {"image/png": b"P", "text/plain": b"x"}, "PRIMARY": {}}
    assert violations(PASTE, replace(GOOD, old=image, new=with_text)) != []


def test_the_word_delivered_is_wrong_for_a_target_that_reads_nothing() -> None:
    found = violations(replace(PASTE, mode="ignore"), GOOD)
    assert found == ["reported as delivered, though the target had read nothing"]


def test_an_unproven_text_has_to_stay_on_the_clipboard() -> None:
    found = violations(replace(PASTE, mode="hang"), replace(UNPROVEN, new=OLD_FORMATS))
    assert any("the clipboard holds '' (0) in its place" in each for each in found)
