"""Small job orders, CVs and what is made of them, for tests: sound, nearly silent, changed where a test asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.profile import Candidate, CandidateProfile, PassageKind, Passages, Qualification, Standing
from matcher.orders.profile import OrderProfile
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading, Quote, Requirement, RequirementKind, Terms

TODAY = date(2026, 11, 23)


def job_order(**changes: object) -> JobOrder:
    """A job order for a warehouse worker with some fields of the public format changed."""
    plain: dict[str, object] = {
        "id": "A-1",
        "title": "Lagermedarbejder",
        "text": "Du plukker og pakker varer på lageret.",
        "order_type": "ordinaer",
        "positions": 1,
        "postcode": "2150",
    }
    return read_job_order({**plain, **changes})


def cv(**changes: object) -> Cv:
    """The CV of a warehouse worker with some fields of the public format changed."""
    plain: dict[str, object] = {
        "id": "C-1",
        "headline": "Lagermedarbejder",
        "text": "Jeg har arbejdet på lager og kan lide at have travlt.",
        "postcode": "2300",
        "match_category": 1,
        "cv_approved": True,
        "desired_jobs": ["lagermedarbejder"],
    }
    return read_cv({**plain, **changes})


def asked(kind: str, key: str, level: str | None = None, **changes: Any) -> Requirement:
    """A hard requirement as reading finds it."""
    quote = Quote("must_have", 0, 0, len(key), key)
    return replace(Requirement(RequirementKind(kind), key, level, hard=True, quote=quote), **changes)


def shown(kind: str, key: str, level: str | None = None) -> Qualification:
    """A qualification as the CV shows or denies it."""
    return Qualification(kind, key, level, key)


def order_profile(*requirements: Requirement, **changes: Any) -> OrderProfile:
    """What is understood of an order that demands those things; its texts are blank."""
    nothing = np.zeros(0, np.uint32)
    return replace(
        OrderProfile(
            id="A-1",
            order_type="ordinaer",
            reading=OrderReading((), requirements, (), Terms()),
            vectors=np.zeros((3, 4), np.float32),
            terms=(nothing, nothing, nothing),
            shifts=(),
            hours=None,
            start=None,
            position=None,
        ),
        **changes,
    )


def profile(**changes: Any) -> CandidateProfile:
    """What is understood of a CV that says nothing, with some facts given."""
    return replace(
        CandidateProfile(
            id="C-1",
            passages=blank_passages(),
            wishes=(),
            refused=(),
            history=(),
            held=(),
            denied=(),
            languages={},
            wanted_kinds=(),
            wanted_shifts=(),
            refused_shifts=(),
            education_level=None,
            hours=None,
            availability=None,
            position=None,
            max_commute_km=None,
            text_language="",
        ),
        **changes,
    )


def candidate(
    found: CandidateProfile | None = None,
    *,
    cv_approved: bool = True,
    match_category: int = 1,
    insured: bool | None = None,
    age_group: str = "",
) -> Candidate:
    """The profile with a standing that holds nobody back."""
    return Candidate(found or profile(), Standing(cv_approved, match_category, insured, age_group))


def blank_passages() -> Passages:
    """One passage without words."""
    return Passages(
        kinds=np.array([PassageKind.HEADLINE], np.uint8),
        vectors=np.zeros((1, 4), np.int8),
        scales=np.zeros(1, np.float32),
        years=np.zeros(1, np.float32),
        term_counts=np.zeros(1, np.uint32),
        terms=np.zeros(0, np.uint32),
        term_lengths=np.zeros(1, np.float32),
    )


def catalog_of(catalog: Catalog, *occupations: str) -> Catalog:
    """The catalog with those occupations alone, no title ambiguous among so few: fewer labels to embed."""
    return replace(catalog, occupations={key: catalog.occupations[key] for key in occupations}, ambiguous_titles={})
