"""Which of the entries that a wording could name is meant where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.bare_titles import any_before, is_plain_title
from taxonomy.reading.requirements.wordings import DemandWording
from taxonomy.reading.text.phrases import Found
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_AUTHORISED_WITHIN = 7
_NOTE, _NAME = 30, 4  # words around a name in small letters, letters of the name
_VERBS = word_set("things", "verbs")
_SUBJECTS = word_set("things", "subjects")
_AS, _PAPERS = "som", ("brev", "uddannelse", "uddannet", "baggrund", "eksamen", "udlaert", "faglaert")
# "Bil er en fordel" is a wording of the car itself.
_WISHED = word_set("things", "wished")
_ENGLISH = frozenset({"some", "Some"})  # not "SoMe"
_OF_ANOTHER_CAR = frozenset({"almindelig", "til", "vores", "firmaets", "deres", "lille", "stor"})


def things_of(words: Sequence[Word], match: Found[DemandWording], *, listed: bool) -> list[Thing]:
    """The things that the words of the match name; none where they are a verb, a number or somebody else's."""
    written = listed or words[match.first].text[0].isupper()
    asked = {wording.entry.key for wording in match.payloads if wording.asked or (wording.exact and not written)}
    entries = [
        wording.entry
        for wording in match.payloads
        if (not wording.exact or written or _without_capitals(words, match))
        and (not wording.name or _as_it_stands(words[match.last].key, wording.name))
        and not (match.first == match.last and _is_a_name(words[match.first], wording.entry.key))
    ]
    kinds = {entry.kind for entry in entries}
    if _is_verb(words, match) or (match.first == match.last and words[match.first].text in _ENGLISH):
        return []
    if kinds == {RequirementKind.OWN_CAR} and match.first and words[match.first - 1].key in _OF_ANOTHER_CAR:
        return []
    if RequirementKind.AUTHORISATION in kinds:
        authorised = any_before(words, match, ("autoris", "aut", "authoris"), _AUTHORISED_WITHIN)
        unwanted = RequirementKind.EDUCATION if authorised else RequirementKind.AUTHORISATION
        chosen = [entry for entry in entries if entry.kind is not unwanted]
        entries = chosen if chosen and (authorised or kinds != {RequirementKind.AUTHORISATION}) else entries
        if kinds == {RequirementKind.AUTHORISATION} and not (authorised or _says_authorised(words, match)):
            return []
    return [
        Thing(
            entry.kind,
            entry.key,
            match.first,
            match.last,
            meaning="soft" if words[match.last].key in _WISHED and entry.kind is RequirementKind.OWN_CAR else None,
            title=is_plain_title(words, match, entry) or (entry.kind is RequirementKind.SKILL and entry.key in asked),
            asked=entry.kind is RequirementKind.SKILL or entry.key in asked,
        )
        for entry in entries
    ]


def _without_capitals(words: Sequence[Word], match: Found[DemandWording]) -> bool:
    """ "Gerne cura og revit", typed while a caller talks: small letters say nothing of what is a name there."""
    near = words[max(0, match.first - _NOTE) : match.last + 1 + _NOTE]
    return len(words[match.first].key) >= _NAME and not any(word.text[0].isupper() for word in near)


def _as_it_stands(key: str, name: str) -> bool:
    """ "Sages" is not Sage; "Excels" is Excel."""
    return not key.isalpha() or key in {name, f"{name}s"} or not name.isalpha()


def _is_a_name(word: Word, key: str) -> bool:
    """ "Leeds" is not LEED: what is written in capitals takes no ending in a word that only begins with one."""
    if not word.text.istitle():
        return False
    capitals = [fold(part) for part in key.replace("-", " ").split() if len(part) > 2 and part.isupper()]
    return any(word.key.startswith(part) and word.key != part and word.key.isalpha() for part in capitals)


def _is_verb(words: Sequence[Word], match: Found[DemandWording]) -> bool:
    """ "Som gerne lærer fra sig", "vi maler": what could be a title is what somebody does."""
    if match.first != match.last or words[match.first].key not in _VERBS:
        return False
    before = words[match.first - 1].key if match.first else ""
    if before == _AS and match.first > 1 and words[match.first - 2].key.endswith(_PAPERS):
        return False  # "svendebrev som maler"
    after = words[match.first + 1].key if match.first + 1 < len(words) else ""
    return before in _SUBJECTS or after in _SUBJECTS


def _says_authorised(words: Sequence[Word], match: Found[DemandWording]) -> bool:
    within = words[match.first : match.last + 3]
    return any(word.key.startswith(("bestalling", "statsaut", "regist")) or "autoris" in word.key for word in within)
