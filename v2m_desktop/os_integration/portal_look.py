"""Whether there is a portal with a keyboard, found out on a thread: it may be slow to answer, or hang."""

from __future__ import annotations

import logging
import math
import threading
import time

from v2m_desktop.os_integration.bus_connection import BusRefusal, BusStopped, Why
from v2m_desktop.os_integration.portal_bus import PortalBus
from v2m_desktop.os_integration.portal_keyboard import INTERFACE, JOIN_SECONDS, KEYBOARD

log = logging.getLogger(__name__)

WAIT_S = 0.01
"""The GUI thread may wait so long. A portal that runs answers within half of it."""

FRESH_S = 0.5
"""Whoever asks again so soon gets the same answer."""


class PortalLook:
    """One thread asks; each look has a thread of its own."""

    def __init__(self, address: str) -> None:
        """`address` of the session bus, "" if there is none."""
        self._address = address
        self._why: Why | None = Why.SILENT
        self._at = -math.inf
        self._bus: PortalBus | None = None
        self._thread: threading.Thread | None = None

    def why_not(self) -> Why | None:
        """None if there is one. While that is not known again: what was known last, SILENT at first."""
        if not self._address:
            return Why.ABSENT
        if self._thread is not None and self._thread.is_alive():
            return self._why
        if time.monotonic() - self._at > FRESH_S:
            self._bus = PortalBus(self._address, INTERFACE)
            work = (self._bus,)
            self._thread = threading.Thread(target=self._look, args=work, name="portal-look", daemon=True)
            self._thread.start()
            self._thread.join(WAIT_S)
        return self._why

    def close(self) -> None:
        """Look no more."""
        if self._bus is not None and self._thread is not None:
            self._bus.stop()
            self._thread.join(JOIN_SECONDS)

    def _look(self, bus: PortalBus) -> None:
        """In the thread. It may have to be started first, which REPLY_S has room for."""
        try:
            bus.connect()
            self._why = None if bus.read("AvailableDeviceTypes") & KEYBOARD else Why.ABSENT
        except BusRefusal as refusal:
            self._why = refusal.why
        except BusStopped:
            pass
        except Exception:
            log.exception("The thread that looks for the portal met an unexpected error.")
            self._why = Why.FAILED
        finally:
            bus.close()
            self._at = time.monotonic()
