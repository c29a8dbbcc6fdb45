"""Setting and system agree on what starts at login, whoever changed it; with real files of the desktop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

from v2m_desktop.app.start_at_login import KEY, StartAtLogin
from v2m_desktop.core.errors import StorageError, V2mError
from v2m_desktop.core.settings import Settings


class Neighbor:
    """Stands for choices, dialog and notices. A change is obeyed at once, as by the real choices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.changes: list[bool] = []
        self.problems: list[V2mError] = []
        self.told: list[V2mError] = []

    def change(self, key: str, value: bool) -> None:
        assert key == KEY
        self.changes.append(value)
        general = self._desk.settings.general.model_copy(update={"autostart": value})
        before = self._desk.settings.general.autostart
        self._desk.settings = self._desk.settings.model_copy(update={"general": general})
        if value != before:
            self._desk.login.wish(value)

    def problem(self, key: str, error: V2mError) -> None:
        assert key == KEY
        self.problems.append(error)

    def tell(self, error: V2mError) -> None:
        self.told.append(error)


class Desk(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()
        self.choices = self.settings_window = self.notices = Neighbor(self)
        self.login = StartAtLogin(self)  # type: ignore[arg-type]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def desk(config: Path) -> Iterator[Desk]:
    made = Desk()
    yield made
    shiboken6.delete(made)


def entry(config: Path) -> Path:
    return config / "autostart" / "voice2machine.desktop"


def test_the_setting_makes_and_removes_the_entry(desk: Desk, config: Path) -> None:
    desk.choices.change(KEY, True)
    assert "Exec=" in entry(config).read_text(encoding="utf-8")
    desk.choices.change(KEY, False)
    assert not entry(config).exists()
    assert desk.choices.told == []


def test_at_the_start_the_setting_follows_what_the_desktop_does(desk: Desk, config: Path) -> None:
    desk.login.look()
    assert desk.choices.changes == [], "nothing is written where they agree"
    desk.choices.change(KEY, True)
    text = entry(config).read_text(encoding="utf-8") + "Hidden=true\n"
    entry(config).write_text(text, encoding="utf-8")
    desk.login.look()
    assert not desk.settings.general.autostart
    assert entry(config).read_text(encoding="utf-8") == text, "it is the user's"


@pytest.mark.parametrize("wish", [True, False])
def test_what_cannot_be_done_changes_back_and_is_said_once(desk: Desk, config: Path, wish: bool) -> None:
    if wish:
        (config / "autostart").write_text("in the way", encoding="utf-8")
    else:
        desk.choices.change(KEY, True)
        in_the_way(desk)
    desk.choices.changes.clear()
    desk.choices.change(KEY, wish)
    assert desk.choices.changes == [wish, not wish]
    assert desk.settings.general.autostart is not wish
    assert len(desk.choices.problems) == len(desk.choices.told) == 1


def in_the_way(desk: Desk) -> None:
    """The system lets nobody remove the entry any more."""
    desk.login._autostart = Stubborn()


class Stubborn:
    """Implements Autostart where it is on and stays so."""

    def enabled(self) -> bool:
        return True

    def set(self, enabled: bool) -> Any:
        raise StorageError("The start at login could not be changed.")
