"""Experience: how many years and with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.language import base_lexicon, fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.past_work.bare_years import HEADS, MOST_YEARS, SPANS, years_alone
from taxonomy.reading.past_work.done_before import done_before, says_done
from taxonomy.reading.past_work.experience_in import PLAIN, Labelled, can_be_practised, experience, practised
from taxonomy.reading.past_work.names import is_name
from taxonomy.reading.past_work.own_words import WITH, meant_by
from taxonomy.reading.past_work.perfects import can_only_be_done, has_done, is_done
from taxonomy.reading.past_work.years import LEAST, dated, number
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_HEADS = ("erfaring", "baggrund")
_RATHER = frozenset({"gerne", "helst", "ideelt", "preferably"})
_FROM = frozenset({"fra", "inden", "indenfor", "from", "within", "med", "with"})
_BRANCHES = ("branchen", "sektoren")
_TWO = 2  # parts of a compound: what in, and the word for experience
_USED, _USED_TO, _AT = frozenset({"vant"}), frozenset({"til", "med"}), frozenset({"at", "det"})
_LEFT = frozenset({"efter", "after"})
_FAR = 6  # words between an experience and where else
_GENERAL = word_set("experience", "general")
_FIELDS = word_set("experience", "fields")
_GENITIVE = frozenset({"aars"})
_SKILLED, _USERS = frozenset({"i", "ved", "til"}), ("bruger", "brugere")
_COUNTED = word_set("experience", "counted")
_BACKGROUND, _ALIKE = word_set("background", "words"), word_set("background", "alike")
_OF_PLACE = word_set("background", "of_place")
_WORDS = word_set("experience", "words")
_MONTHS = word_set("experience", "months")


def experiences(words: Sequence[Word], things: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """The experience that the words speak of; each with its years and what it is in, one for each thing named."""
    found: list[Thing] = []
    for index, word in enumerate(words):
        if (word.key in _WORDS or _is_practice(words, index)) and not _is_a_skill(words, index, things):
            found.extend(practised(words, index, things, titles))
        elif word.key.endswith(_HEADS) and word.key not in _HEADS and not _is_trained(things, index):
            found.extend(_of_compound(words, index, things, titles))
        elif told := _told(words, index, things, titles):
            found.extend(told)
        elif (thing := years_alone(words, index, things)) is not None and not _is_dated(found, index):
            if thing.key == PLAIN and found and _goes_before(words, found[-1], thing):
                dated_one = replace(found[-1], level=thing.level, meaning=thing.meaning, last=thing.last)
                found, thing = [one for one in found if one.key != dated_one.key], dated_one
            found.append(thing)
        elif word.key in _RATHER and found and _goes_on(words, index, found[-1]):
            further = practised(words, index, things, titles, ahead=True)
            found.extend(thing for thing in further if _is_further(words, thing, things))
        elif says_done(words, index):
            found.extend(done_before(words, index, things))
        elif word.key in _GENITIVE and (thing := _right_behind(things, index)):
            found.append(dated(words, index + 1, experience(thing.key, index, thing.first, thing.last)))
    return found


def _told(words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """Experience without its word: so long at work, used to something, having done it."""
    if _is_time_at_work(words, index):
        worked = practised(words, index, things, titles, ahead=True)
        worked = [replace(dated(words, index + 1, thing), meaning="hard") for thing in worked]
        return [_in_the_field(words, index, thing) for thing in worked if _says_what(words, index, thing)]
    if _is_background(words, index):
        told = practised(words, index, things, titles, ahead=True)
        return [thing for thing in told if thing.key != PLAIN and not is_name(thing.key)]
    if _is_used_to(words, index, things):
        return [thing for thing in practised(words, index, things, titles, ahead=True) if thing.key != PLAIN]
    return has_done(words, index, things, titles) if is_done(words, index) else []


def _is_background(words: Sequence[Word], index: int) -> bool:
    """ "Baggrund fra detail"; "en tilsvarende baggrund fra søværnet" goes on about the training before it."""
    if words[index].key not in _BACKGROUND or (index and words[index - 1].key in _ALIKE):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is not None and after.clause == words[index].clause and after.key in _OF_PLACE


def _is_practice(words: Sequence[Word], index: int) -> bool:
    """ "Nogle års praksis fra ældreplejen"."""
    return words[index].key == "praksis" and index > 0 and words[index - 1].key in _GENITIVE


def _is_dated(found: Sequence[Thing], index: int) -> bool:
    """ "Receptionserfaring min. 1 år": the years belong to what is already told."""
    return any(thing.first <= index <= thing.last for thing in found)


def _goes_before(words: Sequence[Word], before: Thing, years: Thing) -> bool:
    """ "Har arbejdet med sygedagpenge før, mindst 1 år": the years of what stands in the clause before."""
    near = words[years.first].clause - words[before.last].clause == 1
    return near and before.level is None and words[years.first].sentence == words[before.last].sentence


def _is_a_skill(words: Sequence[Word], index: int, things: Sequence[Thing]) -> bool:
    """ "Rutineret i Word", "rutineret bruger"; "rutineret i kreditorbogholderi" has done it."""
    key, behind = words[index].key, words[index + 1].key if index + 1 < len(words) else ""
    if not key.startswith("rutine"):
        return False
    if any(word.key.endswith(_USERS) for word in words[index + 1 : index + 3]):
        return True  # "rutineret it-bruger"
    if behind == "i":
        return not any(thing.first == index + 2 and can_only_be_done(thing) for thing in things)
    return behind not in _FROM if key == "rutine" else behind in _SKILLED


def _is_time_at_work(words: Sequence[Word], index: int) -> bool:
    """ "5 år som glarmester", "3+ years with Python"."""
    near = [word for word in words[index + 1 : index + 5] if word.clause == words[index].clause]
    if not near or near[0].key not in WITH or any(word.key.startswith(HEADS) for word in near):
        return False
    months = words[index].key in _MONTHS and any(word.key in LEAST for word in words[max(0, index - 2) : index])
    if not index or not (months or words[index].key in SPANS):
        return False
    if index > 1 and words[index - 2].key in _LEFT:
        return False  # "går på pension efter mange år på skolen"
    years = number(words, index - 1)
    return words[index - 1].key in _COUNTED or (years is not None and float(years) <= MOST_YEARS)


def _is_used_to(words: Sequence[Word], index: int, things: Sequence[Thing]) -> bool:
    """ "Vant til lastbildæk", "vant til hjemmeplejen"; a program is a skill, "vant til at" goes on about a quality."""
    if words[index].key not in _USED or index + 2 >= len(words) or words[index + 1].key not in _USED_TO:
        return False
    behind = words[index + 2]
    known = any(thing.first == index + 2 and not can_only_be_done(thing) for thing in things)
    return behind.clause == words[index].clause and behind.key not in _AT and not known


def _says_what(words: Sequence[Word], index: int, thing: Thing) -> bool:
    return thing.key != PLAIN or any(word.key in _FIELDS for word in words[index + 2 : index + 4])


def _in_the_field(words: Sequence[Word], index: int, thing: Thing) -> Thing:
    """ "To år i branchen" says how long and not what in."""
    near = words[index + 2 : index + 4]
    return replace(thing, key=PLAIN) if any(word.key in _FIELDS for word in near) else thing


def _is_trained(things: Sequence[Thing], index: int) -> bool:
    """ "Mekanikerbaggrund": the training of that trade."""
    return any(thing.first <= index <= thing.last and thing.kind is RequirementKind.EDUCATION for thing in things)


def _goes_on(words: Sequence[Word], index: int, before: Thing) -> bool:
    """ "Erfaring med salg, gerne fra møbelbranchen": where else, behind an experience in the same sentence."""
    near = index - before.last <= _FAR and words[before.last].sentence == words[index].sentence
    after = words[index + 1] if index + 1 < len(words) else None
    field = after is not None and (after.key in _FROM or after.key.endswith(_BRANCHES))
    return near and field and words[before.last].clause != words[index].clause


def _is_further(words: Sequence[Word], thing: Thing, things: Sequence[Thing]) -> bool:
    """A thing that we know, or a trade by its own word."""
    known = any(thing.first < other.first <= thing.last for other in things)
    known = known or meant_by(words[thing.last].key) is not None
    return thing.key != PLAIN and (known or words[thing.last].key.endswith(_BRANCHES))


def _skill_of(word: Word, key: str) -> str:
    """ "Truckerfaring" by the skill that its first part names alone; empty for another."""
    first = key[: -len(_HEADS[0])].removesuffix("s")
    named = (wording.entry for match in wording_index().find([replace(word, key=first)]) for wording in match.payloads)
    return next((entry.key for entry in named if entry.kind is RequirementKind.SKILL), "")


def _right_behind(things: Sequence[Thing], index: int) -> Thing | None:
    """ "3 års projektledelse"."""
    return next((thing for thing in things if thing.first == index + 1 and can_be_practised(thing)), None)


def _of_compound(words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """ "Butikserfaring": by the skill that it is a word for, else by its own first part."""
    key = words[index].key
    known = next((thing.key for thing in things if thing.first == thing.last == index and can_be_practised(thing)), "")
    parts = base_lexicon().split(key)
    own = parts[0] if len(parts) == _TWO else words[index].text.lower()[: -len(_HEADS[0])]
    if own.removesuffix("s") in _GENERAL or own in _GENERAL:
        return practised(words, index, things, titles, ahead=True)  # "erhvervserfaring fra kontor"
    named = known or _skill_of(words[index], key) or meant_by(fold(own)) or own.removesuffix("s")
    return [dated(words, index, Thing(RequirementKind.EXPERIENCE, named, index, index))]
