"""A line that repeats dictated words is withheld; ordinary lines are not."""

from __future__ import annotations

import pytest

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.diagnostics.redaction import TEXTS_KEPT, LiveTexts

DICTATED = "Send the blue ñandú to Mister Smith, please."


@pytest.fixture
def texts() -> LiveTexts:
    live = LiveTexts()
    live.remember(SensitiveText(DICTATED))
    return live


@pytest.mark.parametrize(
    "line",
    [
        f"got: {DICTATED}",
        "got: send THE blue, ñandú...",
        "ValueError: cannot tokenize 'blue ñandú to Mister'",
        '{"text": "the\\tblue  ñandú to"}',
        '{"text": "the blue \\u00f1and\\u00fa to"}',
    ],
)
def test_repeated_words_are_noticed(texts: LiveTexts, line: str) -> None:
    assert texts.occur_in(line)


@pytest.mark.parametrize(
    "line", ["", "the blue one", "send the blue thing to Mister Miller", "<text, 43 chars>"]
)
def test_ordinary_lines_pass(texts: LiveTexts, line: str) -> None:
    assert not texts.occur_in(line)


@pytest.mark.parametrize(("text", "noticed"), [("yes", False), ("go on", False), ("hello world", True)])
def test_texts_too_short_to_tell_anything_withhold_nothing(text: str, noticed: bool) -> None:
    live = LiveTexts()
    live.remember(SensitiveText(text))
    assert live.occur_in(f"before {text} after") == noticed


def test_only_the_newest_texts_are_kept(texts: LiveTexts) -> None:
    for number in range(TEXTS_KEPT):
        texts.remember(SensitiveText(f"something else with number {number}"))
    assert not texts.occur_in(DICTATED)
