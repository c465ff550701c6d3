"""What a run of the benchmarks shares: how large, where, and the towns filled so far."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from api.wiring import Components
from tests.benchmarks.town import Town, build_town, close

SMALL, MEDIUM, LARGE = 10_000, 50_000, 100_000


@dataclass
class Setting:
    """One run. `ads` is a file of real advertisements to look at; `reporting` opens the closed half of the labels.

    `asked` are the sizes of towns to look at, if not the usual ones; `mixed` towns have no doubles.
    """

    folder: Path
    quick: bool = False
    ads: Path | None = None
    reporting: bool = False
    asked: tuple[int, ...] = ()
    mixed: bool = False
    _towns: dict[int, Town] = field(default_factory=dict)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many CVs the towns of this run have."""
        return self.asked or ((SMALL,) if self.quick else (SMALL, LARGE))

    @property
    def every_size(self) -> tuple[int, ...]:
        """The same with the middle one."""
        return tuple(sorted({*self.sizes, self.middle}))

    @property
    def middle(self) -> int:
        """How many CVs the town has that is looked at where one size is enough."""
        return self.asked[0] if self.asked else SMALL if self.quick else MEDIUM

    def town(self, size: int = SMALL) -> Town:
        """The town of that size, filled once a run."""
        if size not in self._towns:
            kind = "mixed" if self.mixed else "town"
            self._towns[size] = build_town(size, self.folder / f"{kind}-{size}", mixed=self.mixed)
        return self._towns[size]

    @contextmanager
    def components(self, size: int = SMALL) -> Iterator[Components]:
        """The components over that town."""
        components = self.town(size).components()
        try:
            yield components
        finally:
            close(components)


def percentile(values: list[float], share: float) -> float:
    """The value that the share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
