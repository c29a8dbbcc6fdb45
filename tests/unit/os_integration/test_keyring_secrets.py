"""A keyring that is late, refuses or lies: where the key is then, and that threads do not pile up."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.os_integration.keyring_backends import NamedKeyring, find_keyring
from v2m_desktop.os_integration.keyring_secrets import (
    ABSENT_REST_SECONDS,
    REFUSED_REST_SECONDS,
    SERVICE,
    KeyringSecrets,
)

KEY, OTHER = SensitiveText("marmalade-canary"), SensitiveText("another-canary")
NAME = "Test Keyring"
GUARD_SECONDS = 10.0


class ScriptedKeyring:
    """A back end. It waits while `open` is not set, and raises `refusal` if there is one."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.open = threading.Event()
        self.open.set()
        self.refusal: Exception | None = None
        self.forgetful = False
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self._answer(service)
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer(service)
        if not self.forgetful:
            self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer(service)
        del self.kept[username]

    def _answer(self, service: str) -> None:
        assert service == SERVICE
        self.asked += 1
        assert self.open.wait(GUARD_SECONDS)
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def keyring() -> ScriptedKeyring:
    return ScriptedKeyring()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def secrets(keyring: ScriptedKeyring, clock: FakeClock) -> KeyringSecrets:
    return KeyringSecrets(lambda: NamedKeyring(NAME, keyring), deadline=1.0, clock=clock)


def keyring_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "keyring"]


def let_it_answer(keyring: ScriptedKeyring) -> None:
    keyring.open.set()
    for thread in keyring_threads():
        thread.join(GUARD_SECONDS)


@pytest.mark.expects_log("The keyring does not answer")
def test_while_the_keyring_hangs_keys_are_kept_here_and_one_thread_waits(
    secrets: KeyringSecrets, keyring: ScriptedKeyring
) -> None:
    keyring.open.clear()
    assert secrets.save("gemini", KEY) == SecretState(SecretPlace.SESSION, "")
    for _ in range(20):
        secrets.save("other", OTHER)
        secrets.state("gemini")
    assert secrets.load("gemini") == KEY
    assert keyring.asked == 1
    assert len(keyring_threads()) == 1
    let_it_answer(keyring)


@pytest.mark.expects_log("The keyring does not answer")
def test_a_key_that_arrives_late_in_the_keyring_is_found_there(
    secrets: KeyringSecrets, keyring: ScriptedKeyring
) -> None:
    keyring.open.clear()
    secrets.save("gemini", KEY)
    let_it_answer(keyring)
    assert secrets.state("gemini") == SecretState(SecretPlace.KEYRING, NAME)
    assert secrets.load("gemini") == KEY


@pytest.mark.expects_log("The keyring does not answer")
def test_a_key_forgotten_while_the_keyring_hung_does_not_stay_in_it(
    secrets: KeyringSecrets, keyring: ScriptedKeyring
) -> None:
    keyring.open.clear()
    secrets.save("gemini", KEY)
    assert secrets.forget("gemini").place is SecretPlace.NOWHERE
    assert not secrets.load("gemini")
    let_it_answer(keyring)
    assert keyring.kept == {}
    assert secrets.state("gemini") == SecretState(SecretPlace.NOWHERE, NAME)


@pytest.mark.expects_log("The keyring does not answer")
def test_the_later_of_two_keys_counts(secrets: KeyringSecrets, keyring: ScriptedKeyring) -> None:
    keyring.open.clear()
    secrets.save("gemini", KEY)
    assert secrets.save("gemini", OTHER).place is SecretPlace.SESSION
    let_it_answer(keyring)
    assert secrets.load("gemini") == OTHER
    assert secrets.state("gemini").place is SecretPlace.SESSION
    assert keyring.kept == {}


def test_a_key_that_could_not_be_forgotten_is_not_used_and_goes_as_soon_as_it_can(
    secrets: KeyringSecrets, keyring: ScriptedKeyring, clock: FakeClock
) -> None:
    secrets.save("gemini", KEY)
    keyring.refusal = RuntimeError("locked")
    secrets.forget("gemini")
    keyring.refusal = None
    assert keyring.kept
    assert not secrets.load("gemini")
    clock.advance(REFUSED_REST_SECONDS)
    assert secrets.state("gemini").place is SecretPlace.NOWHERE
    assert keyring.kept == {}


def test_a_keyring_that_refused_is_left_alone_until_a_key_is_to_be_kept(
    secrets: KeyringSecrets, keyring: ScriptedKeyring, clock: FakeClock
) -> None:
    keyring.kept["gemini"] = KEY.reveal()
    keyring.refusal = RuntimeError("locked")
    assert not secrets.load("gemini")
    asked = keyring.asked
    for _ in range(5):
        assert secrets.state("gemini") == SecretState(SecretPlace.NOWHERE, NAME)
    assert keyring.asked == asked
    assert secrets.save("other", OTHER) == SecretState(SecretPlace.SESSION, NAME)
    assert keyring.asked > asked
    keyring.refusal = None
    assert not secrets.load("gemini")
    clock.advance(REFUSED_REST_SECONDS)
    assert secrets.load("gemini") == KEY


def test_a_keyring_that_loses_the_key_is_not_believed(
    secrets: KeyringSecrets, keyring: ScriptedKeyring
) -> None:
    keyring.forgetful = True
    assert secrets.save("gemini", KEY) == SecretState(SecretPlace.SESSION, NAME)
    assert secrets.load("gemini") == KEY


def test_a_keyring_that_comes_later_is_found(keyring: ScriptedKeyring, clock: FakeClock) -> None:
    there: list[NamedKeyring] = []
    secrets = KeyringSecrets(lambda: there[0] if there else None, clock=clock)
    assert secrets.state("gemini") == SecretState(SecretPlace.NOWHERE, "")
    there.append(NamedKeyring(NAME, keyring))
    clock.advance(ABSENT_REST_SECONDS)
    assert secrets.state("gemini") == SecretState(SecretPlace.NOWHERE, NAME)


def test_the_text_of_a_refusal_is_not_logged(
    secrets: KeyringSecrets, keyring: ScriptedKeyring, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    keyring.refusal = ValueError(f"cannot keep {KEY.reveal()}")
    secrets.save("gemini", KEY)
    assert "ValueError" in caplog.text
    assert KEY.reveal() not in caplog.text


PLAIN_TEXT = """
import pathlib
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 100
    def get_password(self, service, username): return None
    def set_password(self, service, username, password):
        pathlib.Path(__file__).with_name("leak").write_text(password)
"""


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("backend", ["plain_text_keyring", "keyring.backends.null", "keyring.backends.fail"])
def test_no_other_back_end_is_ever_used(
    platform: str, backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither one that another program installed nor the one that the environment names."""
    (tmp_path / "plain_text_keyring.py").write_text(PLAIN_TEXT)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{backend}.Keyring")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert find_keyring(platform) is None
    secrets = KeyringSecrets(lambda: find_keyring(platform))
    assert secrets.save("gemini", KEY) == SecretState(SecretPlace.SESSION, "")
    assert [file.name for file in tmp_path.iterdir()] == ["plain_text_keyring.py"]
