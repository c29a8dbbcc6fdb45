"""What this desktop allows, in lines for people and as figures for programs."""

from __future__ import annotations

from dataclasses import dataclass

from v2m_desktop.app.control_protocol import Message
from v2m_desktop.core.errors import DeliveryError, HotkeyError, KeysNotAllowedError
from v2m_desktop.core.targets import Way
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.settings.view import DesktopLine
from v2m_desktop.ui.wording import translate


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What was found. `no_keys` and `no_typing` say why keys cannot be sent and text cannot be typed.

    `front_known`: which window is in front is told.
    """

    ways: tuple[Way, ...] = ()
    no_keys: DeliveryError | None = None
    no_typing: DeliveryError | None = None
    front_known: bool = False

    @property
    def can_allow_keys(self) -> bool:
        """Whether the desktop would ask the user to allow a way that is refused now."""
        return any(isinstance(way.refusal, KeysNotAllowedError) for way in self.ways)


@dataclass(frozen=True, slots=True)
class HotkeyReport:
    """`way` is how hotkeys are taken, `missing` why there are none."""

    way: str
    missing: HotkeyError | None = None
    paused: bool = False


def look_at(desktop: Desktop) -> DeliveryReport:
    """Takes some milliseconds: tools and services are looked for."""
    ways = tuple(desktop.keys.ways())
    return DeliveryReport(
        ways=ways,
        no_keys=None if ways else desktop.keys.missing(),
        no_typing=desktop.typist.missing(),
        front_known=desktop.focus.focused() is not None,
    )


def lines_of(delivery: DeliveryReport, hotkeys: HotkeyReport) -> tuple[DesktopLine, ...]:
    """One line for each thing that a desktop may allow or not, in the language of the interface.

    Keys come last: below them the user can allow them.
    """
    return (_hotkey_line(hotkeys), _front_line(delivery), _typing_line(delivery), *_key_lines(delivery))


def figures_of(delivery: DeliveryReport, hotkeys: HotkeyReport) -> Message:
    """As JSON values; sentences as people read them."""
    return {
        "keys": [
            {"name": way.name, "used": way.refusal is None, "why_not": _sentence(way.refusal)}
            for way in delivery.ways
        ],
        "can_allow_keys": delivery.can_allow_keys,
        "typing": {"works": delivery.no_typing is None, "why_not": _sentence(delivery.no_typing)},
        "front_window_known": delivery.front_known,
        "hotkeys": {
            "way": hotkeys.way,
            "paused": hotkeys.paused,
            "why_not": _sentence(hotkeys.missing),
        },
    }


def _key_lines(delivery: DeliveryReport) -> list[DesktopLine]:
    if not delivery.ways:
        name = translate("DesktopReport", "Keys")
        return [DesktopLine(name, _sentence(delivery.no_keys) or "", delivery.no_keys is None)]
    title, used = translate("DesktopReport", "Keys by {way}"), translate("DesktopReport", "In use.")
    return [
        DesktopLine(title.format(way=way.name), _sentence(way.refusal) or used, way.refusal is None)
        for way in delivery.ways
    ]


def _typing_line(delivery: DeliveryReport) -> DesktopLine:
    name = translate("DesktopReport", "Typing")
    works = translate("DesktopReport", "A text can be typed instead of pasted.")
    return DesktopLine(name, _sentence(delivery.no_typing) or works, delivery.no_typing is None)


def _front_line(delivery: DeliveryReport) -> DesktopLine:
    name = translate("DesktopReport", "Window in front")
    sentence = (
        translate("DesktopReport", "Known: a text goes only into the window it is meant for.")
        if delivery.front_known
        else translate("DesktopReport", "Not known now: a text goes into whatever window is in front.")
    )
    return DesktopLine(name, sentence, delivery.front_known)


def _hotkey_line(hotkeys: HotkeyReport) -> DesktopLine:
    name = translate("DesktopReport", "Hotkeys")
    if hotkeys.missing is not None:
        return DesktopLine(name, error_sentence(hotkeys.missing), ok=False)
    if hotkeys.paused:
        return DesktopLine(name, translate("DesktopReport", "Paused."), ok=False)
    taken = translate("DesktopReport", "Taken through {way}.")
    return DesktopLine(name, taken.format(way=hotkeys.way), ok=True)


def _sentence(error: DeliveryError | HotkeyError | None) -> str | None:
    return None if error is None else error_sentence(error)
