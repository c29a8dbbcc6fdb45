"""What a model hub knows about a repository: its newest revision, and its files with sizes and checksums.

The answers are those of the Hugging Face hub, as huggingface_hub/hf_api.py (`model_info` with
`files_metadata`) reads them: `sha`, and `siblings` with `rfilename`, `size`, `blobId` (the git object id)
and, for large files, `lfs.sha256`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from v2m_desktop.core.errors import HubAnswerError
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.registry import NECESSARY, VOCABULARIES
from v2m_desktop.models.web import Web

HUGGING_FACE = "https://huggingface.co"
WANTED = frozenset({*NECESSARY, *VOCABULARIES, "preprocessor_config.json"})
"""What faster-whisper reads. Nothing else is fetched, so no name can lead out of the folder."""

LONGEST_DESCRIPTION = 8 * 1024 * 1024
_REVISION = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository: `size` in bytes, and at least one of two checksums.

    `git_id` is the SHA-1 of git for the file, the only one that the hub gives for small files.
    """

    path: str
    size: int
    sha256: str | None
    git_id: str | None


@dataclass(frozen=True, slots=True)
class RemoteModel:
    """A repository at one revision (a commit id), and the files of it that a recognizer needs."""

    hub: str
    repository: str
    revision: str
    files: tuple[RemoteFile, ...]

    def address(self, file: RemoteFile) -> str:
        """Where `file` is, at this revision."""
        return f"{self.hub}/{self.repository}/resolve/{self.revision}/{quote(file.path)}"


def describe(web: Web, hub: str, repository: str, cancellation: Cancellation) -> RemoteModel:
    """Ask `hub` for the newest revision of `repository`. Raises like `Web.get`."""
    with web.get(f"{hub}/api/models/{repository}/revision/main?blobs=true", cancellation) as answer:
        content = bytearray()
        for chunk in answer.chunks:
            content += chunk
            if len(content) > LONGEST_DESCRIPTION:
                break
    try:
        return _read(json.loads(content), hub, repository)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise HubAnswerError(
            "{hub} gave no usable description of {repository}. A login page or a proxy may answer instead.",
            hub=hub,
            repository=repository,
        ) from error


def _read(description: dict[str, Any], hub: str, repository: str) -> RemoteModel:
    revision = description["sha"]
    if not _REVISION.fullmatch(revision):
        raise ValueError("no commit id")
    found = [_file(entry) for entry in description["siblings"] if entry["rfilename"] in WANTED]
    names = {file.path for file in found}
    missing = [name for name in NECESSARY if name not in names]
    if missing or not names.intersection(VOCABULARIES) or len(names) != len(found):
        raise HubAnswerError(
            "{repository} holds no model that can be used here: it lacks {files}.",
            repository=repository,
            files=", ".join(missing) or VOCABULARIES[0],
        )
    # Small ones first: whatever is wrong with a repository shows before gigabytes have traveled.
    return RemoteModel(hub, repository, revision, tuple(sorted(found, key=lambda file: file.size)))


def _file(entry: dict[str, Any]) -> RemoteFile:
    large = entry.get("lfs")
    sha256 = large["sha256"] if large else None
    git_id = None if large else entry["blobId"]
    size = large["size"] if large else entry["size"]
    if not isinstance(size, int) or size <= 0:
        raise ValueError("no size")
    if sha256 is not None and not _SHA256.fullmatch(sha256):
        raise ValueError("no checksum")
    if sha256 is None and not _REVISION.fullmatch(git_id or ""):
        raise ValueError("no checksum")
    return RemoteFile(entry["rfilename"], size, sha256, git_id)
