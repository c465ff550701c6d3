"""Says who does the work that registers name by what is done: "Rådgivning inden for landbrug" is a rådgiver's."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from taxonomy.language import fold

FILE = Path(__file__).parent / "data" / "doers.toml"
LEAST = 3  # letters that must be left
_WORK_WITH = re.compile(r"^(?:\w+\s){0,2}?arbejde\s(?:med|inden\sfor|ved|vedr\.|vedrørende|af)\s+", re.IGNORECASE)
_WHERE = re.compile(r"\s(?:af|inden\sfor|med|i|på|ved|vedr\.|vedrørende|til|for|fra)\s.*$|,.*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def doers(title: str) -> tuple[str, ...]:
    """The title without "arbejde med", and with who does what is done; nothing where it names neither."""
    bare = _WORK_WITH.sub("", title)
    bare = bare if len(bare) >= LEAST else title
    after = _WHERE.search(bare)
    done, rest = (bare[: after.start()], after[0]) if after else (bare, "")
    return tuple(found for found in dict.fromkeys((bare, _WORD.sub(_doer, done) + rest)) if found != title)


def _doer(word: re.Match[str]) -> str:
    endings, words = _doers()
    folded = fold(word[0])
    if folded in words:
        return words[folded]
    ending = next((one for one in endings if folded.endswith(one)), "")
    # ø is folded to two letters, so what stands before the ending is counted from the front.
    before = next((at for at in range(len(word[0])) if fold(word[0][at:]) == ending), None)
    return word[0] if before is None else word[0][:before] + endings[ending]


@cache
def _doers() -> tuple[dict[str, str], dict[str, str]]:
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    endings = {str(done): str(doer) for done, doer in content["endings"].items()}
    longest_first = dict(sorted(endings.items(), key=lambda one: -len(one[0])))
    return longest_first, {str(done): str(doer) for done, doer in content["words"].items()}
