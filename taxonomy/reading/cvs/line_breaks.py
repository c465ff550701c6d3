"""Line breaks that a CV lost on its way: before headings and around the heading of each job."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from taxonomy.reading.cvs.headings import is_bullet, section_named
from taxonomy.reading.cvs.job_times import job_time

LONGEST_LINE = 110  # characters of a line that names a job; longer ones tell of it
_SLACK = 20  # characters of an end of a sentence and what it stands in
_LONG = 300  # characters a line, on average, of a text whose breaks are lost
_LEAST_HEADINGS = 3  # within lines; fewer may be words of a sentence
_LONGEST_HEADING = 5  # words
_SHOUTED = 0.5  # of the words; where most are in capitals, they mark no heading
_BULLET = re.compile(r"\s+(?=[•▪●◦➢]\s)")
_SENTENCE_END = re.compile(
    r"""(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\bSt)(?:(?<=[^\W_]{2})|(?<=[)%]))[.!?:;]\s+(?=(?:-\s+)?\**[^\W\d_a-z])
    |[•▪●◦➢]\s+""",
    re.VERBOSE,
)
_GOES_ON = re.compile(r"\s*[a-zæøåäöü]")


def with_lines(text: str) -> str:
    """The text with a line for each heading within it, if it has hardly any lines; as it is otherwise."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or len(text) < _LONG * len(lines):
        return text
    tokens = " \n ".join(lines).split(" ")
    found = list(_headings(tokens))
    if len(found) < _LEAST_HEADINGS or sum(map(str.isupper, tokens)) > _SHOUTED * len(tokens):
        return text
    for first, end in reversed(found):
        tokens[first:end] = ["\n", *(token.strip("#*:") for token in tokens[first:end]), "\n"]
    return _BULLET.sub("\n", " ".join(tokens))


def jobs_apart(lines: Iterable[str]) -> list[str]:
    """Lines that name a job and go on to tell of it, or name several, as lines of their own."""
    return [piece for line in lines for piece in (_apart(line) if len(line) > LONGEST_LINE else [line])]


def _headings(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where headings stand: in capitals, behind a mark, in bold or before a colon."""
    at = 0
    while at < len(tokens):
        ends = range(min(at + _LONGEST_HEADING, len(tokens)), at, -1) if not tokens[at][:1].islower() else ()
        end = next((end for end in ends if _is_heading(tokens[at:end])), at)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _is_heading(tokens: Sequence[str]) -> bool:
    said = " ".join(tokens)
    bold = said.startswith("**") and said.rstrip(":").endswith("**")
    marked = said.isupper() or bold or said.startswith("#") or (said.endswith(":") and said[0].isupper())
    inner = any(token.endswith((":", ",")) for token in tokens[:-1]) or said.endswith((",", ";"))
    return marked and not inner and section_named(said.strip("#*: ")) is not None


def _apart(line: str) -> list[str]:
    pieces, done = [], 0
    for first, last in () if is_bullet(line) else _named_within(line):
        pieces += [f"- {line[done:first]}", line[max(first, done) : last]]
        done = last
    pieces.append(f"- {line[done:]}" if done else line)
    return [piece for piece in map(_tidy, pieces) if piece != "-"]


def _tidy(piece: str) -> str:
    return re.sub(r"^- [\s:.;,-]*", "- ", piece.strip(" \t")).strip()


def _named_within(line: str) -> Iterator[tuple[int, int]]:
    """Where a job is named together with its time: from the end of a sentence on, or up to one."""
    for found in job_time().finditer(line):
        near = max(0, found.start() - LONGEST_LINE - _SLACK)  # a sentence that begins before is too long
        first = max((end.end() for end in _SENTENCE_END.finditer(line, near, found.start() + 1)), default=near)
        last = found.end()
        if not line[first : found.start()].strip(" *("):  # the time comes first, the name behind it
            end = _SENTENCE_END.search(line, last)
            last = end.start() + 1 if end else len(line)
        if last - first <= LONGEST_LINE and not _GOES_ON.match(line, last):
            yield first, last
