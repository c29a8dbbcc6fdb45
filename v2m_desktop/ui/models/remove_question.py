"""Asks before a model, or what arrived of one, is deleted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from v2m_desktop.ui.icons import application_icon
from v2m_desktop.ui.models.view import ModelRow, RowState
from v2m_desktop.ui.models.wording import amount
from v2m_desktop.ui.wording import APPLICATION, translate


class RemoveQuestion(QObject):
    """`agreed` carries the model's name, after a yes only. Enter, Escape and closing keep it."""

    agreed = Signal(str)

    def __init__(self, row: ModelRow, window: QWidget) -> None:
        super().__init__(window)
        self._name = row.name
        self.box = box = QMessageBox(window)
        box.setWindowTitle(APPLICATION)
        box.setWindowIcon(application_icon())
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        if row.state is RowState.PARTIAL:
            text, size = translate("Models", "Discard what arrived of {model}?"), row.kept
        else:
            text, size = translate("Models", "Remove the model {model}?"), row.size
        box.setText(text.format(model=row.title))
        box.setInformativeText(
            translate(
                "Models", "This frees {size}. To have it again, it has to be brought here again."
            ).format(size=amount(size))
        )
        self.remove: QPushButton = box.addButton(
            translate("Models", "&Remove"), QMessageBox.ButtonRole.DestructiveRole
        )
        self.keep: QPushButton = box.addButton(
            translate("Models", "&Keep it"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(self.keep)
        box.setEscapeButton(self.keep)
        box.finished.connect(self._on_finished)

    def ask(self) -> None:
        """Show the question and return at once."""
        self.box.open()

    @Slot()
    def _on_finished(self) -> None:
        if self.box.clickedButton() is self.remove:
            self.agreed.emit(self._name)
        self.box.deleteLater()
        self.deleteLater()
