"""Where a part of the desktop is missing, its twin says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from v2m_desktop.core.errors import DeliveryError, HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.targets import Chord
from v2m_desktop.os_integration.field_choice import choose_fields
from v2m_desktop.os_integration.hotkey_choice import choose_hotkeys
from v2m_desktop.os_integration.hotkey_guide import HotkeyGuide, guide_for
from v2m_desktop.os_integration.macos_fields import MacosFields
from v2m_desktop.os_integration.macos_focus import MacosFocus
from v2m_desktop.os_integration.macos_touch import MacosTouch
from v2m_desktop.os_integration.macos_typist import MacosTypist
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_hotkeys import HotkeysMissing, NullHotkeys
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.null_touch import NullTouch
from v2m_desktop.os_integration.null_typist import NullTypist
from v2m_desktop.os_integration.portal_hotkeys import PortalHotkeys
from v2m_desktop.os_integration.privacy_markers import privacy_markers
from v2m_desktop.os_integration.pynput_hotkeys import PynputHotkeys
from v2m_desktop.os_integration.pynput_keys import PynputKeyInjector
from v2m_desktop.os_integration.sway_focus import SwayFocus
from v2m_desktop.os_integration.target_choice import choose_focus_probe, choose_key_injector
from v2m_desktop.os_integration.touch_choice import choose_touch
from v2m_desktop.os_integration.typist_choice import choose_typist
from v2m_desktop.os_integration.wayland_keys import WaylandKeys
from v2m_desktop.os_integration.wayland_typist import WaylandTypist
from v2m_desktop.os_integration.windows_focus import WindowsFocus
from v2m_desktop.os_integration.windows_keys import WindowsKeys
from v2m_desktop.os_integration.windows_touch import WindowsTouch
from v2m_desktop.os_integration.windows_typist import WindowsTypist

NOWHERE = "/nonexistent:77"
BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, HotkeysMissing.NO_DISPLAY),
        ({"DISPLAY": NOWHERE}, HotkeysMissing.NO_DISPLAY),
        ({"WAYLAND_DISPLAY": "wayland-0"}, HotkeysMissing.WAYLAND),
        ({"XDG_SESSION_TYPE": "wayland"}, HotkeysMissing.WAYLAND),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": NOWHERE}, HotkeysMissing.WAYLAND),
        ({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": NOWHERE}, HotkeysMissing.WAYLAND),
        (
            {"WAYLAND_DISPLAY": "wayland-1", "XDG_CURRENT_DESKTOP": "Hyprland", **BUS},
            HotkeysMissing.HYPRLAND,
        ),
    ],
)
def test_missing_hotkeys_say_why(environment: dict[str, str], reason: HotkeysMissing) -> None:
    source = choose_hotkeys(environment, "linux")
    assert isinstance(source, NullHotkeys)
    with pytest.raises(HotkeyError) as caught:
        source.start({KeyAction.DICTATE: parse_hotkey("f9")}, lambda _: None)
    assert caught.value.message == reason.value
    source.grab(KeyAction.CANCEL, True)
    assert not source.is_down()
    source.stop()


def test_wayland_with_a_session_bus_asks_the_portal() -> None:
    source = choose_hotkeys({"WAYLAND_DISPLAY": "wayland-0", **BUS}, "linux")
    assert isinstance(source, PortalHotkeys)
    source.stop()


@pytest.mark.parametrize(
    ("desktop", "guide"),
    [
        ("GNOME", HotkeyGuide.GNOME),
        ("ubuntu:GNOME", HotkeyGuide.GNOME),
        ("KDE", HotkeyGuide.KDE),
        ("sway", HotkeyGuide.SWAY),
        ("COSMIC", HotkeyGuide.OTHER),
        ("", HotkeyGuide.OTHER),
    ],
)
def test_each_desktop_has_its_own_way_to_bind_the_command(desktop: str, guide: HotkeyGuide) -> None:
    assert guide_for({"XDG_CURRENT_DESKTOP": desktop}) is guide
    assert "v2m toggle" in guide.value


@pytest.mark.parametrize("reason", HotkeysMissing)
def test_every_reason_offers_the_command(reason: HotkeysMissing) -> None:
    assert "v2m toggle" in reason.value


@pytest.mark.parametrize("environment", [{}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_without_x11_no_keys_are_sent_and_the_focus_is_unknown(
    environment: dict[str, str], tmp_path: Path
) -> None:
    keys = choose_key_injector(environment, "linux", tmp_path)
    assert isinstance(keys, WaylandKeys if environment else NullKeyInjector)
    assert keys.modifiers_down() == frozenset()
    missing = keys.missing()
    assert missing is not None
    assert "on the clipboard" in missing.message
    with pytest.raises(DeliveryError, match="on the clipboard"):
        keys.send(Chord.CTRL_V)
    focus = choose_focus_probe(environment, "linux")
    assert isinstance(focus, NullFocus)
    assert focus.focused() is None


def test_sway_is_asked_for_the_focus() -> None:
    focus = choose_focus_probe({"WAYLAND_DISPLAY": "wayland-0", "SWAYSOCK": "/nonexistent"}, "linux")
    assert isinstance(focus, SwayFocus)
    assert focus.focused() is None


def test_windows_and_macos_have_parts_of_their_own(tmp_path: Path) -> None:
    """Each is made without its libraries: they are loaded when they are needed."""
    for platform in ("win32", "darwin"):
        assert isinstance(choose_hotkeys({}, platform), PynputHotkeys)
    assert isinstance(choose_key_injector({}, "win32", tmp_path), WindowsKeys)
    assert isinstance(choose_key_injector({}, "darwin", tmp_path), PynputKeyInjector)
    assert isinstance(choose_focus_probe({}, "win32"), WindowsFocus)
    assert isinstance(choose_focus_probe({}, "darwin"), MacosFocus)
    assert isinstance(choose_typist({}, "win32"), WindowsTypist)
    assert isinstance(choose_typist({}, "darwin"), MacosTypist)
    assert isinstance(choose_touch({}, "win32"), WindowsTouch)
    assert isinstance(choose_touch({}, "darwin"), MacosTouch)
    fields = choose_fields({}, "darwin")
    assert isinstance(fields, MacosFields)
    fields.close()


@pytest.mark.parametrize("environment", [{}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_without_a_typist_it_says_so(environment: dict[str, str]) -> None:
    typist = choose_typist(environment, "linux")
    assert isinstance(typist, WaylandTypist if environment else NullTypist)
    assert typist.missing() is not None
    with pytest.raises(DeliveryError, match="type"):
        typist.begin("a")
    typist.end()


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
    ],
)
def test_without_x11_nobody_tells_whether_the_user_typed(environment: dict[str, str], platform: str) -> None:
    touch = choose_touch(environment, platform)
    assert isinstance(touch, NullTouch)
    touch.arm([parse_hotkey("f9")])
    assert touch.touched() is None
    touch.disarm()


def test_privacy_markers() -> None:
    assert dict(privacy_markers("linux")) == {"x-kde-passwordManagerHint": b"secret"}
    windows = privacy_markers("win32")
    assert set(windows.values()) == {bytes(4)}
    assert [name.split('"')[1] for name in windows] == [
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ]
    assert privacy_markers("darwin") == {}
