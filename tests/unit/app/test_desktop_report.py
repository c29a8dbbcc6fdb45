"""What this desktop allows is told as it is: to people line by line, to programs as JSON."""

from __future__ import annotations

import json

import pytest

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.focus import FakeFocus, window
from tests.fakes.keys import FakeKeys
from tests.fakes.typist import FakeTypist
from v2m_desktop.app.desktop_report import DeliveryReport, HotkeyReport, figures_of, lines_of, look_at
from v2m_desktop.app.settings_window import hotkey_problems
from v2m_desktop.core.errors import DeliveryError, HotkeyError, KeysNotAllowedError
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.targets import KeyInjector, Way
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.null_typist import NullTypist
from v2m_desktop.pipeline.desktop import Desktop

WORKS = HotkeyReport("X11")
NOT_ALLOWED = KeysNotAllowedError("Not allowed yet.")
GUIDED = HotkeyError("{reason} {guide}", reason=HotkeyError("There are none."), guide=HotkeyError("Bind it."))


def desktop(keys: KeyInjector, focus: FakeFocus, typist: FakeTypist) -> Desktop:
    return Desktop(FakeClipboard(), None, keys, focus, typist)


def told(delivery: DeliveryReport, hotkeys: HotkeyReport = WORKS) -> dict[str, tuple[str, bool]]:
    return {line.name: (line.sentence, line.ok) for line in lines_of(delivery, hotkeys)}


def test_a_desktop_that_allows_everything() -> None:
    lines = told(look_at(desktop(FakeKeys(), FakeFocus(window(1)), FakeTypist())))
    assert list(lines) == ["Hotkeys", "Window in front", "Typing", "Keys by fake"]
    assert all(ok for _, ok in lines.values())
    assert lines["Hotkeys"][0] == "Taken through X11."


def test_a_desktop_that_allows_nothing_says_why() -> None:
    keys, typist = FakeKeys(), FakeTypist()
    keys.none, typist.none = DeliveryError("No keys."), DeliveryError("No typing.")
    lines = told(look_at(desktop(keys, FakeFocus(None), typist)), HotkeyReport("", GUIDED))
    assert not any(ok for _, ok in lines.values())
    assert lines["Keys by fake"][0] == "No keys."
    assert lines["Typing"][0] == "No typing."
    assert lines["Hotkeys"][0] == "There are none. Bind it."
    assert lines["Window in front"][0].startswith("Not known now")


def test_where_there_is_no_way_at_all_one_line_says_so() -> None:
    nothing = Desktop(FakeClipboard(), None, NullKeyInjector(), NullFocus(), NullTypist())
    found = look_at(nothing)
    sentence, ok = told(found)["Keys"]
    assert sentence == NullKeyInjector().missing().message
    assert not ok
    assert not found.can_allow_keys


def test_hotkeys_that_rest_are_not_told_as_missing() -> None:
    assert told(DeliveryReport(), HotkeyReport("X11", paused=True))["Hotkeys"] == ("Paused.", False)


@pytest.mark.parametrize(
    ("ways", "can"),
    [
        ((Way("portal", NOT_ALLOWED), Way("wtype")), True),
        ((Way("portal", DeliveryError("Absent.")), Way("wtype")), False),
        ((Way("portal"), Way("wtype", DeliveryError("Not needed."))), False),
        ((), False),
    ],
)
def test_keys_can_be_allowed_where_the_desktop_would_ask(ways: tuple[Way, ...], can: bool) -> None:
    assert DeliveryReport(ways).can_allow_keys is can


def test_programs_get_plain_values() -> None:
    report = DeliveryReport((Way("portal", NOT_ALLOWED), Way("wtype")), front_known=True)
    figures = figures_of(report, HotkeyReport("GlobalShortcuts portal", GUIDED))
    assert json.loads(json.dumps(figures)) == {
        "keys": [
            {"name": "portal", "used": False, "why_not": "Not allowed yet."},
            {"name": "wtype", "used": True, "why_not": None},
        ],
        "can_allow_keys": True,
        "typing": {"works": True, "why_not": None},
        "front_window_known": True,
        "hotkeys": {
            "way": "GlobalShortcuts portal",
            "paused": False,
            "why_not": "There are none. Bind it.",
        },
    }


def test_missing_hotkeys_stand_with_their_guide_under_the_key_to_dictate() -> None:
    refused = {KeyAction.REFINE: HotkeyError("It is taken.")}
    assert hotkey_problems(refused, None) == (("hotkeys.refine", "It is taken."),)
    assert hotkey_problems({}, GUIDED) == (("hotkeys.dictate", "There are none. Bind it."),)
