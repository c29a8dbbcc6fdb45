"""Who speaks, as the settings tell."""

from __future__ import annotations

from v2m_desktop.core.recognition import Speaker
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Recognition

MOST_CHARACTERS = 4000
"""Of names and terms. Far more than any model is told, and far less than would weigh on every request."""


def speaker_of(settings: Recognition, recent: tuple[str, ...]) -> Speaker:
    """`recent` are the languages that were chosen last, for people who name none."""
    named = tuple(filter(None, settings.languages.split(", ")))
    return Speaker(named or recent, SensitiveText(settings.hotwords[:MOST_CHARACTERS]))
