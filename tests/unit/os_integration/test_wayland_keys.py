"""Keys on Wayland, by scripted tools that work, refuse, hang or die, with the words of the real ones."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.tools.wayland_server import wayland_server
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key
from v2m_desktop.os_integration import tool_run, wayland_keys
from v2m_desktop.os_integration.key_tools import HalfSentError
from v2m_desktop.os_integration.wayland_keys import WaylandKeys
from v2m_desktop.os_integration.wayland_tools import VIRTUAL_KEYBOARD, Dotool, Wtype, Ydotool
from v2m_desktop.os_integration.wayland_typist import WaylandTypist

WTYPE_REFUSAL = "Compositor does not support the virtual keyboard protocol"
YDOTOOL_REFUSAL = "failed to connect socket `/run/user/1000/.ydotool_socket': No such file or directory"

WORKS = "exit 0"
REFUSES = f'echo "{WTYPE_REFUSAL}" >&2; exit 1'
HANGS = 'case "$*" in *-P*) exec sleep 600;; esac'
DIES = 'case "$*" in *-P*) kill -KILL $$;; esac'
SLOW = 'echo down >>"$LOG"; sleep 0.2; echo up >>"$LOG"'

WTYPE_PASTE = "wtype -s 300 -M ctrl -P v -s 50 -p v -m ctrl -s 300"
YDOTOOL_PASTE = "ydotool key --key-delay 12 29:1 47:1 47:0 29:0"


@dataclass
class Rig:
    """A session whose programs are scripts."""

    folder: Path
    environment: dict[str, str]
    bot: QtBot

    def install(self, name: str, behavior: str = WORKS) -> None:
        """It notes how it was called and what it read, then behaves like that."""
        script = self.folder / "bin" / name
        script.write_text(f'#!/bin/sh\necho "$(basename "$0")" "$@" >>"$LOG"\ncat >>"$LOG"\n{behavior}\n')
        script.chmod(0o755)

    def keys(self) -> WaylandKeys:
        device = self.folder / "uinput"
        tools = Wtype(self.environment), Ydotool(self.environment), Dotool(self.environment, device)
        return WaylandKeys(tools)

    def send(self, keys: WaylandKeys, chord: Chord = Chord.CTRL_V) -> None:
        """Raises what `sent` raises."""
        keys.send(chord)
        self.finish(keys)

    def finish(self, keys: WaylandKeys) -> None:
        errors: list[DeliveryError] = []

        def over() -> bool:
            try:
                return keys.sent()
            except DeliveryError as error:
                errors.append(error)
                return True

        self.bot.waitUntil(over)
        if errors:
            raise errors[0]

    @property
    def called(self) -> list[str]:
        """Line by line what the tools noted."""
        log = Path(self.environment["LOG"])
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def rig(tmp_path: Path, qtbot: QtBot) -> Iterator[Rig]:
    """A compositor that takes keyboards, a ydotoold, a uinput that may be written to; no tools yet."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "uinput").touch()
    with wayland_server(tmp_path, ["wl_seat", VIRTUAL_KEYBOARD]) as environment:
        environment |= {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "LOG": str(tmp_path / "log")}
        environment["PATH"] = _without_real_tools(environment["PATH"], tmp_path / "plain")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ydotoold:
            ydotoold.bind(str(tmp_path / ".ydotool_socket"))
            yield Rig(tmp_path, environment, qtbot)


def _without_real_tools(path: str, plain: Path) -> str:
    """The scripts, and of the system only what scripts need: real tools must not be found."""
    plain.mkdir()
    for name in ("sh", "cat", "sleep", "basename"):
        (plain / name).symlink_to(f"/bin/{name}")
    return f"{path.split(':', 1)[0]}:{plain}"


def refusals(keys: WaylandKeys) -> list[str]:
    return ["" if way.refusal is None else way.refusal.message for way in keys.ways()]


def test_without_any_tool_each_says_what_it_lacks(rig: Rig) -> None:
    keys = rig.keys()
    assert [way.name for way in keys.ways()] == ["wtype", "ydotool", "dotool"]
    assert refusals(keys) == [f"{name} is not installed." for name in ("wtype", "ydotool", "dotool")]
    missing = keys.missing()
    assert missing is not None
    assert "on the clipboard" in missing.message
    with pytest.raises(DeliveryError, match="on the clipboard"):
        keys.send(Chord.CTRL_V)
    assert keys.sent()
    assert keys.modifiers_down() == frozenset()


