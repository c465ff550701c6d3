"""Shows occupations and ambiguous titles to a domain expert."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from textwrap import wrap

from api.labels import REQUIREMENTS, SHIFTS
from taxonomy.catalog import Catalog
from taxonomy.concepts import EducationLevel, LegalDemand, Occupation
from taxonomy.language import fold
from taxonomy.tables.ambiguous_titles import AmbiguousTitle

WIDTH = 110
LEVELS = {
    EducationLevel.UNSKILLED: "ufaglært",
    EducationLevel.SKILLED: "faglært",
    EducationLevel.SHORT: "kort videregående",
    EducationLevel.MEDIUM: "mellemlang videregående",
    EducationLevel.LONG: "lang videregående",
}
MARK = " *"  # behind a title that means several things


def described(occupation: Occupation, catalog: Catalog, on: date) -> Iterator[str]:
    """The lines that show an occupation."""
    yield f"{occupation.label} · engelsk: {occupation.english}"
    yield f"id: {occupation.id} · ISCO-08: {occupation.isco}"
    department = catalog.department_of_trade(occupation.trade, on)
    yield f"fagområde: {catalog.trades[occupation.trade].label} · afdeling: {department.name}"
    yield f"uddannelse: {LEVELS[occupation.level]}"
    titles = [title + marks(title, catalog) for title in occupation.titles]
    yield from _section(f"Titler ({len(titles)})", ", ".join(titles))
    yield from _section(f"Engelske titler ({len(occupation.english_titles)})", ", ".join(occupation.english_titles))
    yield from _section("Kan typisk", ", ".join(occupation.skills))
    yield from _section("Laver", ", ".join(occupation.tasks))
    yield from _section("Vagter", ", ".join(SHIFTS[shift] for shift in occupation.shifts) or "intet særligt")
    yield from _list("Loven kræver", map(_demand, occupation.demands), "intet særligt")
    yield from _neighbours(occupation, catalog)
    if any(MARK in title for title in titles):
        yield ""
        yield "* titlen betyder flere ting; se taxonomy show TITEL"


def ambiguous_lines(asked: str, catalog: Catalog) -> list[str]:
    """The meanings of a title that means several things; nothing for another one."""
    title = _ambiguous(asked, catalog)
    if title is None:
        return []
    usual = catalog.occupation_by_title.get(title.title.casefold())
    others = f" (også: {', '.join(title.words[1:])})" if title.words[1:] else ""
    lines = [f"„{title.title}“ betyder flere ting{others}. Ordene omkring titlen afgør det:"]
    for meaning in title.meanings:
        found = catalog.occupations[meaning.occupation]
        often = " · det sædvanlige" if found.id == usual else ""
        lines.append(f"  {found.label} ({found.id}){often}")
        lines += [f"      {line}" for line in wrap(f"når der står: {', '.join(meaning.signs)}", WIDTH)]
    known = catalog.occupations.get(usual or "")
    lines.append(
        f"Siger ordene intet: {known.label}." if known else "Siger ordene intet, læses ingen stilling af titlen alene."
    )
    return lines


def marks(title: str, catalog: Catalog) -> str:
    """A star behind a title that means several things."""
    return MARK if _ambiguous(title, catalog) else ""


def _ambiguous(title: str, catalog: Catalog) -> AmbiguousTitle | None:
    asked = fold(title)
    return next((one for one in catalog.ambiguous_titles.values() if asked in map(fold, one.words)), None)


def _neighbours(occupation: Occupation, catalog: Catalog) -> Iterator[str]:
    labels = {found.id: found.label for found in catalog.occupations.values()}
    outward = (f"→ {labels[one.occupation]}: {one.reason}" for one in occupation.can_fill)
    yield from _list(f"En {occupation.label} kan også tage job som", outward, "ingen angivet")
    inward = (
        f"← {other.label}: {one.reason}"
        for other in catalog.occupations.values()
        for one in other.can_fill
        if one.occupation == occupation.id
    )
    yield from _list(f"Job som {occupation.label} kan også tages af", inward, "ingen angivet")


def _demand(demand: LegalDemand) -> str:
    """ "autorisation: elinstallatør (autorisationsloven)"."""
    return str(replace(demand, kind=REQUIREMENTS.get(demand.kind, demand.kind)))


def _section(heading: str, text: str) -> Iterator[str]:
    yield ""
    yield heading
    yield from (f"  {line}" for line in wrap(text, WIDTH))


def _list(heading: str, lines: Iterator[str], nothing: str) -> Iterator[str]:
    yield ""
    yield heading
    yield from (f"  {line}" for line in list(lines) or [nothing])
