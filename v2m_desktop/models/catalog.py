"""Models that ship with the app, and models that can be downloaded.

No revision and no checksum stands here: they come from the hub when a model is downloaded, and stay with it
in its manifest. Repositories are those of faster_whisper/utils.py (1.2.1).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from v2m_desktop.core.errors import UnknownModelError
from v2m_desktop.core.speed import ModelShape
from v2m_desktop.models.languages import WHISPER_LANGUAGES


@dataclass(frozen=True, slots=True)
class CatalogEntry:
    """A model by name. `resource` is its folder among the shipped files; `languages` are ISO 639-1 codes."""

    name: str
    label: str
    languages: tuple[str, ...]
    resource: str


DEMO = CatalogEntry(
    name="demo",
    label="demo (synthetic voices only, does not understand people)",
    languages=("en", "es"),
    resource="models/demo",
)

EMBEDDED: tuple[CatalogEntry, ...] = (DEMO,)


@dataclass(frozen=True, slots=True)
class DownloadableModel:
    """A CTranslate2 conversion of a Whisper model, its weights in float16.

    `download_mb` is about what travels; the exact sizes come from the hub. `memory_mb` is the resident memory
    with int8 on the CPU, None where nobody measured it; `shape` decides how fast it is. `translates` means
    speech in any language to English.
    """

    name: str
    repository: str
    languages: tuple[str, ...]
    translates: bool
    download_mb: int
    memory_mb: int | None
    shape: ModelShape


ENGLISH = ("en",)
UP_TO_LARGE_V2 = tuple(code for code in WHISPER_LANGUAGES if code != "yue")

TINY, BASE, SMALL = ModelShape(384, 4, 4), ModelShape(512, 6, 6), ModelShape(768, 12, 12)
MEDIUM, LARGE = ModelShape(1024, 24, 24), ModelShape(1280, 32, 32)
"""As the config.json of openai/whisper-... has them."""

DOWNLOADABLE: tuple[DownloadableModel, ...] = (
    DownloadableModel("tiny", "Systran/faster-whisper-tiny", UP_TO_LARGE_V2, True, 75, 224, TINY),
    DownloadableModel("base", "Systran/faster-whisper-base", UP_TO_LARGE_V2, True, 141, 279, BASE),
    DownloadableModel("small", "Systran/faster-whisper-small", UP_TO_LARGE_V2, True, 464, 464, SMALL),
    DownloadableModel("medium", "Systran/faster-whisper-medium", UP_TO_LARGE_V2, True, 1400, 1170, MEDIUM),
    DownloadableModel(
        "large-v3-turbo",
        "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
        WHISPER_LANGUAGES,
        False,
        1500,
        1120,
        replace(LARGE, decoder_layers=4),
    ),
    DownloadableModel(
        "large-v3", "Systran/faster-whisper-large-v3", WHISPER_LANGUAGES, True, 2900, None, LARGE
    ),
    DownloadableModel(
        "distil-small.en",
        "Systran/faster-distil-whisper-small.en",
        ENGLISH,
        False,
        332,
        377,
        replace(SMALL, decoder_layers=4),
    ),
    DownloadableModel(
        "distil-medium.en",
        "Systran/faster-distil-whisper-medium.en",
        ENGLISH,
        False,
        788,
        None,
        replace(MEDIUM, decoder_layers=2),
    ),
    DownloadableModel(
        "distil-large-v3",
        "Systran/faster-distil-whisper-large-v3",
        ENGLISH,
        False,
        1512,
        1050,
        replace(LARGE, decoder_layers=2),
    ),
    DownloadableModel(
        "distil-large-v3.5",
        "distil-whisper/distil-large-v3.5-ct2",
        ENGLISH,
        False,
        1512,
        None,
        replace(LARGE, decoder_layers=2),
    ),
)
"""From small to large, then the English ones.

Sizes: the catalog of the whisper-key application for the first six; for the distilled ones two bytes for each
of the parameters that their model cards count (166, 394 and 756 million). Memory: measured for this project
with CTranslate2 int8 on two threads, after a run of 30 s.
"""


def downloadable(name: str) -> DownloadableModel:
    """The catalog's model of this name. Raises UnknownModelError."""
    for model in DOWNLOADABLE:
        if model.name == name:
            return model
    raise UnknownModelError(
        'There is no model named "{name}" to download: choose one of {known}.',
        name=name,
        known=", ".join(model.name for model in DOWNLOADABLE),
    )
