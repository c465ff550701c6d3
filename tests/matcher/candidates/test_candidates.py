"""A candidate as bytes and back, and the memory that spares the decoding."""

from __future__ import annotations

import struct
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.engines.contract import SearchHit
from indexer.records.database import Database
from matcher.candidates.build import build_candidates
from matcher.candidates.codec import FORM, decode, encode
from matcher.candidates.facts import FactKind
from matcher.candidates.memory import CandidateMemory
from matcher.candidates.profile import Candidate, PassageKind
from matcher.texts.meaning import meaning_for_ranking
from taxonomy.catalog import Catalog
from tests.factories import candidate, cv, profile
from tests.full_disk import files_end_at


@pytest.fixture(scope="module")
def full(catalog: Catalog, embedder: CachedEmbedder) -> Candidate:
    """A candidate with every fact there is."""
    everything = cv(
        text="Jeg vil ikke arbejde om natten. Jeg vil ikke arbejde som chauffør. Jeg har intet kørekort til lastbil. "
        "Jeg søger ikke løntilskud, og jeg vil gerne have 37 timer om ugen.",
        experience=[{"title": "lagermedarbejder", "years": 2.5}, {"title": "tømrer"}],
        education=["uddannet tømrer"],
        skills=["håndscanner"],
        licences=["kørekort B"],
        languages={"dansk": "modersmål"},
        desired_jobs=["lagermedarbejder", "virksomhedspraktik på lager"],
        max_commute_km=20,
        availability="2026-12-01",
        hours="fuldtid",
        insured=True,
        age_group="30-49",
    )
    return build_candidates([everything], catalog, embedder)[0]


def test_a_candidate_comes_back_from_bytes_as_it_went(full: Candidate) -> None:
    back = decode(encode(full))

    assert back.standing == full.standing
    for field in fields(full.profile):
        if field.name != "passages":
            assert getattr(back.profile, field.name) == getattr(full.profile, field.name), field.name
    for name, array in asdict(full.profile.passages).items():
        found = getattr(back.profile.passages, name)
        assert found.dtype == array.dtype
        assert np.array_equal(found, array)


def test_the_candidate_with_every_fact_has_every_fact(full: Candidate) -> None:
    silent = {field.name for field in fields(full.profile) if not getattr(full.profile, field.name)}

    assert silent == {"wanted_shifts"}


def test_the_same_candidate_gives_the_same_bytes(full: Candidate) -> None:
    assert encode(decode(encode(full))) == encode(full)


def test_a_silent_candidate_comes_back_silent() -> None:
    back = decode(encode(candidate()))

    assert (back.profile.position, back.profile.languages, back.standing.insured) == (None, {}, None)


def test_the_bytes_begin_with_the_number_of_their_form(full: Candidate) -> None:
    assert struct.unpack_from("<H", encode(full)) == (FORM,)


def test_every_part_of_a_cv_is_a_passage_of_its_kind(full: Candidate, embedder: CachedEmbedder) -> None:
    passages = full.profile.passages

    assert set(passages.kinds.tolist()) == set(PassageKind)
    assert passages.vectors.shape == (len(passages.kinds), meaning_for_ranking(embedder).dimensions)
    assert passages.term_counts.sum() == len(passages.terms)
    lengths = np.linalg.norm(passages.vectors * passages.scales[:, None], axis=1)
    assert lengths == pytest.approx(1, abs=0.01)


def _keep(database: Database, sequence: int, found: Candidate) -> None:
    with database.transaction("test") as record:
        if not record.index_generations.all():
            record.index_generations.create("g1", {})
        record.cv_features.put_many("g1", [(found.id, sequence, encode(found))])


def _recalled(memory: CandidateMemory, database: Database, *ids: str) -> list[Candidate]:
    with database.reading() as record:
        found = memory.recall(record, "g1", [SearchHit(one, 0.0) for one in ids])
        assert len(found.crowd) == len(found.crowd.profiles.ids)
        return found.candidates(range(len(found.crowd)))


def test_the_memory_recalls_candidates_in_the_order_asked_for(database: Database) -> None:
    for name in ("a", "b", "c"):
        _keep(database, 1, candidate(profile(id=name)))

    assert [found.id for found in _recalled(CandidateMemory(), database, "c", "gone", "a")] == ["c", "a"]
    database.close()


def test_the_memory_recalls_the_newest_sequence(database: Database) -> None:
    memory = CandidateMemory()
    _keep(database, 1, candidate(profile(hours="deltid")))
    (before,) = _recalled(memory, database, "C-1")

    _keep(database, 2, candidate(profile(hours="fuldtid")))
    (after,) = _recalled(memory, database, "C-1")

    assert (before.profile.hours, after.profile.hours) == ("deltid", "fuldtid")
    database.close()


