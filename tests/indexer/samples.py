"""Small sound orders and CVs to change in tests; made up, nobody's."""

from __future__ import annotations

import json
from typing import Any

from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder

ORDER: dict[str, Any] = {
    "id": "A-1001",
    "title": "Lagermedarbejder til aftenhold",
    "text": "To mand til aften, truckcertifikat er et krav.",
    "employer": "Nordhavn Logistik A/S",
    "cvr": "99999918",
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
    "contact": {"name": "", "phone": "", "email": ""},
    "received_at": "2026-11-21T09:12:00+01:00",
    "source": "call_centre",
}
CV: dict[str, Any] = {
    "id": "C-2001",
    "headline": "Lagermand med truck",
    "text": "Seks år på lager.\nPlukker og kører truck.",
    "experience": [{"title": "Lagermedarbejder", "employer_kind": "grossist", "years": 6}],
    "education": ["Lager- og transportuddannelsen"],
    "skills": ["pluk og pak", "håndscanner"],
    "licences": ["truckcertifikat B", "kørekort B"],
    "languages": {"dansk": "modersmål", "engelsk": "B1"},
    "desired_jobs": ["lagermedarbejder", "truckfører"],
    "postcode": "2300",
    "max_commute_km": 20,
    "availability": "2026-12-01",
    "hours": "fuldtid",
    "match_category": 1,
    "insured": True,
    "cv_approved": True,
    "age_group": "30-49",
}


def order(**changes: object) -> JobOrder:
    """A sound order with some fields changed."""
    return read_job_order({**ORDER, **changes})


def cv(**changes: object) -> Cv:
    """A sound CV with some fields changed."""
    return read_cv({**CV, **changes})


def line(sample: dict[str, Any], **changes: object) -> bytes:
    """One line of JSON of a sample with some fields changed."""
    return json.dumps({**sample, **changes}, ensure_ascii=False).encode() + b"\n"
