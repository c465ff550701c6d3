"""What a text of an order asks for, each with how it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taxonomy.reading.alternatives import groups
from taxonomy.reading.cue import CueInText
from taxonomy.reading.cues import ORDER_CUES, cues_in
from taxonomy.reading.experience import experiences
from taxonomy.reading.findings import Requirement, RequirementKind, TextField
from taxonomy.reading.knowledge import knowledge, papers
from taxonomy.reading.meanings import MUST_HAVE, NICE_TO_HAVE, TEXT, TITLE, alike_in_group, meanings
from taxonomy.reading.names import names_asked
from taxonomy.reading.notes import noted
from taxonomy.reading.professions import bare_authorisations, bare_educations
from taxonomy.reading.provision import provided
from taxonomy.reading.reach import judged
from taxonomy.reading.reader import Reader
from taxonomy.reading.span import Span
from taxonomy.reading.thing import Thing
from taxonomy.reading.things import things
from taxonomy.reading.titles import TitleFound
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word, quote

MENTIONED = "mentioned"  # named, but nobody asks for it
_MEANINGS = frozenset({"hard", "soft", "waived", "excluded"})
# What is a duty as soon as it is named; skills and experience in running text are wishes until a word makes them more.
_HARD_WHEN_NAMED = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
        RequirementKind.EDUCATION,
        RequirementKind.AGE,
        RequirementKind.CRIMINAL_RECORD,
        RequirementKind.OWN_CAR,
    }
)
_NAMED = frozenset({RequirementKind.SKILL, RequirementKind.CERTIFICATE})
_OR = word_set("alternatives", "or")
_SUCHLIKE = word_set("demands", "suchlike")
_SEEKING = word_set("demands", "seeking")
_TO_BE = word_set("demands", "to_be")
_BESIDE = 2  # words between "skal være" and the title
_NEAR_BEHIND = 5  # words between an object and what is said of it
_PREPOSITIONS = word_set("demands", "prepositions")
_PRACTICE = word_set("demands", "practice")
_CAN_BE_EXCLUDED = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION, RequirementKind.EXPERIENCE})


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
    field: TextField, words: list[Word], titles: list[TitleFound], reader: Reader, context: Context
) -> list[Demand]:
    """The demands of a run of words in text order; groups are numbered from the context's."""
    listed = field.name in {MUST_HAVE, NICE_TO_HAVE}
    named = things(words, listed=listed, licence_field=listed)
    named += bare_authorisations(words, named, context.professions)
    named = bare_educations(words, named, context.trades)
    practised = [
        thing
        for thing in experiences(words, named, reader.labelled(titles))
        if not any(other.meaning and other.first <= thing.first and thing.last <= other.last for other in named)
    ]
    named += papers(words, [*named, *practised])
    named += knowledge(words, [*named, *practised], listed=listed)
    cues = cues_in(words, ORDER_CUES, _MEANINGS, _words_of_names(named))
    named += names_asked(words, [*named, *practised], cues, reader.is_known)
    found = _educations_meant(
        words,
        named,
        [listed or not thing.title or _meant(words, thing, cues) for thing in named],
        text=field.name == TEXT,
    )
    found = [thing for thing in found if not _inside(thing, practised)] + practised
    found.sort(key=lambda thing: (thing.first, thing.last))
    spans = [Span(thing.first, thing.last) for thing in found]
    meant = meanings(field, words, spans, titles, cues)
    if field.name == TEXT:
        meant = noted(words, found, provided(words, found, meant))
    numbers = groups(words, found, context.first_group)
    meant = alike_in_group(meant, numbers)
    return [
        _demand(field, words, thing, meaning, number)
        for thing, meaning, number in zip(found, meant, numbers, strict=True)
    ]


def _of_practice(words: Sequence[Word], thing: Thing) -> bool:
    """ "Kendskab til beton", "vant til dyr": the object of what somebody knows or does."""
    if thing.kind is not RequirementKind.SKILL:
        return False
    behind = [
        word.key for word in words[max(0, thing.first - 5) : thing.first] if word.clause == words[thing.first].clause
    ]
    return bool(behind) and behind[-1] in _PREPOSITIONS | _OR and any(word in _PRACTICE for word in behind)


def _words_of_names(named: Sequence[Thing]) -> frozenset[int]:
    skills = (thing for thing in named if thing.kind in _NAMED and thing.last > thing.first)
    return frozenset(place for thing in skills for place in range(thing.first, thing.last + 1))


