"""One dictation as a person makes it: press the key, speak, press again or let go, look at the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.desktop import keyboard
from tests.desktop.app import RunningApp, Take
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import Playback, Samples, VirtualMicrophone


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the app made of a dictation, and what another program's window holds of it.

    `milliseconds` is the time from the last sample of speech in the microphone to the text in the window as
    that window told us; None if nothing came.
    """

    take: Take
    pasted: str
    milliseconds: float | None


class Dictation:
    """Makes takes, one after the other, into one window."""

    def __init__(self, microphone: VirtualMicrophone, app: RunningApp, target: TargetWindow) -> None:
        self._microphone = microphone
        self._app = app
        self._target = target

    def take(
        self,
        samples: Samples,
        rate: int,
        *,
        hold: bool = False,
        key_lead: float | None = None,
        key_tail: float = 0.0,
        during: Callable[[], None] | None = None,
        keys: str = keyboard.HOTKEY,
    ) -> Outcome:
        """Dictate `samples`, and wait until the take is over and the window has told what it holds.

        Speech starts when the app says that it listens, or `key_lead` seconds after the key went down. The
        key goes down again (or up) `key_tail` seconds after the last sample. `during` is called while we
        speak. `keys` is the hotkey.
        """
        self._target.clear()
        since = self._app.mark()
        down, up = (keyboard.hold, keyboard.let_go) if hold else (keyboard.tap, keyboard.tap)
        press, release = partial(down, keys), partial(up, keys)
        if key_lead is None:
            playback = self._microphone.start(samples, rate, on_cue=True)
            press()
            self._app.wait_listening(since)
            playback.go()
        else:
            playback = self._microphone.start(samples, rate, delay=key_lead + 0.5)
            wait_until_moment(playback.wait_begun() - key_lead)
            press()
        playback.wait_begun()
        if during is not None:
            wait_until_moment(playback.started + playback.duration * 0.8)
            during()
        wait_until_moment(playback.ended + key_tail)
        release()
        take = self._app.wait_take(since, seconds=60 + 5 * playback.duration)
        return self._outcome(take, playback)

    def _outcome(self, take: Take, playback: Playback) -> Outcome:
        playback.wait_ended()
        if take.stage == "delivered":
            self._target.wait_text(lambda text: bool(text.strip()))
        arrived = next((at for at, text in self._target.texts if text.strip()), None)
        milliseconds = None if arrived is None else (arrived - playback.ended) * 1000
        return Outcome(take, self._target.text.rstrip(" "), milliseconds)


def wait_until_moment(moment: float) -> None:
    """Wait until perf_counter shows `moment`."""
    pause = threading.Event()
    while (left := moment - time.perf_counter()) > 0:
        pause.wait(left)
