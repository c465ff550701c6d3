"""Reads the parameters of the public search; every wrong one is named with its fix."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from math import isfinite
from typing import TypeVar

from starlette.datastructures import QueryParams

from api import labels
from api.refusals import QueryError
from api.wiring import CENTRE, today
from indexer.intake import FieldProblem
from indexer.intake.checks import nearest
from indexer.intake.job_order import OrderType
from indexer.intake.problems import shown_name
from matcher.open_jobs.questions import RADIUS_KM, JobQuestion
from taxonomy.catalog import Catalog
from taxonomy.places import known_postcode, places
from taxonomy.towns import TownMention, towns_in

Value = TypeVar("Value")
MOST_WORDS, MOST_HITS, DEEPEST, FARTHEST_KM = 300, 100, 10_000, 500
MOST_DAYS = 366
YEARS = range(1900, 2101)
SORTS = ("relevance", "published", "distance")
TOWNS = ("places", "words")
# Name -> what `/openapi.json` says of it.
PARAMETERS: Mapping[str, str] = {
    "q": f"Words in any language, at most {MOST_WORDS} characters; what job they name is understood",
    "trade": "Keys of trades; several are alternatives",
    "occupation": "Ids of occupations, as facets and suggestions give them; several are alternatives",
    "towns": "Towns that `q` names: `places` finds jobs near them or that name them, `words` takes them as words",
    "municipality": "Names of municipalities, as facets give them; several are alternatives",
    "postcode": "A Danish postcode: jobs near it",
    "radius_km": f"How near, in a straight line; over 0 and at most {FARTHEST_KM}; {RADIUS_KM:g} where left out",
    "order_type": "Kinds of order; several are alternatives",
    "hours": "Full time (fuldtid) or part time (deltid)",
    "shift": "Shifts; several are alternatives",
    "published_after": "A date, or a moment with its time zone",
    "published_days": "Published today or at most so many days before: a search that can be kept as a bookmark",
    "sort": "`relevance` where there are words, else the newest first; `distance` from the one place asked for",
    "offset": f"Hits to pass over, at most {DEEPEST}",
    "limit": f"Hits a page, at most {MOST_HITS}; 20 where left out",
}


class JobQueryReader:
    """Reads a question out of an address; empty parameters ask for nothing."""

    def __init__(self, given: QueryParams, catalog: Catalog) -> None:
        self._given, self._catalog = given, catalog
        self._problems: list[FieldProblem] = []

    def read(self) -> JobQuestion:
        """The question; raises QueryError with every problem."""
        self._refuse_unknown()
        typed = self._words()
        named = towns_in(typed, typed=True) if self._towns_are_places() else ()
        sort = self._among("sort", SORTS)[-1:]
        question = JobQuestion(
            words=_without(typed, named),
            towns=tuple(dict.fromkeys(one.town for one in named)),
            trades=self._among("trade", self._catalog.trades),
            occupations=self._among("occupation", self._catalog.occupations),
            municipalities=self._among("municipality", _municipalities()),
            postcode=self._postcode(),
            radius_km=self._radius(near_town=bool(named)),
            order_types=self._among("order_type", [kind.value for kind in OrderType]),
            hours=self._among("hours", labels.HOURS),
            shifts=self._among("shift", labels.SHIFTS),
            published_after=self._published(),
            newest_first=sort == ("published",),
            nearest_first=sort == ("distance",),
            offset=self._whole("offset", DEEPEST, 0),
            limit=self._whole("limit", MOST_HITS, 20),
        )
        if question.nearest_first and question.near is None:
            fix = "Skriv også et postnummer eller én by i søgeteksten."
            self._wrong("sort", "Afstanden mangler et sted at måles fra.", fix)
        if self._problems:
            raise QueryError(tuple(self._problems))
        return question

    def _one(self, name: str) -> str:
        return self._given.get(name, "").strip()

    def _wrong(self, name: str, problem: str, fix: str) -> None:
        self._problems.append(FieldProblem(name, problem, fix))

    def _refuse_unknown(self) -> None:
        for name in dict.fromkeys(self._given.keys()):
            if name not in PARAMETERS:
                meant = nearest(name, PARAMETERS)
                fix = f"Mente du {meant}?" if meant else f"Brug {', '.join(PARAMETERS)}."
                self._wrong(shown_name(name), "Parameteren kendes ikke.", fix)

    def _words(self) -> str:
        words = self._one("q")
        if len(words) > MOST_WORDS:
            self._wrong("q", "Søgeteksten er for lang.", f"Skriv højst {MOST_WORDS} tegn.")
        return words

    def _among(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(value.strip() for value in self._given.getlist(name) if value.strip()))
        if unknown := [value for value in values if value not in known]:
            self._wrong(name, "Værdien kendes ikke.", _suggestion(unknown[0], tuple(known)))
        return values

    def _postcode(self) -> str:
        postcode = self._one("postcode")
        if postcode and not known_postcode(postcode):
            self._wrong("postcode", "Postnummeret findes ikke.", "Skriv et dansk postnummer på fire cifre.")
        return postcode

    def _towns_are_places(self) -> bool:
        return self._among("towns", TOWNS)[-1:] != ("words",) and not self._one("postcode")

    def _radius(self, *, near_town: bool) -> float | None:
        if not (given := self._one("radius_km")):
            return None
        fix = f"Skriv et tal over 0 og højst {FARTHEST_KM}, for eksempel 20."
        radius = self._read("radius_km", given.replace(",", "."), float, fix)
        if radius is not None and not (isfinite(radius) and 0 < radius <= FARTHEST_KM):
            self._wrong("radius_km", "Afstanden kan ikke bruges.", fix)
        if not (self._one("postcode") or near_town):
            fix = "Skriv også et postnummer eller en by i søgeteksten."
            self._wrong("radius_km", "Afstanden mangler et sted at måles fra.", fix)
        return radius

    def _whole(self, name: str, most: int, otherwise: int) -> int:
        if not (given := self._one(name)):
            return otherwise
        fix = f"Skriv et heltal fra 0 til {most}."
        number = self._read(name, given[:20], _digits, fix)
        if number is not None and not 0 <= number <= most:
            self._wrong(name, "Tallet ligger uden for grænserne.", fix)
        return number or 0

    def _moment(self, name: str) -> float | None:
        # An unescaped + in an address arrives as a space: it can only be the sign of a time zone here.
        if not (given := self._one(name).replace(" ", "+")):
            return None
        moment = self._read(name, given, _moment, "Skriv en dato som 2026-11-21 eller et tidspunkt med tidszone.")
        return moment.timestamp() if moment else None

    def _published(self) -> float | None:
        """The later of the two moments asked for."""
        after = self._moment("published_after")
        if not self._one("published_days"):
            return after
        days = timedelta(days=self._whole("published_days", MOST_DAYS, 0))
        since = datetime.combine(today() - days, time(), CENTRE).timestamp()
        return max(since, after or since)

    def _read(self, name: str, given: str, read: Callable[[str], Value], fix: str) -> Value | None:
        try:
            return read(given)
        except (ValueError, OverflowError):
            self._wrong(name, "Værdien kan ikke læses.", fix)
            return None


@cache
def _municipalities() -> tuple[str, ...]:
    return tuple(sorted({one for place in places().values() for one in place.municipalities}))


def _without(text: str, named: Sequence[TownMention]) -> str:
    """The text without the towns it names."""
    for one in reversed(named):
        text = f"{text[: one.start]} {text[one.end :]}"
    return " ".join(text.split())


def _digits(given: str) -> int:
    if not (given.isascii() and given.isdecimal()):
        raise ValueError("no whole number as people write it")
    return int(given)


def _moment(given: str) -> datetime:
    moment = datetime.fromisoformat(given) if "T" in given else datetime.combine(date.fromisoformat(given), time())
    if moment.year not in YEARS:
        raise ValueError("a year outside is a slip of the keyboard")
    return moment if moment.tzinfo else moment.replace(tzinfo=CENTRE)


def _suggestion(value: str, known: Sequence[str]) -> str:
    if meant := nearest(value, known):
        return f"Mente du »{meant}«?"
    return f"Brug {', '.join(known)}." if len(known) <= 10 else "Brug en nøgle, som facetterne viser."
