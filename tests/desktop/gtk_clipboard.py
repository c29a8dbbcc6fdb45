"""A GTK program and the clipboard: /usr/bin/python3 tests/desktop/gtk_clipboard.py CLIPBOARD|PRIMARY VERB

`read` prints the text as a JSON line. `text` and `image` copy something, which GTK offers in many formats,
print "ready", and end when standard input ends.
"""

import json
import sys

import gi  # type: ignore[import-not-found]

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GdkPixbuf, GLib, Gtk  # type: ignore[import-not-found]  # noqa: E402


def main() -> None:
    clipboard = Gtk.Clipboard.get(Gdk.Atom.intern(sys.argv[1], False))
    if sys.argv[2] == "read":
        print(json.dumps(clipboard.wait_for_text()))
        return
    if sys.argv[2] == "text":
        clipboard.set_text("copied with GTK ñ €", -1)
    else:
        picture = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, True, 8, 64, 48)
        picture.fill(0x336699AA)
        clipboard.set_image(picture)
    GLib.io_add_watch(
        sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_HUP | GLib.IO_IN, lambda *_: Gtk.main_quit()
    )
    GLib.idle_add(lambda: print("ready", flush=True))
    Gtk.main()


if __name__ == "__main__":
    main()
