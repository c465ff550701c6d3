"""Ages that a text sets: "fyldt 18", "over 18 år", "18+"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.conditions import is_condition
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

MINIMUM, MAXIMUM = "minimumsalder", "maksimumsalder"
_YOUNGEST, _OLDEST = 13, 67  # years; outside no age limit of a job
_OF_SCHOOL, _AGE = 18, "alder"  # the oldest years that "15-17 år" speaks of people by, and the word that says so
_FROM = word_set("ages", "from")
_LEAST = frozenset({"vaere", "over", "least", "fra", "min", "mindst", "minimum"})
_OF_AGE = frozenset({"myndig", "myndige"})
_BELOW = frozenset({"under", "below", "u"})
_CLIENTS, _WITH = word_set("ages", "clients"), word_set("ages", "with")
_JOBS, _PLACED = word_set("ages", "jobs"), word_set("ages", "placed")
_BACK = 6  # words before an age that may say whose it is
_SAID_BETWEEN, _UP_TO = frozenset({"mellem", "between"}), frozenset({"og", "til", "and"})
_COUNTED = ("medarbejdere", "ansatte", "kolleger", "kollegaer", "lande", "kunder", "butikker", "mand")
_NEGATORS = word_set("negation", "negators")
_OVER, _NOT = "over", word_set("denials", "not")
_THAN = frozenset({"end", "than"})
_OR_AND = frozenset({"or", "and", "eller", "el", "og"})
_OLDER = frozenset({"older", "over", "above", "up", "derover", "aeldre", "opefter"})
_COMPARED = {"yngre": MINIMUM, "younger": MINIMUM, "aeldre": MAXIMUM, "older": MAXIMUM}
_NOT_LOWER = (_NOT, frozenset({"under", "yngre", "below", "younger"}))
_YEARS = frozenset({"aar", "years", "year", "jahre", "lat"})
_SURE = frozenset(
    {"fyldt", "age", "alder", "aldersgr", "aldersgraense", "aldersgraensen", "alderskrav"}
)  # say age without "år" behind
_USUAL = frozenset({"15", "16", "18", "20", "21", "23", "24", "25"})  # least ages that employers and laws set
_BESIDE = word_set("ages", "beside")
_NOT_AGE = word_set("ages", "not_age")
_REASONS = frozenset({"pga", "grundet", "fordi", "da"})


def ages(words: Sequence[Word]) -> Iterator[Thing]:
    """Minimum and maximum ages in full years; an age that only wins or costs something is none."""
    for index, word in enumerate(words):
        if word.key in _OF_AGE:
            yield Thing(RequirementKind.AGE, MINIMUM, index, index, level="18")
        if not _could_be_age(word.key) or is_condition(words, index) or _of_clients(words, index):
            continue
        if (oldest := _between(words, index)) is not None:
            last = oldest + (oldest + 1 < len(words) and words[oldest + 1].key in _YEARS)
            yield Thing(RequirementKind.AGE, MINIMUM, index, last, level=word.key)
            yield Thing(RequirementKind.AGE, MAXIMUM, index, last, level=words[oldest].key)
            continue
        years = index + 1 < len(words) and words[index + 1].key in _YEARS and words[index + 1].gap.strip() in {"", "+"}
        last = index + 1 if years else index
        if _speaks_of_experience(words, last):
            continue
        if _at_least(words, index):
            yield Thing(RequirementKind.AGE, MINIMUM, index, last, level=word.key, meaning="hard")
            continue
        if (compared := _compared(words, index)) is not None:
            yield Thing(RequirementKind.AGE, compared, index - 2, last, level=word.key, meaning="hard")
            continue
        key, first = _limit(words, index, years=years)
        if not key and (years or _is_own_sentence(words, index)) and _alone(words, index):
            key, first = MINIMUM, index
        if key:
            age = int(word.key) - (1 if key == MAXIMUM and words[index - 1].key in _BELOW else 0)
            yield Thing(RequirementKind.AGE, key, first, last, level=str(age))


def _could_be_age(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) == 2 and _YOUNGEST <= int(key) <= _OLDEST


def _between(words: Sequence[Word], index: int) -> int | None:
    """The place of the oldest age of a range.

    "15-17 år": youths of school age, "alder 18-25", "mellem 18 og 25 år": whoever it is; "20-30 år gammel" is another.
    """
    if _is_said_between(words, index):
        return index + 2
    return index + 1 if _is_a_range(words, index) else None


def _is_said_between(words: Sequence[Word], index: int) -> bool:
    if not index or words[index - 1].key not in _SAID_BETWEEN or index + 3 >= len(words):
        return False
    joined, high, unit, behind = words[index + 1].key, words[index + 2].key, words[index + 3].key, words[index + 4 :]
    whose = words[index - 2].key if index > 1 else ""
    of_others = whose in _CLIENTS - {"unge"} or (bool(behind) and behind[0].key.endswith(("erfaring", "erf")))
    ages_named = _could_be_age(high) and int(words[index].key) < int(high) and unit in _YEARS
    return joined in _UP_TO and ages_named and not of_others


def _is_a_range(words: Sequence[Word], index: int) -> bool:
    said = index > 0 and words[index - 1].key == _AGE
    youths = index > 0 and words[index - 1].key in {"unge", "ung", "alder"}
    if index + 1 >= len(words) or not (youths or (index + 2 < len(words) and words[index + 2].key in _YEARS)):
        return False
    low, high = words[index].key, words[index + 1].key
    if words[index + 1].gap.strip() not in {"-", "–"} or not _could_be_age(high):
        return False
    return int(low) < int(high) <= (_OLDEST if said else _OF_SCHOOL)


def _of_clients(words: Sequence[Word], index: int) -> bool:
    """ "For unge 14-17 år", "unge 14-18 anbragt": whom the work is with; "job for unge 15-17 år" is for them."""
    clause = words[index].clause
    near = [word.key for word in words[max(0, index - _BACK) : index] if word.clause == clause]
    people = [place for place, key in enumerate(near) if key in _CLIENTS and place >= len(near) - 3]
    if not people or _JOBS & set(near):
        return False
    behind = {word.key for word in words[index + 1 : index + _BACK] if word.clause == clause}
    return any(key in _WITH for key in near[max(0, people[0] - 2) : people[0]]) or bool(_PLACED & behind)


def _limit(words: Sequence[Word], index: int, *, years: bool) -> tuple[str, int]:
    before = words[index - 1].key if index else ""
    if before in _BELOW and (_nobody(words, index) or years):
        # "Må ikke være under 25 år" and "under 18 kan ikke ansættes" set the least age.
        return (MINIMUM if _nobody(words, index) else MAXIMUM), index - 1
    if before == _OVER and _is_denied(words, index - 1) and (years or _ends_clause(words, index)):
        return MAXIMUM, index - 1
    if before in _FROM and (years or before in _SURE or (before in _LEAST and _ends_clause(words, index))):
        return MINIMUM, index - 1
    after = words[index + 1].key if index + 1 < len(words) else ""
    if after.endswith(_COUNTED):
        return "", index  # "20+ medarbejdere"
    if _or_older(words, index + 1 + years):
        return MINIMUM, index
    plus = (
        words[index].text.endswith("+")
        or words[index].gap.endswith("+")
        or (index + 1 < len(words) and words[index + 1].gap.startswith("+ "))
    )
    return (MINIMUM, index) if plus and words[index].key in _USUAL else ("", index)


def _or_older(words: Sequence[Word], index: int) -> bool:
    """ "18 or older", "18 år og derover"."""
    keys = [word.key for word in words[index : index + 2]]
    return len(keys) > 1 and keys[0] in _OR_AND and keys[1] in _OLDER


def _compared(words: Sequence[Word], index: int) -> str | None:
    """ "Ikke yngre end 25"."""
    than = words[index - 2].key if index > 1 and words[index - 1].key in _THAN else ""
    return _COMPARED[than] if than in _COMPARED and _is_denied(words, index - 2) else None


def _at_least(words: Sequence[Word], index: int) -> bool:
    """ "17 er fint, ikke under"."""
    clause = words[index].clause + 1
    behind = [word.key for word in words[index + 1 : index + _BACK] if word.clause == clause]
    return len(behind) == len(_NOT_LOWER) and all(key in known for key, known in zip(behind, _NOT_LOWER, strict=True))


def _is_denied(words: Sequence[Word], index: int) -> bool:
    """ "Ikke over 25", "må ikke være over 25"."""
    clause = words[index].clause
    return any(word.key in _NOT and word.clause == clause for word in words[max(0, index - 2) : index])


def _ends_clause(words: Sequence[Word], index: int) -> bool:
    """ "Over 25, lidt skruet før" is an age, "over 25 kg" is none; over 18 nearly always is."""
    if words[index].key == "18":
        return True
    return words[index].key in _USUAL and (index + 1 == len(words) or words[index + 1].clause != words[index].clause)


def _nobody(words: Sequence[Word], index: int) -> bool:
    near = [*words[max(0, index - 4) : index - 1], *words[index + 1 : index + 6]]
    sentence = words[index].sentence
    return any(word.key in _NEGATORS and word.sentence == sentence for word in near)


def _is_own_sentence(words: Sequence[Word], index: int) -> bool:
    """ "18." in a note."""
    near = words[max(0, index - 1) : index + 2]
    return words[index].key == "18" and sum(word.sentence == words[index].sentence for word in near) == 1


def _alone(words: Sequence[Word], index: int) -> bool:
    """ "18 år, ren straffeattest": no other word stands in the clause that the age could belong to."""
    if words[index].key not in _USUAL:
        return False
    clause = words[index].clause
    near = [word for word in words[max(0, index - 6) : index + 8] if word.clause == clause]
    behind_colon = next(
        (place for place, word in enumerate(near) if ":" in word.gap and word.start <= words[index].start), 0
    )
    near = near[behind_colon:]  # "Aspirant: 21 år, straffri"
    # "18 år pga. lukkevagter": why it must be so is none.
    reason = next((place for place, word in enumerate(near) if word.key in _REASONS), len(near))
    return all(word.key in _BESIDE or word.key in _YEARS or word is words[index] for word in near[:reason])


def _speaks_of_experience(words: Sequence[Word], last: int) -> bool:
    near = [word for word in words[last + 1 : last + 3] if word.clause == words[last].clause]
    return any(word.key in _NOT_AGE or word.key.endswith("erfaring") for word in near)
