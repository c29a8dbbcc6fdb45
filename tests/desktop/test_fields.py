"""The field probe on real programs: what Qt, GTK and Chromium tell over the accessibility bus."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contracts.field_probe import CARET, CONTENT, FieldProbeContract, Rig, ask
from tests.desktop import windows
from tests.desktop.field_window import GTK, QT, FieldWindow, screen_reader_runs, start_accessibility_bus
from tests.patience import PATIENCE_S
from v2m_desktop.core.targets import Client, Field, FieldProbe, Window
from v2m_desktop.os_integration.atspi_fields import ANSWER_SECONDS
from v2m_desktop.os_integration.field_choice import choose_fields
from v2m_desktop.os_integration.x11_focus import X11Focus

PAGE = """<title>{field}</title><input id=password type=password value=geheim>
<textarea id=text>{content}</textarea>
<script>text.setSelectionRange({caret}, {caret}); {field}.focus()</script>"""


@pytest.fixture
def probe() -> Iterator[FieldProbe]:
    start_accessibility_bus()
    made = choose_fields(os.environ, sys.platform)
    yield made
    made.close()


def window_of(process: int) -> Window:
    """The window in front, once it is one of this program."""
    focus, pause, deadline = X11Focus(), threading.Event(), time.monotonic() + PATIENCE_S
    try:
        while True:
            window = focus.focused()
            if window is not None and window.client is not None and window.client.process == process:
                return window
            assert time.monotonic() < deadline, f"the program did not come to the front, but {window}"
            pause.wait(0.05)
    finally:
        focus.close()


def ask_until_told(probe: FieldProbe, window: Window | None, secure: bool) -> Field:
    """A program registers, and tells of a moved focus, when it gets around to it; a busy machine is late."""
    deadline, pause = time.monotonic() + PATIENCE_S, threading.Event()
    while (field := ask(probe, window)) is None or field.secure is not secure:
        assert time.monotonic() < deadline, f"the field was not told, but {field}"
        pause.wait(0.05)
    return field


@pytest.mark.parametrize("command", [QT, GTK], ids=["qt", "gtk"])
class TestRealFields(FieldProbeContract):
    @pytest.fixture
    def form(self, command: tuple[str, ...], probe: FieldProbe) -> Iterator[FieldWindow]:
        with FieldWindow(command) as made:
            yield made

    @pytest.fixture
    def rig(self, form: FieldWindow, probe: FieldProbe) -> Rig:
        window = window_of(form.process.pid)

        def focus(name: str) -> None:
            form.focus(name)
            ask_until_told(probe, window, name == "password")

        return Rig(probe, window, focus)

    def test_a_window_of_unknown_process_is_found_as_the_active_one(self, rig: Rig) -> None:
        rig.focus("password")
        for window in (None, replace(rig.window, client=Client(process=2))):
            ask_until_told(rig.probe, window, secure=True)

    def test_it_is_found_beside_a_program_that_hangs(self, rig: Rig, command: tuple[str, ...]) -> None:
        with FieldWindow(command) as other:
            subprocess.run(["xdotool", "windowactivate", "--sync", str(rig.window.id)], check=True)
            other.process.send_signal(signal.SIGSTOP)
            try:
                rig.focus("password")
                ask_until_told(rig.probe, None, secure=True)
            finally:
                other.process.send_signal(signal.SIGCONT)

    def test_a_program_that_hangs_tells_nothing_in_time(self, rig: Rig, form: FieldWindow) -> None:
        form.process.send_signal(signal.SIGSTOP)
        try:
            begun = time.monotonic()
            assert ask(rig.probe, rig.window) is None
            assert ANSWER_SECONDS * 0.9 < time.monotonic() - begun < PATIENCE_S / 2
        finally:
            form.process.send_signal(signal.SIGCONT)
        ask_until_told(rig.probe, rig.window, secure=False)  # late answers do no harm

    def test_an_answer_takes_milliseconds(self, rig: Rig) -> None:
        rig.focus("text")
        times = []
        for _ in range(20):
            begun = time.perf_counter()
            ask(rig.probe, rig.window)
            times.append((time.perf_counter() - begun) * 1000)
        print(f"asking for the field: median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms")
        assert statistics.median(times) < ANSWER_SECONDS * 1000 / 2


@pytest.mark.parametrize("field", ["text", "password"])
def test_chromium_tells_its_fields(probe: FieldProbe, tmp_path: Path, field: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(field=field, content=CONTENT, caret=CARET), encoding="utf-8")
    with screen_reader_runs():
        browser = subprocess.Popen(
            ["chromium", "--no-sandbox", f"--user-data-dir={tmp_path / 'profile'}", "--no-first-run",
             "--disable-gpu", "--force-renderer-accessibility", page.as_uri()],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            windows.wait_shown(f"{field} - Chromium", PATIENCE_S)
            told = ask_until_told(probe, window_of(browser.pid), field == "password")
            before = None if told.before is None else told.before.reveal()
            assert before == (CONTENT[:CARET] if field == "text" else None)
        finally:
            os.killpg(browser.pid, signal.SIGTERM)
            browser.wait(PATIENCE_S)


def test_nobody_tells_of_a_program_without_accessibility(probe: FieldProbe) -> None:
    terminal = subprocess.Popen(["xterm", "-T", "Terminal without fields"])
    try:
        windows.wait_shown("Terminal without fields")
        window = window_of(terminal.pid)
        assert ask(probe, window) is None
    finally:
        terminal.terminate()
        terminal.wait(PATIENCE_S)


def test_a_bus_that_is_not_there_is_not_started() -> None:
    """It would be by whoever asks for it without saying so."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as bus:  # fmt: skip
        try:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            probe = choose_fields({"DBUS_SESSION_BUS_ADDRESS": address}, sys.platform)
            assert ask(probe, None) is None
            probe.close()
            answer = subprocess.run(
                ["dbus-send", f"--bus={address}", "--print-reply", "--dest=org.freedesktop.DBus",
                 "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner", "string:org.a11y.Bus"],
                capture_output=True, text=True, check=True, timeout=PATIENCE_S,
            ).stdout  # fmt: skip
            assert "boolean false" in answer
        finally:
            bus.terminate()
