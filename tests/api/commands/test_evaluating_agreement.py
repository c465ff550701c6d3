"""`evaluate agreement` from outside: the project's own second judge, and files that are named."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.api.commands import command_line
from tests.api.commands.command_line import written

pytestmark = pytest.mark.long

run = partial(command_line.run, "evaluate", "agreement")

COOK = {
    "id": "A",
    "title": "Kok",
    "text": "Vi søger en kok.",
    "order_type": "ordinaer",
    "positions": 1,
    "postcode": "2100",
}


def graded(cv: str, grade: int) -> dict[str, object]:
    return {"order": "A", "cv": cv, "grade": grade}


@pytest.fixture
def first(tmp_path: Path) -> str:
    return written(tmp_path / "first.jsonl", [graded("C-1", 3), graded("C-2", 2)])


@pytest.fixture
def second(tmp_path: Path) -> str:
    return written(tmp_path / "second.jsonl", [graded("C-1", 3), graded("C-2", 1), graded("C-3", 0)])


def test_the_project_s_own_judges_are_compared() -> None:
    shown = run()
    assert shown.exit_code == 0
    assert "647 par af 24 ordrer, halvdelen til tilpasning, 192 af dem udtrukket tilfældigt" in shown.stdout
    assert "Vægtet kappa: " in shown.stdout
    assert "uden de tilfældige: " in shown.stdout
    assert "\nSOSU-området " in shown.stdout
    assert shown.stdout.splitlines()[-1].startswith("alle ")


def test_named_files_are_compared_with_a_row_for_their_trades(first: str, second: str, tmp_path: Path) -> None:
    shown = run("--first", first, "--second", second, "--orders", written(tmp_path / "orders.jsonl", [COOK]))
    assert shown.exit_code == 0
    assert "3 par af 1 ordrer, egne filer\n" in shown.stdout
    assert "\n2                      0  1  0  0      1\n" in shown.stdout
    assert "Samme karakter: 66,7 %; højst én fra hinanden: 100,0 %" in shown.stdout
    assert "Den anden gav lavere 1 gange, højere 0 gange" in shown.stdout
    assert "uden de tilfældige" not in shown.stdout
    assert "\nindustri, lager, transport og service " in shown.stdout


def test_without_orders_only_the_ceiling_of_all_is_told(first: str, second: str) -> None:
    shown = run("--first", first, "--second", second)
    assert shown.stdout.splitlines()[-1].startswith("alle            1  ")


def test_a_grade_that_does_not_exist_is_refused_by_line(first: str, tmp_path: Path) -> None:
    shown = run("--first", first, "--second", written(tmp_path / "b.jsonl", [graded("C-1", 3), graded("C-2", 7)]))
    assert shown.exit_code == 1
    assert "7 findes ikke. Skriv et tal fra 0 til 3." in shown.stderr


def test_judges_of_different_orders_have_nothing_to_compare(first: str, tmp_path: Path) -> None:
    shown = run("--first", first, "--second", written(tmp_path / "b.jsonl", [{"order": "B", "cv": "C-1", "grade": 1}]))
    assert shown.exit_code == 2
    assert "Intet par er bedømt af begge." in shown.stderr


@pytest.mark.parametrize("given", ["--first", "--second", "--orders"])
def test_one_judge_alone_is_no_comparison(given: str, first: str) -> None:
    shown = run(given, first)
    assert shown.exit_code == 2
    assert "Egne filer kræver både --first og --second" in shown.stderr


def test_the_command_teaches_itself() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert "jobformidling evaluate agreement --first a.jsonl --second b.jsonl" in shown.output
    assert '"grade": 2' in shown.output
