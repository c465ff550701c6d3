"""Programs, methods and machines that nobody listed: names that the words ask for keep the text's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from taxonomy.language import fold
from taxonomy.places import places
from taxonomy.reading.cue import CueInText
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_SMALL = word_set("names", "small")
_NO_NAMES = word_set("names", "none")
_IN_SMALL_LETTERS = frozenset({"e-conomic", "dbt", "monday.com", "pytest"})
# Behind these a capital may only open a line that was lost: "som den skal Løse opgaver", "uddannet i Danmark".
_VERBS = frozenset({"skal", "uddannet", "uddannede", "kan", "vil"})
_SHORTEST, _LONGEST = 3, 3  # letters of a name's first word, words of a name


def names_asked(
    words: Sequence[Word],
    found: Sequence[Thing],
    cues: Sequence[CueInText],
    is_known: Callable[[str], bool],
    may_be_a_name: Callable[[str], bool],
) -> Iterator[Thing]:
    """A skill for each unknown name that stands right beside a cue: "gerne Invisalign", "Winner er et plus"."""
    taken = {place for thing in found for place in range(thing.first, thing.last + 1)}
    taken |= {place for cue in cues for place in range(cue.first, cue.last + 1)}
    # "SARA" is a register, though "Sara Stedy" is a lift.
    capitals = {word.key for word in words if word.text.isupper() and may_be_a_name(word.key)}

    def is_known_here(key: str) -> bool:
        return key not in capitals and is_known(key)

    for cue in cues:
        run = _behind(words, cue, is_known_here) if cue.cue.before else range(0)
        run = run or (_before(words, cue, is_known_here) if cue.cue.after else range(0))
        if run and not taken & set(run):
            taken |= set(run)
            key = " ".join(words[place].text.lower() for place in run)
            yield Thing(RequirementKind.SKILL, key, run.start, run.stop - 1)


def is_name(key: str) -> bool:
    """Whether a skill's key is the name of a program and no common noun."""
    return any(letter.isupper() for letter in key) or key in _IN_SMALL_LETTERS


def _behind(words: Sequence[Word], cue: CueInText, is_known: Callable[[str], bool]) -> range:
    start = cue.last + 1
    plain = words[cue.last].key in _VERBS
    while start < len(words) and words[start].clause == words[cue.last].clause and words[start].key in _SMALL:
        start += 1
    end = start
    while end < len(words) and end - start < _LONGEST and words[end].clause == words[cue.last].clause:
        if not _is_name(words, end, is_known) or (plain and words[end].text[1:].islower()):
            break
        end += 1
    return range(start, end)


def _before(words: Sequence[Word], cue: CueInText, is_known: Callable[[str], bool]) -> range:
    end = start = cue.first
    while start and end - start < _LONGEST and words[start - 1].clause == words[cue.first].clause:
        if not _is_name(words, start - 1, is_known):
            break
        start -= 1
    return range(start, end)


def _is_name(words: Sequence[Word], index: int, is_known: Callable[[str], bool]) -> bool:
    """Not at the start of a sentence, written like a name, and neither a known word nor a place."""
    text, opens = words[index].text, not index or words[index - 1].sentence != words[index].sentence
    inner = any(letter.isupper() for letter in text[1:]) or (text[:1].isupper() and any(x.isdecimal() for x in text))
    if len(text) < _SHORTEST or text.isdecimal() or (text.isupper() and len(text) > 6):
        return False
    if not (inner or (text[0].isupper() and not opens)):
        return False
    key = words[index].key
    return key not in _NO_NAMES and key not in place_words() and not is_known(key)


@cache
def place_words() -> frozenset[str]:
    """The folded words of the names of towns."""
    return frozenset(fold(part) for place in places().values() for part in place.name.split())
