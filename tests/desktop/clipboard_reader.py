"""A clipboard history: python -m tests.desktop.clipboard_reader [--polite]

Reads the text each time anybody copies, and prints it as a JSON line; first a line "ready". With --polite it
leaves out what is marked as a secret, as KDE's does. Ends when standard input ends.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication


def main() -> int:
    application = QGuiApplication(sys.argv[:1])
    clipboard = QGuiApplication.clipboard()

    def note() -> None:
        secret = bytes(clipboard.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
        if clipboard.text() and not (secret and "--polite" in sys.argv):
            print(json.dumps(clipboard.text()), flush=True)

    clipboard.dataChanged.connect(note)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
