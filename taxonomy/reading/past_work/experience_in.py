"""What experience is in: the things and titles beside the word, else the text's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taxonomy.reading.cue import WAIVED
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.past_work.listed_on import ADJECTIVES, Named, is_noun, listed_on
from taxonomy.reading.past_work.own_words import WITH, own_words
from taxonomy.reading.past_work.years import LEAST, YEARS, dated, number
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

PLAIN = "erfaring"  # the key where nothing says with what
_SECTORS = word_set("experience", "sectors")
_NOT_WITH = word_set("experience", "not_with")
_ENDS = word_set("experience", "ends")
_VERBS = frozenset({"vaegter"})  # a title too: "erfaring med demens vægter højt"
_SHORT_FIELDS = frozenset({"hr", "it", "pr"})
_POINTING = frozenset({"det", "den", "dem", "dette", "it", "them"})
_BACK = 15  # words in which stands what "erfaring med det" means
_AS = frozenset({"som", "as"})
_AHEAD = 6  # words looked at behind the word itself
_ADJECTIVAL = frozenset({"erfaren", "erfarne", "erfarent", "rutineret", "rutinerede", "experienced"})
_MED = frozenset({"med", "m", "with"})
_TO = frozenset({"til"})  # "vant til lastbildæk"
_ARTICLES = frozenset({"en", "et"})
_LEADERS = ("leder", "chef", "formand", "bestyrer", "direktør")
_JOINING = frozenset({"og", "eller", "el", "samt", "and", "or"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A title in the text with the preferred label of what it means."""

    title: TitleFound
    label: str


def practised(
    words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled], *, ahead: bool = False
) -> list[Thing]:
    """The experience that the word at `index` speaks of, with its years, one for each thing or title named.

    `ahead`: what stands before the word belongs to something else.
    """
    if index and words[index].gap == "-" and not any(thing.last == index - 1 for thing in things):
        return [dated(words, index, experience(words[index - 1].text.lower(), index, index - 1, index))]
    end = object_end(words, index, things, titles)
    named = {
        thing.first: (thing.key, thing.last)
        for thing in things
        if index < thing.first <= end and can_be_practised(thing)
    }
    # "Erfaring som indkøber" is in the job, "med minigraver" in what is driven, whatever title the word could be.
    as_job = index + 1 < len(words) and words[index + 1].key in _AS
    skills = {thing.first: thing.last for thing in things if thing.kind is RequirementKind.SKILL and not as_job}
    jobs = {
        title.title.first: (key_of_title(title.label), title.title.last)
        for title in titles
        if title.title.first > index and skills.get(title.title.first, -1) < title.title.last
    }
    named |= {place: job for place, job in jobs.items() if place <= end}
    if not named and not ahead:
        named = _before(words, index, things, titles)
    named = named or _in_own_words(words, index, end)
    known = {
        thing.first: (thing.key, thing.last)
        for thing in things
        if thing.kind is RequirementKind.SKILL and thing.last > index
    } | jobs
    named |= listed_on(words, index, max(last for _, last in named.values()), known)
    return [dated(words, index, experience(key, index, place, last)) for place, (key, last) in sorted(named.items())]


def can_be_practised(thing: Thing) -> bool:
    """Whether somebody can have experience with the thing."""
    return thing.meaning != WAIVED and thing.kind in {
        RequirementKind.SKILL,
        RequirementKind.EDUCATION,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
    }


def experience(key: str, index: int, place: int, last: int) -> Thing:
    """Experience with the key, quoted from the word at `index` to what it is in."""
    return Thing(RequirementKind.EXPERIENCE, key, min(index, place), max(index, last))


def _before(
    words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]
) -> dict[int, tuple[str, int]]:
    """ "Erfaren tømrer" is found ahead; "tømrer, erfaren" and "Excel erfaring" stand right before the word."""
    index = _before_years(words, index)
    if not index or words[index - 1].sentence != words[index].sentence:
        return {}
    found = _listed_before(words, index, things)
    found |= {
        title.title.first: (key_of_title(title.label), title.title.last)
        for title in titles
        if title.title.last == index - 1
    }
    return found or _named_before(words, index)


