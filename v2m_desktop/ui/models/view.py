"""What the model window is told. The app builds these values; the window draws them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from v2m_desktop.models.fit import Fit
from v2m_desktop.models.progress import Progress


class RowState(Enum):
    """What can be done with a model, and what is being done."""

    AVAILABLE = "available"
    PARTIAL = "partial"
    """A part of it arrived; the download can go on."""
    DOWNLOADING = "downloading"
    IMPORTING = "importing"
    STOPPING = "stopping"
    REMOVING = "removing"
    INSTALLED = "installed"
    IN_USE = "in use"


AT_WORK = frozenset({RowState.DOWNLOADING, RowState.IMPORTING, RowState.STOPPING, RowState.REMOVING})


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model. `name` is what intents carry, `title` what people read; `here` tells whether it is, or comes
    from, this computer.

    `size` is in bytes: on the disk if it is here, else about what is to be downloaded; `kept` are those that
    arrived already. `languages` is empty, `translates` and `fit` are None, where nobody knows. `progress`
    is None until something can be told. `error` is one sentence in the language of the interface.
    """

    name: str
    title: str
    state: RowState
    here: bool
    size: int
    languages: tuple[str, ...] = ()
    translates: bool | None = None
    fit: Fit | None = None
    recommended: bool = False
    removable: bool = False
    kept: int = 0
    progress: Progress | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class ModelsView:
    """All models, in the order in which they are shown.

    `only_demo` explains why a model is needed; `first_start` makes the recommended one the answer to Enter.
    `notice` is one sentence about something that has no row. While the computer is `measuring` its speed,
    nothing may be recommended yet.
    """

    rows: tuple[ModelRow, ...] = ()
    only_demo: bool = False
    first_start: bool = False
    notice: str = ""
    measuring: bool = False
