"""The second week: somebody is hired, an order is filled or closed, a colleague takes over, something lies too long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components, today
from indexer.records.proposals import latest_steps
from matcher.proposals.following_up import FollowUp, OpenProposal, follow_up
from tests.api.pages.outline import Outline
from tests.api.serving import CV, ORDER, in_step

PAGE = "/opfoelgning"


@pytest.fixture
def proposed(client: TestClient, components: Components, request: pytest.FixtureRequest) -> tuple[str, str, str]:
    """Two orders and a person proposed for both by bo; ids of the test's own."""
    name = f"F{abs(hash(request.node.name)) % 10**8}"
    first, second, person = f"{name}-1", f"{name}-2", f"{name}-C"
    for order in (first, second):
        client.post("/api/v1/job-orders", json={**ORDER, "id": order, "positions": 1})
    client.post("/api/v1/cvs", json={**CV, "id": person})
    in_step(components)
    for order in (first, second):
        answer = client.post(
            f"/ordrer/{order}/forslag", data={"cv.1": person, "reason": "Aftalt."}, headers={"X-Actor": "bo"}
        )
        assert answer.status_code == 303
    return first, second, person


def note(client: TestClient, order: str, person: str, state: str) -> str:
    """The page that follows when somebody notes the state."""
    done = client.post(f"/ordrer/{order}/forslag/{person}", data={"revision": "1", "state": state})
    return client.get(done.headers["location"]).text


def states(components: Components, order: str) -> dict[str, tuple[str, str, str]]:
    with components.database.reading() as record:
        return {
            one.cv_id: (one.state, one.reason, one.noted_by) for one in latest_steps(record.proposals.of_order(order))
        }


def test_who_is_hired_is_withdrawn_from_other_orders_at_one_press_with_the_reason(
    client: TestClient, components: Components, proposed: tuple[str, str, str]
) -> None:
    first, second, person = proposed
    shown = note(client, first, person, "ansat")
    assert f"CV {person} er ansat her og har stadig åbne forslag til:" in shown
    assert f'href="/ordrer/{second}/forslag">Ordre {second}</a>' in shown
    assert "Ansat på en anden ordre." in client.get(PAGE).text

    done = client.post(PAGE, data={"ordre": first, "valg.1": f"{second}/{person}"}, headers={"X-Actor": "ida"})
    assert done.headers["location"] == f"/ordrer/{first}/forslag?gemt=1"
    assert states(components, second)[person] == ("trukket_tilbage", "Ansat på en anden ordre.", "ida")
    assert states(components, first)[person][0] == "ansat"
    assert "har stadig åbne forslag" not in client.get(f"/ordrer/{first}/forslag").text


def test_a_proposal_that_has_not_ended_is_never_withdrawn_from_here(
    client: TestClient, components: Components, proposed: tuple[str, str, str]
) -> None:
    first, _, person = proposed
    done = client.post(PAGE, data={"afdeling": "JKM", "valg.1": f"{first}/{person}"})
    assert done.headers["location"] == f"{PAGE}?afdeling=JKM&gemt=0"
    assert states(components, first)[person][0] == "foreslaaet"


def test_a_filled_order_is_closed_from_its_proposals_and_the_others_are_withdrawn(
    client: TestClient, components: Components, proposed: tuple[str, str, str]
) -> None:
    first, _, person = proposed
    other = f"{person}2"
    client.post("/api/v1/cvs", json={**CV, "id": other})
    in_step(components)
    client.post(f"/ordrer/{first}/forslag", data={"cv.1": other, "reason": "Aftalt."})
    shown = note(client, first, person, "ansat")
    assert "Luk ordren som besat" in shown
    assert "Besatte ordrer, der stadig er åbne</caption>" in client.get(PAGE).text

    client.post(f"/ordrer/{first}/tilstand", data={"revision": "0", "state": "besat"})
    assert "Træk forslaget tilbage" in client.get(f"/ordrer/{first}/forslag").text
    client.post(PAGE, data={"ordre": first, "valg.1": f"{first}/{other}"})
    assert states(components, first)[other][:2] == ("trukket_tilbage", "Ordren er lukket.")
    assert f"{PAGE}" in client.get(f"/ordrer/{first}/forslag").text


def test_what_lies_too_long_is_told_by_how_long_nobody_noted_anything(
    client: TestClient, components: Components, proposed: tuple[str, str, str]
) -> None:
    first, _, person = proposed

    def after(days: int) -> FollowUp:
        with components.database.reading() as record:
            return follow_up(record, today(), datetime.now(UTC) + timedelta(days=days))

    def orders(found: Sequence[OpenProposal]) -> set[str]:
        return {one.step.order_id for one in found}

    assert (first in orders(after(0).quiet), first in orders(after(0).moving)) == (False, True)
    assert (first in orders(after(8).quiet), first in orders(after(8).moving)) == (True, False)
    assert first not in after(8).unanswered
    note(client, first, person, "takket_nej")
    assert first not in after(0).unanswered
    assert first in after(8).unanswered


def test_a_colleague_takes_over_what_somebody_noted_last(client: TestClient, proposed: tuple[str, str, str]) -> None:
    first, _, person = proposed
    others = client.get(PAGE, params={"af": "bo"}).text
    assert person in others
    assert "<option selected>bo</option>" in others
    assert person not in client.get(PAGE, params={"af": "en anden"}).text
    assert person not in client.get(PAGE, params={"afdeling": "JKN"}).text
    assert Outline(others).headings.count(1) == 1
    assert f'href="/ordrer/{first}/forslag"' in others


def test_a_company_is_sent_those_who_said_yes_and_nothing_of_who_they_are(
    client: TestClient, proposed: tuple[str, str, str]
) -> None:
    first, _, person = proposed
    page = f"/ordrer/{first}/forslag/virksomhed"
    before = client.get(page).text
    assert person not in before
    assert "1 foreslået har ikke sagt ja endnu" in before

    note(client, first, person, "interesseret")
    shown = client.get(page, headers={"X-Actor": "bo"}).text
    assert f"<h2>Kandidat {person}" in shown
    assert "Har truckcertifikat B." in shown
    assert 'href="mailto:bodil@kajens.example?subject=Kandidater%20til%20Lagermedarbejder' in shown
    for protected in (CV["headline"], CV["text"], "jobparat", "matchkategori", "point i alt", "2300"):
        assert str(protected) not in shown
    assert "Candidate" in client.get(page, headers={"Cookie": "sprog=en"}).text
