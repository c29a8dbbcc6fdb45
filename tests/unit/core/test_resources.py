"""Shipped files are found in the source tree, in a wheel and in a frozen bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from v2m_desktop.core import resources


def test_source_tree() -> None:
    assert resources.resource("models/demo/config.json").is_file()


def test_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    (tmp_path / "resources").mkdir()
    assert resources.resource("icons/idle.svg") == tmp_path / "resources" / "icons" / "idle.svg"


def test_frozen_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource("icons") == tmp_path / "resources" / "icons"
