"""A record in which every table has rows, as a small centre would leave it after some days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from indexer.records.audit_trail import AuditLine
from indexer.records.case_lookups import CaseFacts
from indexer.records.database import Database
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.routes import KeptRoute
from indexer.records.tables import audit_trail
from tests.indexer.samples import cv, order


def whole_trail(database: Database) -> list[AuditLine]:
    """Every line of the audit trail, oldest first."""
    with database.connection(writes=False) as connection:
        return [AuditLine(*row) for row in connection.execute(select(audit_trail).order_by(audit_trail.c.number))]


def fill(database: Database, people: int = 30) -> None:
    """Orders and CVs taken in, changed, erased, read, corrected, routed, ranked, proposed for and answered for."""
    with database.transaction("import") as record:
        record.cvs.put_many([cv(id=f"C-{number}", text=f"Nr. {number} på lager, æøå 🙂") for number in range(people)])
        record.job_orders.put_many([order(id=f"A-{number}") for number in range(3)])
    with database.transaction("eva", "rettelse") as record:
        record.cvs.put_many([cv(id="C-1", text="Rettet"), cv(id="C-2", text="Også rettet")])
        record.job_orders.put(order(id="A-1", positions=7))
        record.cvs.erase("C-3")
    with database.transaction("modtagelse") as record:
        record.readings.put("A-1", 2, "2026.1", {"occupation": "lagermedarbejder"})
        record.readings.correct("A-1", 2, {"occupation": "truckfører"}, by="eva", reason="hørt forkert")
        record.routes.put(KeptRoute("A-1", 2, "industri", "lager", 0.1 + 0.2, needs_decision=True, details={"b": 1}))
        record.routes.decide("A-1", "butik", "handel", by="bo", reason="det er en butik")
        record.answered_requests.add("nøgle", "{}", '{"svar": true}')
    with database.transaction("bo", "forslag") as record:
        record.order_steps.note("A-1", "besat", "", expected_revision=0)
        record.proposals.note("A-1", "C-1", "foreslaaet", "", expected_revision=0)
        record.proposals.note("A-1", "C-1", "ikke_ansat", "En anden blev valgt.", expected_revision=1)
        record.case_lookups.add("C-1", CaseFacts(employers=("99999918",), away=True), expected_revision=0)
    with database.transaction("bygger") as record:
        record.index_generations.create("g1", {"model": "m"})
        record.index_generations.make_current("g1")
        record.cv_features.put_many("g1", [("C-1", 4, b"\0\1\xff")])
        ranked = RankedCv("C-1", 2, 1, 0.3, True, {"wish": 0.3}, ("Ønsker jobbet.",))
        record.ranked_lists.add(RankedList("A-1", 2, date(2026, 11, 22), {"rules": "1"}, {"top": 5}, (ranked,)))
