"""Ranks résumés for advertisements in English and Spanish: `python -m tests.quality.abroad_ranking open|closed`.

Prints what our lists measure beside plain ones, for résumés as one long text and with their fields filled in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder
from indexer.engines.fusion import fuse
from indexer.intake import read_cv, read_job_order
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.evaluation import metrics
from matcher.evaluation.baselines import PlainPool, by_meaning, by_words, plain_pool, plain_question
from matcher.evaluation.collection import bundled_cvs, lines_of
from matcher.evaluation.runs import Judgements, gather_judgements
from matcher.orders.profile import order_profile
from matcher.ranking.panel import load_reference_panel
from matcher.ranking.score import Scorer
from matcher.ranking.weights import load_weights
from matcher.shortlisting.judging import CandidatePool, EligibilityMode
from matcher.shortlisting.shortlist import choose
from taxonomy.catalog import Catalog, load_catalog
from tests.conftest import VECTORS

FOLDER = Path(__file__).parent / "abroad"
WRITTEN = date(2026, 11, 23)
FLAT, FIELDS = "flat", "fields"
TASKS = (("en", "en", "judgements"), ("es", "es", "judgements"), ("es", "en", "judgements_across"))
OURS = "ours"

Lists = Mapping[str, Mapping[str, list[str]]]  # the name of a way to rank -> order -> CVs, best first


@dataclass(frozen=True)
class Pool:
    """Everybody whom the advertisements of one language are answered from."""

    ours: CandidatePool
    plain: PlainPool


def judged(name: str) -> Judgements:
    """Order to CV to grade."""
    return gather_judgements((line["order"], line["cv"], line["grade"]) for line in lines_of(f"{name}.jsonl", FOLDER))  # type: ignore[misc]


def ads(language: str, asked: Collection[str]) -> list[JobOrder]:
    """The advertisements of the language that were judged."""
    return [read_job_order(line) for line in lines_of(f"ads_{language}.jsonl", FOLDER) if line["id"] in asked]


def resumes(shape: str, language: str) -> list[Cv]:
    """Everybody's résumé in one shape."""
    return [read_cv(line) for line in lines_of(f"resumes_{shape}_{language}.jsonl", FOLDER)]


def pool_of(cvs: Sequence[Cv], catalog: Catalog, embedder: Embedder) -> Pool:
    """The people ready for ranking."""
    people = build_candidates(cvs, catalog, embedder, written=[WRITTEN] * len(cvs))
    return Pool(CandidatePool(people), plain_pool(cvs, embedder))


def lists(orders: Sequence[JobOrder], pool: Pool, scorer: Scorer, embedder: Embedder) -> Lists:
    """Everybody in order, for each advertisement by each way to rank."""
    found: dict[str, dict[str, list[str]]] = {
        name: {} for name in (OURS, "ours, rules on", "bm25", "embedding", "fused")
    }
    for order in orders:
        profile = order_profile(order, scorer.catalog, embedder)
        brief = scorer.brief(profile, WRITTEN)
        for name, mode in ((OURS, EligibilityMode.OFF), ("ours, rules on", EligibilityMode.ON)):
            places = choose(brief, [pool.ours], scorer, today=WRITTEN, mode=mode, top=500).places
            found[name][order.id] = [place.candidate_id for place in places]
        asked = plain_question(order, profile.reading, scorer.catalog, embedder)
        words, meaning = by_words(order, pool.plain), by_meaning(asked, pool.plain)
        fused = [one for one, _ in fuse([words, meaning])]
        found["bm25"][order.id], found["embedding"][order.id], found["fused"][order.id] = words, meaning, fused
    return found


def mean_precision(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """The mean of the precision at each place that holds somebody of grade 1 or more."""
    suitable = {cv for cv, grade in grades.items() if grade}
    places = [place for place, cv in enumerate(ranking, start=1) if cv in suitable]
    return sum(number / place for number, place in enumerate(places, start=1)) / max(len(suitable), 1)


def first_ten(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """Share of the first ten places that hold somebody worth proposing."""
    return metrics.precision(ranking, grades, 10)


MEASURES: Mapping[str, Callable[[Sequence[str], Mapping[str, int]], float]] = {
    "nDCG@10": metrics.ndcg,
    "MAP": mean_precision,
    "MRR": metrics.reciprocal_rank,
    "P@5": metrics.precision,
    "P@10": first_ten,
}


def measured(of_orders: Mapping[str, list[str]], judgements: Judgements) -> dict[str, float]:
    """The mean of every measure over the orders."""
    return {
        name: fmean(measure(of_orders[order], judgements[order]) for order in of_orders)
        for name, measure in MEASURES.items()
    }


def main(half: str) -> None:
    """Print a line for each shape, pair of languages and way to rank."""
    catalog, embedder = load_catalog(), choose_embedder(cache_folder=VECTORS)
    scorer = Scorer(load_weights(), load_reference_panel(embedder, catalog, bundled_cvs), catalog)
    for shape in (FLAT, FIELDS):
        for asking, answering, name in TASKS:
            grades = judged(f"{name}_{half}")
            orders = ads(asking, grades)
            found = lists(orders, pool_of(resumes(shape, answering), catalog, embedder), scorer, embedder)
            for way, of_orders in found.items():
                numbers = "  ".join(f"{label} {value:.3f}" for label, value in measured(of_orders, grades).items())
                print(f"{shape:6}  {asking} to {answering}  {len(orders)}  {way:14}  {numbers}")
    embedder.close()


if __name__ == "__main__":
    main(sys.argv[1])
