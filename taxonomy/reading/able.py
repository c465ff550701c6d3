"""Who can take a blood pressure is able to; who can take a licence has none yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.cue import HARD, WAIVED, CueInText
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.thing import Thing

_RIGHT_BEHIND = 2  # words from "kan tage" to what is taken


def able(named: Sequence[Thing], cues: Sequence[CueInText]) -> list[CueInText]:
    """The cues; "kan tage" right before or across a skill that is done, not learned ("tage blodtryk"), is a duty."""
    return [replace(cue, cue=replace(cue.cue, meaning=HARD)) if _is_able(named, cue) else cue for cue in cues]


def _is_able(named: Sequence[Thing], cue: CueInText) -> bool:
    if cue.cue.meaning != WAIVED or not cue.cue.before or cue.last == cue.first:
        return False
    return any(
        thing.kind is RequirementKind.SKILL
        and thing.first == cue.last  # the skill's own words begin with the verb
        and thing.last > thing.first
        and thing.last - cue.last <= _RIGHT_BEHIND
        for thing in named
    )
