"""The command line from outside: statuses, refusals, help, and the chain over the record."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import COMMANDS, main
from indexer.records.database import Database
from matcher.evaluation.collection import FOLDER
from tests.api.commands.command_line import run, written
from tests.shared_vectors import data_folder

pytestmark = pytest.mark.long


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def orders(tmp_path: Path) -> str:
    return written(tmp_path / "orders.jsonl", lines(FOLDER / "orders_a.jsonl")[:2])


@pytest.fixture
def cvs(tmp_path: Path) -> str:
    return written(tmp_path / "cvs.jsonl", lines(FOLDER / "cvs_a.jsonl")[:6])


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    return ["--data", str(data_folder(tmp_path / "data"))]


def test_help_names_every_command_without_loading_any_of_them() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert all(f"\n  {name} " in shown.output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches_itself_with_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f"jobformidling {name}" in shown.output


def test_good_lines_go_through_and_bad_ones_are_named_with_status_one(tmp_path: Path, data: list[str]) -> None:
    good = lines(FOLDER / "orders_a.jsonl")[0]
    file = written(tmp_path / "orders.jsonl", [good, {**good, "id": "A-2", "postcode": "0001"}])
    done = run("read", "--orders", file, "--out", str(tmp_path / "out.jsonl"), *data)
    assert done.exit_code == 1
    assert "linje 2" in done.stderr
    assert "postcode" in done.stderr
    assert [line["id"] for line in lines(tmp_path / "out.jsonl")] == [good["id"]]


def test_refused_lines_go_to_the_file_that_is_named(tmp_path: Path, data: list[str]) -> None:
    file = written(tmp_path / "orders.jsonl", ["no order", lines(FOLDER / "orders_a.jsonl")[0]])
    refused = tmp_path / "refused.txt"
    done = run("read", "--orders", file, "--out", str(tmp_path / "o"), "--refused", str(refused), *data)
    assert done.exit_code == 1
    assert "linje 1" in refused.read_text(encoding="utf-8")


def test_nothing_done_is_status_two_and_says_why(tmp_path: Path, data: list[str]) -> None:
    missing = run("read", "--orders", str(tmp_path / "none.jsonl"), "--out", "-", *data)
    assert (missing.exit_code, "none.jsonl" in missing.stderr) == (2, True)
    file = written(tmp_path / "orders.jsonl", [{"id": "A-1"}])
    assert run("read", "--orders", file, "--out", str(tmp_path / "o"), *data).exit_code == 2
    assert run("rank", *data).exit_code == 2


def test_an_output_file_appears_whole_or_not_at_all(tmp_path: Path, orders: str, data: list[str]) -> None:
    done = run("read", "--orders", orders, "--out", str(tmp_path / "no" / "such" / "folder"), *data)
    assert done.exit_code == 2
    assert not list(tmp_path.glob("**/*.ufærdig"))


def test_the_chain_over_the_record_imports_routes_ranks_checks_and_rebuilds(
    orders: str, cvs: str, data: list[str]
) -> None:
    assert "oprettet: 2" in run("import", "orders", orders, "--dry-run", *data).output
    imported = run("import", "orders", orders, *data)
    assert (imported.exit_code, "Fordelt til en afdeling: 2" in imported.output) == (0, True)
    assert "oprettet: 6" in run("import", "cvs", cvs, *data).output
    assert "uændret: 6" in run("import", "cvs", cvs, *data).output
    ranked = run("rank", "S-101", "--eligibility", "show", *data)
    assert ranked.exit_code == 0
    assert len(ranked.stdout.splitlines()) == 6
    assert "stemmer" in run("index", "check", *data).output
    assert "6 CV'er" in run("index", "rebuild", *data).output
    assert "6 CV'er" in run("index", "rebuild", "--anew", "--processes", "2", *data).output
    assert "Bagud: 0" in run("index", "status", *data).output


def test_an_imported_order_goes_where_its_newest_words_send_it(tmp_path: Path, orders: str, data: list[str]) -> None:
    run("import", "orders", orders, "--no-index", *data)
    first = lines(Path(orders))[0]
    carer = {"title": "Social- og sundhedshjælper", "text": "Du hjælper ældre på plejehjem.", "must_have": []}
    again = run("import", "orders", written(tmp_path / "again.jsonl", [{**first, **carer}]), "--no-index", *data)

    assert "Fordelt til en afdeling: 1" in again.output
    with closing(Database(str(tmp_path / "data" / "jobformidling.sqlite"))) as database, database.reading() as record:
        owner, reading = record.routes.owners.get(str(first["id"])), record.readings.latest(str(first["id"]))
        assert record.routes.owners.ownerless() == []
    assert owner is not None
    assert reading is not None
    assert (owner.department, reading.revision) == ("JKS", 2)


def test_an_order_that_is_not_in_the_record_is_told_by_its_id(data: list[str]) -> None:
    done = run("rank", "A-404", *data)
    assert (done.exit_code, "A-404" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--engine", "opensearch"], {}, "mangler en adresse"),
        (["--engine", "opensearch", "--opensearch-url", "ftp://x"], {}, "https://vært:9200"),
        (["--engine", "opensearch"], {"JOBFORMIDLING_OPENSEARCH_URL": "http://a:hemmelig@"}, "https://vært:9200"),
        ([], {"JOBFORMIDLING_ENGINE": "solr"}, "solr findes ikke"),
    ],
)
def test_an_engine_that_cannot_be_reached_so_is_refused_plainly(
    data: list[str], arguments: list[str], environment: dict[str, str], said: str
) -> None:
    shown = CliRunner(env=environment).invoke(main, ["index", "status", *data, *arguments])
    assert shown.exit_code == 2
    assert said in shown.output
    assert "hemmelig" not in shown.output


def test_the_entry_point_is_installed() -> None:
    done = subprocess.run([sys.executable, "-m", "api", "--version"], capture_output=True, text=True, check=False)
    assert "jobformidling" in done.stdout


@pytest.mark.skipif(importlib.util.find_spec("sentence_transformers") is not None, reason="the extra is installed")
def test_a_model_that_is_not_installed_is_told_with_how_to_get_it(orders: str, data: list[str]) -> None:
    refused = run("route", "--orders", orders, "--out", "-", "--model", "en/model", *data)

    assert refused.exit_code == 2
    assert "pip install" in refused.stderr
