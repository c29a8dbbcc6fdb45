"""The clipboard through Qt, where the system itself holds what was copied. X11 has its own."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import ClipboardRead, ClipboardSnapshot
from v2m_desktop.os_integration.privacy_markers import privacy_markers
from v2m_desktop.os_integration.reporting_mime_data import ReportingMimeData

SNAPSHOT_BYTES = 64 * 1024 * 1024
"""What is kept of somebody else's clipboard at most; beyond that it is not restored."""

SNAPSHOT_SECONDS = 1.0
"""Reading takes this long at most, and one format."""

IMAGE_ALIAS = "application/x-qt-image"
"""Qt's own name for a decoded image. Kept as PNG, and only where no real image format is offered."""

TOKEN_PREFIX = "application/x-v2m-token-"


class QtClipboard:
    """A Clipboard on QClipboard. GUI thread only."""

    def __init__(
        self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard, platform: str = sys.platform
    ) -> None:
        self._mode = mode
        self._platform = platform
        self._token = ""
        self._reads: list[ClipboardRead] = []
        self._looked: ClipboardSnapshot | None = None
        self._changed_since = False
        self.news: Callable[[], None] = lambda: None
        QGuiApplication.clipboard().changed.connect(self._on_changed)

    @classmethod
    def primary(cls) -> QtClipboard | None:
        """The selection of the middle mouse button; None where the system has none."""
        return cls(QClipboard.Mode.Selection) if QGuiApplication.clipboard().supportsSelection() else None

    def look(self) -> None:
        self._looked, self._changed_since = None, False

    def seen(self) -> ClipboardSnapshot | None:
        """At once."""
        if self._looked is None:
            self._looked = self._snapshot()
        return self._looked

    def _snapshot(self) -> ClipboardSnapshot:
        """Every format. Incomplete if that is too much or takes too long."""
        data = self._content() or QMimeData()
        formats: dict[str, bytes] = {}
        room, deadline = SNAPSHOT_BYTES, time.monotonic() + SNAPSHOT_SECONDS
        for name in _content_formats(data):
            content = _png_of(data) if name == IMAGE_ALIAS else bytes(data.data(name).data())
            room -= len(content)
            if room < 0 or time.monotonic() > deadline:
                return ClipboardSnapshot(formats, complete=False)
            formats[name] = content
        return ClipboardSnapshot(formats)

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:
        if over_seen and self._changed_since:
            self._token = ""
            return
        self._token = TOKEN_PREFIX + secrets.token_hex(8)
        self._reads = []
        markers: Mapping[str, bytes] = {self._token: b""}
        if private:
            markers = {**markers, **privacy_markers(self._platform)}
        content = ReportingMimeData(SensitiveText(text), markers, self._on_read)
        QGuiApplication.clipboard().setMimeData(content, self._mode)

    def owned(self) -> bool:
        data = self._content()
        return bool(self._token) and data is not None and data.hasFormat(self._token)

    def reads(self) -> Sequence[ClipboardRead]:
        return tuple(self._reads)

    def _on_read(self) -> None:
        self._reads.append(ClipboardRead(time.perf_counter_ns()))
        self.news()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode is self._mode:
            self._changed_since = True
            self.news()

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        """Offer the old content again, from now on out of our own memory."""
        if over_ours and not self.owned():
            return
        clipboard = QGuiApplication.clipboard()
        self._token = ""
        if not snapshot.formats:
            clipboard.clear(self._mode)
            return
        data = QMimeData()
        for name, content in snapshot.formats.items():
            if name == IMAGE_ALIAS:
                data.setImageData(QImage.fromData(content))
            else:
                data.setData(name, content)
        clipboard.setMimeData(data, self._mode)

    def close(self) -> None:
        """Nothing to do: Qt leaves its content with the system."""

    def _content(self) -> QMimeData | None:
        """None where there is none, which Qt's types do not say."""
        return QGuiApplication.clipboard().mimeData(self._mode)


def _content_formats(data: QMimeData) -> list[str]:
    names = [name for name in data.formats() if not name.startswith(TOKEN_PREFIX)]
    if any(name.startswith("image/") for name in names):
        names = [name for name in names if name != IMAGE_ALIAS]
    return names


def _png_of(data: QMimeData) -> bytes:
    image = data.imageData()
    if not isinstance(image, QImage):
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]  # 100 is no compression: it must not take long
    return bytes(buffer.data().data())
