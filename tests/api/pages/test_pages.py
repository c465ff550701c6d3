from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from api.formatting import danish_date, danish_number
from api.pages.filters import place_shown
from api.pages.jobs import next_page
from api.pages.language import Texts
from api.pages.marks import Finding, Piece, findings, pieces
from api.pages.terms import terms_read
from api.wiring import Components
from matcher.wording.language import Language
from tests.api.pages.outline import PAGES, Outline
from tests.api.serving import CV, ORDER, in_step

TYPED = {
    "title": "Lagermedarbejder",
    "text": "Pluk og pak.\r\nTruckcertifikat B er et krav.",
    "order_type": "ordinaer",
    "positions": "2",
    "postcode": "2150",
    "hours_per_week": "32,5",
    "must_have": "truckcertifikat B\r\n\r\ndansk på B1",
    "contact.phone": "20304050",
}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SCRIPT = "<script>alert('å')</script>"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_can_be_used_without_seeing_it(client: TestClient, address: str) -> None:
    html = client.get(address).text
    page = Outline(html)
    assert page.language == "da"
    assert len(page.ids) == len(set(page.ids))
    assert page.described <= set(page.ids)
    assert {control["id"] for control in page.controls} <= page.labels
    assert page.headings.count(1) == 1
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert '<a class="skip" href="#indhold">' in html
    assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
    assert "<script>" not in html


def send(client: TestClient, address: str = "/ordrer/ny", **typed: str) -> str:
    """Where the browser is sent after the form was kept."""
    answer = client.post(address, data={**TYPED, **typed})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


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
    send(client, id=given[1])
    assert send(client, id=given[1], title="Noget andet") == f"/ordrer/{given[1]}"
    assert client.get(f"/api/v1/job-orders/{given[1]}").json()["title"] == "Lagermedarbejder"


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


def test_what_people_write_stays_text(client: TestClient, components: Components) -> None:
    order = {
        **ORDER,
        "id": f"T-6{SCRIPT}",
        "title": f"Lager {SCRIPT}",
        "text": SCRIPT,
        "employer": SCRIPT,
        "city": "\"'>",
    }
    assert client.post("/api/v1/job-orders", json=order).status_code == 201
    in_step(components)
    address = "T-6%3Cscript%3Ealert%28%27%C3%A5%27%29%3C%2Fscript%3E"
    for page in (f"/ordrer/{address}", f"/ordrer/{address}/ret", f"/ordrer/{address}/kandidater", f"/jobs/{address}"):
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert "&lt;script&gt;" in answer.text
        assert "<script>" not in answer.text
    for page in ("/ordrer", "/jobs?q=lager", f"/jobs?q={SCRIPT}&postcode={SCRIPT}", f"/ordrer?efter={SCRIPT}"):
        assert "<script>" not in client.get(page).text
    assert "<script>" not in client.post("/ordrer/ny", data={"title": SCRIPT, "id": SCRIPT, "positions": SCRIPT}).text


def test_synthetic_examples_are_labelled_and_others_are_not(client: TestClient) -> None:
    for address in (
        "/ordrer",
        "/ordrer/S-101",
        "/ordrer/S-101/kandidater",
        "/jobs?postcode=2630&radius_km=1",
        "/jobs/S-101",
    ):
        assert "syntetisk eksempel" in client.get(address).text
    send(client, id="T-7")
    assert "syntetisk eksempel" not in client.get("/ordrer/T-7").text


def test_the_list_shows_scores_reasons_counts_and_why(client: TestClient) -> None:
    html = client.get("/ordrer/S-101/kandidater?eligibility=show").text
    assert "<meter" in html
    assert "Kan ikke foreslås" in html
    assert 'href="/ordrer/S-101/kandidater/P-1001"' in html
    why = client.get("/ordrer/S-101/kandidater/P-1001").text
    assert "Regler for, hvem der kan foreslås" in why
    assert "Nr. " in why


def test_the_job_shop_searches_narrows_and_turns_pages(client: TestClient, components: Components) -> None:
    for number in range(22):
        order = {**ORDER, "id": f"T-page-{number:02}", "title": "Fyrtårnspasser", "employer": f"Firma {number}"}
        client.post("/api/v1/job-orders", json=order)
    in_step(components)
    first = client.get("/jobs?q=fyrtårnspasser").text
    assert "22 job med 44 stillinger" in first
    assert 'href="/jobs?q=fyrt%C3%A5rnspasser&amp;offset=20"' in first
    second = client.get("/jobs?q=fyrtårnspasser&offset=20").text
    assert "Viser 21–22" in second
    narrowed = client.get("/jobs?q=fyrtårnspasser&order_type=ordinaer").text
    assert 'href="/jobs?q=fyrt%C3%A5rnspasser" aria-current="true"' in narrowed
    assert '<input type="hidden" name="order_type" value="ordinaer">' in narrowed
    wrong = client.get("/jobs?postcode=0000")
    assert (wrong.status_code, "Postnummeret findes ikke." in wrong.text) == (422, True)
    assert "Ingen job passer." in client.get("/jobs?published_after=2100-01-01").text


