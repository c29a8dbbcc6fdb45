"""Decides whether an answer is what was said, rewritten, or something that a model made up instead.

No single rule can tell: people ask questions, apologize and say "sure" as models do. So signs are weighed:
each gives a doubt between 0 and 1, and an answer is refused when they sum up to 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from v2m_desktop.core.rewriting import Action
from v2m_desktop.rewriting.pair import Pair, Reason
from v2m_desktop.rewriting.signs import REFINE_SIGNS, TRANSLATE_SIGNS, temptation_signs
from v2m_desktop.rewriting.words import words

REFUSED_FROM = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is the weightiest sign against an answer that is not accepted."""

    accepted: bool
    reason: Reason = Reason.NONE


def judge(pair: Pair) -> Verdict:
    """Whether the answer of `pair` may be delivered in place of the words."""
    if not words(pair.answer):
        return Verdict(False, Reason.EMPTY)
    signs = REFINE_SIGNS if pair.action is Action.REFINE else TRANSLATE_SIGNS
    doubts = [doubt for sign in signs for doubt in sign(pair)]
    temptation = max((weight for weight, _ in temptation_signs(pair)), default=0.0)
    if not doubts or temptation + sum(weight for weight, _ in doubts) < REFUSED_FROM:
        return Verdict(True)
    return Verdict(False, max(doubts, key=lambda doubt: doubt[0])[1])
