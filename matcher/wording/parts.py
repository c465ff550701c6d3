"""The names of a score's parts in each language; Danish names are the public keys of `parts`."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.ranking.grades import GradedDemand, demand_label
from matcher.ranking.score import CONDITION_LABELS, DECIMALS, Scored
from matcher.wording.demands import demand_name
from matcher.wording.language import Language
from matcher.wording.tables import Wording
from matcher.wording.views import View, shows_condition
from taxonomy.catalog import Catalog

CONDITION_BY_LABEL = {label: name for name, label in CONDITION_LABELS.items()}


def named_parts(scored: Scored, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> dict[str, float]:
    """Points by name, in the language and as far as the reader may know.

    They sum to the score, which for others than the consultant is by the weights of their view.
    """
    parts: dict[str, float] = {}
    for name, points in scored.parts:
        condition = CONDITION_BY_LABEL.get(name)
        if condition is None or shows_condition(view, condition):
            shown = part_name(name, scored.demands, words, catalog)
            parts[shown] = round(parts.get(shown, 0.0) + points, DECIMALS)
    return parts


def part_name(name: str, demands: Iterable[GradedDemand], words: Wording, catalog: Catalog) -> str:
    """What the language calls the part."""
    if words.language is Language.DANISH or name in CONDITION_BY_LABEL:
        return words.name("parts", name)
    for demand in demands:
        hard = demand.requirement.hard
        if name == f"{'krav' if hard else 'ønsket'}: {demand_label(demand)}":
            what = demand_name(demand, words, catalog)
            return words.say("part_demand" if hard else "part_wished", what=what)
    return words.name("parts", name)
