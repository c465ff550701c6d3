"""The query that finds an order's candidates."""

from __future__ import annotations

from indexer.embedding.contract import Embedder
from indexer.engines.contract import SearchQuery
from matcher.orders.profile import order_profile
from matcher.retrieval.query import OCCUPATION, candidate_query
from taxonomy.catalog import Catalog
from tests.factories import job_order


def query_of(catalog: Catalog, embedder: Embedder, **changes: object) -> SearchQuery:
    order = job_order(**changes)
    profile = order_profile(order, catalog, embedder)
    return candidate_query(profile, order.title, order.text, catalog)


def held(query: SearchQuery, field: str) -> dict[str, float]:
    return {value: weight for name, value, weight in query.keywords if name == field}


def test_an_order_finds_by_the_occupation_it_seeks_and_less_by_those_near_it(
    catalog: Catalog, embedder: Embedder
) -> None:
    found = held(query_of(catalog, embedder), "occupation")
    assert max(found.values()) == OCCUPATION
    assert found[max(found, key=found.__getitem__)] > min(found.values())


def test_an_order_finds_people_by_tasks_they_have_done_under_another_title(
    catalog: Catalog, embedder: Embedder
) -> None:
    assert held(query_of(catalog, embedder, text="Du passer telefonen og betjener kassen."), "task")


def test_who_wishes_for_the_kind_of_order_is_found_by_it_but_the_ordinary_kind_tells_nobody_apart(
    catalog: Catalog, embedder: Embedder
) -> None:
    assert set(held(query_of(catalog, embedder, order_type="fritidsjob"), "kind")) == {"fritidsjob"}
    assert not held(query_of(catalog, embedder), "kind")


def test_to_wish_for_what_is_granted_to_few_counts_more(catalog: Catalog, embedder: Embedder) -> None:
    few, many = (
        held(query_of(catalog, embedder, order_type=kind), "kind")[kind] for kind in ("fleksjob", "fritidsjob")
    )

    assert few > many
