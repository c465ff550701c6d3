"""Shared ends of compounds written once: "straffe- og børneattest" is a straffeattest and a børneattest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from taxonomy.language import base_lexicon, fold
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_JOINING = word_set("elisions", "joining")
_HEADS = tuple(sorted(word_set("elisions", "heads"), key=len, reverse=True))
_OF_RECORD, _OF_CHILDREN = "straffe", "boerne"
_MOST = 3  # cut words before the whole one: "dag-, aften- og natvagt" has two


def with_whole_words(words: Sequence[Word], is_word: Callable[[str], bool]) -> list[Word]:
    """The words; one cut short before "og" or "eller" goes by the compound that it stands for, if that is a word."""
    whole = [_with_its_end(words, index) if word.key == _OF_CHILDREN else word for index, word in enumerate(words)]
    for index in range(len(words) - 2):
        if _is_cut(words, index) and (head := _head(words, index)) and is_word(words[index].key + head):
            whole[index] = replace(words[index], key=words[index].key + head)
    return whole


def _with_its_end(words: Sequence[Word], index: int) -> Word:
    """ "Straffe+børne" asks for two attests."""
    word, ends = words[index], index + 1 >= len(words) or words[index + 1].clause != words[index].clause
    if (
        word.key != _OF_CHILDREN
        or not ends
        or not any(one.key == _OF_RECORD for one in words[max(0, index - 2) : index])
    ):
        return word
    return replace(word, key=f"{word.key}attest")


def _is_cut(words: Sequence[Word], index: int) -> bool:
    after = words[index + 1]
    return after.gap.startswith("-") and after.gap != "-" and (after.key in _JOINING or "," in after.gap)


def _head(words: Sequence[Word], index: int) -> str:
    """The last part of the first word behind that is no cut one itself."""
    for place in range(index + 1, min(len(words), index + 2 * _MOST)):
        if words[place].key in _JOINING or (place + 1 < len(words) and _is_cut(words, place)):
            continue
        key = words[place].key
        known = next((head for head in _HEADS if key.endswith(head) and key != head), "")
        parts = base_lexicon().split(key)
        return known or (fold(parts[-1]) if len(parts) > 1 else "")
    return ""
