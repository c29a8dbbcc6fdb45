"""How much of a campaign runs: a seeded sample (`make test`) or all of it (`make prove`)."""

from __future__ import annotations

import os

FULL_CAMPAIGN = os.environ.get("V2M_CAMPAIGN", "sample") == "full"
