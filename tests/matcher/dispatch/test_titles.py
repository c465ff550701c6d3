"""What an order says lies in the model's space among the titles of the taxonomy, whatever words it uses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.dispatch import titles
from matcher.dispatch.titles import NearTitles
from taxonomy.catalog import Catalog
from tests.factories import catalog_of


@pytest.fixture(scope="module")
def near(catalog: Catalog, embedder: CachedEmbedder) -> NearTitles:
    return NearTitles(catalog, embedder)


@pytest.mark.parametrize(
    ("heading", "trade"),
    [
        ("sælger af brugte pianoer", "butik_handel_kontor"),
        ("lægger sten på fortovet", "industri_lager_transport_service"),
        ("omsorg for svagelige om natten", "sosu"),
        ("researcher in molecular biology", "mvu_lvu"),
    ],
)
def test_a_heading_lies_among_titles_of_its_trade(
    near: NearTitles, catalog: Catalog, embedder: CachedEmbedder, heading: str, trade: str
) -> None:
    shares = near.lean(embedder.queries([heading]))[0]

    assert list(catalog.trades)[int(shares.argmax())] == trade
    assert shares.sum() == pytest.approx(1)


def test_nearly_all_titles_have_their_vector_in_the_bundled_table(catalog: Catalog) -> None:
    with np.load(titles.FILE) as table:
        known = set(str(table["titles"]).split("\n"))
    needed = {title for one in catalog.occupations.values() for title in titles.titles_of(one)}

    assert len(needed - known) < len(needed) / 50, "run: python -m matcher.make_data"


def test_a_title_that_the_table_lacks_counts_as_those_that_it_has(catalog: Catalog, embedder: CachedEmbedder) -> None:
    rare, few = "kvantefnuggerist", catalog_of(catalog, "lagermedarbejder", "social_og_sundhedshjaelper")
    helper = replace(few.occupations["social_og_sundhedshjaelper"], titles=(rare,))
    edited = replace(few, occupations={**few.occupations, helper.id: helper})

    shares = NearTitles(edited, embedder).lean(embedder.queries([rare]))[0]

    assert list(catalog.trades)[int(shares.argmax())] == "sosu"
