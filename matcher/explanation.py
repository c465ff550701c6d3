"""Why somebody stands where they stand, in Danish sentences that a consultant can read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.eligibility.verdict import phrase
from matcher.ranking.conditions import KILOMETRES_AT_MOST, Condition
from matcher.ranking.grades import Grade, GradedDemand
from matcher.ranking.score import Scored
from matcher.ranking.weights import Weights
from matcher.shared_words import shared_words
from matcher.shortlist import Place
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.reading.findings import OrderReading

RELATED = 0.3  # closeness below which an occupation is not worth a sentence
SHARED_WORDS = 4


def explain(
    place: Place, order: JobOrder, reading: OrderReading, cv: Cv, catalog: Catalog, weights: Weights
) -> list[str]:
    """The reasons of one place: what fits, what is missing or must be asked, and what decided."""
    scored = place.scored
    sought = [mention.occupation for mention in reading.occupations]
    return [
        *_wishes(scored, sought, catalog),
        *_history(scored, sought, catalog),
        *_demands(scored.demands),
        *_shared(order, cv),
        *_conditions(scored.conditions),
        *(verdict.reason for verdict in place.eligibility.to_ask),
        _why_here(scored, weights),
    ]


def _wishes(scored: Scored, sought: list[str], catalog: Catalog) -> Iterator[str]:
    best = _nearest(((named.occupation, named.quote) for named in scored.profile.wishes), sought, catalog)
    if best:
        occupation, quote, near = best
        label = catalog.occupations[occupation].label
        yield (
            f"Ønsker job som {label} („{quote}“), som ordren søger."
            if near == 1
            else f"Ønsker job som {label} („{quote}“), som er beslægtet med det, ordren søger."
        )


def _history(scored: Scored, sought: list[str], catalog: Catalog) -> Iterator[str]:
    jobs = {(named.occupation, named.quote): named.years for named in scored.profile.history}
    best = _nearest(jobs, sought, catalog)
    if best:
        occupation, quote, near = best
        years = jobs[occupation, quote]
        long = f" i {years:g} år" if years else ""
        kin = "" if near == 1 else ", som er beslægtet arbejde"
        yield f"Har arbejdet som „{quote}“{long}{kin}."


def _nearest(named: Iterable[tuple[str, str]], sought: list[str], catalog: Catalog) -> tuple[str, str, float] | None:
    near = [
        (occupation, quote, closeness(catalog, occupation, wanted)) for occupation, quote in named for wanted in sought
    ]
    best = max(near, key=lambda found: found[2], default=None)
    return best if best and best[2] >= RELATED else None


def _demands(demands: Iterable[GradedDemand]) -> Iterator[str]:
    for demand in sorted(demands, key=_telling):
        what, words = phrase(demand), f" („{demand.evidence}“)" if demand.evidence else ""
        if demand.grade is Grade.PROVED and not demand.requirement.excluded:
            yield f"Har {what}{words}."
        elif demand.grade is Grade.LIKELY:
            yield f"Har sandsynligvis {what}{words}."
        elif demand.grade is Grade.SHORT:
            yield f"Er tæt på kravet om {what}{words}."
        elif demand.grade is Grade.MISSING:
            yield f"Mangler {what}; CV'et nævner {demand.evidence or 'det ikke'}."
        elif demand.grade is Grade.EXCLUDED:
            yield f"Har allerede {what}{words}, og det udelukker ordren."
        elif demand.grade is Grade.UNKNOWN and demand.requirement.hard and not _asked_by_rule(demand):
            yield f"CV'et siger intet om {what}."


def _telling(demand: GradedDemand) -> tuple[bool, bool]:
    """What is required first, skills last."""
    return not demand.requirement.hard, demand.requirement.kind == "skill"


def _asked_by_rule(demand: GradedDemand) -> bool:
    return demand.requirement.kind in ASKED_BY_RULES


def _shared(order: JobOrder, cv: Cv) -> Iterator[str]:
    words = shared_words(order, cv)[:SHARED_WORDS]
    if words:
        yield f"Ordren og CV'et har ord til fælles: {', '.join(words)}."


def _conditions(felt: Iterable[Condition]) -> Iterator[str]:
    for condition in felt:
        if condition.name == "kilometre" and condition.amount >= KILOMETRES_AT_MOST:
            yield f"Bor mere end {KILOMETRES_AT_MOST:.0f} km fra arbejdet."
        elif condition.name == "kilometre":
            yield (
                f"Bor cirka {condition.amount:.0f} km fra arbejdet."
                if condition.amount >= 1
                else "Bor tæt på arbejdet."
            )
        else:
            yield CONDITION_SENTENCES[condition.name]


def _why_here(scored: Scored, weights: Weights) -> str:
    limits = {weight.label: weight.points for weight in weights.signals.values()}
    limits[weights.occupation.label] = weights.occupation.points
    earned = sorted(((points, name) for name, points in scored.parts if name in limits), reverse=True)[:2]
    most = " og ".join(f"{name} ({points:.0f} point)" for points, name in earned)
    costs = sorted((points, name) for name, points in scored.parts if points < -0.5)[:1]
    cost = f" Mest trækker {costs[0][1]} fra ({-costs[0][0]:.0f} point)." if costs else ""
    return f"{scored.score:.0f} point i alt, mest for {most}.{cost}"


ASKED_BY_RULES = frozenset(
    {"driving_licence", "certificate", "authorisation", "education", "language", "criminal_record"}
)
CONDITION_SENTENCES = {
    "shift_refused": "Har fravalgt jobbets vagter.",
    "shift_wanted": "Ønsker netop jobbets vagter.",
    "hours_apart": "Søger en anden arbejdstid end jobbets.",
    "start_late_per_month": "Kan først begynde efter jobbets start.",
    "occupation_refused": "Skriver, at denne slags job er fravalgt.",
    "kind_wanted": "Søger netop denne ordretype.",
    "other_kind_wanted": "Søger en anden ordretype end denne.",
    "practised": "Er allerede øvet i det, som ordren vil lære fra sig.",
}
