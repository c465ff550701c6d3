"""Categories of driving licences, and where a letter alone stands for one: "C er nok", "B i mindst 2 år"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

# Categories as people write them; one letter counts only as a capital or right after the licence word.
CATEGORIES = {
    "am": "AM", "a": "A", "b": "B", "be": "B/E", "b/e": "B/E", "c1": "C1", "c": "C", "c1e": "C1/E", "c1/e": "C1/E",
    "ce": "C/E", "c/e": "C/E", "d1": "D1", "d": "D", "de": "D/E", "d/e": "D/E", "tm": "TM", "traktor": "TM",
    "lastbil": "C", "bus": "D", "knallert": "AM", "personbil": "B", "varebil": "B", "bil": "B",
}  # fmt: skip
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
_CATEGORY = frozenset({"kat", "kategori", "category"})
_NEAR = 8  # words
_NOTE = 9  # words of a note
_NOTED = frozenset({"B", "C", "C1", "D"})
_AND = frozenset({"og", "samt"})
_WITH, _TRAILERS = frozenset({"m", "med"}), frozenset({"trailer", "trailerkort", "haenger", "anhaenger"})
_ANSWERED = frozenset({"ja", "jo", "selvfoelgelig", "selvflg", "naturligvis", "obl", "obligatorisk", "kraeves", "goer"})


def stands_for_licence(words: Sequence[Word], index: int) -> bool:
    """ "C er nok", "skal have B", "CE og kval.bevis": a category that something is said of."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else None
    if word.text not in _LONE or (after is not None and (after.gap == "-" or after.key.startswith(_MARKS))):
        return False
    ahead = [one for one in words[max(0, index - _NEAR) : index] if one.sentence == word.sentence]
    if any(one.key.startswith(_CLASSED) for one in ahead):
        return False
    named = bool(ahead) and ahead[-1].key in _CATEGORY
    if named or word.text in {"CE", "BE"} or _is_added_to(words, index) or _is_one_of_two(words, index):
        return True
    by_its_place = (_is_counted_up, _is_held_for, _opens_a_note, _is_set_against)
    if any(stands(words, index) for stands in by_its_place):
        return True
    before = words[index - 1] if index and words[index - 1].clause == word.clause else None
    joins = before is not None and before.key in _JOINING and index > 1 and words[index - 2].key not in CATEGORIES
    if before is not None and (before.key not in _ASKING or joins):
        return False
    said = after is not None and after.clause == word.clause and after.key in _SAID
    near = words[max(0, index - _NEAR) : index + _NEAR]
    return said or (
        (after is None or after.clause != word.clause) and any(one.key.startswith(_DRIVING) for one in near)
    )


def _opens_a_note(words: Sequence[Word], index: int) -> bool:
    """ "B.", "B ja", "B og ADR", "krav: C": a letter alone, or the first of what a note counts up."""
    sentence = words[index].sentence
    note = [word for word in words[max(0, index - _NOTE) : index + _NOTE] if word.sentence == sentence]
    if words[index].text not in _NOTED or len(note) >= _NOTE:
        return False
    behind = [word for word in note if word.start > words[index].start]
    if note[0] is not words[index]:
        demanded = words[index - 1].key in _DEMANDED and words[index - 1].sentence == sentence
        return demanded and (not behind or behind[0].clause != words[index].clause or behind[0].key in _AND)
    joined = len(behind) > 1 and behind[0].key in _AND and len(behind[1].text) > 1
    joined = joined or (len(behind) > 1 and behind[0].key in _WITH and behind[1].key in _TRAILERS)
    return not behind or behind[0].key in _ANSWERED or joined


def _is_set_against(words: Sequence[Word], index: int) -> bool:
    """ "Først C/E, men det er C": another category stands written out in the sentence."""
    around = words[max(0, index - _NEAR - _NEAR) : index + _NEAR]
    near = [word for word in around if word.sentence == words[index].sentence]
    after = words[index + 1] if index + 1 < len(words) else None
    ends = after is None or after.clause != words[index].clause or after.key in _SAID | _AND
    return ends and any("/" in word.key and word.key in CATEGORIES for word in near)


def _is_added_to(words: Sequence[Word], index: int) -> bool:
    """ "C + kranbevis": a letter that opens a note with a plus behind it."""
    opens = not index or words[index - 1].sentence != words[index].sentence
    return opens and index + 1 < len(words) and words[index + 1].gap.strip() == "+"


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
