"""Asks before recordings are deleted for good."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton

from v2m_desktop.ui.icons import application_icon
from v2m_desktop.ui.wording import APPLICATION, translate


class DiscardQuestion(QObject):
    """`answered` carries True for deleting. Enter, Escape and closing keep the recordings."""

    answered = Signal(bool)

    def __init__(self, count: int) -> None:
        super().__init__()
        self.box = box = QMessageBox()
        box.setWindowTitle(APPLICATION)
        box.setWindowIcon(application_icon())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            translate("Discard", "Delete the kept recordings for good? ({count})").format(count=count)
        )
        box.setInformativeText(
            translate("Discard", "Their words were not delivered. Nothing can bring them back.")
        )
        self.discard: QPushButton = box.addButton(
            translate("Discard", "&Delete"), QMessageBox.ButtonRole.DestructiveRole
        )
        self.keep: QPushButton = box.addButton(
            translate("Discard", "&Keep them"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(self.keep)
        box.setEscapeButton(self.keep)
        box.finished.connect(self._on_finished)

    def ask(self) -> None:
        """Show the question and return at once."""
        self.box.open()

    def close(self) -> None:
        """Take the question back; the answer is no."""
        self.box.reject()

    @Slot()
    def _on_finished(self) -> None:
        agreed = self.box.clickedButton() is self.discard
        self.box.deleteLater()
        self.answered.emit(agreed)