def test_a_slip_in_the_search_keeps_what_it_was_narrowed_to_and_names_the_field(client: TestClient) -> None:
    wrong = client.get("/jobs?q=lager&postcode=0000&order_type=ordinaer").text
    assert '<input type="hidden" name="order_type" value="ordinaer">' in wrong
    assert re.search(r"<li>Postnummer: .*Postnummeret findes ikke.", wrong)
    assert "<title>Fejl: lager – Ledige job" in wrong
    assert 'value="astronaut"' not in client.get("/jobs?trade=astronaut").text


def test_no_page_is_offered_that_cannot_be_shown() -> None:
    assert next_page([("q", "å")], 20, 41) == "/jobs?q=%C3%A5&offset=40"
    assert next_page([], 20, 40) == ""
    assert next_page([], 9_960, 50_000) == "/jobs?offset=9980"
    assert next_page([], 9_980, 50_000) == ""


def test_places_have_names_though_the_caller_said_a_postcode_alone(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "Ø-1", "postcode": "5000", "deadline": "2020-02-01"})
    assert "<dd>5000 Odense C</dd>" in (html := client.get("/ordrer/%C3%98-1").text)
    assert "Jobbet står ikke længere blandt de ledige." in html
    assert place_shown("2150", "Nordhavn syd") == "2150 Nordhavn syd"


def test_an_address_with_no_page_says_so_to_people_and_to_programs(client: TestClient) -> None:
    assert "Der er ingen side på denne adresse." in (html := client.get("/ordre").text)
    assert "openapi" not in html
    assert "/openapi.json" in client.get("/api/v1/job").json()["detail"]
    assert 'href="/jobs">Alle ledige job' in client.get("/jobs/lukket").text


def test_the_board_shows_what_waits_first_and_each_department_its_own(client: TestClient) -> None:
    client.post(
        "/api/v1/job-orders", json={**ORDER, "id": "Å-sidst", "title": "Ukendt", "text": "xyz", "must_have": []}
    )
    html = client.get("/ordrer").text
    assert html.index("<caption>Venter på, at KVS afgør") < html.index("<caption>Åbne ordrer")
    assert "Ukendt" in html
    owner = client.get("/api/v1/job-orders/S-101").json()["owner"]["department"]
    assert "S-101" in client.get(f"/ordrer?afdeling={owner}").text
    assert "S-101" not in client.get(f"/ordrer?afdeling={'JSV' if owner != 'JSV' else 'JKM'}").text


def test_who_has_waited_longest_for_a_decision_stands_first(client: TestClient) -> None:
    vague = {**ORDER, "title": "Ukendt", "text": "xyz", "must_have": []}
    client.post("/api/v1/job-orders", json={**vague, "id": "B-nyest", "received_at": "2026-11-20T09:00:00+01:00"})
    older = {"received_at": "2026-11-03T09:05:00+01:00", "deadline": "2026-11-04"}
    client.post("/api/v1/job-orders", json={**vague, "id": "C-aeldst", **older})
    html = client.get("/ordrer").text
    assert html.index("C-aeldst") < html.index("B-nyest")
    assert "3. november 2026 kl. 9.05" in html
    assert re.search(r"4. november 2026 <span class=.tag stop.>udløbet", html)
    assert "C-aeldst" not in client.get("/ordrer?status=aaben").text


def test_of_the_open_orders_the_one_with_the_nearest_deadline_or_start_stands_first(client: TestClient) -> None:
    dates = {"D-frist": {"deadline": "2098-05-01"}, "D-start": {"start": "2098-03-01"}, "D-ingen": {}}
    for order_id, date in dates.items():
        client.post("/api/v1/job-orders", json={**ORDER, "id": order_id, **date})
    html = client.get("/ordrer?status=aaben").text
    assert html.index("D-start") < html.index("D-frist") < html.index("D-ingen")


def test_the_board_is_narrowed_by_standing_and_says_how_many_there_are(client: TestClient) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "E-udloebet", "deadline": "2020-01-01"})
    client.post("/api/v1/job-orders", json={**ORDER, "id": "E-lukket"})
    sent = client.post("/ordrer/E-lukket/tilstand", content="state=besat&revision=0", headers=FORM)
    assert sent.headers["location"] == "/ordrer/E-lukket?gemt=lukket"
    assert "E-lukket" not in client.get("/ordrer").text
    closed, expired = client.get("/ordrer?status=lukket").text, client.get("/ordrer?status=udloebet").text
    assert ("E-lukket" in closed, "1 ordre" in closed) == (True, True)
    assert ("E-udloebet" in expired, "E-lukket" in expired) == (True, False)
    assert "Her er ingen ordrer." in client.get("/ordrer?afdeling=JSV&status=lukket").text


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


