"""What every SecretStore promises: the fake, and the real one with keyrings that work, refuse or hang."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.fakes.secrets import FakeSecrets
from tests.tools import canary
from tests.tools.keyring_probe import ProbedSecrets, probed_secrets
from tests.tools.secret_service import session_bus
from v2m_desktop.core.secrets import SecretPlace, SecretState, SecretStore
from v2m_desktop.core.sensitive import SensitiveText

KEY = SensitiveText("AIza-marmalade-canary-7c1f")
OTHER = SensitiveText("AIza-the-other-key-ümläut")
LONGEST_SECONDS = 12.0
"""The deadline is 3 s; the rest is for a busy machine."""

Opened = contextlib.AbstractContextManager[SecretStore]


@dataclass(frozen=True, slots=True)
class Rig:
    """`open` starts the app, as it were: what is in the keyring is there again. `name` is the keyring's."""

    open: Callable[[], Opened]
    place: SecretPlace
    name: str


def _fake(keyring: str) -> Rig:
    kept: dict[str, SensitiveText] = {}
    place = SecretPlace.KEYRING if keyring else SecretPlace.SESSION
    return Rig(lambda: contextlib.nullcontext(FakeSecrets(keyring, kept)), place, keyring)


@contextlib.contextmanager
def _silent_bus(folder: Path) -> Iterator[str]:
    """A bus that takes every call and never says a word: nobody can even ask whether there is a keyring."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "bus"))
        server.listen()
        yield f"unix:path={folder / 'bus'}"


@contextlib.contextmanager
def _bus(condition: str, folder: Path) -> Iterator[str]:
    if condition == "no bus":
        yield ""
        return
    opened = _silent_bus(folder) if condition == "silent bus" else session_bus(condition.replace("none", ""))
    with opened as address:
        yield address


EXPECTED = {
    "open": (SecretPlace.KEYRING, "Secret Service"),
    "locked": (SecretPlace.SESSION, "Secret Service"),
    "hung": (SecretPlace.SESSION, ""),
    "none": (SecretPlace.SESSION, ""),
    "no bus": (SecretPlace.SESSION, ""),
    "silent bus": (SecretPlace.SESSION, ""),
}


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


CONDITIONS = list(EXPECTED) if FULL_CAMPAIGN else ["open", "locked", "hung", "none"]
"""A bus that hangs or is not there is like a keyring that hangs or is not there, and takes as long."""


@pytest.fixture(params=["fake", "fake without keyring", *CONDITIONS])
def rig(request: pytest.FixtureRequest, profile: Path, tmp_path: Path) -> Iterator[Rig]:
    if request.param.startswith("fake"):
        yield _fake("" if "without" in request.param else "Secret Service")
        return
    with _bus(request.param, tmp_path) as address:
        yield Rig(lambda: probed_secrets(address, profile), *EXPECTED[request.param])


def in_time(secrets: SecretStore) -> bool:
    """Only the real ones take any time."""
    return not isinstance(secrets, ProbedSecrets) or max(secrets.seconds) < LONGEST_SECONDS


def test_a_key_is_kept_replaced_and_forgotten(rig: Rig) -> None:
    here, nowhere = SecretState(rig.place, rig.name), SecretState(SecretPlace.NOWHERE, rig.name)
    with rig.open() as secrets:
        assert secrets.state("gemini") == nowhere
        assert secrets.load("gemini") == SensitiveText()
        for key in (KEY, OTHER):
            assert secrets.save("gemini", key) == here
            assert secrets.state("gemini") == here
            assert secrets.load("gemini") == key
        assert secrets.forget("gemini") == nowhere
        assert secrets.state("gemini") == nowhere
        assert secrets.load("gemini") == SensitiveText()
        assert in_time(secrets)


def test_keys_of_services_do_not_mix(rig: Rig) -> None:
    with rig.open() as secrets:
        secrets.save("gemini", KEY)
        secrets.save("other", OTHER)
        assert (secrets.load("gemini"), secrets.load("other")) == (KEY, OTHER)
        secrets.forget("gemini")
        assert (secrets.load("gemini"), secrets.load("other")) == (SensitiveText(), OTHER)


def test_to_forget_what_is_not_there_is_no_error(rig: Rig) -> None:
    with rig.open() as secrets:
        assert secrets.forget("gemini").place is SecretPlace.NOWHERE
        assert secrets.save("gemini", SensitiveText()).place is SecretPlace.NOWHERE


def test_after_a_restart_there_is_what_was_promised(rig: Rig) -> None:
    with rig.open() as secrets:
        promised = secrets.save("gemini", KEY).place
    with rig.open() as secrets:
        kept = promised is SecretPlace.KEYRING
        assert secrets.load("gemini") == (KEY if kept else SensitiveText())
        assert secrets.state("gemini").place is (SecretPlace.KEYRING if kept else SecretPlace.NOWHERE)
        assert in_time(secrets)


@pytest.mark.parametrize("condition", EXPECTED)
def test_the_key_is_in_no_file_and_no_environment(condition: str, profile: Path, tmp_path: Path) -> None:
    with _bus(condition, tmp_path) as address, probed_secrets(address, profile) as secrets:
        secrets.save("gemini", KEY)
        assert secrets.load("gemini") == KEY
        (profile / "own-environment").write_bytes(Path(f"/proc/{secrets.pid}/environ").read_bytes())
        (profile / "own-arguments").write_bytes(Path(f"/proc/{secrets.pid}/cmdline").read_bytes())
        (profile / "environment-of-a-child").write_text(secrets.environment_of_a_child())
    assert "PATH=" in (profile / "environment-of-a-child").read_text()
    assert (profile / "probe.log").exists()
    assert canary.search(profile, KEY.reveal()) == []


def test_a_keyring_that_hung_is_not_waited_for_again(profile: Path) -> None:
    with session_bus("hung") as address, probed_secrets(address, profile) as secrets:
        for _ in range(3):
            secrets.save("gemini", KEY)
            secrets.load("other")
        first, *later = secrets.seconds
    assert 2.5 < first < LONGEST_SECONDS
    assert max(later) < 2.5
