"""A catalog of a few occupations, so that reading is tested apart from the growing data."""

from taxonomy.catalog import Catalog
from taxonomy.concepts import EducationLevel, Occupation
from taxonomy.reading import read_order
from taxonomy.reading.findings import OrderReading, TextField

_TITLES = {
    "lagermedarbejder": ("lagermedarbejder", "lagermand", "lagerarbejder"),
    "truckfoerer": ("truckfører",),
    "truckmedarbejder": ("truckmedarbejder",),
    "lastbilchauffoer": ("lastbilchauffør", "chauffør", "chf"),
    "social_og_sundhedshjaelper": ("social- og sundhedshjælper", "sosu-hjælper", "SSH"),
    "social_og_sundhedsassistent": ("social- og sundhedsassistent", "sosu-assistent", "SSA"),
    "sygeplejerske": ("sygeplejerske",),
    "paedagog": ("pædagog",),
    "kok": ("kok",),
    "koekkenmedhjaelper": ("køkkenmedhjælper",),
    "rengoeringsassistent": ("rengøringsassistent",),
    "toemrer": ("tømrer",),
    "pakker": ("pakker",),
    "folkeskolelaerer": ("folkeskolelærer", "lærer"),
    "bogholder": ("bogholder",),
    "elektriker": ("elektriker",),
    "sikkerhedsvagt": ("sikkerhedsvagt", "vagt"),
    "butiksassistent": ("butiksassistent", "ekspedient"),
}


def small_catalog() -> Catalog:
    """Eighteen occupations, no trades."""
    occupations = {key: _occupation(key, titles) for key, titles in _TITLES.items()}
    return Catalog({}, (), {}, {}, (), occupations, "small")


def _occupation(key: str, titles: tuple[str, ...]) -> Occupation:
    english = {"lagermedarbejder": "warehouse worker", "kok": "cook"}.get(key, f"the {key}")
    return Occupation(
        key, titles[0], english, "0000", "", EducationLevel.UNSKILLED, titles, (), (), (), (), (), ()
    )  # fmt: skip


CATALOG = small_catalog()


def read(text: str, field: str = "text") -> OrderReading:
    """The reading of an order with this one text."""
    return read_order([TextField(field, text, 0 if field in {"must_have", "nice_to_have"} else None)], CATALOG)


def demands(text: str, field: str = "text") -> set[str]:
    """The demands as "kind key level" with ! hard, ? soft, - waived or x excluded behind."""
    reading = read(text, field)
    marks = [(found, "x" if found.excluded else "!" if found.hard else "?") for found in reading.requirements]
    marks += [(found, "-") for found in reading.waived]
    return {f"{found.kind} {found.key}{' ' + found.level if found.level else ''}{mark}" for found, mark in marks}


def mood(text: str, key: str) -> str:
    """How the order's text demands the thing of this key: "hard", "soft" or "none"."""
    found = [one for one in read(text).requirements if one.key == key]
    return "hard" if any(one.hard for one in found) else "soft" if found else "none"


def titles(text: str, field: str = "title") -> list[str]:
    """The occupations that the text names, in text order."""
    return [mention.occupation for mention in read(text, field).occupations]
