"""How many years a number and its words stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.text.number_words import NUMBER_WORDS
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

LEAST = word_set("experience", "least")
YEARS = word_set("experience", "years")
_NUMBERS = {**NUMBER_WORDS, "et": 1, "en": 1, "one": 1, "half": 1}
_BEHIND = 5  # words looked at behind the word itself
_IN = frozenset({"i", "paa", "hvert"})
_BACK = 6  # words looked at before the word itself
_BETWEEN, _MOST_BETWEEN = "mellem", 14  # years; a higher one between which somebody is to be is an age
_OR, _MORE = frozenset({"eller", "el", "or"}), frozenset({"flere", "mere", "more"})
_MOST = 50  # years; more are something else


def dated(words: Sequence[Word], index: int, thing: Thing) -> Thing:
    """The thing with the years that stand before the word: "mindst 2 års erfaring" is a duty."""
    for place in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if words[place].clause != words[index].clause:
            break
        if words[place].key in YEARS and place and (years := number(words, place - 1)):
            if float(years) > _MOST_BETWEEN and any(word.key == _BETWEEN for word in words[max(0, place - 4) : place]):
                break  # "mellem 18 og 25 år og erfaring fra butik" is an age
            least = place >= 2 and words[place - 2].key in LEAST
            return replace(
                thing, level=years, first=min(thing.first, place - 1), meaning="hard" if least else thing.meaning
            )
    return dated_behind(words, max(index, thing.last), thing)


def dated_behind(words: Sequence[Word], index: int, thing: Thing) -> Thing:
    """ "Ledererfaring min. 3 år", "erfaring 2 år"."""
    behind = range(index + 1, min(index + 1 + _BEHIND, len(words)))
    place = next((at for at in behind if words[at].key in YEARS), None)
    if place is None or words[place].clause != words[index].clause or (years := number(words, place - 1)) is None:
        return thing
    between = {word.key for word in words[index + 1 : place - 1]}
    behind_it = words[place + 1].key if place + 1 < len(words) else ""
    if not between <= LEAST | _IN:
        return thing
    least = bool(between & LEAST) or behind_it in LEAST
    return replace(thing, level=years, last=max(thing.last, place), meaning="hard" if least else thing.meaning)


def number(words: Sequence[Word], place: int) -> str | None:
    """The years that a word stands for, as digits; None for any other word."""
    if place > 1 and words[place].key in _MORE and words[place - 1].key in _OR:
        place -= 2  # "two or more years"
    key = words[place].key.replace(",", ".")
    if key in _NUMBERS:
        return str(_NUMBERS[key])
    if not key.replace(".", "", 1).isdecimal():
        return None
    # "2-3 års erfaring" asks for two.
    if place and "-" in words[place].gap and words[place - 1].key.isdecimal():
        key = words[place - 1].key
    return key if float(key) <= _MOST else None
