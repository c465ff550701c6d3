"""What the record tells the rules about people and one order: proposals made and cases looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from indexer.intake.job_order import JobOrder
from indexer.records.case_lookups import LookedUp
from indexer.records.proposals import ProposalStep, latest_steps
from matcher.candidates.circumstances import NOT_KNOWN, CaseFile, Circumstances
from matcher.lifecycles.proposals import ProposalState

HOLDS_DAYS = 92  # a look-up expires after three months: the centre must talk to people that often
NOT_PROPOSED = replace(NOT_KNOWN, proposed=False)
# What each state tells the rule on earlier proposals. A withdrawn proposal may be made again.
TOLD: Mapping[ProposalState, str] = {
    ProposalState.PROPOSED: "proposed",
    ProposalState.CONTACTED: "proposed",
    ProposalState.INTERESTED: "proposed",
    ProposalState.INTERVIEW: "proposed",
    ProposalState.HIRED: "proposed",
    ProposalState.DECLINED: "declined",
    ProposalState.REJECTED: "refused",
    ProposalState.NO_SHOW: "refused",
}


def circumstances(
    order: JobOrder, looked_up: Mapping[str, LookedUp], steps: Sequence[ProposalStep], today: date
) -> Circumstances:
    """What is known before the order on the day, by the cases of those at hand and the order's steps, oldest first."""
    read = _Cases(order.cvr, today)
    found = {cv_id: read[one] for cv_id, one in looked_up.items()}
    for step in latest_steps(steps):
        if fact := TOLD.get(ProposalState(step.state)):
            found[step.cv_id] = _told(found.get(step.cv_id, NOT_PROPOSED), fact)
    return Circumstances(found, NOT_PROPOSED)


def _told(case: CaseFile, fact: str) -> CaseFile:
    return replace(case, proposed=fact == "proposed", refused=fact == "refused", declined=fact == "declined")


class _Cases(dict[LookedUp, CaseFile]):
    """What looked-up cases tell of an employer on a day; those that tell the same are one object (verdict.py)."""

    def __init__(self, cvr: str, today: date) -> None:
        super().__init__()
        self._cvr, self._today = cvr, today

    def __missing__(self, one: LookedUp) -> CaseFile:
        """The case as far as it still holds."""
        self[one] = case = self._case(one)
        return case

    def _case(self, one: LookedUp) -> CaseFile:
        fresh = (self._today - date.fromisoformat(one.looked_up_on)).days <= HOLDS_DAYS
        until = date.fromisoformat(one.away_until) if one.away_until else None
        still_away = until is not None and until >= self._today
        return CaseFile(
            protected=one.protected if fresh or one.protected else None,
            employed=self._employed(one.employers) if fresh else None,
            proposed=False,
            away=one.away if fresh or still_away else None,
            away_until=until,
        )

    def _employed(self, employers: str) -> bool | None:
        """Whether one of them is the order's; not known where somebody is employed and the order names no CVR."""
        if not employers:
            return False
        return self._cvr in employers.split() if self._cvr else None
