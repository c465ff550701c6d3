"""The labelled order texts (routing/README.md says who labelled how)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from indexer.intake import read_job_order
from indexer.intake.job_order import JobOrder

FOLDER = Path(__file__).parent / "routing"


@dataclass(frozen=True, slots=True)
class LabelledOrder:
    """An order with the trade it belongs to; `also` are other defensible trades."""

    order: JobOrder
    trade: str | None
    also: tuple[str, ...]

    def right(self, trade: str | None) -> bool:
        """Whether a trade is the label or defensible."""
        return trade == self.trade or trade in self.also


def labelled_orders(half: str) -> list[LabelledOrder]:
    """The texts of a half, "development" or "reporting"."""
    found = []
    for line in (FOLDER / f"orders_{half}.jsonl").read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        label = fields.pop("label")
        found.append(LabelledOrder(read_job_order(fields), label["trade"], tuple(label["also"])))
    return found
