"""Two hundred deliveries into programs in every mood: the right words, or the word that it is not proven."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.campaign import FULL_CAMPAIGN
from tests.desktop import x_state
from tests.desktop.chromium_target import ChromiumWindow
from tests.desktop.clipboard_holder import ClipboardHolder
from tests.desktop.delivery_cases import Case, Seen, cases, sample, violations
from tests.desktop.delivery_rig import DeliveryRig, bounds, delivery_rig
from tests.desktop.observer import Observer
from tests.desktop.target_window import GtkWindow, TargetWindow
from tests.desktop.xterm_target import XtermWindow

RESULT = Path(__file__).resolve().parents[2] / "build" / "deliveries.json"
SELECTIONS = ("CLIPBOARD", "PRIMARY")
SELECTED = {"text/plain": b"OLD-selected"}
IMPATIENT_SECONDS = 2.0
ARRIVES_SECONDS = 10.0
LONGEST_HELD = 5000

Window = TargetWindow | XtermWindow | ChromiumWindow


@dataclass(frozen=True)
class Stage:
    """All that takes part."""

    rig: DeliveryRig
    windows: Mapping[str, Window]
    clipboard: ClipboardHolder
    selected: ClipboardHolder
    observer: Observer

    def play(self, case: Case) -> Seen:
        """One delivery. Whoever is waited for may want to read our clipboard: our events go on."""
        target, began = self.windows[case.target], time.monotonic()
        if len(target.text) > LONGEST_HELD:
            self.rig.outside(target.clear)
        x_state.activate(target.window)
        self.clipboard.copy(case.content)
        self.selected.copy(SELECTED)
        old = {selection: self.rig.formats(selection) for selection in SELECTIONS}
        self.observer.order(case.observer)
        self.rig.service.bounds = bounds(None if case.patient else IMPATIENT_SECONDS)
        start = self.rig.window()
        self.rig.outside(lambda: target.prepare(case.mode, case.busy))
        self.rig.keys.on_chord = target.chord_sent
        held = {name: window.text for name, window in self.windows.items()}
        before = held.pop(case.target)
        self.rig.deliver(case.text, start)
        result = self.rig.settle()
        outcome = result.outcome.name
        self.observer.order("rest")
        new = {selection: self.rig.formats(selection) for selection in SELECTIONS}
        if outcome == "DELIVERED":
            self.rig.outside(lambda: target.changed(before, ARRIVES_SECONDS))  # shown a moment later
        self.rig.outside(target.recover)
        after = before if target.text == "" else target.text  # it was started anew
        elsewhere = [name for name, text in held.items() if self.windows[name].text != text]
        error = "" if result.error is None else result.error.message
        keys, seconds = x_state.keys_down(), time.monotonic() - began
        return Seen(outcome, before, after, old, new, elsewhere, keys, error, seconds)


@contextmanager
def staged(bot: QtBot) -> Iterator[Stage]:
    with ExitStack() as stack:
        windows: dict[str, Window] = {
            "qt": stack.enter_context(TargetWindow()),
            "gtk": stack.enter_context(GtkWindow()),
            "xterm": stack.enter_context(XtermWindow()),
            "chromium": stack.enter_context(ChromiumWindow()),
        }
        holders = ClipboardHolder(), ClipboardHolder("primary")
        clipboard, selected = (stack.enter_context(holder) for holder in holders)
        observer = stack.enter_context(Observer())
        yield Stage(stack.enter_context(delivery_rig(bot)), windows, clipboard, selected, observer)


def test_the_words_arrive_or_are_reported_unconfirmed_and_the_clipboard_is_as_it_was(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    chosen = cases() if FULL_CAMPAIGN else sample(cases())
    lines: list[str] = []
    played: list[str] = []
    count: Counter[str] = Counter()
    with staged(qtbot) as stage:
        for case in chosen:
            seen = stage.play(case)
            broken = violations(case, seen)
            played.append(f"{case}: {seen}")
            count[f"{case.target} {case.mode}: {seen.outcome.lower()}"] += 1
            lines += [f"{case}, {seen}: {each}" for each in broken]
            if broken:
                stage.rig.outside(stage.windows[case.target].clear)
    RESULT.parent.mkdir(exist_ok=True)
    told = {
        "deliveries": len(chosen),
        "outcomes": dict(sorted(count.items())),
        "violations": lines,
        "played": played,
    }
    RESULT.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    with capsys.disabled():
        print(f"\n{len(chosen)} deliveries, {len(lines)} violations")
        print("\n".join(f"  {what:32} {number:4}" for what, number in sorted(count.items())))
    assert not lines, "\n" + "\n".join(lines)
