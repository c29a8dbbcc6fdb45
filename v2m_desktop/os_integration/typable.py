"""What no typist types."""

from __future__ import annotations

import unicodedata

from v2m_desktop.core.errors import DeliveryError


def refuse_untypable(text: str) -> None:
    """Raises DeliveryError for control characters, save new line and tab, and for halves of characters."""
    if any(unicodedata.category(each) in ("Cc", "Cs") and each not in "\n\t" for each in text):
        raise DeliveryError("The text holds a control character, which no key types. The text is kept.")
