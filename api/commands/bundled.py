"""The bundled synthetic orders and CVs put into the record, for `demo` and for `serve --demo`."""

from __future__ import annotations

from api.wiring import Components
from indexer.records.stored import Change
from matcher.evaluation.collection import bundled_cvs, bundled_orders

ACTOR = "demo"


def put_collection(components: Components) -> int:
    """Keep every order, read and routed, and every CV; how many of them that changed."""
    orders = bundled_orders()
    keep_beside = components.reception.routed_beforehand(orders)
    with components.database.transaction(ACTOR, "demo") as record:
        received, cvs = record.job_orders.put_many(orders), record.cvs.put_many(bundled_cvs())
        keep_beside(record, received)
    changes = [*(put.change for put in received), *(put.change for put in cvs)]
    return sum(change is not Change.UNCHANGED for change in changes)
