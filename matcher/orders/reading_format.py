"""What was understood of an order, in the public form of `read`."""

from __future__ import annotations

from indexer.intake.json_form import JsonObject
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Contradiction, OccupationMention, OrderReading, Quote, Requirement, Terms


def reading_to_mapping(order_id: str, reading: OrderReading, catalog: Catalog) -> JsonObject:
    """The `read` line of an order.

    Beside it stands what people must see and no demand says: what is waived, what is merely mentioned, and where the
    order contradicts itself.
    """
    return {
        "id": order_id,
        "occupations": [occupation_to_mapping(found, catalog) for found in reading.occupations],
        "requirements": [requirement_to_mapping(found) for found in reading.requirements],
        "waived": [requirement_to_mapping(found) for found in reading.waived],
        "mentioned": [requirement_to_mapping(found) for found in reading.mentioned],
        "terms": terms_to_mapping(reading.terms),
        "contradictions": [contradiction_to_mapping(found) for found in reading.contradictions],
    }


def occupation_to_mapping(mention: OccupationMention, catalog: Catalog) -> JsonObject:
    """An occupation named, with the words that name it."""
    occupation = catalog.occupations[mention.occupation]
    known: JsonObject = {"id": occupation.id, "label": occupation.label, "isco": occupation.isco}
    return {**known, "score": round(mention.score, 4), **quote_to_mapping(mention.quote)}


def requirement_to_mapping(requirement: Requirement) -> JsonObject:
    """A requirement with the words that ask for it."""
    plain: JsonObject = {
        "kind": requirement.kind.value,
        "key": requirement.key,
        "level": requirement.level,
        "hard": requirement.hard,
        **quote_to_mapping(requirement.quote),
    }
    if requirement.group is not None:
        plain["group"] = requirement.group
    if requirement.excluded:
        plain["excluded"] = True
    return plain


def contradiction_to_mapping(found: Contradiction) -> JsonObject:
    """What contradicts what, in a sentence, with the words."""
    return {"what": found.what, "sentence": found.sentence, "quotes": [quote_to_mapping(one) for one in found.quotes]}


def terms_to_mapping(terms: Terms) -> JsonObject:
    """The conditions of the job; a range of hours is given by its upper end, as `hours_per_week` of an order is."""
    hours = terms.hours_per_week
    return {
        "hours_per_week": hours[1] if hours else None,
        "shifts": list(terms.shifts),
        "start": terms.start,
        "positions": terms.positions,
    }


def quote_to_mapping(quote: Quote) -> JsonObject:
    """The words and where they stand; `index` is the place in a list field."""
    plain: JsonObject = {"quote": quote.text, "start": quote.start, "end": quote.end, "field": quote.field}
    return plain if quote.index is None else {**plain, "index": quote.index}
