"""The log is for its owner only and holds no dictated word, even if somebody logs one by mistake."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.tools.canary import search
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.diagnostics.hooks import install_exception_hooks, log_qt_message
from v2m_desktop.diagnostics.log_file import LARGEST_FILE, LogFile, setup_logging
from v2m_desktop.diagnostics.redaction import WITHHELD
from v2m_desktop.storage.paths import Paths

pytestmark = pytest.mark.expects_log("")  # these tests log on purpose

CANARY = "the yellow canary sings under seven old bridges"
ours = logging.getLogger("v2m_desktop.somewhere")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "profile")


@pytest.fixture
def log(paths: Paths) -> Iterator[LogFile]:
    log = setup_logging(paths, "DEBUG")
    assert log.problem is None
    yield log
    log.close()


def fail_with(words: str) -> None:
    raise ValueError(f"cannot handle {words}")


def test_the_file_is_for_its_owner_only(log: LogFile) -> None:
    ours.info("hello")
    assert log.path.stat().st_mode & 0o777 == 0o600
    assert log.path.parent.stat().st_mode & 0o777 == 0o700
    assert "hello" in log.path.read_text()


def test_a_sabotaged_logger_call_is_found_by_the_canary_search(log: LogFile) -> None:
    ours.info("recognized %s", SensitiveText(CANARY))
    assert search(log.path.parent, CANARY) == []
    ours.info("recognized %s", SensitiveText(CANARY).reveal())
    assert search(log.path.parent, CANARY)[0].spelling == "utf-8"


def test_known_words_are_withheld_wherever_they_come_from(log: LogFile) -> None:
    log.texts.remember(SensitiveText(CANARY))
    ours.warning("recognized %s", CANARY)
    logging.getLogger("library").error("request body: %s", CANARY.upper())
    try:
        fail_with(CANARY)
    except ValueError:
        ours.exception("It failed")
    ours.warning("an ordinary line")
    assert search(log.path.parent, CANARY) == []
    text = log.path.read_text()
    assert text.count(WITHHELD) == 3
    assert "an ordinary line" in text


def test_tracebacks_show_no_values_of_variables(log: LogFile) -> None:
    secret = SensitiveText(CANARY)
    try:
        raise ValueError("no words in here")
    except ValueError:
        ours.exception("It failed")
    text = log.path.read_text()
    assert "ValueError: no words in here" in text
    assert search(log.path.parent, secret.reveal()) == []


def test_libraries_are_heard_from_warning_on(log: LogFile) -> None:
    chatty = logging.getLogger("chatty_library")
    chatty.setLevel(logging.DEBUG)
    chatty.debug("details")
    chatty.warning("trouble")
    chatty.setLevel(logging.NOTSET)
    assert "trouble" in log.path.read_text()
    assert "details" not in log.path.read_text()


def test_the_level_can_be_changed(log: LogFile) -> None:
    log.set_level("WARNING")
    ours.info("quiet")
    log.set_level("DEBUG")
    ours.debug("loud")
    assert "quiet" not in log.path.read_text()
    assert "loud" in log.path.read_text()


def test_the_file_is_rotated_and_old_ones_stay_private(log: LogFile) -> None:
    for number in range(LARGEST_FILE // 1000 * 5):
        ours.info("%s %s", number, "x" * 1000)
    files = sorted(entry.name for entry in log.path.parent.iterdir())
    assert files == [log.path.name, *(f"{log.path.name}.{number}" for number in (1, 2, 3))]
    assert {entry.stat().st_mode & 0o777 for entry in log.path.parent.iterdir()} == {0o600}


def test_without_a_folder_the_app_logs_to_standard_error(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.logs.parent.mkdir(parents=True)
    paths.logs.write_text("a file where the folder should be")
    log = setup_logging(paths, "INFO")
    try:
        assert log.problem is not None
        assert str(paths.logs) in log.problem.message
        log.texts.remember(SensitiveText(CANARY))
        ours.info("hello")
        ours.info("%s", CANARY)
    finally:
        log.close()
    errors = capsys.readouterr().err
    assert "hello" in errors
    assert CANARY not in errors


FULL_DISK = """
import logging, resource, sys
from pathlib import Path
from v2m_desktop.diagnostics.log_file import setup_logging
from v2m_desktop.storage.paths import Paths
log = setup_logging(Paths.under(Path(sys.argv[1])), "DEBUG")
assert log.problem is None
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
for _ in range(3):
    logging.getLogger("v2m_desktop").error("%s", sys.argv[2])
print("alive")
"""


def test_a_full_disk_stops_nothing_and_prints_no_record(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path), CANARY],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert child.stdout == "alive\n"
    assert CANARY not in child.stderr


def test_closing_leaves_logging_as_it_was(paths: Paths) -> None:
    root = logging.getLogger()
    before = list(root.handlers), root.level, logging.getLogger("v2m_desktop").level
    setup_logging(paths, "DEBUG").close()
    assert (list(root.handlers), root.level, logging.getLogger("v2m_desktop").level) == before


def test_what_nobody_caught_is_logged(log: LogFile) -> None:
    before = sys.excepthook
    restore = install_exception_hooks()
    try:
        thread = threading.Thread(target=fail_with, args=("nothing",), name="worker")
        thread.start()
        thread.join(10)
        try:
            fail_with("anything")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        restore()
    text = log.path.read_text()
    assert "Nobody caught this in thread worker" in text
    assert "ValueError: cannot handle nothing" in text
    assert "ValueError: cannot handle anything" in text
    assert sys.excepthook is before


class QtMessageKind(Enum):
    """Stands for Qt's type of the same names: the log must not import Qt."""

    QtDebugMsg = 0
    QtWarningMsg = 1
    QtCriticalMsg = 2


@pytest.mark.parametrize(
    ("kind", "level"),
    [(QtMessageKind.QtDebugMsg, "DEBUG"), (QtMessageKind.QtWarningMsg, "WARNING"),
     (QtMessageKind.QtCriticalMsg, "ERROR"), (object(), "WARNING")],
)  # fmt: skip
def test_qt_messages_are_logged_with_their_level(log: LogFile, kind: object, level: str) -> None:
    log_qt_message(kind, SimpleNamespace(category="qt.painting"), "something odd")
    line = log.path.read_text().splitlines()[-1]
    assert level in line
    assert line.endswith("Qt qt.painting: something odd")
