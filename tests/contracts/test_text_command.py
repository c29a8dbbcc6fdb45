"""The contract of the external command on the fake and on real programs."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fakes.text_command import FakeTextCommand
from tests.patience import PATIENCE_S
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import TextCommand
from v2m_desktop.os_integration.external_command import ExternalCommand

WORDS = "Hello, señora: 25 € “quoted”\n\t👩\u200d💻"


def wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it does not come"
        subprocess.run(["sleep", "0.02"], check=True)


@dataclass
class Rig:
    """`good` ends well, `bad` does not start."""

    command: TextCommand
    good: str
    bad: str
    refuse: Callable[[], None] = lambda: None


class TextCommandContract:
    def test_it_is_done_once_the_program_ended(self, rig: Rig) -> None:
        assert not rig.command.done()
        rig.command.begin(rig.good, WORDS)
        wait(rig.command.done)
        assert rig.command.done()

    def test_one_after_the_other(self, rig: Rig) -> None:
        for _ in range(3):
            rig.command.begin(rig.good, WORDS)
        wait(rig.command.done)

    def test_what_does_not_start_raises_at_once(self, rig: Rig) -> None:
        rig.refuse()
        with pytest.raises(DeliveryError):
            rig.command.begin(rig.bad, WORDS)
        assert not rig.command.done()

    def test_canceled_it_is_never_done(self, rig: Rig) -> None:
        rig.command.begin(rig.good, WORDS)
        rig.command.cancel()
        rig.command.cancel()
        assert not rig.command.done()


class TestFakeTextCommand(TextCommandContract):
    @pytest.fixture
    def rig(self) -> Rig:
        command = FakeTextCommand()

        def refuse() -> None:
            command.refusal = DeliveryError("Not here.")

        return Rig(command, "good", "bad", refuse)


class TestExternalCommand(TextCommandContract):
    @pytest.fixture
    def rig(self) -> Rig:
        return Rig(ExternalCommand(PATIENCE_S), "cat", "no-such-program-of-anybody --option")


@pytest.fixture
def command() -> ExternalCommand:
    return ExternalCommand(PATIENCE_S)


@pytest.mark.parametrize("text", ["", WORDS, "palabra ñ " * 100_000], ids=["nothing", "words", "a megabyte"])
def test_the_program_gets_exactly_the_bytes(command: ExternalCommand, text: str, tmp_path: Path) -> None:
    kept = tmp_path / "with space"
    command.begin(f"sh -c 'cat > \"$1\"' sh '{kept}'", text)
    wait(command.done)
    assert kept.read_bytes() == text.encode()


def test_nothing_is_read_by_a_shell(command: ExternalCommand, tmp_path: Path) -> None:
    script = "import json, sys; json.dump(sys.argv[1:], open(sys.argv[1], 'w'))"
    arguments = [str(tmp_path / "seen"), "$HOME", "a;b", "`id`", "*"]
    command.begin(shlex.join([sys.executable, "-c", script, *arguments]), WORDS)
    wait(command.done)
    assert json.loads((tmp_path / "seen").read_text()) == arguments


def test_a_program_that_does_not_read_may_end_well(command: ExternalCommand) -> None:
    command.begin("true", "x" * 1_000_000)
    wait(command.done)


def test_a_program_may_close_its_input_and_work_on(command: ExternalCommand) -> None:
    command.begin("sh -c 'exec 0<&-; sleep 0.1'", "x" * 1_000_000)
    wait(command.done)


def test_a_failure_is_told_with_its_status(command: ExternalCommand) -> None:
    command.begin("sh -c 'cat >/dev/null; echo secret >&2; exit 3'", WORDS)
    with pytest.raises(DeliveryError) as caught:
        wait(command.done)
    assert caught.value.message == '"sh" failed with status 3. The text is kept.'


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "No command is set"),
        ("   ", "No command is set"),
        ("say 'twice", "without its twin"),
        ("no-such-program-of-anybody -x", 'no program "no-such-program-of-anybody"'),
        ("/etc/passwd", '"/etc/passwd" cannot be started: Permission denied'),
        ("a\0b", "cannot be started"),
    ],
)
def test_what_cannot_be_started_says_so(command: ExternalCommand, line: str, sentence: str) -> None:
    with pytest.raises(DeliveryError, match=sentence):
        command.begin(line, WORDS)
    assert not command.done()


def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    command = ExternalCommand(1.5)
    command.begin(f"sh -c 'sleep 1000 & echo $! > {tmp_path}/child; wait'", "x" * 1_000_000)
    with pytest.raises(DeliveryError, match=r"took longer than 1\.5 s"):
        wait(command.done)
    assert_ended(int((tmp_path / "child").read_text()))


def test_a_program_that_will_not_end_is_made_to(tmp_path: Path) -> None:
    command = ExternalCommand(1.5)
    script = f"trap '' TERM; echo $$ > {tmp_path}/itself; while :; do sleep 0.1; done"
    command.begin(shlex.join(["sh", "-c", script]), WORDS)
    with pytest.raises(DeliveryError, match="took longer"):
        wait(command.done)
    assert_ended(int((tmp_path / "itself").read_text()))


def test_canceling_ends_it(command: ExternalCommand, tmp_path: Path) -> None:
    command.begin(f"sh -c 'echo $$ > {tmp_path}/itself; exec sleep 1000'", WORDS)
    wait(lambda: (tmp_path / "itself").exists() and (tmp_path / "itself").read_text() != "")
    command.cancel()
    wait(lambda: not Path(f"/proc/{(tmp_path / 'itself').read_text().strip()}").exists())


def test_our_own_variables_stay_with_us(tmp_path: Path) -> None:
    secrets = {"GEMINI_API_KEY": "k1", "GOOGLE_API_KEY": "k2", "V2M_PROFILE": "p"}
    command = ExternalCommand(PATIENCE_S, {"PATH": os.environ["PATH"], "MY_TOKEN": "mine", **secrets})
    command.begin(f"sh -c 'env > {tmp_path}/seen'", WORDS)
    wait(command.done)
    seen = (tmp_path / "seen").read_text()
    assert "MY_TOKEN=mine" in seen
    assert not any(name in seen for name in secrets)
    assert "señora" not in seen


def assert_ended(process: int) -> None:
    """An orphan that ended may wait for whoever adopts it."""

    def ended() -> bool:
        try:
            status = Path(f"/proc/{process}/stat").read_text()
        except (FileNotFoundError, ProcessLookupError):
            return True
        return status.rpartition(")")[2].split()[0] == "Z"

    wait(ended)
