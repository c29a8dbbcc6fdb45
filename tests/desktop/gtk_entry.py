"""A text field of a GTK program: /usr/bin/python3 gtk_entry.py TITLE

Prints a JSON line with all of its text whenever that changes, ends when standard input ends. Knows nothing of
the product.
"""

from __future__ import annotations

import importlib
import json
import sys

gi = importlib.import_module("gi")
gi.require_version("Gtk", "3.0")
Gtk, GLib = (importlib.import_module(f"gi.repository.{name}") for name in ("Gtk", "GLib"))


def main() -> None:
    window = Gtk.Window(title=sys.argv[1])
    window.set_default_size(700, 80)
    entry = Gtk.Entry()
    entry.connect("changed", lambda _: print(json.dumps(entry.get_text()), flush=True))
    window.add(entry)
    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_HUP, Gtk.main_quit)
    window.show_all()
    Gtk.main()


if __name__ == "__main__":
    main()
