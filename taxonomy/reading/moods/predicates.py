"""What is said of a thing in words that no rule knows: nothing is demanded by it."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_VERBS = word_set("predicates", "verbs")
_BEFORE = word_set("predicates", "before")
# Attests, ages and authorisations are asked of everybody, whatever else is said of them.
_KINDS = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.EDUCATION,
        RequirementKind.OWN_CAR,
        RequirementKind.LANGUAGE,
    }
)


def said_unknown(words: Sequence[Word], thing: Thing) -> bool:
    """ "Truck er ude af billedet", "C/E var sidste år": it opens its clause and a verb follows.

    To take that for a demand would turn every denial that nobody foresaw into its opposite.
    """
    if thing.kind not in _KINDS or thing.meaning is not None:
        return False
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    if after is None or after.clause != words[thing.last].clause or after.key not in _VERBS:
        return False
    before = thing.first
    while before and words[before - 1].clause == words[thing.first].clause and words[before - 1].key in _BEFORE:
        before -= 1
    return not before or words[before - 1].clause != words[thing.first].clause
