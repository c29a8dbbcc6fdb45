"""Two sets of weights never have the same identity, and one set keeps its own."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from v2m_desktop.core.resources import resource
from v2m_desktop.models.identity import identity_of
from v2m_desktop.models.manifest import MANIFEST, Manifest, ManifestFile

WEIGHTS = ManifestFile("model.bin", 3, "aa")
SMALL = Manifest("small", "abc", "https://hub", "a/small", "2026-05-04", ("en",), True, None, (WEIGHTS,))


def written(folder: Path, manifest: Manifest) -> str:
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST).write_text(manifest.to_toml(), encoding="utf-8")
    return identity_of(manifest.name, folder)


def test_revision_and_checksums_tell_downloaded_models_apart(tmp_path: Path) -> None:
    small = written(tmp_path / "small", SMALL)
    assert small.startswith("small@")
    assert written(tmp_path / "elsewhere", replace(SMALL, downloaded="2026-05-05")) == small
    others = (
        replace(SMALL, name="base"),
        replace(SMALL, revision="abd"),
        replace(SMALL, files=(replace(WEIGHTS, sha256="ab"),)),
        replace(SMALL, files=(WEIGHTS, replace(WEIGHTS, path="config.json"))),
    )
    found = {written(tmp_path / "other", other) for other in others}
    assert len(found - {small}) == len(others)


def test_a_folder_of_ones_own_is_known_by_its_weights(tmp_path: Path) -> None:
    weights = tmp_path / "model.bin"
    weights.write_bytes(b"abc")
    before = identity_of("own", tmp_path)
    assert identity_of("own", tmp_path) == before
    os.utime(weights, ns=(1, 1))
    later = identity_of("own", tmp_path)
    weights.write_bytes(b"abcd")
    os.utime(weights, ns=(1, 1))
    assert len({before, later, identity_of("own", tmp_path)}) == 3


def test_the_embedded_model_has_an_identity_and_what_is_not_there_has_none(tmp_path: Path) -> None:
    assert identity_of("demo", resource("models/demo"))
    assert identity_of("demo", tmp_path) == ""
