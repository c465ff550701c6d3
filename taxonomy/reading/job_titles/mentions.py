"""Titles in a field as mentions of occupations; titles of other people count little."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import OccupationMention, TextField
from taxonomy.reading.job_titles.title_forms import title_words
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, quote

OF_OTHERS = 0.4  # factor for "i samarbejde med sygeplejersker": judgement
_OTHERS = word_set("mentions", "others")
_BACK = 6  # words
_VAGUE = title_words("vague")


def mentions(field: TextField, words: list[Word], titles: Sequence[TitleFound]) -> list[OccupationMention]:
    """Every occupation that the field names, with its words."""
    return [
        OccupationMention(
            meant.occupation,
            round(meant.score * (OF_OTHERS if field.name == "text" and _of_others(words, title.first) else 1.0), 4),
            quote(field, words, title.first, title.last),
        )
        for title in titles
        if not (field.name == "text" and title.first == title.last and words[title.first].key in _VAGUE)
        for meant in title.meant
    ]


def _of_others(words: Sequence[Word], first: int) -> bool:
    sentence = words[first].sentence
    return any(word.sentence == sentence and word.key in _OTHERS for word in words[max(0, first - _BACK) : first])
