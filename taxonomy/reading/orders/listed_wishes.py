"""What an order lists among its wishes is a wish in its text too: "busser i byen, kørekort D"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.meanings import MUST_HAVE, NICE_TO_HAVE
from taxonomy.reading.orders.demands import Demand

_HARD = "hard"  # the text itself says that it is demanded
# "Du kan dokumentere i Cura" demands little beside a list that wishes for it; of a licence the text has the last word.
_KNOWN_BY_WORK = frozenset({RequirementKind.SKILL, RequirementKind.EXPERIENCE})


def as_listed(demands: Sequence[Demand]) -> list[Demand]:
    """The demands, those of title and text softened that the lists name as wishes only, and what is as good as they.

    A language stays: "flydende dansk" among the wishes is more than the Danish that the text demands.
    """
    named = {NICE_TO_HAVE: set[str](), MUST_HAVE: set[str]()}
    for one in demands:
        named.get(one.requirement.quote.field, set[str]()).add(one.requirement.key)
    wished = named[NICE_TO_HAVE] - named[MUST_HAVE]
    soft = [one.requirement for one in demands if one.requirement.key in wished and _flatly_named(one)]
    groups = {found.group for found in soft} - {None}
    keys = {found.key for found in soft}
    return [
        _softened(one)
        if _flatly_named(one) and (one.requirement.key in keys or one.requirement.group in groups)
        else one
        for one in demands
    ]


def _flatly_named(demand: Demand) -> bool:
    found = demand.requirement
    if found.excluded or found.kind is RequirementKind.LANGUAGE:
        return False
    return demand.meaning != _HARD or found.kind in _KNOWN_BY_WORK


def _softened(demand: Demand) -> Demand:
    return replace(demand, requirement=replace(demand.requirement, hard=False))
