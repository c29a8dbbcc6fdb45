"""Names and terms as people write them down, and those that a model is told."""

from __future__ import annotations

import pytest

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.hotwords import Fitting, fitting, terms_of


def letters(text: SensitiveText) -> list[int]:
    """A tokenizer to which each letter is a token."""
    return [ord(letter) for letter in text.reveal()]


def told(fits: Fitting) -> str:
    return "".join(map(chr, fits.tokens))


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("", []),
        (" , ;\n", []),
        ("Priya", ["Priya"]),
        ("Priya, New  York;Kubernetes\nPriya,", ["Priya", "New York", "Kubernetes"]),
    ],
)
def test_terms(written: str, terms: list[str]) -> None:
    assert [term.reveal() for term in terms_of(SensitiveText(written))] == terms


@pytest.mark.parametrize(
    ("most", "words", "count"),
    [
        (0, "", 0),
        (3, "", 0),
        (4, "Ana.", 1),
        (10, "Ana.", 1),
        (11, "Ana, Berta.", 2),
        (18, "Ana, Berta, Carla.", 3),
        (99, "Ana, Berta, Carla.", 3),
    ],
)
def test_whole_terms_are_told_as_many_as_fit(most: int, words: str, count: int) -> None:
    fits = fitting(terms_of(SensitiveText("Ana, Berta, Carla")), letters, most)
    assert told(fits) == words
    assert fits.terms == count


def test_a_term_that_is_too_long_does_not_keep_out_the_others() -> None:
    fits = fitting(terms_of(SensitiveText("Ana, Bartholomew, Li")), letters, 9)
    assert told(fits) == "Ana, Li."
