"""The consultant's pages: picking people in the list, following up, noting what a case tells."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.pages.outline import Outline
from tests.api.serving import CV, ORDER, in_step

ORDERS, CVS = "/api/v1/job-orders", "/api/v1/cvs"


@pytest.fixture(scope="module")
def people(client: TestClient, components: Components) -> None:
    """Three people who fit the orders of these tests."""
    for number in range(1, 4):
        client.post(CVS, json={**CV, "id": f"G-C{number}"})
    in_step(components)


@pytest.fixture(scope="module")
def order(client: TestClient, people: None) -> str:
    """The pages of an order that they fit."""
    client.post(ORDERS, json={**ORDER, "id": "G-1", "cvr": "99999918"})
    return "/ordrer/G-1"


def box_of(html: str, cv_id: str) -> str | None:
    """The name of the person's box in the list."""
    found = re.search(rf'name="(cv\.\d+)" value="{cv_id}"', html)
    return found and found[1]


def test_people_picked_in_the_list_are_proposed_and_leave_it(client: TestClient, people: None) -> None:
    client.post(ORDERS, json={**ORDER, "id": "G-picked"})
    order = "/ordrer/G-picked"
    before = client.get(f"{order}/kandidater?top=50").text
    first, second = (box_of(before, cv_id) for cv_id in ("G-C1", "G-C2"))
    assert first
    assert second
    done = client.post(f"{order}/forslag", data={first: "G-C1", second: "G-C2"}, headers={"X-Actor": "bo"})
    assert (done.status_code, done.headers["location"]) == (303, f"{order}/forslag?gemt=2")

    shown = client.get(done.headers["location"]).text
    assert "2 forslag er gemt." in shown
    assert re.search(r"foreslået: .* kl\. .*, bo", shown)
    after = client.get(f"{order}/kandidater?top=50").text
    assert box_of(after, "G-C1") is None
    assert "er foreslået til ordren" in after
    page = client.get(order).text
    assert "foreslået: <strong>2</strong>" in page
    assert "G-C1" not in page


def test_who_picks_nobody_is_told_so(client: TestClient, order: str) -> None:
    nobody = client.post(f"{order}/forslag", data={})
    assert (nobody.status_code, "Ingen er valgt." in nobody.text) == (422, True)


def test_how_many_want_a_person_stands_in_every_list(client: TestClient, order: str) -> None:
    client.post(ORDERS, json={**ORDER, "id": "G-2", "title": "Truckfører"})
    client.post(f"{ORDERS}/G-2/proposals", json={"cv": "G-C3"})
    assert "1 åbent forslag" in client.get(f"{order}/kandidater?top=50").text
    english = client.get(f"{order}/kandidater?top=50", headers={"Cookie": "sprog=en"}).text
    assert "1 open proposal" in english
    assert "Propose those picked" in english


def test_what_becomes_of_it_is_noted_and_what_is_wrong_is_told(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "G-C4"})
    client.post(f"{order}/forslag", data={"cv.1": "G-C4"})
    address = f"{order}/forslag/G-C4"
    moved = client.post(address, data={"state": "til_samtale", "revision": "1"})
    assert moved.status_code == 303

    late = client.post(address, data={"state": "kontaktet", "revision": "1"})
    bare = client.post(address, data={"state": "ikke_ansat", "revision": "2", "reason": " "})
    never = client.post(address, data={"state": "foreslaaet", "revision": "2"})
    assert [late.status_code, bare.status_code, never.status_code] == [412, 422, 409]
    assert "Begrundelsen mangler." in bare.text
    assert all('role="alert"' in answer.text for answer in (late, bare, never))
    done = {"state": "ikke_ansat", "revision": "2", "reason": "Kunne ikke køre truck <b>nok</b>"}
    client.post(address, data=done)
    assert "&lt;b&gt;nok&lt;/b&gt;" in client.get(f"{order}/forslag").text


def test_what_was_typed_about_a_proposal_stands_when_it_could_not_be_kept(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "G-C9"})
    client.post(f"{order}/forslag", data={"cv.1": "G-C9"})
    typed = {"state": "ikke_ansat", "reason": "De valgte en anden.", "revision": "7"}
    late = client.post(f"{order}/forslag/G-C9", data=typed)
    assert late.status_code == 412
    assert 'href="#grund"' in late.text
    assert re.search(r'id="grund"[^>]* value="De valgte en anden\."', late.text)
    assert '<option value="ikke_ansat" selected>' in late.text


