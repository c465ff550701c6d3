"""What a clause only tells of: "livredderprøven aflægger man hos os", "kran sidder på bilen", "først sagde hun C/E"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Meant, Thing

_DOING = word_set("told", "doing")
_IRREGULAR = word_set("told", "irregular")
_OTHERS = word_set("told", "others")
_SOUGHT = word_set("told", "sought")
_OF_SUBJECT = word_set("told", "of_subject")
_ASKING = word_set("told", "asking")
_CUTTING = word_set("told", "cutting")
_FINITE = word_set("told", "finite")
_IS_THE_PERSON = frozenset({"du", "man", "vedkommende", "kandidaten", "ansoegeren", "you"})
_RELATIVE = frozenset({"der", "som"})
_IS, _ARTICLES = frozenset({"er", "var", "is"}), frozenset({"en", "et", "a", "an"})
_IT = word_set("told", "it")
_SAYING = word_set("told", "saying")
_EARLIER = word_set("told", "earlier")
_BEFORE = word_set("predicates", "before")
_JOINING = frozenset({"og", "eller", "samt", "el", "and", "or"})
_DEFINITE = ("en", "et", "erne", "ene")
_SHORTEST_NOUN = 5  # letters of a noun with its article behind it
_SECTION, _HEADING = 120, 3  # words, at most
_ABOUT_THE_FIRM = frozenset(
    {"om os", "om virksomheden", "om arbejdspladsen", "om afdelingen", "hvem er vi", "about us"}
)
_JOINED = 4  # words that may be put first beside the thing: "truck og tunge løft klarer lageret"
# Attests and ages are asked of everybody, whatever else is told of them.
_KINDS = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.EDUCATION,
        RequirementKind.AUTHORISATION,
        RequirementKind.OWN_CAR,
        RequirementKind.LANGUAGE,
    }
)


def with_told(words: Sequence[Word], found: Sequence[Meant]) -> list[Meant]:
    """The findings; one that is only told of asks for nothing by being named."""
    return [replace(one, thing=replace(one.thing, asked=True)) if only_told(words, one.thing) else one for one in found]


def only_told(words: Sequence[Word], thing: Thing) -> bool:
    """Whether the thing stands in a clause in which somebody does something, and nobody asks for anything.

    What is demanded by being named alone stands in a note, without a verb.
    """
    if thing.kind not in _KINDS or thing.meaning is not None:
        return False
    return _tells_of_the_firm(words, thing) or _somebody_tells(words, thing)


def _somebody_tells(words: Sequence[Word], thing: Thing) -> bool:
    first, last = _own_part(words, thing)
    said = {words[at].key for at in range(first, last + 1)}
    if _ASKING & said:
        return False
    if _SAYING & said:
        return bool(_EARLIER & _sentence(words, thing))
    does = _is_put_first(words, thing, first, last) or _somebody_does(words, thing, first, last)
    if does:
        return True
    beside = {words[at].key for at in range(first, last + 1) if not thing.first <= at <= thing.last}
    return bool(_FINITE & beside) and not (_IS_THE_PERSON | _RELATIVE) & beside and not _is_it(words, thing)


def _is_it(words: Sequence[Word], thing: Thing) -> bool:
    """ "Det er C", "kravet er en uddannelse som smed"."""
    before = [word.key for word in words[max(0, thing.first - 4) : thing.first]]
    while before and before[-1] in _ARTICLES:
        before.pop()
    return len(before) > 1 and before[-1] in _IS and before[-2] in _IT


def _own_part(words: Sequence[Word], thing: Thing) -> tuple[int, int]:
    """The first and the last word of the clause, cut at what opens a clause within it."""
    first, last = thing.first, thing.last
    start, clause = clause_start(words, thing.first), words[thing.last].clause
    while first > start and words[first - 1].key not in _CUTTING and ":" not in words[first].gap:
        first -= 1
    while last + 1 < len(words) and words[last + 1].clause == clause and not _opens_another(words, last + 1):
        last += 1
    return first, last


def _opens_another(words: Sequence[Word], at: int) -> bool:
    """ "Kørekort da vi kører ud", "lærer eller har en anden baggrund", "svend der har", "B-kort hun har egen bus"."""
    key = words[at].key
    if key in _CUTTING or ":" in words[at].gap:
        return True
    behind = words[at + 1].key if at + 1 < len(words) else ""
    # What is put first has its verb right behind it: a subject there opens a clause of its own.
    return key in _JOINING | _RELATIVE | _OTHERS and behind in _FINITE


def _sentence(words: Sequence[Word], thing: Thing) -> set[str]:
    return {word.key for word in words if word.sentence == words[thing.first].sentence}


def _is_put_first(words: Sequence[Word], thing: Thing, first: int, last: int) -> bool:
    """The thing opens its clause, alone or with what is joined to it, and a verb and its subject follow."""
    if any(words[at].key not in _BEFORE for at in range(first, thing.first)):
        return False
    verb = thing.last + 1
    if verb <= last and words[verb].key in _JOINING:
        joined = range(verb + 1, min(verb + 1 + _JOINED, last))
        verb = next((at for at in joined if _is_doing(words[at].key)), last + 1)
    if verb >= last or not _is_doing(words[verb].key):
        return False
    return words[verb + 1].key in _SOUGHT or _is_subject(words, verb + 1)


def _is_subject(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    definite = len(word.key) >= _SHORTEST_NOUN and word.key.endswith(_DEFINITE)
    return definite or word.key in _OTHERS | _OF_SUBJECT


def _somebody_does(words: Sequence[Word], thing: Thing, first: int, last: int) -> bool:
    """ "Der kører han med trailer", "vi sender dem på liftkursus": a subject beside its verb."""
    own = [at for at in range(first, last + 1) if not thing.first <= at <= thing.last]
    return any(
        other - at == 1
        and (
            (words[at].key in _OTHERS and _is_doing(words[other].key))
            or (_is_doing(words[at].key) and words[other].key in _OTHERS)
        )
        for at, other in pairwise(own)
    )


def _is_doing(key: str) -> bool:
    return key in _forms()


@cache
def _forms() -> frozenset[str]:
    """The present, the past and the passive of what somebody does."""
    made = (f"{verb}{end}" for verb in _DOING for end in ("r", "de", "s"))
    short = (f"{verb[:-1]}te" for verb in _DOING if verb.endswith("e"))
    return frozenset((*made, *short, *_IRREGULAR))


def _tells_of_the_firm(words: Sequence[Word], thing: Thing) -> bool:
    """What stands below "Om os:", up to the next heading."""
    for at in range(thing.first, max(0, thing.first - _SECTION), -1):
        if ":" in words[at].gap or "?" in words[at].gap:
            line = words[max(0, at - _HEADING) : at]
            starts = [place for place, word in enumerate(line) if "\n" in word.gap or ". " in word.gap]
            heading = line[starts[-1] :] if starts else line
            return " ".join(word.key for word in heading) in _ABOUT_THE_FIRM
    return False
