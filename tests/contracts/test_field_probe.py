"""The contract of the field probe on the fake, and what the real one does where nobody tells."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from tests.contracts.field_probe import CARET, CONTENT, FieldProbeContract, Rig, ask
from tests.fakes.fields import FakeFields
from tests.fakes.focus import window
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import Field
from v2m_desktop.os_integration.atspi_fields import AtspiFields
from v2m_desktop.os_integration.field_choice import choose_fields
from v2m_desktop.os_integration.null_fields import NullFields

FIELDS = {
    "text": Field("1/text", False, SensitiveText(CONTENT[:CARET]), SensitiveText(CONTENT[CARET:])),
    "password": Field("1/password", secure=True),
}


class TestFakeFields(FieldProbeContract):
    @pytest.fixture
    def rig(self) -> Rig:
        probe = FakeFields()

        def focus(name: str) -> None:
            probe.focused = FIELDS[name]

        return Rig(probe, window(1), focus)


def test_nobody_tells_without_a_session_bus() -> None:
    for environment in ({}, {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}, {"XDG_RUNTIME_DIR": "/nonexistent"}):
        probe = choose_fields(environment, "linux")
        assert isinstance(probe, NullFields)
        assert ask(probe, window(1)) is None
        probe.close()


@pytest.mark.parametrize("address", ["unix:path=/nonexistent", "tcp:host=localhost,port=1", "nonsense"])
def test_a_bus_that_is_not_there_is_no_trouble(address: str) -> None:
    probe = choose_fields({"DBUS_SESSION_BUS_ADDRESS": address}, "linux")
    assert isinstance(probe, AtspiFields)
    assert ask(probe, window(1)) is None
    probe.close()


def test_a_bus_that_never_answers_costs_a_moment_and_the_end_is_in_time(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        probe = choose_fields({"XDG_RUNTIME_DIR": str(tmp_path)}, "linux")
        assert isinstance(probe, AtspiFields)
        assert ask(probe, None) is None
        begun = time.monotonic()
        assert ask(probe, None) is None
        assert time.monotonic() - begun < 5
        probe.close()
