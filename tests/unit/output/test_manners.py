"""Words fit to where they are put, or go in as they always did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.output.manners_cases import GROUPS, Case
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import TrailingSpace
from v2m_desktop.core.targets import Field
from v2m_desktop.output.manners import fitted_text
from v2m_desktop.output.spacing import with_trailing_space

CASES = [
    pytest.param(case, id=f"{group}: {case.around!r} + {case.words!r}")
    for group in GROUPS
    for case in GROUPS[group]
]


def field(before: str | None, after: str | None, *, selected: bool = False) -> Field:
    hidden = [SensitiveText(text) if text is not None else None for text in (before, after)]
    return Field("1", before=hidden[0], after=hidden[1], selected=selected)


def fit(words: str, before: str, after: str, policy: TrailingSpace = TrailingSpace.ALWAYS) -> str:
    return fitted_text(words, field(before, after), manners=True, trailing_space=policy)


@pytest.mark.parametrize("case", CASES)
def test_words_fit_to_what_is_around_them(case: Case) -> None:
    before, after = case.around.split("|")
    policy = TrailingSpace.ALWAYS if case.spaced else TrailingSpace.NEVER
    fitted = fit(case.words, before, after, policy)
    assert fitted == case.fitted
    assert fit(fitted, before, after, policy) == fitted, "a second time changes nothing"


def test_the_table_is_not_small() -> None:
    assert sum(map(len, GROUPS.values())) >= 60


@pytest.mark.parametrize("policy", list(TrailingSpace))
@pytest.mark.parametrize("words", [" the words. ", "", "  ", "Hi"])
def test_where_nobody_tells_only_the_setting_counts(words: str, policy: TrailingSpace) -> None:
    usual = with_trailing_space(words, policy)
    assert fitted_text(words, None, manners=True, trailing_space=policy) == usual
    assert fitted_text(words, field(None, "x"), manners=True, trailing_space=policy) == usual
    assert fitted_text(words, field("one", "x"), manners=False, trailing_space=policy) == usual


def test_nothing_stays_nothing() -> None:
    assert fit("  ", "one", "two") == ""


def test_a_selection_is_judged_by_what_is_before_it() -> None:
    around = field("I like ", " in spring.", selected=True)
    fitted = fitted_text("The flowers.", around, manners=True, trailing_space=TrailingSpace.ALWAYS)
    assert fitted == "the flowers"


def test_what_is_after_the_caret_need_not_be_known() -> None:
    fitted = fitted_text("Go.", field("Now.", None), manners=True, trailing_space=TrailingSpace.ALWAYS)
    assert fitted == " Go. "


SCRAPS = st.text(st.sampled_from(list("aAyYéÉßI19 .,:;!?…\n\t\"'’“”«»()[]-–/¿¡$€%日の한ñ🙂")), max_size=12)


@given(SCRAPS, SCRAPS, SCRAPS, st.sampled_from(list(TrailingSpace)))
def test_no_text_breaks_it(words: str, before: str, after: str, policy: TrailingSpace) -> None:
    fitted = fit(words, before, after, policy)
    assert fit(fitted, before, after, policy) == fitted
    core = fitted.strip()
    assert core.casefold() in words.strip().casefold(), "no word is lost, but for a full stop at the end"
    assert len(words.strip()) - len(core) <= 1
