"""Why, what would change it, comparing and replaying over HTTP, in both languages, for every reader."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components, today
from tests.api.serving import CV, ORDER, in_step

ORDERS = "/api/v1/job-orders"
WHY = f"{ORDERS}/A-why/candidates"
HELD_BACK = {
    "W-licence": {"licences": [], "text": "Jeg har ikke truckcertifikat B. Plukker varer."},
    "W-category": {"match_category": 5},
    "W-status": {"cv_approved": False},
    "W-hours": {"hours": "deltid"},
}


@pytest.fixture(scope="module")
def asked(client: TestClient, components: Components) -> TestClient:
    """The client, with an order and people who are held back by one rule each."""
    client.post(ORDERS, json={**ORDER, "id": "A-why", "hours_per_week": 37})
    client.post("/api/v1/cvs", json={**CV, "id": "W-best", "skills": ["pluk og pak"]})
    for cv_id, changes in HELD_BACK.items():
        client.post("/api/v1/cvs", json={**CV, "id": cv_id, **changes})
    in_step(components)
    return client


def get(client: TestClient, address: str, **parameters: object) -> dict[str, Any]:
    answer = client.get(address, params=parameters)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_every_place_of_the_list_is_the_place_that_why_tells(asked: TestClient) -> None:
    shown = get(asked, WHY, eligibility="show")["candidates"]
    assert len(shown) > len(HELD_BACK)
    for line in shown:
        why = get(asked, f"{WHY}/{line['cv']}")
        assert (why["rank"], why["score"], why["parts"]) == (line["rank"], line["score"], line["parts"])
        assert why["blocked_by"] == line["blocked_by"]
        assert sum(why["parts"].values()) == pytest.approx(why["score"], abs=1e-6)


def test_matched_words_stand_where_they_are_said_to_stand(asked: TestClient) -> None:
    why = get(asked, f"{WHY}/W-best")
    order, cv = asked.get(f"{ORDERS}/A-why").json(), asked.get("/api/v1/cvs/W-best").json()
    assert why["matched"]
    for word in why["matched"]:
        for record, side in ((order, word["order"]), (cv, word["cv"])):
            text = record[side["field"]]
            written = text if isinstance(text, str) else text[side["index"]]
            written = written if isinstance(written, str) else written["title"]
            assert written[side["start"] : side["end"]] == side["quote"]


def test_who_stands_lower_is_told_against_whom_and_for_what(asked: TestClient) -> None:
    second = get(asked, WHY)["candidates"][1]
    why = get(asked, f"{WHY}/{second['cv']}")
    first = get(asked, WHY)["candidates"][0]
    assert why["against"]["cv"] == first["cv"]
    apart = first["score"] - second["score"]
    assert sum(why["against"]["more_by_part"].values()) == pytest.approx(apart, abs=1e-6)
    assert why["against"]["reasons"]


def test_english_is_given_by_the_address_or_by_the_header(asked: TestClient) -> None:
    by_address = get(asked, f"{WHY}/W-licence", lang="en")
    answer = asked.get(f"{WHY}/W-licence", headers={"Accept-Language": "en-GB, da;q=0.5"})
    assert by_address == answer.json()
    assert answer.headers["vary"] == "Accept-Language"
    assert by_address["summary"].startswith("Cannot be proposed for the order: Lacks the certificate")
    assert get(asked, WHY, lang="en")["candidates"][0]["reasons"][-1].split(",")[0].endswith("points in all")


def test_the_coordinator_is_told_the_same_of_all_whom_a_personal_rule_holds_back(asked: TestClient) -> None:
    told = {cv_id: get(asked, f"{WHY}/{cv_id}", role="kvs") for cv_id in HELD_BACK}
    kept = ("W-category", "W-status", "W-hours")
    for name in ("summary", "blocked_by", "ask", "rules", "eligible"):
        assert told["W-category"][name] == told["W-status"][name] == told["W-hours"][name]
    assert told["W-licence"]["blocked_by"] == ["Mangler truckcertifikat B."]
    best = get(asked, f"{WHY}/W-best", role="kvs")
    # The one row that stands for all personal rules is the same for who may be proposed.
    assert best["rules"][-1] == told["W-category"]["rules"][-1]
    assert {rule["rule"] for rule in best["rules"]} == {rule["rule"] for rule in told["W-category"]["rules"]}
    assert [one for one in best["reasons"] if "Personlige forhold" in one]
    assert all([one for one in told[cv_id]["reasons"] if "Personlige forhold" in one] for cv_id in kept)


def test_no_answer_to_others_than_the_consultant_tells_of_category_benefit_or_age(asked: TestClient) -> None:
    for role in ("kvs", "arbejdsgiver"):
        for cv_id in HELD_BACK:
            said = asked.get(f"{WHY}/{cv_id}", params={"role": role}).text.lower()
            assert not [word for word in ("kategori", "ordretype", "godkendt", "fylde", "deltid") if word in said]


def test_an_employer_sees_what_fits_in_the_list_and_nothing_of_the_others(asked: TestClient) -> None:
    listed = get(asked, WHY, role="arbejdsgiver", eligibility="show")
    assert listed["fell_for"] == {}
    assert all(set(line) == {"order", "cv", "rank", "reasons", "synthetic"} for line in listed["candidates"])
    assert not {line["cv"] for line in listed["candidates"]} & set(HELD_BACK)
    told = [get(asked, f"{WHY}/{cv_id}", role="arbejdsgiver") for cv_id in HELD_BACK]
    assert len({(one["summary"], str(one["reasons"]), one["in_list"]) for one in told}) == 1
    assert asked.get(f"{WHY}/W-best/changes", params={"role": "arbejdsgiver"}).status_code == 422


def test_rules_that_are_kept_back_are_counted_as_one(asked: TestClient) -> None:
    whole, kept = get(asked, WHY)["fell_for"], get(asked, WHY, role="kvs")["fell_for"]
    assert set(kept) <= {"certificates", "languages", "personal", "driving_licences", "education", "authorisations"}
    assert sum(one["count"] for one in kept.values()) == sum(one["count"] for one in whole.values())


def test_what_would_change_it_is_told_both_ways(asked: TestClient) -> None:
    found = get(asked, f"{WHY}/W-licence/changes")
    assert found["person"][0]["with"] == ["truckcertifikat B"]
    assert found["person"][0]["sentence"].startswith("Med truckcertifikat B: nr. ")
    assert any("Uden krav om truckcertifikat B" in one for easing in found["order"] for one in easing["sentences"])
    assert get(asked, f"{WHY}/W-licence/changes", lang="en")["person"][0]["sentence"].startswith("With the certificate")


def test_nobody_is_advised_to_change_category(asked: TestClient) -> None:
    found = get(asked, f"{WHY}/W-category/changes")
    assert found["person"] == []
    assert found["person_note"]
    assert not any(easing["rank"] for easing in found["order"])


def test_the_order_s_changes_count_the_same_for_everybody(asked: TestClient) -> None:
    found = get(asked, f"{ORDERS}/A-why/changes")["changes"]
    assert found
    assert all(one["more"] > 0 and "rank" not in one for one in found)


def test_two_people_stand_side_by_side_with_parts_that_sum(asked: TestClient) -> None:
    answer = asked.get(f"{ORDERS}/A-why/compare", params=[("cv", "W-best"), ("cv", "W-licence")])
    found = answer.json()
    for place, person in enumerate(found["people"]):
        assert sum(part["points"][place] for part in found["parts"]) == pytest.approx(person["score"], abs=1e-6)
    assert "truckcertifikat B" in found["people"][1]["lacks"]
    assert found["summary"][0].startswith("W-best har ")
    assert asked.get(f"{ORDERS}/A-why/compare", params={"cv": "W-best"}).status_code == 422
    twice = asked.get(f"{ORDERS}/A-why/compare", params=[("cv", "W-best"), ("cv", "W-best")])
    assert (twice.status_code, twice.json()["errors"][0]["field"]) == (422, "cv")


def test_a_list_is_made_again_and_compared_with_today_s(asked: TestClient, components: Components) -> None:
    leaving = "W-leaving"
    asked.post("/api/v1/cvs", json={**CV, "id": leaving})
    in_step(components)
    number = get(asked, WHY)["list"]
    unchanged = get(asked, f"/api/v1/lists/{number}/replay")
    assert (unchanged["identical"], unchanged["summary"]) == (
        True,
        "Listen er genskabt, og den er den samme til sidste ciffer.",
    )
    assert {one["move"] for one in unchanged["moves"]} == {"samme plads"}
    asked.post("/api/v1/cvs", json={**CV, "id": leaving, "cv_approved": False})
    in_step(components)
    found = get(asked, f"/api/v1/lists/{number}/replay")
    gone = next(one for one in found["moves"] if one["cv"] == leaving)
    assert found["identical"]
    assert (gone["move"], gone["blocked_by"]) == ("gået ud", ["cv_approved"])
    assert "CV'et er ikke godkendt endnu" in gone["sentence"]
    by_day = get(asked, f"{ORDERS}/A-why/replay", as_of=today().isoformat())
    assert by_day["list"] == number


def test_an_unknown_list_and_an_order_before_its_time_are_not_found(asked: TestClient) -> None:
    assert asked.get("/api/v1/lists/999999/replay").status_code == 404
    day = (today() - timedelta(days=400)).isoformat()
    answer = asked.get(f"{ORDERS}/A-why/replay", params={"as_of": day})
    assert answer.status_code == 404
    assert "fandtes ikke i arkivet" in answer.json()["detail"]
    assert asked.get(f"{ORDERS}/A-why/replay", params={"as_of": "i går"}).json()["errors"][0]["fix"].startswith("Skriv")
