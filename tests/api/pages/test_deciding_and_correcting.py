"""People decide where an order goes and put right what was read of it, in pages and over HTTP."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient

from api.wiring import Components
from tests.api.pages.outline import Outline
from tests.api.serving import ORDER

ADDRESS = "/api/v1/job-orders"
DECISION = {"department": "JKS", "trade": "sosu", "reason": "Lageret hører til et plejehjem."}


def receive(client: TestClient, order_id: str) -> None:
    assert client.post(ADDRESS, json={**ORDER, "id": order_id}).status_code in {200, 201}


def owner(client: TestClient, order_id: str) -> dict[str, object]:
    found: dict[str, object] = client.get(f"{ADDRESS}/{order_id}").json()["owner"]
    return found


def field_of(page: str, label: str) -> str:
    """The name of the select under the label."""
    found = re.search(rf'<label for="([^"]+)" lang="da">{re.escape(label)}</label>.*?name="([^"]+)"', page, re.DOTALL)
    assert found
    return html.unescape(found[2])


def test_departments_are_told_by_name_with_the_key_that_the_name_lacks(client: TestClient) -> None:
    receive(client, "B-0")
    page = client.get("/ordrer/B-0/afgoer").text
    assert '<option value="JKM" selected>Jobcenterafdeling JKM</option>' in page
    assert "Center for job på særlige vilkår (JSV)" in page
    assert "Jobcenterafdeling JKM</p>" in client.get("/ordrer/B-0").text


def test_a_decision_stands_against_later_routes_and_says_who_and_why(client: TestClient) -> None:
    receive(client, "B-1")
    decided = client.post(
        f"{ADDRESS}/B-1/route-decisions", json=DECISION, headers={"If-Match": '"1"', "X-Actor": "kvs-3"}
    )
    assert (decided.status_code, decided.json()["owner"]["department"]) == (201, "JKS")
    client.patch(f"{ADDRESS}/B-1", json={"positions": 5}, headers={"If-Match": '"1"'})
    assert (owner(client, "B-1")["department"], owner(client, "B-1")["decided"]) == ("JKS", True)
    known = client.get(f"{ADDRESS}/B-1/route-decisions").json()["decisions"]
    assert [(one["by"], one["trade"], one["reason"]) for one in known] == [("kvs-3", "sosu", DECISION["reason"])]
    assert DECISION["reason"] in client.get("/ordrer/B-1").text


def test_a_decision_on_an_order_that_has_changed_is_refused(client: TestClient) -> None:
    receive(client, "B-2")
    client.patch(f"{ADDRESS}/B-2", json={"positions": 5}, headers={"If-Match": '"1"'})
    old = client.post(f"{ADDRESS}/B-2/route-decisions", json=DECISION, headers={"If-Match": '"1"'})
    bare = client.post(f"{ADDRESS}/B-2/route-decisions", json=DECISION)
    assert (old.status_code, bare.status_code, owner(client, "B-2")["decided"]) == (412, 428, False)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"department": "XXX"}, "department"),
        ({"trade": "xxx"}, "trade"),
        ({"trade": ["sosu"]}, "trade"),
        ({"reason": "  "}, "reason"),
        ({"reason": "x" * 501}, "reason"),
        ({"afdeling": "JKS"}, "afdeling"),
    ],
)
def test_an_unsound_decision_names_its_field(client: TestClient, wrong: dict[str, object], field: str) -> None:
    receive(client, "B-3")
    refused = client.post(f"{ADDRESS}/B-3/route-decisions", json={**DECISION, **wrong}, headers={"If-Match": '"1"'})
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, [field])


def test_a_coordinator_decides_on_a_page(client: TestClient) -> None:
    receive(client, "B-4")
    page = client.get("/ordrer/B-4/afgoer").text
    assert "Programmets forslag" in page
    missing = client.post("/ordrer/B-4/afgoer", data={"revision": "1", "department": "JSV", "trade": ""})
    assert (missing.status_code, 'href="#reason"' in missing.text) == (422, True)
    kept = client.post("/ordrer/B-4/afgoer", data={"revision": "1", "department": "JSV", "reason": "fleksjob"})
    assert kept.headers["location"] == "/ordrer/B-4?gemt=afgjort"
    assert owner(client, "B-4")["department"] == "JSV"
    late = client.post("/ordrer/B-4/afgoer", data={"revision": "9", "department": "JKM", "reason": "nej"})
    assert (late.status_code, "Ordren er ændret imens" in late.text) == (412, True)


def test_who_decides_after_another_has_decided_is_told_so_and_overturns_nothing(client: TestClient) -> None:
    receive(client, "B-11")
    page = client.get("/ordrer/B-11/afgoer").text
    shown = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', page))
    for department, status in (("JSV", 303), ("JKS", 412)):
        sent = client.post("/ordrer/B-11/afgoer", data={**shown, "department": department, "reason": "Vi ringede."})
        assert sent.status_code == status
    assert "En anden har afgjort B-11" in sent.text
    assert owner(client, "B-11")["department"] == "JSV"


def test_an_order_given_back_to_kvs_waits_for_a_decision_and_no_later_route_takes_it_away(client: TestClient) -> None:
    receive(client, "B-10")
    back = {"revision": "1", "department": "KVS", "reason": "Hører ikke til hos os."}
    assert client.post("/ordrer/B-10/afgoer", data=back).status_code == 303
    client.patch(f"{ADDRESS}/B-10", json={"positions": 5}, headers={"If-Match": '"1"'})
    assert (owner(client, "B-10")["department"], owner(client, "B-10")["awaits_decision"]) == ("KVS", True)
    assert "B-10" in client.get("/ordrer?status=venter").text
    page = client.get("/ordrer/B-10?gemt=afgjort").text
    assert "Ordren er givet tilbage til KVS" in page
    assert "Fagområde: intet valgt" in page  # by a person, not for want of words
    assert "Næste ordre, der venter" not in page  # who gave it back does not decide the others
    client.post("/ordrer/B-10/afgoer", data={**back, "revision": "2", "department": "JKS"})
    assert (owner(client, "B-10")["department"], owner(client, "B-10")["awaits_decision"]) == ("JKS", False)
    assert "Hvad programmet foreslog" in client.get("/ordrer/B-10").text


def test_what_was_read_is_corrected_on_a_page_and_stays(client: TestClient) -> None:
    receive(client, "B-5")
    truck = field_of(client.get("/ordrer/B-5/laesning").text, "certifikat: truckcertifikat B")
    sent = client.post(
        "/ordrer/B-5/laesning",
        data={"revision": "1", truck: "nej", "occupations": "truckfører", "reason": "De oplærer selv."},
    )
    assert sent.headers["location"] == "/ordrer/B-5?gemt=laest"
    client.patch(f"{ADDRESS}/B-5", json={"positions": 5}, headers={"If-Match": '"1"'})
    read = client.get(f"{ADDRESS}/B-5").json()["read"]
    assert "truckcertifikat B" not in {one["key"] for one in read["requirements"]}
    assert [one["id"] for one in read["occupations"]] == ["truckfoerer"]


def test_an_unknown_title_is_asked_about_and_nothing_changed_keeps_nothing(
    client: TestClient, components: Components
) -> None:
    receive(client, "B-6")
    unknown = client.post("/ordrer/B-6/laesning", data={"revision": "1", "occupations": "lagermedarbeidsker"})
    assert (unknown.status_code, "En stilling er ukendt." in unknown.text) == (422, True)
    long = client.post("/ordrer/B-6/laesning", data={"revision": "1", "occupations": "truckfører", "reason": "x" * 501})
    assert (long.status_code, "Forkort teksten." in long.text) == (422, True)
    assert client.post("/ordrer/B-6/laesning", data={"revision": "1"}).status_code == 303
    with components.database.reading() as record:
        assert record.readings.corrections("B-6") == []


@pytest.mark.parametrize("revision", ["", "-1", "²", "9" * 5_000])
def test_a_form_with_no_sound_revision_is_taken_for_one_of_an_order_that_has_changed(
    client: TestClient, revision: str
) -> None:
    receive(client, "B-9")
    decided = client.post("/ordrer/B-9/afgoer", data={"revision": revision, "department": "JSV", "reason": "fleksjob"})
    assert (decided.status_code, "Ordren er ændret imens" in decided.text) == (412, True)


@pytest.mark.parametrize("page", ["afgoer", "laesning"])
def test_the_forms_can_be_used_without_seeing_them(client: TestClient, page: str) -> None:
    receive(client, "B-7")
    outline = Outline(client.get(f"/ordrer/B-7/{page}").text)
    assert {one.get("id") for one in outline.controls} <= outline.labels
    assert outline.described <= set(outline.ids)


def test_an_order_that_contradicts_itself_says_so_on_its_page(client: TestClient) -> None:
    order = {**ORDER, "id": "B-8", "text": "Truckcertifikat er ikke et krav.", "must_have": ["truckcertifikat B"]}
    answer = client.post(ADDRESS, json=order).json()
    assert answer["read"]["contradictions"]
    assert "Ordren modsiger sig selv" in client.get("/ordrer/B-8").text
