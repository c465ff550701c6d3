"""What an order demands, as people say it, in each language."""

from __future__ import annotations

from functools import lru_cache

from matcher.eligibility.shortfalls import phrase
from matcher.ranking.grades import ANY_EXPERIENCE, GradedDemand, demand_label
from matcher.wording.language import Language
from matcher.wording.tables import Wording
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import Requirement

PROFESSIONS = {"authorisation": "demand_authorisation", "education": "demand_education_as"}
UNQUOTED = frozenset({"driving_licence"})  # a category is a letter, not a Danish word


def demand_phrase(demand: GradedDemand, wording: Wording, catalog: Catalog) -> str:
    """The demand with the noun it needs in a sentence: "kørekort C", "driving licence C"."""
    if wording.language is Language.DANISH:
        return phrase(demand)
    return _phrase(demand.requirement, wording, catalog)


def demand_name(demand: GradedDemand, wording: Wording, catalog: Catalog) -> str:
    """The demand's short name, as parts of the score are called: "C", "dansk på B1"."""
    if wording.language is Language.DANISH:
        return demand_label(demand)
    return _phrase(demand.requirement, wording, catalog)


@lru_cache(maxsize=2_000)
def _phrase(requirement: Requirement, wording: Wording, catalog: Catalog) -> str:
    kind, key, level = requirement.kind.value, requirement.key, requirement.level
    what = _name(kind, key, wording, catalog)
    if kind in PROFESSIONS and key.casefold() in catalog.occupation_by_title:
        known = wording.name("keys", key) != key
        return wording.say(f"demand_{kind}", what=what) if known else _profession(kind, what, wording)
    if kind == "education" and what == wording.quoted(key):
        return wording.say("demand_education_named", what=what)
    if kind == "experience":
        years = "demand_years_one" if level == "1" else "demand_years"
        long = wording.say(years if level else "demand_experience", years=level)
        return long if key == ANY_EXPERIENCE else _experience(long, key, what, wording, catalog)
    if kind == "language" and level:
        return wording.say("demand_level", what=what, level=wording.name("levels", level))
    sentence = f"demand_{kind}"
    return wording.say(sentence, what=what) if sentence in wording.sentences else what


def _profession(kind: str, what: str, wording: Wording) -> str:
    """An authorisation or education as somebody: "authorisation as a nurse"."""
    return wording.say(PROFESSIONS[kind], what=wording.with_article(what))


def _experience(long: str, key: str, what: str, wording: Wording, catalog: Catalog) -> str:
    occupation = key.casefold() in catalog.occupation_by_title and wording.name("keys", key) == key
    said = wording.with_article(what) if occupation else what
    return wording.say("demand_experience_as" if occupation else "demand_experience_with", experience=long, what=said)


def _name(kind: str, key: str, wording: Wording, catalog: Catalog) -> str:
    """The key's name in the language; a Danish word without one is quoted."""
    known = wording.name("languages" if kind == "language" else "keys", key)
    if known != key or kind in UNQUOTED:
        return known
    occupation = catalog.occupation_by_title.get(key.casefold())
    return catalog.occupations[occupation].english if occupation else wording.quoted(key)
