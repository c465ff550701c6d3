"""What a text of an order asks for, each with how it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from taxonomy.language import text_language
from taxonomy.reading.cue import CueInText
from taxonomy.reading.findings import Requirement, RequirementKind, TextField
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.moods.cue_finding import DEMANDING, ORDER_CUES, cues_in
from taxonomy.reading.moods.exclusions import with_exclusions
from taxonomy.reading.moods.introductions import with_introductions
from taxonomy.reading.moods.meanings import (
    ASKED,
    MENTIONED,
    MUST_HAVE,
    NICE_TO_HAVE,
    TEXT,
    TITLE,
    alike_in_group,
    meanings,
)
from taxonomy.reading.moods.predicates import said_unknown
from taxonomy.reading.moods.provision import provided
from taxonomy.reading.moods.relative_clauses import demanded_of_the_sought
from taxonomy.reading.moods.strength import is_a_wish_still, is_hard
from taxonomy.reading.moods.told import with_told
from taxonomy.reading.orders.bare_names import is_journeyman_noted, is_meant, with_alternatives
from taxonomy.reading.orders.goals import with_goals
from taxonomy.reading.orders.idioms import without_idioms, without_jobs
from taxonomy.reading.orders.joining import TRAINING
from taxonomy.reading.orders.notes import noted
from taxonomy.reading.orders.other_people import without_others
from taxonomy.reading.past_work.experience import experiences
from taxonomy.reading.past_work.experience_in import Labelled
from taxonomy.reading.past_work.knowledge import knowledge, papers
from taxonomy.reading.past_work.names import names_asked
from taxonomy.reading.reader import TextReader
from taxonomy.reading.requirements.alternatives import groups
from taxonomy.reading.requirements.named_once import without_general, without_the_paper
from taxonomy.reading.requirements.professions import bare_authorisations, bare_educations
from taxonomy.reading.requirements.things import things
from taxonomy.reading.span import Span
from taxonomy.reading.text.words import Word, quote
from taxonomy.reading.thing import Meant, Thing

OFFERED = "offered"  # one of several titles of which any will do, if any is asked for
_NAMED = frozenset({RequirementKind.SKILL, RequirementKind.CERTIFICATE})
_SMALL_BEHIND_COLON = frozenset({"da", "no", "sv"})  # languages
_CAN_BE_EXCLUDED = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION, RequirementKind.EXPERIENCE})
_SETTLED = frozenset({RequirementKind.AGE, RequirementKind.EDUCATION})
# "Må ikke have anmærkninger på straffeattesten", "må ikke være under 18": the negator belongs to the bound.
_HELD_BY_LAW = frozenset({RequirementKind.CRIMINAL_RECORD, RequirementKind.AGE})


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement with how it is meant."""

    requirement: Requirement
    meaning: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the order adds: the number of the next group, the profession and trade named first."""

    first_group: int
    professions: tuple[str, ...]
    trades: tuple[str, ...] = ()


def demands_of(
    field: TextField, words: list[Word], titles: list[TitleFound], reader: TextReader, context: Context
) -> list[Demand]:
    """The demands of a run of words in text order; groups are numbered from the context's."""
    listed = field.name in {MUST_HAVE, NICE_TO_HAVE}
    named, practised = _named(words, reader.labelled(titles), context, listed=listed)
    cues = cues_in(words, ORDER_CUES, DEMANDING, _words_of_names(named))
    practised = [thing for thing in practised if not _is_heading(thing, cues)]
    cues = with_introductions(words, cues)
    cues = with_exclusions(words, named, cues, demanded=field.name == MUST_HAVE)
    names = names_asked(words, [*named, *practised], cues, reader.is_known, reader.may_be_a_name)
    named += [name for name in names if not _only_opens_a_list(field, words, name)]
    named = without_idioms(words, named, listed=listed)
    found = with_alternatives(
        words,
        named,
        [listed or not thing.title or is_meant(words, thing, cues, text=field.name == TEXT) for thing in named],
        text=field.name == TEXT,
    )
    found = [thing for thing in found if not _inside(thing, practised)] + practised
    found.sort(key=lambda thing: (thing.first, thing.last))
    spans = [Span(thing.first, thing.last) for thing in found]
    meant = [Meant(*pair) for pair in zip(found, meanings(field, words, spans, cues), strict=True)]
    if field.name == TEXT:
        meant = _told_in_text(words, meant, titles)
    numbers = groups(words, [one.thing for one in meant], context.first_group)
    alike = alike_in_group([one.meaning for one in meant], numbers)
    return [
        _demand(field, words, thing, meaning, number)
        for thing, meaning, number in zip([one.thing for one in meant], alike, numbers, strict=True)
    ] + _offered(field, words, named, context.first_group + len(meant))


def _told_in_text(words: list[Word], found: list[Meant], titles: list[TitleFound]) -> list[Meant]:
    """What a running text says of its findings besides cues: who gives, does or has them, and who is sought."""
    found = demanded_of_the_sought(words, without_others(words, found, titles), titles)
    found = noted(words, provided(words, found))
    return with_told(words, [replace(one, thing=_as_told(words, one.thing)) for one in found])


