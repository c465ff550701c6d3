"""What a CV's running text tells as done, what it only wishes for, and what is neither."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import CueInText
from taxonomy.reading.moods.cue_finding import CV_CUES, cues_in
from taxonomy.reading.moods.governing_cue import meanings_of
from taxonomy.reading.moods.referring import WISHED
from taxonomy.reading.reader import TextReader
from taxonomy.reading.span import Span
from taxonomy.reading.text.words import Word

DONE, NEITHER = "done", "neither"  # beside WISHED
_WISHES, _UNDONE = frozenset({WISHED}), frozenset({"denied", "unfinished"})
# "Kan også svejse", "kassen kan jeg godt": who can a thing has learnt it somewhere.
_ABLE = frozenset({"kan", "can", "moge", "можу", "могу", "pot", "puedo", "kann", "يمكنني", "أستطيع"})


def told_of(text: str, places: Sequence[tuple[int, int]], reader: TextReader) -> list[str]:
    """For each place (start and end in the text) DONE, WISHED or NEITHER; linear time."""
    told = [DONE] * len(places)
    if not places:
        return told
    for words in reader.blocks(text):
        spans = {number: span for number, place in enumerate(places) if (span := _span(words, *place))}
        for number, said in zip(spans, said_of_doing(words, list(spans.values())), strict=True):
            told[number] = said
    return told


def said_of_doing(words: Sequence[Word], spans: Sequence[Span]) -> list[str]:
    """The same for words of one run of sentences."""
    if not spans:
        return []
    wished, undone = only_wished(words, spans), _reached(words, spans, _UNDONE)
    return [WISHED if wishes else NEITHER if lacks else DONE for wishes, lacks in zip(wished, undone, strict=True)]


def only_wished(words: Sequence[Word], spans: Sequence[Span]) -> list[bool]:
    """For each whether its writer wishes for it and does not tell of doing it."""
    return _reached(words, spans, _WISHES)


def _reached(words: Sequence[Word], spans: Sequence[Span], meanings: frozenset[str]) -> list[bool]:
    cues = [cue for cue in cues_in(words, CV_CUES, meanings) if not _tells_of_doing(words, cue)]
    return [meaning is not None for meaning in meanings_of(words, spans, cues)] if cues else [False] * len(spans)


def _tells_of_doing(words: Sequence[Word], cue: CueInText) -> bool:
    """Whether the cue says that its thing is or was done after all."""
    return any(word.key in _ABLE for word in words[cue.first : cue.last + 1])


def _span(words: Sequence[Word], start: int, end: int) -> Span | None:
    inside = [index for index, word in enumerate(words) if word.end > start and word.start < end]
    return Span(inside[0], inside[-1]) if inside else None
