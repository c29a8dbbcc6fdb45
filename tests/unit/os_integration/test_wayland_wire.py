"""The Wayland client against a scripted compositor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.wayland_server import wayland_server
from v2m_desktop.core.errors import DisplayError
from v2m_desktop.os_integration.wayland_clipboard_choice import (
    choose_wayland_clipboard,
    choose_wayland_primary,
)
from v2m_desktop.os_integration.wayland_data_control import DataControl
from v2m_desktop.os_integration.wayland_wire import WaylandConnection, compositor_interfaces, encoded
from v2m_desktop.os_integration.wl_copy import WlToolsClipboard

GNOME = ["wl_compositor", "wl_seat", "xdg_wm_base", "zwp_text_input_manager_v3"]


def test_a_request_on_the_wire() -> None:
    """By the wire format of the specification, bind of a seat."""
    assert encoded(2, 0, [5, "wl_seat", 1, 3]) == bytes.fromhex(
        "02000000000020000500000008000000776c5f73656174000100000003000000"
    )
    assert encoded(9, 1, ["abcd"])[8:] == b"\5\0\0\0abcd\0\0\0\0"


def test_the_globals_are_known(tmp_path: Path) -> None:
    with wayland_server(tmp_path, GNOME) as environment:
        assert compositor_interfaces(environment) == frozenset(GNOME)
        full = {"WAYLAND_DISPLAY": str(tmp_path / environment["WAYLAND_DISPLAY"])}
        assert compositor_interfaces(full) == frozenset(GNOME)


def test_a_compositor_without_data_control_says_so(tmp_path: Path) -> None:
    with wayland_server(tmp_path, GNOME) as environment:
        with pytest.raises(DisplayError, match="no data control"):
            DataControl(environment)
        assert choose_wayland_clipboard(environment) is None
        assert choose_wayland_primary(environment) is None


def test_without_data_control_xwayland_comes_before_wl_copy(tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("wl-copy", "wl-paste"):
        (programs / name).touch(0o755)
    with wayland_server(tmp_path, GNOME) as environment:
        environment["PATH"] = str(programs)
        assert choose_wayland_clipboard({**environment, "DISPLAY": "/nonexistent:77"}) is None
        chosen = choose_wayland_clipboard(environment)
        assert isinstance(chosen, WlToolsClipboard)
        chosen.close()


def test_a_refusal_of_the_compositor_is_an_error(tmp_path: Path) -> None:
    offered = [*GNOME, "ext_data_control_manager_v1"]
    with wayland_server(tmp_path, offered) as environment, pytest.raises(DisplayError, match="what is that"):
        DataControl(environment)


def test_a_compositor_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    with (
        wayland_server(tmp_path, GNOME, silent=True) as environment,
        pytest.raises(DisplayError, match="does not answer"),
    ):
        WaylandConnection(environment)


@pytest.mark.parametrize("environment", [{}, {"XDG_RUNTIME_DIR": "/nonexistent", "WAYLAND_DISPLAY": "w"}])
def test_no_compositor_is_an_error(environment: dict[str, str]) -> None:
    with pytest.raises(DisplayError, match="Wayland"):
        WaylandConnection(environment)
    assert choose_wayland_clipboard(environment) is None
