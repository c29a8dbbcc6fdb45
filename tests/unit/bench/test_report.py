"""The comparison in the README says what was measured, on what it rests, and nothing else."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.bench import report
from tests.bench.chart import Bar, Group, svg
from tests.bench.plan import COMPUTE, LENGTH, RELEASE
from tests.bench.report import ReportError, between_marks, markdown, picture, read

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def bench() -> dict[str, Any]:
    """As __main__ writes it; each figure has a value of its own."""
    figures: dict[str, Any] = {
        specification.name: {"value": 100.0 + number, "details": {"ci95": [90.0 + number, 110.0 + number]}}
        for number, specification in enumerate((*LENGTH, *RELEASE, *COMPUTE))
    }
    figures["compute_latency_ms_small_full_auto"]["value"] = 1234.0
    figures["compute_latency_ms_small_plain"]["value"] = 3370.0
    return {
        "date": "2030-01-02",
        "command": "make bench",
        "quick": False,
        "machine": {
            "processor": "A processor",
            "processors": 2,
            "memory_gb": 8.1,
            "system": "Linux 6",
            "quiet": True,
            "load_before": [0.05, 0.1, 0.1],
            "libraries": {"faster-whisper": "1.2.1", "ctranslate2": "4.8.5"},
        },
        "figures": figures,
    }


def test_the_headline_is_what_is_shipped(bench: dict[str, Any]) -> None:
    headline = markdown(bench).splitlines()[0]
    assert "As shipped" in headline
    assert "small 1.23 s where plain faster-whisper computes 3.37 s" in headline


def test_it_says_where_and_how_it_was_measured_and_what_it_does_not_say(bench: dict[str, Any]) -> None:
    text = markdown(bench)
    for part in ("A processor", "2030-01-02", "`make bench`", "load 0.05", "random weights", "1.2.1"):
        assert part in text
    assert "trial run" not in text
    assert "Other programs" not in text


def test_a_busy_machine_and_few_repetitions_are_told(bench: dict[str, Any]) -> None:
    bench["quick"], bench["machine"]["quiet"] = True, False
    assert "trial run" in markdown(bench)
    assert "Other programs were at work" in markdown(bench)


def test_rows_of_a_table_are_as_wide_as_its_head(bench: dict[str, Any]) -> None:
    tables = [part.splitlines() for part in markdown(bench).split("\n\n") if part.startswith("|")]
    assert len(tables) == 2
    for rows in tables:
        assert len({row.count("|") for row in rows}) == 1


@pytest.mark.parametrize(
    "name", ["compute_latency_ms_base_plain", "release_latency_ms_small_short", "wait_60s_vs_5s"]
)
def test_a_figure_that_is_missing_or_failed_is_named(bench: dict[str, Any], name: str) -> None:
    failed = deepcopy(bench)
    failed["figures"][name] = {"value": None, "problem": "the desktop fell over"}
    with pytest.raises(ReportError, match=f"{name} could not be measured: the desktop fell over"):
        markdown(failed)
    del bench["figures"][name]
    with pytest.raises(ReportError, match=f"{name} is missing"):
        markdown(bench)


def test_a_bench_that_does_not_say_where_it_ran_is_refused(bench: dict[str, Any]) -> None:
    del bench["machine"]["processor"]
    with pytest.raises(ReportError, match="where it ran"):
        markdown(bench)


@pytest.mark.parametrize(
    ("content", "said"), [(None, "run make bench first"), ("{", "damaged"), ("[]", "no figures")]
)
def test_a_file_that_is_no_bench_is_refused(tmp_path: Path, content: str | None, said: str) -> None:
    file = tmp_path / "bench.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(ReportError, match=said):
        read(file)


def test_the_picture_is_svg_with_a_bar_for_each_way_and_words_for_those_who_do_not_see_it(
    bench: dict[str, Any],
) -> None:
    root = ET.fromstring(picture(json.loads(json.dumps(bench))))
    assert len(root.findall(f"{SVG}rect")) == len(report.MODELS) * len(report.WAYS)
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == report.TITLE
    assert description is not None
    assert "ours, as shipped 1234 ms" in str(description.text)
    assert "prefers-color-scheme: dark" in str(root.findtext(f"{SVG}style"))


def test_bars_are_as_long_as_their_values_and_stay_inside() -> None:
    bars = [Bar("a & b", 100.0, (90.0, 120.0), ours=True), Bar("c", 50.0, (50.0, 50.0), ours=False)]
    root = ET.fromstring(svg("<title>", "d", [Group("g", bars)]))
    long, short = (float(each.get("width", "0")) for each in root.findall(f"{SVG}rect"))
    assert long == pytest.approx(2 * short, abs=0.1)
    ends = [float(each.get("x2", "0")) for each in root.findall(f"{SVG}line")]
    assert max(ends) <= float(root.get("width", "0"))


@pytest.mark.parametrize("groups", [[], [Group("g", [])], [Group("g", [Bar("a", 0.0, (0.0, 0.0), True)])]])
def test_nothing_to_draw_is_no_picture(groups: list[Group]) -> None:
    with pytest.raises(ValueError, match=r"nothing to draw|not above zero"):
        svg("t", "d", groups)


def test_the_rest_of_the_document_stays() -> None:
    document = f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n"
    changed = between_marks(document, "new")
    assert changed == f"before\n{report.BEGIN}\nnew\n{report.END}\nafter\n"
    with pytest.raises(ReportError, match="lacks the marks"):
        between_marks("no marks", "new")


def test_the_readme_has_the_marks() -> None:
    assert "new" in between_marks(report.README.read_text(encoding="utf-8"), "new")
