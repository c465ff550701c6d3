"""Jobs, shifts and kinds of order that a CV's writer wants or does not want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from taxonomy.reading.cue import CueInText
from taxonomy.reading.cue_finding import CV_CUES, cues_in
from taxonomy.reading.cv_kinds import cv_kinds
from taxonomy.reading.cv_shifts import IMPLIED, cv_shifts
from taxonomy.reading.findings import OccupationMention, TextField
from taxonomy.reading.mentions import mentions
from taxonomy.reading.phrases import Found
from taxonomy.reading.reader import Reader
from taxonomy.reading.referring import REFUSED, WISHED, said_of
from taxonomy.reading.shifts import in_order
from taxonomy.reading.span import Span
from taxonomy.reading.titles import TitleFound
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word
from taxonomy.reading.workplaces import implied_by, workplace_index

HEADED = "headed"
_MEANINGS = frozenset({WISHED, REFUSED})
_LISTED_ONLY = word_set("workplaces", "listed_only")
_PAST = word_set("cv_wishes", "past")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Occupations, shifts and kinds of order by whether they are wanted."""

    wished: tuple[OccupationMention, ...]
    refused: tuple[OccupationMention, ...]
    wanted_shifts: tuple[str, ...]
    refused_shifts: tuple[str, ...]
    wanted_kinds: tuple[str, ...]
    refused_kinds: tuple[str, ...]


@dataclass(slots=True)
class _Gathering:
    """`headed` are titles of the headline that nothing is said of: a wish, or who the person is."""

    wished: list[OccupationMention] = field(default_factory=list)
    headed: list[OccupationMention] = field(default_factory=list)
    refused: list[OccupationMention] = field(default_factory=list)
    shifts: list[tuple[str, str]] = field(default_factory=list)
    kinds: list[tuple[str, str]] = field(default_factory=list)


def wishes(
    headline: TextField,
    text: TextField,
    desired: Sequence[TextField],
    reader: Reader,
    done: frozenset[str] = frozenset(),
) -> Wishes:
    """What is wanted: every desired job, what headline and text say is wished or refused, titles of the headline.

    A title of the headline that the person has held (`done`, occupations) is who they are, where other jobs are wished.
    """
    found = _Gathering()
    for one in desired:
        _gather(found, one, reader, unsaid=WISHED)
    _gather(found, headline, reader, unsaid=WISHED)
    _gather(found, text, reader, unsaid=None)
    refused_kinds = _meant(found.kinds, REFUSED)
    refused = {one.occupation for one in found.refused}
    headed = [one for one in found.headed if one.occupation not in refused]
    if found.wished:
        headed = [one for one in headed if one.occupation not in done]
    desired_named = {one.occupation for one in found.wished if one.quote.field == "desired_jobs"}
    return Wishes(
        wished=(*(one for one in found.wished if not _taken_back(one, refused, desired_named)), *headed),
        refused=tuple(one for one in found.refused if one.occupation not in desired_named),
        **_shifts(found.shifts),
        wanted_kinds=tuple(kind for kind in _meant(found.kinds, WISHED) if kind not in refused_kinds),
        refused_kinds=refused_kinds,
    )


def _taken_back(one: OccupationMention, refused: set[str], desired: set[str]) -> bool:
    return one.occupation in refused and one.occupation not in desired


def _shifts(found: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    refused, wanted = _meant(found, REFUSED), _meant(found, WISHED)
    implied = [shift for shift in _meant(found, IMPLIED) if shift not in wanted]
    return {
        "wanted_shifts": in_order([shift for shift in wanted if shift not in refused]),
        "refused_shifts": in_order([*refused, *implied]),
    }


def _meant(found: Sequence[tuple[str, str]], meaning: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(what for what, meant in found if meant == meaning))


def _gather(found: _Gathering, source: TextField, reader: Reader, *, unsaid: str | None) -> None:
    for words in reader.blocks(source.text):
        cues = cues_in(words, CV_CUES, _MEANINGS)
        _gather_jobs(found, source, words, cues, reader, unsaid)
        found.shifts.extend(cv_shifts(words, cues, unsaid))
        found.kinds.extend(cv_kinds(words, cues, unsaid))


def _gather_jobs(
    found: _Gathering, source: TextField, words: list[Word], cues: list[CueInText], reader: Reader, unsaid: str | None
) -> None:
    titles = reader.found_titles(words)
    places = _places(source, words, titles)
    spans = [*(Span(title.first, title.last) for title in titles), *(Span(place.first, place.last) for place in places)]
    said = _in_order(words, spans, cues)
    wish_said = source.name == "headline" and WISHED in said
    for title, meaning in zip(titles, said, strict=False):
        past = any(word.key in _PAST for word in words[max(0, title.first - 2) : title.first])
        silent = meaning is None and not past and not wish_said
        meant = unsaid if silent else meaning
        headed = silent and source.name == "headline"
        _keep(found, HEADED if headed and meant == WISHED else meant, mentions(source, words, [title]))
    for place, meaning in zip(places, said[len(titles) :], strict=True):
        meant = meaning or (None if titles or wish_said else unsaid)
        _keep(found, meant, implied_by(source, words, place, reader.occupations))


def _in_order(words: list[Word], spans: list[Span], cues: list[CueInText]) -> list[str | None]:
    """What is said of each, worked out in the order of the text."""
    ordered = sorted(range(len(spans)), key=lambda place: spans[place].first)
    said = dict(zip(ordered, said_of(words, [spans[place] for place in ordered], cues), strict=True))
    return [said[place] for place in range(len(spans))]


def _places(source: TextField, words: list[Word], titles: Sequence[TitleFound]) -> list[Found[str]]:
    taken = {place for title in titles for place in range(title.first, title.last + 1)}
    if source.name != "desired_jobs":
        taken |= {place for place, word in enumerate(words) if word.key in _LISTED_ONLY}
    return [match for match in workplace_index().find(words) if taken.isdisjoint(range(match.first, match.last + 1))]


def _keep(found: _Gathering, meant: str | None, named: Sequence[OccupationMention]) -> None:
    if meant == WISHED:
        found.wished.extend(named)
    elif meant == REFUSED:
        found.refused.extend(named)
    elif meant == HEADED:
        found.headed.extend(named)
