"""How long until the tray icon is there."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.bench.figures import Measurement, quantile
from tests.bench.plan import Plan
from tests.bench.quiet_app import QuietApp
from tests.bench.tray_host import TrayHost


def measure(plan: Plan) -> Iterator[Measurement]:
    """Start the app again and again. It begins to load its model after the icon is shown."""
    visible: list[float] = []
    docked: list[float] = []
    with TrayHost() as host:
        for _ in range(plan.starts):
            host.forget()
            spawned = time.time()
            with QuietApp() as app:
                visible.append((app.status()["tray_visible_at"] - spawned) * 1000)
                docked.append((host.wait_taken() - spawned) * 1000)
                app.wait_model()  # a quit in the middle of loading is another test's business
    yield quantile("tray_visible_ms", visible)
    yield quantile("tray_docked_ms", docked)
