"""How long tests wait for what must happen: far longer than it takes, as the machine may be busy.

A wait ends with its condition, so that patience costs time only where a test fails anyway.
"""

PATIENCE_S = 60.0
"""Also for threads and processes that were told to end."""

PATIENCE_MS = 60_000
