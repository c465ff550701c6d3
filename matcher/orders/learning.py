"""Demands of orders for learners: not what the training gives, and nobody who already has it."""

from __future__ import annotations

from dataclasses import replace

from indexer.intake.job_order import OrderType
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation
from taxonomy.language import fold
from taxonomy.reading import covered_by
from taxonomy.reading.findings import OccupationMention, OrderReading, Requirement, RequirementKind

KINDS_THAT_TRAIN = frozenset({OrderType.APPRENTICESHIP, OrderType.ADULT_APPRENTICE})
GIVEN_BY_TRAINING = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION, RequirementKind.EXPERIENCE})


def as_training(reading: OrderReading, order_type: str, catalog: Catalog) -> OrderReading:
    """The reading of a training order, without demands for what it gives, and excluding those who already have it."""
    learned = _learned(reading, order_type)
    if learned is None:
        return reading
    occupation = catalog.occupations[learned.occupation]
    given = [found for found in reading.requirements if not found.excluded and _gives(occupation, found)]
    kept = tuple(found for found in reading.requirements if found not in given)
    if not any(found.excluded and _is_of(occupation, found) for found in kept):
        kept = (*kept, *(Requirement(*proof, None, True, learned.quote, None, True) for proof in _proofs(occupation)))
    return replace(reading, requirements=kept, waived=(*reading.waived, *given))


def _learned(reading: OrderReading, order_type: str) -> OccupationMention | None:
    """The occupation that the training leads to: the first that the heading names, else the first at all."""
    if order_type not in KINDS_THAT_TRAIN:
        return None
    headed = (one for one in reading.occupations if one.quote.field == "title")
    return next(headed, next(iter(reading.occupations), None))


def _gives(occupation: Occupation, found: Requirement) -> bool:
    if found.kind in GIVEN_BY_TRAINING and _is_of(occupation, found):
        return True
    return any(found.kind == one.kind and found.key in covered_by(found.kind, one.key) for one in occupation.demands)


def _is_of(occupation: Occupation, found: Requirement) -> bool:
    return fold(found.key) in {fold(title) for title in occupation.titles}


def _proofs(occupation: Occupation) -> list[tuple[RequirementKind, str]]:
    """What shows that somebody has had the training: the certificate where the law makes it one, else the education."""
    by_law = [(RequirementKind(one.kind), one.key) for one in occupation.demands]
    certified = [one for one in by_law if one[0] is RequirementKind.CERTIFICATE]
    authorised = [one for one in by_law if one[0] is RequirementKind.AUTHORISATION]
    return certified or [(RequirementKind.EDUCATION, occupation.label), *authorised]
