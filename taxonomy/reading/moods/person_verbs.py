"""Verbs whose subject is whoever is sought, named before them or, in a note, not at all."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import HARD, WEAKER, Cue, CueInText
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_PERSON = word_set("cues", "person")
_VERBS = word_set("cues", "verbs")
_SPEAKING = frozenset({"taler", "snakker", "forstaar", "behersker", "har", "kan", "kunne", "ku"})
_SUBJECTS = _PERSON | word_set("negation", "subjects") | frozenset({"i", "jeg", "they"})
_AND = frozenset({"og", "samt", "and"})


def verbs_of_the_person(words: Sequence[Word], found: Sequence[CueInText]) -> list[CueInText]:
    """ "Du er uddannet, har kørekort og taler dansk": the later verbs have the person for their subject too."""
    taken = {index for cue in found for index in range(cue.first, cue.last + 1)}
    leading = {cue.last: cue.cue.meaning for cue in found if cue.cue.before}
    mood: dict[int, str] = {}
    verbs = []
    for index, word in enumerate(words):
        if word.key in _PERSON:
            near = [leading[place] for place in range(index - 1, max(-1, index - 4), -1) if place in leading]
            mood[word.sentence] = near[0] if near and near[0] in WEAKER else HARD
        noted = word.key in _SPEAKING and _opens_a_note(words, index)
        if noted and index not in taken:
            verbs.append(CueInText(Cue(HARD, before=True, after=False), index, index))
            continue
        opens = index and (words[index - 1].clause != word.clause or words[index - 1].key in _AND)
        if opens and word.key in _VERBS and word.sentence in mood and index not in taken:
            verbs.append(CueInText(Cue(mood[word.sentence], before=True, after=False), index, index))
    return verbs


def _opens_a_note(words: Sequence[Word], index: int) -> bool:
    """ "Taler dansk" as a note says it, and no question: nobody is named before or behind."""
    listed = "\n" in words[index].gap  # below a heading, which says how it is meant
    opens = not listed and (not index or words[index - 1].sentence != words[index].sentence)
    after = words[index + 1] if index + 1 < len(words) else None
    return opens and after is not None and after.clause == words[index].clause and after.key not in _SUBJECTS
