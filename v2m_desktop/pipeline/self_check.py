"""Decides, from counts alone, whether a model may listen only as long as was spoken. Pure.

Whisper was trained on 30 s, and with less some models repeat themselves: their published word error rates on
exactly what was said are 80 to 226 %, with some silence behind it now good, now bad. So nobody can know it of
a model and a voice but by hearing the same sentences both ways. Two texts do not tell which of them is right,
but if no more than a share of the words differ, then the word error rates differ by no more than that.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

RULE = 1
"""Counted up with whatever changes the meaning of findings: those of another rule are worth nothing."""

FEWEST_SENTENCES = 12
FEWEST_WORDS = 150
"""About a minute of speech. Where none of so many words differs, less than 2 % do, with 95 % certainty."""

MOST_DIFFERING = 3
DIFFERING_OF = 1000
"""Words: 0.3 points of word error rate are what a short context may cost."""

MOST_DOUBTED = 2
DOUBTED_OF = 100
"""Sentences: each of them waits for two hearings, and guards that fire more often miss more as well."""

WINDOW = 250
MOST_RETRIES = WINDOW * MOST_DOUBTED // DOUBTED_OF
"""Sentences heard again in full, among the last ones in use. At a true rate of 1 % more are found in one
window of 24, at 0.5 % in one of 560, at 4 % in nearly all."""

SPOT_CHECK_EVERY = 10
"""Sentences in use, of which one is heard in full as well."""

_LETTERS_ARE_WORDS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts without spaces between words, as the names of their letters begin."""


class Verdict(StrEnum):
    CHECKING = "checking"
    IN_USE = "in-use"
    REFUSED = "refused"
    """For good: until somebody asks for another check, or model or rule change."""


class Reason(StrEnum):
    """Why it is refused."""

    WORDS_DIFFER = "words-differ"
    DOUBTED = "doubted"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One sentence heard both ways. `doubted`: a guard rejected the short hearing, and its words are unknown.

    `words` and `differing` are counted as for a word error rate.
    """

    words: int = 0
    differing: int = 0
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What is known about one model. `since` is the date of the verdict.

    `compared`, `agreed` and `doubted` count sentences since the check began. `words` and `differing` count
    those of the round under way: a check that goes on after DIFFERING_OF words begins to count anew. `used`
    counts sentences heard short since it is in use, `retries` says which of the last ones had to be heard
    again.
    """

    verdict: Verdict = Verdict.CHECKING
    compared: int = 0
    agreed: int = 0
    doubted: int = 0
    words: int = 0
    differing: int = 0
    used: int = 0
    retries: tuple[int, ...] = ()
    since: str = ""

    @property
    def reason(self) -> Reason | None:
        if self.verdict is not Verdict.REFUSED:
            return None
        return Reason.WORDS_DIFFER if self.differing > MOST_DIFFERING else Reason.DOUBTED

    @property
    def wants_another(self) -> bool:
        """Whether the sentence that was heard last is to be heard the other way as well."""
        match self.verdict:
            case Verdict.CHECKING:
                return True
            case Verdict.IN_USE:
                return self.used % SPOT_CHECK_EVERY == 0
            case Verdict.REFUSED:
                return False


def compare(full: str, short: str) -> Comparison:
    """The words of one sentence, capitals and punctuation aside."""
    one, other = words_of(full), words_of(short)
    return Comparison(max(len(one), len(other)), _distance(one, other))


def learn(findings: Findings, comparison: Comparison, today: str) -> Findings:
    """Another sentence was heard both ways."""
    if findings.verdict is Verdict.REFUSED:
        return findings
    agreed = not comparison.doubted and comparison.differing == 0
    return _judged(
        replace(
            findings,
            compared=findings.compared + 1,
            agreed=findings.agreed + agreed,
            doubted=findings.doubted + comparison.doubted,
            words=findings.words + comparison.words,
            differing=findings.differing + comparison.differing,
        ),
        today,
    )


def use(findings: Findings, retried: bool, today: str) -> Findings:
    """Another sentence was heard short because the verdict says so; `retried`: a guard had it heard again."""
    if findings.verdict is not Verdict.IN_USE:
        return findings
    used = findings.used + 1
    recent = tuple(number for number in findings.retries if number > used - WINDOW)
    return _judged(replace(findings, used=used, retries=(*recent, used) if retried else recent), today)


def words_of(text: str) -> list[str]:
    """Without capitals and punctuation. In scripts without spaces each letter counts as a word."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    spaced = "".join(f" {letter} " if _is_word(letter) else letter for letter in folded)
    kept = ("".join(filter(_belongs_to_word, word)) for word in spaced.replace("-", " ").split())
    return [word for word in kept if word]


def _judged(findings: Findings, today: str) -> Findings:
    verdict = _verdict(findings)
    if verdict is not findings.verdict:
        return replace(findings, verdict=verdict, since=today)
    if verdict is Verdict.IN_USE and findings.words >= DIFFERING_OF:
        return replace(findings, words=0, differing=0)
    return findings


def _verdict(findings: Findings) -> Verdict:
    """In mid-check one difference means to go on, until there are words enough to bear it."""
    if findings.differing > MOST_DIFFERING or len(findings.retries) > MOST_RETRIES:
        return Verdict.REFUSED
    if findings.verdict is not Verdict.CHECKING:
        return findings.verdict
    if findings.doubted > MOST_DOUBTED:
        return Verdict.REFUSED
    enough = findings.compared >= FEWEST_SENTENCES and findings.words >= FEWEST_WORDS
    alike = findings.differing * DIFFERING_OF <= MOST_DIFFERING * findings.words
    sure = findings.doubted * DOUBTED_OF <= MOST_DOUBTED * findings.compared
    return Verdict.IN_USE if enough and alike and sure else Verdict.CHECKING


def _is_word(letter: str) -> bool:
    return letter > "\u0dff" and unicodedata.name(letter, "").startswith(_LETTERS_ARE_WORDS)


def _belongs_to_word(letter: str) -> bool:
    return letter.isalnum() or bool(unicodedata.combining(letter))


def _distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Fewest words to replace, leave out or put in."""
    row = list(range(len(other) + 1))
    for left in one:
        diagonals = pairwise(row)
        fresh = [row[0] + 1]
        for right, (diagonal, above) in zip(other, diagonals, strict=True):
            fresh.append(min(above + 1, fresh[-1] + 1, diagonal + (left != right)))
        row = fresh
    return row[-1]
