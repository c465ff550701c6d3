"""The form by which an order is written down and corrected, and the page of the order."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.pages.order_form import LABELS
from tests.api.pages.typed_order import FORM, TYPED, send
from tests.api.serving import CV, ORDER


def test_an_order_written_down_is_kept_as_typed_and_shown_with_its_owner(client: TestClient) -> None:
    location = send(client, id="T-1")
    assert location == "/ordrer/T-1?gemt=1"
    kept = client.get("/api/v1/job-orders/T-1").json()
    assert kept["hours_per_week"] == 32.5
    assert kept["must_have"] == ["truckcertifikat B", "dansk på B1"]
    assert kept["text"] == "Pluk og pak.\nTruckcertifikat B er et krav."
    assert kept["contact"] == {"phone": "20304050"}
    assert kept["source"] == "call_centre"
    html = client.get(location).text
    assert "Ordren er gemt." in html
    assert kept["owner"]["name"] in html
    assert '<mark class="krav" title="certifikat: truckcertifikat B">truckcertifikat B</mark>' in html
    assert "kan foreslås" in html


def test_the_call_taker_sees_how_many_fit_but_nobodys_cv(client: TestClient) -> None:
    assert "P-1" not in client.get(send(client, id="T-2")).text


@pytest.mark.parametrize(("title", "positions"), [("2 lagerfolk til aften", 2), ("Lagermedarbejder", 1)])
def test_the_number_of_positions_need_not_be_typed_where_the_words_say_it(
    client: TestClient, title: str, positions: int
) -> None:
    order_id = f"T-antal-{positions}"
    assert send(client, id=order_id, title=title, positions=" ") == f"/ordrer/{order_id}?gemt=1"
    assert client.get(f"/api/v1/job-orders/{order_id}").json()["positions"] == positions
    assert "modsiger" not in client.get(f"/ordrer/{order_id}").text


def test_what_a_hurried_call_taker_types_is_understood(client: TestClient) -> None:
    page = client.get("/ordrer/ny").text
    new = re.search(r'name="id" value="([^"]+)"', page)
    assert new
    said = {"hours_per_week": "32,5 timer", "cvr": "DK 99 99 99 18", "postcode": "2150 Nordhavn", "id": new[1]}
    assert client.post("/ordrer/ny", data={**TYPED, **said}).status_code == 303
    kept = client.get(f"/api/v1/job-orders/{new[1]}").json()
    assert [kept[name] for name in ("hours_per_week", "cvr", "postcode", "city")] == [
        32.5,
        "99999918",
        "2150",
        "Nordhavn",
    ]


@pytest.mark.parametrize("typed", ["30-37", "nan", "1e3", "fuld tid", "1_0"])
def test_hours_that_are_no_number_are_told_as_such(client: TestClient, typed: str) -> None:
    wrong = client.post("/ordrer/ny", data={**TYPED, "id": "T-1", "hours_per_week": typed})
    assert (wrong.status_code, "Det er ikke et tal." in wrong.text) == (422, True)
    assert f'value="{typed}"' in wrong.text


def test_an_empty_form_brings_an_id_so_that_sending_twice_makes_one_order(client: TestClient) -> None:
    given = re.search(r'name="id" value="(A-\d{8}-[0-9a-f]{6})"', client.get("/ordrer/ny").text)
    assert given is not None
    assert send(client, id=given[1]) == send(client, id=given[1]) == f"/ordrer/{given[1]}?gemt=1"
    brought_back = client.post("/ordrer/ny", data={**TYPED, "id": given[1], "title": "Noget andet"})
    assert (brought_back.status_code, 'value="Noget andet"' in brought_back.text) == (412, True)
    assert f'<a href="/ordrer/{given[1]}">Se ordren, som den er nu' in brought_back.text
    assert client.get(f"/api/v1/job-orders/{given[1]}").json()["title"] == "Lagermedarbejder"


def test_problems_are_told_in_the_order_of_the_form(client: TestClient) -> None:
    fields = re.findall(r'<(?:input|textarea|select) id="([^"]+)"', client.get("/ordrer/ny").text)
    assert fields == list(LABELS)


def test_a_company_with_several_jobs_in_one_call_is_typed_once(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "A-flere"})
    assert 'href="/ordrer/ny?som=A-flere"' in client.get("/ordrer/A-flere").text
    page = client.get("/ordrer/ny?som=A-flere").text
    for typed in (ORDER["employer"], "2150", "Bodil Testesen", "20304050", "bodil@kajens.example"):
        assert f'value="{typed}"' in page
    assert str(ORDER["title"]) not in page
    assert 'name="id" value="A-flere"' not in page
    assert client.get("/ordrer/ny?som=findes-ikke").status_code == 404


def test_errors_stand_at_their_fields_with_the_fix_and_what_was_typed(client: TestClient) -> None:
    typed = {**TYPED, "id": "T-3", "title": " ", "positions": "to", "postcode": "9", "must_have": "a\n" + "x" * 501}
    answer = client.post("/ordrer/ny", data=typed)
    assert answer.status_code == 422
    html = answer.text
    for field in ("title", "positions", "postcode", "must_have"):
        assert f'<a href="#{field}">' in html
        assert f'id="{field}-fejl"' in html
    assert "Feltet skal udfyldes." in html
    assert "Skriv et tal, for eksempel 2." in html
    assert "Linje 2:" in html
    assert 'value="to"' in html
    assert "Truckcertifikat B er et krav." in html
    assert client.get("/api/v1/job-orders/T-3").status_code == 404


@pytest.mark.parametrize("body", [b"\xff", b"%ff=%fe", b"&".join(b"a=%d" % number for number in range(100))])
def test_a_body_that_is_no_form_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/ordrer/ny", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code in {400, 422}
    assert "<h1>" in answer.text


def test_a_correction_keeps_what_the_form_does_not_show(client: TestClient) -> None:
    send(client, id="T-4")
    before = client.get("/api/v1/job-orders/T-4").json()
    html = client.get("/ordrer/T-4/ret").text
    assert 'value="32,5"' in html
    assert send(client, "/ordrer/T-4/ret", revision="1", title="Truckfører") == "/ordrer/T-4?gemt=1"
    after = client.get("/api/v1/job-orders/T-4").json()
    assert (after["title"], after["revision"], after["received_at"]) == ("Truckfører", 2, before["received_at"])


def test_a_correction_of_an_order_changed_meanwhile_is_not_kept(client: TestClient) -> None:
    send(client, id="T-5")
    send(client, "/ordrer/T-5/ret", revision="1", title="Først")
    late = client.post("/ordrer/T-5/ret", data={**TYPED, "revision": "1", "title": "For sent"})
    assert late.status_code == 412
    assert "Ordren er ændret imens" in late.text
    assert 'value="For sent"' in late.text
    assert client.get("/api/v1/job-orders/T-5").json()["title"] == "Først"


def test_a_closed_order_says_so_and_whom_to_tell(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "E-forslag"})
    client.post("/api/v1/cvs", json={**CV, "id": "E-cv"})
    client.post("/api/v1/job-orders/E-forslag/proposals", json={"cv": "E-cv"})
    assert (
        "Begrundelsen mangler."
        in client.post("/ordrer/E-forslag/tilstand", content="state=ubesat&revision=0", headers=FORM).text
    )
    client.post("/ordrer/E-forslag/tilstand", content="state=trukket_tilbage&revision=0", headers=FORM)
    for page in ("", "/forslag", "/kandidater"):
        html = client.get(f"/ordrer/E-forslag{page}").text
        assert "Ordren er lukket: trukket tilbage af virksomheden." in html
        assert "1 kandidat har stadig et åbent forslag." in html
    assert "Foreslå de valgte" not in html
    client.post("/ordrer/E-forslag/tilstand", content="state=aaben&revision=1", headers=FORM)
    assert "Ordren er lukket" not in client.get("/ordrer/E-forslag/forslag").text
