"""Titles that in a text of another language are ordinary words: "a major platform", "personas mayores"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.language import text_language
from taxonomy.language.compounds import plain_forms
from taxonomy.language.detecting import UNKNOWN, common_words
from taxonomy.reading.job_titles.title_forms import title_words
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.job_titles.titles_abroad import folded_titles_abroad
from taxonomy.reading.text.words import Word

_TITLES_ARE_OURS = frozenset({"da", "en", "no", "sv", UNKNOWN})  # a Swede or a Norwegian titles much as a Dane
_ATTRIBUTIVE = title_words("attributive")


def without_ordinary_words(text: str, words: Sequence[Word], titles: Sequence[TitleFound]) -> list[TitleFound]:
    """The titles of the words without those that are none in the language of the text they come from."""
    if all(_is_surely_one(words, title) for title in titles):
        return list(titles)
    abroad = text_language(text) not in _TITLES_ARE_OURS
    return [
        title
        for title in titles
        if _is_surely_one(words, title)
        or not ((abroad and not _is_title_abroad(words[title.first].key)) or _is_attribute(words, title.first))
    ]


def _is_surely_one(words: Sequence[Word], title: TitleFound) -> bool:
    """Of several words, or in capitals that no line or sentence gave it."""
    word = words[title.first]
    opens = not title.first or words[title.first - 1].sentence != word.sentence
    return title.first != title.last or not (word.text.islower() or (opens and word.text.istitle()))


def _is_title_abroad(key: str) -> bool:
    return any(form in folded_titles_abroad() for form in plain_forms(key))


def _is_attribute(words: Sequence[Word], index: int) -> bool:
    """ "A major cloud provider", "our principal product"; "a principal with experience" is one."""
    if words[index].key not in _ATTRIBUTIVE or index + 1 >= len(words):
        return False
    after = words[index + 1]
    return after.gap == " " and after.key.isalpha() and after.key not in common_words()
