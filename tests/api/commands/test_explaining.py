"""`why`, `compare`, `replay` and `rank` in English, on the bundled collection, from the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from api.wiring import today
from tests.api.commands.command_line import json_lines, run

ORDER = "S-101"


def test_why_tells_place_points_and_what_would_change_it(data: list[str]) -> None:
    last = json_lines("rank", ORDER, "--eligibility", "show", *data)[-1]
    told = run("why", ORDER, last["cv"], *data)
    assert told.exit_code == 0
    assert "Kan ikke foreslås til ordren" in told.stdout
    assert all(head in told.stdout for head in ("Begrundelser", "Point", "Hvad personen kunne ændre"))
    assert (
        run("why", ORDER, last["cv"], "--role", "arbejdsgiver", *data)
        .stdout.strip()
        .endswith("Står ikke i listen til ordren.")
    )


def test_why_as_json_agrees_with_the_list(data: list[str]) -> None:
    listed = json_lines("rank", ORDER, "--top", "3", *data)
    assert len(listed) == 3
    for line in listed:
        [why] = json_lines("why", ORDER, line["cv"], "--json", "--no-changes", *data)
        assert (why["rank"], why["score"], why["reasons"]) == (line["rank"], line["score"], line["reasons"])


def test_compare_shows_two_columns_that_sum(data: list[str]) -> None:
    first, second, *_ = json_lines("rank", ORDER, *data)
    told = run("compare", ORDER, first["cv"], second["cv"], "--language", "en", *data)
    assert told.exit_code == 0
    assert f"{first['cv']} has " in told.stdout
    [plain] = json_lines("compare", ORDER, first["cv"], second["cv"], "--json", *data)
    for place, line in enumerate((first, second)):
        assert sum(part["points"][place] for part in plain["parts"]) == pytest.approx(line["score"], abs=1e-6)
    assert run("compare", ORDER, first["cv"], second["cv"], "--role", "arbejdsgiver", *data).exit_code == 2
    assert "to forskellige" in run("compare", ORDER, first["cv"], first["cv"], *data).stderr


def test_a_list_is_replayed_by_number_and_by_day(data: list[str]) -> None:
    json_lines("rank", "S-102", "--top", "5", *data)
    by_day = json_lines("replay", "--order", "S-102", "--as-of", today().isoformat(), "--json", *data)[0]
    assert by_day["identical"]
    by_number = run("replay", str(by_day["list"]), *data)
    assert "den samme til sidste ciffer" in by_number.stdout
    assert "Listen ville være den samme i dag." in by_number.stdout
    assert "the same to the last digit" in run("replay", str(by_day["list"]), "--language", "en", *data).stdout


def test_rank_says_by_which_number_its_list_can_be_made_again(data: list[str]) -> None:
    said = run("rank", "S-101", "--top", "12", "--eligibility", "off", *data).stderr
    [number] = re.findall(r"jobformidling replay (\d+)", said)
    shown = run("replay", number, *data).stdout
    assert "samme til sidste ciffer" in shown
    assert shown.count(" point\n") == 10
    assert "  … +2 (--json)" in shown


def test_a_day_without_a_list_gives_the_list_as_it_would_have_been(data: list[str]) -> None:
    [found] = json_lines("replay", "--order", "S-103", "--as-of", today().isoformat(), "--json", *data)
    assert (found["rebuilt"], found["list"]) == ("never_given", None)
    assert [one["cv"] for one in found["candidates"]] == [one["cv"] for one in json_lines("rank", "S-103", *data)]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["why", ORDER, "ukendt"], "ukendt"),
        (["why", "ukendt", "P-1001"], "ukendt"),
        (["replay", "4711"], "4711"),
        (["replay"], "--order og --as-of"),
        (["replay", "--order", ORDER], "--order og --as-of"),
        (["replay", "--order", ORDER, "--as-of", "2020-01-01"], "fandtes ikke i arkivet 1.1.2020"),
        (["replay", "--order", ORDER, "--as-of", "2999-01-01"], "er ikke kommet endnu"),
    ],
)
def test_what_cannot_be_answered_says_why_with_status_two(data: list[str], arguments: list[str], says: str) -> None:
    done = run(*arguments, *data)
    assert (done.exit_code, says in done.stderr) == (2, True)


def test_rank_gives_english_reasons_from_record_and_files(data: list[str], tmp_path: Path) -> None:
    [line] = json_lines("rank", ORDER, "--top", "1", "--language", "en", *data)
    assert " points in all, most for " in line["reasons"][-1]
    assert sum(line["parts"].values()) == pytest.approx(line["score"], abs=1e-6)
    assert "wish" in line["parts"]
    order = {"id": "A-1", "title": "Bogholder", "text": "Du fører regnskab.", "order_type": "ordinaer"}
    person = {"id": "C-1", "headline": "Bogholder", "text": "Jeg fører regnskab.", "match_category": 1}
    for name, row in (("orders", {**order, "positions": 1}), ("cvs", {**person, "cv_approved": True})):
        (tmp_path / name).write_text(json.dumps({**row, "postcode": "2150"}) + "\n", encoding="utf-8")
    files = ["--orders", str(tmp_path / "orders"), "--cvs", str(tmp_path / "cvs")]
    assert " points in all" in json_lines("rank", *files, "--language", "en", *data)[0]["reasons"][-1]
