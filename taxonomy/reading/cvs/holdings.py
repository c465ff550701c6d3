"""What a CV shows that the person holds, and what it says the person does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import compress

from taxonomy.concepts import EducationLevel
from taxonomy.language import fold
from taxonomy.reading.cue import CueInText
from taxonomy.reading.cvs.claims import Claim, claim
from taxonomy.reading.cvs.doing import only_wished
from taxonomy.reading.cvs.own_life import of_own_life
from taxonomy.reading.cvs.validity import valid_to
from taxonomy.reading.findings import Held, RequirementKind, TextField
from taxonomy.reading.moods.cue_finding import CV_CUES, cues_in
from taxonomy.reading.moods.governing_cue import meanings_of
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.past_work.experience import experiences
from taxonomy.reading.reader import TextReader
from taxonomy.reading.requirements.professions import bare_authorisations, is_danish, names_authorisation, professions
from taxonomy.reading.requirements.things import things
from taxonomy.reading.requirements.vocabulary import education_level
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start, quote
from taxonomy.reading.thing import Thing

_DENIED = "denied"
_UNFINISHED = "unfinished"
_MEANINGS = frozenset({_DENIED, _UNFINISHED})
_ONLY = frozenset({"kun", "only", "dog", "men", "but"})
_MY, _HAS = frozenset({"min", "mine", "my"}), frozenset({"har", "has", "have"})
_RUNNING = frozenset({"headline", "text"})
# What may be under way as a whole; in "sygeplejerske, autorisation søgt" one is held and one is not.
_ONE_THING = frozenset({RequirementKind.EDUCATION, RequirementKind.DRIVING_LICENCE, RequirementKind.CERTIFICATE})
_LISTS = frozenset({"licences", "education", "skills"})
# A list of skills or licences is short: longer items are prose.
_LONGEST_SKILL = 40  # characters
_RENEWED = word_set("holdings", "renewed")
_SINCE, _DEGREES = word_set("holdings", "since"), word_set("holdings", "degrees")
_NONE = frozenset({"ingen", "no", "nul"})
_YEAR_DIGITS = 4
_WELL = frozenset({"B2", "C1", "C2", "modersmål"})
_NOT_NOW = word_set("holdings", "not_now")
_SAID_NEAR = 5  # words between a thing and the end of what denies it
_RISING = tuple(EducationLevel)


def holdings(
    fields: Iterable[TextField], reader: TextReader, jobs: Sequence[str] = ()
) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """What is held and what is denied; what is under way or only wished is neither.

    `jobs` are titles that tell which profession a bare "autorisation" is of.
    """
    held: list[Held] = []
    denied: list[Held] = []
    for field in fields:
        for words in reader.blocks(field.text):
            _gather(field, words, reader, jobs, held, denied)
    return _each_once(_not_lost(held, denied)), _each_once(denied)


def _not_lost(held: Sequence[Held], denied: Sequence[Held]) -> list[Held]:
    """What is held but for what ran out: "kørekort til bil og lastbil (C er udløbet)"."""
    lost = {(one.kind, one.key) for one in denied if not _NOT_NOW.isdisjoint(fold(one.quote.text).split())}
    return [one for one in held if (one.kind, one.key) not in lost]


def _bare_authorisations(
    words: list[Word], found: Sequence[Thing], jobs: Sequence[str], reader: TextReader
) -> list[Thing]:
    """ "Sygeplejerske med dansk autorisation": that of the profession named here or in another of the CV's fields."""
    if not names_authorisation(words):  # professions take as long to find as all the rest
        return []
    known = [*_professions(words, reader), *(key for job in jobs for key in _professions(reader.cut(job), reader))]
    return [one for one in bare_authorisations(words, found, known) if is_danish(words, one.first)]


def _professions(words: list[Word], reader: TextReader) -> list[str]:
    return professions(words, [one.label for one in reader.labelled(reader.found_titles(words))])


