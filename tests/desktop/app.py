"""Runs the real app in a process and with a profile of its own, and watches it through its commands."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import tomlkit

from v2m_desktop.app.own_models import OFFERED
from v2m_desktop.storage.paths import Paths

ROOT = Path(__file__).resolve().parents[2]
END_SECONDS = 5.0
"""The app is gone this long after it was told to quit."""

Event = dict[str, Any]
SettingsTables = Mapping[str, Mapping[str, object]]


class AppError(AssertionError):
    """The app did not do what was waited for. The message holds its output and log."""


@dataclass(frozen=True, slots=True)
class Take:
    """One take that is over. `text` is what was recognized, "" for nothing."""

    session: int
    stage: str
    text: str
    milliseconds: Mapping[str, float]
    message: str | None


class RunningApp:
    """`with RunningApp() as app:` starts the app on this display and waits until its commands answer.

    At the end it quits the app, which must be gone within END_SECONDS, with code 0 and no process left.
    """

    def __init__(
        self,
        settings: SettingsTables | None = None,
        environment: Mapping[str, str] | None = None,
        profile: Path | None = None,
        *,
        first_start: bool = False,
    ) -> None:
        """`first_start`: nobody was offered a model yet."""
        self._first_start = first_start
        self._folder = tempfile.TemporaryDirectory(prefix="v2m-app-")
        self.profile = profile or Path(self._folder.name) / "profile"
        self.environment = {**os.environ, "V2M_PROFILE": str(self.profile), **(environment or {})}
        if "STAGE_PULSE_PID" in os.environ:
            self.environment["QT_QPA_PLATFORM"] = "xcb"
        self._settings = settings or {}
        self._output = Path(self._folder.name) / "output"
        self.events: list[Event] = []
        self._changed = threading.Condition()
        self._ended = False

    def __enter__(self) -> Self:
        self.profile.mkdir(parents=True, exist_ok=True)
        if not self._first_start:
            mark = Paths.under(self.profile).data / OFFERED
            if not mark.parent.is_file():  # a test of what the app does then
                mark.parent.mkdir(parents=True, exist_ok=True)
                mark.touch()
        if self._settings:
            text = tomlkit.dumps({name: dict(table) for name, table in self._settings.items()})
            (self.profile / "settings.toml").write_text(text, encoding="utf-8")
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                self.command(), cwd=ROOT, env=self.environment, stdout=output, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        try:
            self._follow()
        except BaseException:
            self._end_hard()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None and self.process.poll() is None:
                self._quit()
            elif error is None and not self._ended:
                raise AppError(f"the app ended by itself\n{self.report()}")
            else:
                print(self.report(), file=sys.stderr)
        finally:
            self._end_hard()
            self._folder.cleanup()

    # Orders

    @staticmethod
    def command(*words: str) -> list[str]:
        """The `v2m` command line: of this checkout, or of the program that V2M_COMMAND names."""
        program = os.environ.get("V2M_COMMAND")
        return [program, *words] if program else [sys.executable, "-m", "v2m_desktop", *words]

    def order(self, *words: str) -> str:
        """Run one `v2m` command against this app; what it printed."""
        done = subprocess.run(
            self.command(*words), cwd=ROOT, env=self.environment, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            raise AppError(
                f"v2m {' '.join(words)} ended with {done.returncode}: {done.stderr}\n{self.report()}"
            )
        return done.stdout

    def end_with(self, number: signal.Signals) -> int:
        """Send a signal that ends the app; its exit code. The next statement may leave the block."""
        self._ended = True
        self.process.send_signal(number)
        return self.process.wait(END_SECONDS)

    def status(self) -> Event:
        """What `v2m status --json` says."""
        answer: Event = json.loads(self.order("status", "--json"))
        return answer

    # Waiting

    def mark(self) -> int:
        """A place in the stream of events, for `wait`."""
        with self._changed:
            return len(self.events)

    def wait(self, what: str, found: Callable[[Event], bool], since: int = 0, seconds: float = 30.0) -> Event:
        """The first event after `since` for which `found` holds. Raises AppError naming `what`."""
        deadline = time.monotonic() + seconds
        position = since
        with self._changed:
            while True:
                while position < len(self.events):
                    if found(self.events[position]):
                        return self.events[position]
                    position += 1
                left = deadline - time.monotonic()
                if left <= 0 or self.process.poll() is not None:
                    raise AppError(f"not in {seconds:.0f} s: {what}\n{self.report()}")
                self._changed.wait(min(left, 0.5))

    def wait_model(self, seconds: float = 60.0) -> None:
        """Wait until the model is ready. Raises AppError when it is not, or failed."""
        deadline = time.monotonic() + seconds
        pause = threading.Event()
        while (state := self.status()["model"]["state"]) != "ready":
            if state == "failed" or time.monotonic() > deadline:
                raise AppError(f"the model is {state}\n{self.report()}")
            pause.wait(0.1)

    def wait_listening(self, since: int) -> Event:
        """Wait until the app says that it hears."""
        return self.wait("listening", lambda event: event.get("capture") == "listening", since)

    def wait_closed(self, since: int, session: int, seconds: float = 60.0) -> Event:
        """Wait until this take is over."""
        return self.wait(
            f"the end of take {session}",
            lambda event: event["event"] == "take_closed" and event["session"] == session,
            since,
            seconds,
        )

    def wait_take(self, since: int, seconds: float = 60.0) -> Take:
        """Wait until a take that ends after `since` is over."""
        closed = self.wait(
            "the end of the take", lambda event: event["event"] == "take_closed", since, seconds
        )
        with self._changed:
            texts = [
                event["committed"]
                for event in self.events[since:]
                if event["event"] == "transcription_update"
                and event["final"]
                and event["session"] == closed["session"]
            ]
        return Take(
            closed["session"], closed["stage"], texts[-1] if texts else "", closed["milliseconds"],
            closed["message"],
        )  # fmt: skip

    def log(self) -> str:
        """The app's log file so far."""
        files = sorted((self.profile / "logs").glob("*.log*"))
        return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)

    def output(self) -> str:
        """What the app printed so far."""
        return self._output.read_text(encoding="utf-8", errors="replace") if self._output.exists() else ""

    def report(self) -> str:
        """Output, log and last events, for whoever has to find out why."""
        events = "\n".join(json.dumps(event) for event in self.events[-25:])
        return f"--- output\n{self.output()}\n--- log\n{self.log()[-6000:]}\n--- events\n{events}\n---"

    # Following and ending

    def _follow(self) -> None:
        deadline = time.monotonic() + 30
        pause = threading.Event()
        while True:
            self._follower = subprocess.Popen(
                self.command("events"), cwd=ROOT, env=self.environment, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True,
            )  # fmt: skip
            assert self._follower.stdout is not None
            first = self._follower.stdout.readline()
            if first:
                break
            self._follower.stdout.close()
            self._follower.wait()
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise AppError(f"the app did not start (code {self.process.poll()})\n{self.report()}")
            pause.wait(0.05)
        self.events.append(json.loads(first))
        self._reader = threading.Thread(target=self._read, name="app-events", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._follower.stdout is not None
        for line in self._follower.stdout:
            with self._changed:
                self.events.append(json.loads(line))
                self._changed.notify_all()

    def _quit(self) -> None:
        self.order("quit")
        try:
            code = self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            raise AppError(f"the app still runs {END_SECONDS:.0f} s after quit\n{self.report()}") from None
        if code != 0:
            raise AppError(f"the app ended with {code}\n{self.report()}")
        if left := processes_of_group(self.process.pid):
            raise AppError(f"the app left processes: {left}\n{self.report()}")

    def _end_hard(self) -> None:
        """After a failure: nothing of ours stays, whatever state it is in."""
        if self.process.poll() is None or processes_of_group(self.process.pid):
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
        follower = getattr(self, "_follower", None)
        if follower is None:
            return
        if follower.poll() is None:
            follower.terminate()
            follower.wait(10)
        if reader := getattr(self, "_reader", None):
            reader.join(10)
        if follower.stdout is not None:
            follower.stdout.close()


def processes_of_group(group: int) -> list[str]:
    """Names of the living processes of a process group."""
    done = subprocess.run(["ps", "-e", "-o", "pgid=,stat=,comm="], capture_output=True, text=True, check=True)
    rows = (line.split(None, 2) for line in done.stdout.splitlines())
    return [row[2] for row in rows if len(row) == 3 and row[0] == str(group) and not row[1].startswith("Z")]
