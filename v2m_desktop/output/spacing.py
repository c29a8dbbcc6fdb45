"""What stands after a delivered text."""

from __future__ import annotations

from v2m_desktop.core.settings import TrailingSpace


def with_trailing_space(text: str, policy: TrailingSpace) -> str:
    """One space behind the words, so that the next dictation need not care. Empty text stays empty."""
    stripped = text.strip()
    return f"{stripped} " if stripped and policy is TrailingSpace.ALWAYS else stripped
