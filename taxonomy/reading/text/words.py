"""A field cut into fine words with their clause and sentence, for matching phrases against."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from taxonomy.language import ABBREVIATIONS, fold
from taxonomy.reading.findings import Quote, TextField
from taxonomy.reading.text.word_sets import word_set

# Finer than language.tokens: "sosu-hjælper" is two words here, so that spaces, hyphens and slashes do not matter.
_WORD = re.compile(
    r"""
    (?<!\w)[BCDbcd]1?\s?[/+]\s?[eE](?!\w)     # C/E, B+E, C1 / E: one licence category
    | §\s?\d+ | \.(?:NET|net)\b
    | \d+(?:[.,]\d+)?(?:\+(?!\w))?
    | [^\W\d_][^\W_]*(?:\#|\+\+|)
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?؟;؛\n\r•·*|]|[–—]\s")
_PARAGRAPH = re.compile(r"\n\s*\n")
_CLAUSE_END = re.compile(r"[,،()]|\s-\s")
_OPENS_A_LIST, _ITEM = re.compile(r":\s*-\s*$"), re.compile(r"\s-\s$")  # "Krav: - truck - dansk", all in one line
APOSTROPHES = ("'", "’")
_ENDS_OF_LETTERS = frozenset({"ere", "erne", "eren", "ernes", "eres"})  # "vvs'ere", "hk'erne" are inflected "vvs'er"
_BLOCK, _LONGEST_BLOCK = 200, 300  # words read together; longer than nearly every order and CV
_LONGEST_SENTENCE = 150  # words; text without any full stop is cut here
BUT = frozenset({"men", "but", "dog", "aber", "ale", "mens", "hvorimod", "however"})
_CUT_SHORT = (
    "merc",
    "aud",
    "jur",
    "comm",
    "scient",
    "polyt",
    "psych",
    "pharm",
    "oecon",
    "lign",
    "selvst",
    "spec",
    "udd",
    "cert",
    "erf",
    "kval",
    "ass",
    "sek",
    "koord",
    "afd",
    "pl",
)  # "specialudd. + aut."
# "2 års erf. m. truck" goes on, "2 års erf. egen bil" does not.
_OF_YEARS = frozenset({"min", "mindst", "erf", "anc"})
_YEARS = frozenset({"aar", "aars", "mdr", "maaneder", "tilsv", "tilsvarende", "lign", "lignende"})
_OR = frozenset({"eller", "el"})
_BEFORE_A_TRADE = frozenset({"eller", "og", "samt", "i", "med"})
_BEHIND_NEEDED = frozenset(
    {"udlaert", "uddannet", "faglaert", "erfaren", "m", "med", "at", "da", "for", "pga", "hvis", "til", "fra", "men"}
)
_SHORT = {"ell": "eller"}
_OF_ANYBODY = frozenset({"skal", "kan", "maa", "vil", "behoever", "faar", "laerer"})
_DENIED = ("ikke", "ej")
_SMALL = 3  # letters of a word that says nothing of what the experience is in
_BEFORE_ADJECTIVE = frozenset({"gerne", "helst", "soeger", "eller", "mangler", "oensker", "meget", "bare", "dygtig"})
_BEHIND_YEARS = frozenset({"m", "med", "i", "som", "fra", "paa", "inden", "indenfor", "er", "kraeves", "oenskes", "el"})
# What two-figure ordinals count: months and terms.
_COUNTED = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "semester", "klasse")
_YEAR = 4  # digits
_TIMES = word_set("words", "times")  # behind the dash of "2016 – nu"
_NO_END_AFTER = word_set("words", "no_end_after")


@dataclass(frozen=True, slots=True)
class Word:
    """One fine word: `key` is what phrases compare, `gap` the text between the word before and this one."""

    text: str
    key: str
    start: int
    end: int
    gap: str
    clause: int
    sentence: int


def _no_more(_: str, __: str) -> bool:
    return False


def cut(text: str, key_of: Callable[[str], str] = fold, goes_on: Callable[[str, str], bool] = _no_more) -> list[Word]:
    """The fine words of a text in order; `key_of` folds and may mend a spelling; linear time.

    `goes_on` says of a word with a full stop and the word behind it whether their sentence is one.
    """
    found: list[Word] = []
    clause = sentence = after = opened = 0
    listing = False
    for match in _WORD.finditer(text):
        raw, gap = match[0], text[after : match.start()]
        opens = _OPENS_A_LIST.search(gap) is not None
        item = opens or (listing and _ITEM.search(gap) is not None and not raw.isdecimal())
        if found and (item or len(found) - opened >= _LONGEST_SENTENCE or _ends_sentence(gap, found, raw, goes_on)):
            sentence, clause, opened, listing = sentence + 1, clause + 1, len(found), item
        elif found and (_CLAUSE_END.search(gap) or fold(raw) in BUT):
            clause += 1
        key = _joined(raw) if not raw.isalpha() else key_of(raw)
        key = _SHORT.get(key, key)
        if gap in APOSTROPHES and key in _ENDS_OF_LETTERS:
            key = "er"
        found.append(Word(raw, key, match.start(), match.end(), gap, clause, sentence))
        after = match.end()
    return found


