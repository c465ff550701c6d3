"""What a company is told of those who want its job: what fits and what is missing, nothing of who they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.records.audit_trail import Act
from indexer.records.proposals import latest_steps
from indexer.records.stored import RecordKind
from matcher.lifecycles.proposals import OPEN, ProposalState
from matcher.shortlisting.shortlist import ListPlace
from matcher.why.full_rankings import FullRankings
from matcher.wording.explanation import Explainer
from matcher.wording.reader import Reader

SAID_YES = frozenset({ProposalState.INTERESTED, ProposalState.INTERVIEW})


@dataclass(frozen=True, slots=True)
class Presented:
    """A person as the company meets them: the number of their CV and sentences."""

    cv_id: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Presentation:
    """Those who have said yes, in the order in which they were proposed, and how many have not answered yet."""

    people: Sequence[Presented]
    unanswered: int


def presentation(rankings: FullRankings, order_id: str, reader: Reader, *, actor: str) -> Presentation:
    """What can be sent to the company, told for the reader; each person's is noted in the audit trail.

    The search may be down. Raises RecordNotFoundError.
    """
    matching = rankings.matching
    with matching.database.transaction(actor, "oplyse virksomhed") as record:
        order = record.job_orders.require(order_id)
        last = latest_steps(record.proposals.of_order(order_id))
        cvs = record.cvs.get_many([step.cv_id for step in last if step.state in SAID_YES])
        brief = matching.preparation.prepare_stored(order, matching.today()).brief
        explainer = Explainer(order.value, brief.order.reading, matching.scorer.weights, reader)
        people: list[Presented] = []
        for cv_id, cv in cvs.items():
            [(scored, eligibility)] = rankings.alone(record, order, brief, cv).scored_in_full([0])
            reasons = explainer.reasons(ListPlace(len(people) + 1, scored, eligibility))
            people.append(Presented(cv_id, [one for one in reasons if one != reader.words.say("kept_back")]))
            record.audit_trail.note(Act.EXPLAINED, RecordKind.CV, cv_id, cv.revision)
    return Presentation(people, sum(step.state in OPEN - SAID_YES for step in last))
