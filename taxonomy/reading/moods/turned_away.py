"""Who is turned away for what they have already: "er du uddannet pædagog, så søg vores anden stilling"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_ASKS = word_set("turned_away", "asks")
_YOU = word_set("turned_away", "you")
_GROUPS = word_set("turned_away", "groups")
_ALREADY = word_set("exclusions", "already")
_SENT_ON = word_set("turned_away", "sent_on")
_ELSEWHERE = word_set("turned_away", "elsewhere")
_THIS = word_set("turned_away", "this")

_REACH = 5  # words behind a denial in which stands what is denied
_KINDS = frozenset({RequirementKind.EDUCATION, RequirementKind.AUTHORISATION})
_WITH_ALREADY = frozenset({RequirementKind.DRIVING_LICENCE, RequirementKind.CERTIFICATE})


def turned_away(words: Sequence[Word], named: Sequence[Thing]) -> Iterator[int]:
    """Of each thing that turns its holder away the word before which the sentence supposes somebody to have it."""
    for thing in named:
        sentence = [at for at, word in enumerate(words) if word.sentence == words[thing.first].sentence]
        before = [at for at in sentence if at < thing.first]
        already = any(words[at].key in _ALREADY for at in before)
        if thing.kind not in (_KINDS | _WITH_ALREADY if already else _KINDS):
            continue
        supposed = _supposed(words, before, already=already)
        if supposed is not None and _refuses([words[at] for at in sentence if at > thing.last]):
            yield supposed


def _supposed(words: Sequence[Word], before: Sequence[int], *, already: bool) -> int | None:
    """ "Er du", "hvis du allerede", "folk der allerede har", "allerede udlærte"; None where nobody is supposed."""
    for at, behind in pairwise(before):
        if words[at].key in _ASKS and words[behind].key in _YOU:
            return at
    opens = before and (words[before[0]].key in _GROUPS or words[before[0]].key in _ALREADY)
    return before[0] if opens and already else None


def _refuses(rest: Sequence[Word]) -> bool:
    keys = [word.key for word in rest]
    if _SENT_ON & set(keys) and _ELSEWHERE & set(keys):
        return True
    for place in range(len(rest)):
        near = keys[place + 1 : place + 1 + _REACH]
        if is_negator(rest, place) and (_THIS & set(near[:2]) or _is_for_you(near)):
            return True
    return False


def _is_for_you(keys: Sequence[str]) -> bool:
    return any((one, other) in {("for", "dig"), ("til", "dig"), ("for", "you")} for one, other in pairwise(keys))
