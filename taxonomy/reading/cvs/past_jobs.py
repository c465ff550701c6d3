"""The jobs of a CV that is one long text: the lines that hold a time, with the title and the years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date

from taxonomy.language import fold
from taxonomy.reading.cvs.headings import is_bullet, plain
from taxonomy.reading.cvs.job_times import job_time
from taxonomy.reading.cvs.line_breaks import LONGEST_LINE
from taxonomy.reading.reader import TextReader

_PARTS = re.compile(r"\s*[,،|•·;\t]\s*|\s+[-–—@]\s+|\s+(?:at|en|hos|bei)\s+(?=[A-ZÆØÅ])|\s{3,}")
_PARTS_OF_A_LINE = 3  # title, employer, town
_MOSTLY = 0.5  # of a part's words
_WORD = re.compile(r"[^\W\d_]{3,}")
_LABEL = re.compile(r"^[^\W\d_]+(?: [^\W\d_]+)?:\s+")  # "Position: nurse"
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")


def past_jobs(
    lines: Sequence[str], about: str, reader: TextReader, written: date | None
) -> list[tuple[str, float | None]]:
    """Title and years of each job, in the text's order; what goes on is counted up to the day it was `written`.

    A CV names all its jobs in one manner, so that where most titles stand the others do; `about` is what it says else.
    """
    dated = list(_dated(lines))
    places = [_named_at(lines, at) for at, _ in dated]
    said = frozenset(map(fold, _WORD.findall(about)))
    found: Counter[str] = Counter()
    for one in places:
        found.update({place: _likelihood(part, said, reader) for place, part in one.items()})
    ranked = sorted(found, key=lambda place: -found[place])
    titles = (_whole(next((place for place in ranked if place in one), ""), one, said) for one in places)
    return [(title, _years(time, written)) for title, (_, time) in zip(titles, dated, strict=True)]


def _whole(place: str, parts: Mapping[str, str], said: Container[str]) -> str:
    """The part there with the one behind it where the CV says that elsewhere too: "Nurse, Critical Care"."""
    line, _, number = place.partition(" ")
    behind = parts.get(f"own {int(number) + 1}", "") if line == "own" else ""
    words = [fold(word) for word in _WORD.findall(behind)]
    goes_on = bool(words) and all(word in said for word in words)
    return f"{parts[place]}, {behind}" if goes_on else parts.get(place, "")


def prose_of(lines: Sequence[str]) -> list[str]:
    """What the lines tell of the jobs, without those that hold a time."""
    dated = {at for at, _ in _dated(lines)}
    return [plain(line) for at, line in enumerate(lines) if at not in dated]


def title_in(line: str, reader: TextReader) -> str | None:
    """The line from the part on that is mostly an occupation of ours: "Cook, nights" of "Ann Lee – Cook, nights"."""
    known = next((part for part in _parts(line) if _known_share(part, reader) >= _MOSTLY), None)
    said = plain(line)
    return known and (said[said.find(known) :] if known in said else known)


def _dated(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for at, line in enumerate(lines):
        found = job_time().search(line)
        if found and len(line) <= LONGEST_LINE and not (is_bullet(line) and line.rstrip().endswith(".")):
            yield at, found


def _named_at(lines: Sequence[str], at: int) -> dict[str, str]:
    """What the heading of a job names, by where it stands: the parts of the dated line, the lines beside it."""
    own = {f"own {place}": part for place, part in enumerate(_parts(lines[at])[:_PARTS_OF_A_LINE])}
    beside = {}
    for away in (-1, 1):
        for step in (away, 2 * away):
            if not (line := _neighbour(lines, at + step)):
                break
            beside[f"line {step}"] = _parts(line)[0]
    return {**own, **beside}


def _likelihood(part: str, said: frozenset[str], reader: TextReader) -> int:
    """In tenths: what is known as a title is one; what the CV names elsewhere too is likelier one than an employer."""
    words = [fold(word) for word in _WORD.findall(part)]
    named = sum(word in said for word in words) / max(len(words), 1)
    return round(10 * (2 * _known_share(part, reader) + named))


def _known_share(part: str, reader: TextReader) -> float:
    words = reader.cut(part)
    covered = {at for found in reader.found_titles(words) for at in range(found.first, found.last + 1)}
    return len(covered) / max(len(words), 1)


def _neighbour(lines: Sequence[str], at: int) -> str:
    """The line there where it belongs to the heading of a job; empty otherwise."""
    line = lines[at] if 0 <= at < len(lines) else ""
    tells = len(line) > LONGEST_LINE or is_bullet(line) or line.rstrip().endswith(".") or job_time().search(line)
    return line if not tells and _parts(line) else ""


def _parts(line: str) -> list[str]:
    bare = _EMPTY.sub(" ", job_time().sub(" ", _LABEL.sub("", plain(line))))
    return [part for one in _PARTS.split(bare) if (part := one.strip(" []*:.،–—-")) and not part.isdigit()]


def _years(found: re.Match[str], written: date | None) -> float | None:
    begun = int(found["begun"] or found["since"])
    ended = f"{begun // 100}{found['short']}" if found["short"] else found["ended"]
    if ended and ended.isdigit():
        return float(max(int(ended) - begun, 0)) or 0.5
    return float(max(written.year - begun, 0)) or 0.5 if written else None
