"""`orders` from the command line: an order is closed with what became of it, shown and opened again."""

from __future__ import annotations

import pytest

from tests.api.commands.command_line import json_lines, run

ORDER = "S-101"


def test_an_order_is_closed_and_opened_again_and_every_step_is_kept(data: list[str]) -> None:
    assert run("orders", "state", ORDER, *data).stdout == f"{ORDER} er åben.\n"
    closed = run("orders", "close", ORDER, "ubesat", "--reason", "Ingen havde certifikat.", *data)
    assert closed.stdout == f"{ORDER} er nu lukket uden at være besat.\n"

    shown = run("orders", "state", ORDER, *data).stdout
    assert "lukket uden at være besat" in shown
    assert "Ingen havde certifikat." in shown
    assert run("orders", "reopen", ORDER, *data).stdout == f"{ORDER} er nu åben.\n"
    [told] = json_lines("orders", "state", ORDER, "--json", *data)
    assert (told["state"], [step["state"] for step in told["steps"]]) == ("aaben", ["ubesat", "aaben"])


def test_who_closes_an_order_is_told_who_still_has_an_open_proposal(data: list[str]) -> None:
    cv_id = str(json_lines("rank", "S-102", "--top", "1", *data)[0]["cv"])
    json_lines("propose", "S-102", cv_id, *data)
    said = run("orders", "close", "S-102", "besat", *data).stdout
    assert f"{cv_id} har stadig et åbent forslag." in said
    assert "S-102 er lukket" in run("propose", "S-102", "P-1003", *data).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("close", "S-0", "besat"), "S-0 findes ikke i arkivet."),
        (("close", "S-103", "ubesat"), "Begrundelsen mangler."),
        (("close", "S-103", "aaben"), "'aaben'"),
        (("reopen", "S-103"), "Ordren er åben og kan ikke blive åben."),
        (("state", "S-0"), "S-0 findes ikke i arkivet."),
    ],
)
def test_what_cannot_be_is_said_in_danish(data: list[str], arguments: tuple[str, ...], said: str) -> None:
    done = run("orders", *arguments, *data)
    assert done.exit_code == 2
    assert said in done.stderr
