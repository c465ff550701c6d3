"""Counts of facts read rightly, wrongly and not at all, by sort of fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class FactsTally:
    """Counts by sort of fact; `mistakes` say the CV, the sort, and what was missed (-) or too much (+)."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def figures(self, sort: str | None = None) -> tuple[float, float]:
        """Precision and recall of a sort or of all; 1 where there is nothing."""
        right, wrong, missed = (
            found.total() if sort is None else found[sort] for found in (self.right, self.wrong, self.missed)
        )
        return right / (right + wrong) if right + wrong else 1.0, right / (right + missed) if right + missed else 1.0

    def hit(self, sort: str) -> None:
        """Something labelled was found."""
        self.right[sort] += 1

    def miss(self, cv: str, sort: str, what: str) -> None:
        """Something labelled was not found."""
        self.missed[sort] += 1
        self.mistakes.append(f"{cv} -{sort}: {what}")

    def excess(self, cv: str, sort: str, what: str) -> None:
        """Something was found that is not so."""
        self.wrong[sort] += 1
        self.mistakes.append(f"{cv} +{sort}: {what}")

    def compare(self, cv: str, sort: str, labels: Iterable[str], found: set[str]) -> None:
        """Each label holds alternatives between bars; one marked "?" may be found and need not be."""
        defensible: set[str] = set()
        for label in labels:
            either = {one.lstrip("?") for one in label.split("|")}
            defensible |= either
            if "?" in label:
                continue
            self.hit(sort) if either & found else self.miss(cv, sort, label)
        for one in sorted(found - defensible):
            self.excess(cv, sort, one)

    def compare_value(self, cv: str, sort: str, label: str, found: str | None) -> None:
        """The same for what there is one of."""
        either = {one.lstrip("?") for one in label.split("|")}
        if found in either:
            self.hit(sort)
            return
        if "?" not in label:
            self.miss(cv, sort, label)
        if found is not None:
            self.excess(cv, sort, found)

    def lines(self) -> list[str]:
        """Precision and recall of every sort and of all, for people."""
        sorts = sorted({*self.right, *self.wrong, *self.missed})
        rows = [(sort, self.figures(sort), self.right[sort] + self.missed[sort]) for sort in sorts]
        rows.append(("all", self.figures(), self.right.total() + self.missed.total()))
        return [f"| {sort} | {labelled} | {found[0]:.3f}, {found[1]:.3f} |" for sort, found, labelled in rows]
