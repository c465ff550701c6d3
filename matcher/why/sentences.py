"""The answer to why, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matcher.shortlist import Place
from matcher.why.answer import State, Why
from matcher.why.differences import WORTH_TELLING, PartPair, side_by_side
from matcher.wording.parts import named_parts
from matcher.wording.tables import Wording
from matcher.wording.verdicts import verdict_sentence
from matcher.wording.views import View, tells_points, tells_rule
from taxonomy.catalog import Catalog

TOLD_PARTS = 2


def summary(why: Why, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> str:
    """The place, or the absence, in one sentence or two."""
    if view is View.EMPLOYER:
        return words.say("why_employer_listed" if why.state is State.LISTED else "why_employer_other")
    blocked = " ".join(blocking(why, words, catalog, view))
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


def blocking(why: Why, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> list[str]:
    """Why the person may not be proposed, as far as the reader may know."""
    return [
        verdict_sentence(verdict, why.place, why.order.value, catalog, words)
        for verdict in why.place.eligibility.blocking
        if tells_rule(view, verdict.rule)
    ]


def against(why: Why, words: Wording, catalog: Catalog, view: View = View.CONSULTANT) -> list[str]:
    """By what the person stands lower than whoever has the place above, or the last place shown."""
    if why.against is None or not tells_points(view):
        return []
    return behind(why.place, why.against, words, catalog, view)


def behind(place: Place, other: Place, words: Wording, catalog: Catalog, view: View) -> list[str]:
    """How many points more the other has, for what most, and for what fewer."""
    pairs = side_by_side(*(named_parts(one.scored, words, catalog, view) for one in (place, other)))
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
    most = [pair for pair in pairs if pair.more > 0][:TOLD_PARTS]
    return [words.say("more_for", points=words.points(pair.more, 1), name=pair.name) for pair in most]
