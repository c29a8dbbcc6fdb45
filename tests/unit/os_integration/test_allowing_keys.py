"""Keys on Wayland that the user has to allow, by scripted tools."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from v2m_desktop.core.errors import DeliveryError, KeysNotAllowedError
from v2m_desktop.core.targets import Chord
from v2m_desktop.os_integration.key_tools import Press
from v2m_desktop.os_integration.wayland_keys import WaylandKeys


class Tool:
    """A KeyTool: `refusal` is known beforehand, `fails` only when keys are to be sent."""

    def __init__(self, name: str, refusal: DeliveryError | None = None) -> None:
        self.name = name
        self.refusal = refusal
        self.fails: DeliveryError | None = None
        self.sent: list[str] = []

    def probe(self) -> DeliveryError | None:
        return self.refusal

    def begin(self, presses: Sequence[Press]) -> None:
        if self.fails is not None:
            raise self.fails
        self.sent += [press.key for press in presses]

    def done(self) -> bool:
        return True


class Portal(Tool):
    """An AskingTool whose user says yes."""

    closed = False

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> None:
        self.refusal = None
        answer(None)

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def other() -> Tool:
    return Tool("wtype")


@pytest.fixture
def portal() -> Portal:
    return Portal("portal", KeysNotAllowedError("Not allowed yet."))


def refusals(keys: WaylandKeys) -> list[str]:
    return ["" if way.refusal is None else way.refusal.message for way in keys.ways()]


def test_the_portal_comes_first_once_the_user_allowed_it(portal: Portal, other: Tool) -> None:
    keys = WaylandKeys([other], portal)
    assert [way.name for way in keys.ways()] == ["portal", "wtype"]
    assert refusals(keys) == ["Not allowed yet.", ""]
    answers: list[DeliveryError | None] = []
    assert keys.ask(answers.append)
    assert answers == [None]
    assert refusals(keys) == ["", "wtype is not needed: portal works."]
    keys.send(Chord.CTRL_V)
    assert keys.sent()
    assert (portal.sent, other.sent) == (["v"], [])
    keys.close()
    assert portal.closed


def test_asking_forgets_what_the_portal_refused_before(portal: Portal, other: Tool) -> None:
    portal.refusal, portal.fails = None, DeliveryError("The desktop did not take the keys.")
    keys = WaylandKeys([other], portal)
    keys.send(Chord.CTRL_V)
    assert (portal.sent, other.sent) == ([], ["v"])
    portal.fails = None
    assert refusals(keys) == ["The desktop did not take the keys.", ""]
    assert keys.ask(lambda _: None)
    assert refusals(keys) == ["", "wtype is not needed: portal works."]


def test_without_a_portal_nobody_is_asked(other: Tool) -> None:
    answers: list[DeliveryError | None] = []
    assert not WaylandKeys([other]).ask(answers.append)
    assert answers == []
