"""What the model window says about models: what they are for, how large they are, how far a download is."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from v2m_desktop.models.fit import Fit, Suitability
from v2m_desktop.models.progress import Progress
from v2m_desktop.ui.models.view import AT_WORK, ModelRow, RowState
from v2m_desktop.ui.wording import language_name, translate

SEPARATOR = "  ·  "
MEGABYTE, GIGABYTE = 1_000_000, 1_000_000_000
MOST_NAMED_LANGUAGES = 4
LONG_SECONDS = 9.5
"""From here on tenths say nothing."""


def purpose(name: str) -> str:
    """What a model is good for, in plain words."""
    return {
        "demo": translate(
            "Models", "Shows how dictation works. It understands synthetic voices, not people."
        ),
        "tiny": translate("Models", "The smallest, for very weak computers. Makes many mistakes."),
        "base": translate("Models", "Small and quick, for older computers."),
        "small": translate("Models", "Accurate and quick enough on most computers."),
        "medium": translate("Models", "More accurate than small, and a good deal slower."),
        "large-v3-turbo": translate("Models", "Nearly as accurate as the best, quick with a graphics card."),
        "large-v3": translate("Models", "The most accurate. Needs a strong graphics card to be quick."),
        "distil-small.en": translate("Models", "For English alone: quicker than small, about as accurate."),
        "distil-medium.en": translate("Models", "For English alone: quicker than medium."),
        "distil-large-v3": translate("Models", "For English alone: close to the best, quicker than it."),
        "distil-large-v3.5": translate("Models", "For English alone: a newer distil-large-v3."),
    }.get(name, translate("Models", "A model of your own."))


def facts(row: ModelRow) -> str:
    """Languages, translation, size and memory in one line."""
    size = translate("Models", "{size} on disk") if row.here else translate("Models", "{size} download")
    parts = [languages(row.languages), translation(row), size.format(size=amount(row.size))]
    # Lines break between the parts, not inside them.
    return SEPARATOR.join(part.replace(" ", "\u00a0") for part in [*parts, memory(row.fit)] if part)


def languages(codes: tuple[str, ...]) -> str:
    if not codes:
        return ""
    if len(codes) == 1:
        return translate("Models", "{language} only").format(language=language_name(codes[0]))
    if len(codes) <= MOST_NAMED_LANGUAGES:
        return ", ".join(map(language_name, codes))
    return translate("Models", "{count} languages").format(count=len(codes))


def translation(row: ModelRow) -> str:
    """Whether speech can become English text. For a model of one language the question does not arise."""
    if row.translates is None or len(row.languages) == 1:
        return ""
    if row.translates:
        return translate("Models", "can translate to English")
    return translate("Models", "does not translate")


def memory(fit: Fit | None) -> str:
    if fit is None:
        return ""
    if fit.on_card:
        text = translate("Models", "about {size} of video memory (estimated)")
    elif fit.estimated:
        text = translate("Models", "about {size} of memory (estimated)")
    else:
        text = translate("Models", "about {size} of memory")
    return text.format(size=amount(fit.memory))


def verdict(fit: Fit) -> str:
    """Whether the model does well on this computer, and how long it takes."""
    parts = [suitability(fit), waiting(fit)]
    return SEPARATOR.join(part for part in parts if part)


def waiting(fit: Fit) -> str:
    """How long people wait for the words of a sentence, never 0."""
    if fit.seconds is None:
        return ""
    tenths = 1 if fit.seconds < LONG_SECONDS else 0
    number = QLocale().toString(max(0.1, fit.seconds), "f", tenths)
    return translate("Models", "about {seconds} s for a sentence").format(seconds=number)


def suitability(fit: Fit) -> str:
    """Whether the model does well on this computer."""
    match fit.suitability:
        case Suitability.FITS if fit.on_card:
            return translate("Models", "Fits the graphics card of this computer")
        case Suitability.FITS:
            return translate("Models", "Fits this computer")
        case Suitability.SLOW:
            return translate("Models", "Fits, but words appear seconds later on this computer")
        case Suitability.TIGHT:
            return translate("Models", "Fits only after other programs are closed")
        case Suitability.TOO_LARGE:
            return translate("Models", "Too large for this computer")


def amount(size: float) -> str:
    """Bytes the way people say them, never 0 of something that is there."""
    locale = QLocale()
    if size >= 0.95 * GIGABYTE:
        return translate("Models", "{number} GB").format(number=locale.toString(size / GIGABYTE, "f", 1))
    if 0 < size < 10 * MEGABYTE:
        tenths = max(0.1, size / MEGABYTE)
        return translate("Models", "{number} MB").format(number=locale.toString(tenths, "f", 1))
    return translate("Models", "{number} MB").format(number=locale.toString(round(size / MEGABYTE)))


def percent(row: ModelRow) -> int:
    """How full the bar is."""
    if row.progress is not None and row.progress.total:
        return int(100 * row.progress.done / row.progress.total)
    return min(99, int(100 * row.kept / row.size)) if row.size else 0


def progress_line(row: ModelRow) -> str:
    """What is going on, or how much is here already; "" for nothing."""
    progress = row.progress
    match row.state:
        case RowState.REMOVING:
            return translate("Models", "Removing…")
        case RowState.STOPPING:
            return translate("Models", "Stopping…")
        case RowState.PARTIAL:
            return translate("Models", "{kept} of {size} are here already").format(
                kept=amount(row.kept), size=amount(row.size)
            )
        case RowState.DOWNLOADING if progress is None:
            return translate("Models", "Asking the model hub…")
        case RowState.IMPORTING if progress is None:
            return translate("Models", "Looking at the folder…")
    if progress is None or row.state not in AT_WORK:
        return ""
    parts = [translate("Models", "{percent} %").format(percent=percent(row))]
    if progress.verifying:
        return SEPARATOR.join([translate("Models", "Checking what arrived"), *parts])
    parts.append(
        translate("Models", "{done} of {total}").format(
            done=amount(progress.done), total=amount(progress.total)
        )
    )
    return SEPARATOR.join([*parts, *_pace(progress)])


def _pace(progress: Progress) -> list[str]:
    parts = []
    if progress.bytes_per_second is not None:
        speed = amount(progress.bytes_per_second)
        parts.append(translate("Models", "{amount} per second").format(amount=speed))
    if progress.seconds_left is not None:
        parts.append(_time_left(round(progress.seconds_left)))
    return parts


def _time_left(seconds: int) -> str:
    if seconds < 60:
        return translate("Models", "{seconds} s left").format(seconds=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Models", "{minutes} min left").format(minutes=minutes)
    return translate("Models", "{hours} h {minutes} min left").format(
        hours=minutes // 60, minutes=minutes % 60
    )
