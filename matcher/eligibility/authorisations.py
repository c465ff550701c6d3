"""Required authorisations (autorisationsloven: only the authorised may practise)."""

from __future__ import annotations

from matcher.eligibility.demanded import MeetsDemands
from matcher.ranking.grades import Grade
from taxonomy.reading.findings import RequirementKind


class HoldsRequiredAuthorisations(MeetsDemands):
    """The person holds every authorisation that the order demands.

    NO when the CV denies it or it has expired, ASK when it is likely or the CV is silent.
    """

    name = "authorisations"
    sources = ("centrets aftale", "autorisationsloven")  # each demand by law carries its own as well
    kind = RequirementKind.AUTHORISATION
    refuse = frozenset({Grade.MISSING})
    fine = "Har de krævede autorisationer."
    expires = True
