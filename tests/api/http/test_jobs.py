from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from indexer.documents.hidden_contacts import hide_contact
from indexer.embedding.cache import FILE
from indexer.intake.job_order import Contact
from tests.api.serving import ORDER, in_step
from tests.conftest import VECTORS

ADDRESS = "/api/v1/jobs"


@pytest.fixture(scope="module", autouse=True)
def _jobs(client: TestClient, components: Components) -> None:
    for order_id in ("J-1", "J-near"):
        client.post("/api/v1/job-orders", json={**ORDER, "id": order_id})
    client.post("/api/v1/job-orders", json={**ORDER, "id": "J-past", "deadline": "2020-01-01"})
    in_step(components)


def test_words_find_jobs_with_numbers_and_facets(client: TestClient) -> None:
    found = client.get(f"{ADDRESS}/search", params={"q": "lagermedarbejder"}).json()
    assert "J-1" in {hit["id"] for hit in found["hits"]}
    assert found["positions"] >= found["total"] >= 1
    assert sum(one["count"] for one in found["facets"]["order_type"]) == found["total"]
    assert found["facets"]["order_type"][0]["label"] == "ordinært job"
    assert found["understood"][0]["label"] == "lagermedarbejder"


def test_the_latest_days_are_counted_from_today_and_the_later_of_two_limits_holds(client: TestClient) -> None:
    def total(**asked: str) -> int:
        return int(client.get(f"{ADDRESS}/search", params={"limit": "0", **asked}).json()["total"])

    assert total(published_days="366") == total() > total(published_days="0", published_after="2100-01-01")
    wrong = client.get(f"{ADDRESS}/search", params={"published_days": "367"})
    assert wrong.json()["errors"][0]["field"] == "published_days"


def test_words_that_no_job_holds_find_by_meaning(client: TestClient) -> None:
    found = client.get(f"{ADDRESS}/search", params={"q": "warehouse"}).json()
    assert found["hits"]


def test_nobody_can_guess_at_the_words_of_a_note_by_searching_for_them(
    client: TestClient, components: Components
) -> None:
    note = {**ORDER, "text": "Ham Kajfas var fuld sidst. Pluk og pak."}
    for source in ("call_centre", "web"):
        client.post("/api/v1/job-orders", json={**note, "id": f"J-{source}", "source": source})
    in_step(components)
    for asked in ({}, {"sort": "published"}):
        found = client.get(f"{ADDRESS}/search", params={"q": "kajfas", **asked}).json()
        assert [hit["id"] for hit in found["hits"]] == ["J-web"]


def test_no_vector_of_what_somebody_searched_for_is_stored(client: TestClient) -> None:
    def stored() -> int:
        with closing(sqlite3.connect(VECTORS / FILE)) as vectors:
            return int(vectors.execute("SELECT count(*) FROM vectors").fetchone()[0])

    def leaves_none() -> bool:
        before = stored()
        assert client.get(f"{ADDRESS}/search", params={"q": f"lagermedarbejder {uuid4()}"}).json()["hits"]
        return stored() == before

    # Tests in other processes store vectors of their own meanwhile; a search that stored any would do so every time.
    assert any(leaves_none() for _ in range(8))


def test_nobody_learns_whom_to_call(client: TestClient) -> None:
    shown = json.dumps(
        [
            client.get(f"{ADDRESS}/search", params={"q": "pluk og pak"}).json(),
            client.get(f"{ADDRESS}/J-1").json(),
            client.get(f"{ADDRESS}/stream").json(),
            client.get(f"{ADDRESS}/S-101/similar", params={"limit": 20}).json(),
        ]
    )
    assert "J-1" in shown
    for secret in ("Bodil", "20304050", "20 30 40 50", "bodil@", '"contact"', '"cvr"', '"source"'):
        assert secret not in shown


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Ring 20304050",
            "ring på +45 20 30 40 50.",
            "Tlf. 2030 4050",
            "0045 20-30-40-50",
            "skriv til a.b@c.example!",
        ),
        *("20/30/40/50", "20 304 050", "203 04 050", "2030-4050", "+46 20 304 05 06", "a.b(at)c.example"),
    ],
)
def test_ways_to_reach_a_person_are_hidden(text: str) -> None:
    hidden = hide_contact(text, Contact())
    assert "[skjult]" in hidden
    assert not any(part in hidden for part in ("20", "30", "@"))


