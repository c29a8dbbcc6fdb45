"""The form of field_target.py, made with GTK 3: /usr/bin/python3 tests/desktop/gtk_field_target.py

It runs with the system's Python, whose packages it needs, and alone.
"""

from __future__ import annotations

import json
import os
import sys

import gi  # type: ignore[import-not-found]

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # type: ignore[import-not-found]  # noqa: E402

CONTENT, CARET = "Dear all, hello", 5


def tell(**message: object) -> None:
    """One line to whoever started this."""
    print(json.dumps(message, ensure_ascii=False), flush=True)


def main() -> None:
    window = Gtk.Window(title="Form of another program")
    window.set_default_size(500, 300)
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
    text, password = Gtk.Entry(text=CONTENT), Gtk.Entry(visibility=False)
    fields = {"text": text, "password": password}
    for name, field in fields.items():
        box.add(field)
        field.connect("focus-in-event", lambda *_, name=name: tell(event="focus", field=name))
        field.connect(
            "changed", lambda field, name=name: tell(event="text", field=name, text=field.get_text())
        )

    def on_input(*_: object) -> bool:
        data = os.read(sys.stdin.fileno(), 4096).decode()
        if not data:
            Gtk.main_quit()
        for name in data.split():
            fields[name].grab_focus_without_selecting()
            text.set_position(CARET)
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_input)
    window.add(box)
    window.show_all()
    window.present()
    Gtk.main()


if __name__ == "__main__":
    main()
