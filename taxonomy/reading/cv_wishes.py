"""Jobs and shifts that a CV's writer wants or does not want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from taxonomy.reading.cue import CueInText
from taxonomy.reading.cues import CV_CUES, cues_in
from taxonomy.reading.findings import OccupationMention, TextField
from taxonomy.reading.mentions import mentions
from taxonomy.reading.reach import meanings_of
from taxonomy.reading.reader import Reader
from taxonomy.reading.shifts import in_order, shifts_in
from taxonomy.reading.span import Span
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word
from taxonomy.reading.workplaces import implied_mentions

WISHED, REFUSED = "wished", "refused"
_MEANINGS = frozenset({WISHED, REFUSED})
_PAST = word_set("cv_wishes", "past")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Occupations and shifts by whether they are wanted."""

    wished: tuple[OccupationMention, ...]
    refused: tuple[OccupationMention, ...]
    wanted_shifts: tuple[str, ...]
    refused_shifts: tuple[str, ...]


@dataclass(slots=True)
class _Gathering:
    wished: list[OccupationMention] = field(default_factory=list)
    refused: list[OccupationMention] = field(default_factory=list)
    wanted_shifts: list[str] = field(default_factory=list)
    refused_shifts: list[str] = field(default_factory=list)


def wishes(headline: TextField, text: TextField, desired: Sequence[TextField], reader: Reader) -> Wishes:
    """What is wanted: every desired job, titles of the headline, and what the text says is wished or refused."""
    found = _Gathering()
    for one in desired:
        _gather(found, one, reader, unsaid=WISHED)
    _gather(found, headline, reader, unsaid=WISHED)
    _gather(found, text, reader, unsaid=None)
    refused_shifts = in_order(found.refused_shifts)
    return Wishes(
        wished=tuple(found.wished),
        refused=tuple(found.refused),
        wanted_shifts=tuple(shift for shift in in_order(found.wanted_shifts) if shift not in refused_shifts),
        refused_shifts=refused_shifts,
    )


def _gather(found: _Gathering, source: TextField, reader: Reader, *, unsaid: str | None) -> None:
    for words in reader.blocks(source.text):
        cues = cues_in(words, CV_CUES, _MEANINGS)
        _gather_jobs(found, source, words, cues, reader, unsaid)
        _gather_shifts(found, words, cues, unsaid)


def _gather_jobs(
    found: _Gathering, source: TextField, words: list[Word], cues: list[CueInText], reader: Reader, unsaid: str | None
) -> None:
    titles = reader.found_titles(words)
    said = meanings_of(words, [Span(title.first, title.last) for title in titles], cues)
    if not titles and unsaid == WISHED:
        _gather_implied(found, source, words, cues, reader)
    wish_said = source.name == "headline" and WISHED in said
    for title, meaning in zip(titles, said, strict=True):
        past = any(word.key in _PAST for word in words[max(0, title.first - 2) : title.first])
        meant = meaning or (None if past or wish_said else unsaid)
        if meant == WISHED:
            found.wished.extend(mentions(source, words, [title]))
        elif meant == REFUSED:
            found.refused.extend(mentions(source, words, [title]))


def _gather_implied(
    found: _Gathering, source: TextField, words: list[Word], cues: list[CueInText], reader: Reader
) -> None:
    if not any(cue.cue.meaning == REFUSED for cue in cues):
        found.wished.extend(implied_mentions(source, words, reader.occupations))


def _gather_shifts(found: _Gathering, words: list[Word], cues: list[CueInText], unsaid: str | None) -> None:
    shifts = shifts_in(words)
    said = meanings_of(words, [Span(shift.first, shift.last) for shift in shifts], cues)
    for shift, meaning in zip(shifts, said, strict=True):
        meant = meaning or unsaid
        if meant == WISHED:
            found.wanted_shifts.append(shift.shift)
        elif meant == REFUSED:
            found.refused_shifts.append(shift.shift)
