"""Hotkeys as portals want them written, and edges from what portals tell."""

from __future__ import annotations

import pytest

from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import KeyAction, KeyEdge
from v2m_desktop.os_integration.shortcut_edges import REPEAT_NS, ShortcutEdges
from v2m_desktop.os_integration.shortcut_trigger import trigger_of

DICTATE, INSERT = KeyAction.DICTATE, KeyAction.INSERT


@pytest.mark.parametrize(
    ("hotkey", "trigger"),
    [
        ("ctrl+alt+space", "CTRL+ALT+space"),
        ("super+shift+d", "SHIFT+LOGO+d"),
        ("f9", "F9"),
        ("ctrl+page_up", "CTRL+Prior"),
        ("ctrl+enter", "CTRL+Return"),
        ("ctrl+1", "CTRL+1"),
        ("ctrl+,", "CTRL+comma"),
        ("ctrl+'", "CTRL+apostrophe"),
        ("ctrl+ñ", "CTRL+ntilde"),
        ("ctrl+ж", "CTRL+U0436"),
    ],
)
def test_a_trigger_names_the_symbols_of_the_keys(hotkey: str, trigger: str) -> None:
    assert trigger_of(parse_hotkey(hotkey)) == trigger


def edges_into(seen: list[KeyEdge], *actions: KeyAction) -> ShortcutEdges:
    edges = ShortcutEdges()
    edges.bind(actions, seen.append, 0)
    return edges


def test_a_lost_release_is_made_up_for_by_the_next_press() -> None:
    seen: list[KeyEdge] = []
    edges = edges_into(seen, DICTATE)
    edges.activated(DICTATE, 1)
    edges.activated(DICTATE, REPEAT_NS)  # a repeat
    assert seen == [KeyEdge(DICTATE, True, 1)]
    late = 2 * REPEAT_NS
    edges.activated(DICTATE, late)
    edges.deactivated(DICTATE, late + 1)
    assert seen[1:] == [
        KeyEdge(DICTATE, False, late),
        KeyEdge(DICTATE, True, late),
        KeyEdge(DICTATE, False, late + 1),
    ]
    assert not edges.down


def test_a_key_that_is_not_wanted_is_down_all_the_same() -> None:
    seen: list[KeyEdge] = []
    edges = edges_into(seen, DICTATE, INSERT)
    edges.activated(INSERT, 1)
    was_down = edges.down
    edges.demanded = frozenset({INSERT})
    edges.deactivated(INSERT, 2)  # it went down when it was another's
    assert (was_down, edges.down) == (True, False)
    assert seen == []


@pytest.mark.expects_log("A hotkey was not taken up")
def test_a_sink_that_fails_does_not_end_the_hotkeys() -> None:
    seen: list[KeyEdge] = []

    def fail_once(edge: KeyEdge) -> None:
        seen.append(edge)
        if len(seen) == 1:
            raise ValueError

    edges = ShortcutEdges()
    edges.bind((DICTATE,), fail_once, 0)
    edges.activated(DICTATE, 1)
    edges.deactivated(DICTATE, 2)
    assert [edge.pressed for edge in seen] == [True, False]
