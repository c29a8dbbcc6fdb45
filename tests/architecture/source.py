"""The project's own Python files, parsed, for rules that no linter knows."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Module:
    """A parsed file. `name` is its path from the root, with "/"."""

    name: str
    text: str
    tree: ast.Module


def parse(name: str, text: str) -> Module:
    return Module(name, text, ast.parse(text))


@functools.cache
def modules(*folders: str) -> list[Module]:
    """All Python files under `folders`."""
    files = sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return [parse(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in files]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called_name(call: ast.Call) -> str:
    """The last part of what is called: "reveal" for text.reveal()."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
