"""Signs that an answer is not what was said. Each yields doubts between 0 and 1; the guard sums them up.

The thresholds were tuned on tests/data/rewriting, and its test holds them there: no answer that carries out
or refuses what was said passes, and at most 2 of 100 faithful ones are lost. Of texts that nobody tuned on,
more slip through; the figures stand beside the cases.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from v2m_desktop.core.rewriting import Action
from v2m_desktop.rewriting import orders, phrases, refusals, speech
from v2m_desktop.rewriting.doubts import LIKELY, POSSIBLE, SURE, SUSPECT, Doubts
from v2m_desktop.rewriting.function_words import function_words
from v2m_desktop.rewriting.pair import Pair, Reason
from v2m_desktop.rewriting.parts import after_question_signs, carried_out_signs, kept_signs, opening_signs
from v2m_desktop.rewriting.scripts import main_scripts, scripts, scripts_of
from v2m_desktop.rewriting.words import Vocabulary, folded, in_order, longest_run, weight, words

MANY_NEW, SOME_NEW, FEW_NEW = 0.5, 0.3, 0.15
"""Share of the words of a refined text that nobody said."""
LONG_RUN, RUN, SHORT_RUN = 6, 4, 3
"""New words that stand together in a refined text."""
MOST_LOST, MANY_LOST, SOME_LOST = 0.75, 0.5, 0.3
"""Share of the words said that a refined text lacks. Who takes words back loses many and means it."""
LONGEST, SHORTEST, SHORTEST_SURE = 1.6, 0.5, 0.3
"""Length of a refined text, measured by that of the words said."""
LONGEST_TRANSLATION, SHORTEST_TRANSLATION, SHORTEST_TRANSLATION_SURE = 2.2, 0.5, 0.33
LONG_TRANSLATION = 1.5
MORE, LESS = 15, 8
"""Letters that a text may be longer or shorter, whatever its length."""
UNTRANSLATED = 0.7
"""Share of the words said that come back as they are."""
UNTRANSLATED_RUN = 6
"""Words in a row that come back as they are: more than a title or a quotation."""
OPENING = 60
"""Letters of an answer in which remarks about it stand."""


_PHRASES = (
    (phrases.THINKING, phrases.THINKING, Reason.THINKING, SURE),
    (refusals.REFUSAL, refusals.REFUSAL, Reason.REFUSAL, SURE),
    (refusals.APOLOGY, refusals.APOLOGIZED, Reason.REFUSAL, SURE),
    (phrases.WRAPPER, phrases.WRAPPER, Reason.LEAK, SURE),
    (phrases.REMARK, phrases.REMARK, Reason.REMARK, SURE),
    (phrases.OFFER, phrases.OFFERED, Reason.REMARK, SURE),
    (phrases.LABEL, phrases.LABELED, Reason.REMARK, SURE),
    (phrases.HANDED_OVER, phrases.PRESENTING, Reason.REMARK, SURE),
    (phrases.CODE, phrases.CODE, Reason.CODE, SURE),
    (phrases.HEADING, phrases.HEADING, Reason.CODE, LIKELY),
)
"""What models say, and what a speaker says in the same vein."""


def phrase_signs(pair: Pair) -> Doubts:
    """How models talk. What the speaker said in the same vein, in whatever language, is no sign."""
    for pattern, said, reason, doubt in _PHRASES:
        if pattern.search(pair.answer) and not said.search(pair.raw):
            yield doubt, reason
    opening = pair.answer.lstrip("¡¿\"'*-—# ")
    for eager, doubt in ((phrases.EAGER, SUSPECT), (phrases.PROMISE, LIKELY)):
        if eager.match(opening) and not eager.search(pair.raw[:OPENING]):
            yield doubt, Reason.REMARK


def leak_signs(pair: Pair) -> Doubts:
    answer, raw = folded(pair.answer), folded(pair.raw)
    if any(secret in answer and secret not in raw for secret in map(folded, pair.private)):
        yield SURE, Reason.LEAK


def address_signs(pair: Pair) -> Doubts:
    """Addresses may be put together from words ("juan at example dot com"), but their parts were said."""
    for address in phrases.ADDRESS.findall(pair.answer):
        parts = [part for part in words(address) if part not in phrases.ADDRESS_GLUE]
        if Vocabulary(words(pair.raw)).lacks(parts):
            yield SURE, Reason.ADDRESS


def script_signs(pair: Pair) -> Doubts:
    """A refined text keeps its script. A translation has that of its language."""
    translated = pair.action is Action.TRANSLATE
    expected = scripts_of(pair.target) if translated else main_scripts(pair.raw)
    found = scripts(pair.answer)
    strange = sum(count for script, count in found.items() if script not in expected)
    if expected and strange > 0.5 * sum(found.values()):
        yield SURE, Reason.SCRIPT


def question_signs(pair: Pair) -> Doubts:
    """A question was answered instead of written down."""
    if speech.ASKED.search(pair.answer):
        return
    if speech.is_question(pair.raw):
        yield (SURE if pair.action is Action.TRANSLATE else SUSPECT), Reason.ANSWERED


def temptation_signs(pair: Pair) -> Doubts:
    """What was said makes models answer or obey. It may be dictated, so alone it is no doubt."""
    if orders.ORDER.search(pair.raw):
        yield SUSPECT, Reason.OBEYED
    if orders.REQUEST.match(speech.without_fillers(pair.raw)):
        yield POSSIBLE, Reason.OBEYED
    if speech.asks_somewhere(pair.raw) and not speech.ASKED.search(pair.answer):
        yield LIKELY, Reason.ANSWERED


def length_signs(pair: Pair) -> Doubts:
    said = [word for word in words(pair.raw) if word not in speech.FILLERS]
    before, after = weight(" ".join(said)), weight(pair.answer)
    translated = pair.action is Action.TRANSLATE
    most = LONGEST_TRANSLATION if translated else LONGEST
    least = SHORTEST_TRANSLATION if translated else SHORTEST
    surely = SHORTEST_TRANSLATION_SURE if translated else SHORTEST_SURE
    if after > most * before + MORE:
        yield SURE, Reason.LENGTH
    if after + LESS < surely * before:
        yield SURE, Reason.LENGTH
    elif (translated and after > LONG_TRANSLATION * before + MORE) or after + LESS < least * before:
        yield LIKELY, Reason.LENGTH


def new_word_signs(pair: Pair) -> Doubts:
    """Words that nobody said, or not in this order. Who edits changes words here and there, not whole rows.

    Digits that stand where words went are the same number, written.
    """
    answered, said = words(pair.answer), words(pair.raw)
    vocabulary = Vocabulary(said)
    aligned = in_order(said, answered)
    spare = len(Vocabulary(answered).lacks([word for word in said if word not in speech.FILLERS]))
    strange = [not there for there in aligned]
    for index, word in enumerate(answered):
        if strange[index] and spare and _is_number(word):
            strange[index] = False
            spare -= 1
        elif strange[index] and vocabulary.has(word) and not vocabulary.places(word):
            strange[index] = False  # a part of a longer word, or two words in one
    share = sum(strange) / len(answered)
    run = longest_run(strange)
    if (share >= MANY_NEW and sum(strange) > 1) or run >= LONG_RUN:
        yield SURE, Reason.NEW_WORDS
    elif share >= SOME_NEW or run >= RUN:
        yield SUSPECT, Reason.NEW_WORDS
    elif share >= FEW_NEW or run >= SHORT_RUN:
        yield POSSIBLE, Reason.NEW_WORDS


def number_signs(pair: Pair) -> Doubts:
    """Digits, where no such number was said."""
    if speech.NUMERALS.search(folded(pair.raw)):
        return
    said = "".join(c for c in pair.raw if c.isdigit())
    if any(number not in said for number in re.findall(r"\d+", pair.answer)):
        yield LIKELY, Reason.NEW_WORDS


def report_signs(pair: Pair) -> Doubts:
    """A report that it is done, or words to the speaker: an order was obeyed instead of written down."""
    for pattern in (phrases.DONE, phrases.YOURS):
        if pattern.search(pair.answer) and not pattern.search(pair.raw):
            yield SUSPECT, Reason.OBEYED


def lost_word_signs(pair: Pair) -> Doubts:
    said = [word for word in words(pair.raw) if word not in speech.FILLERS]
    lost = Vocabulary(words(pair.answer)).lacks(said)
    lost = lost[sum(c.isdigit() for c in pair.answer) :]
    share = len(lost) / max(1, len(said))
    if share >= MOST_LOST:
        yield SURE, Reason.LOST_WORDS
    elif share >= MANY_LOST:
        yield LIKELY, Reason.LOST_WORDS
    elif share >= SOME_LOST:
        yield POSSIBLE, Reason.LOST_WORDS


def negation_signs(pair: Pair) -> Doubts:
    """A "not" that went while everything else stayed turns the sense around."""
    if speech.NEGATION.search(folded(pair.answer)) or not speech.NEGATION.search(folded(pair.raw)):
        return
    said = [word for word in words(speech.NEGATION.sub(" ", folded(pair.raw))) if word not in speech.FILLERS]
    if not Vocabulary(words(pair.answer)).lacks(said):
        yield SURE, Reason.LOST_WORDS


def untranslated_signs(pair: Pair) -> Doubts:
    """A translation is in its language, from beginning to end."""
    said, answered = words(pair.raw), words(pair.answer)
    if pair.language == pair.target or len(said) < 4:
        return
    kept = in_order(answered, said)
    if sum(kept) >= UNTRANSLATED * len(said) or longest_run(kept) >= UNTRANSLATED_RUN:
        yield SURE, Reason.LANGUAGE


def language_signs(pair: Pair) -> Doubts:
    """Small words tell languages apart that share a script, kana tells Japanese from Chinese."""
    found = scripts(pair.answer)
    kana = found["HIRAGANA"] + found["KATAKANA"]
    chinese = not kana and found["CJK"] > 1 and len(words(pair.raw)) > 3
    if (pair.target == "ja" and chinese) or (pair.target == "zh" and kana):
        yield SURE, Reason.LANGUAGE
    counts = function_words(words(pair.answer))
    most = max(counts, key=lambda language: counts[language])
    needed = max(2, 3 * counts.get(pair.target, 0))
    if pair.target in counts and counts[most] >= needed:
        yield SURE, Reason.LANGUAGE


REFINE_SIGNS: tuple[Callable[[Pair], Doubts], ...] = (
    phrase_signs, leak_signs, address_signs, script_signs, question_signs, length_signs, new_word_signs,
    number_signs, report_signs, lost_word_signs, negation_signs, opening_signs, after_question_signs,
    carried_out_signs,
)  # fmt: skip
TRANSLATE_SIGNS: tuple[Callable[[Pair], Doubts], ...] = (
    phrase_signs, leak_signs, address_signs, script_signs, question_signs, length_signs, number_signs,
    untranslated_signs, language_signs, after_question_signs, kept_signs,
)  # fmt: skip


def _is_number(text: str) -> bool:
    return any(c.isdigit() for c in text)
