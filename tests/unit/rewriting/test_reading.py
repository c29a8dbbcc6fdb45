"""The text is found in answers as models give them."""

from __future__ import annotations

import pytest

from v2m_desktop.core.errors import RewriteAnswerError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.reading import read_answer


@pytest.mark.parametrize(
    "answer",
    [
        '{"text": "Hi there."}',
        ' {"text": "Hi there.", "note": "done"}\n',
        '```json\n{"text": "Hi there."}\n```',
        "```\nHi there.\n```",
        "Hi there.",
        '"Hi there."',
        '<think>hm {"text": "no"}</think>\n{"text": "Hi there."}',
        'the user wants\n</think>{"text": "Hi there."}',
        '\ufeff{"text": "Hi\u200b there.\u202e"}',
        '{"text": "\\u0007Hi there.\\u0000"}',
    ],
)
def test_the_text_is_found(answer: str) -> None:
    assert read_answer(SensitiveText(answer)).reveal() == "Hi there."


def test_line_breaks_and_joiners_stay() -> None:
    read = read_answer(SensitiveText('{"text": "می\u200cروم\\r\\n👩\u200d🚀\\tx"}'))
    assert read.reveal() == "می\u200cروم\n👩\u200d🚀\tx"


def test_a_sentence_may_begin_with_a_quotation() -> None:
    assert read_answer(SensitiveText('"Stop," she said.')).reveal() == '"Stop," she said.'


@pytest.mark.parametrize("answer", ['{"text": "Hi the', '{"words": "Hi"}', '{"text": 5}', '["Hi"]', "{}"])
def test_what_is_no_text_is_refused_without_quoting_it(answer: str) -> None:
    with pytest.raises(RewriteAnswerError) as caught:
        read_answer(SensitiveText(answer))
    assert "Hi" not in caught.value.message
