"""`v2m recover`: recordings whose text was not delivered. Nothing is ever pasted by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby

import numpy as np

from v2m_desktop.app.recognizing import Transcriber, load_settings, transcriber
from v2m_desktop.core.audio import SAMPLE_RATE, CapturedBlock, Samples
from v2m_desktop.core.errors import ModelError, StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.models.registry import resolve
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.leftover import LeftoverTake
from v2m_desktop.storage.paths import Paths
from v2m_desktop.storage.spool import Spool

BLOCK = SAMPLE_RATE

TRANSCRIBED = "transcribed by v2m recover"


def list_leftovers() -> int:
    """One recording a line, and what can be done with them."""
    leftovers = Spool(Paths.for_user().spool).leftovers()
    if not leftovers:
        print("No recordings are left over.")
        return 0
    for take in leftovers:
        started = take.started.astimezone().strftime("%Y-%m-%d %H:%M") if take.started else "unknown time"
        reason = f"  {take.reason}" if take.reason else ""
        print(f"{take.id}  {started}  {take.seconds:6.1f} s{reason}")
    print("\nv2m recover --transcribe ID   prints its text (ID or all)")
    print("v2m recover --discard ID      deletes it for good (ID or all)")
    return 0


def transcribe(wanted: str) -> int:
    """Print the text and keep the recording: only `--discard` deletes it. Raises StorageError, ModelError.

    Words that were understood before are printed as they are, followed by their rewriting if there is one;
    nothing is recognized twice.
    """
    paths = Paths.for_user()
    spool = Spool(paths.spool)
    chosen = [(leftover, spool.load_text(leftover)) for leftover in _choose(spool, wanted)]
    # One model at a time in memory, and the recordings still in their order.
    for model, takes in groupby(chosen, lambda take: "" if take[1] else _model_of(take[0], paths)):
        if not model:
            for leftover, text in takes:
                print(text.reveal())
                if rewritten := spool.load_rewritten(leftover):
                    print(f"\n{rewritten.reveal()}")
            continue
        with transcriber(paths, model) as ready:
            for leftover, _ in takes:
                text = _recognize(spool, leftover, ready)
                print(text.reveal() or f"(no words were understood in {leftover.id})")
    print("The recordings are kept until you discard them: v2m recover --discard ID", file=sys.stderr)
    return 0


def _model_of(leftover: LeftoverTake, paths: Paths) -> str:
    """The model that the take was meant for; the settings' one where that is not there (any more)."""
    wanted = leftover.details.get("model", "")
    try:
        resolve(wanted, paths.models)
    except ModelError:
        return load_settings(paths).recognition.model
    return wanted


def _recognize(spool: Spool, leftover: LeftoverTake, ready: Transcriber) -> SensitiveText:
    """The words in the recording, kept beside it if there are any."""
    if problem := spool.count_attempt(leftover):
        print(f"v2m: {problem.message}", file=sys.stderr)
    language = leftover.details.get("language")
    segments = ready.transcribe(_blocks(spool.load_samples(leftover)), language)
    text = SensitiveText(" ".join(segment.text.reveal().strip() for segment in segments))
    if text and (problem := _keep(spool, leftover, text)):
        print(f"v2m: {problem.message}", file=sys.stderr)
    return text


def _keep(spool: Spool, leftover: LeftoverTake, text: SensitiveText) -> StorageError | None:
    """Keep the words beside the recording, unless the running app works on it or has found some itself."""
    try:
        take = spool.reopen(leftover)
    except StorageError as problem:
        return problem
    if take is None:
        return None
    answer = None
    if not take.load_text():
        answer = take.keep_text(text) or take.set_state(TakeState.FAILED, TRANSCRIBED)
    take.release()
    return answer


def discard(wanted: str) -> int:
    """Delete recordings. Raises StorageError."""
    spool = Spool(Paths.for_user().spool)
    for leftover in _choose(spool, wanted):
        take = spool.reopen(leftover)
        if take is None:
            raise StorageError("The recording {id} is in use by the running app.", id=leftover.id)
        if problem := take.delete():
            raise problem
        print(f"{leftover.id} is deleted.")
    return 0


def _choose(spool: Spool, wanted: str) -> list[LeftoverTake]:
    leftovers = spool.leftovers()
    chosen = [take for take in leftovers if wanted in ("all", take.id)]
    if not chosen:
        raise StorageError('There is no recording "{id}". v2m recover lists those there are.', id=wanted)
    return chosen


def _blocks(samples: Samples) -> Iterator[CapturedBlock]:
    for first in range(0, len(samples), BLOCK):
        yield CapturedBlock(np.ascontiguousarray(samples[first : first + BLOCK]), SAMPLE_RATE, first, 0)
