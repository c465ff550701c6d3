"""Our ranking of the judged collection beside plain baselines: the same people, the same orders, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.embedding.contract import Embedder, Vectors
from indexer.engines.fusion import fuse
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.evaluation.baselines import PlainPool, by_meaning, by_words, plain_pool, plain_question
from matcher.evaluation.collection import Part, cvs_of, orders_of
from matcher.evaluation.intervals import bootstrap
from matcher.evaluation.judgements import Half, Judgement, judgements_of
from matcher.evaluation.runs import Evaluation, Judgements, evaluate, gather_judgements
from matcher.orders.profile import OrderProfile, order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import CandidatePool, EligibilityMode
from matcher.shortlisting.shortlist import Shortlist, choose
from taxonomy.catalog import Catalog

JUDGED_ON = date(2026, 11, 22)  # a start that had not passed when it was judged has not passed in a run
DEPTH = 50  # no measure looks further down
OURS, WORDS, MEANING, FUSED = "ours", "bm25", "embedding", "fused"
BASELINES = (WORDS, MEANING, FUSED)


@dataclass(frozen=True, slots=True)
class EvaluatedOrder:
    """One judged order as ranking sees it, as the model alone does, and the trade of what it most surely seeks."""

    order: JobOrder
    profile: OrderProfile
    plain: Vectors
    trade: str | None


@dataclass(frozen=True)
class JudgedHalf:
    """The half of a part: its orders, everybody they were judged against, and the judgements."""

    orders: tuple[EvaluatedOrder, ...]
    cvs: tuple[Cv, ...]
    pool: CandidatePool
    plain: PlainPool
    pairs: tuple[Judgement, ...]

    @property
    def judgements(self) -> Judgements:
        """Order to CV to grade."""
        return gather_judgements((pair.order, pair.cv, pair.grade) for pair in self.pairs)

    @property
    def ideal(self) -> Evaluation:
        """What a perfect list would measure: no list has five suitable people where only three exist."""
        judged = self.judgements
        return evaluate({order: sorted(grades, key=lambda cv: -grades[cv]) for order, grades in judged.items()}, judged)


def gather(
    part: Part, half: Half, catalog: Catalog, embedder: Embedder, progress: Callable[[int], None] | None = None
) -> JudgedHalf:
    """Read and embed all that is needed; texts that were embedded before are remembered."""
    cvs, pairs = cvs_of(part), judgements_of(part, half)
    judged = {pair.order for pair in pairs}
    people = build_candidates(cvs, catalog, embedder, progress, [JUDGED_ON] * len(cvs))
    return JudgedHalf(
        orders=tuple(_prepared(order, catalog, embedder) for order in orders_of(part) if order.id in judged),
        cvs=cvs,
        pool=CandidatePool(people),
        plain=plain_pool(cvs, embedder),
        pairs=pairs,
    )


def _prepared(order: JobOrder, catalog: Catalog, embedder: Embedder) -> EvaluatedOrder:
    profile = order_profile(order, catalog, embedder)
    plain = plain_question(order, profile.reading, catalog, embedder)
    trade = catalog.occupations[profile.sought[0]].trade if profile.sought else None
    return EvaluatedOrder(order, profile, plain, trade)


def rank(evaluated: EvaluatedOrder, judged: JudgedHalf, scorer: Scorer, top: int = DEPTH) -> Shortlist:
    """Our list as the product makes it, without the rules of law: the judges left them out of account."""
    brief = scorer.brief(evaluated.profile, JUDGED_ON)
    return choose(brief, [judged.pool], scorer, today=JUDGED_ON, mode=EligibilityMode.OFF, top=top)


def evaluate_matching(judged: JudgedHalf, scorer: Scorer, orders: Iterable[EvaluatedOrder]) -> Mapping[str, Evaluation]:
    """Every measure for every order, by the name of the run: ours and the three baselines."""
    runs: dict[str, dict[str, list[str]]] = {name: {} for name in (OURS, *BASELINES)}
    for evaluated in orders:
        for name, found in _ranked(evaluated, judged, scorer).items():
            runs[name][evaluated.order.id] = found
    return {name: evaluate(run, judged.judgements) for name, run in runs.items()}


def _ranked(evaluated: EvaluatedOrder, judged: JudgedHalf, scorer: Scorer) -> Mapping[str, list[str]]:
    words, meaning = by_words(evaluated.order, judged.plain), by_meaning(evaluated.plain, judged.plain)
    return {
        OURS: [place.candidate_id for place in rank(evaluated, judged, scorer).places],
        WORDS: words,
        MEANING: meaning,
        FUSED: [found for found, _ in fuse([words, meaning])],
    }


def interval(found: Evaluation, metric: str, orders: Sequence[str] | None = None) -> tuple[float, float]:
    """The 95 % interval of a mean by the luck of the orders."""
    return bootstrap([found.by_order[order][metric] for order in (found.by_order if orders is None else orders)])


def mean_gain(ours: Evaluation, theirs: Evaluation, metric: str) -> tuple[float, tuple[float, float]]:
    """How far ours lies above theirs, order by order, with the 95 % interval of the mean difference."""
    gaps = [ours.by_order[order][metric] - theirs.by_order[order][metric] for order in ours.by_order]
    return sum(gaps) / max(len(gaps), 1), bootstrap(gaps)
