"""A language's table of sentences, and how the language writes numbers, lists and dates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from matcher.wording.language import Language

FOLDER = Path(__file__).parent / "data"
VERSION = "2026-11-23.3"  # another wording is another version: a kept list names it
CONSONANT_SOUNDS = ("uni", "use", "util", "eu", "one", "ux")  # written with a vowel, said with a consonant
SPELLED_VOWELS = ("HR", "MR", "FGU", "HVAC", "SOSU", "LED")  # letters said one by one, the first with a vowel


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Every sentence of one language by its key; every language has the same keys and blanks.

    But rules and demands say in Danish themselves what they are; only the other languages have sentences for them.
    """

    language: Language
    sentences: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]

    def say(self, key: str, **blanks: object) -> str:
        """The sentence with its blanks filled."""
        return self.sentences[key].format_map(blanks)

    def name(self, group: str, key: str) -> str:
        """What the language calls a key of a group; the key itself where the table has no name for it."""
        return self.names.get(group, {}).get(key, key)

    def quoted(self, words: str) -> str:
        """Somebody's own words in the language's quotation marks."""
        return self.sentences["quoted"].format_map({"words": words})

    def number(self, value: float, decimals: int = 0) -> str:
        """Rounded, with the language's decimal mark: 4,5 and 4.5; never minus nought."""
        written = f"{round(value, decimals) + 0.0:.{decimals}f}"
        return written.replace(".", self.sentences["decimal_mark"])

    def short(self, value: float) -> str:
        """As few decimals as the value has: 6 and 2,5."""
        return f"{value:g}".replace(".", self.sentences["decimal_mark"])

    def points(self, value: float, decimals: int = 0) -> str:
        """Points with their unit: 4 point, 1 point, 4.5 points."""
        return _points(self, round(value, decimals), decimals)

    def signed(self, value: float) -> str:
        """Points more or fewer: +3.2 points, −1.0 points."""
        return f"{'−' if value < 0 else '+'}{self.points(abs(value), 1)}"

    def with_article(self, noun: str) -> str:
        """The noun with its indefinite article where the language has one before it: a nurse, an IT trainer."""
        word = noun.lower()
        vowel = word.startswith(("a", "e", "i", "o", "u", "hono", "hour")) and not word.startswith(CONSONANT_SOUNDS)
        return self.say("an_article" if vowel or noun.startswith(SPELLED_VOWELS) else "a_article", noun=noun)

    def counted(self, count: int, key: str) -> str:
        """So many of a thing, in the singular or the plural: 1 person, 2 persons."""
        return self.say(f"{key}_one" if count == 1 else f"{key}_many", count=count)

    def listed(self, names: Sequence[str], joined: str = "and") -> str:
        """The names as a phrase: "a", "a og b", "a, b og c"; `joined` is "and" or "or"."""
        if len(names) < 2:
            return names[0] if names else ""
        return f"{', '.join(names[:-1])} {self.sentences[joined]} {names[-1]}"

    def day(self, day: date) -> str:
        """A date as the language writes it: 4.1.2027 and 4 January 2027."""
        return self.say("date", day=day.day, number=day.month, month=self.name("months", str(day.month)), year=day.year)


@lru_cache(maxsize=10_000)  # a list tells of them more than a hundred times
def _points(words: Wording, rounded: float, decimals: int) -> str:
    written = words.number(rounded, decimals)
    return words.say("point_one" if written == "1" else "point_many", count=written)


@cache
def wording(language: Language = Language.DANISH) -> Wording:
    """The table of the language (data/)."""
    content = tomllib.loads((FOLDER / f"{language.value}.toml").read_text(encoding="utf-8"))
    return Wording(language, content.pop("sentences"), content)