def test_wtype_comes_first(rig: Rig) -> None:
    for name in ("dotool", "ydotool", "wtype"):
        rig.install(name)
    keys = rig.keys()
    assert keys.missing() is None
    assert refusals(keys) == ["", "ydotool is not needed: wtype works.", "dotool is not needed: wtype works."]
    rig.send(keys)
    assert rig.called == [WTYPE_PASTE]


@pytest.mark.parametrize(
    ("chord", "wtype", "ydotool", "dotool"),
    [
        (Chord.CTRL_V, "-M ctrl -P v -s 50 -p v -m ctrl", "29:1 47:1 47:0 29:0", "ctrl+k:47"),
        (
            Chord.CTRL_SHIFT_V,
            "-M ctrl -M shift -P v -s 50 -p v -m shift -m ctrl",
            "29:1 42:1 47:1 47:0 42:0 29:0",
            "ctrl+shift+k:47",
        ),
        (
            Chord.SHIFT_INSERT,
            "-M shift -P Insert -s 50 -p Insert -m shift",
            "42:1 110:1 110:0 42:0",
            "shift+k:110",
        ),
        (Chord.CMD_V, "-M logo -P v -s 50 -p v -m logo", "125:1 47:1 47:0 125:0", "super+k:47"),
    ],
)
def test_every_chord_as_each_tool_wants_it(
    rig: Rig, chord: Chord, wtype: str, ydotool: str, dotool: str
) -> None:
    wait = ["keydelay 300", "key k:240", "keydelay 10"]
    expected = {
        "wtype": [f"wtype -s 300 {wtype} -s 300"],
        "ydotool": [f"ydotool key --key-delay 12 {ydotool}"],
        "dotool": ["dotool", *wait, f"key {dotool}", *wait],
    }
    for name, lines in expected.items():
        rig.install(name)
        rig.send(rig.keys(), chord)
        assert rig.called == lines
        (rig.folder / "log").unlink()
        (rig.folder / "bin" / name).unlink()


def test_single_keys_are_struck_so_often(rig: Rig) -> None:
    rig.install("wtype")
    keys = rig.keys()
    keys.press(Key.BACKSPACE, 3)
    keys.press(Key.LEFT, 2, shift=True)
    rig.finish(keys)
    assert rig.called == [
        "wtype -s 300 -k BackSpace -k BackSpace -k BackSpace -s 300",
        "wtype -s 300 -M shift -k Left -k Left -m shift -s 300",
    ]


def test_a_tool_that_refuses_makes_way_and_is_remembered(rig: Rig) -> None:
    rig.install("wtype", REFUSES)
    rig.install("ydotool")
    keys = rig.keys()
    rig.send(keys)
    assert rig.called == [WTYPE_PASTE, "wtype -m ctrl", YDOTOOL_PASTE]
    assert refusals(keys) == [f"wtype failed: {WTYPE_REFUSAL}.", "", "dotool is not installed."]
    rig.send(keys)
    assert rig.called[3:] == [YDOTOOL_PASTE]


