"""Who reads about people in a list: in which language, by which names, and what they may know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.eligibility.verdict import Verdict
from matcher.ranking.grades import GradedDemand
from matcher.ranking.score import Scored
from matcher.shortlisting.shortlist import ListPlace
from matcher.wording.demands import demand_phrase
from matcher.wording.parts import named_parts
from matcher.wording.tables import Wording
from matcher.wording.verdicts import verdict_sentence
from matcher.wording.views import View, shows_rule
from taxonomy.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is told: `words` are the language's, `catalog` has the names of occupations, `view` what is told."""

    words: Wording
    catalog: Catalog
    view: View = View.CONSULTANT

    def parts(self, scored: Scored) -> dict[str, float]:
        """Points by name; they sum to the score."""
        return named_parts(scored, self.words, self.catalog, self.view)

    def demand(self, demand: GradedDemand) -> str:
        """What is demanded, with the noun it needs in a sentence."""
        return demand_phrase(demand, self.words, self.catalog)

    def verdict(self, verdict: Verdict, place: ListPlace) -> str:
        """What a rule answers, as a sentence."""
        return verdict_sentence(verdict, place.eligibility.case, self.words)

    def verdicts(self, verdicts: Iterable[Verdict], place: ListPlace) -> list[str]:
        """Those of the answers that the reader may know, as sentences."""
        return [self.verdict(one, place) for one in verdicts if shows_rule(self.view, one.rule)]
