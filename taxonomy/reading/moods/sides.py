"""Which way a cue points where its usual side names nothing: "truck er der ikke krav om"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.cue import WAIVED, Cue, CueInText
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_AHEAD = 4  # words; "det er ikke nødvendigt at have en truck"
_COPULAS = frozenset({"er", "is", "are"})
_CONDITIONS = frozenset({"hvis", "if"})  # "uddannelse er uden betydning, hvis du kan lide folk"
_TO_WHAT = word_set("sides", "to_what")
_SUBJECTS = word_set("sides", "subjects")
_SUBJECT_WORDS = 2
_SHORT = "noedv"  # "ikke nødv. udlært": not necessarily
_RIGHT_BEHIND = 2  # words
_INFINITIVES = frozenset({"have", "kunne", "vaere", "kende", "bruge", "tale"})


def sided(words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText]) -> list[CueInText]:
    """The cues; one with nothing on its own side but something on the other in its clause points there."""
    return [replace(cue, cue=_turned(words, spans, cue)) for cue in cues] if spans else list(cues)


def _turned(words: Sequence[Word], spans: Sequence[Span], cue: CueInText) -> Cue:
    clause = words[cue.first].clause
    here = [span for span in spans if words[span.first].clause == clause or words[span.last].clause == clause]
    behind = any(span.first > cue.last for span in here)
    before = any(span.first < cue.first for span in here)
    ends = _ends_clause(words, cue.last) or words[cue.last].key in _CONDITIONS
    if cue.cue.before and not cue.cue.after and before and not behind and ends:
        return replace(cue.cue, before=cue.cue.meaning != WAIVED, after=True)
    if cue.cue.meaning == WAIVED and words[cue.last].key in _CONDITIONS and _right_before(words, here, cue):
        return replace(cue.cue, before=False, after=True)  # "uddannelse uden betydning hvis man har siddet på kontor"
    ahead = _points_ahead(words, here, cue) or (
        (is_negator(words, cue.last) or words[cue.last].key == _SHORT) and _right_behind(here, cue)
    )
    if cue.cue.after and not cue.cue.before and not before and ahead:
        return replace(cue.cue, before=True)
    return cue.cue


def _right_before(words: Sequence[Word], here: Sequence[Span], cue: CueInText) -> bool:
    """A thing, and nothing but a copula between it and the cue."""
    first = cue.first - (cue.first > 0 and words[cue.first - 1].key in _COPULAS)
    return any(span.last == first - 1 for span in here)


def _right_behind(here: Sequence[Span], cue: CueInText) -> bool:
    """ "Denne gang behøver de ikke kørekort": the verb comes first, the denial last."""
    return any(0 < span.first - cue.last <= _RIGHT_BEHIND for span in here)


def _ends_clause(words: Sequence[Word], last: int) -> bool:
    """Nothing but who demands stands behind: "truck kræver kunden"."""
    end = last + 1
    while end < len(words) and end - last <= _SUBJECT_WORDS and words[end].key in _SUBJECTS:
        end += 1
    return end >= len(words) or words[end].clause != words[last].clause


def _points_ahead(words: Sequence[Word], here: Sequence[Span], cue: CueInText) -> bool:
    """A heading with a colon, or a small word that leads to what it is about."""
    if cue.last + 1 >= len(words):
        return False
    after = words[cue.last + 1]
    if after.gap.lstrip().startswith(":"):
        return True
    near = any(0 < span.first - cue.last <= _AHEAD for span in here)
    return (
        near
        and after.clause == words[cue.last].clause
        and (after.key in _TO_WHAT or words[cue.last].key in _INFINITIVES)
    )
