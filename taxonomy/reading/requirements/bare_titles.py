"""Job titles that stand for an education, or for the job alone where no word of training is beside them."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import Entry
from taxonomy.reading.requirements.wordings import DemandWording
from taxonomy.reading.text.phrases import Found
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_TRAINED = (
    "uddann",
    "udd",
    "udlaert",
    "faglaert",
    "nyudd",
    "svend",
    "laert",
    "autoris",
    "eksam",
    "diplom",
    "fagbrev",
    "faguddann",
    "faerdigudd",
    "bevis",
    "certified",
    "trained",
    "graduate",
    "baggrund",
)
_TRAINED_IN_WORD = ("uddann", "udlaert", "svend", "eksam", "laerte")
_TRAINED_WITHIN = 3  # words before the title: "uddannet som social- og sundhedshjælper"
_WITH = frozenset({"m", "med", "with"})
_TRAINED_BEHIND = word_set("things", "trained_behind")


def is_plain_title(words: Sequence[Word], match: Found[DemandWording], entry: Entry) -> bool:
    """A job title without a word of training beside it: a job in running text, an education in a list."""
    if entry.kind is not RequirementKind.EDUCATION or entry.general:
        return False
    within = words[match.first : match.last + 1]
    if words[match.first].key == "cand" or any(_says_trained(word.key) for word in within):
        return False
    behind = match.last + 1
    behind += behind + 1 < len(words) and words[behind].key in _WITH
    after = words[behind] if behind < len(words) else None
    if after is not None and after.sentence == words[match.last].sentence and after.key in _TRAINED_BEHIND:
        return False
    return not any_before(words, match, _TRAINED, _TRAINED_WITHIN)


def _says_trained(key: str) -> bool:
    return key.endswith("udd") or key == "baggrund" or any(mark in key for mark in _TRAINED_IN_WORD)


def any_before(words: Sequence[Word], match: Found[DemandWording], starts: tuple[str, ...], within: int) -> bool:
    """Whether one of so many words before the match, in its sentence, begins so."""
    sentence = words[match.first].sentence
    near = words[max(0, match.first - within) : match.first]
    return any(word.sentence == sentence and word.key.startswith(starts) for word in near)
