"""A form of another program, made with Qt: python -m tests.desktop.field_target

It holds a field for text and one for a password. Prints JSON lines: {"event": "focus", "field": NAME} for a
field that gets the focus, and {"event": "text", "field": NAME, "text": ALL OF IT} whenever one changes. Reads
the name of a field from standard input, to put the focus there; ends when that ends. Knows nothing of the
product. gtk_field_target.py is the same with GTK.
"""

from __future__ import annotations

import json
import os
import sys

from PySide6.QtCore import QSocketNotifier, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

CONTENT, CARET = "Dear all, hello", 5


class Form(QWidget):
    """The window."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Form of another program")
        self.resize(500, 300)
        self.text, self.password = QPlainTextEdit(CONTENT), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        cursor = self.text.textCursor()
        cursor.setPosition(CARET, QTextCursor.MoveMode.MoveAnchor)
        self.text.setTextCursor(cursor)
        self.fields: dict[str, QWidget] = {"text": self.text, "password": self.password}
        layout = QVBoxLayout(self)
        for field in self.fields.values():
            layout.addWidget(field)
        self.text.textChanged.connect(self._on_text)
        self.password.textChanged.connect(self._on_password)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)

    @Slot()
    def _on_text(self) -> None:
        tell(event="text", field="text", text=self.text.toPlainText())

    @Slot()
    def _on_password(self) -> None:
        tell(event="text", field="password", text=self.password.text())

    @Slot()
    def _on_input(self) -> None:
        data = os.read(sys.stdin.fileno(), 4096).decode()
        if not data:
            QApplication.quit()
        for name in data.split():
            self.fields[name].setFocus()

    @Slot("QWidget*", "QWidget*")
    def on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for name, field in self.fields.items():
            if field is new:
                tell(event="focus", field=name)


def tell(**message: object) -> None:
    """One line to whoever started this."""
    print(json.dumps(message, ensure_ascii=False), flush=True)


def main() -> int:
    application = QApplication(sys.argv[:1])
    form = Form()
    application.focusChanged.connect(form.on_focus)
    form.show()
    form.activateWindow()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
