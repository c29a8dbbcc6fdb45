"""The models of this user: their window, what is done with a new one, and the offer at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from v2m_desktop.app.model_downloads import ModelDownloads
from v2m_desktop.app.model_store import make_model_store
from v2m_desktop.app.model_window import Models
from v2m_desktop.core.errors import StorageError, V2mError
from v2m_desktop.diagnostics.machine_figures import physical_cores
from v2m_desktop.diagnostics.system_monitor import SystemMonitor
from v2m_desktop.models.catalog import DOWNLOADABLE, EMBEDDED
from v2m_desktop.models.fit import MachineSize
from v2m_desktop.storage.atomic_file import write_atomically

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

OFFERED = "models-offered"
"""A file in the data folder that says that people were offered a model once."""


class OwnModels(QObject):
    """GUI thread. The window is made when it is first needed."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self.downloads = ModelDownloads(make_model_store(runtime.paths), self)
        self.window = Models(
            self.downloads,
            runtime.paths.models,
            machine_size,
            self._current,
            runtime.choices.choose_model,
            self,
        )
        self.downloads.installed.connect(self._on_installed)
        self.downloads.removed.connect(runtime.choices.list_models)

    @Slot()
    def open(self) -> None:
        self.window.open()

    def offer(self, name: str) -> bool:
        """Lead to the download of a model that was chosen and is not here; False if there is none."""
        known = any(model.name == name for model in DOWNLOADABLE)
        if known:
            self.window.offer(name)
        return known

    def tell(self, name: str, error: V2mError) -> None:
        """Why a model could not be used."""
        self.window.tell(name, error)

    def refresh(self) -> None:
        """Another model is in use."""
        if self.window.window is not None:
            self.window.refresh()

    def welcome(self) -> None:
        """At the very first start: the model that ships understands nobody, so others are offered, once."""
        mark = self._runtime.paths.data / OFFERED
        if mark.exists():
            return
        try:
            write_atomically(mark, "")
        except StorageError:
            return  # the disk has its own notice; better no offer than one at every start
        self.window.offer_if_only_demo()

    def close(self) -> None:
        self.window.close()

    def _current(self) -> str:
        return self._runtime.settings.recognition.model

    @Slot(str)
    def _on_installed(self, name: str) -> None:
        """Whoever had none that understands people wants this one; others choose."""
        if self._current() in {entry.name for entry in EMBEDDED}:
            self._runtime.choices.choose_model(name)
        else:
            self._runtime.choices.list_models()


def machine_size() -> MachineSize:
    """May take a moment: the graphics driver is asked."""
    monitor = SystemMonitor()
    try:
        return MachineSize.of(monitor.sample(), physical_cores())
    finally:
        monitor.close()
