"""The honest twin of the field probe."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.targets import Field, Window


class NullFields:
    """A FieldProbe for systems that do not tell which element has the focus."""

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:  # noqa: ARG002
        answer(None)

    def close(self) -> None:
        """It has no thread."""
