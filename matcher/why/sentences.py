"""Words the answer to why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.shortlisting.shortlist import ListPlace
from matcher.why.answer import State, Why
from matcher.why.differences import WORTH_TELLING, PartPair, side_by_side
from matcher.wording.reader import Reader
from matcher.wording.tables import Wording
from matcher.wording.views import View, shows_points

MOST_PARTS = 2


def summary(why: Why, reader: Reader) -> str:
    """The place, or the absence, in one sentence or two."""
    words = reader.words
    if reader.view is View.EMPLOYER:
        return words.say("why_employer_listed" if why.state is State.LISTED else "why_employer_other")
    blocked = " ".join(blocking(why, reader))
    points, rank = words.points(why.place.scored.score, 1), why.place.rank
    if why.state is State.NOT_FOUND:
        if not why.place.eligibility.eligible:
            key = "why_not_found_not_eligible"
            return words.say(key, found=why.found, reasons=blocked or words.sentences["rule_personal"])
        return words.say("why_not_found", found=why.found, points=points, rank=rank, eligible=why.eligible)
    if why.state is State.NOT_ELIGIBLE:
        return words.say("why_not_eligible", reasons=blocked) if blocked else words.say("why_not_eligible_kept")
    key = "why_listed" if why.state is State.LISTED else "why_lower"
    return words.say(key, rank=rank, eligible=why.eligible, shown=why.shown)


def blocking(why: Why, reader: Reader) -> list[str]:
    """Why the person may not be proposed, as far as the reader may know."""
    return reader.verdicts(why.place.eligibility.blocking, why.place)


def against(why: Why, reader: Reader) -> list[str]:
    """By what the person stands lower than whoever has the place above, or the last place shown."""
    if why.against is None or not shows_points(reader.view):
        return []
    return _behind(why.place, why.against, reader)


def _behind(place: ListPlace, other: ListPlace, reader: Reader) -> list[str]:
    """How many points more the other has, for what most, and for what fewer."""
    words, pairs = reader.words, side_by_side(reader.parts(place.scored), reader.parts(other.scored))
    apart = other.scored.score - place.scored.score
    if apart < WORTH_TELLING:
        return [words.say("against_even", cv=other.candidate_id, rank=other.rank)]
    told = [words.say("against", cv=other.candidate_id, rank=other.rank, points=words.points(apart, 1))]
    told.append(words.say("against_more", parts=words.listed(_more_for(pairs, words))))
    if fewest := [pair for pair in pairs if pair.more <= -WORTH_TELLING][:1]:
        points = words.points(-fewest[0].more, 1)
        told.append(words.say("against_less", cv=other.candidate_id, points=points, name=fewest[0].name))
    return told


def _more_for(pairs: Iterable[PartPair], words: Wording) -> Sequence[str]:
    most = [pair for pair in pairs if pair.more > 0][:MOST_PARTS]
    return [words.say("more_for", points=words.points(pair.more, 1), name=pair.name) for pair in most]
