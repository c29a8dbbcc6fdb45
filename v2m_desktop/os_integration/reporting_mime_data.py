"""Clipboard content that notes each time its text is taken."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QMetaType, QMimeData

from v2m_desktop.core.ports import ClipboardRead
from v2m_desktop.core.sensitive import SensitiveText

_TEXT_FORMATS = ("text/plain", "text/plain;charset=utf-8")


class ReportingMimeData(QMimeData):
    """Text and markers. Qt asks for the text once per real reader, and never on publishing (X11).

    It cannot tell the target from a clipboard history. `reads` outlives the object, which Qt deletes.
    """

    def __init__(self, text: SensitiveText, markers: Mapping[str, bytes], reads: list[ClipboardRead]) -> None:
        super().__init__()
        self._text = text
        self._markers = dict(markers)
        self._reads = reads

    def formats(self) -> list[str]:
        return [*_TEXT_FORMATS, *self._markers]

    def hasFormat(self, name: str) -> bool:
        return name in _TEXT_FORMATS or name in self._markers

    def retrieveData(self, name: str, kind: QMetaType | QMetaType.Type) -> object:  # noqa: ARG002
        if name in _TEXT_FORMATS:
            self._reads.append(ClipboardRead(time.perf_counter_ns()))
            return self._text.reveal()
        return QByteArray(self._markers[name]) if name in self._markers else None
