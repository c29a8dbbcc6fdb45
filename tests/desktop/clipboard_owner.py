"""Another program that copies: python -m tests.desktop.clipboard_owner [--primary]

For each JSON line {FORMAT: BASE64} on standard input it owns the clipboard (or PRIMARY) with that and prints
"ready"; ends when standard input ends.
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

    def copy_or_end() -> None:
        line = sys.stdin.readline()  # whoever writes one waits for the answer, so nothing stays in the buffer
        if not line:
            application.quit()
            return
        data = QMimeData()
        for name, content in json.loads(line).items():
            data.setData(name, base64.b64decode(content))
        QGuiApplication.clipboard().setMimeData(data, mode)
        print("ready", flush=True)

    orders = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    orders.activated.connect(copy_or_end)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
