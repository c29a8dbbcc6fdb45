"""Clipboard content that notes each time its text is taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QMetaType, QMimeData

from v2m_desktop.core.sensitive import SensitiveText

_TEXT_FORMATS = ("text/plain", "text/plain;charset=utf-8")


class ReportingMimeData(QMimeData):
    """Text and markers. Qt asks for the text once per real reader, and not on publishing.

    It cannot tell the target from a clipboard history. `on_read` is called for each; it must only post.
    """

    def __init__(
        self, text: SensitiveText, markers: Mapping[str, bytes], on_read: Callable[[], None]
    ) -> None:
        super().__init__()
        self._text = text
        self._markers = dict(markers)
        self._on_read = on_read

    def formats(self) -> list[str]:
        return [*_TEXT_FORMATS, *self._markers]

    def hasFormat(self, name: str) -> bool:
        return name in _TEXT_FORMATS or name in self._markers

    def retrieveData(self, name: str, kind: QMetaType | QMetaType.Type) -> object:  # noqa: ARG002
        if name in _TEXT_FORMATS:
            self._on_read()
            return self._text.reveal()
        return QByteArray(self._markers[name]) if name in self._markers else None
