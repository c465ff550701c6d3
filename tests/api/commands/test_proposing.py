"""`propose`, `proposals`, `case` and `crowding` from the command line, on some bundled orders and CVs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.commands.command_line import json_lines, run

ORDER = "S-101"


def first_of(data: list[str], order_id: str = ORDER) -> str:
    return str(json_lines("rank", order_id, "--top", "1", *data)[0]["cv"])


def test_a_person_is_proposed_followed_up_and_shown(data: list[str]) -> None:
    cv_id = first_of(data)
    assert run("proposals", "S-102", *data).stdout.strip() == "• Ingen er foreslået endnu."
    [made] = json_lines("propose", ORDER, cv_id, *data)
    [moved] = json_lines("propose", ORDER, cv_id, "--state", "til_samtale", *data)
    assert (made["revision"], moved["revision"], moved["state"]) == (1, 2, "til_samtale")

    shown = run("proposals", ORDER, *data).stdout
    assert cv_id in shown
    assert "til samtale" in shown
    assert "kommandolinje" in shown
    [told] = json_lines("proposals", ORDER, "--json", *data)
    assert [step["state"] for step in told["steps"]] == ["foreslaaet", "til_samtale"]
    assert first_of(data) != cv_id


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("propose", ORDER, "P-0"), "P-0 findes ikke i arkivet."),
        (("propose", "S-103", "P-1003", "--state", "kontaktet"), "Forslaget S-103/P-1003 findes ikke"),
        (("propose", "S-103", "P-1003", "--state", "ikke_ansat"), "Begrundelsen mangler."),
        (("proposals", "S-0"), "S-0 findes ikke i arkivet."),
        (("case", "P-1003", "--employer", "123"), "CVR-nummeret skal være otte cifre"),
        (("case", "P-1003", "--away-until", "i morgen"), "Datoen er ikke skrevet"),
    ],
)
def test_what_cannot_be_is_said_in_danish(data: list[str], arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, *data)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_case_noted_is_heeded_and_can_be_noted_again(data: list[str]) -> None:
    cv_id = first_of(data, "S-102")
    [noted] = json_lines("case", cv_id, "--away", *data)
    assert (noted["revision"], noted["away"], noted["away_until"]) == (1, True, None)
    assert first_of(data, "S-102") != cv_id
    refused = run("propose", "S-102", cv_id, *data)
    assert "Kan ikke begynde endnu." in refused.stderr
    [again] = json_lines("case", cv_id, *data)
    assert (again["revision"], again["away"]) == (2, False)
    assert first_of(data, "S-102") == cv_id


def test_crowding_tells_who_leads_who_is_never_shown_and_who_has_open_proposals(data: list[str]) -> None:
    cv_id = first_of(data, "S-103")
    json_lines("propose", "S-103", cv_id, *data)

    said = run("crowding", *data).stdout
    assert "3 åbne ordrer" in said
    assert "først i flest lister" in said
    assert "flest åbne forslag" in said
    [told] = json_lines("crowding", "--json", *data)
    assert dict(told["open_proposals"])[cv_id] >= 1
    assert told["lists"]["lists"] == 3
    assert told["lists"]["shown"] <= told["lists"]["eligible"]


def test_crowding_in_an_empty_record_is_nothing(tmp_path: Path) -> None:
    done = run("crowding", "--data", str(tmp_path))
    assert done.exit_code == 0
    assert done.stdout.startswith("0 åbne ordrer")
