"""Invented views of the model window, for its tests and pictures."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.speeds import speed
from v2m_desktop.models.catalog import DOWNLOADABLE, DownloadableModel, downloadable
from v2m_desktop.models.fit import MachineSize, fits
from v2m_desktop.models.progress import Progress
from v2m_desktop.ui.models.view import ModelRow, ModelsView, RowState

MEGABYTE = 1_000_000
SPEED = speed(0.21)
LAPTOP = MachineSize(ram=8_000 * MEGABYTE, ram_free=5_200 * MEGABYTE, cores=4)


def offered(model: DownloadableModel) -> ModelRow:
    return ModelRow(
        name=model.name,
        title=model.name,
        state=RowState.AVAILABLE,
        here=False,
        size=model.download_mb * MEGABYTE,
        languages=model.languages,
        translates=model.translates,
        fit=fits(model, LAPTOP, SPEED),
        recommended=model.name == "small",
    )


ROWS = {model.name: offered(model) for model in DOWNLOADABLE}
DEMO = ModelRow("demo", "demo", RowState.IN_USE, True, 5 * MEGABYTE, ("en", "es"))
RECOMMENDED_FIRST = tuple(sorted(ROWS.values(), key=lambda row: not row.recommended))
FIRST_START = ModelsView((*RECOMMENDED_FIRST, DEMO), only_demo=True, first_start=True)


def at(share: float, row: ModelRow, *, verifying: bool = False) -> Progress:
    return Progress("model.bin", round(share * row.size), row.size, 3_400_000.0, 74.0, verifying)


INSTALLED = replace(
    ROWS["small"], state=RowState.IN_USE, here=True, size=486 * MEGABYTE, recommended=False, removable=True
)
OWN = ModelRow(
    "a folder with a long name of its own, (v2) ñ & more",
    "a folder with a long name of its own, (v2) ñ & more",
    RowState.INSTALLED,
    True,
    1530 * MEGABYTE,
    removable=True,
)
BUSY = ModelsView(
    (
        INSTALLED,
        OWN,
        ModelRow("/home/me/whisper", "whisper", RowState.IMPORTING, True, 900 * MEGABYTE,
                 progress=Progress("model.bin", 300 * MEGABYTE, 900 * MEGABYTE, 4e8, 2.0)),
        replace(DEMO, state=RowState.INSTALLED),
        replace(ROWS["tiny"], state=RowState.DOWNLOADING),
        replace(ROWS["base"], state=RowState.DOWNLOADING, progress=at(0.46, ROWS["base"])),
        replace(ROWS["medium"], state=RowState.DOWNLOADING, progress=at(0.8, ROWS["medium"], verifying=True)),
        replace(ROWS["large-v3-turbo"], state=RowState.PARTIAL, kept=700 * MEGABYTE, removable=True),
        replace(
            ROWS["large-v3"],
            state=RowState.PARTIAL,
            kept=1234 * MEGABYTE,
            removable=True,
            error="The connection to huggingface.co broke off. What arrived is kept; try again.",
        ),
        replace(ROWS["distil-small.en"], state=RowState.STOPPING, progress=at(0.2, ROWS["distil-small.en"])),
        replace(
            ROWS["distil-medium.en"],
            error="The model distil-medium.en needs 1067 MB of free space, and /home/me/.local/share/"
            "Voice2Machine/models has 300 MB: free some space, or choose a smaller model.",
        ),
    ),
    notice="The folder /home/me/Pictures holds no whole model: model.bin is missing. Choose another one.",
)  # fmt: skip
UNDECIDED = tuple(
    replace(row, recommended=False, fit=fits(downloadable(row.name), LAPTOP)) for row in ROWS.values()
)
MEASURING = ModelsView((*UNDECIDED, DEMO), only_demo=True, first_start=True, measuring=True)
VIEWS = {"first start": FIRST_START, "busy": BUSY, "measuring": MEASURING}
