"""Taking back in the real app: its own key, the command, and the sentence after typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop import keyboard
from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation
from tests.desktop.target_window import TargetWindow
from tests.desktop.test_delivery_in_app import sentence
from tests.desktop.virtual_microphone import VirtualMicrophone

KEY = "ctrl+alt+z"


@pytest.fixture(scope="module")
def microphone() -> Iterator[VirtualMicrophone]:
    with VirtualMicrophone() as made:
        yield made


def test_a_take_goes_by_key_and_comes_back_by_command(microphone: VirtualMicrophone) -> None:
    with RunningApp({"recognition": {"language": "en"}}) as app, TargetWindow() as target:
        app.wait_model()
        keyboard.tap(KEY)  # nothing to take back yet: the key belongs to the window
        target.wait_keys(lambda keys: "Z" in keys)
        Dictation(microphone, app, target).take(*sentence())
        words = target.text
        assert words
        target.keys.clear()
        keyboard.tap(KEY)
        target.wait_text(lambda text: text == "", 60)
        app.order("take-back")
        target.wait_text(lambda text: text == words, 60)
        keyboard.tap(KEY)
        target.wait_text(lambda text: text == "", 60)
        assert "Z" not in target.keys
