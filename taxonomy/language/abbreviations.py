"""General short forms and what they stand for; short forms of job titles are titles and live with the occupations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language.normalising import fold


def _load() -> Mapping[str, str]:
    content = TaxonomyFile(DATA / "language" / "abbreviations.toml").content
    return MappingProxyType(
        {fold(short).rstrip("."): str(long) for table in content.values() for short, long in table.items()}
    )


ABBREVIATIONS = _load()


def expand_abbreviation(word: str) -> str | None:
    """What a short form stands for, in lower-case Danish; None for any other word. A final dot does not matter."""
    return ABBREVIATIONS.get(fold(word).rstrip("."))
