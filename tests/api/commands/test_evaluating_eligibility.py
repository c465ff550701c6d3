"""`evaluate eligibility` shows the table, lists what is wrong with both reasons, and its status tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.eligibility.rules import RULES
from tests.api.commands import command_line
from tests.api.commands.command_line import written

RIGHT = {"id": "a-1", "rule": "age", "answer": "nej", "why": "17 er ikke 18.", "source": "BEK 1049/2021"}
RIGHT = {**RIGHT, "order": {"must_have": ["fyldt 18 år"]}, "cv": {"age_group": "17"}}


def run(folder: Path, *arguments: str, cases: list[dict[str, object]] | None = None) -> tuple[int, str]:
    if cases is not None:
        arguments = (*arguments, "--cases", written(folder / "sager.jsonl", cases))
    done = command_line.run("evaluate", "eligibility", *arguments, "--data", str(folder / "data"))
    return done.exit_code, done.output


def test_a_right_case_is_counted_and_all_is_well(tmp_path: Path) -> None:
    status, said = run(tmp_path, cases=[RIGHT])

    assert status == 0
    assert "lovens alderskrav" in said
    assert "Forkert" not in said


def test_a_wrong_case_is_told_with_both_reasons_and_the_status(tmp_path: Path) -> None:
    status, said = run(tmp_path, cases=[{**RIGHT, "answer": "ja"}])

    assert status == 1
    assert "Forkert: a-1 (age) skulle svare ja, svarede nej." in said
    assert "17 er ikke 18." in said
    assert "Loven kræver, at man er fyldt 18 år til arbejdet." in said


def test_a_line_that_is_no_case_is_named(tmp_path: Path) -> None:
    for wrong in (
        {"rule": "alder"},
        {"answer": "måske"},
        {"answer": ["ja"]},
        {"extra": 1},
        {"case_file": {"syg": True}},
        {"case_file": {"away": "nej"}},
        {"today": "i går"},
    ):
        status, said = run(tmp_path, cases=[RIGHT, {**RIGHT, "id": "a-2", **wrong}])

        assert status == 1
        assert "linje 2" in said


def test_one_rule_lists_its_cases(tmp_path: Path) -> None:
    status, said = run(
        tmp_path, "--rule", "age", cases=[RIGHT, {**RIGHT, "id": "a-2", "rule": "cv_approved", "answer": "ja"}]
    )

    assert status == 0
    assert "a-1 nej: 17 er ikke 18." in said
    assert "a-2" not in said


def test_the_laws_of_every_rule_are_shown(tmp_path: Path) -> None:
    status, said = run(tmp_path, "--laws")

    assert status == 0
    assert all(rule.name in said for rule in RULES)
    assert "1.10.2008" not in said  # a demand's own law stands at the occupation


@pytest.mark.parametrize(
    "judged", ["efterskolelærer skal have attesten", "psykolog kræver", "ejendomsmægler kræver uddannelsen"]
)
def test_where_a_demand_goes_beyond_the_letter_of_its_law_the_laws_say_so(tmp_path: Path, judged: str) -> None:
    said = run(tmp_path, "--laws")[1]

    assert [line for line in said.splitlines() if judged in line and line.rstrip(".").find("vores skøn") > 0]
