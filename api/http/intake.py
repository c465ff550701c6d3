"""Takes in one order or CV: embeds before the transaction and notifies the index after it."""

from __future__ import annotations

from api.wiring import Components
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Put
from matcher.candidates.build import build_candidates
from matcher.dispatch.reception import Received


def take_order(components: Components, order: JobOrder, actor: str, expected_revision: int | None = None) -> Received:
    """Keep, read and route the order; raises RevisionConflictError when another revision is current."""
    received = components.reception.receive(order, actor=actor, expected_revision=expected_revision)
    components.index.notify()
    return received


def take_cv(components: Components, cv: Cv, actor: str, expected_revision: int | None = None) -> Put[Cv]:
    """Keep the CV; raises RevisionConflictError when another revision is current."""
    # What the index needs is embedded now, as orders are by the reception: after the commit it is soon in step.
    build_candidates([cv], components.catalog, components.embedder)
    with components.database.transaction(actor, "modtag CV") as record:
        outcome = record.cvs.put(cv, expected_revision)
    components.index.notify()
    return outcome
