"""How a demand is meant: hard, soft, waived or excluded, by the words around it in its clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.phrases import PhraseIndex
from taxonomy.reading.words import Word

ORDER_CUES, CV_CUES = "cues.toml", "cv_cues.toml"
NEUTRAL = "neutral"
_SIDES = ("before", "after", "around")


@dataclass(frozen=True, slots=True)
class Cue:
    """What a wording says about the things before or behind it; "neutral" says nothing and hides shorter wordings."""

    meaning: str
    before: bool  # the cue stands before its things
    after: bool


@dataclass(frozen=True, slots=True)
class CueInText:
    """A cue with the words it takes up."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Span:
    """Words from first to last, both included."""

    first: int
    last: int


@cache
def cue_index(file: str, meanings: frozenset[str]) -> PhraseIndex[Cue]:
    """The cues of one file with these meanings and the neutral ones; one that may stand on either side has both."""
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for meaning, table in TaxonomyFile(DATA / "reading" / file).tables(required=frozenset(_SIDES)):
        if meaning not in {*meanings, NEUTRAL}:
            continue
        for side in _SIDES:
            for wording in comma_list(str(table[side])):
                sides[wording, meaning].add(side)
    return PhraseIndex(
        (
            (wording, Cue(meaning, bool(found & {"before", "around"}), bool(found & {"after", "around"})))
            for (wording, meaning), found in sides.items()
        ),
        inflected=False,
    )


def cues_in(words: Sequence[Word], file: str, meanings: frozenset[str]) -> list[CueInText]:
    """The cues with one of these meanings, in text order; neutral ones are left out."""
    found: list[CueInText] = []
    for match in cue_index(file, meanings).find(words):
        chosen = [cue for cue in match.payloads if cue.meaning in meanings]
        found.extend(CueInText(cue, match.first, match.last) for cue in chosen[:1])
    return found


def meanings_of(words: Sequence[Word], things: Sequence[Span], cues: Sequence[CueInText]) -> list[str | None]:
    """For each thing, what its cue says: in its own clause, else carried along a list; None where nothing says."""
    own = [_in_clause(words, thing, things, cues) for thing in things]
    return [
        meaning if meaning is not None else _carried(words, thing, things, cues)
        for thing, meaning in zip(things, own, strict=True)
    ]


def _in_clause(words: Sequence[Word], thing: Span, things: Sequence[Span], cues: Sequence[CueInText]) -> str | None:
    clause = words[thing.first].clause
    here = [cue for cue in cues if words[cue.first].clause == clause]
    ahead = [cue for cue in here if _reaches_ahead(cue, thing)]
    behind = [cue for cue in here if cue.first >= thing.first and cue.last > thing.last and cue.cue.after]
    before, after = max(ahead, key=_place, default=None), min(behind, key=_place, default=None)
    if before is None or after is None:
        chosen = before or after
        return chosen.cue.meaning if chosen else None
    if any(before.last < other.first and other.last < thing.first for other in things):
        return after.cue.meaning if not _thing_between(thing, after, things) else before.cue.meaning
    if _thing_between(thing, after, things) or after.cue.before:
        return before.cue.meaning
    return after.cue.meaning


def _reaches_ahead(cue: CueInText, thing: Span) -> bool:
    """The cue stands before the thing or opens it: "ikke udlært" is about the trade in its second word."""
    opens = (cue.first < thing.first and cue.last <= thing.last) or (cue.first == thing.first and cue.last < thing.last)
    return opens and cue.cue.before


def _place(cue: CueInText) -> int:
    return cue.first


def _thing_between(thing: Span, after: CueInText, things: Sequence[Span]) -> bool:
    return any(thing.last < other.first and other.last < after.first for other in things)


def _carried(words: Sequence[Word], thing: Span, things: Sequence[Span], cues: Sequence[CueInText]) -> str | None:
    """A cue before a list holds for the whole list, a cue behind a list likewise: "krav: B, ADR og dansk"."""
    sentence, clause = words[thing.first].sentence, words[thing.first].clause
    near = [cue for cue in cues if words[cue.first].sentence == sentence]
    earlier = [cue for cue in near if words[cue.first].clause < clause and cue.cue.before]
    later = [cue for cue in near if words[cue.first].clause > clause and cue.cue.after]
    if earlier and _leads(words, earlier[-1], things, clause):
        return earlier[-1].cue.meaning
    if later and _bare_list(words, thing, later[0], things):
        return later[0].cue.meaning
    return None


def _leads(words: Sequence[Word], cue: CueInText, things: Sequence[Span], clause: int) -> bool:
    if words[cue.last].clause != words[cue.first].clause or not _list_goes_on(words, cue, clause):
        return False
    own = words[cue.first].clause
    followed = any(thing.first > cue.last and words[thing.first].clause == own for thing in things)
    # "Gerne truck, dansk": the cue opens the list. "ADR er en fordel, dansk": it closes its own clause.
    return followed or words[min(cue.last + 1, len(words) - 1)].clause != own


def _list_goes_on(words: Sequence[Word], cue: CueInText, clause: int) -> bool:
    """No "men" and no new sentence of its own begins between the cue and the clause."""
    return not any(
        word.key in {"men", "but", "dog", "aber", "ale"} for word in words[cue.last :] if word.clause <= clause
    )


def _bare_list(words: Sequence[Word], thing: Span, cue: CueInText, things: Sequence[Span]) -> bool:
    covered = {index for other in things for index in range(other.first, other.last + 1)}
    between = [
        index
        for index in range(thing.last + 1, cue.first)
        if index not in covered and words[index].key not in {"og", "eller", "samt", "and", "or", "kat", "klasse"}
    ]
    return not between
