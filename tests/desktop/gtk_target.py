"""A GTK 3 text window of another program: /usr/bin/python3 tests/desktop/gtk_target.py [--title T]

Output and orders as of tests.desktop.target, without the keys. Runs with Debian's Python, which has GTK.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("GdkX11", "3.0")

from gi.repository import Gdk, GdkX11, GLib, Gtk  # type: ignore[import-not-found]  # noqa: E402, F401


class Target:
    """The window. Tells what it holds."""

    def __init__(self, title: str) -> None:
        self._busy, self._mode = 0.0, "paste"
        self._window = Gtk.Window(title=title)
        self._window.set_default_size(500, 300)
        Gtk.Settings.get_default().set_property("gtk-entry-select-on-focus", False)  # or a text replaces it
        self._lines, self._secret = Gtk.TextView(), Gtk.Entry(visibility=False)
        self._stack = Gtk.Stack()
        for name, field in (("lines", self._lines), ("secret", self._secret)):
            self._stack.add_named(field, name)
            field.connect("key-press-event", self._on_key)
        self._lines.get_buffer().connect("changed", self._on_text)
        self._secret.connect("changed", self._on_text)
        self._window.add(self._stack)
        self._window.connect("focus-in-event", self._on_focus)
        self._orders = b""
        GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, self._on_input)
        self._window.show_all()
        self._window.present()

    def _on_key(self, _field: Any, event: Any) -> bool:
        control = bool(event.state & Gdk.ModifierType.CONTROL_MASK)
        if not (control and event.keyval in (Gdk.KEY_v, Gdk.KEY_V)):
            return False
        if self._mode == "ignore":
            return True
        # A program that hangs, or works before it looks at the clipboard.
        threading.Event().wait(None if self._mode == "hang" else self._busy)
        if self._mode == "quit":
            os._exit(0)
        tell(event="paste")
        return False

    def _on_focus(self, _window: Any, _event: Any) -> bool:
        tell(event="ready", window=self._window.get_window().get_xid())
        return False

    def _on_text(self, *_field: Any) -> None:
        if self._stack.get_visible_child() is self._secret:
            tell(event="text", text=self._secret.get_text())
            return
        buffer = self._lines.get_buffer()
        tell(event="text", text=buffer.get_text(buffer.get_start_iter(), buffer.get_end_iter(), True))

    def _on_input(self, _source: int, _condition: Any) -> bool:
        data = os.read(sys.stdin.fileno(), 4096)
        if not data:
            Gtk.main_quit()
            return False
        *orders, self._orders = (self._orders + data).split(b"\n")
        for order in orders:
            self._obey(*order.decode().split())
            tell(event="obeyed")
        return True

    def _obey(self, order: str, value: str = "") -> None:
        match order:
            case "clear":
                self._lines.get_buffer().set_text("")
                self._secret.set_text("")
            case "busy":
                self._busy = float(value)
            case "mode":
                self._mode = value
            case "password":
                field = self._secret if value == "on" else self._lines
                self._stack.set_visible_child(field)
                field.grab_focus()
                self._on_text()


def tell(**message: object) -> None:
    """One line to whoever started this."""
    print(json.dumps(message | {"at": time.perf_counter()}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    Target(sys.argv[2] if len(sys.argv) > 2 else "GTK text window")
    Gtk.main()
