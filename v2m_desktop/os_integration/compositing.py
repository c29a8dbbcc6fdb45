"""Does this desktop blend translucent windows? Without a compositor X11 paints their corners black."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication


def compositor_running() -> bool:
    """Only X11 can lack one: a compositor owns the selection _NET_WM_CM_S<screen> (EWMH).

    Asked anew each time, about 2 ms, because compositors start and end while we run. True where nobody
    can tell.
    """
    if not sys.platform.startswith("linux") or QGuiApplication.platformName() != "xcb":
        return True
    from Xlib import X, error
    from Xlib.display import Display

    try:
        display = Display(os.environ.get("DISPLAY"))
    except (error.DisplayError, OSError):
        return True
    try:
        atom = display.intern_atom(f"_NET_WM_CM_S{display.get_default_screen()}")
        return bool(display.get_selection_owner(atom) != X.NONE)
    finally:
        display.close()
