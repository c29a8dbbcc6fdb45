"""The touch contract on the fake; tests/desktop/test_touch.py runs it on real keys and buttons."""

from __future__ import annotations

import pytest

from tests.contracts.touch import Rig, TouchWatchContract
from tests.fakes.touch import FakeTouch


class TestFakeTouch(TouchWatchContract):
    @pytest.fixture
    def rig(self) -> Rig:
        touch = FakeTouch()
        return Rig(touch, touch.press, touch.click)
