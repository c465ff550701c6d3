"""Arrays that rows are added to while others read the rows already there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

Scalar = TypeVar("Scalar", bound=np.generic)

_LEAST_ROWS = 64
_GROWTH = 1.5  # untouched rows cost no memory until they are written, so the slack is address space only


class GrowingArray(Generic[Scalar]):
    """Rows in one array, added at the end; a view taken earlier never changes."""

    def __init__(self, dtype: DTypeLike, width: int | None = None) -> None:
        self._shape: tuple[int, ...] = () if width is None else (width,)
        self._rows: NDArray[Scalar] = np.empty((0, *self._shape), dtype)
        self._used = 0

    def __len__(self) -> int:
        return self._used

    def extend(self, parts: Sequence[NDArray[Scalar]]) -> None:
        """Add the rows of all parts at the end, one part behind the other."""
        wanted = self._used + sum(map(len, parts))
        if wanted > len(self._rows):
            self._make_room(wanted)
        end = self._used
        for rows in parts:
            self._rows[end : end + len(rows)] = rows
            end += len(rows)
        self._used = end

    def view(self) -> NDArray[Scalar]:
        """The rows so far, shared and not copied; later rows are not in it."""
        return self._rows[: self._used]

    def _make_room(self, wanted: int) -> None:
        # The first filling is the opening of an index: it takes exactly its size.
        room = wanted if self._used == 0 else max(int(wanted * _GROWTH), _LEAST_ROWS)
        roomier = np.empty((room, *self._shape), self._rows.dtype)
        roomier[: self._used] = self._rows[: self._used]
        self._rows = roomier
