"""Whatever happens, in whatever order: one chord, one report, and the old clipboard never too early."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.unit.output.paste_bench import BOUNDS, HISTORY, KNOWN, TARGET, WINE, Paste
from v2m_desktop.output.clipboard_readers import EagerReaders
from v2m_desktop.output.paste_events import Do
from v2m_desktop.output.paste_transaction import Phase, Transaction
from v2m_desktop.output.results import Outcome

STEPS = 5 if FULL_CAMPAIGN else 4
RUNS = 20_000 if FULL_CAMPAIGN else 400
LONG = (0.06, *[0.2] * 4, *[4.0] * 3)
"""Seconds between looks at the clock: fine ones while things may follow each other, then past every bound."""


class World:
    """Two dictations, one after the other, or the second in the place of the first."""

    def __init__(self, readers: EagerReaders, *, sends: bool = True) -> None:
        self.paste = Paste(Transaction(TARGET, BOUNDS, readers), sends=sends)
        self.ended: list[Paste] = []
        self.canceled: dict[int, int] = {}
        self.copied = False
        self.waiting = False
        self.paste.publish()

    def happen(self, name: str) -> None:
        HAPPENINGS[name](self)
        self._go_on()

    def _go_on(self) -> None:
        if self.waiting:
            self.paste.next_waits()
        if self.waiting and self.paste.state.over:
            self._begin_next()

    def _begin_next(self) -> None:
        first, self.waiting, self.copied = self.paste, False, False
        self.ended.append(first)
        if first.orders and first.orders[-1] is Do.HAND_OVER:
            self.paste = first.following()
        else:
            state = Transaction(TARGET, BOUNDS, first.state.readers)
            self.paste = Paste(state, now_ns=first.now_ns + 1, sends=first.sends)
        self.paste.publish()

    def wait(self, *steps: float) -> None:
        for seconds in steps:
            self.paste.wait(seconds, clock=seconds)
            self._go_on()

    def lose(self) -> None:
        if not self.copied and not self.paste.state.over:
            self.copied = True
            self.paste.lose()

    def cancel(self) -> None:
        self.canceled.setdefault(len(self.ended), len(self.paste.reports))
        self.paste.cancel()

    def dictate(self) -> None:
        self.waiting = self.waiting or not self.ended

    def finish(self) -> None:
        """Long enough for everything to end, and what holds of it then."""
        for _ in range(3):
            if not self.paste.sends and self.paste.state.begun_ns:
                self.paste.keys_out()
            self.wait(*LONG)
        pastes = [*self.ended, self.paste]
        for number, paste in enumerate(pastes):
            paste.assert_promises(self.canceled.get(number, 1))
        assert not self.waiting
        handed = [paste for paste in pastes if Do.HAND_OVER in paste.orders]
        for paste in handed:
            assert paste.orders[-1] is Do.HAND_OVER
            assert paste.state.phase is Phase.SETTLED
            assert paste.state.target_reads
            assert Do.GIVE_BACK not in paste.orders


def tick(world: World) -> None:
    world.wait(0.06)


HAPPENINGS: dict[str, Callable[[World], object]] = {
    "target read": lambda world: world.paste.read(TARGET),
    "unknown read": lambda world: world.paste.read(WINE),
    "nameless read": lambda world: world.paste.read(None),
    "eager read": lambda world: world.paste.read(HISTORY),
    "owner lost": World.lose,
    "time passes": tick,
    "timeout": lambda world: world.wait(*LONG),
    "cancel": World.cancel,
    "next dictation": World.dictate,
    "keys refused": lambda world: world.paste.keys_refused(),
    "focus changed": lambda world: world.paste.change_focus(),
}


@pytest.mark.parametrize("readers", [KNOWN, EagerReaders()], ids=["readers known", "first of a run"])
@pytest.mark.parametrize("first", HAPPENINGS)
def test_every_order_of_events_keeps_the_promises(first: str, readers: EagerReaders) -> None:
    for rest in itertools.product(HAPPENINGS, repeat=STEPS - 1):
        keep_promises([first, *rest], readers)


@pytest.mark.parametrize("seed", range(8))
def test_longer_stories_keep_the_promises(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(RUNS // 8):
        story = chance.choices(list(HAPPENINGS), k=chance.randrange(5, 40))
        keep_promises(story, chance.choice([KNOWN, EagerReaders()]), sends=chance.random() < 0.7)


def keep_promises(story: Sequence[str], readers: EagerReaders, *, sends: bool = True) -> None:
    world = World(readers, sends=sends)
    try:
        for name in story:
            world.happen(name)
        world.finish()
    except AssertionError as broken:
        raise AssertionError(f"{' - '.join(story)}: {world.paste.orders}") from broken


def test_the_stories_reach_every_end() -> None:
    """Else the tests above could not fail."""
    ends: set[Phase] = set()
    reported: set[Outcome] = set()
    handed = False
    for story in itertools.product(HAPPENINGS, repeat=3):
        world = World(KNOWN)
        for name in story:
            world.happen(name)
        world.finish()
        for paste in [*world.ended, world.paste]:
            ends.add(paste.state.phase)
            reported |= set(paste.reports)
            handed = handed or Do.HAND_OVER in paste.orders
    assert ends == {Phase.SETTLED, Phase.UNCONFIRMED, Phase.PARKED, Phase.CANCELED}
    assert reported == {Outcome.DELIVERED, Outcome.UNCONFIRMED, Outcome.PARKED}
    assert handed
