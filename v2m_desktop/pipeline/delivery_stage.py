"""Which stage of a take a delivery result is."""

from __future__ import annotations

from v2m_desktop.core.session import TakeStage
from v2m_desktop.output.results import DeliveryResult, Outcome

_STAGES = {
    Outcome.DELIVERED: TakeStage.DELIVERED,
    Outcome.COPIED: TakeStage.DELIVERED,
    Outcome.UNCONFIRMED: TakeStage.PARKED,
    Outcome.PARKED: TakeStage.PARKED,
}


def stage_of(result: DeliveryResult) -> TakeStage:
    return _STAGES[result.outcome]
