"""What else a list of experience names: "erfaring med salg, indkøb og logistik", "fra lager eller transport"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from taxonomy.reading.past_work.own_words import own_words
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

Named = dict[int, tuple[str, int]]  # where it stands -> key, last word

ADJECTIVES = (
    "ende", "lig", "ligt", "lige", "isk", "iske", "et", "ede", "som", "somt", "tidligere", "able", "ous", "ed",
)  # fmt: skip
_NOT_WITH = word_set("experience", "not_with")
_ENDS = word_set("experience", "ends")
_OR = frozenset({"eller", "el", "or"})
_JOINING = _OR | {"og", "samt", "and"}
_PLACES = frozenset({"fra", "from", "indenfor"})  # "fra butik, kantine og rengøring": branches, listed by us or not
_SHORTEST_NOUN = 4  # letters


def is_noun(word: Word) -> bool:
    """Whether the word may name a field of work that nobody listed."""
    noun = len(word.key) >= _SHORTEST_NOUN and word.key.isalpha() and not word.key.endswith(ADJECTIVES)
    return noun and word.key not in _NOT_WITH | _ENDS


def listed_on(words: Sequence[Word], index: int, last: int, known: Mapping[int, tuple[str, int]]) -> Named:
    """What stands behind `last` in the list of what the word at `index` is about; none unless the list is closed.

    `known` are the skills and titles behind the word, which may be listed anywhere; other nouns only as the last of
    alternatives, or where the list tells of branches.
    """
    if last < index:
        return {}
    places = index + 1 < len(words) and words[index + 1].key in _PLACES
    found: Named = {}
    closing = ""
    while not closing and (start := _next(words, last)) is not None:
        closing = words[start - 1].key if words[start - 1].key in _JOINING else ""
        item = known.get(start) or (_noun(words, start) if places or closing in _OR else None)
        if item is None:
            return {}
        found[start] = item
        last = item[1]
    return found if closing else {}


def _next(words: Sequence[Word], last: int) -> int | None:
    """Where the next of a list begins: behind "og" or "eller", or a comma and nothing else."""
    if last + 1 >= len(words) or words[last + 1].sentence != words[last].sentence:
        return None
    comma = words[last + 1].gap.strip() == ","
    if words[last + 1].clause != words[last].clause and not comma:
        return None
    if words[last + 1].key in _JOINING:
        return last + 2 if last + 2 < len(words) and words[last + 2].clause == words[last + 1].clause else None
    return last + 1 if comma else None


def _noun(words: Sequence[Word], place: int) -> tuple[str, int] | None:
    """A noun that ends its clause or what is said of the experience."""
    after = words[place + 1] if place + 1 < len(words) else None
    ends = after is None or after.clause != words[place].clause or after.key in _ENDS
    own = own_words(words, place - 1, place) if ends and is_noun(words[place]) else None
    return None if own is None else (own.key, place)
