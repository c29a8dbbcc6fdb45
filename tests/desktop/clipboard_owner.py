"""Another program that copied something: python -m tests.desktop.clipboard_owner [--primary]

Reads one JSON line {FORMAT: BASE64} from standard input, owns the clipboard (or PRIMARY) with it, prints
"ready", and ends when standard input ends.
"""

from __future__ import annotations

import base64
import json
import sys

from PySide6.QtCore import QMimeData, QSocketNotifier
from PySide6.QtGui import QClipboard, QGuiApplication


def main() -> int:
    application = QGuiApplication(sys.argv[:1])
    mode = QClipboard.Mode.Selection if "--primary" in sys.argv else QClipboard.Mode.Clipboard
    data = QMimeData()
    for name, content in json.loads(sys.stdin.readline()).items():
        data.setData(name, base64.b64decode(content))
    QGuiApplication.clipboard().setMimeData(data, mode)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
