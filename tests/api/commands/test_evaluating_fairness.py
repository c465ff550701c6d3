"""`evaluate fairness` from outside, on own files."""

from __future__ import annotations

import json
from functools import partial

import pytest

from indexer.intake.cv_format import cv_to_mapping
from indexer.intake.job_order_format import job_order_to_mapping
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from tests.api.commands import command_line
from tests.api.commands.command_line import written
from tests.conftest import VECTORS

pytestmark = pytest.mark.long

_run = partial(command_line.run, "evaluate", "fairness", "--data", str(VECTORS))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Options that name a few of the bundled orders and CVs."""
    folder = tmp_path_factory.mktemp("fairness")
    orders = [job_order_to_mapping(order) for order in bundled_orders()[::5]]
    cvs = [cv_to_mapping(one) for one in bundled_cvs()[::6]]
    return ["--orders", written(folder / "o.jsonl", orders), "--cvs", written(folder / "c.jsonl", cvs)]


def test_every_group_is_told_with_its_ratio_and_few_are_hidden(files: list[str]) -> None:
    found = _run(*files)

    assert found.exit_code == 0, found.output
    for said in (
        "12 ordrer mod 55 CV'er",
        "aldersgruppe",
        "forsikring",
        "modersmål",
        "skjult",
        "Trængsel",
        "står ikke i top 20 til nogen",
    ):
        assert said in found.output


def test_programs_get_the_same_as_json_and_nothing_of_the_hidden(files: list[str]) -> None:
    found = json.loads(_run(*files, "--json").stdout)

    assert found["synthetic"] is False
    groups = [one for sort in found["exposure"].values() for one in sort["top_5"]]
    assert all(one.keys() == {"group", "hidden"} or one["people"] >= 5 for one in groups)
    assert any("ratio" in one for one in groups)


def test_orders_without_cvs_are_refused(files: list[str]) -> None:
    assert "hører sammen" in _run(*files[:2]).output
