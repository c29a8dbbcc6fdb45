"""The key grabs of one X connection: which keys are ours now, and what for."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import ON_DEMAND, Hotkey, KeyAction
from v2m_desktop.os_integration.x11_keyboard import ModifierMasks, keycodes_of, keysym_of

if TYPE_CHECKING:
    from Xlib.display import Display

log = logging.getLogger(__name__)

ESCAPE = Hotkey(frozenset(), "escape")

MODIFIER_BITS = 0xFF
"""Of an event's state; the bits above are mouse buttons and the layout."""

Combination = tuple[int, int]
"""A key code and an exact modifier state."""


@dataclass(frozen=True, slots=True)
class GrabPlan:
    """Which key codes with which exact modifier states make up one hotkey."""

    keycodes: frozenset[int]
    states: frozenset[int]

    @classmethod
    def make(cls, display: Display, hotkey: Hotkey, masks: ModifierMasks) -> GrabPlan:
        return cls(
            frozenset(keycodes_of(display, keysym_of(hotkey.key))),
            frozenset(masks.with_locks(masks.combined(hotkey.modifiers))),
        )

    @property
    def combinations(self) -> frozenset[Combination]:
        return frozenset(product(self.keycodes, self.states))


class KeyGrabs:
    """One thread at a time."""

    def __init__(self, display: Display) -> None:
        self.plans: Mapping[KeyAction, GrabPlan] = {}
        """Of the actions in force; replaced, never changed."""
        self._display = display
        self._hotkeys: dict[KeyAction, Hotkey] = {KeyAction.CANCEL: ESCAPE}
        self._held: frozenset[Combination] = frozenset()

    def bind(self, bindings: Mapping[KeyAction, Hotkey]) -> dict[KeyAction, HotkeyError]:
        """Take the keys of `bindings` in place of the others; those that stay are never let go meanwhile.

        Answers with what was refused. Raises HotkeyError, and changes nothing, if that is DICTATE's key.
        """
        masks = ModifierMasks.read(self._display)
        plans: dict[KeyAction, GrabPlan] = {}
        refused: dict[KeyAction, HotkeyError] = {}
        for action in (each for each in KeyAction if each in bindings):  # DICTATE is the first
            plan = GrabPlan.make(self._display, bindings[action], masks)
            refusal = self._take_or_say_why_not(bindings[action], plan, plans)
            if refusal is None:
                plans[action] = plan
            elif action is KeyAction.DICTATE:
                raise refusal
            else:
                refused[action] = refusal
        self._hotkeys = {action: bindings[action] for action in plans} | {KeyAction.CANCEL: ESCAPE}
        demanded = [action for action in ON_DEMAND if action in self.plans]
        if KeyAction.CANCEL in demanded:
            plans[KeyAction.CANCEL] = self.plans[KeyAction.CANCEL]
        self._put_in_force(
            {action: plan for action, plan in plans.items() if action not in ON_DEMAND or action in demanded}
        )
        return refused

    def demand(self, action: KeyAction, active: bool) -> None:
        """Take or free the key of an action in ON_DEMAND, if it has one."""
        plans = dict(self.plans)
        if active and action in self._hotkeys:
            plan = GrabPlan.make(self._display, self._hotkeys[action], ModifierMasks.read(self._display))
            # In the plans even if refused: then it is not tried again at every turn.
            plans[action] = plan
            if not self._take(plan.combinations):
                log.warning("%s is taken by another program.", self._hotkeys[action])
        elif not active:
            plans.pop(action, None)
        self._put_in_force(plans)

    def follow_layout(self) -> None:
        """Hotkeys are letters and names; on another layout other key codes may give them."""
        masks = ModifierMasks.read(self._display)
        plans = dict(self.plans)
        for action, plan in self.plans.items():
            new = GrabPlan.make(self._display, self._hotkeys[action], masks)
            if new == plan or not new.keycodes:
                continue
            plans[action] = new
            if not self._take(new.combinations):
                log.warning("After a change of the keyboard layout %s is taken.", self._hotkeys[action])
        self._put_in_force(plans)

    def action_of(self, keycode: int, state: int) -> KeyAction | None:
        """What a key with these modifiers is for.

        While a hotkey is held its grab brings every key. Escape cancels then too, whatever the modifiers.
        """
        for action, plan in self.plans.items():
            exact = state & MODIFIER_BITS in plan.states
            if keycode in plan.keycodes and (exact or action is KeyAction.CANCEL):
                return action
        return None

    def _take_or_say_why_not(
        self, hotkey: Hotkey, plan: GrabPlan, plans: Mapping[KeyAction, GrabPlan]
    ) -> HotkeyError | None:
        if not plan.keycodes:
            return HotkeyError(
                'This keyboard has no key "{key}"; choose another hotkey in the settings.', key=hotkey.key
            )
        if any(not plan.combinations.isdisjoint(other.combinations) for other in plans.values()):
            return HotkeyError(
                "On this keyboard {hotkey} is the same as another of the hotkeys; "
                "choose another in the settings.",
                hotkey=hotkey,
            )
        if not self._take(plan.combinations):
            return HotkeyError(
                "{hotkey} is taken by another program; choose another in the settings.", hotkey=hotkey
            )
        return None

    def _put_in_force(self, plans: Mapping[KeyAction, GrabPlan]) -> None:
        """Let go of everything else."""
        self.plans = plans
        wanted = frozenset[Combination]().union(*(plan.combinations for plan in plans.values()))
        self._free(self._held - wanted)
        self._held &= wanted

    def _take(self, combinations: frozenset[Combination]) -> bool:
        """Grab them all, or none."""
        from Xlib import X, error

        new = combinations - self._held
        trap = error.CatchError(error.BadAccess)
        root = self._display.screen().root
        for keycode, state in new:
            root.grab_key(keycode, state, False, X.GrabModeAsync, X.GrabModeAsync, onerror=trap)
        self._display.sync()
        if trap.get_error() is not None:
            self._free(new)
            return False
        self._held |= new
        return True

    def _free(self, combinations: frozenset[Combination]) -> None:
        root = self._display.screen().root
        for keycode, state in combinations:
            root.ungrab_key(keycode, state)
        self._display.sync()
