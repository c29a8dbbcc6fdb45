"""What the stations report, on its way to tray, overlay and notices."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from v2m_desktop.audio import chime
from v2m_desktop.core.errors import ModelNotice, V2mError
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.session import CaptureState, ModelState
from v2m_desktop.pipeline.model_memory import UnloadReason
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.view import OverlayView

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

log = logging.getLogger(__name__)

SHORT_OF_MEMORY_SECONDS = 15 * 60.0
"""Memory that stays short takes the model away after each dictation; people are told this seldom."""


class Reports(QObject):
    """Listens to the stations of a runtime. GUI thread."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._shown = CaptureState.IDLE
        self._note: ModelNotice | None = None
        self._told_short = float("-inf")
        self.clock: Callable[[], float] = time.monotonic

    @Slot()
    def on_state(self) -> None:
        runtime, state = self._runtime, self._runtime.controller.state
        if state.capture is CaptureState.ARMING and self._shown is not CaptureState.ARMING:
            window = runtime.focus.focused()
            runtime.overlay.place_on(window.geometry if window else None)
        self._shown = state.capture
        watched = runtime.settings.overlay.shown and runtime.settings.overlay.resources
        runtime.figures.watch(watched and bool(state.takes))

    @Slot(bool)
    def on_listening(self, listening: bool) -> None:
        if self._runtime.settings.general.chime:
            chime.play(chime.Chime.START if listening else chime.Chime.STOP)

    @Slot(object)
    def show_overlay(self, view: OverlayView) -> None:
        if self._runtime.settings.overlay.shown:
            self._runtime.overlay.show_view(view)

    @Slot(bool, str)
    def on_microphone(self, is_open: bool, _name: str) -> None:
        self._runtime.presenter.know(microphone_open=is_open)

    @Slot(object, object, object)
    def on_model(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        runtime = self._runtime
        runtime.presenter.know(model_state=state, model=model, model_error=error)
        if error is not None:
            runtime.notices.tell(error)
        if model is not None and model.note is not None and model.note != self._note:
            runtime.surface.notify(error_sentence(model.note))
        if model is not None:
            self._note = model.note
        runtime.choices.on_model(state, model, error)
        if state in (ModelState.READY, ModelState.FAILED):
            runtime.models.refresh()

    @Slot()
    def on_delivery(self) -> None:
        """Whether there is an old clipboard to put back."""
        self._runtime.presenter.know(clipboard_lost=self._runtime.delivery.lost_clipboard)

    @Slot(object)
    def on_unload_wanted(self, reason: UnloadReason) -> None:
        log.info("the model gives its memory back: %s", reason.value)
        self._runtime.recognition.unload()
        short = reason in (UnloadReason.RAM, UnloadReason.VRAM)
        if short and self.clock() - self._told_short > SHORT_OF_MEMORY_SECONDS:
            self._told_short = self.clock()
            self._runtime.notices.tell(
                ModelNotice(
                    "Memory is short, so the model gave its own back; the next dictation loads it again."
                )
            )

    @Slot()
    def on_hotkeys(self) -> None:
        hotkeys = self._runtime.hotkeys
        self._runtime.presenter.know(
            hotkeys_missing=hotkeys.missing,
            hotkeys_paused=hotkeys.paused,
            hotkey=hotkeys.dictate,
            insert_key=str(hotkeys.bindings.get(KeyAction.INSERT, "")),
        )
        if hotkeys.missing is not None:
            log.warning("no hotkeys: %s", hotkeys.missing)
        for action in (KeyAction.REFINE, KeyAction.TRANSLATE, KeyAction.INSERT, KeyAction.TAKE_BACK):
            key, error = f"hotkeys.{action.value}", hotkeys.refused.get(action)
            if error is not None:
                self._runtime.notices.hold(key, error)
            else:
                self._runtime.notices.settle(key)
        self._runtime.settings_window.refresh()
