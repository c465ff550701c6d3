"""What is asked for by "kendskab til" and its like where the vocabulary does not know it: the text's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.first_parts import by_first_part
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_ASKING: PhraseIndex[bool] = PhraseIndex(
    (
        (wording, True)
        for wording in (
            "kendskab til", "kendskab inden for", "kendskab indenfor", "viden om", "viden indenfor", "indsigt i",
            "forstand på", "fortrolig med", "rutine i", "rutineret i", "kompetencer i", "kompetencer inden for",
            "færdigheder i",
            "ved noget om", "ved lidt om", "ved en masse om", "ved en del om", "kender noget til",
            "ved du noget om", "ved man noget om",
            "knowledge of", "familiar with", "proficient in",
        )
    ),
    inflected=False,
)  # fmt: skip
_ENDS = word_set("experience", "ends")
_SAYS_NOTHING = word_set("knowledge", "says_nothing")
_DOING = tuple(word_set("knowledge", "doing"))
_NO_DOING = word_set("knowledge", "no_doing")
_ITEM = 3  # words of an item that is a name
_PAPER_HEADS = word_set("knowledge", "papers")
_PAPERS = tuple(head + end for head in sorted(_PAPER_HEADS) for end in ("", "et", "er", "erne", "en"))
_NO_PAPERS = word_set("knowledge", "no_papers") | frozenset(_PAPERS)
_TO = frozenset({"at", "to"})  # "færdigheder i at planlægge" names no skill
_LONGEST = 4  # words of a key


def knowledge(words: Sequence[Word], found: Sequence[Thing], *, listed: bool) -> list[Thing]:
    """A skill with the text's own words for its key for each asking that no thing found answers.

    A short item of a list with the look of a name (ISTQB, HPLC-MS) is one as well.
    """
    taken = {place for thing in found for place in range(thing.first, thing.last + 1)}
    things = []
    for match in _ASKING.find(words):
        own = _own_words(words, match.last)
        if own and words[own[0]].key not in _TO and not taken & set(own) and words[own[0]].key not in _SAYS_NOTHING:
            things.append(_skill(words, own))
    if listed and not things and not found and _names_a_skill(words):
        things.append(_skill(words, range(len(words))))
    return things


def papers(words: Sequence[Word], found: Sequence[Thing]) -> list[Thing]:
    """A certificate by its own word for each one that nobody listed: "klatrecertifikat"."""
    taken = {place for thing in found for place in range(thing.first, thing.last + 1)}
    return [
        Thing(RequirementKind.CERTIFICATE, _paper(word), index, index, asked=True)
        for index, word in enumerate(words)
        if index not in taken and word.key.endswith(_PAPERS) and word.key not in _NO_PAPERS
    ]


def _paper(word: Word) -> str:
    """ "Gummigedscertifikat" by what its first part names alone; else the paper's own word."""
    base = _base(word.text.lower())
    head = next((head for head in _PAPER_HEADS if fold(base).endswith(head)), "")
    first = fold(base).removesuffix(head).removesuffix("s")
    named = [wording.entry for match in wording_index().find([replace(word, key=first)]) for wording in match.payloads]
    paper = next((entry.key for entry in named if entry.kind is RequirementKind.CERTIFICATE), None)
    return paper or base


def _base(word: str) -> str:
    """ "Klatrecertifikatet" under "klatrecertifikat"."""
    ending = next((end for end in ("erne", "er", "et", "en") if word.endswith(end)), "")
    bare = word.removesuffix(ending)
    return bare if ending and fold(bare).endswith(_PAPERS) else word


def _own_words(words: Sequence[Word], last: int) -> range:
    end = last + 1
    while (
        end < len(words)
        and end - last <= _LONGEST
        and words[end].clause == words[last].clause
        and words[end].key not in _ENDS
    ):
        end += 1
    return range(last + 1, end)


def _skill(words: Sequence[Word], own: range) -> Thing:
    key = " ".join(words[place].text.lower() for place in own)
    key = (by_first_part(words[own.start]) if len(own) == 1 else None) or key
    return Thing(RequirementKind.SKILL, key, own.start, own.stop - 1)


def _names_a_skill(words: Sequence[Word]) -> bool:
    """A short item with the look of a name, or one word whose last part is one of doing or knowing."""
    if not 1 <= len(words) <= _ITEM:
        return False
    last = words[-1].key
    doing = len(words) <= 2 and last.endswith(_DOING) and last not in _DOING and last not in _SAYS_NOTHING | _NO_DOING
    return doing or any(_is_name(word.text) for word in words)


def _is_name(text: str) -> bool:
    return len(text) > 2 and sum(letter.isupper() for letter in text) >= 2
