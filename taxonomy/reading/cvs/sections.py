"""A CV written as one long text, taken apart by its headings: "WORK EXPERIENCE", "Formación", "Kompetencer:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import fold

PROFILE, EXPERIENCE, EDUCATION, SKILLS = "profile", "experience", "education", "skills"
PAPERS, OTHER, CONTACT = "papers", "other", "contact"
# Of several the first: "work experience summary" is experience, "formación complementaria" papers.
_KINDS = (CONTACT, EXPERIENCE, PAPERS, EDUCATION, SKILLS, OTHER, PROFILE)
_LONGEST_HEADING = 6  # words
_BEFORE_COLON = 2  # words of a heading with its text behind it: "Skills: SQL"; more are a sentence
_LEAST_SECTIONS = 2  # of work, education, skills and papers; a single word with a colon is no layout
_ADORNED = re.compile(r"^[\s#*_=>•·|-]+|[\s*_=:#|-]+$")
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦○●➢>]|\d{1,2}[.)])\s+")
_BETWEEN = re.compile(r"\s*(?:[,،;|•·]|\s/\s)\s*(?![^()]*\))")
_LONGEST_ITEM = 80  # characters; longer items are prose


@dataclass(frozen=True, slots=True)
class Sections:
    """The lines of a CV's text by section; `head` is what stands before the first heading: name, address, title."""

    head: tuple[str, ...]
    lines: Mapping[str, tuple[str, ...]]

    def items(self, *kinds: str) -> tuple[str, ...]:
        """The entries of lists: one a line, or several between commas."""
        return tuple(
            dict.fromkeys(item for kind in kinds for line in self.lines.get(kind, ()) for item in _items(line))
        )


def sections_of(text: str) -> Sections | None:
    """The sections of a text with headings; None for one that is laid out otherwise."""
    head: list[str] = []
    lines: dict[str, list[str]] = {}
    kind = ""
    for line in text.splitlines():
        found, rest = _heading(line)
        kind = found or kind
        said = rest if found else line.strip()
        (lines.setdefault(kind, []) if kind else head).append(said)
    if sum(any(lines.get(one, ())) for one in (EXPERIENCE, EDUCATION, SKILLS, PAPERS)) < _LEAST_SECTIONS:
        return None
    return Sections(tuple(filter(None, head)), {one: tuple(said) for one, said in lines.items()})


def plain(line: str) -> str:
    """The line without its bullet and what marks it as bold or as a heading."""
    return _ADORNED.sub("", _BULLET.sub("", line)).replace("**", "").strip()


def is_bullet(line: str) -> bool:
    """Whether the line is one of a list."""
    return _BULLET.match(line) is not None and not line.lstrip().startswith("**")


def _heading(line: str) -> tuple[str | None, str]:
    """The section that the line opens, and what stands behind its colon."""
    name, colon, rest = plain(line).partition(":")
    words = [fold(word) for word in _WORD.findall(name)]
    if not words or len(words) > _LONGEST_HEADING or re.search(r"[\d@.]", name):
        return None, ""
    kinds = [kind for kind in _KINDS if not _words(kind).isdisjoint(words)]
    if not kinds or not all(word in _words("beside") or any(word in _words(kind) for kind in _KINDS) for word in words):
        return None, ""
    if rest.strip() and (not colon or len(words) > _BEFORE_COLON or is_bullet(line)):
        return None, ""
    return kinds[0], rest.strip()


def _items(line: str) -> Iterator[str]:
    said = plain(line)
    label, colon, rest = said.partition(":")
    listed = rest if colon and len(label) < len(rest) else said
    yield from (item for one in _BETWEEN.split(listed.rstrip(".")) if 1 < len(item := one.strip(" .")) <= _LONGEST_ITEM)


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_sections.toml")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in str(_file().content["headings"][name]).split())


@cache
def date_words(name: str) -> tuple[str, ...]:
    """The words of dates of one sort, longest first."""
    return tuple(sorted(str(_file().content["dates"][name]).split(), key=len, reverse=True))
