"""From key edges on the hotkey source's thread to commands for the controller in the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.app.hotkey_bindings import bindings_of
from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, HotkeySource, KeyAction, KeyEdge
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import CaptureState
from v2m_desktop.core.settings import Hotkeys
from v2m_desktop.pipeline.activation import ActivationMachine, Command
from v2m_desktop.pipeline.controller import Controller

ACTIVE = (CaptureState.ARMING, CaptureState.LISTENING)

ACTIONS = {KeyAction.REFINE: Action.REFINE, KeyAction.TRANSLATE: Action.TRANSLATE}
"""What a take is for that these keys begin; the key to dictate begins the usual one."""


class HotkeyBridge(QObject):
    """Owns the hotkey source. `missing` is the sentence that says why there are no hotkeys, or None.

    `bindings` are the keys in force; `refused` says which others were wished for, and why they are not.
    """

    changed = Signal()
    insert_requested = Signal()
    take_back_requested = Signal()
    held = Signal(bool)
    """A key that dictates went down or up."""
    _edge = Signal(object)
    _lost = Signal(object)

    def __init__(
        self, source: HotkeySource, controller: Controller, settings: Hotkeys, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.missing: HotkeyError | None = None
        self.bindings: Mapping[KeyAction, Hotkey] = {}
        self.refused: Mapping[KeyAction, HotkeyError] = {}
        self.paused = False
        self._source = source
        self._controller = controller
        self._settings = settings
        self._rewriting = False
        self._machine = ActivationMachine(settings.activation, settings.hold_ms)
        self._insert_wanted = self._take_back_wanted = False
        self._grabbed: frozenset[KeyAction] = frozenset()
        self._running = False
        self._edge.connect(self._on_edge, Qt.ConnectionType.QueuedConnection)
        self._lost.connect(self._on_lost, Qt.ConnectionType.QueuedConnection)
        controller.changed.connect(self._follow)

    @property
    def way(self) -> str:
        """How keys are taken in this session, "" where they cannot be."""
        return self._source.name

    @property
    def dictate(self) -> str:
        """The hotkey in force, which need not be the one that is wished for."""
        return self._settings.dictate

    @property
    def key_down(self) -> bool:
        """Whether a key of ours is physically down: no chord may be sent meanwhile."""
        return self._running and self._source.is_down()

    def start(self) -> None:
        """Take the keys; a refusal is remembered in `missing`."""
        try:
            self._take(self._settings)
        except HotkeyError as error:
            self.missing, self.refused = error, {}
        else:
            self.missing, self._running = None, True
        self.changed.emit()
        self._follow()

    def configure(self, settings: Hotkeys, *, rewriting: bool) -> HotkeyError | None:
        """Change the hotkeys and what they do. `rewriting`: there is somebody who refines and translates.

        Where a new key to dictate cannot be had the old one stays; answers why not. For others see `refused`.
        """
        before, self._rewriting = self._settings, rewriting
        if (settings.activation, settings.hold_ms) != (before.activation, before.hold_ms):
            self._machine = ActivationMachine(settings.activation, settings.hold_ms)
        if not self._running:
            self._settings = settings
            if not self.paused:
                self.start()
            return self.missing
        refusal: HotkeyError | None = None
        for dictate in (settings.dictate, before.dictate):
            try:
                self._take(settings.model_copy(update={"dictate": dictate}))
            except HotkeyError as error:
                refusal = refusal or error
            else:
                break
        self.changed.emit()
        return refusal

    def want_insert(self, wanted: bool) -> None:
        """Whether there is a text to insert: only then the key for it is ours."""
        self._insert_wanted = wanted
        self._follow()

    def want_take_back(self, wanted: bool) -> None:
        """Whether there is a text to take back, or to put back."""
        self._take_back_wanted = wanted
        self._follow()

    def pause(self, paused: bool) -> None:
        """Give the keys back for a while, or take them again; False tries again where they are missing."""
        if not paused and self.missing is not None:
            self.paused = False
            self.start()
            return
        if paused == self.paused:
            return
        self.paused = paused
        if paused:
            self.stop()
            self.changed.emit()
        else:
            self.start()

    def stop(self) -> None:
        if self._running:
            self._source.stop()
        self._source.lost = lambda _: None
        self._running = False
        self._grabbed, self.bindings = frozenset(), {}

    def _take(self, settings: Hotkeys) -> None:
        """Put the keys of `settings` in force, or raise HotkeyError and change nothing."""
        bindings, refused = bindings_of(settings, rewriting=self._rewriting)
        self._source.lost = self._lost.emit
        refused |= self._source.start(bindings, self._edge.emit)
        self.bindings = {action: hotkey for action, hotkey in bindings.items() if action not in refused}
        self.refused, self._settings = refused, settings

    @Slot(object)
    def _on_edge(self, edge: KeyEdge) -> None:
        match edge.action:
            case KeyAction.CANCEL:
                if edge.pressed:
                    self._controller.cancel()
            case KeyAction.INSERT:
                if edge.pressed and self._insert_wanted:
                    self.insert_requested.emit()
            case KeyAction.TAKE_BACK:
                if edge.pressed and self._take_back_wanted:
                    self.take_back_requested.emit()
            case _:
                self._dictate(edge)

    @Slot(object)
    def _on_lost(self, error: HotkeyError) -> None:
        """The desktop refused the keys after it was asked for them, or took them away."""
        if not self._running:
            return
        self.stop()
        self.missing, self.refused = error, {}
        self.changed.emit()

    def _dictate(self, edge: KeyEdge) -> None:
        self.held.emit(edge.pressed)
        state = self._controller.state
        # A start that waits for the slot is ended by letting go as well, or push-to-talk would record with
        # the key up.
        active = state.capture in ACTIVE or state.start_queued
        match self._machine.step(edge, active):
            case Command.START:
                self._controller.start(edge.at_ns, ACTIONS.get(edge.action))
            case Command.STOP:
                self._controller.stop(edge.at_ns)
            case Command.CANCEL:
                self._controller.cancel()
            case None:
                pass

    @Slot()
    def _follow(self) -> None:
        """Grabbing may take a moment: not inside the reducer's loop."""
        if self._wanted() != self._grabbed:
            QTimer.singleShot(0, self._grab)

    @Slot()
    def _grab(self) -> None:
        wanted, before = self._wanted(), self._grabbed
        self._grabbed = wanted
        for action in wanted ^ before:
            self._source.grab(action, action in wanted)

    def _wanted(self) -> frozenset[KeyAction]:
        """Escape is ours only while there is something to cancel, the keys for texts while there is one."""
        if not self._running:
            return frozenset()
        cancel = self._controller.state.capture in ACTIVE or self._controller.rewriting
        wanted = (
            (KeyAction.CANCEL, cancel),
            (KeyAction.INSERT, self._insert_wanted),
            (KeyAction.TAKE_BACK, self._take_back_wanted),
        )
        return frozenset(action for action, is_wanted in wanted if is_wanted)
