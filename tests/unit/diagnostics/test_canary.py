"""The tool that looks for leaks finds each kind of leak."""

from __future__ import annotations

import base64
import json
import urllib.parse
from pathlib import Path

import pytest

from tests.tools.canary import search

SENTENCE = "el señor Núñez compra siete pájaros verdes"
CUT_OFF = SENTENCE[:30]

WRITTEN: dict[str, bytes] = {
    "utf-8": SENTENCE.encode(),
    "latin-1": SENTENCE.encode("latin-1"),
    "utf-16": SENTENCE.encode("utf-16"),
    "json": json.dumps({"text": SENTENCE}).encode(),
    "url": f"?q={urllib.parse.quote(SENTENCE)}".encode(),
    "base64": base64.b64encode(SENTENCE.encode()),
}


@pytest.mark.parametrize("spelling", WRITTEN)
@pytest.mark.parametrize("before", [b"", b"x", b"xy"])
def test_each_spelling_is_found(tmp_path: Path, spelling: str, before: bytes) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.bin").write_bytes(before + WRITTEN[spelling] + b"\n")
    assert spelling in [leak.spelling for leak in search(tmp_path, SENTENCE)]


@pytest.mark.parametrize("offset", range(6))
def test_base64_is_found_at_each_place_of_a_longer_text(tmp_path: Path, offset: int) -> None:
    around = b"a" * offset + SENTENCE.encode() + b"zzzz"
    (tmp_path / "a.txt").write_bytes(base64.b64encode(around))
    assert [leak.spelling for leak in search(tmp_path, SENTENCE)] == ["base64"]


def test_plus_signs_for_spaces_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(urllib.parse.quote_plus(SENTENCE))
    assert [leak.spelling for leak in search(tmp_path, SENTENCE)] == ["url"]


def test_a_cut_off_sentence_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CUT_OFF, encoding="utf-8")
    assert search(tmp_path, SENTENCE)


def test_other_words_are_no_leak(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("el señor compra siete gatos", encoding="utf-8")
    assert search(tmp_path, SENTENCE) == []
