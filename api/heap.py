"""How much of the memory that large answers take for a moment the process keeps, and how much it hands back."""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # names and numbers of glibc's malloc.h; see mallopt(3)
_GREATEST = 32 << 20  # bytes; the most that glibc takes for the second
LEAST_FREE = 4 << 20  # bytes; what an ordinary list takes at once
FREE_A_CV = 96  # bytes; what a search over all of them takes at once


def keep_free(cvs: int) -> None:
    """Keep as much free as a search over so many CVs takes, and hand back the rest; without glibc nothing is changed.

    Left to itself glibc keeps up to twice the largest piece ever freed: of 10,000 CVs 12 MB too much after the deepest
    lists. What a search takes at once stays, so that the next one need not ask the kernel for it again.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        free = max(LEAST_FREE, cvs * FREE_A_CV)
        mallopt(_MMAP_THRESHOLD, min(free, _GREATEST))
        mallopt(_TRIM_THRESHOLD, free)
