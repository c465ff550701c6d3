"""The conditions of a job: hours, shifts, start and number of positions."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import Terms
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.moods.cue_finding import ORDER_CUES, cues_in
from taxonomy.reading.moods.governing_cue import meanings_of
from taxonomy.reading.span import Span
from taxonomy.reading.terms.hours import FULL_TIME, PART_TIME, hours_per_week
from taxonomy.reading.terms.kinds_told import kind_told
from taxonomy.reading.terms.positions import positions
from taxonomy.reading.terms.shifts import ShiftFound, in_order, shifts_in
from taxonomy.reading.terms.starts import start_of
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_ENOUGH = word_set("shifts", "enough")
_NEAR = 4  # words


def terms_of(words: list[Word], titles: list[TitleFound], *, heading: bool) -> Terms:
    """The conditions that a run of words says; a shift that is waived or denied is none."""
    spans = shifts_in(words, frozenset(title.last for title in titles))
    cues = cues_in(words, ORDER_CUES, frozenset({"waived", "excluded"}))
    said = meanings_of(words, [Span(shift.first, shift.last) for shift in spans], cues)
    asked = [
        shift.shift
        for shift, meaning in zip(spans, said, strict=True)
        if meaning is None
        and not (shift.first and words[shift.first - 1].key in {"ikke", "ingen", "no", "aldrig"})
        and not _is_covered(words, shift)
    ]
    return Terms(
        hours_per_week=hours_per_week(words),
        shifts=in_order(asked),
        start=start_of(words),
        positions=positions(words, titles, heading=heading),
        kind=kind_told(words, heading=heading),
    )


def _is_covered(words: Sequence[Word], shift: ShiftFound) -> bool:
    """ "Nat har de nok til", "weekender er dækket": others have it."""
    near = words[shift.last + 1 : shift.last + 1 + _NEAR]
    behind = [word.key for word in near if word.sentence == words[shift.last].sentence]
    return bool(behind) and behind[0] in {"har", "er"} and not _ENOUGH.isdisjoint(behind)


def together(terms: Sequence[Terms]) -> Terms:
    """The first field that says it, settles it; hours in numbers win over "deltid"; shifts of all fields count."""
    hours = [found.hours_per_week for found in terms if found.hours_per_week]
    return Terms(
        hours_per_week=next((one for one in hours if one not in {FULL_TIME, PART_TIME}), hours[0] if hours else None),
        shifts=in_order([shift for found in terms for shift in found.shifts]),
        start=next((found.start for found in terms if found.start), None),
        positions=next((found.positions for found in terms if found.positions), None),
        kind=next((found.kind for found in terms if found.kind), None),
    )
