"""`v2m transcribe`: the result and nothing else on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from v2m_desktop.app.recognizing import Transcriber, transcriber
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.settings import Recognition
from v2m_desktop.recognition.audio_file import check_audio, read_blocks
from v2m_desktop.storage.paths import Paths


def transcribe_files(files: Sequence[Path], model: str | None, language: str | None, *, as_json: bool) -> int:
    """Print the text of each file. A file that cannot be read costs its own result only.

    The exit code is 1 if a file failed. A silent file prints nothing in the text format.
    """
    if language is not None:
        _check_language(language)
    failures = 0
    readable = []
    for file in files:
        try:
            check_audio(file)
            readable.append(file)
        except V2mError as error:
            failures += 1
            print(f"v2m: {error.message}", file=sys.stderr)
    if not readable:
        return 1
    with transcriber(Paths.for_user(), model) as ready:
        for file in readable:
            try:
                _print_file(file, ready, language, as_json=as_json)
            except V2mError as error:
                failures += 1
                print(f"v2m: {error.message}", file=sys.stderr)
    return 1 if failures else 0


def _print_file(file: Path, ready: Transcriber, language: str | None, *, as_json: bool) -> None:
    segments = list(ready.transcribe(read_blocks(file), language))
    text = " ".join(segment.text.reveal().strip() for segment in segments)
    if not as_json:
        if text:
            print(text)
        return
    result = {
        "file": str(file),
        "language": segments[0].language if segments else None,
        "text": text,
        "segments": [
            {
                "start": round(segment.start, 3),
                "end": round(segment.end, 3),
                "text": segment.text.reveal().strip(),
            }
            for segment in segments
        ],
    }
    print(json.dumps(result, ensure_ascii=False))


def _check_language(language: str) -> None:
    from pydantic import ValidationError

    from v2m_desktop.core.errors import SettingsError

    try:
        Recognition(language=language)
    except ValidationError as error:
        raise SettingsError(
            '"{language}" is no language code. Use "auto" or a code such as en or es.', language=language
        ) from error
