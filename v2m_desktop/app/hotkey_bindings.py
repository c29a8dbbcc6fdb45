"""From the hotkeys of the settings to the keys that are taken."""

from __future__ import annotations

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Hotkey, KeyAction
from v2m_desktop.core.settings import Hotkeys


def bindings_of(
    settings: Hotkeys, *, rewriting: bool
) -> tuple[dict[KeyAction, Hotkey], dict[KeyAction, HotkeyError]]:
    """The keys to take, and why others are not taken: one key cannot do two things."""
    wished = {KeyAction.DICTATE: settings.dictate}
    if rewriting:
        wished |= {KeyAction.REFINE: settings.refine, KeyAction.TRANSLATE: settings.translate}
    wished |= {KeyAction.INSERT: settings.insert, KeyAction.TAKE_BACK: settings.take_back}
    bindings: dict[KeyAction, Hotkey] = {}
    refused: dict[KeyAction, HotkeyError] = {}
    for action, text in wished.items():
        if not text:
            continue
        hotkey = parse_hotkey(text)
        owner = next((other for other, taken in bindings.items() if taken == hotkey), None)
        if owner is None:
            bindings[action] = hotkey
        else:
            refused[action] = _used_already(hotkey, owner)
    return bindings, refused


def _used_already(hotkey: Hotkey, owner: KeyAction) -> HotkeyError:
    if owner is KeyAction.REFINE:
        return HotkeyError("{hotkey} refines already; choose another hotkey in the settings.", hotkey=hotkey)
    if owner is KeyAction.TRANSLATE:
        return HotkeyError(
            "{hotkey} translates already; choose another hotkey in the settings.", hotkey=hotkey
        )
    if owner is KeyAction.INSERT:
        return HotkeyError(
            "{hotkey} inserts the kept text already; choose another hotkey in the settings.", hotkey=hotkey
        )
    return HotkeyError(
        "{hotkey} is used for dictation already; choose another hotkey in the settings.", hotkey=hotkey
    )
