"""How much a sign weighs."""

from __future__ import annotations

from collections.abc import Iterator

from v2m_desktop.rewriting.pair import Reason

SURE = 1.0
SUSPECT = 0.75
LIKELY = 0.6
POSSIBLE = 0.4

Doubts = Iterator[tuple[float, Reason]]
