"""The models of this user: their window, what is done with a new one, and the offer at the first start."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot

from v2m_desktop.app.measured_speed import SPEED, machine_size
from v2m_desktop.app.model_downloads import ModelDownloads
from v2m_desktop.app.model_store import make_model_store
from v2m_desktop.app.model_window import Models
from v2m_desktop.app.speed_watch import SpeedWatch
from v2m_desktop.core.errors import StorageError, V2mError
from v2m_desktop.core.session import ModelState
from v2m_desktop.models.catalog import DOWNLOADABLE, EMBEDDED
from v2m_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

log = logging.getLogger(__name__)

OFFERED = "models-offered"
"""A file in the data folder that says that people were offered a model once."""

CALM_MS = 500
"""The models folder is looked at when nothing changed in it for this long."""


class OwnModels(QObject):
    """GUI thread. The window is made when it is first needed."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._missed = ""
        """The model that was chosen last, if it was not here."""
        self.downloads = ModelDownloads(make_model_store(runtime.paths), self)
        self.window = Models(
            self.downloads,
            runtime.paths.models,
            machine_size,
            self._current,
            runtime.choices.choose_model,
            self,
        )
        self.speed = SpeedWatch(runtime.paths.data / SPEED, self._busy, parent=self)
        self.window.follow(self.speed)
        # Models also come and go by the command line and by hand.
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._stir)
        self._calm = QTimer(self, interval=CALM_MS, singleShot=True)
        self._calm.timeout.connect(runtime.choices.list_models)
        self._calm.timeout.connect(self.refresh)
        if runtime.paths.models.is_dir():
            self._watcher.addPath(str(runtime.paths.models))
        self.downloads.installed.connect(self._on_installed)
        self.downloads.failed.connect(self._on_failed)
        self.downloads.removed.connect(runtime.choices.list_models)

    @Slot()
    def open(self) -> None:
        self.window.open()

    def offer(self, name: str) -> bool:
        """Lead to the download of a model that was chosen and is not here; False if there is none."""
        known = any(model.name == name for model in DOWNLOADABLE)
        if known:
            self._missed = name
            self.window.offer(name)
        return known

    def tell(self, name: str, error: V2mError) -> None:
        """Why a model could not be used."""
        self.window.tell(name, error)

    def chosen(self) -> None:
        """Another model was chosen: one that was missed before is not wanted any more."""
        self._missed = ""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Another model is in use, or none."""
        self.speed.look()
        if self.window.window is not None:
            self.window.refresh()

    def welcome(self) -> None:
        """At the very first start: the model that ships understands nobody, so others are offered, once."""
        mark = self._runtime.paths.data / OFFERED
        if mark.exists():
            return
        try:
            write_atomically(mark, "", durable=False)
        except StorageError:
            return  # the disk has its own notice; better no offer than one at every start
        self.window.offer_if_only_demo()

    def close(self) -> None:
        self._calm.stop()
        self.speed.close()
        self.window.close()

    def _current(self) -> str:
        """The model in use: "" while the one of the settings could not be loaded."""
        failed = self._runtime.presenter.facts.model_state is ModelState.FAILED
        return "" if failed else self._runtime.settings.recognition.model

    def _busy(self) -> bool:
        """Whether words or a model are waited for."""
        loading = self._runtime.presenter.facts.model_state is ModelState.LOADING
        return loading or self._runtime.controller.needs_model()

    @Slot()
    def _stir(self) -> None:
        self._calm.start()

    @Slot(str)
    def _on_installed(self, name: str) -> None:
        """Whoever chose it before it was here, or has none that understands people, wants it."""
        choices, wanted = self._runtime.choices, self._runtime.settings.recognition.model
        if name in (wanted, self._missed) or wanted in {entry.name for entry in EMBEDDED}:
            choices.choose_model(name)
        else:
            choices.list_models()

    @Slot(str, object)
    def _on_failed(self, _name: str, error: V2mError) -> None:
        """Whoever looks at the window reads it there; a download goes on when the window is closed."""
        window = self.window.window
        if window is not None and window.isVisible():
            log.warning("%s", error.message)
        else:
            self._runtime.notices.tell(error)
