"""How much of the memory that large answers take for a moment the process hands back."""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # names and numbers of glibc's malloc.h; see mallopt(3)
MOST_FREE = 4 << 20  # bytes; an ordinary list takes less at once, so that it finds room without asking the kernel


def hand_back_memory() -> None:
    """Hand back what is free beyond a few megabytes; without glibc nothing is changed.

    Left to itself glibc keeps up to twice the largest piece ever freed: 12 MB after the deepest lists of 10,000 CVs.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, MOST_FREE)
        mallopt(_TRIM_THRESHOLD, MOST_FREE)
