"""What a store of generations promises, whatever the engine."""

from __future__ import annotations

from typing import Protocol

from indexer.engines.index_engines import IndexEngines


class GenerationStore(Protocol):
    """Keeps generations side by side; one implementation an engine."""

    def open(self, name: str, *, read_only: bool = False) -> IndexEngines:
        """The generation's engines, made when new; SearchUnavailableError when they are in use or unusable."""

    def remove(self, name: str) -> None:
        """Delete all that the generation kept; SearchUnavailableError when somebody still writes in it."""

    def names(self) -> list[str]:
        """The generations that anything is kept of, in order."""

    def close(self) -> None:
        """Release what all generations share; safe to call twice."""
