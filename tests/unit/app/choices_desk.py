"""As much of a running app as choices need. Only the neighbors are stand-ins."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject, Signal

from v2m_desktop.app.choices import Choices
from v2m_desktop.app.errands import Errands
from v2m_desktop.app.notices import Notices
from v2m_desktop.app.presenter import Facts, Presenter
from v2m_desktop.core.errors import HotkeyError, V2mError
from v2m_desktop.core.recognition import ModelChoice, Speaker
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import Transcript
from v2m_desktop.core.settings import Settings
from v2m_desktop.pipeline.state import State
from v2m_desktop.storage.paths import Paths
from v2m_desktop.ui.control_surface import ControlSurface

Wait = Callable[[Callable[[], object]], None]


class IdleController(QObject):
    """What choices and presenter know of a controller."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state, self.transcript = State(), Transcript()
        self.language: str | None = None
        self.action = Action.RAW
        self.bounds = SimpleNamespace(longest_take_seconds=0.0)
        self.behind_seconds = 0.0


class Surface(ControlSurface):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def notify(self, sentence: str) -> None:
        self.told.append(sentence)


@dataclass
class Obeyed:
    """Notes what it is given; stands for capture, recognition, hotkeys, overlay and log."""

    settings: Any = None
    configured: list[Any] = field(default_factory=list)
    loads: list[ModelChoice] = field(default_factory=list)
    failures: list[V2mError] = field(default_factory=list)
    refusal: HotkeyError | None = None
    levels: list[str] = field(default_factory=list)
    remote: bool = False
    speaker: Speaker | None = None

    def know(self, speaker: Speaker) -> None:
        self.speaker = speaker

    def configure(self, settings: object, *, rewriting: bool = False) -> HotkeyError | None:
        self.configured.append(settings)
        return self.refusal

    def apply(self, rules: object) -> None:
        self.configured.append(rules)

    def problem(self, key: str, error: V2mError | None) -> None:
        if error is not None:
            self.failures.append(error)

    def rewriting_changed(self) -> None:
        self.configured.append("rewriting")

    def microphone_changed(self) -> None:
        self.configured.append("microphone")

    def open_rewriting(self) -> None:
        self.configured.append("rewriting settings")

    def offer(self, name: str) -> bool:
        self.configured.append(name)
        return name == "small"

    def chosen(self) -> None:
        """Another model was chosen."""

    def tell(self, name: str, error: V2mError) -> None:
        self.failures.append(error)

    def wish(self, enabled: bool) -> None:
        self.configured.append(enabled)

    def load(self, choice: ModelChoice) -> None:
        self.loads.append(choice)

    def fail_load(self, error: V2mError) -> None:
        self.failures.append(error)

    def set_level(self, level: str) -> None:
        self.levels.append(level)

    def dismiss(self) -> None:
        self.configured.append("dismissed")


class Desk(QObject):
    """As much of a runtime as choices need."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.paths = Paths.under(folder)
        self.settings = Settings()
        self.controller, self.surface = IdleController(), Surface()
        self.presenter = Presenter(self.controller, Facts(self.settings), self)  # type: ignore[arg-type]
        self.notices = Notices(self.surface, self.presenter, self)
        self.errands = Errands(self)
        self.capture, self.recognition, self.hotkeys = Obeyed(), Obeyed(), Obeyed()
        self.delivery, self.overlay, self.log = Obeyed(), Obeyed(), Obeyed()
        self.memory, self.settings_window, self.models = Obeyed(), Obeyed(), Obeyed()
        self.rewriting, self.start_at_login, self.self_check = Obeyed(), Obeyed(), Obeyed()
        self.diagnosis = SimpleNamespace(log_file=self.log)
        self.choices = Choices(self)  # type: ignore[arg-type]

    @property
    def file(self) -> dict[str, Any]:
        return tomllib.loads(self.paths.settings_file.read_text(encoding="utf-8"))

    def edit(self, text: str) -> None:
        """As careful editors do: a new file takes the place of the old one."""
        fresh = self.paths.settings_file.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self.paths.settings_file)
