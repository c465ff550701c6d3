"""Titles with several meanings, each with the words that decide which one is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from taxonomy.files import TaxonomyFile, comma_list


@dataclass(frozen=True, slots=True)
class Meaning:
    """An occupation that the title may mean; `signs` are the words around it that point to this one."""

    occupation: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmbiguousTitle:
    """A title with its other wordings and meanings, the most frequent meaning first."""

    title: str
    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]


def load_ambiguous_titles(path: Path, occupations: Collection[str]) -> dict[str, AmbiguousTitle]:
    """The file's titles by name; raises TaxonomyFileError for an unknown occupation or a repeated wording."""
    file = TaxonomyFile(path)
    found: dict[str, AmbiguousTitle] = {}
    owners: dict[str, str] = {}
    for title, table in file.tables(required=frozenset({"words", "means"})):
        file.expect(title, table, str, "tekst i anførselstegn", "words", "means")
        words = tuple(dict.fromkeys((title, *comma_list(table["words"]))))
        for word in words:
            if owners.setdefault(word.casefold(), title) != title:
                said = f"[{title}] „{word}“ står allerede under [{owners[word.casefold()]}]"
                raise file.error(title, said, near="words")
        found[title] = AmbiguousTitle(title, words, tuple(_meanings(file, title, table, occupations)))
        if len(found[title].meanings) < 2:
            raise file.error(
                title, f"[{title}] har færre end to betydninger; så er titlen ikke flertydig", near="means"
            )
    return found


def _meanings(
    file: TaxonomyFile, title: str, table: Mapping[str, Any], occupations: Collection[str]
) -> Iterator[Meaning]:
    seen: set[str] = set()
    for line in filter(None, map(str.strip, table["means"].splitlines())):
        occupation, _, signs = line.partition(":")
        if not comma_list(signs):
            raise file.error(title, f"[{title}] „{line}“ mangler ord; skriv „stillings_id: ord, ord“", near=line)
        if occupation not in occupations:
            raise file.error(title, f"[{title}] stillingen {occupation!r} findes ikke", near=line)
        if occupation in seen:
            raise file.error(title, f"[{title}] stillingen {occupation!r} står to gange", near=line)
        seen.add(occupation)
        yield Meaning(occupation, comma_list(signs))
