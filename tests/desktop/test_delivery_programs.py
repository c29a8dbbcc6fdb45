"""Delivery into real programs: a terminal, a browser, GTK, Qt, and a window for which another reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop import x_state
from tests.desktop.chromium_target import ChromiumWindow
from tests.desktop.clipboard_holder import ClipboardHolder
from tests.desktop.delivery_rig import DeliveryRig, delivery_rig
from tests.desktop.target_window import GtkWindow, ProxyWindow, TargetWindow
from tests.desktop.xterm_target import XtermWindow
from v2m_desktop.output.results import Outcome

OLD = {"text/plain": b"old", "text/html": b"<b>old</b>"}
PROGRAMS = ("qt", "gtk", "xterm", "chromium")
TEXTS = {
    "short": "Good morning.",
    "special": 'It\'s "señora", “Grüße”, 25 €, naïve, 👩\u200d💻 🎉.',
    "long": "palabra ñ " * 2000 + "fin.",
}

Window = TargetWindow | XtermWindow | ChromiumWindow


@pytest.fixture(scope="module")
def windows() -> Iterator[dict[str, Window]]:
    with ExitStack() as stack:
        yield {
            "qt": stack.enter_context(TargetWindow()),
            "gtk": stack.enter_context(GtkWindow()),
            "xterm": stack.enter_context(XtermWindow()),
            "chromium": stack.enter_context(ChromiumWindow()),
        }


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[DeliveryRig]:
    with delivery_rig(qtbot) as rig, ClipboardHolder() as copied, ClipboardHolder("primary") as selected:
        copied.copy(OLD)
        selected.copy({"text/plain": b"selected"})
        yield rig
        found = rig.formats()
        assert {name: found.get(name) for name in OLD} == OLD
        assert rig.copied("PRIMARY") == "selected"
        assert x_state.keys_down() == ""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("program", PROGRAMS)
def test_the_text_arrives_exactly(
    rig: DeliveryRig, windows: dict[str, Window], program: str, text: str
) -> None:
    target = windows[program]
    x_state.activate(target.window)
    target.clear()
    expected = {name: window.text for name, window in windows.items()} | {program: text}
    rig.deliver(text)
    assert rig.settle().outcome is Outcome.DELIVERED
    target.wait_text(lambda held: held == text)
    assert {name: window.text for name, window in windows.items()} == expected


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_new_line_is_a_space_in_a_terminal_only(
    rig: DeliveryRig, windows: dict[str, Window], program: str
) -> None:
    target = windows[program]
    x_state.activate(target.window)
    target.clear()
    rig.deliver("one line\nanother line")
    assert rig.settle().outcome is Outcome.DELIVERED
    between = " " if program == "xterm" else "\n"
    target.wait_text(lambda held: held == f"one line{between}another line")


@pytest.mark.parametrize("busy", [0, 1.5])
def test_a_reader_nobody_knows_settles_by_quiet(rig: DeliveryRig, busy: float) -> None:
    with ProxyWindow("--busy", str(busy)) as target:
        rig.deliver(TEXTS["special"])
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda held: held == TEXTS["special"])
