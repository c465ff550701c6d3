"""Companies that have reported orders are found again while the next one is written down."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.serving import ORDER

EMPLOYERS = "/api/v1/employers"


@pytest.fixture(scope="module", autouse=True)
def orders(client: TestClient) -> None:
    """Two orders of one company, the second from another place, and one of a company without a CVR number."""
    havn = {**ORDER, "employer": "Øresund Havn A/S", "cvr": "99999918", "postcode": "2150", "city": "Nordhavn"}
    for one in (
        {**havn, "id": "V-1", "received_at": "2026-11-01T09:00:00+01:00"},
        {**havn, "id": "V-2", "received_at": "2026-11-20T09:00:00+01:00", "postcode": "2300", "city": "Amager"},
        {**ORDER, "id": "V-3", "employer": "24 Café Sol 100%", "cvr": ""},
    ):
        assert client.post("/api/v1/job-orders", json=one).status_code == 201


@pytest.mark.parametrize("typed", ["havn", "Øres", "oeresund hav", "9999", "DK-99 99 99 18"])
def test_a_company_is_found_by_its_words_in_any_spelling_and_by_its_number(client: TestClient, typed: str) -> None:
    found = client.get(EMPLOYERS, params={"q": typed}).json()["employers"]

    assert found == [
        {
            "employer": "Øresund Havn A/S",
            "cvr": "99999918",
            "postcode": "2300",
            "city": "Amager",
            "last_order": {"id": "V-2", "title": ORDER["title"]},
        }
    ]


def test_what_is_typed_is_words_and_no_pattern(client: TestClient) -> None:
    names = {
        typed: [one["employer"] for one in client.get(EMPLOYERS, params={"q": typed}).json()["employers"]]
        for typed in ("100%", "24", "1_0", "%", "' OR 1=1 --", " ", "avn")
    }

    assert names == {
        "100%": ["24 Café Sol 100%"],
        "24": ["24 Café Sol 100%"],
        "1_0": [],
        "%": [],
        "' OR 1=1 --": [],
        " ": [],
        "avn": [],
    }


def test_at_most_so_many_companies_are_told_as_are_asked_for(client: TestClient) -> None:
    assert len(client.get(EMPLOYERS, params={"q": "café", "limit": 1}).json()["employers"]) == 1
    assert client.get(EMPLOYERS, params={"q": "café", "limit": 0}).status_code == 422
