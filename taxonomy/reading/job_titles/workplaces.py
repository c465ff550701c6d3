"""Occupations behind a place or an activity: "noget på lager" wishes for a warehouse job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from taxonomy.concepts import Occupation
from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.findings import OccupationMention, TextField
from taxonomy.reading.job_titles.title_forms import title_words
from taxonomy.reading.job_titles.titles_abroad import folded_name, folded_titles_abroad, titles_abroad
from taxonomy.reading.text.phrases import Found, PhraseIndex
from taxonomy.reading.text.words import Word, quote

IMPLIED = 0.6  # score: the place says where, not what; judgement
NAMED = 1.0  # the job's own name, in another language


@cache
def workplace_index() -> PhraseIndex[str]:
    """The words for places and activities, and names of jobs abroad, with the occupations they stand for."""
    file = TaxonomyFile(DATA / "reading" / "workplaces.toml")
    phrases: list[tuple[str, str]] = []
    for table, content in file.tables(required=frozenset({"entries"})):
        for line in filter(None, map(str.strip, str(content["entries"]).splitlines())):
            words, colon, occupations = line.partition(":")
            if not colon:
                raise file.error(table, f"„{line}“ mangler sin stilling; skriv „ord, ord: stillings_id“", near=line)
            phrases.extend((word, key) for word in comma_list(words) for key in comma_list(occupations))
    written = {folded_name(words) for words, _ in phrases}  # a form made by rule may be another word: "bucătării"
    return PhraseIndex([*(one for one in titles_abroad() if folded_name(one[0]) not in written), *phrases])


def implied_mentions(
    field: TextField, words: list[Word], occupations: Mapping[str, Occupation]
) -> Sequence[OccupationMention]:
    """The occupations that the field's places and activities imply, as far as the catalog has them."""
    index = workplace_index()
    matches = list(index.find(words))
    seen = {place for match in matches for place in range(match.first, match.last + 1)}
    for place, word in enumerate(words):
        if place not in seen and (head := _head(word.key)):
            matches.append(Found(place, place, index.single_words[head]))
    return [mention for match in matches for mention in implied_by(field, words, match, occupations)]


def _head(key: str) -> str | None:
    """ "butik" of "chokoladebutik": whatever is sold there, people serve customers."""
    return next((head for head in _heads() if key.endswith(head) and len(key) > len(head) + 2), None)


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(workplace_index().single_words.keys() & title_words("workplace_heads")))


def implied_by(
    field: TextField, words: list[Word], match: Found[str], occupations: Mapping[str, Occupation]
) -> Sequence[OccupationMention]:
    """The same for one place that was found."""
    said = quote(field, words, match.first, match.last)
    named = " ".join(word.key for word in words[match.first : match.last + 1]) in folded_titles_abroad()
    score = NAMED if named else IMPLIED
    return [OccupationMention(occupation, score, said) for occupation in match.payloads if occupation in occupations]
