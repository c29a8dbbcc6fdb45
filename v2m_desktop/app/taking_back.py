"""Connects taking back with its key, its menu item and the sentences that people read."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.ports import Hotkey, KeyAction
from v2m_desktop.output.take_back_plan import Stage

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime


class TakingBack(QObject):
    """The key belongs to us only while there is a text to take back or to put back. GUI thread."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        take_back = runtime.take_back
        take_back.own_keys = self._own_keys
        take_back.removal.key_down = self._key_down
        take_back.changed.connect(self._tell)
        take_back.notice.connect(self._notice)
        runtime.hotkeys.take_back_requested.connect(take_back.press)
        runtime.surface.take_back_requested.connect(take_back.request)

    def _key_down(self) -> bool:
        return self._runtime.hotkeys.key_down

    def _own_keys(self) -> Collection[Hotkey]:
        """Keys that dictate or take back. The one that inserts is another program's while no text is kept."""
        bindings = self._runtime.hotkeys.bindings
        return [hotkey for action, hotkey in bindings.items() if action is not KeyAction.INSERT]

    @Slot()
    def _tell(self) -> None:
        stage = self._runtime.take_back.stage
        self._runtime.hotkeys.want_take_back(stage is not Stage.NOTHING)
        self._runtime.presenter.know(
            can_take_back=stage in (Stage.INSERTED, Stage.REMOVED), taken_back=stage is Stage.REMOVED
        )

    @Slot(object)
    def _notice(self, error: V2mError) -> None:
        self._runtime.notices.tell(error)
