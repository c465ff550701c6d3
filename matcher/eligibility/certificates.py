"""Required certificates, such as truckcertifikat and hygiejnebevis."""

from __future__ import annotations

from matcher.eligibility.demanded import MeetsDemands
from matcher.ranking.grades import Grade
from taxonomy.reading.findings import RequirementKind


class HoldsRequiredCertificates(MeetsDemands):
    """The person holds every certificate that the order demands.

    NO when the CV denies it or it has expired, ASK when the CV is silent.
    """

    name = "certificates"
    sources = ("centrets aftale", "bekendtgørelse om arbejdsmiljøfaglige uddannelser", "lov om chaufføruddannelse")
    kind = RequirementKind.CERTIFICATE
    refuse = frozenset({Grade.MISSING})
    fine = "Har de krævede certifikater."
    expires = True
