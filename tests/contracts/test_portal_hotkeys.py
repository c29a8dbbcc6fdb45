"""The hotkey contract on the portal's shortcuts, and what only a portal does, on a private bus."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest

from tests.contracts import hotkey_source
from tests.contracts.hotkey_source import (
    BINDINGS,
    DICTATE_ONLY,
    DOWN,
    HOTKEY,
    UP,
    Edges,
    HotkeySourceContract,
    Rig,
    down_and_up,
)
from tests.fakes.portal import KEYBOARD, Consent, FakePortal, portal_on
from tests.patience import PATIENCE_S
from tests.tools.secret_service import session_bus
from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.hotkey_guide import HotkeyGuide
from v2m_desktop.os_integration.portal_hotkeys import Bounds, NoShortcuts, PortalHotkeys
from v2m_desktop.os_integration.shortcut_trigger import trigger_of

TRIGGER = "CTRL+ALT+space"
SOON = 0.3


def triggers(bindings: Mapping[KeyAction, Hotkey]) -> dict[str, str]:
    return {action.value: trigger_of(hotkey) for action, hotkey in bindings.items()}


@dataclass
class Losses:
    """What `lost` was told."""

    seen: list[HotkeyError] = field(default_factory=list)
    _told: threading.Event = field(default_factory=threading.Event)

    def __call__(self, error: HotkeyError) -> None:
        self.seen.append(error)
        self._told.set()

    def wait(self, reason: NoShortcuts) -> None:
        """Until there was exactly one, with `reason` and what to do."""
        assert self._told.wait(PATIENCE_S)
        assert [error.message for error in self.seen] == [f"{reason.value} {HotkeyGuide.SWAY.value}"]


class SettledHotkeys(PortalHotkeys):
    """It waits until the portal has given the keys, or has taken them back, which the app never does."""

    def __init__(self, address: str, portal: FakePortal) -> None:
        super().__init__(address)
        self._portal = portal

    def start(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        refused = super().start(bindings, sink)
        self._portal.wait(lambda: self._portal.gives(triggers(bindings)))
        return refused

    def stop(self) -> None:
        super().stop()
        self._portal.wait(lambda: self._portal.sessions == {})


@pytest.fixture(autouse=True)
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """This portal tells at once what it tells, in order, and repeats a key only when told to."""
    monkeypatch.setattr(hotkey_source, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(hotkey_source, "HELD_SECONDS", 0.05)


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with session_bus() as address:
        yield address


@pytest.fixture
def portal(bus: str) -> Iterator[FakePortal]:
    with portal_on(bus) as portal:
        yield portal


class TestPortalHotkeys(HotkeySourceContract):
    @pytest.fixture
    def rig(self, bus: str, portal: FakePortal) -> Iterator[Rig]:
        source = SettledHotkeys(bus, portal)
        yield Rig(
            source,
            lambda hotkey: portal.hold(trigger_of(hotkey)),
            lambda hotkey: portal.lift(trigger_of(hotkey)),
            lambda: portal.hold("Escape"),
        )
        source.stop()

    def test_escape_is_ours_only_while_asked_for(self, rig: Rig) -> None:
        """It never is: a portal's shortcut would take Escape from every program all the time."""
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        rig.grab(KeyAction.CANCEL, True)
        rig.escape()
        edges.wait()


@pytest.fixture
def losses() -> Losses:
    return Losses()


@pytest.fixture
def source(bus: str, losses: Losses) -> Iterator[PortalHotkeys]:
    source = PortalHotkeys(bus, HotkeyGuide.SWAY, Bounds(consent_s=PATIENCE_S, return_s=PATIENCE_S))
    source.lost = losses
    yield source
    source.stop()


def started(source: PortalHotkeys, portal: FakePortal) -> Edges:
    edges = Edges()
    assert source.start(DICTATE_ONLY, edges) == {}
    portal.wait(lambda: portal.gives(triggers(DICTATE_ONLY)))
    return edges


def test_the_portal_is_told_who_asks_for_what(source: PortalHotkeys, portal: FakePortal) -> None:
    source.start({**BINDINGS, KeyAction.TAKE_BACK: HOTKEY}, Edges())
    portal.wait(lambda: any(session.bound for session in portal.sessions.values()))
    (session,) = portal.sessions.values()
    assert session.shortcuts == {
        "dictate": TRIGGER,
        "refine": "CTRL+SHIFT+space",
        "translate": "CTRL+ALT+x",
        "insert": "F9",
        "take-back": TRIGGER,
    }
    assert portal.app_ids == ["voice2machine"]


@pytest.mark.parametrize(
    ("consent", "reason"), [(Consent.NO, NoShortcuts.DENIED), (Consent.FAILS, NoShortcuts.FAILED)]
)
def test_a_refusal_is_told_later(
    source: PortalHotkeys, portal: FakePortal, losses: Losses, consent: Consent, reason: NoShortcuts
) -> None:
    portal.consent = consent
    assert source.start(DICTATE_ONLY, Edges()) == {}
    losses.wait(reason)
    portal.answer(Consent.YES)
    edges = started(source, portal)  # the user tries again
    portal.hold(TRIGGER)
    edges.wait(DOWN)


