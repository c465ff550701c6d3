"""The two engines of one generation, in step with one queue."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.engines.contract import SearchEngine


@dataclass(frozen=True, slots=True)
class IndexEngines:
    """The engines of one generation."""

    cvs: SearchEngine
    job_orders: SearchEngine

    def applied(self) -> int:
        """Up to where both are in step with the queue."""
        return min(self.cvs.applied(), self.job_orders.applied())

    def mark_applied(self, sequence: int) -> None:
        """Remember durably how far both are."""
        self.cvs.mark_applied(sequence)
        self.job_orders.mark_applied(sequence)

    def close(self) -> None:
        """Close both."""
        try:
            self.cvs.close()
        finally:
            self.job_orders.close()
