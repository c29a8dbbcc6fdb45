"""Languages chosen last come first, after a restart as well."""

from __future__ import annotations

from pathlib import Path

from v2m_desktop.app.recent_languages import FILE, MOST, RecentLanguages

KNOWN = ("en", "es", "pt", "fr", "de", "it")


def test_the_newest_choice_comes_first_and_stays_so_after_a_restart(tmp_path: Path) -> None:
    recent = RecentLanguages(tmp_path)
    assert recent.first(KNOWN) == KNOWN
    for code in ("fr", "auto", "pt", "fr"):
        recent.note(code)
    assert recent.first(KNOWN) == ("fr", "pt", "en", "es", "de", "it")
    assert RecentLanguages(tmp_path).first(KNOWN) == recent.first(KNOWN)


def test_a_language_that_the_model_does_not_know_is_not_offered(tmp_path: Path) -> None:
    recent = RecentLanguages(tmp_path)
    recent.note("ja")
    assert recent.first(KNOWN) == KNOWN


def test_only_a_few_are_remembered(tmp_path: Path) -> None:
    recent = RecentLanguages(tmp_path)
    for code in KNOWN:
        recent.note(code)
    assert len((tmp_path / FILE).read_text().split()) == MOST


def test_a_damaged_file_or_a_folder_that_is_gone_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe nonsense! es 12")
    assert RecentLanguages(tmp_path).first(KNOWN) == ("es", "en", "pt", "fr", "de", "it")
    gone = RecentLanguages(tmp_path / "gone")
    gone.note("es")
    assert gone.first(KNOWN)[0] == "es"
