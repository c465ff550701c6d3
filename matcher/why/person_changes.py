"""Finds the smallest real changes that would improve a person's place, by ranking the person as changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from matcher.candidates.build import build_stored
from matcher.candidates.circumstances import Circumstances
from matcher.candidates.profile import Candidate
from matcher.shortlisting.judging import CandidatePool, judge
from matcher.shortlisting.shortlist import ListPlace
from matcher.why.full_ranking import FullRanking
from matcher.why.full_rankings import FullRankings
from matcher.why.possible_changes import PersonChange, changed, possible_changes

MOST_SINGLES = 10  # what is required first, then the smallest steps
UNPLACED = 1_000_000  # the rank of people who may not be proposed, worse than any other
MOST_TOLD = 5
MUCH_NEARER = 0.8  # of the place that the better of the two gives alone


@dataclass(frozen=True, slots=True)
class PersonOutcome:
    """What the changes together lead to: the place among all who may be proposed, and the score."""

    changes: tuple[PersonChange, ...]
    rank: int
    score: float

    def size(self, shown: int) -> tuple[int, ...]:
        """What reaches the list first, by fewest changes and smallest steps; then what comes nearest to it."""
        steps = len(self.changes), sum(one.step for one in self.changes)
        return (0, *steps, self.rank) if self.rank <= shown else (1, self.rank, *steps)


def person_changes(
    rankings: FullRankings, ranking: FullRanking, cv: Stored[Cv], place: ListPlace, shown: int
) -> tuple[PersonOutcome, ...]:
    """What would give the person a better place, smallest first; pairs only where no single change reaches the list."""
    possible = sorted(possible_changes(ranking.brief.order, place), key=lambda one: (not one.required, one.step))
    singles = possible[:MOST_SINGLES]
    before = place.rank if place.eligibility.eligible else UNPLACED
    trial = _Trial(rankings, ranking, cv, place.eligibility.case.circumstances)
    helping = [found for found in trial.run([(one,) for one in singles]) if _helps(found, before, shown)]
    if not any(found.rank <= shown for found in helping):
        alone = {found.changes[0]: found.rank for found in helping}
        pairs = trial.run(list(combinations(singles, 2)))
        helping += [pair for pair in pairs if _is_worth_two(pair, alone, before, shown)]
    return tuple(sorted(helping, key=lambda found: found.size(shown))[:MOST_TOLD])


def _helps(found: PersonOutcome, before: int, shown: int) -> bool:
    """Whether the place is better: in the list at all, or, outside of it, much nearer to it."""
    return found.rank < before and (found.rank <= shown or found.rank <= before * MUCH_NEARER)


def _is_worth_two(pair: PersonOutcome, alone: Mapping[PersonChange, int], before: int, shown: int) -> bool:
    """Whether the two together do what neither does: reach the list, or come much nearer to it."""
    best = min(before, *(alone.get(one, before) for one in pair.changes))
    return pair.rank < best and (pair.rank <= shown or pair.rank <= best * MUCH_NEARER)


class _Trial:
    """Ranks the person as changed, all variants at once."""

    def __init__(
        self, rankings: FullRankings, ranking: FullRanking, cv: Stored[Cv], circumstances: Circumstances
    ) -> None:
        self._rankings, self._ranking, self._cv, self._circumstances = rankings, ranking, cv, circumstances
        self._catalog = rankings.matching.scorer.catalog
        self._as_is = rankings.candidate(cv)

    def run(self, variants: Sequence[tuple[PersonChange, ...]]) -> list[PersonOutcome]:
        """The outcome of each variant in which the person may be proposed."""
        if not variants:
            return []
        matching = self._rankings.matching
        pool = CandidatePool([self._changed(variant) for variant in variants], self._circumstances)
        judged = judge(self._ranking.brief, pool, matching.scorer, matching.today())
        found = zip(variants, judged.scored_in_full(range(len(variants))), strict=True)
        return [
            PersonOutcome(variant, self._ranking.rank_with(scored), scored.score)
            for variant, (scored, eligibility) in found
            if eligibility.eligible
        ]

    def _changed(self, changes: tuple[PersonChange, ...]) -> Candidate:
        approved = any(change.kind == "approved" for change in changes)
        person = self._approved if approved else self._as_is
        profile = person.profile
        for change in changes:
            profile = changed(profile, change, self._ranking.brief.order, self._catalog)
        return replace(person, profile=profile)

    @cached_property
    def _approved(self) -> Candidate:
        approved = replace(self._cv, value=replace(self._cv.value, cv_approved=True))
        return build_stored([approved], self._catalog, self._rankings.matching.embedder)[0]
