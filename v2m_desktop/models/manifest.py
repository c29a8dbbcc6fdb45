"""The file that stays with a downloaded or imported model: what it is, what it can, where it came from.

TOML. It is written last, so a folder that has one is whole.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.toml"
LONGEST_MANIFEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """A file of the model; `size` in bytes."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A model that this app brought here. `downloaded` says when, UTC in ISO 8601.

    `memory_mb` is None where nobody measured it. An imported model has no `hub` and no `repository`, and
    perhaps no `revision`; its `languages` may be empty and `translates` None, where nobody tells.
    """

    name: str
    revision: str
    hub: str
    repository: str
    downloaded: str
    languages: tuple[str, ...]
    translates: bool | None
    memory_mb: int | None
    files: tuple[ManifestFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def to_toml(self) -> str:
        """The manifest as text."""
        memory = [] if self.memory_mb is None else [f"memory_mb = {self.memory_mb}"]
        translation = [] if self.translates is None else [f"translation = {str(self.translates).lower()}"]
        lines = [
            f"name = {_quoted(self.name)}",
            f"version = {_quoted(self.revision)}",
            'engine = "faster-whisper"',
            'type = "stt"',
            'architecture = "encoder-decoder"',
            "",
            "[capabilities]",
            f"languages = [{', '.join(map(_quoted, self.languages))}]",
            *translation,
            "streaming = true",
            "partial_transcripts = true",
            "word_timestamps = true",
            "",
            "[resources]",
            *memory,
            "gpu_required = false",
            "",
            "[engine_config]",
            f"model_size = {_quoted(self.name)}",
            "",
            "[source]",
            f"hub = {_quoted(self.hub)}",
            f"repository = {_quoted(self.repository)}",
            f"revision = {_quoted(self.revision)}",
            f"downloaded = {_quoted(self.downloaded)}",
        ]
        for file in self.files:
            lines += [
                "",
                "[[files]]",
                f"path = {_quoted(file.path)}",
                f"size = {file.size}",
                f"sha256 = {_quoted(file.sha256)}",
            ]
        return "\n".join(lines) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in `folder`; None if there is none, or none that can be read."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            text = file.read(LONGEST_MANIFEST).decode()
        return _from_toml(text)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _from_toml(text: str) -> Manifest:
    content = tomllib.loads(text)
    source, capabilities = content["source"], content["capabilities"]
    memory = content.get("resources", {}).get("memory_mb")
    translates = capabilities.get("translation")
    return Manifest(
        name=str(content["name"]),
        revision=str(source["revision"]),
        hub=str(source["hub"]),
        repository=str(source["repository"]),
        downloaded=str(source["downloaded"]),
        languages=tuple(str(code) for code in capabilities["languages"]),
        translates=None if translates is None else bool(translates),
        memory_mb=None if memory is None else int(memory),
        files=tuple(
            ManifestFile(str(file["path"]), int(file["size"]), str(file["sha256"]))
            for file in content["files"]
        ),
    )


def _quoted(text: str) -> str:
    """A TOML basic string; JSON escapes the same way."""
    return json.dumps(text, ensure_ascii=False)
