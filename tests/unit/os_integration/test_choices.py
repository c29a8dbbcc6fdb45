"""Where a part of the desktop is missing, its twin says why."""

from __future__ import annotations

import pytest

from v2m_desktop.core.errors import DeliveryError, HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Chord, KeyAction
from v2m_desktop.os_integration.hotkey_choice import choose_hotkeys
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_hotkeys import HotkeysMissing, NullHotkeys
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.null_touch import NullTouch
from v2m_desktop.os_integration.privacy_markers import privacy_markers
from v2m_desktop.os_integration.pynput_hotkeys import PynputHotkeys
from v2m_desktop.os_integration.pynput_keys import PynputKeyInjector
from v2m_desktop.os_integration.target_choice import choose_focus_probe, choose_key_injector
from v2m_desktop.os_integration.touch_choice import choose_touch_watch

NOWHERE = "/nonexistent:77"


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({}, HotkeysMissing.NO_DISPLAY),
        ({"DISPLAY": NOWHERE}, HotkeysMissing.NO_DISPLAY),
        ({"WAYLAND_DISPLAY": "wayland-0"}, HotkeysMissing.WAYLAND),
        ({"XDG_SESSION_TYPE": "wayland"}, HotkeysMissing.WAYLAND),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": NOWHERE}, HotkeysMissing.WAYLAND),
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


@pytest.mark.parametrize("reason", HotkeysMissing)
def test_every_reason_offers_the_command(reason: HotkeysMissing) -> None:
    assert "v2m toggle" in reason.value


@pytest.mark.parametrize("environment", [{}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_without_x11_no_keys_are_sent_and_the_focus_is_unknown(environment: dict[str, str]) -> None:
    keys = choose_key_injector(environment, "linux")
    assert isinstance(keys, NullKeyInjector)
    assert keys.modifiers_down() == frozenset()
    assert "on the clipboard" in keys.missing().message
    with pytest.raises(DeliveryError, match="on the clipboard"):
        keys.send(Chord.CTRL_V)
    focus = choose_focus_probe(environment, "linux")
    assert isinstance(focus, NullFocus)
    assert focus.focused() is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_use_pynput(platform: str) -> None:
    assert isinstance(choose_hotkeys({}, platform), PynputHotkeys)
    assert isinstance(choose_key_injector({}, platform), PynputKeyInjector)
    assert isinstance(choose_focus_probe({}, platform), NullFocus)


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({}, "win32"),
        ({"DISPLAY": ":0"}, "darwin"),
    ],
)
def test_outside_x11_nobody_tells_whether_the_user_typed(environment: dict[str, str], platform: str) -> None:
    touch = choose_touch_watch(environment, platform)
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
