"""Examples for developers elsewhere: bodies that are accepted, searches, and a problem. All of it is made up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from indexer.intake.json_form import JsonObject

JOB_ORDER: JsonObject = {
    "id": "X-1001",
    "title": "Lagermedarbejder til aftenhold",
    "text": "Skal bruge 2 til aftenholdet fra januar. Pluk med scanner. Truckcertifikat B skal være i orden.",
    "employer": "Eksempel Logistik A/S",
    "order_type": "ordinaer",
    "positions": 2,
    "postcode": "2150",
    "city": "Nordhavn",
    "hours_per_week": 37,
    "shift": "aften",
    "start": "2027-01-04",
    "deadline": "2026-12-18",
    "must_have": ["truckcertifikat B", "dansk på B1"],
    "nice_to_have": ["erfaring med håndscanner"],
    "contact": {"name": "Eksempel Person", "phone": "00000000"},
    "received_at": "2026-11-21T09:12:00+01:00",
    "source": "api",
    "public_text": "Vi søger to kolleger til aftenholdet på vores lager i Nordhavn.",
}
CV: JsonObject = {
    "id": "X-2001",
    "headline": "Lagermand med truck",
    "text": "Seks år på lager. Plukker, pakker og kører truck.",
    "experience": [{"title": "Lagermedarbejder", "employer_kind": "grossist", "years": 6}],
    "skills": ["pluk og pak", "håndscanner"],
    "licences": ["truckcertifikat B", "kørekort B"],
    "languages": {"dansk": "modersmål", "engelsk": "B1"},
    "desired_jobs": ["lagermedarbejder"],
    "postcode": "2300",
    "max_commute_km": 20,
    "hours": "fuldtid",
    "match_category": 1,
    "cv_approved": True,
}
BODIES: Mapping[str, JsonObject] = MappingProxyType({"JobOrder": JOB_ORDER, "Cv": CV})
PATCH: JsonObject = {"positions": 3, "deadline": None}
# Parameter of the search for open jobs -> a value of it.
SEARCH: Mapping[str, str] = MappingProxyType(
    {
        "q": "lagermedarbejder nordhavn",
        "trade": "industri_lager_transport_service",
        "occupation": "lagermedarbejder",
        "towns": "words",
        "municipality": "København",
        "postcode": "2150",
        "radius_km": "10",
        "order_type": "ordinaer",
        "hours": "fuldtid",
        "shift": "aften",
        "published_after": "2026-11-21",
        "published_days": "7",
        "sort": "published",
        "offset": "20",
        "limit": "20",
    }
)
PROBLEM: JsonObject = {
    "type": "urn:jobformidling:problem:query",
    "title": "Parametre skal rettes",
    "status": 422,
    "detail": "Ret parametrene, og prøv igen.",
    "errors": [
        {
            "field": "postcode",
            "problem": "Postnummeret findes ikke.",
            "fix": "Skriv et dansk postnummer på fire cifre.",
        }
    ],
}
