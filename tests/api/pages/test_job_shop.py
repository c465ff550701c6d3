"""The public search for open jobs."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.pages.jobs_found import next_page
from api.wiring import CENTRE, Components
from indexer.embedding.cache import CachedEmbedder
from taxonomy.catalog import Catalog
from tests.api.serving import ORDER, client_of, fill, in_step, small_components


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
    assert (wrong.status_code, "Stedet kendes ikke." in wrong.text) == (422, True)
    assert "Ingen job passer." in client.get("/jobs?published_after=2100-01-01").text


def test_a_slip_in_the_search_keeps_what_it_was_narrowed_to_and_names_the_field(client: TestClient) -> None:
    wrong = client.get("/jobs?q=lager&postcode=0000&order_type=ordinaer").text
    assert '<input type="hidden" name="order_type" value="ordinaer">' in wrong
    assert re.search(r'href="#postcode">Postnummer eller by</a>: .*Stedet kendes ikke.', wrong)
    assert "<title>Fejl: lager – Ledige job" in wrong
    assert 'value="astronaut"' not in client.get("/jobs?trade=astronaut").text


@pytest.mark.parametrize(
    ("place", "searched"),
    [
        ("Aarhus", "q=lager+i+Aarhus"),
        ("nørrebro", "q=lager+i+n%C3%B8rrebro"),
        ("2300 København S", "q=lager&postcode=2300"),
        ("DK-2300", "q=lager&postcode=2300"),
    ],
)
def test_the_place_is_typed_as_people_say_it(client: TestClient, place: str, searched: str) -> None:
    sent = client.get("/jobs", params={"q": "lager", "postcode": place, "radius_km": "10"})
    assert sent.status_code == 303
    assert set(sent.headers["location"].removeprefix("/jobs?").split("&")) == {*searched.split("&"), "radius_km=10"}
    assert client.get(sent.headers["location"]).status_code == 200


def test_a_town_that_is_misspelt_is_asked_about_and_what_was_typed_stands(client: TestClient) -> None:
    wrong = client.get("/jobs?q=lager&postcode=Odence")
    assert (wrong.status_code, "Mente du Odense?" in wrong.text) == (422, True)
    assert re.search(r'id="postcode"[^>]* value="Odence"', wrong.text)


def test_no_page_is_offered_that_cannot_be_shown() -> None:
    assert next_page([("q", "å")], 20, 41) == "/jobs?q=%C3%A5&offset=40"
    assert next_page([], 20, 40) == ""
    assert next_page([], 9_960, 50_000) == "/jobs?offset=9980"
    assert next_page([], 9_980, 50_000) == ""


def test_what_was_chosen_can_be_taken_away_also_where_no_job_has_it(client: TestClient) -> None:
    html = client.get("/jobs?q=lager&order_type=skaanejob").text
    assert "Ingen job passer." in html
    chosen = re.search(r'<a href="([^"]*)" aria-current="true">([^<]*)', html)
    assert chosen
    assert (chosen[1], chosen[2].strip()) == ("/jobs?q=lager", "skånejob")


def test_who_finds_nothing_near_a_postcode_can_search_the_whole_country(client: TestClient) -> None:
    html = client.get("/jobs?q=lager&postcode=3700&radius_km=5").text
    assert '<a class="button" href="/jobs?q=lager">Søg i hele landet</a>' in html
    assert re.search(r'<a href="/jobs\?q=lager" aria-current="true">Rønne, 5 km', html)


def test_a_hit_says_how_far_away_it_is_and_when_the_work_is(client: TestClient, components: Components) -> None:
    order = {
        **ORDER,
        "id": "T-væk",
        "title": "Ostehandler",
        "postcode": "2300",
        "hours_per_week": 32.5,
        "shift": "aften",
    }
    client.post("/api/v1/job-orders", json=order)
    in_step(components)
    html = client.get("/jobs?q=ostehandler&postcode=2150").text
    assert re.search(r"2300 København S · [5-9] km væk", html)
    assert "32,5 timer om ugen · aften · opslået" in html
    assert "km væk" not in client.get("/jobs?q=ostehandler").text
    assert "under 1 km væk" in client.get("/jobs?q=ostehandler&postcode=2300").text


def test_a_search_of_the_latest_days_is_one_choice_that_a_bookmark_keeps(
    client: TestClient, components: Components
) -> None:
    for order_id, day in (("T-ny", datetime.now(CENTRE)), ("T-gammel", datetime.now(CENTRE) - timedelta(days=20))):
        order = {**ORDER, "id": order_id, "title": "Kurvefletter", "received_at": day.isoformat(timespec="seconds")}
        client.post("/api/v1/job-orders", json=order)
    in_step(components)
    html = client.get("/jobs?q=kurvefletter&published_days=7").text
    assert ("/jobs/T-ny" in html, "/jobs/T-gammel" in html) == (True, False)
    assert '<a href="/jobs?q=kurvefletter" aria-current="true">de seneste 7 dage' in html
    assert 'href="/jobs?q=kurvefletter&amp;published_days=30">de seneste 30 dage' in html
    assert '<input type="hidden" name="published_days" value="7">' in html
    assert "/jobs/T-gammel" in client.get("/jobs?q=kurvefletter&published_days=30").text
    assert "Skriv et heltal" in client.get("/jobs?published_days=mange").text


def test_words_that_no_job_has_are_met_with_words_like_them(client: TestClient) -> None:
    html = client.get("/jobs?q=lagr&order_type=ordinaer").text
    assert re.search(r'Mente du .*href="/jobs\?q=lagermedarbejder&amp;order_type=ordinaer">', html)
    assert "Mente du" not in client.get("/jobs?q=lagermedarbejder").text


def test_jobs_that_merely_mean_something_alike_are_not_counted_as_found(client: TestClient) -> None:
    html = client.get("/jobs?q=xyzzyplugh").text
    assert '<h2 id="resultat" role="status">Ingen job har de ord</h2>' in html
    assert "Måske er ingen af dem, hvad du søger." in html


def test_the_nearest_first_is_a_choice_that_goes_with_its_place(client: TestClient) -> None:
    html = client.get("/jobs?q=lagermedarbejder&postcode=2150&sort=distance").text
    assert '<option value="distance" selected>nærmeste først' in html
    assert '<a href="/jobs?q=lagermedarbejder" aria-current="true">Nordhavn, 20 km' in html
    assert "Sortering</a>: " in client.get("/jobs?q=lagermedarbejder&sort=distance").text


def test_one_job_is_one_job_in_english_too(client: TestClient, components: Components) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "T-én", "title": "Orgelbygger"})
    in_step(components)
    html = client.get("/jobs?q=orgelbygger", headers={"Cookie": "sprog=en"}).text
    assert "1 job with 2 positions" in html
    assert "Showing" not in html  # there is no other page


def test_a_search_tells_how_it_is_followed(client: TestClient) -> None:
    html = client.get("/jobs?q=lager&sort=published&offset=0").text
    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert client.get("/jobs.atom?q=lager").status_code == 200
    assert html.count('href="/jobs.atom?q=lager"') == 2


def test_a_job_tells_how_one_reaches_the_centre_where_it_is_known(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog
) -> None:
    components = small_components(tmp_path, embedder, small_catalog, contact="tlf. 00 00 00 00")
    fill(components)
    with client_of(components) as client:
        assert "nævn job S-101. <strong>tlf. 00 00 00 00</strong>" in client.get("/jobs/S-101").text


def test_before_there_are_jobs_and_cvs_the_pages_say_so(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog
) -> None:
    components = small_components(tmp_path, embedder, small_catalog)
    with client_of(components) as client:
        assert "Der er ingen ledige job lige nu." in client.get("/jobs").text
        assert "Ingen job passer." in client.get("/jobs?q=lager").text
        client.post("/api/v1/job-orders", json=ORDER)
        in_step(components)
        assert "Ingen job passer." in client.get("/jobs?offset=20").text
        assert "Søgningen fandt ingen CV'er til ordren." in unescape(client.get("/ordrer/A-1/kandidater").text)
