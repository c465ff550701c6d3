"""Degrees by their field: "a degree in economics, statistics or engineering", "kandidat i fysik eller kemi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from taxonomy.concepts import EducationLevel
from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import education_level
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_OR = word_set("alternatives", "or") | {"og", "and", "samt"}
_OF_LEVEL = {"first": "bachelor", "second": "kandidatuddannelse"}
_LISTED = (",", "/")
_DEGREE = "degree"


@cache
def _table() -> tuple[PhraseIndex[str], PhraseIndex[tuple[str, ...]]]:
    content = TaxonomyFile(DATA / "reading" / "degrees.toml").content
    frames = ((frame, level) for level, written in content["frames"].items() for frame in comma_list(str(written)))
    fields = (
        (field, comma_list(str(educations)))
        for named, educations in content["fields"].items()
        for field in comma_list(named)
    )
    return PhraseIndex(frames, inflected=False), PhraseIndex(fields, inflected=False)


def degrees(words: Sequence[Word]) -> Iterator[Thing]:
    """The education of each field that a degree is said to be in; none where the field is no known one."""
    frames, fields = _table()
    opened = {frame.last + 1: frame for frame in frames.find(words)}
    if not opened and not any(word.key == _DEGREE for word in words):
        return
    level = ""
    first = go_on = -1  # where the thing opens, and where a further field would stand
    for field in fields.find(words):
        frame, behind = opened.get(field.first), field.last + 1
        named = behind < len(words) and words[behind].key == _DEGREE
        if frame is not None:
            first, level = frame.first, frame.payloads[0]
        elif field.first == go_on and words[go_on].sentence == words[first].sentence:
            first = field.first
        elif named:
            first, level = field.first, "any"
        else:
            continue
        yield Thing(RequirementKind.EDUCATION, _education(field.payloads[0], level), first, field.last + named)
        go_on = _next(words, behind)


def _next(words: Sequence[Word], at: int) -> int:
    """The place of a further field behind a comma, an "or" or both."""
    joined = at < len(words) and words[at].key in _OR
    listed = at < len(words) and words[at].gap.strip() in _LISTED
    return at + 1 if joined else at if listed else len(words)


def _education(educations: Sequence[str], frame: str) -> str:
    """Of the level that the frame says; where the field has none of it, any of that level."""
    key = educations[-1] if frame == "second" else educations[0]
    if frame == "any":
        return key
    long = education_level(key) is EducationLevel.LONG
    return key if long == (frame == "second") else _OF_LEVEL[frame]
