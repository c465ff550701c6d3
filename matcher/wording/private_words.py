"""Words that tell of a person's health, benefit or category."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "private_words.toml"


@lru_cache(maxsize=20_000)
def is_private(word: str) -> bool:
    """Whether the word begins as one that tells of health, benefit or category."""
    return word.lower().startswith(_beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(tomllib.loads(FILE.read_text(encoding="utf-8"))["beginnings"].split())
