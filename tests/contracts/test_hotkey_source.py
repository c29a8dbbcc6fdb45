"""The hotkey contract on the fake; tests/desktop/test_hotkeys.py runs it on real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contracts.hotkey_source import HotkeySourceContract, Rig
from tests.fakes.hotkeys import FakeHotkeys


class TestFakeHotkeys(HotkeySourceContract):
    @pytest.fixture
    def rig(self) -> Iterator[Rig]:
        source = FakeHotkeys()
        yield Rig(source, source.press, source.let_go, source.escape)
        source.stop()
