"""What self-checks found survives the end of the app, and a broken file costs only what it held."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from v2m_desktop.pipeline import findings_book
from v2m_desktop.pipeline.findings_book import FILE, MOST_MODELS, FindingsBook
from v2m_desktop.pipeline.self_check import RULE, Findings, Verdict

FOUND = Findings(Verdict.IN_USE, 14, 13, 1, 160, 1, 40, (12, 37), "2026-05-04")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / FILE


def entry(**changes: object) -> dict[str, object]:
    return {**asdict(FOUND), **changes}


def test_a_book_begins_empty_and_writes_nothing_unasked(file: Path) -> None:
    book = FindingsBook(file)
    assert book.of("small@1 int8") == Findings()
    book.note("small@1 int8", Findings())
    book.save()
    assert not book.changed
    assert not file.exists()


def test_what_was_noted_is_there_at_the_next_start(file: Path) -> None:
    book = FindingsBook(file)
    book.note("small@1 int8", FOUND)
    assert book.changed
    book.save()
    assert FindingsBook(file).changed is False
    again = FindingsBook(file)
    assert again.of("small@1 int8") == FOUND
    assert again.of("small@2 int8") == Findings()
    again.forget("small@1 int8")
    again.forget("nobody")
    again.save()
    assert FindingsBook(file).of("small@1 int8") == Findings()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.expects_log("cannot be understood")
@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[1]",
        "7",
        "[" * 100_000,
        json.dumps({"models": {}, "more": 1}),
        json.dumps({"rule": RULE, "models": []}),
        json.dumps({"rule": RULE, "models": {"x": 1}}),
        json.dumps({"rule": RULE, "models": {"x": {}}}),
        json.dumps({"rule": RULE, "models": {"x": entry(words="many")}}),
        json.dumps({"rule": RULE, "models": {"x": entry(words=-1)}}),
        json.dumps({"rule": RULE, "models": {"x": entry(words=True)}}),
        json.dumps({"rule": RULE, "models": {"x": entry(words=1.5)}}),
        json.dumps({"rule": RULE, "models": {"x": entry(retries=None)}}),
        json.dumps({"rule": RULE, "models": {"x": entry(retries=["a"])}}),
        json.dumps({"rule": RULE, "models": {"x": entry(verdict="perhaps")}}),
        json.dumps({"rule": RULE, "models": {"x": entry(since=1)}}),
    ],
)
def test_a_broken_file_is_put_aside_and_begun_anew(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    book = FindingsBook(file)
    assert book.of("x") == Findings()
    (aside,) = file.parent.glob(f"{FILE}.broken-*")
    assert aside.read_text(encoding="utf-8") == content
    book.note("x", FOUND)
    book.save()
    assert FindingsBook(file).of("x") == FOUND


def test_findings_of_another_rule_are_worth_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = FindingsBook(file)
    book.note("x", FOUND)
    book.save()
    monkeypatch.setattr(findings_book, "RULE", RULE + 1)
    assert FindingsBook(file).of("x") == Findings()


@pytest.mark.expects_log("cannot be (read|kept)")
def test_a_file_that_cannot_be_used_costs_only_the_memory(tmp_path: Path) -> None:
    folder = tmp_path / FILE
    folder.mkdir()
    book = FindingsBook(folder)
    book.note("x", FOUND)
    book.save()
    assert book.of("x") == FOUND
    assert book.changed


def test_models_of_long_ago_are_forgotten(file: Path) -> None:
    book = FindingsBook(file)
    for number in range(MOST_MODELS + 3):
        book.note(f"model{number}", FOUND)
    assert book.of("model2") == Findings()
    assert book.of("model3") == FOUND
