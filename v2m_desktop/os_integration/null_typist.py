"""The honest twin of the typist."""

from __future__ import annotations

from v2m_desktop.core.errors import DeliveryError


class NullTypist:
    """A Typist for systems on which nothing can be typed."""

    def missing(self) -> DeliveryError:
        return DeliveryError(
            "On this desktop text cannot be typed for you. Choose another way under Delivery in the settings."
        )

    def begin(self, text: str) -> None:  # noqa: ARG002
        """Always raises DeliveryError."""
        raise self.missing()

    def step(self) -> bool:
        raise self.missing()

    def end(self) -> None:
        """There is nothing to put back."""

    def close(self) -> None:
        """It holds nothing."""
