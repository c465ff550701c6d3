"""Names of jobs in the languages that CVs come in, with the forms that each language gives them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold

_VOWELS = "aeiouyаеєиіїоуюяąęăıö"
_SHORTEST_STEM = 4  # letters; a shorter word without its vowel is too often another


@cache
def titles_abroad() -> tuple[tuple[str, str], ...]:
    """(name of a job, occupation), once for every form of the name."""
    file = TaxonomyFile(DATA / "reading" / "titles_abroad.toml")
    found: dict[tuple[str, str], None] = {}
    for table, content in file.tables(required=frozenset({"prefixes", "endings", "entries"})):
        prefixes, endings = str(content["prefixes"]).split(), str(content["endings"]).split()
        for line in filter(None, map(str.strip, str(content["entries"]).splitlines())):
            occupation, colon, names = line.partition(":")
            if not colon:
                raise file.error(table, f"„{line}“ mangler sine navne; skriv „stillings_id: navn, navn“", near=line)
            for name in comma_list(names):
                found.update(dict.fromkeys((form, occupation) for form in _forms(name, prefixes, endings)))
    return tuple(found)


@cache
def folded_titles_abroad() -> frozenset[str]:
    """Every form of every name, its words folded, one space between."""
    return frozenset(folded_name(name) for name, _ in titles_abroad())


def folded_name(name: str) -> str:
    """A name as it is looked up."""
    return " ".join(map(fold, name.split()))


def _forms(name: str, prefixes: list[str], endings: list[str]) -> Iterator[str]:
    first, space, rest = name.partition(" ")
    stem = first[:-1] if first[-1].lower() in _VOWELS and len(first) > _SHORTEST_STEM else first
    for word in (first, *(base + ending for base in dict.fromkeys((first, stem)) for ending in endings)):
        yield word + space + rest
        for prefix in prefixes:
            yield prefix + word + space + rest
