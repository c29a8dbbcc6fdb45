"""Fixtures of the integration tests."""

from __future__ import annotations

from tests.integration.session_bench import session

__all__ = ["session"]
