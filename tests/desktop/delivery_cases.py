"""Two hundred deliveries, drawn once and always the same, and what must hold for each. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.contracts.clipboard import PNG

MODES = {
    "qt": {"paste": 40, "password": 12, "ignore": 10, "hang": 8, "quit": 10},
    "gtk": {"paste": 20, "password": 6, "ignore": 5, "hang": 4, "quit": 5},
    "xterm": {"paste": 28, "hang": 6, "quit": 6},
    "chromium": {"paste": 28, "password": 6, "hang": 6},
}
"""How many deliveries each program gets, and what it makes of the chord."""
BUSY_SECONDS = (0.0, 0.2, 0.6, 1.5, 5.0)
OLD = ("text", "image", "files", "rich")
OBSERVERS = ("rest", "glance", "watch")
TEXTS = ("short", "accents", "long", "lines")
READING = ("paste", "password")
"""What these do ends in a read by the target; nothing else may count as one."""
MARK = "OLD-"
"""In all that the clipboard held before and that could be pasted."""
SEED = 200
TEXT_ALIASES = ("UTF8_STRING", "text/plain", "text/plain;charset=utf-8")
"""Names for one and the same: who gives back a text may offer it under more of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """One delivery. `patient`: a target that never reads is waited for as long as by the real app."""

    number: int
    target: str
    mode: str
    busy: float
    old: str
    observer: str
    kind: str
    patient: bool = True

    @property
    def text(self) -> str:
        """What is dictated; no other case has it."""
        start = f"Take {self.number}: "
        return (
            start
            + {
                "short": "yes.",
                "accents": 'señora, Grüße, 25 €, “quoted”, it\'s "so", 👩\u200d💻 🎉.',
                "long": "palabra ñ " * 2000 + "fin.",
                "lines": "one line\nsecond line\nand the last",
            }[self.kind]
        )

    @property
    def typed(self) -> str:
        """What the target gets of it."""
        return self.text.replace("\n", " ") if self.target == "xterm" else self.text

    @property
    def content(self) -> dict[str, bytes]:
        """What the clipboard holds before."""
        name = f"{MARK}{self.number}"
        return {
            "text": {"text/plain": f"{name} ä".encode()},
            "image": {"image/png": PNG},
            "files": {"text/uri-list": f"file:///tmp/{name}%20a\r\nfile:///tmp/{name}-b\r\n".encode()},
            "rich": {"text/plain": name.encode(), "text/html": f"<b>{name}</b>".encode()},
        }[self.old]

    @property
    def features(self) -> frozenset[tuple[object, ...]]:
        """What a sample is to have seen."""
        single = (self.target, self.mode, self.busy, self.old, self.observer, self.kind)
        pairs = {(self.target, self.mode), (self.mode, self.observer), (self.target, self.old)}
        return frozenset({(value,) for value in single} | pairs)

    @property
    def seconds(self) -> float:
        """About so long it takes."""
        return 0.5 + (self.busy if self.mode in READING else 2.0)

    def __str__(self) -> str:
        words = (self.target, self.mode, f"busy {self.busy:g} s", self.old, self.observer, self.kind)
        return f"{self.number:3}  " + ", ".join(words)


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of it. `old` and `new`: all formats of each selection, before and after.

    `elsewhere` names other windows that changed, `keys` what is held down, `error` what people were told.
    """

    outcome: str
    before: str
    after: str
    old: Mapping[str, Mapping[str, bytes]]
    new: Mapping[str, Mapping[str, bytes]]
    elsewhere: Sequence[str] = ()
    keys: str = ""
    error: str = ""
    seconds: float = 0.0

    def __str__(self) -> str:
        told = f" ({self.error})" if self.error else ""
        return f"{self.outcome.lower()}{told} after {self.seconds:.1f} s"


def cases() -> list[Case]:
    """All two hundred, in a random order that is always the same."""
    dice = random.Random(SEED)
    drawn: list[tuple[str, str]] = [
        (target, mode)
        for target, modes in MODES.items()
        for mode, count in modes.items()
        for _ in range(count)
    ]
    dice.shuffle(drawn)
    reading = sum(mode in READING for _, mode in drawn)
    pace = _dealt(dice, BUSY_SECONDS, reading)
    olds, observers, kinds = (_dealt(dice, values, len(drawn)) for values in (OLD, OBSERVERS, TEXTS))
    made, waiting = [], 0
    for number, (target, mode) in enumerate(drawn):
        busy = pace.pop() if mode in READING else 0.2 if mode == "quit" else 0.0
        waiting += mode not in READING
        one_line = mode == "password" and kinds[number] == "lines"
        made.append(
            Case(
                number, target, mode, float(busy), str(olds[number]), str(observers[number]),
                "short" if one_line else str(kinds[number]), patient=mode in READING or waiting % 4 == 0,
            )
        )  # fmt: skip
    return made


def sample(of: Sequence[Case], size: int = 20) -> list[Case]:
    """Those that show the most in the least time, and two of slow targets. None waits as the real app."""
    chosen = [
        next(case for case in of if case.busy == busy and case.observer == "watch") for busy in (1.5, 5)
    ]
    known = {feature for case in chosen for feature in case.features}
    while len(chosen) < size:
        left = [case for case in of if case not in chosen]
        best = max(left, key=lambda case: (len(case.features - known) / case.seconds, -case.seconds))
        chosen.append(best)
        known |= best.features
    shortened = [
        Case(
            case.number, case.target, case.mode, case.busy, case.old, case.observer, case.kind,
            patient=case.mode in READING,
        )
        for case in chosen
    ]  # fmt: skip
    return sorted(shortened, key=lambda case: case.number)


def violations(case: Case, seen: Seen) -> list[str]:
    """What must not be, a sentence each."""
    found = []
    expected = seen.before + case.typed
    if MARK in seen.after.removeprefix(seen.before):
        found.append(f"the target got the old clipboard: {_short(seen.after)}")
    if seen.outcome not in ("DELIVERED", "UNCONFIRMED"):
        found.append(f"it is reported as {seen.outcome}")
    if seen.outcome == "DELIVERED" and seen.after != expected:
        found.append(f"reported as delivered, but the target holds {_short(seen.after)}")
    if seen.after not in (seen.before, expected):
        found.append(f"the target holds neither what it held nor the text once more: {_short(seen.after)}")
    if case.mode in READING and seen.outcome != "DELIVERED":
        found.append("not reported as delivered, though the target read it")
    if case.mode not in READING and seen.outcome == "DELIVERED":
        found.append("reported as delivered, though the target had read nothing")
    if seen.outcome == "DELIVERED":
        found += [
            f"{selection} is not what it was: {_difference(old, seen.new[selection])}"
            for selection, old in seen.old.items()
            if not _is_back(old, seen.new[selection])
        ]
    elif (left := seen.new["CLIPBOARD"].get("UTF8_STRING", b"").decode()) not in (case.text, case.typed):
        found.append(f"not delivered, and the clipboard holds {_short(left)} in its place")
    found += [f"the text window {name} changed as well" for name in seen.elsewhere]
    if seen.keys:
        found.append(f"still down: {seen.keys}")
    return found


def _is_back(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Every format as it was, and no other content."""
    text = old.get("text/plain")
    more = {name: content for name, content in new.items() if name not in old}
    return {name: new.get(name) for name in old} == old and all(
        name in TEXT_ALIASES and content == text for name, content in more.items()
    )


def _dealt(dice: random.Random, values: Sequence[object], count: int) -> list[float | str]:
    """So many values, each as often as the others, shuffled."""
    dealt: list[float | str] = [values[at % len(values)] for at in range(count)]  # type: ignore[misc]
    dice.shuffle(dealt)
    return dealt


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:30]} ... {text[-40:]}") + f" ({len(text)})"


def _difference(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> str:
    names = [name for name in sorted({*old, *new}) if old.get(name) != new.get(name)]
    return ", ".join(f"{name} {old.get(name, b'-')[:30]!r} -> {new.get(name, b'-')[:30]!r}" for name in names)