def test_the_memory_forgets_the_erased(database: Database) -> None:
    memory = CandidateMemory()
    _keep(database, 1, candidate())

    assert [found.id for found in _recalled(memory, database, "C-1")] == ["C-1"]
    with database.transaction("test") as record:
        record.cv_features.delete_many("g1", ["C-1"])

    assert _recalled(memory, database, "C-1") == []
    database.close()


def test_a_full_memory_still_recalls_everybody(database: Database) -> None:
    memory = CandidateMemory(kept=2)
    names = ["a", "b", "c", "d"]
    for name in names:
        _keep(database, 1, candidate(profile(id=name)))

    for _ in range(2):
        assert [found.id for found in _recalled(memory, database, *names)] == names
    database.close()


def test_the_memory_forgets_the_generation_before(database: Database) -> None:
    memory = CandidateMemory(kept=1)
    _keep(database, 1, candidate(profile(hours="deltid")))
    assert len(_recalled(memory, database, "C-1")) == 1
    with database.transaction("test") as record:
        record.index_generations.create("g2", {})
        record.cv_features.put_many("g2", [("C-1", 1, encode(candidate(profile(hours="fuldtid"))))])

    with database.reading() as record:
        (found,) = memory.recall(record, "g2", [SearchHit("C-1", 0.0, sequence=1)]).candidates([0])

    assert found.profile.hours == "fuldtid"
    database.close()


def test_who_is_remembered_is_not_read_again(database: Database) -> None:
    memory, hit = CandidateMemory(), SearchHit("C-1", 0.0, sequence=1)
    _keep(database, 1, candidate(profile(hours="deltid")))
    with database.reading() as record:
        memory.recall(record, "g1", [hit])
    with database.transaction("test") as record:
        record.cv_features.delete_many("g1", ["C-1"])

    with database.reading() as record:
        (found,) = memory.recall(record, "g1", [hit]).candidates([0])

    assert found.profile.hours == "deltid"
    database.close()


def test_a_disk_that_takes_nothing_costs_no_answer(database: Database, tmp_path: Path) -> None:
    (tmp_path / "full").touch()
    memory = CandidateMemory(tmp_path / "full")
    _keep(database, 1, candidate())

    assert [found.id for found in _recalled(memory, database, "C-1")] == ["C-1"]
    database.close()


def test_a_disk_that_takes_no_more_costs_no_answer(database: Database) -> None:
    memory, names = CandidateMemory(), ["a", "b", "c"]
    for name in names:
        _keep(database, 1, candidate(profile(id=name)))
    assert len(_recalled(memory, database, "a")) == 1
    with files_end_at(100):
        for _ in range(2):
            assert [found.id for found in _recalled(memory, database, *names)] == names

    assert [found.id for found in _recalled(memory, database, *names)] == names
    database.close()


def test_a_newer_version_leaves_lists_made_of_the_one_before_as_they_are(database: Database) -> None:
    memory = CandidateMemory()
    _keep(database, 1, candidate(profile(hours="deltid")))
    with database.reading() as record:
        before = memory.recall(record, "g1", [SearchHit("C-1", 0.0, sequence=1)])
    _keep(database, 2, candidate(profile(hours="fuldtid")))
    with database.reading() as record:
        after = memory.recall(record, "g1", [SearchHit("C-1", 0.0, sequence=2)])

    assert [pool.candidates([0])[0].profile.hours for pool in (before, after)] == ["deltid", "fuldtid"]
    assert [dict(pool.sequences) for pool in (before, after)] == [{"C-1": 1}, {"C-1": 2}]
    database.close()


def test_facts_recalled_from_many_are_those_of_each_one_alone(database: Database) -> None:
    memory, names = CandidateMemory(), [f"C-{number}" for number in range(7)]
    for number, name in enumerate(names):
        _keep(database, 1, candidate(profile(id=name, wanted_shifts=("nat",) * (number % 2))))
    with database.reading() as record:
        pool = memory.recall(record, "g1", [SearchHit(name, 0.0, sequence=1) for name in reversed(names)])

    wants = pool.crowd.profiles.have_key(FactKind.WANTED_SHIFT, "nat")
    assert wants.tolist() == [name in names[1::2] for name in reversed(names)]
    some = pool.crowd.of_rows(np.array([5, 1]))
    assert (some.profiles.ids, some.profiles.have_key(FactKind.WANTED_SHIFT, "nat").tolist()) == (
        (names[1], names[5]),
        [True, True],
    )
    database.close()