def blocks(words: list[Word], *, whole_paragraphs: bool = False) -> Iterator[list[Word]]:
    """The words in runs of whole sentences of about 200 words, so that reading stays linear in long texts.

    Of `whole_paragraphs` as far as 300 words hold them, so that a list stays with its heading.
    """
    longest = _LONGEST_BLOCK if whole_paragraphs else _BLOCK
    start = 0
    for index in range(1, len(words)):
        read = index - start
        if read < _BLOCK or words[index].sentence == words[index - 1].sentence:
            continue
        if read >= longest or _PARAGRAPH.search(words[index].gap):
            yield words[start:index]
            start = index
    yield words[start:]


def _joined(raw: str) -> str:
    return fold("".join(raw.split())).replace("+e", "/e").removesuffix("+" if raw[0].isdecimal() else "")


def _ends_sentence(gap: str, found: Sequence[Word], raw: str, goes_on: Callable[[str, str], bool]) -> bool:
    before, earlier = found[-1], found[-2] if len(found) > 1 else None
    ends = _SENTENCE_END.search(gap)
    if ends is None or (ends[0] in "?!" and gap[ends.end() :].startswith(")")):
        return False  # "stilladsbevis (10 dages?) er en fordel"
    if ends[0] != "." or not gap.startswith("."):
        return ends[0][0] not in "–—" or not _is_to_a_year(before, raw)
    if gap in {".", ".-"} and (raw[0].islower() or raw[0].isdecimal()):
        return False  # f.eks, cand.merc, cand.mag.-stud, 30.6
    if raw in _OR or (_closes(before, earlier, raw) and not _opens_with_denial(found)):
        return raw not in _OR  # "cand.merc. eller lignende"
    if (
        (before.key in _NO_END_AFTER and not _is_electricity(before, earlier, raw))
        or (before.key.endswith(_CUT_SHORT) and not raw[0].isupper())
        or (before.key in ABBREVIATIONS and not raw[0].isupper())
        or (before.key in _TIMES and raw.isdecimal() and len(raw) == _YEAR)  # "aug. 2014"
        or (raw[0].islower() and not gap.startswith("..") and goes_on(before.text, raw))
    ):
        return False
    return not (before.key.isdecimal() and raw[0].islower() and _is_ordinal(before.key, raw))


def _is_to_a_year(before: Word, raw: str) -> bool:
    """ "2016 – 2019", "03/2018 – dd.", "2014 – july 2019": the dash joins two times."""
    year = before.key.rpartition(".")[2]
    return len(year) == 4 and year.isdecimal() and (raw[0].isdecimal() or fold(raw) in _TIMES)


def _is_electricity(before: Word, earlier: Word | None, raw: str) -> bool:
    """ "Vvs eller el. Kørekort kræves": no short form of "eller"."""
    return before.key == "el" and raw[0].isupper() and earlier is not None and earlier.key in _BEFORE_A_TRADE


def _opens_with_denial(found: Sequence[Word]) -> bool:
    """ "Ikke nødv. udlært": nothing stands before it that could be not needed."""
    if found[-1].key != "noedv" or len(found) < len(_DENIED) or found[-2].key not in _DENIED:
        return False
    return len(found) == len(_DENIED) or found[-3].sentence != found[-2].sentence


def _closes(before: Word, earlier: Word | None, raw: str) -> bool:
    """ "Sushi 2 år min. hygiejne kræves", "10 års erf. egen bil": the short form belongs to the years before it."""
    if before.key == "man" and earlier is not None and earlier.key in _OF_ANYBODY:
        return True  # "truck skal man. dansk gerne" names no Monday
    if before.key == "noedv":
        return fold(raw) not in _BEHIND_NEEDED  # "ADR ikke nødv. truck skal de have"
    if earlier is None or before.key not in _OF_YEARS or fold(raw) in _BEHIND_YEARS:
        return False
    says_what = before.key == "erf" and earlier.clause == before.clause and len(earlier.key) > _SMALL
    return earlier.key in _YEARS or (says_what and earlier.key not in _BEFORE_ADJECTIVE)


def _is_ordinal(number: str, raw: str) -> bool:
    """ "1. maj", "9. klasse", "24. december"; "fyldt 18. ingen erfaring" is none."""
    return len(number) == 1 or (len(number) == 2 and fold(raw).startswith(_COUNTED))


def clause_start(words: Sequence[Word], index: int) -> int:
    """The place of the first word of the clause that a word stands in."""
    start = index
    while start and words[start - 1].clause == words[index].clause:
        start -= 1
    return start


def quote(field: TextField, words: list[Word], first: int, last: int) -> Quote:
    """The field's own words from one word to another, both included."""
    start, end = words[first].start, words[last].end
    return Quote(field.name, field.index, start, end, field.text[start:end])
