"""A text window of another program: python -m tests.desktop.target

Options: --title T, --busy SECONDS (hangs for that long before it pastes), --password (one line that hides
what is typed), and one of --ignore-chord (never pastes), --hang (from the chord on it answers nobody, for
ever), --quit (ends at the chord, before it reads).
Prints JSON lines: {"event": "ready", "window": ID}, {"event": "text", "text": ALL OF IT} whenever it changes,
{"event": "key", "key": NAME, "pressed": BOOL} for each key it sees, {"event": "paste"} as it turns to the
clipboard; each with "at", a perf_counter second. Obeys lines on standard input and prints {"event": "obeyed"}
after each: "clear", "busy SECONDS", "mode paste|ignore|hang|quit", "password on|off"; ends when that ends.
Knows nothing of the product.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
import time

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget


class Target(QStackedWidget):
    """The window. Tells what it holds."""

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__()
        self._busy, self._mode = options.busy, options.mode
        self.setWindowTitle(options.title)
        self.resize(760, 420)
        font = self.font()
        font.setPointSize(16)
        self.setFont(font)
        self._lines = QPlainTextEdit()
        self._lines.textChanged.connect(self._on_text)
        self._secret = QLineEdit(echoMode=QLineEdit.EchoMode.Password, maxLength=10_000_000)
        self._secret.textChanged.connect(self._on_text)
        for field in (self._lines, self._secret):
            self.addWidget(field)
            field.installEventFilter(self)
        self.installEventFilter(self)
        self._show_password(options.password)
        self._orders = b""
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Report keys and let them through."""
        kind = event.type()
        if watched is self:
            if kind == QEvent.Type.WindowActivate:
                QTimer.singleShot(0, self._on_active)
        elif isinstance(event, QKeyEvent) and kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = kind == QEvent.Type.KeyPress
            tell(event="key", key=Qt.Key(event.key()).name.removeprefix("Key_"), pressed=pressed)
            if pressed and event.matches(QKeySequence.StandardKey.Paste):
                return self._on_chord()
        return super().eventFilter(watched, event)

    def paste(self) -> bool:
        """Paste; True if that is done, False to leave it to the field."""
        return False

    def insert(self, text: str) -> None:
        """Put it where the caret is."""
        if self.currentWidget() is self._secret:
            self._secret.insert(text)
        else:
            self._lines.insertPlainText(text)

    def _on_chord(self) -> bool:
        """True if the chord ends here."""
        if self._mode == "ignore":
            return True
        threading.Event().wait(None if self._mode == "hang" else self._busy)  # busy before it reads
        if self._mode == "quit":
            os._exit(0)
        tell(event="paste")
        return self.paste()

    def _show_password(self, wanted: bool) -> None:
        field = self._secret if wanted else self._lines
        self.setCurrentWidget(field)
        self.setFocusProxy(field)
        field.setFocus()

    @Slot()
    def _on_active(self) -> None:
        tell(event="ready", window=int(self.winId()))

    @Slot()
    def _on_text(self) -> None:
        secret = self.currentWidget() is self._secret
        tell(event="text", text=self._secret.text() if secret else self._lines.toPlainText())

    @Slot()
    def _on_input(self) -> None:
        data = os.read(sys.stdin.fileno(), 4096)
        if not data:
            QApplication.quit()
            return
        *orders, self._orders = (self._orders + data).split(b"\n")
        for order in orders:
            self._obey(*order.decode().split())
            tell(event="obeyed")

    def _obey(self, order: str, value: str = "") -> None:
        match order:
            case "clear":
                self._lines.clear()
                self._secret.clear()
            case "busy":
                self._busy = float(value)
            case "mode":
                self._mode = value
            case "password":
                self._show_password(value == "on")
                self._on_text()


def tell(**message: object) -> None:
    """One line to whoever started this."""
    print(json.dumps(message | {"at": time.perf_counter()}, ensure_ascii=False), flush=True)


def options() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--title", default="Text window of another program")
    parser.add_argument("--busy", type=float, default=0.0)
    parser.add_argument("--password", action="store_true")
    parser.add_argument("--ignore-chord", dest="mode", action="store_const", const="ignore", default="paste")
    parser.add_argument("--hang", dest="mode", action="store_const", const="hang")
    parser.add_argument("--quit", dest="mode", action="store_const", const="quit")
    return parser.parse_args()


def run(window_class: type[Target]) -> int:
    """Show the window until standard input ends."""
    application = QApplication(sys.argv[:1])
    window = window_class(options())
    window.show()
    window.activateWindow()
    return application.exec()


if __name__ == "__main__":
    sys.exit(run(Target))
