"""What every FieldProbe promises. Subclasses give the rig: the fake, and real programs on a real bus."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from tests.patience import PATIENCE_S
from v2m_desktop.core.targets import Field, FieldProbe, Window

CONTENT, CARET = "Dear all, hello", 5
"""What the text field holds, and where its caret is."""


@dataclass
class Rig:
    """A probe, and a window in front with the fields "text" and "password"."""

    probe: FieldProbe
    window: Window
    focus: Callable[[str], None]
    """Put the focus into one of them."""


def ask(probe: FieldProbe, window: Window | None) -> Field | None:
    """Ask, and wait for the answer."""
    answers: list[Field | None] = []
    answered = threading.Event()

    def take(field: Field | None) -> None:
        answers.append(field)
        answered.set()

    probe.ask(window, take)
    assert answered.wait(PATIENCE_S)
    assert len(answers) == 1
    return answers[0]


class FieldProbeContract:
    """Each test gets a `rig` fixture from the subclass."""

    def test_a_text_field_tells_what_stands_around_the_caret(self, rig: Rig) -> None:
        rig.focus("text")
        field = ask(rig.probe, rig.window)
        assert field is not None
        assert not field.secure
        assert not field.selected
        assert field.before is not None
        assert field.after is not None
        assert (field.before.reveal(), field.after.reveal()) == (CONTENT[:CARET], CONTENT[CARET:])

    def test_a_password_field_is_secure_and_tells_nothing_of_its_text(self, rig: Rig) -> None:
        rig.focus("password")
        field = ask(rig.probe, rig.window)
        assert field is not None
        assert field.secure
        assert (field.before, field.after) == (None, None)

    def test_a_field_is_known_again_and_not_taken_for_another(self, rig: Rig) -> None:
        names = []
        for name in ("text", "password", "text"):
            rig.focus(name)
            field = ask(rig.probe, rig.window)
            assert field is not None
            names.append(field.id)
        assert names[0] == names[2] != names[1]

    def test_its_thread_ends(self, rig: Rig) -> None:
        rig.probe.close()
        assert not [thread for thread in threading.enumerate() if thread.name == "atspi"]
