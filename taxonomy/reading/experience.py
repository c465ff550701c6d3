"""Experience: how many years and with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from taxonomy.language import base_lexicon
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.names import is_name
from taxonomy.reading.thing import Thing
from taxonomy.reading.titles import TitleFound
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_HEAD = "erfaring"
_HEADS = ("erfaring", "erfaren", "experience", "erf")
_WORKED = word_set("experience", "worked")
_HAVING = word_set("experience", "having")
_GENERAL = word_set("experience", "general")
_FIELDS = word_set("experience", "fields")
_SECTORS = word_set("experience", "sectors")
_NEAR = 8  # words
_MOST_YEARS = 12  # more are an age
_GENITIVE = frozenset({"aars"})
_SPANS = word_set("experience", "spans")
_COUNTED = word_set("experience", "counted")
_NOT_WITH = word_set("experience", "not_with")
PLAIN = "erfaring"  # the key where nothing says with what
_WORDS = word_set("experience", "words")
_WITH = word_set("experience", "with")
_YEARS = word_set("experience", "years")
_NUMBERS = {
    "et": 1,
    "en": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "one": 1,
    "two": 2,
    "three": 3,
    "five": 5,
    "ten": 10,
    "half": 1,
}
_ADJECTIVES = (
    "ende",
    "lig",
    "ligt",
    "lige",
    "isk",
    "iske",
    "et",
    "ede",
    "som",
    "somt",
    "tidligere",
    "able",
    "ous",
    "ed",
)
_LEAST = word_set("experience", "least")
_ENDS = word_set("experience", "ends")
_JOINING = frozenset({"og", "eller", "el", "samt", "and", "or"})
_BACK, _AHEAD = 6, 6  # words looked at before and behind the word itself


@dataclass(frozen=True, slots=True)
class Labelled:
    """A title in the text with the preferred label of what it means."""

    title: TitleFound
    label: str


def experiences(words: Sequence[Word], things: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """The experience that the words speak of; each with its years and what it is in, one for each thing named."""
    found: list[Thing] = []
    for index, word in enumerate(words):
        if word.key in _WORDS and not _is_a_skill(words, index):
            found.extend(_at(words, index, things, titles))
        elif word.key.endswith(_HEAD) and len(word.key) > len(_HEAD):
            found.append(_of_compound(words, index, things))
        elif _is_time_at_work(words, index, things):
            worked = _at(words, index + 1, things, titles)
            found.extend(_in_the_field(words, index, thing) for thing in worked if _says_what(words, index, thing))
        elif (thing := _years_alone(words, index, things)) is not None:
            found.append(thing)
        elif word.key in _GENITIVE and (thing := _right_behind(things, index)):
            found.append(_dated(words, index + 1, _experience(thing.key, index, thing.first, thing.last)))
    return found


def _is_a_skill(words: Sequence[Word], index: int) -> bool:
    """ "Rutineret i Word"."""
    return words[index].key.startswith("rutine") and index + 1 < len(words) and words[index + 1].key in {"i", "ved"}


def _is_time_at_work(words: Sequence[Word], index: int, things: Sequence[Thing]) -> bool:
    """ "5 år som glarmester", "3+ years with Python", "har arbejdet på værksted"."""
    near = [word for word in words[index + 1 : index + 5] if word.clause == words[index].clause]
    if not near or near[0].key not in _WITH or any(word.key.startswith(_HEADS) for word in near):
        return False
    before = words[index - 1].key if index else ""
    if words[index].key in _WORKED:
        # Who has worked with a program knows it: that is a skill.
        systems = {thing.first for thing in things if thing.kind is RequirementKind.SKILL and is_name(thing.key)}
        return before in _HAVING and not systems & {index + 2, index + 3}
    return words[index].key in _SPANS and (before in _COUNTED or _number(words, index - 1) is not None) and index > 0


def _years_alone(words: Sequence[Word], index: int, things: Sequence[Thing]) -> Thing | None:
    """ "Konstruktør, 5+ år", "sushi 2 år min.": years that a note asks for without the word."""
    years = _number(words, index - 1) if index and words[index].key in _SPANS else None
    behind = [word for word in words[index + 1 : index + 3] if word.clause == words[index].clause]
    if years is None or float(years) > _MOST_YEARS or any(word.key not in _LEAST for word in behind):
        return None
    before = words[index - 2] if index > 1 and words[index - 2].clause == words[index].clause else None
    least = bool(behind) or (before is not None and before.key in _LEAST)
    plus = words[index - 1].text.endswith("+") or words[index].gap.strip() == "+"
    if not (least or plus):
        return None
    end = index - 3 if before is not None and before.key in _LEAST else index - 2
    held = any(thing.last == end and not _can_be_practised(thing) for thing in things)
    if held or any(word.key.startswith(_HEADS) for word in words[max(0, index - _NEAR) : index]):
        return None  # "B min. 1 år", "erfaring? Ja, mindst ét år"
    named = next((thing for thing in things if thing.last == end and _can_be_practised(thing)), None)
    same = named is not None and words[named.last].clause == words[index].clause
    first = named.first if named is not None and same else index - 1
    key = named.key if named is not None and same else PLAIN
    return Thing(RequirementKind.EXPERIENCE, key, first, index, level=years, meaning="hard" if least else None)


def _says_what(words: Sequence[Word], index: int, thing: Thing) -> bool:
    return thing.key != PLAIN or any(word.key in _FIELDS for word in words[index + 2 : index + 4])


def _in_the_field(words: Sequence[Word], index: int, thing: Thing) -> Thing:
    """ "To år i branchen" says how long and not what in."""
    near = words[index + 2 : index + 4]
    return replace(thing, key=PLAIN) if any(word.key in _FIELDS for word in near) else thing


def _right_behind(things: Sequence[Thing], index: int) -> Thing | None:
    """ "3 års projektledelse"."""
    return next((thing for thing in things if thing.first == index + 1 and _can_be_practised(thing)), None)


def _of_compound(words: Sequence[Word], index: int, things: Sequence[Thing]) -> Thing:
    """ "Butikserfaring": by the skill that it is a word for, else by its own first part."""
    key = words[index].key
    known = next((thing.key for thing in things if thing.first == thing.last == index and _can_be_practised(thing)), "")
    parts = base_lexicon().split(key)
    own = parts[0] if len(parts) > 1 else words[index].text.lower()[: -len(_HEAD)]
    named = PLAIN if own in _GENERAL else known or own.removesuffix("s")
    return _dated(words, index, Thing(RequirementKind.EXPERIENCE, named, index, index))


def _at(words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    if index and words[index].gap == "-" and not any(thing.last == index - 1 for thing in things):
        return [_dated(words, index, _experience(words[index - 1].text.lower(), index, index - 1, index))]
    end = _object_end(words, index, things, titles)
    named = {
        thing.first: (thing.key, thing.last)
        for thing in things
        if index < thing.first <= end and _can_be_practised(thing) and not _is_joined_paper(words, index, thing)
    }
    named |= {
        title.title.first: (title.label, title.title.last) for title in titles if index < title.title.first <= end
    }
    if not named:
        named = _before(words, index, things, titles)
    if named:
        return [
            _dated(words, index, _experience(key, index, place, last)) for place, (key, last) in sorted(named.items())
        ]
    key, last = _own_words(words, index, end)
    return [_dated(words, index, _experience(key, index, index, last))]


def _is_joined_paper(words: Sequence[Word], index: int, thing: Thing) -> bool:
    """ "Erfaring med Navision og hygiejnebevis": the certificate is asked for by itself."""
    joined = words[thing.first - 1].key in _JOINING and thing.first - 1 > index + 1
    return joined and thing.kind in {RequirementKind.CERTIFICATE, RequirementKind.AUTHORISATION}


def _can_be_practised(thing: Thing) -> bool:
    return thing.kind in {
        RequirementKind.SKILL,
        RequirementKind.EDUCATION,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
    }


def _experience(key: str, index: int, place: int, last: int) -> Thing:
    return Thing(RequirementKind.EXPERIENCE, key, min(index, place), max(index, last))


def _before(
    words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]
) -> dict[int, tuple[str, int]]:
    """ "Erfaren tømrer" is found ahead; "tømrer, erfaren" and "Excel erfaring" stand right before the word."""
    if not index or words[index - 1].sentence != words[index].sentence:
        return {}
    found = {
        thing.first: (thing.key, thing.last) for thing in things if thing.last == index - 1 and _can_be_practised(thing)
    }
    found |= {title.title.first: (title.label, title.title.last) for title in titles if title.title.last == index - 1}
    return found or _named_before(words, index)


def _named_before(words: Sequence[Word], index: int) -> dict[int, tuple[str, int]]:
    """ "Elgrossist erfaring": the noun right before says what in, where no adjective and no number stands there."""
    before, after = words[index - 1], words[index + 1] if index + 1 < len(words) else None
    leads = after is not None and after.clause == words[index].clause and after.key in _WITH
    noun = before.key.isalpha() and len(before.key) > 2 and before.key not in _NOT_WITH | _WITH | _ENDS
    says = before.key in _SECTORS or not before.key.endswith(_ADJECTIVES)
    if leads or not noun or before.clause != words[index].clause or not says:
        return {}
    return {index - 1: (before.text.lower(), index - 1)}


def _object_end(words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]) -> int:
    """The last word that the experience is about; a list goes on over "og" while things or titles follow."""
    named = {place for thing in things for place in range(thing.first, thing.last + 1)}
    named |= {place for title in titles for place in range(title.title.first, title.title.last + 1)}
    end = index
    for place in range(index + 1, min(index + 1 + _AHEAD, len(words))):
        word = words[place]
        if word.clause != words[index].clause:
            break
        if word.key in _ENDS and place not in named and not (word.key in _JOINING and place + 1 in named):
            break
        end = place
    return end


def _own_words(words: Sequence[Word], index: int, end: int) -> tuple[str, int]:
    """The text's own words after "med" or "som", as a key; "erfaring" where there are none."""
    start = index + 1
    while start <= end and words[start].key in _WITH:
        start += 1
    if start == index + 1 or start > end:
        return PLAIN, index
    return " ".join(word.text.lower() for word in words[start : end + 1]), end


def _dated(words: Sequence[Word], index: int, thing: Thing) -> Thing:
    for place in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if words[place].clause != words[index].clause:
            break
        if words[place].key in _YEARS and place and (years := _number(words, place - 1)):
            least = place >= 2 and words[place - 2].key in _LEAST
            return replace(
                thing, level=years, first=min(thing.first, place - 1), meaning="hard" if least else thing.meaning
            )
    return thing


def _number(words: Sequence[Word], place: int) -> str | None:
    key = words[place].key.replace(",", ".")
    if key in _NUMBERS:
        return str(_NUMBERS[key])
    if not key.replace(".", "", 1).isdecimal():
        return None
    # "2-3 års erfaring" asks for two.
    if place and "-" in words[place].gap and words[place - 1].key.isdecimal():
        key = words[place - 1].key
    return key if float(key) <= 50 else None
