"""The clipboard protocol for programs without a focused window, as clipboard managers use it.

Numbers from ext-data-control-v1.xml (wayland-protocols) and wlr-data-control-unstable-v1.xml (wlr-protocols),
version 2: both have the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.os_integration.wayland_wire import Arguments, WaylandConnection

MANAGERS = {"ext_data_control_manager_v1": 1, "zwlr_data_control_manager_v1": 2}
"""Interface, best first, to the version that we speak."""

_MANAGER_CREATE_SOURCE, _MANAGER_GET_DEVICE = 0, 1
_DEVICE_SET = {False: 0, True: 2}  # primary or not
_DEVICE_OFFER, _DEVICE_SELECTION, _DEVICE_FINISHED, _DEVICE_PRIMARY = 0, 1, 2, 3
_SOURCE_OFFER, _SOURCE_DESTROY = 0, 1
_SOURCE_SEND, _SOURCE_CANCELLED = 0, 1
_OFFER_RECEIVE, _OFFER_DESTROY = 0, 1

Give = Callable[[str, int], None]
"""Called with the name of a format and where to write it: a file descriptor, the callee's to close."""


class DataControl:
    """One selection of the first seat: the clipboard, or `primary`. Raises DisplayError where there is none.

    `formats` are the names of what it holds now, empty if nothing. `lost` is called when what we offered was
    replaced, `changed` on every change.
    """

    def __init__(self, environment: Mapping[str, str], *, primary: bool = False) -> None:
        self.primary = primary
        self._told = False
        self._offers: dict[int, list[str]] = {}
        self._current = 0
        self._source = 0
        self._unanswered = 0
        self.changes = 0
        """How often somebody else copied, as far as was told."""
        self.lost: Callable[[], None] = lambda: None
        self.changed: Callable[[], None] = lambda: None
        self.connection = WaylandConnection(environment)
        try:
            self._open()
            self.connection.round_trip()
            if not self._told:
                raise DisplayError("The Wayland compositor does not tell of that selection.")
        except DisplayError:
            self.connection.close()
            raise

    def _open(self) -> None:
        wire = self.connection
        managers = (wire.offered(name) for name in MANAGERS)
        found = next((item for item in managers if item is not None), None)
        seat = wire.offered("wl_seat")
        if found is None or seat is None:
            raise DisplayError("This Wayland compositor gives no program its clipboard (no data control).")
        version = min(found.version, MANAGERS[found.interface])
        self._manager = wire.bind(found, version)
        person = wire.bind(seat, 1)
        self._device = wire.new_id(self._on_device)
        wire.request(self._manager, _MANAGER_GET_DEVICE, self._device, person)

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(self._offers.get(self._current, ()))

    @property
    def settled(self) -> bool:
        """Whether `formats` is news from after our last change: what is told before may be our own offer."""
        return self._unanswered == 0

    @property
    def ours(self) -> bool:
        """Whether what we offered last is still there."""
        return self._source != 0

    def receive(self, name: str) -> int:
        """Ask for a format of what it holds; answers with the end of a pipe, the caller's to close."""
        read_end, write_end = os.pipe()
        try:
            self.connection.request(self._current, _OFFER_RECEIVE, name, fd=write_end)
        except DisplayError:
            os.close(read_end)
            raise
        finally:
            os.close(write_end)
        return read_end

    def offer(self, names: Iterable[str], give: Give) -> None:
        """Take the selection. `give` is called whenever somebody reads."""
        wire = self.connection
        source = wire.new_id()
        wire.listen(source, lambda opcode, arguments: self._on_source(source, give, opcode, arguments))
        wire.request(self._manager, _MANAGER_CREATE_SOURCE, source)
        for name in names:
            wire.request(source, _SOURCE_OFFER, name)
        self._set(source)

    def clear(self) -> None:
        """Leave the selection empty."""
        self._set(0)

    def _set(self, source: int) -> None:
        self._source = source
        self.connection.request(self._device, _DEVICE_SET[self.primary], source)
        self._unanswered += 1
        self.connection.sync(self._on_answered)

    def _on_answered(self) -> None:
        self._unanswered -= 1

    def _on_device(self, opcode: int, arguments: Arguments) -> None:
        if opcode == _DEVICE_FINISHED:
            raise DisplayError("The Wayland compositor took the clipboard away from programs.")
        new = arguments.number()
        if opcode == _DEVICE_OFFER:
            self._offers[new] = []
            self.connection.listen(new, lambda _opcode, names: self._offers[new].append(names.text()))
        elif opcode == (_DEVICE_PRIMARY if self.primary else _DEVICE_SELECTION):
            self._told = True
            self._drop(self._current)
            self._current = new
            self.changes += not self.ours
            self.changed()
        else:  # the other selection
            self._drop(new)

    def _drop(self, offer: int) -> None:
        if self._offers.pop(offer, None) is not None:
            self.connection.forget(offer)
            self.connection.request(offer, _OFFER_DESTROY)

    def _on_source(self, source: int, give: Give, opcode: int, arguments: Arguments) -> None:
        if opcode == _SOURCE_SEND:
            give(arguments.text(), arguments.fd())
        elif opcode == _SOURCE_CANCELLED:
            self.connection.forget(source)
            self.connection.request(source, _SOURCE_DESTROY)
            if source == self._source:
                self._source = 0
                self.lost()
