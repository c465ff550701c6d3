"""The one owner of an order, with the reasons that a person can check."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.dispatch.reasons import Reason, told
from matcher.wording.language import Language
from matcher.wording.tables import wording
from taxonomy.concepts import Department, Occupation


@dataclass(frozen=True, slots=True)
class TradeChance:
    """A trade with the probability that it is the right one."""

    trade: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Route:
    """Where an order goes.

    `trade` is None where the text names no job. `confidence` is a probability: of the orders given 0.9, nine in ten
    are right. `needs_decision`: KVS settles it before the department starts. `marks` are shown beside the department.
    """

    order_id: str
    trade: str | None
    department: Department
    confidence: float
    needs_decision: bool
    occupation: Occupation | None
    alternatives: tuple[TradeChance, ...]
    why: tuple[Reason, ...]
    marks: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in Danish, as the public formats have it."""
        return self.reasons_in(Language.DANISH)

    def reasons_in(self, language: Language) -> tuple[str, ...]:
        """Why, in the language."""
        return told(self.why, wording(language))
