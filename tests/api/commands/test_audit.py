"""`audit` from the command line: who saw, changed or used what, for those who supervise."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from api.settings import read_settings
from api.wiring import Components
from indexer.records.audit_trail import Act
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.stored import RecordKind
from tests.api.commands import command_line
from tests.indexer.samples import cv, order

run = partial(command_line.run, "audit")


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    """A record with a person who stood in a list that Eva got, and whom Bo looked up."""
    components = Components(read_settings({"data": str(tmp_path)}, environment={}))
    with components.database.transaction("import", "indlæs") as record:
        record.job_orders.put(order(id="A-1"))
        record.cvs.put(cv(id="C-1"))
    with components.database.transaction("eva", "find kandidater") as record:
        place = RankedCv("C-1", 1, 1, 9.5, True, {"ønske": 9.5}, ("Passer.",))
        record.ranked_lists.add(RankedList("A-1", 1, date(2026, 11, 22), {}, {}, (place,)))
    with components.database.transaction("bo\x1b[31m", "se cv") as record:
        record.audit_trail.note(Act.LOOKED_UP, RecordKind.CV, "C-1", 1)
    components.close()
    return ["--data", str(tmp_path)]


def test_everybody_who_saw_or_used_a_cv_is_named_with_time_and_purpose(data: list[str]) -> None:
    lines = run("cv", "C-1", *data).stdout.splitlines()
    assert [line.split()[:2] for line in lines[:1]] == [["hvornår", "hvem"]]
    assert "import" in lines[1]
    assert "CV'et er modtaget (udgave 1)" in lines[1]
    assert "eva" in lines[2]
    assert "stod i liste 1 til ordre A-1" in lines[2]
    assert "oplysningerne er set (udgave 1)" in lines[3]
    assert "\x1b" not in lines[3]
    assert len(lines) == 4


def test_looking_at_the_trail_is_in_the_trail(data: list[str]) -> None:
    run("cv", "C-1", *data)
    last = json.loads(run("cv", "C-1", "--json", *data).stdout.splitlines()[-1])
    assert last["by"].startswith("kommandolinje (")
    assert (last["act"], last["purpose"]) == ("see_trail", "tilsyn")


def test_the_trail_of_an_order_tells_what_was_done_with_it(data: list[str]) -> None:
    shown = run("order", "A-1", *data).stdout
    assert "ordren er modtaget" in shown
    assert "en liste er givet ud" in shown


def test_the_trail_outlives_the_cv(data: list[str]) -> None:
    assert command_line.run("erase", "cv", "C-1", "--yes", *data).exit_code == 0
    assert "CV'et er slettet" in run("cv", "C-1", *data).stdout


def test_what_nobody_ever_touched_is_said_to_be_unknown(data: list[str]) -> None:
    refused = run("cv", "C-9", *data)
    assert (refused.exit_code, "C-9 findes ikke i arkivet." in refused.stderr) == (2, True)
