"""Where no dictation is wanted: password fields, and the applications that the user lists."""

from __future__ import annotations

from v2m_desktop.core.errors import BlockedApplicationError, DeliveryError, SecureFieldError
from v2m_desktop.core.targets import Field, Window
from v2m_desktop.output.blocked import is_blocked


def recording_refusal(window: Window | None, field: Field | None, listed: str) -> DeliveryError | None:
    """Why nothing is recorded for `field` of `window`; None where it may be, and where nobody tells."""
    if window is not None and is_blocked(window, listed):
        return BlockedApplicationError(
            "{application} is on your list of applications without dictation: nothing is recorded there.",
            application=window.application,
        )
    if field is not None and field.secure:
        return SecureFieldError("That is a password field: nothing is recorded there.")
    return None


def sending_refusal(window: Window | None, field: Field | None, listed: str) -> DeliveryError | None:
    """Why words that were said are not sent to be rewritten while `field` of `window` has the focus."""
    if window is not None and is_blocked(window, listed):
        return BlockedApplicationError(
            "{application} is on your list of applications without dictation. Your words are kept, and were "
            "not sent to be rewritten: insert or copy them with key or tray menu.",
            application=window.application,
        )
    if field is not None and field.secure:
        return SecureFieldError(
            "A password field has the focus. Your words are kept, and were not sent to be rewritten: "
            "insert or copy them with key or tray menu."
        )
    return None
