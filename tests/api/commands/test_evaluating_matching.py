"""`evaluate matching` from outside, over the first orders of the bundled collection."""

from __future__ import annotations

from functools import partial

import pytest

from tests.api.commands import command_line
from tests.conftest import VECTORS

pytestmark = pytest.mark.long

run = partial(command_line.run, "evaluate", "matching", "--data", str(VECTORS))


@pytest.fixture(scope="module")
def shown() -> str:
    done = run("--part", "bundled", "--signals", "--worst", "5")
    assert done.exit_code == 0
    return done.stdout


def test_ours_stands_beside_the_baselines_and_a_perfect_list(shown: str) -> None:
    assert "30 ordrer mod 330 CV'er, halvdelen til tilpasning" in shown
    names = (
        "Jobformidling",
        "kun ord (BM25)",
        "kun mening (sprogmodel)",
        "ord og mening flettet",
        "en fuldkommen liste",
    )
    assert all(f"\n{name} " in shown for name in names)
    assert "Foran den bedste af de andre" in shown


def test_the_classes_and_the_parts_are_told(shown: str) -> None:
    assert all(f"\n{head} " in shown for head in ("fagområde", "ordretype", "sværhed", "del"))
    assert "\nønske " in shown
    assert "\nkrav og ønsker " in shown


def test_the_worst_orders_are_told_with_their_reasons(shown: str) -> None:
    assert "De 5 dårligste ordrer" in shown
    assert "for højt: P-" in shown
    assert "for lavt: P-" in shown


@pytest.mark.parametrize("asked", [["--worst", "1"], ["--signals"]])
def test_nothing_of_the_reporting_half_is_told_but_totals(asked: list[str]) -> None:
    refused = run("--reporting", *asked)
    assert (refused.exit_code, "kun samlede tal" in refused.stderr) == (2, True)


def test_the_command_teaches_itself() -> None:
    assert "jobformidling evaluate matching" in run("--help").stdout
