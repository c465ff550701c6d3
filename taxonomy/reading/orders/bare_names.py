"""Bare titles, objects and names of peoples: whether training, a skill or a language is asked for by them."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import CueInText
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.governing_cue import judged
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Thing

_OR = word_set("alternatives", "or")
_TO_BE = word_set("demands", "to_be")
_SUCHLIKE = word_set("demands", "suchlike")
_SEEKING = word_set("demands", "seeking")
_JOURNEYMAN = frozenset({"svend", "svende"})  # "svend." as all that a note says
_ONE, _WHO = frozenset({"en", "nogen", "folk", "somebody"}), frozenset({"der", "som", "med", "m", "who", "with"})
_ARTICLES = frozenset({"en", "et", "enten", "a", "an", "either"})
_PERSON = frozenset({"du", "man", "vedkommende", "kandidaten", "ansoegeren", "you", "de"})
_IS = frozenset({"er", "are"})
_PLUS = frozenset({"og", "samt", "uden"})
_BY_WHAT = frozenset({"uddannelse", "profession", "fag"})
_AS, _MODAL = frozenset({"som", "as"}), frozenset({"skal", "vil", "kommer", "faar", "bliver", "er", "you"})
_BESIDE = 2  # words between "skal være" and the title
_NEAR_BEHIND = 5  # words between an object and what is said of it
_SOUGHT_BEFORE = 6  # words between "søger" and the last of the titles sought


def is_meant(words: Sequence[Word], thing: Thing, cues: Sequence[CueInText], *, text: bool = False) -> bool:
    """Whether a bare title, object or name of a people is asked for as what it could be: training, skill, language.

    `text`: the words are no heading, which names the job.
    """
    if thing.kind is RequirementKind.LANGUAGE:
        return any(cue.cue.after and cue.first == thing.last + 1 for cue in cues)
    if thing.kind is RequirementKind.EDUCATION and _is_a_role(words, thing):
        return False
    return (
        judged(words, thing, cues)
        or (words[thing.first].key in _JOURNEYMAN and _fills_its_clause(words, thing))
        or _any_such_will_do(words, thing)
        or _is_by_training(words, thing)
        or _is_said_of_the_person(words, thing)
        or (text and _is_noted(words, thing))
        or (
            _skill_is_meant(words, thing, cues)
            if thing.kind is RequirementKind.SKILL
            else _is_to_be(words, thing, cues)
        )
    )


def _is_said_of_the_person(words: Sequence[Word], thing: Thing) -> bool:
    """ "Du er bibliotekar, lærer eller ...", "er du tømrer"."""
    if thing.kind is not RequirementKind.EDUCATION or thing.first < _BESIDE:
        return False
    clause = words[thing.first].clause
    before = [word.key for word in words[max(0, thing.first - 4) : thing.first] if word.clause == clause]
    while before and before[-1] in _ARTICLES:
        before.pop()
    pair = set(before[-2:])
    return len(pair) == _BESIDE and bool(pair & _PERSON) and bool(pair & _IS)


def _is_noted(words: Sequence[Word], thing: Thing) -> bool:
    """ "Konstruktør, 5+ år", "ssa m. autorisation": a note that opens with the trade says whom it takes."""
    if thing.kind is not RequirementKind.EDUCATION or not _opens(words, thing) or words[thing.first].text[0].isupper():
        return False
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    if after is None or after.sentence != words[thing.last].sentence or after.clause != words[thing.last].clause:
        return True
    return after.key in _OR | _WHO | _PLUS


def is_journeyman_noted(words: Sequence[Word], thing: Thing) -> bool:
    """ "Svend el. 4-5 år i faget", "svend." as a note has it."""
    return thing.first == thing.last and words[thing.first].key in _JOURNEYMAN and _is_noted(words, thing)


def _opens(words: Sequence[Word], thing: Thing) -> bool:
    return not thing.first or words[thing.first - 1].sentence != words[thing.first].sentence


def _any_such_will_do(words: Sequence[Word], thing: Thing) -> bool:
    """ "Ingeniør eller tilsvarende"."""
    after = [word.key for word in words[thing.last + 1 : thing.last + 4]]
    if len(after) < 2 or after[0] not in _OR:
        return False
    # "Glarmester eller en der har sat ruder": who is sought need not be one, so it is no name of the job.
    return after[1] in _SUCHLIKE or (len(after) > 2 and after[1] in _ONE and after[2] in _WHO)


def _is_a_role(words: Sequence[Word], thing: Thing) -> bool:
    """ "Som vidensansvarlig sygeplejerske skal du": the job, whatever the verb behind it."""
    start, after = clause_start(words, thing.first), thing.last + 1
    opens = words[start].key in _AS and thing.first - start <= _BESIDE
    return opens and after < len(words) and words[after].clause == words[start].clause and words[after].key in _MODAL


def _is_by_training(words: Sequence[Word], thing: Thing) -> bool:
    """ "Kok af uddannelse"."""
    behind = [word.key for word in words[thing.last + 1 : thing.last + 3]]
    return behind[:1] == ["af"] and behind[-1] in _BY_WHAT


def _is_to_be(words: Sequence[Word], thing: Thing, cues: Sequence[CueInText]) -> bool:
    """ "Skal være assistent"."""
    return any(words[cue.last].key in _TO_BE for cue in _leading(words, thing, cues))


def _skill_is_meant(words: Sequence[Word], thing: Thing, cues: Sequence[CueInText]) -> bool:
    """ "Kendskab til beton", "beton er et krav", "krav om beton"."""
    clause = words[thing.first].clause
    behind = (cue.first - thing.last for cue in cues if cue.cue.after and words[cue.first].clause == clause)
    return (
        _fills_its_clause(words, thing)
        or any(thing.first - cue.last == 1 for cue in _leading(words, thing, cues))
        or any(0 < far <= _NEAR_BEHIND for far in behind)
    )


def _leading(words: Sequence[Word], thing: Thing, cues: Sequence[CueInText]) -> list[CueInText]:
    """The cues right before the thing in its clause."""
    near = (cue for cue in cues if cue.cue.before and 0 < thing.first - cue.last <= _BESIDE)
    return [cue for cue in near if words[cue.last].clause == words[thing.first].clause]


def _fills_its_clause(words: Sequence[Word], thing: Thing) -> bool:
    """ "Restaurant, det er et krav"."""
    clause = words[thing.first].clause
    around = (thing.first - 1, thing.last + 1)
    return not any(0 <= place < len(words) and words[place].clause == clause for place in around)


def with_alternatives(
    words: Sequence[Word], named: Sequence[Thing], sure: Sequence[bool], *, text: bool
) -> list[Thing]:
    """The things that are meant: those that are `sure`, and a bare title counted up beside an education that is meant.

    Two titles in a running text of which either will do are educations: nobody looks for either of two jobs there.
    """
    meant = list(sure)
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
    before = words[max(0, thing.first - _SOUGHT_BEFORE) : thing.first]
    return any(word.key in _SEEKING and word.sentence == words[thing.first].sentence for word in before)
