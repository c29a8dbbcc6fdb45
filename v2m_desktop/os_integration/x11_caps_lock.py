"""Unlocks Caps Lock on X11 without its key, and locks it again (X Keyboard Extension)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DeliveryError, DisplayError
from v2m_desktop.os_integration.x11_keyboard import connect

if TYPE_CHECKING:
    from Xlib.display import Display

_EXTENSION = "XKEYBOARD"
_USE_EXTENSION, _LATCH_LOCK_STATE = 0, 5
_CORE_KEYBOARD = 0x100


class X11CapsLock:
    """On a connection of its own: one that uses this extension hears no more of new keyboard mappings."""

    def __init__(self, display_name: str | None = None) -> None:
        """Connects at first use."""
        self._display_name = display_name
        self._display: Display | None = None
        self._opcode = 0

    def set(self, locked: bool) -> None:
        """The server has it when this returns. Raises DeliveryError."""
        from Xlib import X, error
        from Xlib.protocol import rq

        class LatchLockState(rq.Request):
            _request = rq.Struct(
                rq.Card8("opcode"), rq.Opcode(_LATCH_LOCK_STATE), rq.RequestLength(), rq.Card16("device"),
                rq.Card8("affected_locks"), rq.Card8("locks"), rq.Bool("lock_group"), rq.Card8("group"),
                rq.Card8("affected_latches"), rq.Card8("latches"), rq.Pad(1), rq.Bool("latch_group"),
                rq.Card16("group_latch"),
            )  # fmt: skip

        try:
            display = self._connected()
            LatchLockState(
                display=display.display, opcode=self._opcode, device=_CORE_KEYBOARD,
                affected_locks=X.LockMask, locks=X.LockMask if locked else 0, lock_group=0, group=0,
                affected_latches=0, latches=0, latch_group=0, group_latch=0,
            )  # fmt: skip
            display.sync()
        except (DisplayError, error.ConnectionClosedError, OSError) as cause:
            self._display = None
            raise _refused() from cause

    def close(self) -> None:
        """Close the connection."""
        from Xlib import error

        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None

    def _connected(self) -> Display:
        if self._display is None:
            display = connect(self._display_name)
            self._opcode = _extension(display)
            if not self._opcode:
                display.close()
                raise _refused()
            self._display = display
        return self._display


def _extension(display: Display) -> int:
    """Its opcode, once the server knows that we use it; 0 if there is none."""
    from Xlib.protocol import rq

    class UseExtension(rq.ReplyRequest):
        _request = rq.Struct(
            rq.Card8("opcode"), rq.Opcode(_USE_EXTENSION), rq.RequestLength(), rq.Card16("major"),
            rq.Card16("minor"),
        )  # fmt: skip
        _reply = rq.Struct(
            rq.ReplyCode(), rq.Card8("supported"), rq.Card16("sequence_number"), rq.ReplyLength(),
            rq.Card16("server_major"), rq.Card16("server_minor"), rq.Pad(20),
        )  # fmt: skip

    found = display.query_extension(_EXTENSION)
    if found is None or not found.present:
        return 0
    answer = UseExtension(display=display.display, opcode=found.major_opcode, major=1, minor=0)
    return int(found.major_opcode) if answer.supported else 0


def _refused() -> DeliveryError:
    return DeliveryError("Turn Caps Lock off, and insert the text once more.")
