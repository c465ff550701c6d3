"""The life of a proposal (formidling) as a table: which state may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from matcher.lifecycles.table import Lifecycle


class ProposalState(StrEnum):
    """The state of a proposal."""

    PROPOSED = "foreslaaet"
    CONTACTED = "kontaktet"
    INTERESTED = "interesseret"
    DECLINED = "takket_nej"  # the person does not want the job
    INTERVIEW = "til_samtale"
    HIRED = "ansat"
    REJECTED = "ikke_ansat"  # the employer does not want the person
    NO_SHOW = "udeblevet"
    WITHDRAWN = "trukket_tilbage"  # by the consultant


# What people are told, in the order of a proposal's life.
LABELS: Mapping[str, str] = {
    ProposalState.PROPOSED: "foreslået",
    ProposalState.CONTACTED: "kontaktet",
    ProposalState.INTERESTED: "interesseret",
    ProposalState.INTERVIEW: "til samtale",
    ProposalState.HIRED: "ansat",
    ProposalState.REJECTED: "ikke ansat",
    ProposalState.DECLINED: "takket nej",
    ProposalState.NO_SHOW: "udeblevet",
    ProposalState.WITHDRAWN: "trukket tilbage",
}
# An outcome may follow any open state: an employer may hire after one call. A closed proposal can only be reopened,
# which is also how a mistake is corrected; earlier steps stay in the record.
OUTCOMES = (
    ProposalState.DECLINED,
    ProposalState.HIRED,
    ProposalState.REJECTED,
    ProposalState.NO_SHOW,
    ProposalState.WITHDRAWN,
)
NEXT: Mapping[ProposalState, tuple[ProposalState, ...]] = {
    ProposalState.PROPOSED: (ProposalState.CONTACTED, ProposalState.INTERESTED, ProposalState.INTERVIEW, *OUTCOMES),
    ProposalState.CONTACTED: (ProposalState.INTERESTED, ProposalState.INTERVIEW, *OUTCOMES),
    ProposalState.INTERESTED: (ProposalState.INTERVIEW, *OUTCOMES),
    ProposalState.INTERVIEW: OUTCOMES,
    ProposalState.DECLINED: (ProposalState.PROPOSED,),
    ProposalState.HIRED: (ProposalState.PROPOSED,),
    ProposalState.REJECTED: (ProposalState.PROPOSED,),
    ProposalState.NO_SHOW: (ProposalState.PROPOSED,),
    ProposalState.WITHDRAWN: (ProposalState.PROPOSED,),
}
OPEN = frozenset(NEXT) - frozenset(OUTCOMES)
PROPOSALS = Lifecycle(
    of="Forslaget",
    it="Det",
    states=ProposalState,
    labels=LABELS,
    next=NEXT,
    needs_reason={ProposalState.REJECTED: "Skriv kort, hvad arbejdsgiveren sagde; intet om helbred."},
)
