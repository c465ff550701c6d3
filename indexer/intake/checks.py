"""Checks of single values; each adds what is wrong to a list and says nothing when all is well.

A check is called with the path of the field, the value as JSON gave it, and the list of problems found so far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rapidfuzz import fuzz, process

from indexer.intake.problems import FieldProblem
from taxonomy.neutral.personal_numbers import personal_numbers

Check = Callable[[str, object, list[FieldProblem]], None]

# Tab, line feed and carriage return lay text out; every other control character is damage, NUL cuts texts in two.
_DAMAGED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# White space, and marks that take no place and show nothing.
_INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]*")
ID_BYTES = 500  # OpenSearch takes 512: an order that cannot be found is an order lost
EMPTY = ("Teksten er tom.", "Skriv en tekst, eller udelad det, der er tomt.")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NEAR_ENOUGH = 60  # rapidfuzz ratio, 0-100: below it a suggestion misleads more than it helps

_KIND_OF_VALUE: dict[type, str] = {
    str: "tekst",
    bool: "sand/falsk",
    int: "et heltal",
    float: "et decimaltal",
    list: "en liste",
    dict: "et objekt",
    type(None): "null",
}


def wrong_type(field: str, value: object, wanted: str, fix: str) -> FieldProblem:
    """The problem of a value that is of another kind than the field."""
    found = _KIND_OF_VALUE.get(type(value), "noget andet")
    return FieldProblem(field, f"Værdien skal være {wanted}, men er {found}.", fix)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like the given one, None when none is like it."""
    found = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH)
    return found[0] if found else None


def text(limit: int, *, may_be_empty: bool = False, one_line: bool = False) -> Check:
    """Text of at most `limit` characters without damaged characters."""

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        if not isinstance(value, str):
            problems.append(wrong_type(field, value, "tekst", 'Skriv værdien i anførselstegn: "…".'))
        elif not may_be_empty and _INVISIBLE.fullmatch(value):
            problems.append(FieldProblem(field, *EMPTY))
        elif len(value) > limit:
            problem = f"Teksten er på {len(value)} tegn; der er plads til {limit}."
            problems.append(FieldProblem(field, problem, "Forkort teksten."))
        elif not value.isprintable():
            _check_characters(field, value, one_line, problems)

    return check


def identifier(limit: int) -> Check:
    """An id: one line of text, no space at either end, nothing that an address takes for a folder, no CPR number."""
    is_text = text(limit, one_line=True)

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        is_text(field, value, problems)
        if isinstance(value, str) and value.strip() and value != value.strip():
            problems.append(FieldProblem(field, "Der står mellemrum før eller efter.", "Fjern mellemrummet."))
        elif isinstance(value, str) and len(value.encode(errors="replace")) > ID_BYTES:
            problems.append(FieldProblem(field, "Id'et fylder for meget.", f"Giv det et id på højst {ID_BYTES} byte."))
        elif value in (".", ".."):
            problems.append(
                FieldProblem(field, "Et id kan ikke være punktummer alene.", "Giv det et bogstav eller tal.")
            )
        elif isinstance(value, str) and any(personal_numbers(value)):
            problem = "Id'et ligner et CPR-nummer, og id'er står i adresser, lister og log."
            problems.append(FieldProblem(field, problem, "Giv det jeres egen nøgle."))

    return check


def in_turn(*checks: Check) -> Check:
    """The checks one after the other until one finds something: what is too long is looked at no further."""

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        before = len(problems)
        for one in checks:
            if len(problems) == before:
                one(field, value, problems)

    return check


def truth(field: str, value: object, problems: list[FieldProblem]) -> None:
    """True or false, nothing that merely looks like it."""
    if not isinstance(value, bool):
        problems.append(wrong_type(field, value, "sand/falsk", "Skriv true eller false uden anførselstegn."))


def choice(values: Iterable[str]) -> Check:
    """One of the given words, written exactly so."""
    known = tuple(values)
    fix = f"Brug {', '.join(known[:-1])} eller {known[-1]}."

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        if not isinstance(value, str):
            problems.append(wrong_type(field, value, "tekst", fix))
        elif value not in known:
            meant = nearest(value, known)
            suggestion = f"Mente du »{meant}«? {fix}" if meant else fix
            problems.append(FieldProblem(field, "Værdien kendes ikke.", suggestion))

    return check


def _check_characters(field: str, value: str, one_line: bool, problems: list[FieldProblem]) -> None:
    if _SURROGATE.search(value):
        problem, fix = "Teksten har et halvt tegn (enlig surrogat).", "Gem filen igen som UTF-8, der hvor den kom fra."
    elif _DAMAGED.search(value):
        problem, fix = "Teksten har et styretegn.", "Fjern styretegnet; linjeskift og tabulator er tilladt."
    elif one_line and any(mark in value for mark in "\t\n\r"):
        problem, fix = "Der står linjeskift eller tabulator.", "Skriv værdien på én linje."
    else:
        return
    problems.append(FieldProblem(field, problem, fix))
