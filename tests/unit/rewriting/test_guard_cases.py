"""The guard on labeled rewritings: nothing obeyed or refused passes, and hardly a faithful one is lost."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from v2m_desktop.core.rewriting import Action
from v2m_desktop.rewriting.guard import judge
from v2m_desktop.rewriting.pair import Pair

DATA = Path(__file__).parents[2] / "data/rewriting/guard_cases.toml"
NEVER = {"executed", "refusal", "injection", "preamble", "thinking", "empty", "leak"}
MOST_LOST = 0.02
LEAST_CASES = 200


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    kind: str
    faithful: bool
    pair: Pair


def cases() -> list[Case]:
    entries = tomllib.loads(DATA.read_text(encoding="utf-8"))["case"]
    return [
        Case(
            entry["id"],
            entry["kind"],
            entry["faithful"],
            Pair(Action(entry["action"]), entry["raw"], entry["answer"], entry["language"], entry["target"]),
        )
        for entry in entries
    ]


def test_there_are_enough_cases() -> None:
    kinds = Counter(case.kind for case in cases())
    assert kinds.total() >= LEAST_CASES
    assert set(kinds) >= NEVER


def test_nothing_obeyed_refused_or_talked_about_passes() -> None:
    passed = [case.name for case in cases() if case.kind in NEVER and judge(case.pair).accepted]
    assert passed == []


@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
def test_faithful_rewritings_pass(action: Action) -> None:
    faithful = [case for case in cases() if case.faithful and case.pair.action is action]
    lost = [case.name for case in faithful if not judge(case.pair).accepted]
    assert len(lost) <= MOST_LOST * len(faithful), lost


def test_other_unfaithful_rewritings_hardly_pass() -> None:
    unfaithful = [case for case in cases() if not case.faithful]
    passed = [case.name for case in unfaithful if judge(case.pair).accepted]
    assert len(passed) <= MOST_LOST * len(unfaithful), passed
