"""Every error class stands in the drawn tree, and every error message is a finished sentence."""

from __future__ import annotations

import ast
import inspect
import re
import string

import pytest

from tests.architecture.source import Module, called_name, calls, modules, parse
from v2m_desktop.core import errors
from v2m_desktop.core.errors import V2mError

TREE_LINE = re.compile(r"^(?P<before>[│ ]*)(?:├── |└── )(?P<name>\w+)", re.MULTILINE)


def error_classes() -> list[type[V2mError]]:
    found = [entry for _, entry in inspect.getmembers(errors, inspect.isclass)]
    return [entry for entry in found if issubclass(entry, V2mError)]


def drawn_parents() -> dict[str, str]:
    """Name to parent, as the module's docstring draws it: four columns for each level."""
    parents, path = {"V2mError": "Exception"}, ["V2mError"]
    for line in TREE_LINE.finditer(errors.__doc__ or ""):
        level = len(line["before"]) // 4 + 1
        parents[line["name"]] = path[level - 1]
        path[level:] = [line["name"]]
    return parents


def error_calls(module: Module) -> list[ast.Call]:
    names = {entry.__name__ for entry in error_classes()}
    return [call for call in calls(module.tree) if called_name(call) in names]


def unfinished(call: ast.Call) -> str:
    """What is wrong with the message of an error that is made in the source, "" if nothing."""
    template = call.args[0] if call.args else None
    if isinstance(template, ast.JoinedStr):
        return "an f-string cannot be translated: give a template and values"
    if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
        return ""
    wanted = {name for _, name, _, _ in string.Formatter().parse(template.value) if name is not None}
    given = {keyword.arg for keyword in call.keywords}
    if None not in given and {re.split(r"[.\[]", name)[0] for name in wanted} != given:
        return f"the template wants {sorted(wanted)}, given are {sorted(str(name) for name in given)}"
    return "" if template.value.endswith((".", "?", "}")) else "not a sentence"


def test_the_drawn_tree_is_the_real_one() -> None:
    assert drawn_parents() == {entry.__name__: entry.__bases__[0].__name__ for entry in error_classes()}


@pytest.mark.parametrize("kind", error_classes(), ids=lambda kind: kind.__name__)
def test_every_error_is_documented(kind: type[V2mError]) -> None:
    assert kind.__doc__


def test_every_message_is_a_finished_sentence() -> None:
    made = [(module.name, call) for module in modules("v2m_desktop") for call in error_calls(module)]
    assert {f"{name}:{call.lineno}": wrong for name, call in made if (wrong := unfinished(call))} == {}


@pytest.mark.parametrize(
    "source",
    [
        'StorageError("{path} is bad.")',
        'StorageError("It is bad.", path=1)',
        'StorageError(f"{path} is bad.")',
        'StorageError("bad")',
    ],
)
def test_an_unfinished_message_is_noticed(source: str) -> None:
    (call,) = error_calls(parse("x.py", source))
    assert unfinished(call)


def test_a_finished_message_passes() -> None:
    (call,) = error_calls(parse("x.py", 'StorageError("{path} is bad ({reason.name}).", path=1, reason=2)'))
    assert unfinished(call) == ""
