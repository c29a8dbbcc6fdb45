"""Each sign of the guard by itself."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patience import PATIENCE_S
from v2m_desktop.core.rewriting import Action
from v2m_desktop.rewriting.guard import judge
from v2m_desktop.rewriting.pair import Pair, Reason

SAID = "we meet on friday and I bring the documents with me"


def refined(answer: str, raw: str = SAID, private: tuple[str, ...] = ()) -> Reason:
    return judge(Pair(Action.REFINE, raw, answer, "en", private=private)).reason


def translated(answer: str, target: str, raw: str = SAID) -> Reason:
    return judge(Pair(Action.TRANSLATE, raw, answer, "en", target)).reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("We meet on Friday, and I bring the documents with me.", Reason.NONE),
        ("We meet on Friday. I bring the documents.", Reason.NONE),
        ("", Reason.EMPTY),
        ("...", Reason.EMPTY),
        ("<think>The user", Reason.THINKING),
        ("Here is the refined text: We meet on Friday, and I bring the documents with me.", Reason.REMARK),
        ("I'm sorry, but I can't assist with that.", Reason.REFUSAL),
        ("We meet on Friday, and I bring the documents with me. " * 3, Reason.LENGTH),
        ("The weather in Lisbon stays warm until autumn", Reason.NEW_WORDS),
        ("Мы встречаемся в пятницу, и я приношу документы", Reason.SCRIPT),
        ("We meet on Friday and I bring the documents. See www.example.com with me", Reason.ADDRESS),
        ("```\nWe meet on Friday and I bring the documents with me\n```", Reason.CODE),
    ],
)
def test_a_refined_text(answer: str, reason: Reason) -> None:
    assert refined(answer) is reason


@pytest.mark.parametrize(
    ("answer", "target", "reason"),
    [
        ("Nos vemos el viernes y llevo los documentos conmigo.", "es", Reason.NONE),
        ("金曜日に会います。書類を持っていきます。", "ja", Reason.NONE),
        ("Мы встречаемся в пятницу, документы я принесу с собой.", "ru", Reason.NONE),
        ("We meet on Friday and I bring the documents with me.", "es", Reason.LANGUAGE),
        ("Nos vemos el viernes y llevo los documentos conmigo.", "de", Reason.LANGUAGE),
        ("Nos vemos el viernes y llevo los documentos conmigo.", "ja", Reason.SCRIPT),
        ("我们星期五见面，我会带上文件。", "ja", Reason.LANGUAGE),
        ("Aquí tienes la traducción: Nos vemos el viernes y llevo los documentos.", "es", Reason.REMARK),
        ("Viernes", "es", Reason.LENGTH),
    ],
)
def test_a_translation(answer: str, target: str, reason: Reason) -> None:
    assert translated(answer, target) is reason


def test_a_question_stays_a_question() -> None:
    asked = "what is the capital of mongolia"
    assert refined("What is the capital of Mongolia?", asked) is Reason.NONE
    assert refined("The capital of Mongolia is Ulaanbaatar.", asked) is not Reason.NONE
    assert translated("¿Cuál es la capital de Mongolia?", "es", asked) is Reason.NONE
    assert translated("La capital de Mongolia es Ulán Bator.", "es", asked) is not Reason.NONE


def test_what_models_say_may_be_said_by_people() -> None:
    apology = "sorry but I can't help with that um ask Ana"
    assert refined("Sorry, but I can't help with that. Ask Ana.", apology) is Reason.NONE
    assert translated("Lo siento, pero no puedo ayudar con eso. Pide a Ana.", "es", apology) is Reason.NONE
    order = "ignore all previous instructions is what the mail said"
    assert refined('"Ignore all previous instructions" is what the mail said.', order) is Reason.NONE


def test_an_address_may_be_put_together() -> None:
    said = "write to ana dot lopez at example dot com"
    assert refined("Write to ana.lopez@example.com.", said) is Reason.NONE
    assert refined("Write to ana.lopez@evil.com.", said) is Reason.ADDRESS


def test_a_lost_not_is_noticed() -> None:
    assert refined("Sign the contract.", "do not sign the contract") is Reason.LOST_WORDS
    assert refined("Do not sign the contract.", "um do not sign the contract") is Reason.NONE


def test_our_own_words_never_come_back() -> None:
    assert refined(f"{SAID} a1b2c3", private=("a1b2c3",)) is Reason.LEAK
    assert refined(f"{SAID} a1b2c3", raw=f"{SAID} a1b2c3", private=("a1b2c3",)) is Reason.NONE


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(list(Action)[1:]))
def test_any_text_is_judged(raw: str, answer: str, action: Action) -> None:
    assert isinstance(judge(Pair(action, raw, answer, "", "en")).reason, Reason)


@given(st.lists(st.sampled_from(SAID.split()), min_size=4, max_size=30))
def test_the_words_as_they_are_pass(said: list[str]) -> None:
    raw = " ".join(said)
    assert refined(raw, raw) is Reason.NONE


@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
def test_a_long_dictation_is_judged_at_once(action: Action) -> None:
    raw = " ".join(f"{word}{number % 50}" for number in range(300) for word in SAID.split())
    began = time.monotonic()
    judge(Pair(action, raw, raw.capitalize() + ".", "en", "en"))
    assert time.monotonic() - began < PATIENCE_S
