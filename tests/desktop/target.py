"""A text window of another program: python -m tests.desktop.target

Options: --title T, --busy SECONDS (hangs for that long before it pastes), --ignore-chord (never pastes).
Prints JSON lines: {"event": "ready", "window": ID}, {"event": "text", "text": ALL OF IT} whenever it changes,
{"event": "key", "key": NAME, "pressed": BOOL} for each key it sees. Reads "clear" from standard input; ends
when that ends. Knows nothing of the product.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class Target(QPlainTextEdit):
    """The window. Tells what it holds."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__()
        self._options = options
        self.setWindowTitle(options.title)
        self.resize(760, 420)
        font = self.font()
        font.setPointSize(16)
        self.setFont(font)
        self.textChanged.connect(self._on_text)
        self.installEventFilter(self)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Report keys and let them through."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = kind == QEvent.Type.KeyPress
            tell(event="key", key=Qt.Key(event.key()).name.removeprefix("Key_"), pressed=pressed)
            if pressed and event.matches(QKeySequence.StandardKey.Paste):
                if self._options.ignore_chord:
                    return True
                threading.Event().wait(self._options.busy)  # a program that hangs before it reads
        elif kind == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self._on_active)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_active(self) -> None:
        tell(event="ready", window=int(self.winId()))

    @Slot()
    def _on_text(self) -> None:
        tell(event="text", text=self.toPlainText())

    @Slot()
    def _on_input(self) -> None:
        data = os.read(sys.stdin.fileno(), 4096)
        if not data:
            QApplication.quit()
        elif data.strip() == b"clear":
            self.clear()


def tell(**message: object) -> None:
    """One line to whoever started this."""
    print(json.dumps(message, ensure_ascii=False), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--title", default="Text window of another program")
    parser.add_argument("--busy", type=float, default=0.0)
    parser.add_argument("--ignore-chord", action="store_true")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    window = Target(options)
    window.show()
    window.activateWindow()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
