"""Why somebody stands where they stand, in sentences that a consultant can read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.intake.job_order import JobOrder
from matcher.orders.tasks import tasks_asked
from matcher.ranking.grades import Grade, GradedDemand
from matcher.ranking.weights import Weights
from matcher.shortlisting.shortlist import ListPlace
from matcher.wording.evidence_sentences import (
    history_sentences,
    shared_word_sentences,
    task_sentences,
    wish_sentences,
)
from matcher.wording.reader import Reader
from matcher.wording.result_sentences import condition_sentences, demand_sentence, points_sentence
from matcher.wording.shared_words import rare_words
from matcher.wording.views import View, shows_points, shows_quotes
from taxonomy.reading.findings import OrderReading, Requirement


class Explainer:
    """Explains the places of one order's list to one reader; what is the same for everybody is worked out once."""

    def __init__(self, order: JobOrder, reading: OrderReading, weights: Weights, reader: Reader) -> None:
        self._weights, self._reader = weights, reader
        self._sought = [mention.occupation for mention in reading.occupations]
        self._tasks = {one.task: one for one in tasks_asked(order, reading, reader.catalog) if one.quote}
        self._rare_words = rare_words(order)
        self._by_demand: dict[tuple[int, Grade, str], tuple[Requirement, str]] = {}

    def reasons(self, place: ListPlace) -> list[str]:
        """What fits, what is missing or must be asked of this person, and what decided."""
        scored, reader = place.scored, self._reader
        profile = scored.profile
        reasons = [
            *wish_sentences(profile, self._sought, reader),
            *history_sentences(profile, self._sought, reader),
            *task_sentences("tasks_done", self._tasks, profile.tasks, profile.history, reader),
            *task_sentences("tasks_wished", self._tasks, profile.wished_tasks, profile.wishes, reader),
            *self._demand_sentences(scored.demands),
            *shared_word_sentences(self._rare_words, profile, reader),
            *condition_sentences(scored.conditions, reader),
            *reader.verdicts(place.eligibility.to_ask_of_this_one, place),
        ]
        if reader.view is not View.CONSULTANT:
            reasons.append(reader.words.say("kept_back"))
        if shows_points(reader.view):
            reasons.append(points_sentence(scored, self._weights, reader))
        return list(dict.fromkeys(reasons))

    def _demand_sentences(self, demands: Iterable[GradedDemand]) -> Iterator[str]:
        quoting = shows_quotes(self._reader.view)
        for demand in sorted(demands, key=_required_first):
            if sentence := self._demand_sentence(demand if quoting else demand._replace(evidence="")):
                yield sentence

    def _demand_sentence(self, demand: GradedDemand) -> str:
        """The sentence, made once a list: by the requirement itself, since to compare it takes as long."""
        requirement, grade, evidence = demand
        known = self._by_demand.get((id(requirement), grade, evidence))
        if known is None:
            known = requirement, demand_sentence(demand, self._reader)
            self._by_demand[id(requirement), grade, evidence] = known
        return known[1]


def _required_first(demand: GradedDemand) -> tuple[bool, bool]:
    """What is required first, skills last."""
    return not demand.requirement.hard, demand.requirement.kind == "skill"
