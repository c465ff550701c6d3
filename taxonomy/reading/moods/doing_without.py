"""What nobody may do without, told by denying twice: "uden truck kommer du ikke ind", "C/E kan ikke fraviges".

No list of what is impossible is kept: a denial beside a lack demands, unless it denies that the lack does harm.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from taxonomy.reading.cue import HARD, WAIVED
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word, clause_start

_LACKING = word_set("doing_without", "lacking")
_OPENING = word_set("doing_without", "opening")
_MISSING = word_set("doing_without", "missing")
_OF_SOMEBODY = word_set("doing_without", "of_somebody")
_NONE = word_set("denials", "none")
_ASKING = word_set("doing_without", "asking")
_HARM = word_set("doing_without", "harm")
_COMING = word_set("doing_without", "coming")
_FINE = word_set("doing_without", "fine")
_NEEDED = word_set("doing_without", "needed")
_REFUSING = word_set("doing_without", "refusing")
_SPARING = word_set("doing_without", "sparing")
_PAIRS = frozenset(tuple(pair.split("/")) for pair in word_set("doing_without", "pairs"))
_FIRST = frozenset(first for first, _ in _PAIRS)
_RELEASING = word_set("doing_without", "releasing")
_GOOD = word_set("doing_without", "good") | _FINE
_ELSE = frozenset({"ellers", "otherwise"})
_ADDING = word_set("doing_without", "adding")
_OUTSIDE = frozenset({"for", "om"})  # "uden for Aarhus"
_JOINING = word_set("alternatives", "or") | {"og", "and", "samt"}
_SOMETHING = word_set("doing_without", "something")
_LEFT, _SIDE, _BEFORE, _BEHIND, _APART, _BESIDE = 6, 14, 3, 4, 4, 5  # words


def doing_without(words: Sequence[Word], spans: Sequence[Span], said: Sequence[str | None]) -> list[str | None]:
    """The meanings; what one may not lack or be spared is a duty, what one is simply spared is waived."""
    naming = {words[at].clause for span in spans for at in (span.first, span.last)}
    return [_meant(words, span, spans, naming, meaning) for span, meaning in zip(spans, said, strict=True)]


def _meant(
    words: Sequence[Word], span: Span, spans: Sequence[Span], naming: Collection[int], meaning: str | None
) -> str | None:
    spared = _spared(words, span, naming)
    if spared == HARD or (spared and meaning in {None, HARD}):
        return spared
    if _or_else(words, span, spans):
        return HARD
    lack = _lack(words, span)
    if lack is not None and words[lack + 1].key not in _OUTSIDE | _HARM:
        refused = _is_refused(words, span, lack, naming)
        if refused or meaning in {None, HARD}:
            return HARD if refused else WAIVED
    return meaning


def _lack(words: Sequence[Word], span: Span) -> int | None:
    """The word that lacks the thing: "uden", "mangler", the denial of "hvis du ikke har"."""
    start = clause_start(words, span.first)
    # "Uden dansk" may itself be what is read.
    for at in range(span.last - 1, max(start, span.first - _LEFT) - 1, -1):
        beside = {words[place].key for place in (at - 1, at + 1) if start <= place < span.first}
        if words[at].key in _LACKING or (words[at].key in _MISSING and beside & _OF_SOMEBODY):
            return at
        if is_negator(words, at) and _supposes(words, start, at, span):
            return at
    return None


def _supposes(words: Sequence[Word], start: int, at: int, span: Span) -> bool:
    """The denial is of a condition ("hvis du ikke har") or stands alone: "ingen truck, ingen vagter"."""
    if words[at].key in _NONE and at == start == span.first - 1:
        return True
    asks = words[start].key in _ASKING and at > start + 1
    return span.first - at <= _BEFORE and (asks or any(words[place].key in _OPENING for place in range(start, at)))


def _is_refused(words: Sequence[Word], span: Span, lack: int, naming: Collection[int]) -> bool:
    places = [at for at in _around(words, span) if not lack <= at <= span.last]
    own = words[span.first].clause
    if any(_is_harmless(words, at) for at in places):
        return False
    about_it = [at for at in places if words[at].clause == own or words[at].clause not in naming]
    return any(_denies(words, at) for at in about_it)


def _bodes_ill(words: Sequence[Word], first: int) -> bool:
    """Something follows, and nothing good, or nothing good that is not denied: "ellers ring ikke"."""
    rest = [at for at in range(first, min(len(words), first + _SIDE)) if words[at].sentence == words[first].sentence]
    good = (at for at in rest if words[at].key in _GOOD)
    return len(rest) > 1 and all(
        any(is_negator(words, by) for by in range(at + 1, min(len(words), at + 3))) for at in good
    )


def _or_else(words: Sequence[Word], span: Span, spans: Sequence[Span]) -> bool:
    """ "Truck, ellers ryger han ud"; "SAP, ellers Navision" and "ellers lærer vi dig det" threaten nobody."""
    at = span.last + 1
    if at + 1 >= len(words) or words[at].key not in _ELSE or words[at].sentence != words[span.last].sentence:
        return False
    named = any(at < other.first <= at + _SIDE and words[other.first].sentence == words[at].sentence for other in spans)
    return not named and _bodes_ill(words, at + 1)


def _around(words: Sequence[Word], span: Span) -> Iterator[int]:
    """The words of the sentence beside the thing, as far as the statement goes."""
    first, last = span.first, span.last
    while first and span.first - first < _SIDE and not _opens_another(words, first):
        first -= 1
    while last + 1 < len(words) and last - span.last < _SIDE and not _opens_another(words, last + 1):
        last += 1
    yield from (at for at in range(first, last + 1) if not span.first <= at <= span.last)


def _opens_another(words: Sequence[Word], at: int) -> bool:
    """ "Men", and "og" or "for" behind a comma."""
    opens = words[at].clause != words[at - 1].clause
    return words[at].key in BUT or words[at].sentence != words[at - 1].sentence or (opens and words[at].key in _ADDING)


def _denies(words: Sequence[Word], at: int) -> bool:
    if words[at].key in _REFUSING or [word.key for word in words[at : at + 2]] == ["lad", "vaere"]:
        return True
    if at and words[at - 1].key in _JOINING:
        return False  # "ingen pleje og ingen løft" lacks both
    behind = _keys(words, at, 1, _BEHIND)
    return is_negator(words, at) and (bool(_COMING & behind or _FINE & behind) or not _NEEDED & _keys(words, at, -3, 4))


def _is_harmless(words: Sequence[Word], at: int) -> bool:
    """ "Gør det ikke noget", "ingen hindring"; "er det fint"."""
    if is_negator(words, at):
        return bool(_HARM & _keys(words, at, -_BEFORE, _BEHIND))
    denied = any(is_negator(words, place) for place in range(max(0, at - _BEFORE), at))
    return words[at].key in _FINE and not denied


def _keys(words: Sequence[Word], at: int, first: int, last: int) -> set[str]:
    places = range(max(0, at + first), min(len(words), at + last + 1))
    return {words[place].key for place in places if words[place].clause == words[at].clause}


def _spared(words: Sequence[Word], span: Span, naming: Collection[int]) -> str | None:
    """ "Kan ikke fraviges", "er ikke noget, du kan springe over"; "kan undværes"."""
    own = words[span.last].clause
    for at in _around(words, span):
        clause = words[at].clause
        about_it = clause == own or (clause == own + 1 and clause not in naming)
        if not about_it or not _spares(words, at):
            continue
        near = range(max(0, at - _BESIDE), min(len(words), at + _BEHIND))
        denials = sum(is_negator(words, place) for place in near if words[place].clause == clause)
        if denials == 1 or (not denials and _denied_before(words, clause_start(words, at))):
            return HARD
        if not denials and clause == own and words[at].key in _RELEASING:
            return WAIVED
    return None


def _spares(words: Sequence[Word], at: int) -> bool:
    if words[at].key in _SPARING:
        return True
    return words[at].key in _FIRST and any((words[at].key, other) in _PAIRS for other in _keys(words, at, 1, _APART))


def _denied_before(words: Sequence[Word], start: int) -> bool:
    """ "Er ikke noget, ": the clause is of what was denied."""
    return start > 1 and words[start - 1].key in _SOMETHING and is_negator(words, start - 2)
