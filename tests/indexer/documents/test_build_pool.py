"""Several processes make what one would, in the same order; what goes wrong in them is told here."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.documents.build_pool import BuildersLostError, several_builders
from indexer.documents.contract import CvsBuilt
from indexer.generations.rebuild import Rebuild
from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from tests.indexer.building import UNREADABLE, PlainBuilder
from tests.indexer.indexed import FINGERPRINT, Indexed, with_words
from tests.indexer.samples import cv


class Dying(PlainBuilder):
    """A builder whose process ends in the middle of its work."""

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        os._exit(len(cvs))


@pytest.fixture
def indexed(tmp_path: Path) -> Indexed:
    indexed = Indexed(tmp_path)
    indexed.put(*(cv(id=f"C-{n:03}", text=f"svejser nummer{n}") for n in range(301)))
    return indexed


def test_several_processes_make_the_same_in_the_same_order(indexed: Indexed) -> None:
    with indexed.database.reading() as record:
        stored = record.cvs.all()
    documents, features = PlainBuilder().build_cvs(stored)
    with several_builders(PlainBuilder(), PlainBuilder, 2) as pool:
        others, other_features = pool.build_cvs(stored)
        again = pool.vectors_again([blob for _, _, blob in features])
        few = pool.build_cvs(stored[:3])
        nothing = pool.build_cvs([])
    assert [one.id for one in others] == [one.id for one in documents]
    assert [list(one) for one in again] == [list(one.vector) for one in documents if one.vector is not None]
    assert [one.id for one in few[0]] == [one.id for one in documents[:3]]
    assert [one.tokens for one in others] == [one.tokens for one in documents]
    assert list(other_features) == list(features)
    assert nothing == ([], [])


def test_a_rebuild_by_several_processes_leaves_out_only_what_cannot_be_read(indexed: Indexed) -> None:
    indexed.put(cv(id="C-x", text=UNREADABLE))
    with several_builders(PlainBuilder(), PlainBuilder, 2) as pool:
        report = Rebuild(indexed.database, indexed.generations, pool).run(FINGERPRINT)
    assert (report.cvs, report.refused) == (301, 1)
    engines = indexed.opened()
    assert with_words(engines.cvs, "nummer300") == ["C-300"]
    engines.close()


def test_a_process_that_dies_is_told_and_the_old_index_serves(indexed: Indexed) -> None:
    first = indexed.rebuild.run(FINGERPRINT).generation
    with several_builders(PlainBuilder(), Dying, 1) as pool, pytest.raises(BuildersLostError, match="hjælpeproces"):
        Rebuild(indexed.database, indexed.generations, pool).run({**FINGERPRINT, "taxonomy": "2"})
    assert indexed.current() == first
