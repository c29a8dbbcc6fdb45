"""Shows the model window and does what people ask for in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.app.errands import Errands
from v2m_desktop.app.model_downloads import ModelDownloads
from v2m_desktop.app.model_rows import ModelFacts, Situation, models_view
from v2m_desktop.app.speed_watch import SpeedWatch
from v2m_desktop.core.errors import ModelError, V2mError
from v2m_desktop.models.catalog import DOWNLOADABLE
from v2m_desktop.models.fit import MachineSize
from v2m_desktop.models.registry import InstalledModel, list_models
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.models.window import ModelWindow


class Models(QObject):
    """The one model window. Lives in the GUI thread; the disk and the machine are asked on others.

    `machine` may take its time, `current` gives the name of the model in use, and `choose` is called in the
    GUI thread with the name of the model that is wanted.
    """

    looked = Signal()
    """The answer of the disk is in."""

    def __init__(
        self,
        downloads: ModelDownloads,
        folder: Path,
        machine: Callable[[], MachineSize],
        current: Callable[[], str],
        choose: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._downloads, self._folder = downloads, folder
        self._machine, self._current, self._choose = machine, current, choose
        self._errands = Errands(self)
        self._speed: SpeedWatch | None = None
        self._facts = ModelFacts()
        self._looks = 0
        self._errors: dict[str, str] = {}
        self._notice = self._wanted = ""
        self._first_start = self._offering = self._stale = False
        self.window: ModelWindow | None = None
        downloads.changed.connect(self._on_changed)
        downloads.installed.connect(self._on_done)
        downloads.removed.connect(self._on_done)
        downloads.stopped.connect(self._on_done)
        downloads.failed.connect(self._on_failed)

    def follow(self, speed: SpeedWatch) -> None:
        """Call it first: recommend by what was measured, and have it measured when the window opens."""
        self._speed = speed
        speed.changed.connect(self._draw)

    @Slot()
    def open(self, first_start: bool = False) -> None:
        """Show the window, or bring it to the front."""
        self._first_start, self._notice = first_start, ""
        window = self._made_window()
        if self._speed is not None:
            self._speed.want()
        self.refresh()
        window.show()
        window.raise_()
        window.activateWindow()

    def offer(self, name: str) -> None:
        """Show the window at the model `name`, which was chosen and is not here."""
        self._wanted = name
        self.open()

    def offer_if_only_demo(self) -> None:
        """Open the window as on a first start, unless there is a model that understands people."""
        self._offering = True
        self.refresh()

    def tell(self, name: str, error: V2mError) -> None:
        """Show under the model why it could not be used."""
        self._errors[name] = error_sentence(error)
        self._draw()

    @Slot()
    def refresh(self) -> None:
        """Look at disk and machine again, in the background. Call it when another model is in use."""
        self._draw()
        self._look()

    def _look(self) -> None:
        work = partial(read_facts, self._folder, self._machine, self._downloads)
        self._looks += 1
        self._errands.run("model facts", work, partial(self._on_facts, self._looks))

    def close(self) -> None:
        """The app ends. Closes the downloads, too."""
        self._downloads.close()
        self._errands.close()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _made_window(self) -> ModelWindow:
        if self.window is None:
            self.window = window = ModelWindow()
            window.download_requested.connect(self._pull)
            window.cancel_requested.connect(self._downloads.cancel)
            window.use_requested.connect(self._use)
            window.remove_requested.connect(self._remove)
            window.import_requested.connect(self._import)
            if self._speed is not None:
                window.measure_requested.connect(self._speed.measure)
                window.skip_requested.connect(self._speed.skip)
        return self.window

    @Slot()
    def _draw(self) -> None:
        if self.window is None:
            return
        speed = self._speed
        now = Situation(
            self._current(),
            self._downloads.jobs,
            dict(self._errors),
            self._first_start,
            self._notice or _trouble_of(speed),
            speed=speed.speed if speed is not None else None,
            measuring=speed is not None and speed.pending,
        )
        self.window.show_view(models_view(self._facts, now))

    @Slot()
    def _on_changed(self) -> None:
        if not self._stale:
            self._draw()

    def _on_facts(self, look: int, facts: ModelFacts | V2mError) -> None:
        if look != self._looks or isinstance(facts, V2mError):
            return  # it looked before the last change; a later look is on its way
        self._stale = False
        self._facts = facts
        offering, self._offering = self._offering, False
        if offering and facts.only_demo and not self._downloads.jobs:
            self.open(first_start=True)
        else:
            self._draw()
        if self.window is not None and self._wanted:
            self.window.reveal(self._wanted)
            self._wanted = ""
        self.looked.emit()

    @Slot(str)
    def _on_done(self, name: str) -> None:
        self._errors.pop(name, None)
        self._stale = True  # the job is gone; until the disk was looked at, the row would offer it again
        self._look()

    @Slot(str, object)
    def _on_failed(self, name: str, error: V2mError) -> None:
        """A model has a row that shows it; a folder that is no model has none."""
        names = {model.name for model in DOWNLOADABLE} | {model.name for model in self._facts.installed}
        if name in names:
            self._errors[name] = error_sentence(error)
        else:
            self._notice = error_sentence(error)
        self.refresh()

    @Slot(str)
    def _pull(self, name: str) -> None:
        self._errors.pop(name, None)
        self._downloads.pull(name)

    @Slot(str)
    def _use(self, name: str) -> None:
        self._errors.pop(name, None)
        self._choose(name)
        self._draw()

    @Slot(str)
    def _remove(self, name: str) -> None:
        if name == self._current():
            self.tell(name, ModelError("The model {name} is in use. Choose another one first.", name=name))
            return
        self._errors.pop(name, None)
        self._downloads.remove(name)

    @Slot(str)
    def _import(self, folder: str) -> None:
        self._notice = ""
        self._downloads.import_folder(folder)


def _trouble_of(speed: SpeedWatch | None) -> str:
    return error_sentence(speed.trouble) if speed is not None and speed.trouble is not None else ""


def read_facts(folder: Path, machine: Callable[[], MachineSize], downloads: ModelDownloads) -> ModelFacts:
    """What is on the disk, and how large the machine is. Blocks."""
    installed = list_models(folder)
    kept = {model.name: downloads.partial(model.name) for model in DOWNLOADABLE}
    return ModelFacts(
        installed,
        {model.name: _size(model) for model in installed},
        {name: size for name, size in kept.items() if size},
        machine(),
    )


def _size(model: InstalledModel) -> int:
    """Bytes on the disk; 0 of a model that is just being removed."""
    try:
        return sum(path.stat().st_size for path in model.folder.iterdir() if path.is_file())
    except OSError:
        return 0
