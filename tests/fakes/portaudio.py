"""Stands in for the sounddevice module: devices, streams that tests feed, and the ways they fail."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from v2m_desktop.core.audio import Samples


class PortAudioError(Exception):
    """As sounddevice raises it."""


@dataclass(frozen=True)
class CallbackTimes:
    inputBufferAdcTime: float  # noqa: N815 -- PortAudio's name


@dataclass(frozen=True)
class CallbackFlags:
    input_overflow: bool

    def __bool__(self) -> bool:
        return self.input_overflow


def input_device(name: str, rate: float = 48_000.0, channels: int = 1, host: int = 0) -> dict[str, Any]:
    return {"name": name, "default_samplerate": rate, "max_input_channels": channels, "hostapi": host}


class FakeStream:
    """One stream. `hear` runs the callback the way PortAudio does, block by block."""

    def __init__(self, backend: FakePortAudio, **options: Any) -> None:
        accepted = backend.accepted
        if accepted is not None and (options["samplerate"], options["channels"]) not in accepted:
            raise PortAudioError("Invalid sample rate", -9997)
        self.options = options
        self.backend = backend
        self.closed = False
        self._heard = 0
        backend.streams.append(self)

    def start(self) -> None:
        if self.backend.hangs_on_start is not None:
            self.backend.hangs_on_start.wait()

    def abort(self, ignore_errors: bool = True) -> None:
        if self.backend.hangs_on_close is not None:
            self.backend.hangs_on_close.wait()

    def stop(self) -> None: ...

    def close(self, ignore_errors: bool = True) -> None:
        self.closed = True
        self.end()

    def end(self) -> None:
        """The stream ends, as it does when the device is pulled out."""
        finished: Callable[[], None] | None = self.options.get("finished_callback")
        if finished is not None:
            finished()

    def hear(self, samples: Samples, overflow: bool = False) -> None:
        """Samples arrive, cut into blocks; the last may be short, which PortAudio never does."""
        blocksize = self.options["blocksize"]
        for start in range(0, len(samples), blocksize):
            block = samples[start : start + blocksize]
            frames = np.repeat(block.reshape(-1, 1), self.options["channels"], axis=1)
            times = CallbackTimes(self._heard / self.options["samplerate"] + 1.0)
            self.options["callback"](frames, len(block), times, CallbackFlags(overflow))
            self._heard += len(block)
            overflow = False

    def lose(self, count: int) -> None:
        """The clock runs on by `count` samples that never arrive."""
        self._heard += count

    def write(self, samples: Samples) -> None:
        self.backend.played.append(np.array(samples))


class FakePortAudio:
    """`accepted` are the (rate, channels) that the device takes, None takes all."""

    PortAudioError = PortAudioError

    def __init__(
        self, devices: list[dict[str, Any]], accepted: set[tuple[int, int]] | None = None, host: str = "ALSA"
    ) -> None:
        self.devices = devices
        self.accepted = accepted
        self.hosts: list[dict[str, Any]] = [{"name": host, "default_input_device": 0 if devices else -1}]
        self.streams: list[FakeStream] = []
        self.played: list[Samples] = []
        self.plugged_in: list[dict[str, Any]] = []
        self.restarts = 0
        self.hangs_on_restart: threading.Event | None = None
        self.hangs_on_start: threading.Event | None = None
        self.hangs_on_close: threading.Event | None = None

    def plug_in(self, device: dict[str, Any]) -> None:
        """The system has a device more; PortAudio sees it after its next restart."""
        self.plugged_in.append(device)

    def _terminate(self) -> None:
        if self.hangs_on_restart is not None:
            self.hangs_on_restart.wait()

    def _initialize(self) -> None:
        self.restarts += 1
        self.devices = [*self.devices, *self.plugged_in]
        self.plugged_in = []
        if self.devices and self.hosts[0]["default_input_device"] < 0:
            self.hosts[0]["default_input_device"] = 0

    def query_devices(self) -> list[dict[str, Any]]:
        return self.devices

    def query_hostapis(self) -> list[dict[str, Any]]:
        return self.hosts

    def InputStream(self, **options: Any) -> FakeStream:  # noqa: N802 -- sounddevice's name
        return FakeStream(self, **options)

    def OutputStream(self, **options: Any) -> FakeStream:  # noqa: N802 -- sounddevice's name
        return FakeStream(self, **options)
