"""What the key to take back does next, and whether what stands in a window is what was inserted. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import AROUND, Field, Window

# The plan


class Stage(Enum):
    """NOTHING is there to take back; INSERTED and REMOVED wait for the key; the others for their end."""

    NOTHING = "nothing"
    INSERTED = "inserted"
    REMOVING = "removing"
    REMOVED = "removed"
    INSERTING = "inserting"


@dataclass(frozen=True, slots=True)
class Insertion:
    """`text` are the very characters that went into `window`, None where the window is not known."""

    session: SessionId
    text: SensitiveText
    window: Window | None


@dataclass(frozen=True, slots=True)
class Plan:
    """`versions` are the words of the take: as delivered first, and as spoken if that was rewritten.

    `shown` is the version of `insertion`.
    """

    stage: Stage = Stage.NOTHING
    insertion: Insertion | None = None
    versions: tuple[SensitiveText, ...] = ()
    shown: int = 0


@dataclass(frozen=True, slots=True)
class Inserted:
    insertion: Insertion
    versions: tuple[SensitiveText, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """The user asks."""


@dataclass(frozen=True, slots=True)
class Verified:
    """It was the inserted text, and is gone."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was removed, or inserted; `final`: and never will be."""

    final: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """It is too late, or another text counts now."""


Event = Inserted | Pressed | Verified | Refused | Closed


@dataclass(frozen=True, slots=True)
class Remove:
    insertion: Insertion


@dataclass(frozen=True, slots=True)
class InsertAgain:
    session: SessionId
    text: SensitiveText
    window: Window | None


Effect = Remove | InsertAgain


def step(plan: Plan, event: Event) -> tuple[Plan, Effect | None]:
    """The next plan, and what is to be done now. What does not fit the stage changes nothing."""
    match event, plan.stage:
        case Inserted(insertion, versions), stage:
            return _inserted(plan, stage, insertion, versions), None
        case Closed(), _:
            return Plan(), None
        case Pressed(), Stage.INSERTED if plan.insertion is not None:
            return replace(plan, stage=Stage.REMOVING), Remove(plan.insertion)
        case Pressed(), Stage.REMOVED if plan.insertion is not None:
            text = plan.versions[_other(plan)] if plan.versions else plan.insertion.text
            effect = InsertAgain(plan.insertion.session, text, plan.insertion.window)
            return replace(plan, stage=Stage.INSERTING), effect
        case Verified(), Stage.REMOVING:
            return replace(plan, stage=Stage.REMOVED), None
        case Refused(final), Stage.REMOVING | Stage.INSERTING:
            before = Stage.INSERTED if plan.stage is Stage.REMOVING else Stage.REMOVED
            return (Plan() if final else replace(plan, stage=before)), None
    return plan, None


def _inserted(plan: Plan, stage: Stage, insertion: Insertion, versions: tuple[SensitiveText, ...]) -> Plan:
    again = stage is Stage.INSERTING and plan.insertion is not None
    if again and plan.insertion is not None and plan.insertion.session == insertion.session:
        return replace(plan, stage=Stage.INSERTED, insertion=insertion, shown=_other(plan))
    return Plan(Stage.INSERTED, insertion, tuple(version for version in versions if version))


def _other(plan: Plan) -> int:
    return (plan.shown + 1) % len(plan.versions) if plan.versions else 0


# What stands in the window


class Match(Enum):
    """Whether it is what was inserted. SHORT: it is only the end of it."""

    SAME = "same"
    SHORT = "short"
    OTHER = "other"
    UNKNOWN = "unknown"


def match_field(element: Field | None, text: str) -> Match:
    """Whether `text` stands right before the caret of the focused element."""
    if element is None:
        return Match.UNKNOWN
    if element.secure or element.selected:
        return Match.OTHER
    if element.before is None:
        return Match.UNKNOWN
    before, wanted = _plain(element.before.reveal()), _plain(text)
    if before.endswith(wanted):
        return Match.SAME
    cut_off = len(element.before) >= AROUND and wanted.endswith(before)
    return Match.UNKNOWN if cut_off else Match.OTHER


def match_selection(selected: str, text: str) -> Match:
    """Whether what was selected backwards from the caret is `text`."""
    found, wanted = _plain(selected), _plain(text)
    if not found:
        return Match.UNKNOWN
    if found == wanted:
        return Match.SAME
    return Match.SHORT if wanted.endswith(found) else Match.OTHER


def missing_part(selected: str, text: str) -> str:
    """What is not selected yet of a SHORT match."""
    return _plain(text).removesuffix(_plain(selected))


def text_of(formats: Mapping[str, bytes]) -> str:
    """The text of a clipboard's formats, "" if there is none."""
    for name in sorted(formats, key=_rank):
        if _rank(name) < len(_TEXT_FORMATS):
            encoding = "latin-1" if name == "STRING" else "utf-8"
            return formats[name].decode(encoding, errors="replace")
    return ""


_TEXT_FORMATS = ("text/plain;charset=utf-8", "utf8_string", "text/plain", "string")


def _rank(name: str) -> int:
    folded = name.lower()
    return _TEXT_FORMATS.index(folded) if folded in _TEXT_FORMATS else len(_TEXT_FORMATS)


def _plain(text: str) -> str:
    """Programs have ways of their own with line ends and hard spaces, and it is the same text."""
    lines = re.sub("\r\n?|[\u2028\u2029]", "\n", text)
    return unicodedata.normalize("NFC", lines.replace("\u00a0", " "))
