"""From an order to the query that finds its candidates: words, meaning and occupations together."""

from __future__ import annotations

import numpy as np

from indexer.engines.contract import SearchQuery
from indexer.intake.job_order import OrderType
from matcher.orders.profile import SURE_OCCUPATION, TEXT, TITLE, OrderProfile
from matcher.ranking.nearness import nearest_of, occupations_by_code
from matcher.texts.terms import stem_rarity
from taxonomy.catalog import Catalog
from taxonomy.language import analyse

WORDS_AT_MOST = 32  # the rarest; the rest of a long advertisement finds everybody
TITLE_WORD = 3.0  # a word of the title against one of the text
OCCUPATION = 12.0  # the occupation itself against a word of the text
# What nobody says in the order's words: with both, 2 in 100 more of the full ranking's first 20 are found among 500.
TASK = 12.0  # a task that the order names
TASKS_AT_MOST = 4  # the most telling ones; more find nobody else and take longer
# Somebody who wishes for the order's kind, where it is not the ordinary one. To wish for it counts nearly as a demand:
# with 6, the first 700 held 0.97 of the first 20, and 0.74 where the kind is granted to few, instead of 0.98 and 0.95.
KIND = 36.0
KIND_OF_FEW = 60.0
NEIGHBOUR_FROM = 0.5  # closeness from which another occupation is worth looking for
FOUND = 750  # how many are looked for at first (matcher/lists/matching.py looks deeper where they do not suffice)
# Looked into one by one until they suffice (shortlist.py). Of a town of 10,000 CVs they lose nobody of the first 20
# (tests/benchmarks/recall.py). A second look at 4,000 finds nobody more, one at 2,000 loses people of larger towns.
DEPTHS = (FOUND, 2800, 5600, 8000)
OF_FEW = frozenset({OrderType.FLEX_JOB, OrderType.SHELTERED_JOB})


def candidate_query(profile: OrderProfile, title: str, text: str, catalog: Catalog, depth: int = FOUND) -> SearchQuery:
    """The query for the CVs worth ranking for the order, best first as far as search can tell."""
    return SearchQuery(
        words=tuple(_weighted(title, text)),
        keywords=(*_occupations(profile, catalog), *_tasks(profile), *_kind(profile)),
        vector=profile.vectors[TEXT] + profile.vectors[TITLE],
        limit=depth,
        depth=depth,
        counted=False,
    )


def _weighted(title: str, text: str) -> list[tuple[str, float]]:
    weights: dict[str, float] = {}
    for stems, weight in ((analyse(title), TITLE_WORD), (analyse(text), 1.0)):
        for stem in stems:
            weights[stem] = max(weights.get(stem, 0.0), weight)
    telling = sorted(weights, key=lambda stem: (-weights[stem] * stem_rarity(stem), stem))
    return [(stem, weights[stem]) for stem in telling[:WORDS_AT_MOST]]


def _occupations(profile: OrderProfile, catalog: Catalog) -> list[tuple[str, str, float]]:
    sought = [found for found in profile.reading.occupations if found.score >= SURE_OCCUPATION][:3]
    near = nearest_of(catalog, tuple((mention.occupation, 1.0) for mention in sought))
    names = occupations_by_code(catalog)[1]
    found = sorted((names[place], float(near[place])) for place in np.flatnonzero(near >= NEIGHBOUR_FROM).tolist())
    return [("occupation", occupation, OCCUPATION * close) for occupation, close in found]


def _tasks(profile: OrderProfile) -> list[tuple[str, str, float]]:
    telling = sorted(profile.tasks, key=lambda one: (-one.weight, one.task))[:TASKS_AT_MOST]
    return [("task", one.task, TASK * one.weight) for one in telling]


def _kind(profile: OrderProfile) -> list[tuple[str, str, float]]:
    if profile.order_type == OrderType.ORDINARY:
        return []
    return [("kind", profile.order_type, KIND_OF_FEW if profile.order_type in OF_FEW else KIND)]
