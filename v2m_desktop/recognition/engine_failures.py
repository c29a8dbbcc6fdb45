"""What the library raises, as one of our errors and as a reason to try another rung."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from v2m_desktop.core.errors import ModelCorruptError, RecognitionError, V2mError
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.recognition.device_choice import Trouble

_MEMORY = re.compile(r"out of memory|not enough memory|alloc", re.IGNORECASE)
"""Not "memory" alone: an illegal memory access is another matter."""

_LIBRARY = re.compile(r"library .* (not found|cannot be loaded)|unable to load|could not load", re.IGNORECASE)

_NOT_THE_LIBRARYS = (V2mError, KeyboardInterrupt, SystemExit, GeneratorExit)
"""All others are: a panic of its Rust parts is no Exception, and would end the thread that it comes to."""


def trouble_of(error: BaseException | None) -> Trouble:
    """The library has but one kind of exception, so that its words must tell."""
    if isinstance(error, MemoryError) or _MEMORY.search(str(error)):
        return Trouble.MEMORY
    return Trouble.LIBRARY if _LIBRARY.search(str(error)) else Trouble.OTHER


@contextmanager
def opening(choice: ModelChoice) -> Iterator[None]:
    """Turn what is raised while a model is opened into one of our errors."""
    try:
        yield
    except _NOT_THE_LIBRARYS:
        raise
    except ImportError as error:
        raise RecognitionError(
            "The recognizer cannot start, because {library} is missing: install the app again.",
            library=error.name or "a library",
        ) from error
    except BaseException as error:
        if trouble_of(error) is Trouble.MEMORY:
            raise RecognitionError(
                "There is not enough memory for the model {model}: choose a smaller one.", model=choice.name
            ) from error
        raise ModelCorruptError(
            "The model in {folder} cannot be loaded: install it again or choose another one.",
            folder=choice.folder,
        ) from error


@contextmanager
def inference(choice: ModelChoice) -> Iterator[None]:
    """Turn what is raised while a recording is recognized into one of our errors."""
    try:
        yield
    except _NOT_THE_LIBRARYS:
        raise
    except BaseException as error:
        raise RecognitionError(
            "The model {model} failed on this recording, which is kept: try again or choose another model.",
            model=choice.name,
        ) from error