def test_overlapping_findings_become_one_mark_that_tells_of_all() -> None:
    found = [
        Finding("krav", "sprog", "dansk", "dansk B1", "text", None, 4, 12),
        Finding("krav", "kunnen", "B1", "B1", "text", None, 10, 12),
        Finding("oenske", "kunnen", "væk", "væk", "text", None, 90, 95),
    ]
    assert pieces("God dansk B1!", found) == (
        Piece("God "),
        Piece("dansk B1", "krav", "sprog: dansk; kunnen: B1"),
        Piece("!"),
    )
    assert findings({}) == []


def test_conditions_dates_and_numbers_are_written_in_danish() -> None:
    read = {"terms": {"hours_per_week": 32.5, "shifts": ["aften"], "start": None, "positions": 2}}
    assert terms_read(read, Texts(Language.DANISH)) == ["32,5 timer om ugen", "aften", "2 stillinger"]
    read = {"terms": {"hours_per_week": 37.0, "shifts": ["nat"], "start": "2027-01-04", "positions": 1}}
    assert terms_read(read, Texts(Language.DANISH)) == [
        "37 timer om ugen",
        "nat",
        "begynder 4. januar 2027",
        "1 stilling",
    ]
    told = ["37 hours a week", "night", "starts 4 January 2027", "1 position"]
    assert terms_read(read, Texts(Language.ENGLISH)) == told
    assert terms_read({"terms": {"start": "hurtigst muligt"}}, Texts(Language.ENGLISH)) == [
        "starts as soon as possible"
    ]
    assert danish_date("2027-01-04") == "4. januar 2027"
    assert [danish_number(1234.5, 1), danish_number(-0.04, 1), danish_number(-7)] == ["1.234,5", "0,0", "−7"]


def test_alternatives_are_told_as_such() -> None:
    one = {"kind": "driving_licence", "hard": True, "quote": "x", "field": "text", "start": 0, "end": 1, "group": 2}
    read = {"requirements": [{**one, "key": "C"}, {**one, "key": "C/E"}, {**one, "key": "D", "group": 3}]}
    assert [one.meaning for one in findings(read)] == ["C eller C/E", "C/E eller C", "D"]


def test_two_people_picked_in_the_list_are_compared_and_not_one_or_three(client: TestClient) -> None:
    both = client.get("/ordrer/S-101/sammenlign?cv.1=P-1001&cv.2=P-1002").text
    assert both.index("CV P-1001") < both.index("CV P-1002")
    assert "i alt" in both
    for address in ("?cv.1=P-1001", "?cv.1=P-1001&cv.2=P-1001", "?cv.1=P-1001&cv.2=P-1002&cv.3=P-1003"):
        few = client.get(f"/ordrer/S-101/sammenlign{address}")
        assert (few.status_code, "Sæt hak ved de to" in few.text) == (422, True)
    assert client.get("/ordrer/S-101/sammenlign?cv=P-1001&cv=ingen").status_code == 404


def test_a_consultant_reads_the_cv_and_nothing_of_its_category(client: TestClient) -> None:
    cv = {**CV, "id": "L-1", "match_category": 3, "insured": True, "hours": "begge", "age_group": "30-49"}
    cv |= {"experience": [{"title": "Lagermand", "years": 2.5}], "languages": {"dansk": "B1"}, "max_commute_km": 12}
    client.post("/api/v1/cvs", json=cv)
    html = client.get("/ordrer/S-101/kandidater/L-1").text
    told = (
        "Seks år på lager. Plukker og kører truck.",
        "<li>Lagermand, 2,5 år</li>",
        "dansk B1",
        "fuldtid eller deltid",
    )
    assert [words for words in (*told, "12 km", "2300 København S") if words not in html] == []
    assert [words for words in ("30-49", "forsikret", "match_category") if words in html] == []
    assert ": Lagermand med truck" in client.get("/ordrer/S-101/kandidater?top=500&eligibility=off").text


def test_the_page_of_one_person_tells_what_would_change_it(client: TestClient) -> None:
    html = client.get("/ordrer/S-101/kandidater?eligibility=show").text
    last = html.split('href="/ordrer/S-101/kandidater/')[-1].split('"')[0]
    why = client.get(f"/ordrer/S-101/kandidater/{last}").text
    assert "Hvad ville ændre det" in why
    assert "Med " in why or "Ingen ændring af det, ordren spørger om" in why
