"""Keys on macOS against a recorded pynput: what it is told, in order, and that every key comes up."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace

import pytest

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key
from v2m_desktop.os_integration.pynput_keys import PynputKeyInjector


class RecordedPynput:
    """As much of pynput, Quartz and HIServices as is called.

    `fails_at`: the press that is refused, because the layout has no such key; nor can it be released.
    """

    def __init__(self) -> None:
        self.edges: list[tuple[str, bool]] = []
        self.fails_at: int | None = None
        self.unknown = ""
        self.trusted = True
        self.flags = 0
        names = ("ctrl", "shift", "cmd", "enter", "backspace", "left", "right")  # a Mac has no Insert
        self.keyboard = SimpleNamespace(
            Key=SimpleNamespace(**{name: name for name in names}), Controller=self._controller()
        )

    def _controller(self) -> type:
        record = self

        class Controller:
            class InvalidKeyException(Exception):  # noqa: N818 - pynput's name
                pass

            def press(self, key: str) -> None:
                if len(record.edges) == record.fails_at:
                    record.unknown = key
                    raise self.InvalidKeyException(key)
                record.edges.append((key, True))

            def release(self, key: str) -> None:
                if key == record.unknown:
                    raise self.InvalidKeyException(key)
                record.edges.append((key, False))

        return Controller

    def modules(self) -> dict[str, ModuleType]:
        quartz = {
            "CGEventSourceFlagsState": lambda source: {1: self.flags}[source],
            "kCGEventSourceStateHIDSystemState": 1,
        }
        return {
            "pynput": _module("pynput", keyboard=self.keyboard),
            "Quartz": _module("Quartz", **quartz),
            "HIServices": _module("HIServices", AXIsProcessTrusted=lambda: self.trusted),
        }


def _module(name: str, **content: object) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(content)
    return made


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> RecordedPynput:
    recorded = RecordedPynput()
    for name, module in recorded.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
    return recorded


def down(*keys: str) -> list[tuple[str, bool]]:
    return [(key, True) for key in keys]


def up(*keys: str) -> list[tuple[str, bool]]:
    return [(key, False) for key in keys]


@pytest.mark.parametrize(
    ("chord", "keys"),
    [
        (Chord.CTRL_V, ["ctrl", "v"]),
        (Chord.CTRL_SHIFT_V, ["ctrl", "shift", "v"]),
        (Chord.CMD_V, ["cmd", "v"]),
    ],
)
def test_modifiers_go_down_first_and_come_up_last(
    recorded: RecordedPynput, chord: Chord, keys: list[str]
) -> None:
    injector = PynputKeyInjector()
    injector.send(chord)
    assert recorded.edges == down(*keys) + up(*reversed(keys))
    assert injector.sent()


def test_a_mac_has_no_key_insert(recorded: RecordedPynput) -> None:
    with pytest.raises(DeliveryError, match='no key "insert"'):
        PynputKeyInjector().send(Chord.SHIFT_INSERT)
    assert recorded.edges == []


def test_single_keys_are_struck_so_often(recorded: RecordedPynput) -> None:
    PynputKeyInjector().press(Key.BACKSPACE, 2)
    PynputKeyInjector().press(Key.LEFT, 2, shift=True)
    assert recorded.edges == [
        *2 * (down("backspace") + up("backspace")),
        *down("shift"),
        *2 * (down("left") + up("left")),
        *up("shift"),
    ]


@pytest.mark.parametrize("fails_at", [0, 1, 2])
def test_keys_that_are_refused_in_the_midst_leave_none_down(recorded: RecordedPynput, fails_at: int) -> None:
    recorded.fails_at = fails_at
    with pytest.raises(DeliveryError, match="did not take the keys"):
        PynputKeyInjector().send(Chord.CTRL_SHIFT_V)
    last = dict(recorded.edges)
    assert not any(last.values())


def test_without_permission_it_says_where_to_give_it(recorded: RecordedPynput) -> None:
    injector = PynputKeyInjector()
    assert injector.missing() is None
    recorded.trusted = False
    missing = injector.missing()
    assert missing is not None
    assert "Accessibility" in missing.message
    assert [way.refusal for way in injector.ways()] != [None]


@pytest.mark.parametrize(("bit", "name"), [(17, "shift"), (18, "ctrl"), (19, "alt"), (20, "super")])
def test_held_modifiers_are_asked_of_the_system(recorded: RecordedPynput, bit: int, name: str) -> None:
    recorded.flags = 1 << bit | 1 << 16  # and Caps Lock
    assert PynputKeyInjector().modifiers_down() == {name}
