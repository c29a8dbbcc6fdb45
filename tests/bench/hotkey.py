"""From the key to the first sample, and to the sign that the app listens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bench.figures import Measurement, quantile
from tests.bench.hotkey_presser import HotkeyPresser
from tests.bench.plan import Plan
from tests.bench.quiet_app import CHIME_SECONDS, rest
from tests.desktop.app import RunningApp

LISTENED_SECONDS = 0.3
BETWEEN_SECONDS = 0.6
"""Longer than the sound at the end of a take."""


@dataclass(slots=True)
class Delays:
    """Milliseconds from the key to the first block and to listening, one of each a take."""

    first_sample: list[float] = field(default_factory=list)
    listening: list[float] = field(default_factory=list)

    def note(self, pressed_ns: int, moments: dict[str, int]) -> None:
        self.first_sample.append((moments["first_block"] - pressed_ns) / 1e6)
        self.listening.append((moments["listening"] - pressed_ns) / 1e6)


def measure(plan: Plan) -> Iterator[Measurement]:
    """Takes of silence: in fresh processes, later with a cold stream, later with a warm one."""
    first, cold, warm = Delays(), Delays(), Delays()
    with HotkeyPresser() as key:
        for _ in range(plan.first_takes - 1):
            _run("on-key", key, [first])
        _run("on-key", key, [first] + [cold] * plan.cold_takes)
        _run("warm", key, [Delays()] + [warm] * plan.warm_takes)
    for kind, delays in (("first", first), ("cold", cold), ("warm", warm)):
        yield quantile(f"hotkey_to_first_sample_{kind}_ms", delays.first_sample)
        yield quantile(f"hotkey_to_listening_{kind}_ms", delays.listening)


def _run(opens: str, key: HotkeyPresser, takes: list[Delays]) -> None:
    """One process of the app, one take for each entry of `takes`, which notes what it took."""
    with RunningApp({"microphone": {"opens": opens}}) as app:
        app.wait_model()
        rest(CHIME_SECONDS)
        for delays in takes:
            since = app.mark()
            pressed = key.tap()
            app.wait_listening(since)
            rest(LISTENED_SECONDS)
            key.tap()
            closed = app.wait("the end of the take", lambda event: event["event"] == "take_closed", since)
            delays.note(pressed, closed["moments"])
            rest(BETWEEN_SECONDS)
        rest(CHIME_SECONDS)
