"""Cues composed from their parts: every predicate with every copula, every alternative of a wording."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import product
from types import MappingProxyType

from taxonomy.files import DATA, TaxonomyFile, comma_list

BEFORE, AFTER, CLOSING, HEADING = "before", "after", "closing", "heading"
_PARTS = "parts"
_NAMED = ("vi", "du")  # lists that wordings go through by name: who demands and gives, who is sought
_ARTICLES = ("et ", "en ", "a ", "an ")
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")


def alternatives(wording: str, named: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """The wordings that one with bars stands for: "(vi|de) lærer (dig|)" is four; "<vi>" is a list by its name."""
    for name, listed in named.items():
        wording = wording.replace(f"<{name}>", listed)
    pieces = _ALTERNATIVES.split(wording)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


def composed_cues(meanings: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """(wording, meaning, side) for everything with these meanings that the parts of moods.toml make together."""
    file = TaxonomyFile(DATA / "reading" / "moods.toml")
    parts = file.content[_PARTS]
    named = {name: "|".join(comma_list(str(parts[name]))) for name in _NAMED}
    copulas, links = comma_list(str(parts["copulas"])), comma_list(str(parts["links"]))
    return (
        (wording, meaning, side)
        for meaning, table in file.content.items()
        if meaning in meanings
        for side, written in _written(table, copulas, links)
        for wording in alternatives(written, named)
    )


def _written(
    table: Mapping[str, object], copulas: tuple[str, ...], links: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    alone, weak = comma_list(str(table["predicates"])), comma_list(str(table["weak"]))
    for side in (BEFORE, AFTER, CLOSING, HEADING):
        yield from ((side, wording) for wording in comma_list(str(table[side])))
    # "Et krav" is one wherever it stands; "vigtigt" says something of the thing only with its verb or at the end.
    nouns = tuple(one for one in alone if one.startswith(_ARTICLES))
    yield from ((AFTER, noun) for noun in nouns)
    yield from ((CLOSING, predicate) for predicate in alone if predicate not in nouns)
    for predicate in (*alone, *weak):
        yield from ((AFTER, f"{copula} {predicate}") for copula in copulas if predicate not in nouns)
        yield from ((BEFORE, f"{predicate} {link}") for link in links)
