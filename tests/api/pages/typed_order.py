"""An order as a call-taker types it into the form."""

from __future__ import annotations

from fastapi.testclient import TestClient

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


def send(client: TestClient, address: str = "/ordrer/ny", **typed: str) -> str:
    """Where the browser is sent after the form was kept."""
    answer = client.post(address, data={**TYPED, **typed})
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]
