"""What introduces a list or a thing: "hvad vi kommer med: ...", "det, I ikke behøver at se efter, er ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taxonomy.reading.cue import NEUTRAL, WAIVED, Cue, CueInText
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_OPENS_A_CLEFT = word_set("introductions", "cleft")
_IS = frozenset({"er", "is", "are"})
_WE = word_set("introductions", "we")
_GIVING = word_set("introductions", "giving")
_NOT_DENIED = word_set("denials", "not_denied")
_LONGEST = 14  # words of an introduction


def with_introductions(words: Sequence[Word], cues: Sequence[CueInText]) -> list[CueInText]:
    """The cues with one for each introduction, so that all that it introduces is meant as it says."""
    if not any(":" in word.gap or "," in word.gap for word in words):
        return list(cues)
    return sorted([*cues, *_introductions(words, cues)], key=lambda cue: cue.first)


def _introductions(words: Sequence[Word], cues: Sequence[CueInText]) -> Iterator[CueInText]:
    start = 0
    for index in range(1, len(words)):
        if words[index].sentence != words[index - 1].sentence:
            start = index
            continue
        colon = words[index].gap.lstrip().startswith(":") and words[index].gap.endswith((" ", "\n"))
        cleft = words[index].key in _IS and "," in words[index].gap and words[start].key in _OPENS_A_CLEFT
        if not (colon or cleft) or not 1 < index - start <= _LONGEST:
            continue
        place = index if cleft else index - 1
        meaning = _meaning(words, start, index, cues, cleft=cleft)
        if meaning is not None and not any(cue.first <= place <= cue.last for cue in cues if cue.cue.before):
            yield CueInText(Cue(meaning, before=True, after=False), place, place)


def _meaning(words: Sequence[Word], start: int, end: int, cues: Sequence[CueInText], *, cleft: bool) -> str | None:
    """What the words say of what they introduce; None where nothing says it."""
    own = [cue for cue in cues if start <= cue.first and cue.last < end and cue.cue.meaning != NEUTRAL]
    covered = {place for cue in own for place in range(cue.first, cue.last + 1)}
    keys = [word.key for word in words[start:end]]
    denied = [at for at in range(start, end) if at not in covered and is_negator(words, at)]
    if denied and words[min(denied[-1] + 1, end)].key not in _NOT_DENIED:
        return WAIVED
    if own:
        return own[-1].cue.meaning if cleft else None
    return WAIVED if _WE.intersection(keys) and _GIVING.intersection(keys) else None
