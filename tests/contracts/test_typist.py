"""The contract of the typist on the fake, and on Windows and macOS as recorded."""

from __future__ import annotations

import struct

import pytest

from tests.contracts.typist import Rig, TypistContract
from tests.fakes.macos_api import FakeMacos
from tests.fakes.typist import FakeTypist
from tests.fakes.windows_api import FakeWindows
from v2m_desktop.os_integration.macos_typist import MacosTypist
from v2m_desktop.os_integration.windows_keys import UP
from v2m_desktop.os_integration.windows_typist import WindowsTypist


class TestFakeTypist(TypistContract):
    @pytest.fixture
    def rig(self) -> Rig:
        typist = FakeTypist()
        return Rig(typist, lambda: typist.typed)


class TestWindowsTypist(TypistContract):
    @pytest.fixture
    def rig(self) -> Rig:
        windows = FakeWindows()

        def typed() -> str:
            units = [
                scan if code == 0 else ord("\n")
                for array in windows.arrays
                for code, scan, flags in array
                if not flags & UP
            ]
            return struct.pack(f"<{len(units)}H", *units).decode("utf-16-le")

        return Rig(WindowsTypist(lambda: windows), typed)


class TestMacosTypist(TypistContract):
    @pytest.fixture
    def rig(self) -> Rig:
        macos = FakeMacos()

        def typed() -> str:
            return "".join(event.text or "\n" for event in macos.posted if event.down)

        return Rig(MacosTypist(lambda: macos), typed)
