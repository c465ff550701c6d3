"""Reading a job order: occupations, demands with how they are meant, and the conditions of the job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taxonomy.catalog import Catalog
from taxonomy.reading.alternatives import groups
from taxonomy.reading.cues import ORDER_CUES, Span, cues_in, meanings_of
from taxonomy.reading.experience import experiences
from taxonomy.reading.findings import OccupationMention, OrderReading, Requirement, RequirementKind, Terms, TextField
from taxonomy.reading.hours import hours_per_week
from taxonomy.reading.mentions import mentions
from taxonomy.reading.positions import positions
from taxonomy.reading.reader import Reader, reader_of
from taxonomy.reading.shifts import in_order, shifts_in
from taxonomy.reading.starts import start_of
from taxonomy.reading.thing import Thing
from taxonomy.reading.things import things
from taxonomy.reading.titles import TitleFound
from taxonomy.reading.words import Word, quote
from taxonomy.reading.workplaces import implied_mentions

MUST_HAVE, NICE_TO_HAVE, TITLE, TEXT = "must_have", "nice_to_have", "title", "text"
_STRENGTH = ("excluded", "waived", "soft", "hard")  # the strongest word on a list of alternatives first
_MEANINGS = frozenset({"hard", "soft", "waived", "excluded"})
# What is a duty as soon as it is named; skills and experience in running text are wishes until a word makes them more.
_HARD_WHEN_NAMED = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
        RequirementKind.AGE,
        RequirementKind.CRIMINAL_RECORD,
        RequirementKind.OWN_CAR,
    }
)
_CAN_BE_EXCLUDED = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION, RequirementKind.EXPERIENCE})


@dataclass(frozen=True, slots=True)
class _Demand:
    """A requirement with how it is meant."""

    requirement: Requirement
    meaning: str


def read_order(fields: Sequence[TextField], catalog: Catalog) -> OrderReading:
    """All that is understood of an order's words; every finding quotes them; never fails on any text."""
    reader = reader_of(catalog)
    occupations: list[OccupationMention] = []
    demands: list[_Demand] = []
    terms: list[Terms] = []
    for field in fields:
        for words in reader.blocks(field.text):
            titles = reader.found_titles(words)
            if field.name in {TITLE, TEXT}:
                occupations.extend(_occupations(field, words, titles, reader))
                terms.append(_terms(field, words, titles))
            demands.extend(_demands(field, words, titles, reader, len(demands)))
    return OrderReading(
        occupations=tuple(occupations),
        requirements=_strongest([demand for demand in demands if demand.meaning != "waived"]),
        waived=tuple(demand.requirement for demand in demands if demand.meaning == "waived"),
        terms=_together(terms),
    )


def _occupations(
    field: TextField, words: list[Word], titles: list[TitleFound], reader: Reader
) -> Sequence[OccupationMention]:
    """The titles named; a heading without any falls back on the place or activity it names."""
    named = mentions(field, words, titles)
    return named if named or field.name != TITLE else implied_mentions(field, words, reader.occupations)


def _demands(
    field: TextField, words: list[Word], titles: list[TitleFound], reader: Reader, first_group: int
) -> list[_Demand]:
    listed = field.name in {MUST_HAVE, NICE_TO_HAVE}
    named = things(words, listed=listed, licence_field=listed)
    practised = [
        thing
        for thing in experiences(words, named, reader.labelled(titles))
        if not any(other.meaning and other.first <= thing.first and thing.last <= other.last for other in named)
    ]
    found = [thing for thing in named if listed or not thing.title]
    found = [thing for thing in found if not _inside(thing, practised)] + practised
    found.sort(key=lambda thing: (thing.first, thing.last))
    spans = [Span(thing.first, thing.last) for thing in found]
    meanings = meanings_of(words, spans, cues_in(words, ORDER_CUES, _MEANINGS))
    numbers = groups(words, found, first_group)
    meanings = _alike_in_group(meanings, numbers)
    return [
        _demand(field, words, thing, meaning, number)
        for thing, meaning, number in zip(found, meanings, numbers, strict=True)
    ]


def _alike_in_group(meanings: Sequence[str | None], numbers: Sequence[int | None]) -> list[str | None]:
    """Alternatives are meant alike: the strongest cue of one holds for all."""
    strongest: dict[int, str] = {}
    for meaning, number in zip(meanings, numbers, strict=True):
        if number is not None and meaning is not None:
            strongest[number] = min(strongest.get(number, meaning), meaning, key=_STRENGTH.index)
    return [
        strongest.get(number, meaning) if number is not None else meaning
        for meaning, number in zip(meanings, numbers, strict=True)
    ]


def _inside(thing: Thing, practised: Sequence[Thing]) -> bool:
    """What the experience is in, is read as experience and not once more by itself."""
    return thing.kind is not RequirementKind.LANGUAGE and any(
        other.first <= thing.first and thing.last <= other.last for other in practised
    )


def _demand(field: TextField, words: list[Word], thing: Thing, cue: str | None, group: int | None) -> _Demand:
    meaning = thing.meaning or cue or "named"
    excluded = meaning == "excluded" and thing.kind in _CAN_BE_EXCLUDED
    requirement = Requirement(
        kind=thing.kind,
        key=thing.key,
        level=thing.level,
        hard=excluded or _is_hard(field.name, thing, meaning),
        quote=quote(field, words, thing.first, thing.last),
        group=group,
        excluded=excluded,
    )
    return _Demand(requirement, meaning)


def _is_hard(field: str, thing: Thing, meaning: str) -> bool:
    if field == NICE_TO_HAVE or meaning in {"soft", "waived"}:
        return False
    if field == MUST_HAVE or meaning == "hard":
        return True
    said_how_well = thing.kind is RequirementKind.LANGUAGE and thing.level is not None
    return thing.kind in _HARD_WHEN_NAMED or said_how_well


def _strongest(demands: Sequence[_Demand]) -> tuple[Requirement, ...]:
    """Each demand once for each field that makes it: the same words twice in one field say it once."""
    kept: dict[tuple[object, ...], Requirement] = {}
    for demand in demands:
        found = demand.requirement
        key = (found.kind, found.key, found.level, found.excluded, found.quote.field, found.quote.index)
        if key not in kept or (found.hard and not kept[key].hard):
            kept[key] = found
    return tuple(kept.values())


def _terms(field: TextField, words: list[Word], titles: list[TitleFound]) -> Terms:
    spans = shifts_in(words)
    cues = cues_in(words, ORDER_CUES, frozenset({"waived", "excluded"}))
    said = meanings_of(words, [Span(shift.first, shift.last) for shift in spans], cues)
    asked = [
        shift.shift
        for shift, meaning in zip(spans, said, strict=True)
        if meaning is None and not (shift.first and words[shift.first - 1].key in {"ikke", "ingen", "no", "aldrig"})
    ]
    return Terms(
        hours_per_week=hours_per_week(words),
        shifts=in_order(asked),
        start=start_of(words),
        positions=positions(words, titles, heading=field.name == TITLE),
    )


def _together(terms: Sequence[Terms]) -> Terms:
    """The first field that says it, settles it; shifts of all fields count."""
    return Terms(
        hours_per_week=next((found.hours_per_week for found in terms if found.hours_per_week), None),
        shifts=in_order([shift for found in terms for shift in found.shifts]),
        start=next((found.start for found in terms if found.start), None),
        positions=next((found.positions for found in terms if found.positions), None),
    )