def test_who_was_hired_for_one_order_is_marked_on_the_others(client: TestClient, order: str) -> None:
    client.post(ORDERS, json={**ORDER, "id": "G-3", "title": "Truckfører"})
    for cv_id in ("G-C10", "G-C11"):
        client.post(CVS, json={**CV, "id": cv_id})
        client.post("/ordrer/G-3/forslag", data={"cv.1": cv_id})
    client.post(f"{order}/forslag", data={"cv.1": "G-C10"})
    for cv_id in ("G-C10", "G-C11"):
        client.post(f"/ordrer/G-3/forslag/{cv_id}", data={"state": "ansat", "revision": "1"})
    mark = "ansat på en anden ordre"
    assert mark in client.get(f"{order}/forslag").text
    assert mark in client.get(f"{order}/kandidater?top=50").text
    assert mark in client.get(f"{order}/kandidater/G-C11").text
    assert mark not in client.get("/ordrer/G-3/forslag").text  # there it is the outcome


def test_who_cannot_be_proposed_is_told_and_the_others_go_through(client: TestClient, order: str) -> None:
    for cv_id, approved in (("G-C5", True), ("G-C6", False)):
        client.post(CVS, json={**CV, "id": cv_id, "cv_approved": approved})
    both = client.post(f"{order}/forslag", data={"cv.1": "G-C5", "cv.2": "G-C6"})
    assert both.status_code == 409
    assert "Forslaget er gemt." in both.text
    assert "G-C6 kan ikke foreslås: " in both.text
    assert f'href="{order}/kandidater/G-C6">Begrund' in both.text  # where the reason it asks for is written
    again = client.post(f"{order}/forslag", data={"cv.1": "G-C5"})
    assert "G-C5 er allerede foreslået" in again.text


def test_a_person_is_proposed_from_the_page_of_why_with_a_reason_where_a_rule_says_no(
    client: TestClient, order: str
) -> None:
    client.post(CVS, json={**CV, "id": "G-C8", "cv_approved": False})
    address = f"{order}/kandidater/G-C8"
    assert "Foreslå alligevel" in client.get(address).text
    assert client.post(f"{order}/forslag", data={"cv.1": "G-C8", "reason": "x" * 201}).status_code == 422
    done = client.post(f"{order}/forslag", data={"cv.1": "G-C8", "reason": "Godkendes i dag."})
    assert done.status_code == 303
    shown = client.get(address).text
    assert "Er foreslået til ordren: foreslået." in shown
    assert "1 åbent forslag" in shown
    assert "Foreslå alligevel" not in shown


def test_a_case_is_noted_shown_again_and_heeded(client: TestClient, order: str) -> None:
    client.post(CVS, json={**CV, "id": "G-C7"})
    address = f"{order}/kandidater/G-C7/sag"
    assert "Ingen har slået sagen op endnu." in client.get(address).text
    wrong = client.post(address, data={"employers": "123", "revision": "0"})
    assert wrong.status_code == 422
    assert 'id="employers-fejl"' in wrong.text
    noted = {"employers": "99999918, 99999918", "away": "1", "away_until": "2027-01-31", "revision": "0"}
    assert client.post(address, data=noted).headers["location"] == f"{order}/kandidater/G-C7"
    again = client.get(address).text
    assert 'value="99999918"' in again
    assert 'value="2027-01-31"' in again
    assert re.search(r'name="away"[^>]* checked', again)
    grouped = {"employers": "99 99 99 18, DK-99999918", "revision": "1"}
    assert client.post(address, data=grouped).status_code == 303
    assert "Er allerede ansat hos arbejdsgiveren." in client.get(f"{order}/kandidater/G-C7").text
    assert client.post(address, data=noted).status_code == 412


@pytest.mark.parametrize("part", ["kandidater?top=50", "forslag", "kandidater/G-C1/sag"])
def test_the_pages_can_be_used_without_seeing_them(client: TestClient, order: str, part: str) -> None:
    page = Outline(client.get(f"{order}/{part}").text)
    assert len(page.ids) == len(set(page.ids))
    assert {control["id"] for control in page.controls} <= page.labels
    assert page.described <= set(page.ids)
