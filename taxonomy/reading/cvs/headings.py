"""Headings of a CV written as one long text: "WORK EXPERIENCE", "**Formación**", "## Kompetencer", "Skills: SQL"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold

PROFILE, EXPERIENCE, EDUCATION, SKILLS = "profile", "experience", "education", "skills"
PAPERS, OTHER, CONTACT = "papers", "other", "contact"
# Of several the first: "work experience summary" is experience, "formación complementaria" papers.
_KINDS = (CONTACT, EXPERIENCE, PAPERS, EDUCATION, SKILLS, OTHER, PROFILE)
_LONGEST_HEADING = 6  # words
_BEFORE_COLON = 2  # words of a heading with its text behind it: "Skills: SQL"; more are a sentence
_ADORNED = re.compile(r"^[\s#*_=>•·|-]+|[\s*_=:#|-]+$")
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦○●➢>]|\d{1,2}[.)])\s+")
_AND = re.compile(r"&|/|\b(?:and|og|y|und|i)\b")


def heading(line: str) -> tuple[str | None, str]:
    """The section that the line opens, and what stands behind its colon."""
    name, colon, rest = plain(line).partition(":")
    rest = rest.strip(" \t*_")
    if rest and (not colon or len(_WORD.findall(name)) > _BEFORE_COLON or is_bullet(line)):
        return None, ""
    return (kind, rest) if (kind := section_named(name)) else (None, "")


def section_named(name: str) -> str | None:
    """The section whose name this is, with nothing but words of headings beside it."""
    words = [fold(word) for word in _WORD.findall(name)]
    if not words or len(words) > _LONGEST_HEADING or re.search(r"[\d@.]", name):
        return None
    if whole := _whole().get(" ".join(words)):
        return whole
    kinds = [kind for kind in _KINDS if not _words(kind).isdisjoint(words)]
    if not kinds or not all(word in _words("beside") or any(word in _words(kind) for kind in _KINDS) for word in words):
        return None
    return EDUCATION if kinds[0] == PAPERS and _begins_with_education(name, words) else kinds[0]


def plain(line: str) -> str:
    """The line without its bullet and what marks it as bold or as a heading."""
    return _ADORNED.sub("", _BULLET.sub("", line)).replace("**", "").strip()


def is_bullet(line: str) -> bool:
    """Whether the line is one of a list."""
    return _BULLET.match(line) is not None and not line.lstrip().startswith("**")


def _begins_with_education(name: str, words: Sequence[str]) -> bool:
    """ "Uddannelse og kurser" holds both, and what is learnt first comes first."""
    return _AND.search(name.lower()) is not None and words[0] in _words(EDUCATION)


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_sections.toml")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in str(_file().content["headings"][name]).split())


@cache
def _whole() -> dict[str, str]:
    return {fold(name): kind for kind, names in _file().content["whole"].items() for name in comma_list(names)}


@cache
def date_words(name: str) -> tuple[str, ...]:
    """The words of dates of one sort, longest first."""
    words = str(_file().content["dates"][name]).split()
    return tuple(word.replace("_", " ") for word in sorted(words, key=len, reverse=True))
