"""How many people an order is for: "2 mand", "3 stk.", "to medarbejdere"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.text.number_words import NUMBER_WORDS
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

MOST = 300  # positions; a larger number is something else
_PEOPLE = word_set("positions", "people")
_SEEKING = word_set("positions", "seeking")
_UNITS = word_set("positions", "units")
_PLURAL_ENDS = ("arbejdere", "oerer", "hjaelpere", "assistenter", "teknikere", "montoerer", "vagter", "svende", "ister")
_AND, _FURTHER = frozenset({"og", "samt", "plus", "and"}), 8  # words behind the first number
_BETWEEN = 2  # adjectives between the number and the people: "2 erfarne, friske tømrere"


def positions(words: Sequence[Word], titles: Sequence[TitleFound], *, heading: bool) -> int | None:
    """The number of people sought; in running text only in a sentence that seeks somebody or opens the text."""
    if heading and (times := _times(words)):
        return times
    people = {title.first for title in titles} | {index for index, word in enumerate(words) if word.key in _PEOPLE}
    for index, word in enumerate(words):
        count = _count(word)
        if count and _meets_people(words, index, people) and (heading or _is_sought(words, index)):
            return count + _joined(words, index, people)
        if count and _sought_barely(words, index):
            return count
    return None


def _times(words: Sequence[Word]) -> int | None:
    """ "Malere x3", "malere x 3" as a heading ends."""
    last = words[-1].key if words else ""
    digits = last if len(words) > 1 and words[-2].key == "x" else last.removeprefix("x") if last[:1] == "x" else ""
    return int(digits) if digits.isdecimal() and digits.isascii() and 0 < int(digits) <= MOST else None


def _joined(words: Sequence[Word], index: int, people: set[int]) -> int:
    """ "2 SSH og 1 SSA": how many more the numbers behind, joined to the first, count."""
    behind = range(index + 2, min(len(words), index + 2 + _FURTHER))
    added = {at for at in behind if words[at].gap.endswith("+ ")}  # "2 medarb. + 1 chauffør"
    same = [at for at in behind if words[at].clause == words[index].clause and words[at - 1].key in _AND]
    more = [at for at in {*same, *added} if _meets_people(words, at, people)]
    return sum(_count(words[at]) or 0 for at in more)


def _sought_barely(words: Sequence[Word], index: int) -> bool:
    """ "Søger 2 til nat": the number stands for the people."""
    after = words[index + 1].key if index + 1 < len(words) else ""
    before = words[index - 1].key if index else ""
    return (
        before in _SEEKING - {"har", "have", "skal", "vil", "ny"}
        and after in {"til", "som", "der", "med", "m"}
        and not (index + 2 < len(words) and words[index + 2].key.isdecimal())
    )


def _count(word: Word) -> int | None:
    if word.key in NUMBER_WORDS:
        return NUMBER_WORDS[word.key]
    count = int(word.key) if word.key.isdecimal() and word.key.isascii() and len(word.key) <= 3 else 0
    return count if 1 <= count <= MOST else None


def _meets_people(words: Sequence[Word], index: int, people: set[int]) -> bool:
    for place in range(index + 1, min(index + 2 + _BETWEEN, len(words))):
        if words[place].sentence != words[index].sentence or words[place].key in _UNITS or words[place].key.isdecimal():
            return False
        if place in people or words[place].key.endswith(_PLURAL_ENDS):
            return True
    return False


def _is_sought(words: Sequence[Word], index: int) -> bool:
    if index == 0:
        return True
    sentence = words[index].sentence
    before = [word for word in words[max(0, index - 8) : index] if word.sentence == sentence]
    has = {"har", "have"}  # "firmaet har 25 svende": only "vi har 2 ledige stillinger" seeks anybody
    behind = {word.key for word in words[index + 1 : index + 3]}
    seeking = [word for word in before if word.key in _SEEKING and (word.key not in has or behind & {"ledige", "brug"})]
    # "Du får 20 kolleger" and "vi er 12 medarbejdere" tell of those who are there already.
    there = any(word.key in {"er", "faar", "moede", "sammen", "vores", "blandt", "dine", "af"} for word in before)
    return (bool(seeking) or not before) and not there
