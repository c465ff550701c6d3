"""Driving licences and their categories: "kørekort B og C/E", "C-kørekort", "prawo jazdy kat. B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.licence_letters import CATEGORIES, stands_for_licence
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_LICENCE: PhraseIndex[bool] = PhraseIndex(
    (wording, True)
    for wording in (
        "kørekort", "k kort", "førerkort", "førerbevis", "körkort", "driving licence", "driving license",
        "drivers licence",
        "drivers license", "driver's licence", "driver's license", "driver licence", "driver license", "führerschein",
        "prawo jazdy", "prawa jazdy", "permis de conduire", "permis conducere", "permiso de conducir",
        "carnet de conducir", "patente di guida", "ehliyet", "vozačka dozvola", "rijbewijs", "kk", "krt",
        "водійські права", "водительские права", "права категорії", "رخصة قيادة", "driving permit", "driving lisence",
        "маю права", "permis", "permis auto", "ehliyetim", "liisanka gaadhiga", "liisanka gaariga",
        "liisanka baabuurka", "liisanka darawalnimada", "prawko",
    )
)  # fmt: skip
_CARD = "koerekort"
_DRIVER_CARD = "foererkort"  # the tachograph card in Danish; a licence only as Norwegian, with its category
_CARDS = {"kort": "-", "kortet": "-", "licence": " -", "license": " -"}  # the gaps that may stand before
_CLEAR = frozenset({"b", "be", "b/e", "c", "c1", "ce", "c/e", "d", "d1"})  # "c kort", in whatever case
_NEVER_LOWER = frozenset({"a", "de", "am"})  # common small words of Danish and English
_FILLERS = word_set("licences", "fillers")
_POLISH_AND = "i"  # in Danish "in": only before a category in capitals
_DRIVERS = ("chauff", "chf", "driver")


def licences(words: Sequence[Word], *, bare_letters: bool) -> list[Thing]:
    """Every driving licence; one without a category is B, as people mean it; `bare_letters`: a field of licences."""
    found = list(_cards(words))
    for match in _LICENCE.find(words):
        categories = list(_categories_after(words, match.last)) or list(_category_before(words, match.first))
        if not categories and words[match.first].key.startswith(_DRIVER_CARD):
            continue
        if not categories:
            found.append(_licence("B", match.first, match.last))
        for number, (place, category) in enumerate(categories):
            first = min(match.first, place) if number == 0 else place
            found.append(_licence(category, first, max(match.last, place) if number == 0 else place))
    found.extend(_behind_other_cards(words))
    taken = {index for thing in found for index in range(thing.first, thing.last + 1)}
    found.extend(thing for thing in _alone(words, bare_letters=bare_letters) if thing.first not in taken)
    return found


def _behind_other_cards(words: Sequence[Word]) -> Iterator[Thing]:
    """ "Erhvervskørekort D", "lastbilkørekort C/E"."""
    for index, word in enumerate(words):
        if word.key.endswith(_CARD) and word.key != _CARD:
            yield from (_licence(category, place, place) for place, category in _categories_after(words, index))


def _cards(words: Sequence[Word]) -> Iterator[Thing]:
    """ "B-kort", "C/E-kort" and "D licence"."""
    for index in range(1, len(words)):
        gaps = _CARDS.get(words[index].key)
        parted = gaps is not None and words[index].gap == " " and words[index - 1].key in _CLEAR
        if gaps is not None and (words[index].gap in gaps or parted) and (found := _category(words[index - 1])):
            yield _licence(found, index - 1, index)


def _licence(category: str, first: int, last: int) -> Thing:
    return Thing(RequirementKind.DRIVING_LICENCE, category, first, last)


def _categories_after(words: Sequence[Word], last: int) -> Iterator[tuple[int, str]]:
    index = last + 1
    skipped = 0
    while index < len(words) and words[index].sentence == words[last].sentence:
        word = words[index]
        if (category := _category(word)) and not (_shows_a_date(words, index) or _is_the_verb(words, last, index)):
            yield index, category
            skipped = 0
        elif (word.key in _FILLERS or _joins_in_polish(words, index)) and skipped < 2:
            skipped += 1
        else:
            return
        index += 1


def _joins_in_polish(words: Sequence[Word], index: int) -> bool:
    after = words[index + 1] if index + 1 < len(words) else None
    return words[index].key == _POLISH_AND and after is not None and after.text.isupper()


def _category_before(words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
    english = words[first].key.startswith("driv")  # "a driving licence" is one, not one for motorcycles
    if english and words[first - 1 if first else 0].key == "a":
        return
    if first and words[first].gap in {" ", "-"} and (category := _category(words[first - 1])):
        if (
            first > 2 and words[first - 2].key in _FILLERS and words[first - 2].gap.startswith("-")
        ):  # "T- og B-kørekort"
            yield from ((first - 3, other) for other in filter(None, [_category(words[first - 3])]))
        yield first - 1, category


def _category(word: Word) -> str | None:
    if word.key in _NEVER_LOWER and not word.text.isupper():
        return None
    return CATEGORIES.get(word.key)


def _shows_a_date(words: Sequence[Word], index: int) -> bool:
    """ "Kørekort d. 1/5" is a day, not category D."""
    return words[index].text == "d" and index + 1 < len(words) and words[index + 1].gap.startswith(".")


def _is_the_verb(words: Sequence[Word], last: int, index: int) -> bool:
    """ "A driving license (category C), be fluent in English"."""
    return words[index].text == "be" and words[index].clause != words[last].clause


def _alone(words: Sequence[Word], *, bare_letters: bool) -> Iterator[Thing]:
    for index, word in enumerate(words):
        written_out = "/" in word.key and word.key in CATEGORIES
        of_driver = word.text in {"CE", "ce", "C", "D"} and any(
            other.key.startswith(_DRIVERS) for other in words[max(0, index - 3) : index]
        )
        alone = word.key in _CLEAR and _is_whole_sentence(words, index) and len(word.key) > 1
        letters = written_out or alone or of_driver or stands_for_licence(words, index)
        listed = bare_letters and word.text.isupper() and len(words) <= 6 and _no_certificate(words)
        if letters or (listed and word.key in CATEGORIES):
            yield _licence(CATEGORIES[word.key], index, index)


def _is_whole_sentence(words: Sequence[Word], index: int) -> bool:
    near = words[max(0, index - 1) : index + 2]
    return sum(word.sentence == words[index].sentence for word in near) == 1


def _no_certificate(words: Sequence[Word]) -> bool:
    return all(
        word.key in CATEGORIES or word.key in _FILLERS or word.key.isdecimal() or word.key.endswith("koerekort")
        for word in words
    )
