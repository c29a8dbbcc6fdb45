"""Notices that somebody edited the settings file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

DEBOUNCE_MS = 250
"""Editors write in several steps: empty, fill, rename. The file is read once it was quiet for this long."""


class SettingsWatch(QObject):
    """`edited` says that the file holds something else than before. Survives editors that replace the file.

    The folder is watched too: a replaced or new file is an event of its folder, and the watch on a file ends
    with that file.
    """

    edited = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._seen = self._content()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._calm = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._calm.timeout.connect(self._compare)

    def start(self) -> None:
        """Watch from now on; what was written since the settings were loaded counts as edited."""
        self._watch()
        self._calm.start()

    def note(self) -> None:
        """The app wrote the file itself."""
        self._seen = self._content()

    @Slot()
    def _stir(self) -> None:
        self._watch()
        self._calm.start()

    def _watch(self) -> None:
        wanted = (self._path, self._path.parent)
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in wanted:
            if str(path) not in watched and path.exists():
                self._watcher.addPath(str(path))

    @Slot()
    def _compare(self) -> None:
        content = self._content()
        if content is not None and content != self._seen:
            self._seen = content
            self.edited.emit()

    def _content(self) -> bytes | None:
        """None while there is no file, as in the middle of a replacement: what held before holds on."""
        try:
            return self._path.read_bytes()
        except OSError:
            return None
