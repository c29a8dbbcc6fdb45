"""A clipboard history: python -m tests.desktop.clipboard_reader

Reads the text each time anybody copies, and prints it as a JSON line; first a line "ready". Ends when
standard input ends.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication


def main() -> int:
    application = QGuiApplication(sys.argv[:1])
    clipboard = QGuiApplication.clipboard()
    clipboard.dataChanged.connect(lambda: print(json.dumps(clipboard.text()), flush=True))
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
