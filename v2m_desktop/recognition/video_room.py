"""Looks at the free memory of the graphics card before a model is loaded, and before it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from v2m_desktop.core.recognition import LoadedModel, ModelChoice, RecognitionRequest
from v2m_desktop.recognition.device_choice import CPU, CUDA

MEGABYTE = 1_000_000

LITTLE = 300 * MEGABYTE
"""With less, an answer is made without a beam: each of its five candidates needs memory of its own."""


class VideoRoom:
    """`free` reads how many bytes are free, None without a card that tells. Belongs to one thread.

    A card that is not used is not asked: that would keep it awake.
    """

    def __init__(self, free: Callable[[], int | None] = lambda: None) -> None:
        self._free = free

    def before_load(self, choice: ModelChoice) -> ModelChoice:
        """The choice with what is free now. Whatever model was in memory must be gone."""
        return choice if choice.device == CPU else replace(choice, video_memory=self._free())

    def before_decode(self, request: RecognitionRequest, model: LoadedModel | None) -> RecognitionRequest:
        """The request, sparing where little is free."""
        free = self._free() if model is not None and model.device == CUDA else None
        return request if free is None or free >= LITTLE else replace(request, sparing=True)
