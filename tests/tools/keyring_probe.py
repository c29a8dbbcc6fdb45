"""A process with the real KeyringSecrets in it, steered by lines of JSON, and the store at this end of it.

    python -m tests.tools.keyring_probe PROFILE

The keyring library finds its bus in the environment, so that each bus needs a process of its own. Everything
that is logged in there goes to files in PROFILE.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText

ROOT = Path(__file__).parents[2]


class ProbedSecrets:
    """Implements SecretStore by asking the process. `seconds` is how long each answer took in there."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.pid = process.pid
        self._to: IO[str] = process.stdin
        self._from: IO[str] = process.stdout
        self.seconds: list[float] = []

    def state(self, service: str) -> SecretState:
        return self._state("state", service)

    def load(self, service: str) -> SensitiveText:
        return SensitiveText(self._ask("load", service)["key"])

    def save(self, service: str, secret: SensitiveText) -> SecretState:
        return self._state("save", service, secret.reveal())

    def forget(self, service: str) -> SecretState:
        return self._state("forget", service)

    def environment_of_a_child(self) -> str:
        """What a child process of the process is given."""
        return str(self._ask("environment")["environment"])

    def _state(self, *question: str) -> SecretState:
        answer = self._ask(*question)
        return SecretState(SecretPlace(answer["place"]), answer["keyring"])

    def _ask(self, *question: str) -> dict[str, Any]:
        self._to.write(json.dumps(question) + "\n")
        self._to.flush()
        answer: dict[str, Any] = json.loads(self._from.readline())
        self.seconds.append(answer["seconds"])
        return answer


@contextlib.contextmanager
def probed_secrets(bus: str, profile: Path) -> Iterator[ProbedSecrets]:
    """A store in a process whose session bus is at `bus`; without one if it is ""."""
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus, "HOME": str(profile)}
    if not bus:
        del environment["DBUS_SESSION_BUS_ADDRESS"]
    command = [sys.executable, "-m", "tests.tools.keyring_probe", str(profile)]
    pipe = subprocess.PIPE
    with (
        (profile / "standard-error").open("a") as errors,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=errors, text=True
        ) as process,
    ):
        try:
            yield ProbedSecrets(process)
        finally:
            process.kill()


def main() -> None:
    from v2m_desktop.os_integration.keyring_secrets import KeyringSecrets

    logging.basicConfig(filename=Path(sys.argv[1]) / "probe.log", level=logging.DEBUG)
    secrets = KeyringSecrets()
    for line in sys.stdin:
        kind, *words = json.loads(line)
        begun = time.monotonic()
        answer = _answer(secrets, kind, words)
        print(json.dumps({**answer, "seconds": time.monotonic() - begun}), flush=True)


def _answer(secrets: Any, kind: str, words: list[str]) -> dict[str, str]:
    if kind == "environment":
        child = subprocess.run(["env"], capture_output=True, text=True, check=True)
        return {"environment": child.stdout}
    if kind == "load":
        return {"key": secrets.load(*words).reveal()}
    if kind == "save":
        words = [words[0], SensitiveText(words[1])]  # type: ignore[list-item]
    state = getattr(secrets, kind)(*words)
    return {"place": state.place.value, "keyring": state.keyring}


if __name__ == "__main__":
    main()
