"""Signs in a part of an answer: what stands before the text, follows a question, or is all that was kept."""

from __future__ import annotations

import re

from v2m_desktop.core.rewriting import Action
from v2m_desktop.rewriting import orders, phrases, speech
from v2m_desktop.rewriting.doubts import LIKELY, SURE, SUSPECT, Doubts
from v2m_desktop.rewriting.pair import Pair, Reason
from v2m_desktop.rewriting.words import Vocabulary, folded, weight, words

MOST_NEW = 0.5
"""Share of the words behind a question that nobody said."""
WHOLE_QUESTION = 0.75
"""A translated question that is this long, measured by all that was said, leaves no room for much else."""
MORE_THAN_ASKED, MORE = 1.3, 5
FEW_KEPT, LEAST_WORDS = 0.5, 6
"""A translation that is a few of the words said, out of this many."""

_OPENING = re.compile(r"^[^.!?:\n。！：]{2,80}?(?P<end>[.!:\n。！：])(?=\s)(?P<rest>.+)", re.DOTALL)
_AFTER_QUESTION = re.compile(r"^(?P<asked>.*[?？؟])[\"'”’»」)]*(?P<rest>.*)$", re.DOTALL)


def opening_signs(pair: Pair) -> Doubts:
    """A first sentence without a single word that was said: "Sure thing!", "Thanks for the text." """
    found = _OPENING.match(pair.answer.strip())
    if not found or not words(found["rest"]):
        return
    opening = words(pair.answer.strip()[: found.start("end")])
    if len(opening) == 1 and phrases.EAGER.search(pair.raw):  # "Okay!" for "ok"
        return
    if any(word.isdigit() for word in opening) or Vocabulary(words(pair.raw)).lacks(opening) != opening:
        return
    if found["end"] in "!！":
        yield SURE, Reason.REMARK
    elif len(opening) > 1:
        yield SUSPECT, Reason.REMARK


def after_question_signs(pair: Pair) -> Doubts:
    """The question was written down, and then answered."""
    found = _AFTER_QUESTION.match(pair.answer)
    rest = words(found["rest"]) if found else []
    if not found or not rest:
        return
    if pair.action is Action.REFINE:
        counted = speech.NUMERALS.search(folded(pair.raw))
        new = [word for word in Vocabulary(words(pair.raw)).lacks(rest) if not (counted and word.isdigit())]
        if len(new) >= MOST_NEW * len(rest):
            yield SURE, Reason.ANSWERED
        return
    if not speech.is_question(pair.raw):
        return
    said = weight(" ".join(word for word in words(pair.raw) if word not in speech.FILLERS))
    if (
        weight(found["asked"]) >= WHOLE_QUESTION * said
        and weight(pair.answer) > MORE_THAN_ASKED * said + MORE
    ):
        yield SURE, Reason.ANSWERED


def carried_out_signs(pair: Pair) -> Doubts:
    """Somebody was to say or write something, and it is there without the words that asked for it."""
    answer = words(pair.answer)
    there = Vocabulary(answer)
    if orders.SAYING.search(pair.answer):  # taken back, and said in another way
        return
    for asked in orders.SAYING.finditer(pair.raw):
        verb, *_ = words(asked[0])
        told = [word for word in words(pair.raw[asked.end() :]) if word not in speech.FILLERS][:2]
        if told and not there.has(verb) and told in (answer[n : n + len(told)] for n in range(len(answer))):
            yield LIKELY, Reason.OBEYED
            return


def kept_signs(pair: Pair) -> Doubts:
    """A translation of nothing but a few of the words said was picked from them, not translated."""
    said = [word for word in words(pair.raw) if word not in speech.FILLERS]
    answer = words(pair.answer)
    few = len(said) >= LEAST_WORDS and len(answer) < FEW_KEPT * len(said)
    if pair.language != pair.target and few and set(answer) <= set(said):
        yield SURE, Reason.OBEYED
