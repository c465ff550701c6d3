"""Candidates for orders of a real record with its index, and the list that is kept of what was given out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import update

from api.settings import read_settings
from api.wiring import Components
from indexer.records.errors import RecordNotFoundError
from indexer.records.json_text import to_json
from indexer.records.tables import index_generations
from matcher.candidates.build import build_candidates
from matcher.lists import matching
from matcher.lists.matching import MatchedList, ranked_cv
from matcher.open_jobs.questions import JobQuestion
from matcher.replaying.recreating import ListNotFoundError, ListVersionsError, recreated
from matcher.shortlisting.judging import EligibilityMode
from tests.factories import cv, job_order
from tests.matcher.bundled_components import put
from tests.shared_vectors import data_folder

DRIVER = {"headline": "Lastbilchauffør", "text": "Jeg kører lastbil.", "desired_jobs": ["lastbilchauffør"]}
PEOPLE = [
    cv(id="C-lager"),
    cv(id="C-truck", licences=["truckcertifikat B"], skills=["håndscanner"]),
    cv(id="C-ikke", cv_approved=False),
    cv(id="C-bogholder", headline="Bogholder", text="Jeg fører regnskab.", desired_jobs=["bogholder"]),
    cv(id="C-chauffoer", **DRIVER, licences=["kørekort C"]),
]
ORDERS = [job_order(id="A-lager"), job_order(id="A-regnskab", title="Bogholder", text="Du fører regnskab hos os.")]


@pytest.fixture(scope="module")
def components(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Components]:
    """Components of its own; what a test adds to them, it erases again."""
    opened = Components(read_settings({"data": str(data_folder(tmp_path_factory.mktemp("data")))}, environment={}))
    put(opened, *PEOPLE, *ORDERS)
    yield opened
    opened.close()


def _erase(components: Components, *ids: str) -> None:
    with components.database.transaction("test") as record:
        for cv_id in ids:
            record.cvs.erase(cv_id)


def _ids(found: MatchedList) -> list[str]:
    return [place.place.candidate_id for place in found.places]


def test_the_best_suited_stand_first_with_reasons(components: Components) -> None:
    found = components.matching.candidates("A-regnskab", actor="konsulent-1")

    assert _ids(found)[0] == "C-bogholder"
    assert "C-ikke" not in _ids(found)
    assert all(place.reasons for place in found.places)
    assert found.shortlist.fell_for == {"cv_approved": 1}


def test_the_list_is_kept_with_versions_revisions_and_who_saw_it(components: Components) -> None:
    found = components.matching.candidates("A-lager", actor="konsulent-1", top=3, mode=EligibilityMode.SHOW)

    with components.database.reading() as record:
        kept = record.ranked_lists.get(found.number)
        acts = record.audit_trail.of_record("job_order", "A-lager")
    assert kept is not None
    assert (kept.created_by, kept.list.order_revision, kept.list.versions) == ("konsulent-1", 1, components.versions)
    assert set(kept.list.versions) == {"taxonomy", "weights", "model", "rules", "wording"}
    assert kept.list.options == {
        "top": 3,
        "eligibility": "show",
        "fell_for": dict(found.shortlist.fell_for),
        "seen": {"proposals": 0, "cases": 0},
        "corrections": 0,
    }
    assert [one.cv_id for one in kept.list.candidates] == _ids(found)
    for one, place in zip(kept.list.candidates, found.places, strict=True):
        assert (one.rank, one.score, one.cv_revision) == (place.place.rank, place.place.scored.score, 1)
        assert (one.parts, one.reasons, one.blocked_by) == (place.place.parts, place.reasons, place.blocked_by)
    assert (acts[-1].action, acts[-1].purpose) == ("rank", "vis kandidater")


def test_the_same_list_is_given_again_under_its_number_and_to_another_under_another(components: Components) -> None:
    first, second, third = (
        components.matching.candidates("A-lager", actor=f"konsulent-{actor}") for actor in (1, 1, 2)
    )

    assert (second.number, third.number) == (first.number, first.number + 1)
    assert [ranked_cv(place) for place in second.places] == [ranked_cv(place) for place in first.places]


def test_the_list_of_the_record_is_the_list_of_the_files(components: Components) -> None:
    kept = components.matching.candidates("A-lager", actor="konsulent-1", mode=EligibilityMode.OFF)
    order = next(one for one in ORDERS if one.id == "A-lager")
    sought = components.matching.preparation.prepare(order, components.matching.today()).brief.order
    people = build_candidates(PEOPLE, components.catalog, components.embedder)
    alone = {one.id: components.scorer.score(sought, [one])[0].score for one in people}

    assert {place.place.candidate_id: place.place.scored.score for place in kept.places} == alone


def test_a_kept_list_can_be_made_again_to_the_last_digit_after_everything_has_changed(components: Components) -> None:
    put(components, cv(id="C-skifter", headline="Lagermedarbejder", desired_jobs=["lagermedarbejder"]))
    found = components.matching.candidates("A-lager", actor="konsulent-1", mode=EligibilityMode.SHOW)
    with components.database.reading() as record:
        kept = record.ranked_lists.get(found.number)
    put(components, cv(id="C-skifter", headline="Frisør", desired_jobs=["frisør"]))

    assert kept is not None
    assert recreated(components.matching, found.number) == kept.list.candidates
    with pytest.raises(ListNotFoundError):
        recreated(components.matching, 10_000)
    _erase(components, "C-skifter")
    components.index.run_once()


def test_a_list_of_an_index_that_another_taxonomy_made_says_so_and_is_not_made_again_by_this_one(
    tmp_path: Path,
) -> None:
    settings = read_settings({"data": str(data_folder(tmp_path))}, environment={})
    with closing(Components(settings)) as before:
        put(before, *PEOPLE, *ORDERS)
        _make_stale(before)
    with closing(Components(settings)) as now:
        number = now.matching.candidates("A-lager", actor="konsulent-1").number

        with now.database.reading() as record:
            kept = record.ranked_lists.get(number)
        assert kept is not None
        assert kept.list.versions == {**now.versions, "index": "2025-01-01.1"}
        with pytest.raises(ListVersionsError, match=r"index 2025-01-01\.1"):
            recreated(now.matching, number)

        now.index.rebuild()
        number = now.matching.candidates("A-lager", actor="konsulent-1").number
        assert recreated(now.matching, number)


def _make_stale(components: Components) -> None:
    """The index as one that an older taxonomy made."""
    made_with = to_json({**components.fingerprint, "taxonomy": "2025-01-01.1"})
    with components.database.connection(writes=True) as connection:
        connection.execute(update(index_generations).values(fingerprint=made_with))


def test_where_the_index_lags_the_list_names_the_revision_that_was_ranked(components: Components) -> None:
    put(components, cv(id="C-bagud", headline="Lagermedarbejder", desired_jobs=["lagermedarbejder"]))
    with components.database.transaction("test") as record:
        record.cvs.put(cv(id="C-bagud", headline="Frisør", desired_jobs=["frisør"]))

    found = components.matching.candidates("A-lager", actor="konsulent-1", mode=EligibilityMode.OFF)

    assert {place.place.candidate_id: place.cv_revision for place in found.places}["C-bagud"] == 1
    _erase(components, "C-bagud")
    components.index.run_once()


def test_a_cv_erased_since_it_was_indexed_is_in_no_list(components: Components) -> None:
    put(components, cv(id="C-glemt"))
    assert "C-glemt" in _ids(components.matching.candidates("A-lager", actor="konsulent-1"))

    _erase(components, "C-glemt")  # the index is not told yet

    after = components.matching.candidates("A-lager", actor="konsulent-1")
    assert "C-glemt" not in _ids(after)
    assert [place.place.rank for place in after.places] == list(range(1, len(after.places) + 1))
    components.index.run_once()
    assert "C-glemt" not in _ids(components.matching.candidates("A-lager", actor="konsulent-1"))


def test_the_search_goes_deeper_while_too_few_may_be_proposed(
    components: Components, monkeypatch: pytest.MonkeyPatch
) -> None:
    barred = [cv(id=f"C-{number}", cv_approved=False) for number in range(8)]
    put(components, *barred)

    monkeypatch.setattr(matching, "DEPTHS", (4,))
    shallow = components.matching.candidates("A-lager", actor="konsulent-1", top=4)
    monkeypatch.setattr(matching, "DEPTHS", (4, 8, 100))
    deep = components.matching.candidates("A-lager", actor="konsulent-1", top=4)

    assert len(shallow.places) < len(deep.places) == 4
    assert deep.shortlist.considered > shallow.shortlist.considered
    _erase(components, *(one.id for one in barred))
    components.index.run_once()


def test_an_unknown_order_is_named(components: Components) -> None:
    with pytest.raises(RecordNotFoundError, match="A-ukendt"):
        components.matching.candidates("A-ukendt", actor="konsulent-1")


def test_an_order_is_counted_against_the_record_without_a_list(components: Components) -> None:
    with components.database.reading() as record:
        before = record.ranked_lists.numbers_of_order("A-lager")

    count = components.matching.eligible_found(ORDERS[0])

    assert count == len(PEOPLE) - 1
    with components.database.reading() as record:
        assert record.ranked_lists.numbers_of_order("A-lager") == before


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (JobQuestion(words="bogholder"), ["A-regnskab"]),
        (JobQuestion(order_types=("fleksjob",)), []),
        (JobQuestion(postcode="2150"), ["A-lager", "A-regnskab"]),
        (JobQuestion(postcode="8000"), []),
        (JobQuestion(occupations=("lagermedarbejder",)), ["A-lager"]),
    ],
    ids=["words", "kind", "near", "far", "occupation"],
)
def test_open_jobs_are_found(components: Components, question: JobQuestion, found: Sequence[str]) -> None:
    answer = components.jobs.search(question)

    assert sorted(job.order.id for job, _ in answer.hits) == list(found)
    assert (answer.total, answer.positions) == (len(found), len(found))


def test_a_job_past_its_deadline_is_not_open(components: Components) -> None:
    put(components, job_order(id="A-forbi", deadline="2020-01-01"))

    assert "A-forbi" not in {job.order.id for job, _ in components.jobs.search(JobQuestion()).hits}
