"""Languages and how well: "kan begå sig på dansk", "engelsk flydende", "dansk på B1"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from taxonomy.reading.cue import SOFT
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.language_codes import with_codes
from taxonomy.reading.requirements.language_names import (
    CEFR,
    COMPOUND_ENDS,
    NATIVE,
    LevelWording,
    goes_on,
    language_names,
    level_wordings,
)
from taxonomy.reading.text.phrases import Found
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_ALSO, _DOING = "ogsaa", frozenset({"duer", "dur", "fungerer", "gaar"})
_ARABIC_AND = "و"  # written together with the word behind it
_WITHOUT = frozenset({"uden", "without"})
_SUCH_AS = "som"  # "et ekstra sprog som tyrkisk"
_IS = frozenset({"er", "is", "are"})
_SPEAK = frozenset({"taler", "snakker", "forstaar", "kan"})
_OF_SPEAKERS = "B1"  # "dansktalende": speaks it, no more is said
_CLOSE = 3
_REACH = 6  # words between a language and its level
_WE_SPEAK = (["vi", "taler"], ["vi", "snakker"], ["we", "speak"])
_NO_NOUN = word_set("language_demands", "no_noun")
_TEXTS = word_set("language_demands", "texts")
_SUBJECT_BEFORE = word_set("language_demands", "subject_before")
# Words that show that a language is meant, not a nationality or a dog.
_OF_LANGUAGE = tuple(word_set("language_demands", "of_language"))
_OF_OTHERS = word_set("language_demands", "of_others")
_COMPANY = word_set("language_demands", "company")
_PRAISED = word_set("language_demands", "praised")
_ARTICLES = frozenset({"et", "en", "a", "an"})
_DEMANDING = word_set("language_demands", "demanding")
_LEADING = word_set("language_demands", "leading")
_NOT_LANGUAGES = tuple(word_set("language_demands", "not_languages"))


def languages(words: Sequence[Word], *, listed: bool) -> Iterator[Thing]:
    """Every language that is asked for or held, with its level where the words say one."""
    names = [name for name in with_codes(words, language_names().find(words)) if not _is_adjective(words, name)]
    if not names:
        return
    levels = level_wordings().find(words)
    for name in names:
        if words[name.last].key.endswith("ske"):
            if _of_texts(words, name):
                yield Thing(RequirementKind.LANGUAGE, name.payloads[0], name.first, name.last + 1, asked=True)
            continue
        level = _level_of(words, name, names, levels)
        sure = listed or level is not None or _stands_as_noun(words, name, names) or _is_meant_as_language(words, name)
        sure = sure or _of_texts(words, name)
        if sure or _may_be_noun(words, name):
            covered = level and not _name_between(name, level, names)
            first, last = (
                (min(name.first, level.first), max(name.last, level.last))
                if level and covered
                else (name.first, name.last)
            )
            said, meant = _said_level(words, name, level), SOFT if _will_do_too(words, name) else None
            yield Thing(RequirementKind.LANGUAGE, name.payloads[0], first, last, said, meant, title=not sure)


def _will_do_too(words: Sequence[Word], name: Found[str]) -> bool:
    """ "Engelsk i køkkenet går også", but not "uden engelsk går også"."""
    if name.first and words[name.first - 1].key in _WITHOUT:
        return False
    behind = [word.key for word in words[name.last + 1 :] if word.clause == words[name.last].clause]
    return any(one in _DOING and other == _ALSO for one, other in pairwise(behind))


def _of_texts(words: Sequence[Word], name: Found[str]) -> bool:
    """ "Engelske manualer skal du kunne læse"."""
    return name.last + 1 < len(words) and words[name.last + 1].key in _TEXTS


def _may_be_noun(words: Sequence[Word], name: Found[str]) -> bool:
    """A name without an adjective's ending: a language if what stands right behind says how it is meant."""
    before = _key_before(words, name)
    return before not in _SUBJECT_BEFORE and not words[name.last].key.endswith("e")


def _stands_as_noun(words: Sequence[Word], name: Found[str], names: Sequence[Found[str]]) -> bool:
    """ "dansk el. engelsk", "engelsk er fint": no noun stands behind that the word could describe."""
    before = _key_before(words, name)
    if before in _SUBJECT_BEFORE or (
        before in _IS and not (_speaks_of_language(words, name) or _is_subject(words, name))
    ):
        return False
    after = words[name.last + 1] if name.last + 1 < len(words) else None
    if after is not None and after.gap in {"/", "-"}:
        # "dansk/fransk mad" is about food, "dansk/engelsk" about languages.
        return any(other.first == name.last + 1 and _stands_as_noun(words, other, names) for other in names)
    return after is None or after.gap.strip() != "" or "\n" in after.gap or after.key in _NO_NOUN | _ARTICLES


def _is_subject(words: Sequence[Word], name: Found[str]) -> bool:
    """ "Af sprog er engelsk et krav": what is said of it stands behind."""
    after = words[name.last + 1] if name.last + 1 < len(words) else None
    return after is not None and after.clause == words[name.last].clause and after.key in _ARTICLES


def _key_before(words: Sequence[Word], name: Found[str]) -> str:
    """The word before it in its own sentence."""
    same = name.first > 0 and words[name.first - 1].sentence == words[name.first].sentence
    return words[name.first - 1].key if same else ""


def _speaks_of_language(words: Sequence[Word], name: Found[str]) -> bool:
    """ "Arbejdssproget er engelsk", "det vigtigste er engelsk", but not "bestyrelsen er græsk"."""
    near = words[max(0, name.first - 4) : name.first]
    return any("sprog" in word.key or "language" in word.key or word.key in _LEADING for word in near)


