"""What every Typist promises. Subclasses give the rig: the fake, Windows and macOS recorded, and real X11."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.patience import PATIENCE_S
from v2m_desktop.core.targets import Typist

LONG = "one two three, four. " * 5


@dataclass
class Rig:
    """A typist, and what arrived at the window in front."""

    typist: Typist
    typed: Callable[[], str]

    def type_all(self) -> None:
        """Step by step, to the end."""
        self.until(self.typist.step)

    def until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline, f"it does not come; the window holds {self.typed()!r}"
            subprocess.run(["sleep", "0.01"], check=True)


class TypistContract:
    """Each test gets a `rig` fixture from the subclass."""

    def test_the_text_arrives(self, rig: Rig) -> None:
        assert rig.typist.missing() is None
        rig.typist.begin("añ€👩\n")
        rig.type_all()
        rig.typist.end()
        rig.until(lambda: rig.typed() == "añ€👩\n")

    def test_a_long_text_takes_several_steps(self, rig: Rig) -> None:
        rig.typist.begin(LONG)
        assert not rig.typist.step()
        rig.type_all()
        rig.until(lambda: rig.typed() == LONG)

    def test_ended_early_the_rest_never_comes(self, rig: Rig) -> None:
        longer = LONG * 40
        rig.typist.begin(longer)
        rig.until(lambda: rig.typist.step() or rig.typed() != "")
        rig.typist.end()
        rig.typist.end()
        assert rig.typist.step()
        rig.typist.begin("!")
        rig.type_all()
        rig.until(lambda: rig.typed().endswith("!"))
        assert longer.startswith(rig.typed()[:-1])
        assert 1 < len(rig.typed()) < len(longer)

    def test_before_a_text_there_is_nothing_to_do(self, rig: Rig) -> None:
        assert rig.typist.step()
        rig.typist.end()
        assert rig.typed() == ""
