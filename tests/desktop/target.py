"""A text window of another program: python -m tests.desktop.target

Run as `python -m tests.desktop.target [--title T] [--busy SECONDS] [--ignore-chord]`; it prints one JSON
{"event": "key", "key": NAME} for each key it sees. Reads "clear" from standard input; ends when that ends.
Knows nothing of the product.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class Target(QPlainTextEdit):
    """The window. Tells what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Text window of another program")
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
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tell(event="key", key=Qt.Key(event.key()).name.removeprefix("Key_"))
        elif event.type() == QEvent.Type.WindowActivate:
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
    application = QApplication(sys.argv)
    window = Target()
    window.show()
    window.activateWindow()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
