"""A title that means several things, settled by the words that stand around it in the order or the CV."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from taxonomy.catalog import Catalog
from taxonomy.language.compounds import plain_forms
from taxonomy.reading.findings import OccupationMention, Quote, TextField
from taxonomy.reading.job_titles.workplaces import IMPLIED
from taxonomy.reading.reader import reader_of
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.words import cut, quote
from taxonomy.tables.ambiguous_titles import AmbiguousTitle

SETTLED = 0.75  # score: named by its surroundings, not by itself; judgement, as all scores of reading
OUTVOTED = 0.6  # what a title's usual meaning is left with where the surroundings say another
BESIDE = 2  # votes; a word in the same field as the title tells more than one further away
MOST_READ = 5_000  # characters of a field; what stands further away tells nothing about the title
_SIGN_IN_COMPOUND = 5  # letters; a shorter sign stands for itself alone: "it" is in far too many words


def settled(
    fields: Sequence[TextField], mentions: Sequence[OccupationMention], catalog: Catalog
) -> tuple[OccupationMention, ...]:
    """The mentions, with what the heading's ambiguous title means put first where the surroundings tell it.

    An order that names no occupation at all is settled by the first ambiguous title of its text.
    """
    for name in ("title",) if mentions else ("title", "text"):
        field = next((one for one in fields if one.name == name), None)
        if field is not None and (found := settled_in(field, fields, mentions, catalog)):
            return found
    return tuple(mentions)


def ambiguous_words(text: str, catalog: Catalog) -> str | None:
    """The text's own words for its first title that means several things; None where there is none."""
    words = reader_of(catalog).cut(text[:MOST_READ])
    match = next(iter(_index(catalog).find(words)), None)
    return text[words[match.first].start : words[match.last].end] if match else None


def settled_in(
    field: TextField, fields: Sequence[TextField], mentions: Sequence[OccupationMention], catalog: Catalog
) -> tuple[OccupationMention, ...] | None:
    """The mentions of one field, its ambiguous title settled by the words of it and the others; None if it is not."""
    words = reader_of(catalog).cut(field.text[:MOST_READ])
    match = next(iter(_index(catalog).find(words)), None)
    if match is None:
        return None
    quoted = quote(field, words, match.first, match.last)
    if any(_is_another_title(mention, quoted) for mention in mentions):
        return None
    beside = " ".join(word.key for at, word in enumerate(words) if not match.first <= at <= match.last)
    further = " ".join(word.key for one in fields if one is not field for word in cut(one.text[:MOST_READ]))
    occupation = _winner(match.payloads[0], beside, further)
    if occupation is None:
        return None
    others = [
        replace(one, score=round(one.score * OUTVOTED, 4)) if one.quote == quoted else one
        for one in mentions
        if (one.occupation, one.quote) != (occupation, quoted)
    ]
    usual = any((one.occupation, one.quote) == (occupation, quoted) for one in mentions)
    return tuple(mentions) if usual else (OccupationMention(occupation, SETTLED, quoted), *others)


def _is_another_title(mention: OccupationMention, quoted: Quote) -> bool:
    """A title of its own beside the ambiguous one, or one that it is a part of; a place that implies work is none."""
    return mention.quote.field == quoted.field and mention.quote != quoted and mention.score > IMPLIED


def _winner(title: AmbiguousTitle, beside: str, further: str) -> str | None:
    """The meaning with most words around; None where none or two are ahead."""
    near, far = _Surroundings(beside), _Surroundings(further)
    found = [{sign for sign in _signs(meaning.signs) if sign in near or sign in far} for meaning in title.meanings]
    every = {sign for signs in found for sign in signs}
    votes = [
        sum(BESIDE if sign in near else 1 for sign in signs if not _within_another(sign, every)) for signs in found
    ]
    most = max(votes)
    return title.meanings[votes.index(most)].occupation if most and votes.count(most) == 1 else None


def _within_another(sign: str, every: Collection[str]) -> bool:
    """ "Linje" tells nothing where "pakkelinje" stands."""
    return any(sign in other and sign != other for other in every)


class _Surroundings:
    """Folded words in which signs are sought, whole or, from five letters on, as a part of a longer word."""

    def __init__(self, keys: str) -> None:
        self._text = f" {keys} "
        self._forms = frozenset(form for key in keys.split() for form in plain_forms(key))

    def __contains__(self, sign: str) -> bool:
        if len(sign) >= _SIGN_IN_COMPOUND:
            return sign in self._text
        return sign in self._forms or (" " in sign and f" {sign} " in self._text)


@cache
def _signs(signs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(word.key for word in cut(sign)) for sign in signs)


@lru_cache(maxsize=4)
def _index(catalog: Catalog) -> PhraseIndex[AmbiguousTitle]:
    return PhraseIndex((word, title) for title in catalog.ambiguous_titles.values() for word in title.words)
