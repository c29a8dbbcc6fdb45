"""What holds for every test: a home of its own, no real display, no leaked thread, a quiet log."""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.campaign import FULL_CAMPAIGN
from tests.patience import PATIENCE_S
from tests.patient_bot import PatientBot

ON_STAGE = "STAGE_PULSE_PID" in os.environ
LIBRARY_THREADS = ("tqdm_monitor",)
"""Started once by a library, and never ended."""

_home = tempfile.TemporaryDirectory(prefix="v2m-test-home-", ignore_cleanup_errors=True)


def _prepare_environment() -> None:
    """Runs when pytest reads this file, before anything of ours looks at the environment."""
    os.environ.pop("V2M_PROFILE", None)
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if ON_STAGE:
        return  # the stage has made all of it private, and its home tells ALSA where to play
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(_home.name) / name.lower())
    runtime = Path(_home.name) / "run"
    runtime.mkdir(mode=0o700)
    os.environ |= {"HOME": _home.name, "XDG_RUNTIME_DIR": str(runtime)}


_prepare_environment()

_common = {"deadline": None, "database": None, "derandomize": True}
settings.register_profile("sample", max_examples=60, **_common)  # type: ignore[arg-type]
settings.register_profile(
    "full",
    max_examples=1000,
    suppress_health_check=[HealthCheck.too_slow],
    **_common,  # type: ignore[arg-type]
)
settings.load_profile("full" if FULL_CAMPAIGN else "sample")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log(pattern): warnings that match may be logged in this test")
    config.addinivalue_line("markers", "keeps_threads: this test may leave threads running")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "desktop" in item.path.relative_to(Path(__file__).parent).parts:
            item.add_marker(pytest.mark.desktop)


def pytest_unconfigure() -> None:
    _home.cleanup()


class _Warnings(logging.Handler):
    """Collects what is logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """In place of pytest-qt's own, which gives up after five seconds."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning nobody expected fails the test. A test that takes `caplog` judges the log itself."""
    handler = _Warnings()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
    if "caplog" in request.fixturenames:
        return
    patterns = [str(mark.args[0]) for mark in request.node.iter_markers("expects_log")]
    unexpected = [line for line in handler.lines if not any(re.search(p, line) for p in patterns)]
    if unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    """The offscreen platform keeps the clipboard in a static that outlives Python and its objects."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is None or gui.QGuiApplication.instance() is None:
        return
    if gui.QGuiApplication.platformName() == "offscreen":
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_leaked_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """A thread that outlives its test fails it. Fixtures of wider scope may keep theirs."""
    before = set(threading.enumerate())
    running_before = {id(thread) for thread in _running_qt_threads()}
    yield
    if request.node.get_closest_marker("keeps_threads"):
        return
    leaked = [f"{thread.name} ({thread})" for thread in _outlasting(before)]
    leaked += [
        f"QThread {thread.objectName()!r}"
        for thread in _running_qt_threads()
        if id(thread) not in running_before
    ]
    if leaked:
        pytest.fail("threads still run: " + ", ".join(leaked), pytrace=False)


def _outlasting(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads begun since `before` that do not end in time. Foreign threads have no end Python sees."""
    deadline = time.monotonic() + PATIENCE_S
    begun = [
        thread
        for thread in threading.enumerate()
        if thread not in before
        and not isinstance(thread, threading._DummyThread)
        and thread.name not in LIBRARY_THREADS
    ]
    for thread in begun:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [thread for thread in begun if thread.is_alive()]


def _running_qt_threads() -> list[Any]:
    """QThreads that run, where Qt is in use at all."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return []
    import shiboken6

    application = core.QCoreApplication.instance()
    main = application.thread() if application is not None else None
    return [
        found
        for found in shiboken6.getAllValidWrappers()
        if isinstance(found, core.QThread) and found is not main and found.isRunning()
    ]
