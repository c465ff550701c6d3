"""`insight` from the command line: an overview in Danish, and all of it as JSON."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from api.labels import ACTS, ORDER_ACTS
from api.settings import read_settings
from api.wiring import Components
from indexer.records.audit_trail import Act
from indexer.records.case_lookups import CaseFacts
from tests.api.commands import command_line
from tests.indexer.samples import cv, order

run = partial(command_line.run, "insight")

OF_ORDERS = {Act.READ, Act.READING_CORRECTED, Act.ROUTED, Act.ROUTE_DECIDED, Act.RANKED, Act.ORDER_MOVED}


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    """A record with a person who was proposed; the reason holds what a terminal would act on."""
    components = Components(read_settings({"data": str(tmp_path)}, environment={}))
    with components.database.transaction("bo", "foreslå til ordre") as record:
        record.job_orders.put(order(id="A-1"))
        record.cvs.put(cv(id="C-1"))
        record.proposals.note("A-1", "C-1", "foreslaaet", "Kender \x1b[31mstedet.", expected_revision=0)
        record.case_lookups.add("C-1", CaseFacts(employers=("99999918",), protected=True), expected_revision=0)
    components.close()
    return ["--data", str(tmp_path)]


def test_the_overview_tells_every_sort_in_danish_and_no_colleague_s_name(data: list[str]) -> None:
    shown = run("C-1", *data)

    assert shown.exit_code == 0
    for said in (
        "udgave 1: „Lagermand med truck“",
        "foreslået, ordre A-1 (Kender [31mstedet.)",
        "ansat hos CVR 99999918, navn og adresse er beskyttet",
        "CV'et er modtaget (foreslå til ordre)",
        "Pladser i lister\n  • Intet.",
    ):
        assert said in shown.stdout
    assert "\x1b[31m" not in shown.stdout
    assert " bo" not in shown.stdout


def test_all_of_it_is_one_line_of_json(data: list[str]) -> None:
    told = json.loads(run("C-1", "--json", *data).stdout)

    assert told["revisions"][0]["content"]["skills"] == ["pluk og pak", "håndscanner"]
    assert {"cv", "revisions", "lists", "proposals", "cases", "acts"} == told.keys()


def test_who_is_not_in_the_record_is_said(data: list[str]) -> None:
    refused = run("C-9", *data)

    assert (refused.exit_code, "C-9 findes ikke i arkivet." in refused.stderr) == (2, True)


def test_every_act_on_a_cv_has_danish_words() -> None:
    assert set(ACTS) == {act.value for act in Act} - {act.value for act in OF_ORDERS}
    assert {act.value for act in OF_ORDERS} <= set(ORDER_ACTS)
