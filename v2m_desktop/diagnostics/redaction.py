"""The second line against dictated words in logs. The first is SensitiveText, which prints its length only.

A library may put words it was handed into an exception. So every line is compared with the texts of this
session before it is written, and a line that repeats one is withheld.
"""

from __future__ import annotations

import logging
import re
import threading

from v2m_desktop.core.sensitive import SensitiveText

RUN_OF_WORDS = 4
"""As many words in a row as a text of ours has, by chance, in common with a log line hardly ever."""

LEAST_LETTERS = 8
"""A shorter text ("yes", "go on") would withhold half of the log, and tells nothing."""

RUNS_KEPT = 10_000
"""About as many words: an hour of speech. Provisional texts repeat most of their runs, which count once."""

WITHHELD = "<withheld: this line repeated dictated words>"

_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrt])")


class LiveTexts:
    """What was dictated since the app started, in memory only. Any thread may use it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._runs: dict[tuple[str, ...], None] = {}

    def remember(self, text: SensitiveText) -> None:
        """Withhold every line that repeats `text`, or four words in a row of it, from now on."""
        words = _words_of(text.reveal())
        if sum(map(len, words)) < LEAST_LETTERS:
            return
        with self._guard:
            for run in _runs(words, min(RUN_OF_WORDS, len(words))):
                self._runs.pop(run, None)
                self._runs[run] = None
            while len(self._runs) > RUNS_KEPT:
                del self._runs[next(iter(self._runs))]

    def occur_in(self, line: str) -> bool:
        """Whether `line` repeats something dictated, whatever its case and punctuation."""
        with self._guard:
            if not self._runs:
                return False
            words = _words_of(line)
            lengths = range(1, RUN_OF_WORDS + 1)
            return any(run in self._runs for length in lengths for run in _runs(words, length))


class RedactingFormatter(logging.Formatter):
    """Formats records with their traceback, without the values of variables, and withholds dictated words."""

    def __init__(self, pattern: str, texts: LiveTexts) -> None:
        super().__init__(pattern)
        self._texts = texts

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, or where it came from with WITHHELD in place of what it said."""
        entry = super().format(record)
        if not self._texts.occur_in(entry):
            return entry
        bare = logging.LogRecord(
            record.name, record.levelno, record.pathname, record.lineno, WITHHELD, (), None
        )
        bare.created, bare.msecs, bare.threadName = record.created, record.msecs, record.threadName
        return super().format(bare)


def _words_of(text: str) -> list[str]:
    return _WORD.findall(_ESCAPE.sub(_unescaped, text).casefold())


def _unescaped(escape: re.Match[str]) -> str:
    """Python's repr and JSON write some characters as escapes."""
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else " "


def _runs(words: list[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + length]) for start in range(len(words) - length + 1)]
