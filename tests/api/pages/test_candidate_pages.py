"""The list of candidates, two people side by side, and the page of one person."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from tests.api.serving import CV


def test_the_list_shows_scores_reasons_counts_and_why(client: TestClient) -> None:
    html = client.get("/ordrer/S-101/kandidater?eligibility=show").text
    assert "<meter" in html
    assert "Kan ikke foreslås" in html
    assert 'href="/ordrer/S-101/kandidater/P-1001"' in html
    why = client.get("/ordrer/S-101/kandidater/P-1001").text
    assert "Regler for, hvem der kan foreslås" in why
    assert "Nr. " in why


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
    assert ": <bdi>Lagermand med truck" in client.get("/ordrer/S-101/kandidater?top=500&eligibility=off").text


def test_the_page_of_one_person_tells_what_would_change_it(client: TestClient) -> None:
    html = client.get("/ordrer/S-101/kandidater?eligibility=show").text
    last = html.split('href="/ordrer/S-101/kandidater/')[-1].split('"')[0]
    why = client.get(f"/ordrer/S-101/kandidater/{last}").text
    assert "Hvad der ville ændre det" in why
    assert "Med " in why or "Ingen ændring af det, ordren spørger om" in why


def test_the_points_say_what_they_count_and_an_open_question_is_asked_once(client: TestClient) -> None:
    client.post("/api/v1/cvs", json={**CV, "id": "L-2", "licences": []})
    why = client.get("/ordrer/S-101/kandidater/L-2").text
    assert "Hvor meget de ønskede job ligner det, ordren søger." in why
    listed = client.get("/ordrer/S-101/kandidater?top=500").text
    asked = re.findall(r"Uafklaret</span> ([^<]+)<", listed)
    assert asked
    assert [one for one in asked if f"<li>{one}</li>" in listed] == []


def test_what_is_asked_of_all_stands_once_also_when_some_cases_have_been_looked_up(client: TestClient) -> None:
    question, address = "Slå sagen op, og spørg", "/ordrer/S-102/kandidater?eligibility=show"
    before = client.get(address).text
    assert (before.count(question), "Gælder alle<" in before, "sagen er slået op<" in before) == (1, True, False)
    given = client.put("/api/v1/cvs/P-1003/case?role=konsulent", json={"away": False}, headers={"If-Match": '"0"'})
    assert given.status_code in {200, 201}, given.text
    after = client.get(address).text
    assert (after.count(question), after.count("sagen er slået op<")) == (1, 1)
    assert "Gælder alle, hvis sag ikke er slået op<" in after


def test_a_list_given_before_is_shown_as_it_was_with_who_has_moved(client: TestClient) -> None:
    first = client.get("/ordrer/S-101/kandidater?top=3").text
    number = re.search(r'href="/lister/(\d+)"', first)
    assert number
    assert client.get("/ordrer/S-101/kandidater?top=3").text == first  # read again, it is no other list
    client.get("/ordrer/S-101/kandidater?top=2")
    html = client.get(f"/lister/{number[1]}").text
    assert html.count(">uændret<") == 3
    assert f"/lister/{int(number[1]) + 1}" in html  # the order's other lists
    assert client.get("/lister/999999").status_code == 404
    assert client.get("/lister/0").status_code == 422
