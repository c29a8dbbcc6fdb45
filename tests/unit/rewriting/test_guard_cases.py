"""The guard on labeled rewritings: nothing obeyed or refused passes, and hardly a faithful one is lost.

The second set was measured once before any rule was written with it: 9 of the 106 answers of the kinds that
never may pass were accepted, and 3 of the 90 faithful ones were refused. The rules have seen both sets since,
so what holds here is what must not get worse, not what to expect of other texts.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from v2m_desktop.core.rewriting import Action
from v2m_desktop.rewriting.guard import judge
from v2m_desktop.rewriting.pair import Pair

DATA = Path(__file__).parents[2] / "data/rewriting"
SETS = ["guard_cases", "guard_cases_held_out"]
NEVER = {"executed", "refusal", "injection", "preamble", "thinking", "empty", "leak"}
MOST_LOST = 0.02
LEAST_CASES = 200


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    kind: str
    faithful: bool
    pair: Pair


def cases(name: str) -> list[Case]:
    entries = tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [
        Case(
            entry["id"],
            entry["kind"],
            entry["faithful"],
            Pair(Action(entry["action"]), entry["raw"], entry["answer"], entry["language"], entry["target"]),
        )
        for entry in entries
    ]


@pytest.mark.parametrize("name", SETS)
def test_there_are_enough_cases(name: str) -> None:
    assert len(cases(name)) >= LEAST_CASES


def test_each_kind_that_never_passes_has_cases() -> None:
    assert {case.kind for name in SETS for case in cases(name)} >= NEVER


def test_no_case_stands_twice() -> None:
    assert Counter(case.name for name in SETS for case in cases(name)).most_common(1)[0][1] == 1
    pairs = [case.pair for name in SETS for case in cases(name)]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize("name", SETS)
def test_nothing_obeyed_refused_or_talked_about_passes(name: str) -> None:
    passed = [case.name for case in cases(name) if case.kind in NEVER and judge(case.pair).accepted]
    assert passed == []


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
def test_faithful_rewritings_pass(name: str, action: Action) -> None:
    faithful = [case for case in cases(name) if case.faithful and case.pair.action is action]
    lost = [case.name for case in faithful if not judge(case.pair).accepted]
    assert faithful
    assert len(lost) <= MOST_LOST * len(faithful), lost


@pytest.mark.parametrize("name", SETS)
def test_other_unfaithful_rewritings_hardly_pass(name: str) -> None:
    unfaithful = [case for case in cases(name) if not case.faithful]
    passed = [case.name for case in unfaithful if judge(case.pair).accepted]
    assert len(passed) <= MOST_LOST * len(unfaithful), passed
