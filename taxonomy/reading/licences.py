"""Driving licences and their categories: "kørekort B og C/E", "C-kørekort", "prawo jazdy kat. B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.phrases import PhraseIndex
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_LICENCE: PhraseIndex[bool] = PhraseIndex(
    (wording, True)
    for wording in (
        "kørekort", "k kort", "førerkort", "førerbevis", "körkort", "driving licence", "driving license",
        "drivers licence",
        "drivers license", "driver's licence", "driver's license", "driver licence", "driver license", "führerschein",
        "prawo jazdy", "prawa jazdy", "permis de conduire", "permis conducere", "permiso de conducir",
        "carnet de conducir", "patente di guida", "ehliyet", "vozačka dozvola", "rijbewijs", "kk", "krt",
        "водійські права", "водительские права", "права категорії", "رخصة قيادة", "driving permit", "driving lisence",
        "маю права", "permis", "permis auto",
    )
)  # fmt: skip
# Categories as people write them; one letter counts only as a capital or right after the licence word.
_CATEGORIES = {
    "am": "AM", "a": "A", "b": "B", "be": "B/E", "b/e": "B/E", "c1": "C1", "c": "C", "c1e": "C1/E", "c1/e": "C1/E",
    "ce": "C/E", "c/e": "C/E", "d1": "D1", "d": "D", "de": "D/E", "d/e": "D/E", "tm": "TM", "traktor": "TM",
    "lastbil": "C", "bus": "D", "personbil": "B", "varebil": "B", "bil": "B",
}  # fmt: skip
_DRIVER_CARD = "foererkort"  # the tachograph card in Danish; a licence only as Norwegian, with its category
_CARDS = {"kort": "-", "kortet": "-", "licence": " -", "license": " -"}  # the gaps that may stand before
_CLEAR = frozenset({"b", "be", "b/e", "c", "c1", "ce", "c/e", "d", "d1"})  # "c kort", in whatever case
_NEVER_LOWER = frozenset({"a", "de", "am"})  # common small words of Danish and English
_FILLERS = frozenset(
    {
        "kat",
        "kategori",
        "kategorier",
        "klasse",
        "class",
        "category",
        "til",
        "type",
        "kl",
        "kategorie",
        "grupa",
        "kategorii",
    }
    | {"og", "eller", "and", "or"}
)
_JOINING = word_set("licences", "joining")
# A category by its letter alone, where something is said of it.
_LONE = frozenset({"B", "C", "D", "CE", "BE", "DE", "C1", "D1"})
_DEMANDED = frozenset({"krav", "kraeves", "skal", "kraever"})
_EITHER = frozenset({"eller", "el", "og"})
_LORRIES = frozenset({"C1", "CE", "BE", "D1"})
_ASKING = word_set("licences", "asking")
_SAID = word_set("licences", "said")
_DRIVING = tuple(word_set("licences", "driving"))
_CLASSED = ("truck", "kran", "gaffel", "stabler", "klasse", "hold")
_MARKS = ("maerk", "mark", "godkend")
_NEAR = 8  # words
_DRIVERS = ("chauff", "chf", "driver")


def licences(words: Sequence[Word], *, bare_letters: bool) -> list[Thing]:
    """Every driving licence; one without a category is B, as people mean it; `bare_letters`: a field of licences."""
    found = list(_cards(words))
    for match in _LICENCE.find(words):
        categories = list(_categories_after(words, match.last)) or list(_category_before(words, match.first))
        if not categories and words[match.first].key == _DRIVER_CARD:
            continue
        if not categories:
            found.append(_licence("B", match.first, match.last))
        for number, (place, category) in enumerate(categories):
            first = min(match.first, place) if number == 0 else place
            found.append(_licence(category, first, max(match.last, place) if number == 0 else place))
    taken = {index for thing in found for index in range(thing.first, thing.last + 1)}
    found.extend(thing for thing in _alone(words, bare_letters=bare_letters) if thing.first not in taken)
    return found


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
        if (category := _category(word)) and not _shows_a_date(words, index):
            yield index, category
            skipped = 0
        elif word.key in _FILLERS and skipped < 2:
            skipped += 1
        else:
            return
        index += 1


def _category_before(words: Sequence[Word], first: int) -> Iterator[tuple[int, str]]:
    english = words[first].key.startswith("driv")  # "a driving licence" is one, not one for motorcycles
    if english and words[first - 1 if first else 0].key == "a":
        return
    if first and words[first].gap in {" ", "-"} and (category := _category(words[first - 1])):
        yield first - 1, category


def _category(word: Word) -> str | None:
    if word.key in _NEVER_LOWER and not word.text.isupper():
        return None
    return _CATEGORIES.get(word.key)


def _shows_a_date(words: Sequence[Word], index: int) -> bool:
    """ "Kørekort d. 1/5" is a day, not category D."""
    return words[index].text == "d" and index + 1 < len(words) and words[index + 1].gap.startswith(".")


def _alone(words: Sequence[Word], *, bare_letters: bool) -> Iterator[Thing]:
    for index, word in enumerate(words):
        written_out = "/" in word.key and word.key in _CATEGORIES
        of_driver = word.text in {"CE", "ce", "C", "D"} and any(
            other.key.startswith(_DRIVERS) for other in words[max(0, index - 3) : index]
        )
        alone = word.key in _CLEAR and _is_whole_sentence(words, index) and len(word.key) > 1
        letters = written_out or alone or of_driver or _stands_for_licence(words, index)
        listed = bare_letters and word.text.isupper() and len(words) <= 6 and _no_certificate(words)
        if letters or (listed and word.key in _CATEGORIES):
            yield _licence(_CATEGORIES[word.key], index, index)


def _is_whole_sentence(words: Sequence[Word], index: int) -> bool:
    near = words[max(0, index - 1) : index + 2]
    return sum(word.sentence == words[index].sentence for word in near) == 1


def _stands_for_licence(words: Sequence[Word], index: int) -> bool:
    """ "C er nok", "skal have B", "CE og kval.bevis": a category that something is said of."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else None
    if word.text not in _LONE or (after is not None and (after.gap == "-" or after.key.startswith(_MARKS))):
        return False
    ahead = [one for one in words[max(0, index - _NEAR) : index] if one.sentence == word.sentence]
    if any(one.key.startswith(_CLASSED) for one in ahead):
        return False
    if word.text in {"CE", "BE"} or _is_one_of_two(words, index):
        return True
    if _is_counted_up(words, index) or _is_held_for(words, index):
        return True
    before = words[index - 1] if index and words[index - 1].clause == word.clause else None
    joins = before is not None and before.key in _JOINING and index > 1 and words[index - 2].key not in _CATEGORIES
    if before is not None and (before.key not in _ASKING or joins):
        return False
    said = after is not None and after.clause == word.clause and after.key in _SAID
    near = words[max(0, index - _NEAR) : index + _NEAR]
    return said or (
        (after is None or after.clause != word.clause) and any(one.key.startswith(_DRIVING) for one in near)
    )


