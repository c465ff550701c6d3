"""A mixed person is four people's parts, each as it was read, and nobody's double."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.candidates.build import build_candidates
from matcher.candidates.profile import CandidateProfile, PassageKind
from matcher.evaluation.collection import bundled_cvs
from taxonomy.catalog import Catalog
from tests.benchmarks.mixed import mixed_profile


@pytest.fixture(scope="module")
def people(catalog: Catalog, embedder: CachedEmbedder) -> list[CandidateProfile]:
    cvs = [cv for cv in bundled_cvs() if cv.experience and cv.skills and cv.desired_jobs and cv.text][:4]
    return [one.profile for one in build_candidates(cvs, catalog, embedder)]


def test_each_part_is_that_of_the_person_it_comes_from(people: list[CandidateProfile]) -> None:
    wisher, worker, learner, _ = people

    mixed = mixed_profile(people, 1)

    assert (mixed.wishes, mixed.history, mixed.held) == (wisher.wishes, worker.history, learner.held)
    assert _terms(mixed, PassageKind.WISH) == _terms(wisher, PassageKind.WISH)
    assert _terms(mixed, PassageKind.HISTORY) == _terms(worker, PassageKind.HISTORY)
    assert _terms(mixed, PassageKind.PROFILE) == _terms(people[3], PassageKind.PROFILE)


def test_the_same_four_people_mixed_twice_are_no_doubles(people: list[CandidateProfile]) -> None:
    one, other = (mixed_profile(people, number).passages for number in (1, 2))

    assert not np.array_equal(one.vectors, other.vectors)
    assert np.array_equal(one.terms, other.terms)


def _terms(profile: CandidateProfile, kind: PassageKind) -> list[list[int]]:
    passages = profile.passages
    each = np.split(passages.terms, np.cumsum(passages.term_counts)[:-1])
    return [terms.tolist() for terms, of in zip(each, passages.kinds, strict=True) if of == kind]
