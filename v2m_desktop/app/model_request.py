"""What to load: the model that was found, with device, number format and threads of the settings."""

from __future__ import annotations

from dataclasses import replace

from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.core.settings import Settings


def choice_from(settings: Settings, found: ModelChoice) -> ModelChoice:
    """`found` by the registry, completed with the settings."""
    recognition = settings.recognition
    return replace(
        found,
        device=recognition.device,
        compute_type=recognition.compute_type,
        threads=recognition.threads,
    )
