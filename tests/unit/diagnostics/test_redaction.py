"""A line that repeats dictated words is withheld; ordinary lines are not."""

from __future__ import annotations

import pytest

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.diagnostics.redaction import RUNS_KEPT, LiveTexts

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


def test_only_the_newest_words_are_kept(texts: LiveTexts) -> None:
    texts.remember(SensitiveText(" ".join(f"word{number}" for number in range(RUNS_KEPT + 3))))
    assert not texts.occur_in(DICTATED)
    assert texts.occur_in("word5 word6 word7 word8")


def test_provisional_texts_push_nothing_out(texts: LiveTexts) -> None:
    for _ in range(RUNS_KEPT):
        texts.remember(SensitiveText("the same words once again"))
    assert texts.occur_in(DICTATED)
