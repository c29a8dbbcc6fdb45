"""Dictated words are never handed to a logger, an exception or the terminal."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import Module, called_name, calls, modules, parse

LOGGING = {"debug", "info", "warning", "error", "exception", "critical", "log"}


def reveals(node: ast.AST) -> bool:
    return any(called_name(call) == "reveal" for call in calls(node))


def logs(call: ast.Call) -> bool:
    receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
    name = ast.unparse(receiver).lower() if receiver is not None else ""
    return called_name(call) in LOGGING and "log" in name.rpartition(".")[2]


def revealed_names(scope: ast.AST) -> set[str]:
    """Names that are given revealed words somewhere in `scope`."""
    found: set[str] = set()
    for node in ast.walk(scope):
        if (
            isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr)
            and node.value
            and reveals(node.value)
        ):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {
                name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)
            }
    return found


def leaks(module: Module) -> list[int]:
    """Lines where a logging call or a raise holds revealed words, or a name that was given some."""
    found: list[int] = []
    for scope in ast.walk(module.tree):
        if not isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        tainted = revealed_names(scope)
        for node in ast.walk(scope):
            if (isinstance(node, ast.Call) and logs(node)) or isinstance(node, ast.Raise):
                names = {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
                if reveals(node) or names & tainted:
                    found.append(node.lineno)
    return found


def test_no_words_in_logs_and_exceptions() -> None:
    assert {module.name: lines for module in modules("v2m_desktop") if (lines := leaks(module))} == {}


@pytest.mark.parametrize(
    "line",
    [
        'log.debug("got %s", text.reveal())',
        'self._logger.info(f"got {text.reveal()[:50]}")',
        'logging.getLogger("x").warning("got " + words)',
        "raise ValueError(text.reveal())",
        'raise RecognitionError("cannot use {words}", words=words)',
    ],
)
def test_each_kind_of_leak_is_noticed(line: str) -> None:
    source = f"def work(self, text):\n    words = text.reveal().strip()\n    {line}\n"
    assert leaks(parse("x.py", source)) == [3]


@pytest.mark.parametrize(
    "line", ['log.debug("got %s", text)', "show(text.reveal())", 'dialog.error_at("got", len(text))']
)
def test_ordinary_lines_are_no_leak(line: str) -> None:
    assert leaks(parse("x.py", f"def work(text):\n    {line}\n")) == []


def prints(module: Module) -> list[int]:
    return [call.lineno for call in calls(module.tree) if called_name(call) == "print"]


def test_only_the_command_line_prints() -> None:
    printing = {module.name for module in modules("v2m_desktop") if prints(module)}
    assert {name for name in printing if not name.startswith("v2m_desktop/app/")} == set()


def test_a_print_is_noticed() -> None:
    assert prints(parse("x.py", "print(1)")) == [1]
