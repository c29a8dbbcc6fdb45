"""What delivery itself costs: from the text to the window that reads it, and to the clipboard as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.figures import Measurement, quantile
from tests.bench.plan import Plan

SECONDS_EACH = 10


def measure(plan: Plan) -> Iterator[Measurement]:
    """In a process of its own, which has Qt."""
    command = [sys.executable, "-m", "tests.bench.delivery_process", str(plan.deliveries)]
    limit = 60 + SECONDS_EACH * plan.deliveries
    done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["the delivery process failed"])[-1])
    for name, values in json.loads(done.stdout).items():
        yield quantile(f"{name}_ms", values)
        yield quantile(f"{name}_p90_ms", values, 90)
