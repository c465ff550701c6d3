"""Headings over lists: what stands on the lines below "Vi forventer:" is a duty, below "Vi tilbyder:" an offer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from taxonomy.reading.cue import HARD, NEUTRAL, WAIVED, WEAKER, CueInText
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start

_BULLET = re.compile(r"[•·*\-–—]\s*$")
_LONGEST = 14  # words of a heading
_SHORT = 8  # words of one without a colon
_ASKING = word_set("headings", "asking")
_OPEN = word_set("headings", "open")
_CLAUSES = word_set("headings", "clauses")
_OR = frozenset({"or", "eller"})
_MOST_LINES = 60  # of a list
_TELLING = word_set("notes", "who") | word_set("predicates", "verbs")
_NOTE = 9  # words of a sentence that goes on with a list


def under_headings(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """The meanings; where the words beside a thing say nothing, what the heading of its list says."""
    if not any(mark in word.gap for word in words for mark in "\n?:"):
        return list(said)
    of_sentence = _headed(words, cues)
    settled = []
    for meaning, span in zip(said, spans, strict=True):
        above = of_sentence.get(words[span.first].sentence)
        if meaning is None and above == HARD:
            above = _said_of_its_list(words, span, cues) or above
        settled.append(above if meaning is None or _hangs_on(words, span, meaning, above) else meaning)
    return settled


def _said_of_its_list(words: Sequence[Word], span: Span, cues: Sequence[CueInText]) -> str | None:
    """ "A degree in marketing, communication or business is a plus" on a list of demands: the whole line is one."""
    own = [cue for cue in cues if words[cue.first].sentence == words[span.first].sentence]
    if not own or own[0].cue.meaning not in WEAKER or not own[0].cue.after:
        return None
    return own[0].cue.meaning if any(word.key in _OR for word in words[span.last + 1 : own[0].first]) else None


def _hangs_on(words: Sequence[Word], span: Span, meaning: str, above: str | None) -> bool:
    """ "Det går vi ikke op i:" over "om du har truck": the line is a clause of its heading and means what that says."""
    if meaning != HARD or above not in WEAKER:
        return False
    start = clause_start(words, span.first)
    opens = not start or words[start - 1].sentence != words[start].sentence
    return opens and words[start].key in _CLAUSES


def _headed(words: Sequence[Word], cues: Sequence[CueInText]) -> dict[int, str | None]:
    """What the heading above says, for each sentence that stands in a list."""
    starts = [index for index, word in enumerate(words) if not index or word.sentence != words[index - 1].sentence]
    found: dict[int, str | None] = {}
    heading: str | None = None
    in_line: str | None = None
    lines, over_prose = 0, False
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(words)
        gap = words[start].gap
        if in_line is not None and _is_a_note_behind(words, start, end):
            found[words[start].sentence] = in_line
        else:
            in_line = _opening_a_line(words, start, end, cues)
        lines += 1
        alone = _stands_alone(words, start, end, cues)
        if alone or _is_heading(words, start, end):
            heading, lines = _meaning(start, end, cues), 0
            over_prose = alone and heading == WAIVED
        elif heading and lines == 1 and "\n" not in gap and "?" in gap:
            found[words[start].sentence], heading = heading, None  # the answer on the line of its question
        elif _ends_list(gap, lines, over_prose=over_prose):
            heading = None
        elif heading and lines <= _MOST_LINES:
            found[words[start].sentence] = heading
    return found


def _opening_a_line(words: Sequence[Word], start: int, end: int, cues: Sequence[CueInText]) -> str | None:
    """ "Ønsker: kørekort B. Truck. Dansk": what the heading in a line says, for the notes behind it."""
    colon = next((at for at in range(start + 1, end) if words[at].gap.lstrip().startswith(":")), None)
    return None if colon is None else _meaning(start, colon, [cue for cue in cues if cue.last == colon - 1])


def _is_a_note_behind(words: Sequence[Word], start: int, end: int) -> bool:
    """Short, in the same line, with no heading of its own, and nobody who does anything."""
    gaps = words[start].gap + "".join(word.gap.strip() for word in words[start + 1 : end])
    short = end - start <= _NOTE and "\n" not in gaps and ":" not in gaps
    return short and _TELLING.isdisjoint(word.key for word in words[start:end])


def _ends_list(gap: str, lines: int, *, over_prose: bool) -> bool:
    """A sentence goes on in its line, unless an offer is told in prose, or a line stands after a blank one."""
    if _BULLET.search(gap):
        return False
    return ("\n" not in gap and not over_prose) or ("\n\n" in gap and lines > 1)


def _stands_alone(words: Sequence[Word], start: int, end: int, cues: Sequence[CueInText]) -> bool:
    """ "Benefits" or "Det får du", a cue with a line of its own and no colon behind it."""
    if end >= len(words) or "\n" not in words[end].gap or (start and "\n" not in words[start].gap):
        return False
    # "Ikke nødvendigt" on the line below a thing speaks of that thing.
    opens = not start or "\n\n" in words[start].gap
    return any(cue.first == start and cue.last == end - 1 and (opens or not cue.cue.after) for cue in cues)


def _is_heading(words: Sequence[Word], start: int, end: int) -> bool:
    """A short line that ends in a colon, asks or stops in mid-sentence over a list; a question before its answer."""
    if end >= len(words) or end - start > _LONGEST:
        return False
    line, *below = words[end].gap.split("\n")
    asks = "?" in line and words[start].key in _ASKING
    bulleted = bool(below) and _BULLET.search(words[end].gap) is not None and _leads(words, start, end)
    return asks or bulleted or ((":" in line or "?" in line) and bool(below)) or _opens_a_list(words[end].gap)


def _leads(words: Sequence[Word], start: int, end: int) -> bool:
    """ "Det er en fordel, at" or "Faglige krav" over bullets, and no bullet itself."""
    short = end - start <= _SHORT and _BULLET.search(words[start].gap) is None and "." not in words[end].gap
    return words[end - 1].key in _OPEN or short


def _opens_a_list(gap: str) -> bool:
    """ "Krav: - truck - dansk", all in one line."""
    return ":" in gap and _BULLET.search(gap) is not None


def _meaning(start: int, end: int, cues: Sequence[CueInText]) -> str | None:
    """The last cue of the heading: "Det er en fordel, hvis du har:" wishes."""
    own = [cue for cue in cues if start <= cue.first and cue.last < end and cue.cue.meaning != NEUTRAL]
    return own[-1].cue.meaning if own else None
