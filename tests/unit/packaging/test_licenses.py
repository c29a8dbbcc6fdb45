"""The page of licenses names everything that is passed on, and no machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import collect
import pytest

from packaging.requirements import Requirement
from v2m_desktop.core.resources import resource

LOCK = collect.LOCK.read_text(encoding="utf-8")
PAGE = resource("licenses/THIRD_PARTY.txt").read_text(encoding="utf-8")
LISTED = {
    collect.plain(name): version for name, version in re.findall(r"^(\S+) (\d\S*): ", PAGE, re.MULTILINE)
}


@pytest.mark.parametrize("requirement", collect.locked(LOCK), ids=str)
def test_every_locked_requirement_is_named_in_its_version(requirement: Requirement) -> None:
    assert f"=={LISTED[collect.plain(requirement.name)]}" == str(requirement.specifier)


def test_what_the_project_asks_for_is_in_the_lock() -> None:
    """Or the test above would pass over an empty list."""
    project = tomllib.loads((collect.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        collect.plain(one.name)
        for one in map(Requirement, project["project"]["dependencies"])
        if one.marker is None or one.marker.evaluate()
    }
    assert asked <= LISTED.keys()


def test_the_page_says_what_the_parts_under_the_gpl_mean() -> None:
    assert "x264 and x265" in PAGE.split("List", 1)[0]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in PAGE
    assert len(PAGE) < 1_500_000


def test_the_page_holds_no_place_of_a_machine() -> None:
    assert not re.search(
        rf"{re.escape(str(Path.home()))}/|{re.escape(str(collect.ROOT))}|site-packages", PAGE
    )


def test_the_same_installation_gives_the_same_page() -> None:
    parts = [collect.part_of(one) for one in collect.locked(LOCK)]
    first = collect.page(parts, "head", {"Python": "its text"})
    assert first == collect.page(parts[::-1], "head", {"Python": "its text"})
    assert first.count("Python Software Foundation License") >= 1


def test_a_text_that_two_share_stands_once() -> None:
    parts = [collect.Part(name, "1", "MIT", "", ("Do what you like.",)) for name in ("one", "two")]
    page = collect.page(parts, "head", {})
    assert page.count("Do what you like.") == 1
    assert "The same text as under one." in page