@pytest.mark.parametrize(
    "text",
    [
        *("37 timer, 2150 Nordhavn", "2026-11-21", "kl. 06.30 til 14.00", "løn 185,50 kr."),
        *("kl. 07.00-15.00", "kl. 22.00-06.00", "0700-1500", "nat 2300-0715", "skoleåret 2026-2027", "2800-3200 kr."),
        *("https://job.example/?id=20304050", "12 15 18 20 kg"),
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert hide_contact(text, Contact()) == text


@pytest.mark.parametrize(
    "text", ["Jens, 010190-1234, kender vejen", "cpr 3112990007", "CPR-nr.: 311299 0007", "personnummer 0101901234"]
)
def test_a_personal_number_is_hidden(text: str) -> None:
    hidden = hide_contact(text, Contact())
    assert "[skjult]" in hidden
    assert not any(sign.isdigit() for sign in hidden)


@pytest.mark.parametrize(
    "text", ["start 010226 0800", "varenr. 450190-1234", "telefon i 2026-2027", "EAN 5790010190123"]
)
def test_a_number_that_nobody_can_be_born_by_stays(text: str) -> None:
    assert hide_contact(text, Contact()) == text


def test_a_contacts_name_is_hidden_and_the_word_that_is_spelt_alike_stays() -> None:
    assert hide_contact("Start 1. maj, ring til Maj.", Contact(name="Maj")) == "Start 1. maj, ring til [skjult]."
    assert hide_contact("Ring til maj lund", Contact(name="Maj Lund")) == "Ring til [skjult]"


def test_an_id_like_a_telephone_number_is_still_the_jobs_id(client: TestClient, components: Components) -> None:
    client.post("/api/v1/job-orders", json={**ORDER, "id": "20261122"})
    in_step(components)  # before the next test turns pages, which a job that comes meanwhile would shift
    assert client.get(f"{ADDRESS}/20261122").json()["id"] == "20261122"


def test_the_nearest_stand_first_and_pages_hold_together(client: TestClient, components: Components) -> None:
    where = {"N-1": ("2150", "10"), "N-2": ("2300", "11"), "N-3": ("2150", "12"), "N-4": ("2630", "13")}
    for order_id, (postcode, day) in where.items():
        order = {**ORDER, "id": order_id, "title": "Bødker", "postcode": postcode}
        client.post("/api/v1/job-orders", json={**order, "received_at": f"2026-11-{day}T09:00:00+01:00"})
    in_step(components)

    def found(**asked: str) -> list[str]:
        return [hit["id"] for hit in client.get(f"{ADDRESS}/search", params=asked).json()["hits"]]

    near = {"q": "bødker", "postcode": "2150", "radius_km": "40", "sort": "distance"}
    assert found(**near) == ["N-3", "N-1", "N-2", "N-4"]
    assert [found(**near, limit="1", offset=str(place))[0] for place in range(4)] == found(**near)
    assert found(**near, limit="2", offset="3") == ["N-4"]
    assert found(**near, limit="0") == found(**near, offset="4") == []
    assert found(q="bødker nordhavn", sort="distance")[:2] == ["N-3", "N-1"]


def test_jobs_are_narrowed_to_municipalities_as_their_facet_names_them(client: TestClient) -> None:
    every = client.get(f"{ADDRESS}/search", params={"limit": "0"}).json()["facets"]["municipality"]
    for one in every:
        found = client.get(f"{ADDRESS}/search", params={"municipality": one["value"]}).json()
        assert found["total"] == one["count"]
    unknown = client.get(f"{ADDRESS}/search", params={"municipality": "Københvn"})
    assert unknown.json()["errors"][0]["fix"] == "Mente du »København«?"


def test_who_sorts_by_distance_names_a_place(client: TestClient) -> None:
    refused = client.get(f"{ADDRESS}/search", params={"q": "lager", "sort": "distance"})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "sort")


def test_filters_pages_and_the_newest_first(client: TestClient) -> None:
    here = client.get(f"{ADDRESS}/search", params={"postcode": "2150", "radius_km": "1", "limit": 1}).json()
    assert here["total"] > len(here["hits"]) == 1
    next_page = client.get(
        f"{ADDRESS}/search", params={"postcode": "2150", "radius_km": "1", "limit": 1, "offset": 1}
    ).json()
    assert next_page["hits"][0]["id"] != here["hits"][0]["id"]
    newest = client.get(f"{ADDRESS}/search", params={"sort": "published", "q": "lager"}).json()["hits"]
    assert [hit["published"] for hit in newest] == sorted((hit["published"] for hit in newest), reverse=True)
    several = client.get(
        f"{ADDRESS}/search", params={"order_type": ["fleksjob", "ordinaer"], "hours": "fuldtid"}
    ).json()
    assert several["total"] == sum(one["count"] for one in several["facets"]["order_type"])
    assert client.get(f"{ADDRESS}/search", params={"published_after": "2100-01-01"}).json()["total"] == 0


@pytest.mark.parametrize(
    "parameter",
    [
        {"trade": "ukendt"},
        {"occupation": "astronaut"},
        {"postcode": "0000"},
        {"radius_km": "5"},
        {"postcode": "2150", "radius_km": "nan"},
        {"postcode": "2150", "radius_km": "-1"},
        {"order_type": "job"},
        {"hours": "38"},
        {"shift": "formiddag"},
        {"published_after": "i går"},
        {"published_after": "0001-01-01"},
        {"sort": "løn"},
        {"offset": "-1"},
        {"limit": "101"},
        {"limit": "9" * 5000},
        {"limit": "1_0"},
        {"offset": "١٢"},
        {"q": "x" * 301},
        {"radius": "5"},
    ],
)
def test_a_wrong_parameter_is_named_with_its_fix(client: TestClient, parameter: dict[str, str]) -> None:
    answer = client.get(f"{ADDRESS}/search", params=parameter)
    assert answer.status_code == 422
    problem = answer.json()["errors"][0]
    assert problem["field"] == list(parameter)[-1]
    assert problem["fix"]


def test_typing_ahead_suggests_titles_that_open_jobs_have(client: TestClient) -> None:
    found = client.get(f"{ADDRESS}/suggest", params={"q": "lag"}).json()["suggestions"]
    assert found[0]["occupation"] == "lagermedarbejder"
    assert found[0]["count"] >= 1
    assert client.get(f"{ADDRESS}/suggest", params={"q": " "}).json() == {"suggestions": []}
    assert client.get(f"{ADDRESS}/suggest", params={"q": "sygepl"}).json() == {"suggestions": []}


def test_closed_and_unknown_jobs_are_not_found(client: TestClient) -> None:
    assert client.get(f"{ADDRESS}/J-1").json()["order_type_label"] == "ordinært job"
    for address in ("J-past", "ukendt", "J-past/similar"):
        assert client.get(f"{ADDRESS}/{address}").status_code == 404
    assert "J-past" not in {hit["id"] for hit in client.get(f"{ADDRESS}/search").json()["hits"]}


def test_similar_jobs_leave_out_the_job_itself(client: TestClient) -> None:
    ids = [hit["id"] for hit in client.get(f"{ADDRESS}/J-1/similar", params={"limit": 20}).json()["hits"]]
    assert "S-101" in ids
    assert "J-1" not in ids
    assert len(client.get(f"{ADDRESS}/J-1/similar", params={"limit": 1}).json()["hits"]) == 1


def test_followers_get_each_change_once_and_go_on_from_the_cursor(client: TestClient) -> None:
    start = client.get(f"{ADDRESS}/stream").json()
    assert {"S-101", "J-1"} <= {job["id"] for job in start["upserts"]}
    assert "J-past" in start["deletions"]
    assert client.get(f"{ADDRESS}/stream", params={"after": start["next"]}).json() == {
        "upserts": [],
        "deletions": [],
        "next": start["next"],
        "more": False,
    }
    client.post("/api/v1/job-orders", json={**ORDER, "id": "J-2"})
    later = client.get(f"{ADDRESS}/stream", params={"after": start["next"]}).json()
    assert [job["id"] for job in later["upserts"]] == ["J-2"]
    assert client.get(f"{ADDRESS}/stream", params={"after": -1}).status_code == 422


def test_a_follower_who_is_ahead_of_a_restored_record_is_told_to_begin_again(client: TestClient) -> None:
    newest = client.get("/health").json()["record"]["changes"]
    ahead = client.get(f"{ADDRESS}/stream", params={"after": newest + 1})
    assert (ahead.status_code, "after=0" in ahead.json()["detail"]) == (410, True)
    assert client.get(f"{ADDRESS}/stream", params={"after": newest}).status_code == 200


def test_hits_say_where_the_words_sought_stand(client: TestClient) -> None:
    found = client.get(f"{ADDRESS}/search", params={"q": "lagermedarbejdere"}).json()
    (hit,) = (one for one in found["hits"] if one["id"] == "J-1")
    marked = [one["field"] for one in hit["highlights"]]
    assert marked
    for one in hit["highlights"]:
        text = hit[one["field"]] if one["index"] is None else hit[one["field"]][one["index"]]
        assert any(part in text[one["start"] : one["end"]].lower() for part in ("lager", "medarbejder"))
    assert all(one["highlights"] == [] for one in client.get(f"{ADDRESS}/search").json()["hits"])


def test_typing_ahead_forgives_a_slip_and_knows_the_titles_of_the_jobs(client: TestClient) -> None:
    slip = client.get(f"{ADDRESS}/suggest", params={"q": "lagermdarb"}).json()["suggestions"]
    assert slip[0]["occupation"] == "lagermedarbejder"
    found = client.get(f"{ADDRESS}/suggest", params={"q": ORDER["title"][:12]}).json()["suggestions"]
    assert (ORDER["title"], None) in {(one["text"], one["occupation"]) for one in found}


def test_a_town_in_the_words_is_searched_as_a_place_and_those_that_name_it_are_found_too(
    client: TestClient, components: Components
) -> None:
    silent = {**ORDER, "text": "Pluk og pak.", "title": "Lagermedarbejder"}
    places = {"T-by": {"postcode": "6700"}, "T-nabo": {"postcode": "6710"}, "T-langt": {"postcode": "2150"}}
    places["T-naevner"] = {"postcode": "2150", "text": "Pluk og pak. Kører til Esbjerg hver dag.", "source": "web"}
    for order_id, there in places.items():
        client.post("/api/v1/job-orders", json={**silent, "id": order_id, **there})
    in_step(components)

    def found(**asked: str) -> tuple[set[str], list[str]]:
        answer = client.get("/api/v1/jobs/search", params={"limit": "100", **asked}).json()
        return {hit["id"] for hit in answer["hits"]}, answer["towns"]

    assert found(q="lagermedarbejder i esbjerg") == ({"T-by", "T-nabo", "T-naevner"}, ["Esbjerg"])
    assert found(q="Esbjerg", radius_km="5") == ({"T-by"}, ["Esbjerg"])
    words, none = found(q="lagermedarbejder i Esbjerg", towns="words")
    assert (words >= set(places), none) == (True, [])
    assert found(q="lagermedarbejder Esbjerg", postcode="2150")[1] == []


def test_a_search_is_followed_as_a_feed_of_its_newest_jobs(client: TestClient, components: Components) -> None:
    for order_id, day in (("J-feed-1", "2026-11-01"), ("J-feed-2", "2026-11-02")):
        said = {"title": "Klokkestøber <&>", "text": "Ring 20 30 40 50!", "received_at": f"{day}T09:00:00+01:00"}
        client.post("/api/v1/job-orders", json={**ORDER, "id": order_id, **said})
    in_step(components)
    answer = client.get("/jobs.atom", params={"q": "klokkestøber"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.text)  # noqa: S314 - our own answer
    entries = root.findall("{*}entry")
    assert [entry.findtext("{*}id", "").rpartition("/")[2] for entry in entries] == ["J-feed-2", "J-feed-1"]
    assert entries[0].findtext("{*}title") == "Klokkestøber <&>"
    assert "20 30 40 50" not in answer.text
    assert root.findtext("{*}updated", "").startswith("2026-11-02T09:00:00")
    assert "<entry>" not in client.get("/jobs.atom?published_after=2100-01-01").text
    assert client.get("/jobs.atom?postcode=0000").status_code == 422


def test_signs_that_xml_cannot_hold_do_not_spoil_the_feed(client: TestClient) -> None:
    answer = client.get("/jobs.atom", params={"q": "gartner \uffff <b>"})

    root = ElementTree.fromstring(answer.content)  # noqa: S314 - our own answer
    assert root.findtext("{*}title") == "gartner  <b> – Ledige job"
