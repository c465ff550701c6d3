"""`erase` from the command line: gone from the record and from the search, and only when it is meant."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from api.settings import read_settings
from api.wiring import Components, today
from tests.api.commands.command_line import run
from tests.factories import cv, job_order


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    """A record with an order and the two who fit it, one of them proposed."""
    components = Components(read_settings({"data": str(tmp_path)}, environment={}))
    with components.database.transaction("test") as record:
        record.job_orders.put(job_order(id="A-1"))
        record.cvs.put_many([cv(id="C-1"), cv(id="C-2")])
        record.proposals.note("A-1", "C-2", "foreslaaet", "", expected_revision=0)
    components.close()
    return ["--data", str(tmp_path)]


def test_nothing_is_erased_that_is_not_meant(data: list[str]) -> None:
    for kind, record_id in (("cv", "C-1"), ("order", "A-1")):
        asked = run("erase", kind, record_id, *data)
        assert (asked.exit_code, "Intet er slettet." in asked.stderr) == (2, True)

    assert run("insight", "C-1", *data).exit_code == 0
    assert run("rank", "A-1", *data).exit_code == 0


def test_who_is_erased_is_found_no_more_and_leaves_no_words_in_lists(data: list[str]) -> None:
    assert '"cv": "C-1"' in run("rank", "A-1", *data).stdout

    erased = run("erase", "cv", "C-1", "--yes", *data)

    assert (erased.exit_code, erased.stdout.splitlines()[0]) == (0, "C-1 er slettet.")
    assert '"cv": "C-1"' not in run("rank", "A-1", "--eligibility", "show", *data).stdout
    left = run("insight", "C-1", *data).stdout
    assert "nr. 1 til ordre A-1" in left
    assert "Lagermedarbejder" not in left
    assert "CV'et er slettet (sletning)" in left


def test_while_search_is_down_nobody_is_told_that_it_finds_the_erased_no_more(data: list[str]) -> None:
    down = ("--engine", "opensearch", "--opensearch-url", "http://127.0.0.1:9")

    erased = run("erase", "cv", "C-1", "--yes", *data, *down)

    assert (erased.exit_code, "Søgningen er bagud" in erased.stderr) == (0, True)
    assert "Søgningen kan finde det, til indekset er fulgt med" in erased.stdout
    assert "Ingen søgning finder det mere" not in erased.stdout


def test_an_erased_order_takes_its_proposals_along(data: list[str]) -> None:
    assert run("erase", "order", "A-1", "--yes", *data).exit_code == 0

    assert run("rank", "A-1", *data).exit_code == 2
    assert "Forslag\n  • Intet." in run("insight", "C-2", *data).stdout


def test_what_is_not_there_cannot_be_erased(data: list[str]) -> None:
    refused = run("erase", "cv", "C-9", "--yes", *data)

    assert (refused.exit_code, "C-9 findes ikke i arkivet." in refused.stderr) == (2, True)


def test_old_cvs_are_named_before_they_are_erased_and_who_is_proposed_stays(data: list[str]) -> None:
    older, newer = (f"--unchanged-since={today() + timedelta(days)}" for days in (2, -2))

    named = run("erase", "cvs", older, *data)
    assert named.stdout == "CV'er uændret siden da: 1 (C-1). Intet er slettet.\n"
    assert "CV'er slettet: 0" in run("erase", "cvs", newer, "--yes", *data).stdout
    assert run("insight", "C-1", *data).stdout.count("slettet") == 0

    assert "CV'er slettet: 1" in run("erase", "cvs", older, "--yes", *data).stdout
    assert "CV'et er slettet (opbevaringsfrist)" in run("insight", "C-1", *data).stdout
    assert '"cv": "C-2"' in run("rank", "A-1", "--eligibility", "show", *data).stdout


def test_no_file_holds_a_word_of_who_was_erased_once_the_index_is_built_again(data: list[str]) -> None:
    words = b"qvxzzyord"  # what somebody has worked with becomes a value of the index

    def holding_it() -> set[str]:
        files = (file for file in Path(data[1]).rglob("*") if file.is_file())
        return {file.name for file in files if words in file.read_bytes().lower()}

    components = Components(read_settings({"data": data[1]}, environment={}))
    with components.database.transaction("test") as record:
        record.cvs.put(cv(id="C-3", text="Har arbejdet med Qvxzzyord i ti år."))
    components.index.run_once()
    components.close()
    assert {"jobformidling.sqlite", "journal.bin"} <= holding_it()

    erased = run("erase", "cv", "C-3", "--yes", *data)
    assert "index rebuild" in erased.stdout
    assert holding_it() == {"journal.bin"}
    assert run("index", "rebuild", *data).exit_code == 0
    assert holding_it() == set()