def _said_level(words: Sequence[Word], name: Found[str], level: Found[LevelWording] | None) -> str | None:
    if level is not None:
        return level.payloads[0].level
    return _OF_SPEAKERS if words[name.first].key.endswith("talende") else None


def _is_adjective(words: Sequence[Word], name: Found[str]) -> bool:
    """ "dansk autorisation", "dansk/fransk mad": a country, not a language."""
    before = words[max(0, name.first - 4) : name.first]
    # "Vores leder taler engelsk" asks nobody for it, "vores leder kræver engelsk" does.
    # "Sprog: dansk eller polsk" asks for both.
    near = words[max(0, name.first - 2) : name.first + 1]
    asked = any(":" in word.gap for word in near) or any(word.key in _DEMANDING for word in before)
    asked = asked or _is_subject(words, name)
    example = bool(before) and before[-1].key == _SUCH_AS  # "et ekstra sprog som tyrkisk"
    if (
        not asked
        and not example
        and any(word.key in _OF_OTHERS and word.clause == words[name.first].clause for word in before)
    ):
        return True
    if [word.key for word in before[-2:]] in _WE_SPEAK or _others_speak(before, words[name.first].clause):
        return True
    place = name.last + 1
    # "Svensk eller norsk autorisation": what is said of the second is said of the first.
    while place < len(words) and goes_on(words, place):
        place += 1
    after = words[place] if place < len(words) else None
    if after is not None and _is_spoken_by(words[name.last], after):
        return True
    return (
        after is not None
        and after.sentence == words[name.last].sentence
        and (after.clause == words[name.last].clause or place > name.last + 1)
        and after.key.startswith(_NOT_LANGUAGES)
        and not after.key.endswith("sprog")
    )


def _is_spoken_by(name: Word, after: Word) -> bool:
    """ "Polsktalende formand", "engelsktalende kunder"."""
    return name.key.endswith("talende") and after.clause == name.clause and after.key in _COMPANY


def _others_speak(before: Sequence[Word], clause: int) -> bool:
    """ "Fabrikkerne taler ikke engelsk"."""
    keys = [word.key for word in before if word.clause == clause]
    speaks = next((place for place, key in enumerate(keys) if key in _SPEAK), None)
    return speaks is not None and speaks > 0 and keys[speaks - 1].endswith(("erne", "ene")) and "skal" not in keys


def _level_of(
    words: Sequence[Word], name: Found[str], names: Sequence[Found[str]], levels: Sequence[Found[LevelWording]]
) -> Found[LevelWording] | None:
    near = [level for level in levels if _belongs(words, name, level, names)]
    own = [
        level for level in near if not _name_between(name, level, names) and not _of_another(words, name, level, names)
    ]
    others = [level for level in near if not _of_another(words, name, level, names)]
    return min(own or others, key=lambda level: _preference(name, level), default=None)


def _of_another(
    words: Sequence[Word], name: Found[str], level: Found[LevelWording], names: Sequence[Found[str]]
) -> bool:
    """ "lidt engelsk" says nothing of the Danish before it, "English A2" nothing of the Polish behind it."""
    if level.last < name.first and any(
        other.last + 1 == level.first and words[other.last].clause == words[level.first].clause for other in names
    ):
        return True
    return level.last + 1 != name.first and any(
        other is not name
        and level.last + 1 == other.first
        and not words[other.first].text.startswith(_ARABIC_AND)
        and other.first > name.last
        and words[level.last].clause == words[other.first].clause
        for other in names
    )


def _preference(name: Found[str], level: Found[LevelWording]) -> tuple[bool, bool, int, bool]:
    wording = level.payloads[0]
    return (
        wording.verb,
        wording.level not in CEFR and wording.level != NATIVE,
        _distance(name, level),
        level.first < name.first,
    )


def _distance(name: Found[str], level: Found[LevelWording]) -> int:
    return level.first - name.last if level.first > name.last else name.first - level.last


def _belongs(words: Sequence[Word], name: Found[str], level: Found[LevelWording], names: Sequence[Found[str]]) -> bool:
    if _distance(name, level) > _REACH or words[level.first].sentence != words[name.first].sentence:
        return False
    if level.first and words[level.first - 1].key == "til" and words[level.first].key == "gode":
        return False  # "fransk kan komme dig til gode"
    if level.last < name.first - 1 and words[level.last + 1].key in _PRAISED:
        return False
    if words[level.first].clause == words[name.first].clause:
        return True
    # "dansk (B1)", "dansk, B1" and "данську, рівень A2": the level may stand behind a bracket or a comma.
    written = words[level.first].text.upper() in CEFR
    reach = _REACH if "(" in words[level.first].gap else _CLOSE if written else 1
    return 0 < level.first - name.last <= reach and not _name_between(name, level, names)


def _name_between(name: Found[str], level: Found[LevelWording], names: Sequence[Found[str]]) -> bool:
    low, high = sorted((name.first, level.first))
    return any(low < other.first < high for other in names)


def _is_meant_as_language(words: Sequence[Word], name: Found[str]) -> bool:
    if words[name.first].key.endswith(tuple(COMPOUND_ENDS)):
        return True
    clause = words[name.first].clause
    near = words[max(0, name.first - _REACH) : name.last + _REACH + 1]
    return any(word.clause == clause and word.key.startswith(_OF_LANGUAGE) for word in near)
