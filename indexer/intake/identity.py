"""What job orders and CVs have in common."""

from __future__ import annotations

from typing import Protocol


class HasId(Protocol):
    """Anything with a stable id."""

    @property
    def id(self) -> str:
        """The id that others refer to."""
