"""The form that corrects a reading: what it shows, and the correction that was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from api import labels
from indexer.intake import FieldProblem, IntakeError
from matcher.json_input import LONGEST_OF_AN_ORDER, reason_of, reason_problems, refuse
from matcher.open_jobs.demands import demand_name
from taxonomy.catalog import Catalog
from taxonomy.searching import MatchKind, TitleSearch

HARD, NICE, NOT = "krav", "oenske", "nej"
MEANT = {HARD: "et krav", NICE: "et ønske", NOT: "ikke et krav"}
LABELS = {"occupations": "Stillinger", "reason": "Begrundelse"}
_SURE = (MatchKind.SAME, MatchKind.INFLECTED)
_PART = "\x1f"  # separates kind and key in a field's name; no key contains a control character


@dataclass(frozen=True, slots=True)
class DemandChoice:
    """One demand to correct: its field's name, what it is, the words, and how it is meant now."""

    name: str
    label: str
    quote: str
    meant: str
    plain: Mapping[str, Any]


def demand_choices(read: Mapping[str, Any]) -> list[DemandChoice]:
    """Every demand that was read or waived, each once."""
    found: dict[str, DemandChoice] = {}
    for one in read.get("requirements", ()):
        _add(found, one, HARD if one["hard"] else NICE)
    for one in read.get("waived", ()):
        _add(found, one, NOT)
    return list(found.values())


def occupation_lines(read: Mapping[str, Any]) -> str:
    """The occupations read, a label on each line."""
    return "\n".join(dict.fromkeys(one["label"] for one in read.get("occupations", ())))


def correction_typed(typed: Mapping[str, str], read: Mapping[str, Any], catalog: Catalog) -> dict[str, object]:
    """The correction in its public form, only what differs from the reading; raises IntakeError for a title unknown."""
    changed = [one for one in demand_choices(read) if typed.get(one.name, one.meant) != one.meant]
    found: dict[str, object] = {
        "set": [_said(one, typed[one.name]) for one in changed if typed[one.name] in (HARD, NICE)],
        "remove": [_said(one, NOT) for one in changed if typed[one.name] == NOT],
    }
    lines = typed.get("occupations", "").strip()
    if lines and lines != occupation_lines(read):
        found["occupations"] = list(dict.fromkeys(_occupations(lines, catalog)))
    return {name: value for name, value in found.items() if value}


def reason_typed(typed: Mapping[str, str]) -> str:
    """Why, in a few words or none; raises IntakeError for a reason that cannot be kept."""
    refuse(reason_problems(typed, LONGEST_OF_AN_ORDER))
    return reason_of(typed)


def _add(found: dict[str, DemandChoice], one: Mapping[str, Any], meant: str) -> None:
    name = f"{one['kind']}{_PART}{one['key']}"
    label = f"{labels.REQUIREMENTS.get(one['kind'], one['kind'])}: {demand_name(one)}"
    found.setdefault(name, DemandChoice(name, label, one["quote"], meant, one))


def _said(one: DemandChoice, meant: str) -> dict[str, object]:
    key: dict[str, object] = {"kind": one.plain["kind"], "key": one.plain["key"]}
    if meant == NOT:
        return key
    excluded = {"excluded": True} if one.plain.get("excluded") else {}
    return {**key, "level": one.plain.get("level"), "hard": meant == HARD, **excluded}


def _occupations(lines: str, catalog: Catalog) -> Iterator[str]:
    for line in filter(None, (line.strip() for line in lines.split("\n"))):
        hits = _titles(catalog).search(line, 3)
        if not hits or hits[0].kind not in _SURE:
            near = ", ".join(catalog.occupations[hit.occupation].label for hit in hits)
            fix = f"Mente du {near}?" if near else "Skriv en stillingsbetegnelse, for eksempel lagermedarbejder."
            raise IntakeError((FieldProblem("occupations", "En stilling er ukendt.", fix),))
        yield hits[0].occupation


@cache
def _titles(catalog: Catalog) -> TitleSearch:
    return TitleSearch(catalog)
