"""Words what would change a place."""

from __future__ import annotations

from matcher.ranking.grades import Grade, GradedDemand
from matcher.why.order_changes import Easing, OrderOutcome
from matcher.why.person_changes import PersonOutcome
from matcher.why.possible_changes import PersonChange
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from taxonomy.reading.findings import RequirementKind


def person_sentence(outcome: PersonOutcome, shown: int, reader: Reader) -> str:
    """ "Med truckcertifikat B: nr. 3 med 45 point." """
    words = reader.words
    changes = words.listed([change_phrase(one, reader) for one in outcome.changes])
    key = "person_change" if outcome.rank <= shown else "person_change_not_listed"
    return words.say(key, changes=changes, rank=outcome.rank, points=words.points(outcome.score), shown=shown)


def change_phrase(change: PersonChange, reader: Reader) -> str:
    """What would be otherwise, to stand behind "med"."""
    if change.demand:
        return _demanded(change.demand, reader)
    words = reader.words
    km, day = words.number(change.km or 0.0), words.day(change.day) if change.day else ""
    return words.say(f"change_{change.kind}", km=km, day=day)


def order_sentences(outcome: OrderOutcome, reader: Reader) -> list[str]:
    """ "Uden krav om kørekort C/E: 14 flere kan foreslås." and, where one asked, that person's place."""
    words, what = reader.words, easing_phrase(outcome.easing, reader)
    told = []
    if outcome.more:
        told.append(words.say("order_change", change=what, more=words.counted(outcome.more, "more")))
    if outcome.rank:
        told.append(words.say("order_change_person", change=what, rank=outcome.rank, eligible=outcome.eligible))
    return told


def easing_phrase(easing: Easing, reader: Reader) -> str:
    """What the order would do without, to begin a sentence with."""
    words = reader.words
    graded = (GradedDemand(asked, Grade.UNKNOWN) for asked in easing.requirements)
    # Said twice, once with and once without a level, it is one demand: the longer says both.
    longest: dict[str, str] = {}
    for demand in graded:
        said = _demanded(demand, reader)
        longest[demand.requirement.key] = max(longest.get(demand.requirement.key, ""), said, key=len)
    what = words.listed(list(longest.values()), "or")
    return words.say(f"relax_{easing.kind}", what=what, km=words.number(easing.km or 0.0), days=easing.days)


def _demanded(demand: GradedDemand, reader: Reader) -> str:
    """What is demanded, without a colon inside the sentence."""
    words, said = reader.words, reader.demand(demand)
    if demand.requirement.kind is not RequirementKind.EDUCATION:
        return said
    return words.say("change_education", what=demand.requirement.key if words.language is Language.DANISH else said)
