"""Which of the words shown while somebody speaks will stay: those that two hypotheses in a row agree on.

For what is shown only. The final words come from the closed segment, whatever was shown before.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from v2m_desktop.core.recognition import TimedWord
from v2m_desktop.core.sensitive import SensitiveText

UNTRUSTED_S = 0.5
"""Words that end this near the end of the audio may be cut short by it."""

OVERLAP_S = 0.1
"""How much earlier than the last committed word ends a new one may begin: times are never exact."""

LONGEST_REPEAT = 5
"""Words. Times that drift make the last committed ones come again; looked for among so many."""


@dataclass(frozen=True, slots=True)
class LiveWords:
    """Words of the open segment: `committed` stay until it is closed, `tentative` may change."""

    committed: SensitiveText = field(default_factory=SensitiveText)
    tentative: SensitiveText = field(default_factory=SensitiveText)


class LocalAgreement:
    """LocalAgreement-2: commits the longest common beginning of the last two hypotheses over one segment.

    `shown` counts the words ever shown, `erased` those of them that were changed or removed later.
    """

    def __init__(self) -> None:
        self.shown = 0
        self.erased = 0
        self.restart()

    @property
    def flicker(self) -> float:
        """Part of the shown words that did not stay."""
        return self.erased / self.shown if self.shown else 0.0

    def restart(self) -> None:
        """The segment was closed or cut: the next hypothesis is about another one."""
        self._committed: list[TimedWord] = []
        self._tentative: list[TimedWord] = []

    def feed(self, words: Sequence[TimedWord], heard_seconds: float) -> LiveWords:
        """Take the newest hypothesis, over the first `heard_seconds` of the segment."""
        before = [*self._committed, *self._tentative]
        rest = self._not_yet_committed(words)
        agreed = _common(self._tentative, rest)
        trusted = itertools.takewhile(lambda word: word.end <= heard_seconds - UNTRUSTED_S, rest[:agreed])
        commit = list(trusted)
        self._committed += commit
        self._tentative = rest[len(commit) :]
        self._count(before, [*self._committed, *self._tentative])
        return LiveWords(_joined(self._committed), _joined(self._tentative))

    def _not_yet_committed(self, words: Sequence[TimedWord]) -> list[TimedWord]:
        """The words behind the committed ones. If those were heard differently this time, times decide."""
        count = len(self._committed)
        if _common(self._committed, words) == count:
            return list(words[count:])
        border = self._committed[-1].end - OVERLAP_S
        rest = [word for word in words if word.start >= border]
        for size in range(1, min(LONGEST_REPEAT, count, len(rest)) + 1):
            if _common(self._committed[-size:], rest) == size:
                return rest[size:]
        return rest

    def _count(self, before: Sequence[TimedWord], now: Sequence[TimedWord]) -> None:
        kept = _common(before, now)
        self.erased += len(before) - kept
        self.shown += len(now) - kept


def plain(word: str) -> str:
    """A word without case, spaces and punctuation, to compare it."""
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(letter for letter in folded if unicodedata.category(letter)[0] not in "PSZC")


def _common(first: Sequence[TimedWord], second: Sequence[TimedWord]) -> int:
    """How many words both begin with."""
    pairs = zip(first, second, strict=False)
    same = itertools.takewhile(
        lambda pair: plain(pair[0].text.reveal()) == plain(pair[1].text.reveal()), pairs
    )
    return sum(1 for _ in same)


def _joined(words: Sequence[TimedWord]) -> SensitiveText:
    return SensitiveText("".join(word.text.reveal() for word in words))
