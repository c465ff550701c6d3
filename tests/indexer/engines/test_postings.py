"""Postings grow block by block and say the same however they came to stand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from indexer.engines.contract import SearchQuery, SearchResult
from indexer.engines.embedded import EmbeddedEngine, postings
from indexer.engines.embedded.contents import Contents
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.postings import Block
from tests.contracts.documents import SCHEMA, document, vector, words

TEXTS = [f"fælles ord{n % 7} ord{n % 11} {'lager ' * (n % 5)}" for n in range(120)]
ASKED = (
    SearchQuery(words=words("ord3 lager ord10"), facets=("trade",), limit=200),
    SearchQuery(words=words("fælles"), vector=vector(3), limit=200, depth=90),
    SearchQuery(keywords=(("trade", "t1", 2.0), ("trade", "t4", 1.0)), words=words("ord5"), limit=200),
)


def answers(folder: Path, at_once: int) -> tuple[list[SearchResult], tuple[Block, ...]]:
    engine = EmbeddedEngine(folder, SCHEMA)
    documents = [
        document(f"C-{n:03}", n + 1, text=text, trade=f"t{n % 6}", vector=vector(n)) for n, text in enumerate(TEXTS)
    ]
    for start in range(0, len(documents), at_once):
        engine.put(documents[start : start + at_once])
        engine.search(ASKED[0])
    found = [engine.search(query) for query in ASKED]
    engine.close()
    contents = Contents(folder, Layout(SCHEMA))
    return found, contents.postings.over(contents.columns.view())


@pytest.mark.parametrize(("slots", "at_once"), [(1 << 15, 1), (1 << 16, 7), (16, 1), (16, 50), (50, 3)])
def test_blocks_of_any_size_give_the_same_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slots: int, at_once: int
) -> None:
    plain, _ = answers(tmp_path / "plain", len(TEXTS))
    monkeypatch.setattr(postings, "BLOCK_SLOTS", slots)
    found, blocks = answers(tmp_path / "blocks", at_once)
    assert found == plain
    assert [(one.first, one.end) for one in blocks] == [
        (start, min(start + slots, 120)) for start in range(0, 120, slots)
    ]


def test_documents_that_come_one_by_one_leave_few_blocks() -> None:
    runs: list[tuple[int, int]] = []
    made = 0
    for end in range(1, 5001):
        before = set(runs)
        runs = postings.grown(runs, end)
        made += sum(stop - start for start, stop in set(runs) - before)
        assert len(runs) <= 16
    assert runs[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(runs))
    assert made < 5000 * 24  # each document is turned round a few times, not with every one that follows
