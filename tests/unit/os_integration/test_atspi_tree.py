"""Which element has the focus, told by programs of all kinds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.accessible_programs import AccessiblePrograms, Node, Program, entry, frame
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import AROUND, Client, Field, Window
from v2m_desktop.os_integration.atspi_element import EMBEDDED, FOCUSED, MANAGES_DESCENDANTS, SHOWING
from v2m_desktop.os_integration.atspi_tree import MOST_CHILDREN, AtspiTree

EDITOR = Window(1, "Editor", (100, 100, 640, 480), ours=False, client=Client(process=11))
SOON = 0.1
FOCUSED_PANE = frozenset({SHOWING, FOCUSED})


def look(programs: AccessiblePrograms, window: Window | None = EDITOR) -> Field | None:
    return AtspiTree(programs, {}, SOON, programs.clock).field(window)


def found(programs: AccessiblePrograms, node: Node, window: Window | None = EDITOR) -> bool:
    field = look(programs, window)
    return field is not None and field.id == programs.path_of(node)


@pytest.mark.parametrize("finds", [True, False])
def test_the_field_of_the_window_in_front_is_found_with_the_text_around_its_caret(finds: bool) -> None:
    text = entry("Dear all,", caret=5)
    other = Program(12, [frame(entry("other"))])
    programs = AccessiblePrograms(other, Program(11, [frame(Node(children=[Node(), text]))], finds=finds))
    field = look(programs)
    assert field == Field(
        programs.path_of(text), before=SensitiveText("Dear "), after=SensitiveText("all,"), selected=False
    )


@pytest.mark.parametrize("finds", [True, False])
def test_a_password_field_is_told_and_its_text_is_not_asked_for(finds: bool) -> None:
    secret = entry("geheim", secure=True)
    programs = AccessiblePrograms(Program(11, [frame(entry("name", focused=False), secret)], finds=finds))
    assert look(programs) == Field(programs.path_of(secret), secure=True)
    assert "GetText" not in programs.asked


@pytest.mark.parametrize("finds", [True, False])
def test_panes_around_and_within_a_field_are_not_taken_for_it(finds: bool) -> None:
    text = entry("a")
    text.children = [Node(states=FOCUSED_PANE)]
    pane = Node(states=FOCUSED_PANE, children=[text])
    programs = AccessiblePrograms(Program(11, [frame(pane)], finds=finds))
    assert found(programs, text)


def test_a_walk_leaves_out_what_is_hidden_or_endless() -> None:
    hidden = Node(states=frozenset(), children=[entry("hidden")])
    table = Node(states=frozenset({SHOWING, MANAGES_DESCENDANTS}), children=[entry("cell")])
    endless = Node(children=[entry("row", focused=False) for _ in range(MOST_CHILDREN + 1)])
    programs = AccessiblePrograms(Program(11, [frame(hidden, table, endless)], finds=False))
    assert look(programs) is None
    assert len(programs.asked) < 50


def test_no_more_than_needed_is_read_of_a_long_text() -> None:
    programs = AccessiblePrograms(Program(11, [frame(entry("x" * 5000, caret=2500))]))
    field = look(programs)
    assert field is not None
    assert field.before is not None
    assert field.after is not None
    assert (len(field.before), len(field.after)) == (AROUND, AROUND)


def test_a_selection_is_told() -> None:
    text = replace(entry("abc", caret=1), selections=1)
    field = look(AccessiblePrograms(Program(11, [frame(text)])))
    assert field is not None
    assert field.selected


@pytest.mark.parametrize("text", [entry(EMBEDDED * 2), entry("abc", caret=-1), entry("abc", caret=9)])
def test_a_caret_that_is_elsewhere_leaves_the_text_unknown(text: Node) -> None:
    field = look(AccessiblePrograms(Program(11, [frame(text)])))
    assert field is not None
    assert (field.before, field.after) == (None, None)


def test_of_several_windows_the_active_one_counts() -> None:
    front = entry("front")
    windows = [frame(entry("back", secure=True), active=False), frame(front)]
    assert found(AccessiblePrograms(Program(11, windows)), front)


def test_where_no_window_says_that_it_is_active_the_place_tells() -> None:
    front = entry("front")
    windows = [
        frame(entry("back", secure=True), active=False, extents=(900, 50, 300, 300)),
        frame(front, active=False, extents=(100, 80, 640, 500)),
    ]
    assert found(AccessiblePrograms(Program(11, windows)), front)


def test_two_windows_at_one_place_tell_nothing() -> None:
    windows = [frame(entry("a", secure=True), active=False), frame(entry("b"), active=False)]
    assert look(AccessiblePrograms(Program(11, windows))) is None


@pytest.mark.parametrize(
    "window", [None, replace(EDITOR, client=Client(process=3)), replace(EDITOR, client=None)]
)
def test_where_the_program_is_not_known_the_only_active_window_counts(window: Window | None) -> None:
    text = entry("a")
    quiet, busy = Program(12, [frame(entry("b"), active=False)]), Program(13, [], hangs=True)
    assert found(AccessiblePrograms(quiet, busy, Program(11, [frame(text)])), text, window)
    two = AccessiblePrograms(Program(11, [frame(text)]), Program(12, [frame(entry("b"))]))
    assert look(two, window) is None


def test_a_program_that_hangs_tells_nothing() -> None:
    assert look(AccessiblePrograms(Program(11, [frame(entry("a"))], hangs=True))) is None


def test_pids_are_asked_for_once() -> None:
    programs = AccessiblePrograms(Program(11, [frame(entry("a"))]))
    processes: dict[str, int] = {}
    for _ in range(2):
        assert AtspiTree(programs, processes, SOON, programs.clock).field(EDITOR) is not None
    assert programs.asked.count("GetConnectionUnixProcessID") == 1
