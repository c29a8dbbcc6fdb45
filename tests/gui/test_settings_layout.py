"""Nothing in the settings dialog is cut off: at 100 % and 200 %, in each language and with longer texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.probes import report_of
from tests.gui.settings_pictures import PICTURES


@pytest.mark.parametrize(
    ("scale", "language"), [("1", "en"), ("1", "es"), ("1", "pt"), ("1", "long"), ("2", "long")]
)
def test_every_page_fits(scale: str, language: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, "-m", "tests.gui.settings_pictures", "", language, scale=scale)
    assert report["problems"] == []
    assert report["drawn"] == 2 * len(PICTURES)
    assert report["ratio"] == float(scale)