def _meant(words: Sequence[Word], thing: Thing, cues: Sequence[CueInText]) -> bool:
    """Whether a bare title or object is asked for: by a cue beside it, by what somebody is to be, by practice."""
    if thing.kind is RequirementKind.LANGUAGE:
        return any(cue.cue.after and cue.first == thing.last + 1 for cue in cues)
    if judged(words, thing, cues) or _of_practice(words, thing):
        return True
    after = [word.key for word in words[thing.last + 1 : thing.last + 3]]
    if len(after) == 2 and after[0] in _OR and after[1] in _SUCHLIKE:
        return True
    if _is_asked_alone(words, thing):
        return True
    leads = [cue for cue in cues if cue.cue.before and 0 < thing.first - cue.last <= _BESIDE]
    same = [cue for cue in leads if words[cue.last].clause == words[thing.first].clause]
    if thing.kind is RequirementKind.SKILL:
        clause = words[thing.first].clause
        behind = (cue.first - thing.last for cue in cues if cue.cue.after and words[cue.first].clause == clause)
        return any(thing.first - cue.last == 1 for cue in same) or any(0 < far <= _NEAR_BEHIND for far in behind)
    return any(words[cue.last].key in _TO_BE for cue in same)


def _is_asked_alone(words: Sequence[Word], thing: Thing) -> bool:
    """ "Industrioperatør? Et klart plus."."""
    opens = not thing.first or words[thing.first - 1].sentence != words[thing.first].sentence
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    return opens and after is not None and after.gap.startswith("?")


def _educations_meant(words: Sequence[Word], named: Sequence[Thing], meant: list[bool], *, text: bool) -> list[Thing]:
    """The things without bare titles; one counted up beside an education that is meant, is meant too.

    Two titles in a running text of which either will do are educations: nobody looks for either of two jobs there.
    """
    pairs = [index for index in range(1, len(named)) if _counted_up(words, named[index - 1], named[index])]
    for index in pairs:
        one, other = named[index - 1], named[index]
        either = text and one.title and other.title and one.key != other.key and not _is_sought(words, one)
        either = either and words[other.first - 1].key in _OR
        meant[index] = meant[index] or meant[index - 1] or either
        meant[index - 1] = meant[index - 1] or either
    for index in reversed(pairs):
        meant[index - 1] = meant[index - 1] or (meant[index] and named[index].title)
    return [thing for thing, kept in zip(named, meant, strict=True) if kept]


def _counted_up(words: Sequence[Word], one: Thing, other: Thing) -> bool:
    """Two educations with nothing but "eller", a comma or a stroke between them."""
    if one.kind is not other.kind or one.kind is not RequirementKind.EDUCATION:
        return False
    between = words[one.last + 1 : other.first]
    joined = len(between) == 1 and between[0].key in _OR
    listed = not between and words[other.first].gap.strip() in {",", "/"}
    return (joined or listed) and words[one.last].sentence == words[other.first].sentence


def _is_sought(words: Sequence[Word], thing: Thing) -> bool:
    """ "Vi søger en elektriker eller mekaniker" is about the job."""
    before = words[max(0, thing.first - 6) : thing.first]
    return any(word.key in _SEEKING and word.sentence == words[thing.first].sentence for word in before)


def _inside(thing: Thing, practised: Sequence[Thing]) -> bool:
    """What the experience is in, is read as experience and not once more by itself."""
    return thing.kind is not RequirementKind.LANGUAGE and any(
        other.first <= thing.first and thing.last <= other.last for other in practised
    )


def _demand(field: TextField, words: list[Word], thing: Thing, cue: str | None, group: int | None) -> Demand:
    unsaid = MENTIONED if thing.asked and field.name in {TITLE, TEXT} else "named"
    own = thing.meaning if thing.meaning != "hard" or cue is None else None  # "gerne min. 2 års erfaring" is a wish
    meaning = own or cue or unsaid
    excluded = meaning == "excluded" and thing.kind in _CAN_BE_EXCLUDED
    if meaning == "excluded" and thing.kind is RequirementKind.LANGUAGE:
        meaning = "waived"  # "ikke for folk, der taler flydende dansk": nobody is turned away for it, nobody needs it
    requirement = Requirement(
        kind=thing.kind,
        key=thing.key,
        level=thing.level,
        hard=excluded or _is_hard(field.name, thing, meaning),
        quote=quote(field, words, thing.first, thing.last),
        group=group,
        excluded=excluded,
    )
    return Demand(requirement, meaning)


def _is_hard(field: str, thing: Thing, meaning: str) -> bool:
    if field == NICE_TO_HAVE or meaning in {"soft", "waived", MENTIONED}:
        return False
    if field == MUST_HAVE or meaning == "hard":
        return True
    said_how_well = thing.kind is RequirementKind.LANGUAGE and thing.level is not None
    return thing.kind in _HARD_WHEN_NAMED or said_how_well


def strongest(demands: Sequence[Demand]) -> tuple[Requirement, ...]:
    """Each demand once for each field that makes it: the same words twice in one field say it once."""
    kept: dict[tuple[object, ...], Requirement] = {}
    for demand in demands:
        found = demand.requirement
        key = (found.kind, found.key, found.level, found.excluded, found.quote.field, found.quote.index)
        if key not in kept or (found.hard and not kept[key].hard):
            kept[key] = found
    return tuple(kept.values())