def test_all_refuse_until_some_time_has_passed(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    rig.install("wtype", REFUSES)
    rig.install("ydotool", f'echo "{YDOTOOL_REFUSAL}"; exit 2')
    rig.install("dotool", "exit 1")
    keys = rig.keys()
    with pytest.raises(DeliveryError, match="on the clipboard") as caught:
        rig.send(keys)
    assert not isinstance(caught.value, HalfSentError)
    assert keys.missing() is not None
    assert [text.split(":")[0] for text in refusals(keys)] == [
        "wtype failed", "ydotool failed", "dotool failed"
    ]  # fmt: skip
    monkeypatch.setattr(wayland_keys, "REFUSED_SECONDS", 0.0)
    rig.install("wtype")
    assert keys.missing() is None
    rig.send(keys)
    assert rig.called[-1] == WTYPE_PASTE


@pytest.mark.parametrize("behavior", [HANGS, DIES])
def test_a_tool_that_fails_halfway_is_released_and_no_other_sends_again(
    rig: Rig, behavior: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool_run, "RUN_SECONDS", 1.0)
    rig.install("wtype", behavior)
    rig.install("ydotool")
    keys = rig.keys()
    with pytest.raises(HalfSentError, match="The text is kept"):
        rig.send(keys)
    assert rig.called == [WTYPE_PASTE, "wtype -m ctrl"]
    assert keys.sent()
    rig.send(keys)  # the next text goes another way
    assert rig.called[2:] == [YDOTOOL_PASTE]


def test_a_slow_tool_is_left_alone_between_press_and_release(rig: Rig) -> None:
    rig.install("wtype", SLOW)
    keys = rig.keys()
    keys.send(Chord.CTRL_V)
    rig.bot.waitUntil(lambda: "down" in rig.called)
    keys.press(Key.ENTER)  # comes behind
    rig.finish(keys)
    assert rig.called == [
        WTYPE_PASTE,
        "down",
        "up",
        "wtype -s 300 -P Return -s 50 -p Return -s 300",
        "down",
        "up",
    ]


def test_a_compositor_without_keyboards_for_programs(tmp_path: Path, rig: Rig) -> None:
    rig.install("wtype")
    other = tmp_path / "gnome"
    other.mkdir()
    with wayland_server(other, ["wl_seat", "xdg_wm_base"]) as place:
        probed = Wtype({**rig.environment, **place}).probe()
        assert probed is not None
        assert probed.message == "This compositor does not let wtype send keys."
    assert Wtype({**rig.environment, "WAYLAND_DISPLAY": "elsewhere"}).probe() is not None
    assert Wtype(rig.environment).probe() is None


def test_ydotool_needs_its_service_and_version_1(rig: Rig) -> None:
    rig.install("ydotool")
    place = rig.folder / "daemon"
    tool = Ydotool({**rig.environment, "YDOTOOL_SOCKET": str(place)})
    absent = tool.probe()
    assert absent is not None
    assert "does not run" in absent.message
    with socket.socket(socket.AF_UNIX) as old:
        old.bind(str(place))
        old.listen()
        probed = tool.probe()
        assert probed is not None
        assert "older than 1.0" in probed.message


def test_dotool_needs_to_write_to_uinput(rig: Rig) -> None:
    rig.install("dotool")
    probed = Dotool(rig.environment, rig.folder / "nowhere").probe()
    assert probed is not None
    assert "join the group input" in probed.message
    assert Dotool(rig.environment, rig.folder / "uinput").probe() is None


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def type_all(rig: Rig, text: str) -> None:
    typist = WaylandTypist(rig.environment)
    assert typist.missing() is None
    typist.begin(text)
    rig.bot.waitUntil(typist.step)
    typist.end()


def test_text_is_typed_through_standard_input(rig: Rig) -> None:
    rig.install("wtype")
    type_all(rig, "señora")
    assert rig.called == ["wtype -s 300 -d 2 - -s 300", "señora"]


def test_ydotool_types_only_what_it_can(rig: Rig) -> None:
    typist = WaylandTypist(rig.environment)
    missing = typist.missing()
    assert missing is not None
    assert missing.message == "wtype is not installed."
    with pytest.raises(DeliveryError, match="not installed"):
        typist.begin("a")
    rig.install("ydotool")
    type_all(rig, "plain words")
    assert rig.called == ["ydotool type --key-delay 2 --file -", "plain words"]
    with pytest.raises(DeliveryError, match="cannot type all characters"):
        WaylandTypist(rig.environment).begin("señora")


def test_ydotool_that_is_ended_in_the_midst_leaves_no_letter_down(rig: Rig) -> None:
    """Its service would repeat it without end."""
    rig.install("ydotool", 'case "$1" in type) exec sleep 600;; esac')
    typist = WaylandTypist(rig.environment)
    files = open_files()
    typist.begin("plain words\n")
    assert not typist.step()
    rig.bot.waitUntil(lambda: "plain words" in rig.called)
    typist.end()
    rig.bot.waitUntil(lambda: len(rig.called) == 3)
    program, *words = rig.called[2].split()
    assert (program, words[:3]) == ("ydotool", ["key", "--key-delay", "0"])
    q, space, shift = 16, 57, 42
    assert {f"{code}:0" for code in (q, space, shift)} < set(words)
    assert not any(word.endswith(":1") for word in words)
    typist.end()  # the release is left alone
    assert open_files() == files
    typist.close()


def test_a_tool_that_died_unnoticed_is_released_as_well(rig: Rig) -> None:
    rig.install("ydotool", 'case "$1" in type) kill -KILL $$;; esac')
    typist = WaylandTypist(rig.environment)
    typist.begin("plain words\n")
    assert not typist.step()
    rig.bot.waitUntil(lambda: "plain words" in rig.called)
    typist.end()
    rig.bot.waitUntil(lambda: len(rig.called) == 3)
    assert rig.called[2].startswith("ydotool key")
    typist.close()


def test_no_word_is_repeated_by_an_error(rig: Rig) -> None:
    rig.install("wtype", 'echo "cannot type marmalade" >&2; exit 1')
    typist = WaylandTypist(rig.environment)
    typist.begin("marmalade")
    with pytest.raises(DeliveryError) as caught:
        rig.bot.waitUntil(typist.step)
    assert "marmalade" not in str(caught.value)
