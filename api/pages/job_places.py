"""Where somebody wants to work, as people type it: a postcode, with its town or without, or a town alone."""

from __future__ import annotations

import re

from api.pages.jobs_found import Pairs
from api.pages.typed_form import FormProblem
from indexer.intake.checks import nearest
from taxonomy.language import fold
from taxonomy.towns import towns, towns_in

LABEL = "Postnummer eller by"
_POSTCODE = re.compile(r"(?:DK[ -]?)?(\d{4})(?:\s+\D.*)?", re.ASCII | re.IGNORECASE)


def with_place(given: Pairs) -> Pairs:
    """The fields with the place as the search knows it: four digits alone, or a town among the words."""
    typed = _typed(given)
    if said := _POSTCODE.fullmatch(typed):
        return [(name, said[1] if name == "postcode" else value) for name, value in given]
    if not typed or not towns_in(f"i {typed}", typed=True):
        return given
    words = [value.strip() for name, value in given if name == "q"]
    others = [pair for pair in given if pair[0] not in {"q", "postcode", "towns"}]
    return [("q", " ".join((*words[-1:], "i", typed))), *others]


def place_problem(given: Pairs) -> FormProblem:
    """The place is neither a postcode nor a town that is known."""
    meant = nearest(fold(_typed(given)), towns())
    fix = f"Mente du {towns()[meant].name}?" if meant else "Skriv fire cifre eller en by, som 2300 eller Odense."
    return FormProblem("postcode", LABEL, f"Stedet kendes ikke. {fix}")


def _typed(given: Pairs) -> str:
    return next((value.strip() for name, value in reversed(given) if name == "postcode"), "")