def _gather(
    field: TextField, words: list[Word], reader: TextReader, jobs: Sequence[str], held: list[Held], denied: list[Held]
) -> None:
    found = _named(field, words, reader)
    found += _bare_authorisations(words, found, jobs, reader)
    spans = [Span(thing.first, thing.last) for thing in found]
    cues = cues_in(words, CV_CUES, _MEANINGS)
    if field.name in _LISTS and {one.kind for one in found} <= _ONE_THING and any(map(_is_unfinished, cues)):
        return  # "GF2 kontor, i gang": the item is one thing
    meanings = meanings_of(words, spans, cues)
    wished = _only_wished_skills(field, words, found)
    for thing, meaning in zip(found, meanings, strict=True):
        if _of_somebody_else(words, thing) or thing in wished:
            continue
        if field.name in _RUNNING and of_own_life(words, thing, found, headline=field.name == "headline"):
            continue
        said = claim(words, thing, found) if field.name in _RUNNING else None
        if said is Claim.NEITHER:
            continue
        denies = said is Claim.LACKING or (said is None and meaning == _DENIED and not _is_excepted(words, thing))
        denies = denies or _denies_itself(words, thing)
        if denies and _is_level_alone(thing):
            continue
        if denies:
            denied.append(_held(field, words, thing, found, *_denial(words, thing)))
        elif meaning in {None, _DENIED}:  # what is under way is not held, whatever else is said
            held.append(_held(field, words, thing, found, thing.first, thing.last))
    if field.name == "skills" and not found and (own := _own_skill(field, words)):
        held.append(own)


def _is_level_alone(thing: Thing) -> bool:
    """ "Dansk er ikke mit modersmål", "taler ikke flydende dansk": that is no "no Danish"."""
    return thing.kind is RequirementKind.LANGUAGE and thing.level in _WELL


def _is_unfinished(cue: CueInText) -> bool:
    return cue.cue.meaning == _UNFINISHED


def _only_wished_skills(field: TextField, words: list[Word], found: Sequence[Thing]) -> list[Thing]:
    if field.name not in _RUNNING or all(one.kind is not RequirementKind.SKILL for one in found):
        return []
    wished = compress(found, only_wished(words, [Span(one.first, one.last) for one in found]))
    return [one for one in wished if one.kind is RequirementKind.SKILL]


def _denies_itself(words: Sequence[Word], thing: Thing) -> bool:
    """ "Taler ikke dansk", "tre sprog, ingen erfaring", "kørekort (frakendt)"."""
    inside = any(is_negator(words, index) for index in range(thing.first, thing.last + 1))
    none = thing.kind is RequirementKind.EXPERIENCE and thing.first > 0 and words[thing.first - 1].key in _NONE
    return (inside and thing.kind is RequirementKind.LANGUAGE) or none or _is_over(words, thing)


def _is_over(words: Sequence[Word], thing: Thing) -> bool:
    """ "C-kørekort fra militæret (ikke fornyet)", "truck (udløb 2023)", "licence from Nepal, not exchanged"."""
    opens = next((at for at in range(thing.last + 1, len(words)) if words[at].clause != words[thing.last].clause), None)
    if opens is None or not {"(", ","} & set(words[opens].gap) or opens - thing.last > _SAID_NEAR:
        return False
    said = opens + is_negator(words, opens)
    return said < len(words) and words[said].key in _NOT_NOW and said - opens == (words[said].key in _RENEWED)


def _is_excepted(words: Sequence[Word], thing: Thing) -> bool:
    """ "Kan ikke svejse TIG, kun MAG"."""
    return thing.first > 0 and words[thing.first - 1].key in _ONLY


def _of_somebody_else(words: Sequence[Word], thing: Thing) -> bool:
    """ "Min kone har kørekort"."""
    start = clause_start(words, thing.first)
    return words[start].key in _MY and 1 <= thing.first - start - 2 <= 2 and words[start + 2].key in _HAS


