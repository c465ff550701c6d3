"""A CV written as one long text, taken apart by its headings: "WORK EXPERIENCE", "Formación", "Kompetencer:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taxonomy.reading.cvs.headings import EDUCATION, EXPERIENCE, PAPERS, SKILLS, heading, plain
from taxonomy.reading.cvs.json_lines import lines_of_json
from taxonomy.reading.cvs.line_breaks import jobs_apart, with_lines

_LEAST_SECTIONS = 2  # of work, education, skills and papers; a single word with a colon is no layout
_BETWEEN = re.compile(r"\s*(?:[,،;|•·\t]|\s/\s)\s*(?![^()]*\))")
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
    for line in with_lines(lines_of_json(text) or text).splitlines():
        found, rest = heading(line)
        kind = found or kind
        said = rest if found else line.strip()
        (lines.setdefault(kind, []) if kind else head).append(said)
    if sum(any(lines.get(one, ())) for one in (EXPERIENCE, EDUCATION, SKILLS, PAPERS)) < _LEAST_SECTIONS:
        return None
    lines[EXPERIENCE] = jobs_apart(lines.get(EXPERIENCE, ()))
    return Sections(tuple(filter(None, head)), {one: tuple(said) for one, said in lines.items()})


def _items(line: str) -> Iterator[str]:
    said = plain(line)
    label, colon, rest = said.partition(":")
    listed = rest if colon and len(label) < len(rest) else said
    yield from (item for one in _BETWEEN.split(listed.rstrip(".")) if 1 < len(item := one.strip(" .")) <= _LONGEST_ITEM)