def test_a_question_that_nobody_answers_is_taken_back(bus: str, portal: FakePortal, losses: Losses) -> None:
    portal.consent = Consent.NEVER
    source = PortalHotkeys(bus, HotkeyGuide.SWAY, Bounds(consent_s=SOON))
    source.lost = losses
    source.start(DICTATE_ONLY, Edges())
    losses.wait(NoShortcuts.SILENT)
    portal.wait(lambda: len(portal.closed_requests) == 1)
    source.stop()


def test_a_question_may_stay_open(bus: str, portal: FakePortal, losses: Losses) -> None:
    portal.consent = Consent.NEVER
    source, edges = PortalHotkeys(bus), Edges()
    source.lost = losses
    source.start(DICTATE_ONLY, edges)
    portal.wait(lambda: any(session.shortcuts for session in portal.sessions.values()))
    source.start(BINDINGS, edges)
    portal.answer(Consent.YES)
    portal.wait(lambda: portal.gives(triggers(BINDINGS)))
    portal.hold(TRIGGER)
    edges.wait(DOWN)
    source.stop()
    edges.wait(DOWN, UP)
    assert losses.seen == []


def test_an_open_question_does_not_hold_up_the_end(bus: str, portal: FakePortal) -> None:
    portal.consent = Consent.NEVER
    source = PortalHotkeys(bus)
    source.start(DICTATE_ONLY, Edges())
    portal.wait(lambda: any(session.shortcuts for session in portal.sessions.values()))
    source.stop()
    portal.wait(lambda: portal.sessions == {})


def test_a_user_who_strikes_out_the_key_to_dictate_has_refused(
    source: PortalHotkeys, portal: FakePortal, losses: Losses
) -> None:
    portal.omitted = {"dictate"}
    source.start(BINDINGS, Edges())
    losses.wait(NoShortcuts.DENIED)


def test_an_answer_without_names_is_none(source: PortalHotkeys, portal: FakePortal) -> None:
    portal.empty_answer = True
    edges = started(source, portal)
    portal.hold(TRIGGER)
    edges.wait(DOWN)


def test_no_bus_and_no_portal(source: PortalHotkeys, losses: Losses) -> None:
    source.start(DICTATE_ONLY, Edges())
    losses.wait(NoShortcuts.ABSENT)
    for address in ("unix:path=/nonexistent/bus", "nonsense"):
        nowhere, told = PortalHotkeys(address, HotkeyGuide.SWAY), Losses()
        nowhere.lost = told
        nowhere.start(DICTATE_ONLY, Edges())
        told.wait(NoShortcuts.ABSENT)
        nowhere.stop()


def test_a_portal_without_hotkeys(bus: str, source: PortalHotkeys, losses: Losses) -> None:
    with portal_on(bus, KEYBOARD):
        source.start(DICTATE_ONLY, Edges())
        losses.wait(NoShortcuts.ABSENT)


def test_a_lost_session_is_made_again_once(source: PortalHotkeys, portal: FakePortal, losses: Losses) -> None:
    edges = started(source, portal)
    portal.hold(TRIGGER)
    edges.wait(DOWN)
    portal.close_sessions()
    edges.wait(DOWN, UP)
    assert not source.is_down()
    portal.wait(lambda: portal.gives(triggers(DICTATE_ONLY)))
    assert losses.seen == []
    portal.hold(TRIGGER)
    edges.wait(DOWN, UP, DOWN)
    portal.close_sessions()
    losses.wait(NoShortcuts.GONE)
    edges.wait(DOWN, UP, DOWN, UP)
    assert not source.is_down()
    assert portal.sessions == {}


def test_a_portal_that_restarts_gives_the_keys_again(
    source: PortalHotkeys, portal: FakePortal, losses: Losses
) -> None:
    edges = started(source, portal)
    portal.hold(TRIGGER)
    edges.wait(DOWN)
    portal.leave()
    edges.wait(DOWN, UP)
    portal.come_back()
    portal.wait(lambda: portal.gives(triggers(DICTATE_ONLY)))
    portal.hold(TRIGGER)
    edges.wait(DOWN, UP, DOWN)
    assert losses.seen == []


def test_a_portal_that_stays_away(bus: str, portal: FakePortal, losses: Losses) -> None:
    source = PortalHotkeys(bus, HotkeyGuide.SWAY, Bounds(return_s=SOON))
    source.lost = losses
    started(source, portal)
    portal.leave()
    losses.wait(NoShortcuts.ABSENT)
    source.stop()


def test_a_key_that_repeats_is_one_press(source: PortalHotkeys, portal: FakePortal) -> None:
    edges = started(source, portal)
    portal.hold(TRIGGER)
    portal.repeat(TRIGGER)
    portal.lift(TRIGGER)
    edges.wait(DOWN, UP)


def test_the_key_to_take_back_is_bound_and_heard_only_when_wanted(
    source: PortalHotkeys, portal: FakePortal
) -> None:
    bindings, edges = {**DICTATE_ONLY, KeyAction.TAKE_BACK: BINDINGS[KeyAction.INSERT]}, Edges()
    source.start(bindings, edges)
    portal.wait(lambda: portal.gives(triggers(bindings)))
    portal.hold("F9")
    portal.lift("F9")
    edges.wait()
    source.grab(KeyAction.TAKE_BACK, True)
    portal.hold("F9")
    portal.lift("F9")
    edges.wait(*down_and_up(KeyAction.TAKE_BACK))