def _named(field: TextField, words: list[Word], reader: TextReader) -> list[Thing]:
    listed = field.name in _LISTS
    named = things(words, listed=listed, licence_field=field.name == "licences")
    titles = reader.labelled(reader.found_titles(words)) if field.name in {"text", "headline", "skills"} else []
    found = [
        thing for thing in named if thing.meaning is None and (listed or not thing.title or _is_completed(words, thing))
    ]
    found = [thing for thing in found if thing.kind is not RequirementKind.AGE]
    return sorted([*found, *experiences(words, named, titles)], key=lambda thing: (thing.first, thing.last))


def _is_completed(words: Sequence[Word], thing: Thing) -> bool:
    """ "SSH fra 2015", "PAU 2018", and degrees by their own name: "civilingeniør i konstruktion"."""
    if thing.kind is not RequirementKind.EDUCATION:
        return False
    if any(word.key in _DEGREES for word in words[thing.first : thing.last + 1]):
        return True
    behind = words[thing.last + 1 : thing.last + 1 + _SAID_NEAR]
    after = [word for word in behind if word.clause == words[thing.last].clause]
    if not after:
        return False
    return _is_year(after[0].key) or (after[0].key in _SINCE and any(_is_year(word.key) for word in after[1:]))


def _is_year(key: str) -> bool:
    return len(key) == _YEAR_DIGITS and key.isdecimal() and key[:2] in {"19", "20"}


def _denial(words: Sequence[Word], thing: Thing) -> tuple[int, int]:
    """First and last word of the thing with what denies it: "har ikke truckcertifikat", "kørekort B (frakendt)"."""
    first, last = thing.first, thing.last
    before = range(max(0, thing.first - _SAID_NEAR), thing.first)
    negators = [at for at in before if words[at].clause == words[thing.first].clause and is_negator(words, at)]
    if negators:
        start = negators[-1]
        return start - (start > 0 and words[start - 1].clause == words[start].clause), last
    clause = words[min(last + 1, len(words) - 1)].clause
    while last + 1 < len(words) and last - thing.last < _SAID_NEAR and words[last + 1].clause == clause:
        if words[last + 1].sentence != words[thing.last].sentence:
            break
        last += 1
    return first, last


def _held(field: TextField, words: list[Word], thing: Thing, found: Sequence[Thing], first: int, last: int) -> Held:
    said = quote(field, words, first, last)
    if "(" in said.text and field.text[said.end : said.end + 1] == ")":
        said = replace(said, end=said.end + 1, text=f"{said.text})")
    return Held(thing.kind, thing.key, thing.level, said, valid_to(words, thing, found))


def _own_skill(field: TextField, words: list[Word]) -> Held | None:
    """A listed skill that the vocabulary does not know keeps its own words as its key."""
    if not words or len(field.text) > _LONGEST_SKILL:
        return None
    key = " ".join(field.text.lower().split())
    return Held(RequirementKind.SKILL, key, None, quote(field, words, 0, len(words) - 1))


def _each_once(found: Sequence[Held]) -> tuple[Held, ...]:
    kept: dict[tuple[object, ...], Held] = {}
    for held in sorted(found, key=lambda one: one.valid_to is None):  # the one that tells how long it is valid
        kept.setdefault((held.kind, held.key, held.level), held)
    return tuple(kept.values())


def education_level_of(held: Sequence[Held], education: Sequence[str]) -> str | None:
    """The highest level among the educations held; unskilled where only school is named; None where silent."""
    levels = [level for one in held if one.kind is RequirementKind.EDUCATION and (level := education_level(one.key))]
    if levels:
        return max(levels, key=_RISING.index).value
    return EducationLevel.UNSKILLED.value if education and all(_school_only(text) for text in education) else None


def _school_only(text: str) -> bool:
    return any(word in text.lower() for word in ("klasse", "skole", "gymnasi", "school", "ingen", "ufaglært"))