def _is_heading(thing: Thing, cues: Sequence[CueInText]) -> bool:
    """ "Skills and experience" over a list names what the list holds."""
    return any(cue.cue.heading and cue.first <= thing.first and thing.last <= cue.last for cue in cues)


def _only_opens_a_list(field: TextField, words: Sequence[Word], name: Thing) -> bool:
    """ "Requirements: Patience and warmth": behind a colon a capital tells of a name in our own languages alone."""
    after_colon = ":" in words[name.first].gap and words[name.first].text.istitle()
    return after_colon and text_language(field.text) not in _SMALL_BEHIND_COLON


def _as_told(words: list[Word], thing: Thing) -> Thing:
    asked = thing.asked and not is_journeyman_noted(words, thing)
    return replace(thing, asked=asked or said_unknown(words, thing))


def _named(
    words: list[Word], labelled: list[Labelled], context: Context, *, listed: bool
) -> tuple[list[Thing], list[Thing]]:
    """Everything that could be asked for, and the experience that the words speak of."""
    named = things(words, listed=listed, licence_field=listed)
    named = named if listed else without_jobs(words, named, labelled)
    named = without_general(with_goals(words, named))
    named += bare_authorisations(words, named, context.professions)
    named = bare_educations(words, named, context.trades)
    practised = [
        thing
        for thing in experiences(words, named, labelled)
        if not any(other.meaning and other.first <= thing.first and thing.last <= other.last for other in named)
    ]
    named = without_the_paper(named, listed=listed)
    named += papers(words, [*named, *practised])
    named += knowledge(words, [*named, *practised], listed=listed)
    return named, practised


def _offered(field: TextField, words: list[Word], named: Sequence[Thing], first: int) -> list[Demand]:
    """ "Vi søger en pædagog eller socialrådgiver": titles of which any will do, whether asked for or only sought."""
    if field.name not in {TITLE, TEXT}:
        return []
    titles = [thing for thing in named if thing.kind in TRAINING and thing.meaning is None]
    either = [
        (thing, group) for thing, group in zip(titles, groups(words, titles, 0), strict=True) if group is not None
    ]
    opened: dict[int, int] = {}  # no number beyond as many as there are demands, so that the next text's are others
    for place, (_, group) in enumerate(either):
        opened.setdefault(group, first + place)
    demands = [_demand(field, words, thing, OFFERED, opened[group]) for thing, group in either]
    return [replace(one, requirement=replace(one.requirement, hard=False)) for one in demands]


def _words_of_names(named: Sequence[Thing]) -> frozenset[int]:
    skills = (thing for thing in named if thing.kind in _NAMED and thing.last > thing.first)
    return frozenset(place for thing in skills for place in range(thing.first, thing.last + 1))


def _inside(thing: Thing, practised: Sequence[Thing]) -> bool:
    """What the experience is in, is read as experience and not once more by itself."""
    return thing.kind is not RequirementKind.LANGUAGE and any(
        other.first <= thing.first and thing.last <= other.last for other in practised
    )


def _demand(field: TextField, words: list[Word], thing: Thing, cue: str | None, group: int | None) -> Demand:
    unsaid = MENTIONED if thing.asked and field.name in {TITLE, TEXT} else "named"
    # "Gerne min. 2 års erfaring" is a wish; "17 er fint, ikke under" and "ufaglærte kan ikke bruges" are none.
    settled = thing.meaning != "hard" or cue in {None, ASKED, "excluded"} or thing.kind in _SETTLED
    own = thing.meaning if settled else None
    meaning = own or cue or unsaid
    if field.name == NICE_TO_HAVE and meaning == "waived" and is_a_wish_still(words, thing):
        meaning = "soft"
    excluded = meaning == "excluded" and thing.kind in _CAN_BE_EXCLUDED
    if meaning == "excluded" and not excluded and thing.kind not in _HELD_BY_LAW:
        meaning = "waived"  # "må ikke have C/E i forvejen": nobody is turned away for it, nobody needs it
    requirement = Requirement(
        kind=thing.kind,
        key=thing.key,
        level=thing.level,
        hard=excluded or is_hard(field.name, meaning),
        quote=quote(field, words, thing.first, thing.last),
        group=None if excluded else group,  # of what is excluded, nothing may be held
        excluded=excluded,
    )
    return Demand(requirement, meaning)


def strongest(demands: Sequence[Demand]) -> tuple[Requirement, ...]:
    """Each demand once for each field that makes it: the same words twice in one field say it once."""
    kept: dict[tuple[object, ...], Requirement] = {}
    for demand in demands:
        found = demand.requirement
        key = (found.kind, found.key, found.level, found.excluded, found.quote.field, found.quote.index)
        if key not in kept or (found.hard and not kept[key].hard):
            kept[key] = found
    return tuple(kept.values())
