"""Required languages by level of the Common European Framework (A1-C2), no more than the order demands."""

from __future__ import annotations

from matcher.eligibility.demanded import MeetsDemands
from matcher.ranking.grades import Grade
from taxonomy.reading.findings import RequirementKind


class SpeaksRequiredLanguages(MeetsDemands):
    """The person speaks every language that the order demands, at its level.

    NO when two levels short or absent from a list of languages, ASK when one short or silent.
    """

    name = "languages"
    sources = ("forskelsbehandlingsloven",)
    kind = RequirementKind.LANGUAGE
    refuse = frozenset({Grade.MISSING})
    fine = "Taler de krævede sprog."
