"""Which of our own text fields take dictated text: those that ask for it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

_PROPERTY = "takesDictation"


def welcome_dictation(field: QWidget) -> None:
    """Let `field` get dictated text like a field of another program."""
    field.setProperty(_PROPERTY, True)


def focus_welcomes_dictation() -> bool:
    """Whether the field of ours that has the focus asked for it."""
    field = QApplication.focusWidget()
    return field is not None and bool(field.property(_PROPERTY))
