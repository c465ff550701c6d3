"""What is said of a thing in its own clause, or by a word that points back: "nætter har jeg prøvet, det duer ikke"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import CueInText
from taxonomy.reading.moods.governing_cue import meanings_of
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

WISHED, REFUSED = "wished", "refused"
_POINTING = word_set("referring", "pointing")


def said_of(words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText]) -> list[str | None]:
    """For each thing what its cue says; else what the next cue that points back to it says."""
    said = meanings_of(words, spans, cues)
    if None not in said or not cues:
        return said
    pointing = [cue for cue in cues if any(word.key in _POINTING for word in words[cue.first : cue.last + 1])]
    return [meaning or _pointed_at(words, span, spans, pointing) for meaning, span in zip(said, spans, strict=True)]


def _pointed_at(words: Sequence[Word], span: Span, spans: Sequence[Span], pointing: Sequence[CueInText]) -> str | None:
    later = [
        cue for cue in pointing if cue.first > span.last and words[cue.first].sentence == words[span.last].sentence
    ]
    if not later:
        return None
    between = range(span.last + 1, later[0].first)
    return None if any(other.first in between for other in spans) else later[0].cue.meaning