def _listed_before(words: Sequence[Word], index: int, things: Sequence[Thing]) -> dict[int, tuple[str, int]]:
    """ "Anæstesi eller opvågning, erfaring": what stands right before the word, and what is joined to that."""
    beside = [thing for thing in things if thing.last == index - 1 and can_be_practised(thing)]
    found = {thing.first: (thing.key, thing.last) for thing in beside}
    while beside and (joined := min(thing.first for thing in beside) - 1) > 0 and words[joined].key in _JOINING:
        beside = [thing for thing in things if thing.last == joined - 1 and thing.kind is RequirementKind.SKILL]
        found |= {thing.first: (thing.key, thing.last) for thing in beside}
    return found


def _before_years(words: Sequence[Word], index: int) -> int:
    """ "Gravemaskine 5 års erfaring": what stands before the years stands before the word."""
    years = index - 1
    if years < 1 or words[years].key not in YEARS or number(words, years - 1) is None:
        return index
    start = years - 1
    while start and words[start - 1].key in LEAST and words[start - 1].clause == words[index].clause:
        start -= 1
    beside = start > 0 and words[start - 1].clause == words[index].clause and "." not in words[start].gap
    return start if beside else index


def _named_before(words: Sequence[Word], index: int) -> dict[int, tuple[str, int]]:
    """ "Elgrossist erfaring": the noun right before says what in, where no adjective and no number stands there."""
    before, after = words[index - 1], words[index + 1] if index + 1 < len(words) else None
    leads = after is not None and after.clause == words[index].clause and after.key in WITH
    noun = (
        before.key.isalpha()
        and (len(before.key) > 2 or before.key in _SHORT_FIELDS)
        and before.key not in _NOT_WITH | WITH | _ENDS
    )
    says = before.key in _SECTORS or not before.key.endswith(ADJECTIVES)
    # "Krav: erfaring" is no experience in demands.
    if leads or not noun or ":" in words[index].gap or before.clause != words[index].clause or not says:
        return {}
    return {index - 1: (before.text.lower(), index - 1)}


def object_end(words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]) -> int:
    """The last word that the experience is about; a list goes on over "og" while things or titles follow."""
    named = {place for thing in things for place in range(thing.first, thing.last + 1)}
    named |= {place for title in titles for place in range(title.title.first, title.title.last + 1)}
    end = index
    described = words[index].key in _ADJECTIVAL and any(title.title.first == index + 1 for title in titles)
    for place in range(index + 1, min(index + 1 + _AHEAD, len(words))):
        word = words[place]
        if described and word.key in _MED:
            break  # "rutinerede truckførere med B-certifikat" have a paper besides
        if word.clause != words[index].clause:
            break
        article = word.key in _ARTICLES and (place == index + 1 or words[place - 1].key in WITH)
        if (
            word.key in _ENDS
            and (place not in named or word.key in _VERBS)
            and not article
            and not (word.key in _JOINING and place + 1 in named)
        ):
            break
        end = place
    return end


def _in_own_words(words: Sequence[Word], index: int, end: int) -> Named:
    """The text's own words after "med" or "som", as a key; "erfaring" where there are none."""
    return {index: _own_words(words, index, end)}


def _own_words(words: Sequence[Word], index: int, end: int) -> tuple[str, int]:
    start = index + 1
    while start <= end and words[start].key in WITH | _TO:
        start += 1
    if start > end or (start == index + 1 and not _is_listed(words, start)):
        return PLAIN, index
    if words[start].key in _POINTING and start == end:
        return _meant_before(words, start), end
    own = own_words(words, start - 1, end)
    return (key_of_title(own.key), own.last) if own else (PLAIN, index)


def _is_listed(words: Sequence[Word], start: int) -> bool:
    """ "Erfaring: servicearbejde i private hjem", as forms have it; not "erfaring: ikke nødvendig"."""
    return ":" in words[start].gap and is_noun(words[start])


def key_of_title(label: str) -> str:
    """What somebody who was that has experience in: whoever led, in leading; else the title itself."""
    led = label.endswith(_LEADERS) and not label.startswith("projekt")
    return "ledelse" if led else label


def _meant_before(words: Sequence[Word], place: int) -> str:
    """ "Barn med autisme, man skal have erfaring med det": the last skill that the words before name."""
    near = words[max(0, place - _BACK) : place]
    entries = [wording.entry for match in wording_index().find(near) for wording in match.payloads]
    skills = [entry.key for entry in entries if entry.kind is RequirementKind.SKILL]
    return skills[-1] if skills else PLAIN
