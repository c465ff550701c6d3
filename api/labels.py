"""Danish words for what the data calls by a key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from matcher.lifecycles.orders import LABELS as ORDER_LABELS
from matcher.lifecycles.proposals import LABELS
from taxonomy.catalog import Catalog

SHIFTS = MappingProxyType(
    {"dag": "dag", "aften": "aften", "nat": "nat", "weekend": "weekend", "skiftende": "skiftende vagter"}
)
HOURS = MappingProxyType({"fuldtid": "fuldtid", "deltid": "deltid"})
CV_HOURS = MappingProxyType({**HOURS, "begge": "fuldtid eller deltid"})

REQUIREMENTS = MappingProxyType(
    {
        "driving_licence": "kørekort",
        "certificate": "certifikat",
        "authorisation": "autorisation",
        "education": "uddannelse",
        "language": "sprog",
        "age": "alder",
        "criminal_record": "straffe- eller børneattest",
        "experience": "erfaring",
        "skill": "kompetence",
        "own_car": "egen bil",
    }
)
STATES: Mapping[str, str] = MappingProxyType({str(state): label for state, label in LABELS.items()})
ORDER_STATES: Mapping[str, str] = MappingProxyType({str(state): label for state, label in ORDER_LABELS.items()})
# What was done with what is kept of a person (indexer.records.audit_trail.Act), as that person is told.
ACTS = MappingProxyType(
    {
        "created": "CV'et er modtaget",
        "updated": "CV'et er rettet",
        "erase": "CV'et er slettet",
        "look_up": "oplysningerne er set",
        "look_up_case": "sagen er slået op",
        "propose": "foreslået til en ordre",
        "move_proposal": "et forslag er fulgt op",
        "explain": "en plads er begrundet",
        "what_if": "det er undersøgt, hvad der ville ændre en plads",
        "replay": "en liste er genskabt",
        "insight": "der er givet indsigt",
        "see_trail": "tilsynet har set, hvem der har brugt oplysningerne",
    }
)
# The same of an order, and what is done with orders alone.
ORDER_ACTS = MappingProxyType(
    {
        "created": "ordren er modtaget",
        "updated": "ordren er rettet",
        "erase": "ordren er slettet",
        "read": "ordren er læst",
        "correct_reading": "læsningen er rettet",
        "route": "ordren er fordelt",
        "decide_route": "en medarbejder har afgjort fordelingen",
        "move_order": "ordren er lukket eller åbnet igen",
        "rank": "en liste er givet ud",
    }
)
ANSWERS = MappingProxyType({"ja": "opfyldt", "spørg": "spørg", "nej": "ikke opfyldt"})
FACETS = MappingProxyType(
    {
        "trade": "Fagområde",
        "occupation": "Stilling",
        "order_type": "Slags job",
        "shift": "Vagter",
        "hours": "Arbejdstid",
        "municipality": "Kommune",
    }
)


def trades(catalog: Catalog) -> Mapping[str, str]:
    """The trades' labels by key."""
    return {key: trade.label for key, trade in catalog.trades.items()}


def departments(catalog: Catalog, day: date) -> Mapping[str, str]:
    """The departments of that day by key: the name, with the key where it does not hold it."""
    return {
        found.key: found.name if found.key in found.name else f"{found.name} ({found.key})"
        for found in catalog.departments_on(day)
    }


def order_types(catalog: Catalog) -> Mapping[str, str]:
    """The kinds of order by key."""
    return {key: kind.label for key, kind in catalog.order_kinds.items()}


def facet_labels(catalog: Catalog, facet: str) -> Mapping[str, str]:
    """The labels of a facet's values; a value without one is its own label."""
    match facet:
        case "trade":
            return trades(catalog)
        case "order_type":
            return order_types(catalog)
        case "occupation":
            return {key: found.label for key, found in catalog.occupations.items()}
        case "shift":
            return SHIFTS
        case "hours":
            return HOURS
        case _:
            return {}
