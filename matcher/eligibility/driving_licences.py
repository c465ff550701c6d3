"""Required driving licences (kørekortbekendtgørelsen: a larger category includes the smaller)."""

from __future__ import annotations

from matcher.eligibility.demanded import MeetsDemands
from matcher.ranking.grades import Grade
from taxonomy.reading.findings import RequirementKind


class HoldsRequiredLicences(MeetsDemands):
    """The person holds every driving licence that the order demands.

    NO when the CV lists other licences only, denies it or it has expired, ASK when the CV is silent.
    """

    name = "driving_licences"
    sources = ("centrets aftale", "kørekortbekendtgørelsen")
    kind = RequirementKind.DRIVING_LICENCE
    refuse = frozenset({Grade.MISSING, Grade.SHORT})
    fine = "Har de krævede kørekort."
    expires = True
