"""The hotkey contract on the fake; tests/desktop/test_hotkeys.py runs it on real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contracts import hotkey_source
from tests.contracts.hotkey_source import TAKEN, ExclusiveHotkeySourceContract, HotkeySourceContract, Rig
from tests.fakes.hotkeys import FakeHotkeys


@pytest.fixture(autouse=True)
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the fake tells it tells at once, and it repeats no keys."""
    monkeypatch.setattr(hotkey_source, "QUIET_SECONDS", 0.01)
    monkeypatch.setattr(hotkey_source, "HELD_SECONDS", 0.01)


def on_fake_keys(source: FakeHotkeys) -> Iterator[Rig]:
    yield Rig(source, source.hold, source.lift, source.escape)
    source.stop()


class TestFakeHotkeys(HotkeySourceContract, ExclusiveHotkeySourceContract):
    @pytest.fixture
    def rig(self) -> Iterator[Rig]:
        yield from on_fake_keys(FakeHotkeys())

    @pytest.fixture
    def crowded(self) -> Iterator[Rig]:
        yield from on_fake_keys(FakeHotkeys(TAKEN))
