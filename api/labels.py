"""Danish words for what the data calls by a key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from taxonomy.catalog import Catalog

SHIFTS = MappingProxyType(
    {"dag": "dag", "aften": "aften", "nat": "nat", "weekend": "weekend", "skiftende": "skiftende vagter"}
)
HOURS = MappingProxyType({"fuldtid": "fuldtid", "deltid": "deltid"})

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
        "skill": "kunnen",
        "own_car": "egen bil",
    }
)
# How a proposal stands, in the order of its life.
STATES = MappingProxyType(
    {
        "foreslaaet": "foreslået",
        "kontaktet": "kontaktet",
        "interesseret": "interesseret",
        "til_samtale": "til samtale",
        "ansat": "ansat",
        "ikke_ansat": "ikke ansat",
        "takket_nej": "takket nej",
        "udeblevet": "udeblevet",
        "trukket_tilbage": "trukket tilbage",
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