def _is_one_of_two(words: Sequence[Word], index: int) -> bool:
    """ "C1 eller C": two categories, of which one is no letter of a list."""
    for other in (index - 2, index + 2):
        if 0 <= other < len(words) and words[(index + other) // 2].key in _EITHER and words[other].text in _LONE:
            return not {words[index].text, words[other].text}.isdisjoint(_LORRIES)
    return False


def _is_counted_up(words: Sequence[Word], index: int) -> bool:
    """ "Krav: 18 år, B, straffeattest": a letter that is a clause alone, in a sentence that demands."""
    sentence = [word for word in words[max(0, index - _NEAR) : index + _NEAR] if word.sentence == words[index].sentence]
    alone = sum(word.clause == words[index].clause for word in sentence) == 1
    letters = sum(len(word.text) == 1 and word.text.isalpha() for word in sentence)
    return alone and letters == 1 and len(sentence) > 1 and any(word.key in _DEMANDED for word in sentence)


def _is_held_for(words: Sequence[Word], index: int) -> bool:
    """ "B i mindst 2 år"."""
    behind = [word.key for word in words[index + 1 : index + 5] if word.clause == words[index].clause]
    return behind[:1] == ["i"] and "aar" in behind and any(key.isdecimal() for key in behind)


def _no_certificate(words: Sequence[Word]) -> bool:
    return all(
        word.key in _CATEGORIES or word.key in _FILLERS or word.key.isdecimal() or word.key.endswith("koerekort")
        for word in words
    )
