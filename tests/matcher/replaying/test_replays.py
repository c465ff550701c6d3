"""Lists as they were: made again, compared with today's, and every cause told by what it was worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from api.wiring import Components
from indexer.intake.json_form import JsonObject
from indexer.records.database import Database
from matcher.evaluation.collection import bundled_orders
from matcher.replaying import sentences
from matcher.replaying.as_of import DayToComeError, Moment, OrderNotThenError, list_as_of, order_as_of
from matcher.replaying.moves import Move, MovedPerson
from matcher.replaying.recreating import ListNotFoundError
from matcher.replaying.replays import Replayed, Sameness
from matcher.shortlisting.judging import EligibilityMode
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from tests.matcher.bundled_components import put

pytestmark = pytest.mark.long

ORDER, TOP = "S-101", 8


@pytest.fixture
def given(components: Components) -> Iterator[int]:
    """The number of a list given now; what a test does to its people and order is undone."""
    found = components.matching.candidates(ORDER, actor="konsulent-1", top=TOP)
    with components.database.reading() as record:
        people = [record.cvs.require(one.place.candidate_id).value for one in found.places]
    yield found.number
    put(components, *people, next(order for order in bundled_orders() if order.id == ORDER))


def replayed(components: Components, number: int) -> Replayed:
    return components.replays.of_list(number, actor="test")


def of(found: Replayed, cv_id: str) -> MovedPerson:
    return next(one for one in found.moves if one.cv_id == cv_id)


def ids(components: Components, number: int) -> list[str]:
    with components.database.reading() as record:
        kept = record.ranked_lists.get(number)
    assert kept is not None
    return [one.cv_id for one in kept.list.candidates]


@pytest.mark.parametrize("mode", EligibilityMode)
@pytest.mark.parametrize("order_id", [order.id for order in bundled_orders()[:8:3]])
def test_a_list_made_again_is_the_same_and_nobody_has_moved(
    components: Components, order_id: str, mode: EligibilityMode
) -> None:
    number = components.matching.candidates(order_id, actor="test", top=15, mode=mode).number

    found = replayed(components, number)

    assert found.sameness is Sameness.IDENTICAL
    assert {one.move for one in found.moves} == {Move.STAYED}
    told = [sentences.move_sentence(one, found, Reader(wording(), components.catalog)) for one in found.moves]
    assert told == [f"{one.cv_id} står stadig som nr. {one.rank_now}." for one in found.moves]
    assert sentences.moves(found, Reader(wording(), components.catalog)) == ["Listen ville være den samme i dag."]


def test_a_changed_cv_a_changed_order_and_a_rule_are_each_told_for_what_they_did(
    components: Components, given: int
) -> None:
    first, second, third, *_ = ids(components, given)
    with components.database.reading() as record:
        one, two = (record.cvs.require(cv_id).value for cv_id in (first, second))
        order = record.job_orders.require(ORDER).value
    put(
        components,
        replace(one, cv_approved=False),
        replace(two, desired_jobs=("bogholder",), headline="Bogholder", text="Jeg fører regnskaber."),
        replace(order, must_have=(*order.must_have, "kørekort C")),
    )

    found = replayed(components, given)

    assert found.sameness is Sameness.IDENTICAL
    gone, sunk, third_now = of(found, first), of(found, second), of(found, third)
    assert (gone.move, [verdict.rule for verdict in gone.blocking][:1]) == (Move.WENT, ["cv_approved"])
    assert sunk.effects is not None
    assert sunk.effects.cv < -1
    assert (sunk.cv_revision_then, sunk.cv_revision_now) != (None, sunk.cv_revision_then)
    assert third_now.effects is not None
    assert third_now.effects.cv == 0
    for one_moved in found.moves:
        effects = one_moved.effects
        if one_moved.given and one_moved.place and effects and effects.versions is not None:
            total = effects.versions + effects.order + effects.cv
            assert total == pytest.approx(one_moved.score_change, abs=2e-4)
    told = "\n".join(sentences.moves(found, Reader(wording(), components.catalog)))
    assert "CV'et er ændret (−" in told
    assert "kan ikke længere foreslås: CV'et er ikke godkendt endnu" in told
    assert sentences.what_changed(found, wording())[0].startswith("Ordren er ændret fra udgave ")
    english = "\n".join(sentences.moves(found, Reader(wording(Language.ENGLISH), components.catalog)))
    assert "cannot be proposed any more: The CV is not approved yet" in english


def test_erased_people_are_named_as_gone_and_the_rest_is_still_the_same(components: Components, given: int) -> None:
    first, *_ = ids(components, given)
    with components.database.transaction("test") as record:
        record.cvs.erase(first)
    components.index.run_once()

    found = replayed(components, given)

    assert (found.sameness, found.erased) == (Sameness.IDENTICAL_BUT_ERASED, (first,))
    assert f"{first} er gået ud; stod som nr. 1: CV'et er slettet." in sentences.moves(
        found, Reader(wording(), components.catalog)
    )
    assert of(found, first).place is None


def test_other_versions_are_named_and_the_comparison_still_stands(components: Components, given: int) -> None:
    older = replace(components.matching, versions={**components.versions, "weights": "2099-01-01.1"})
    newer = replace(components.whys, rankings=type(components.whys.rankings)(older))

    found = replace(components.replays, whys=newer).of_list(given, actor="test")

    assert found.sameness is Sameness.OTHER_VERSIONS
    assert sentences.verdict(found, wording()).startswith("Listen kan ikke genskabes her: den blev lavet med vægtene ")
    assert sentences.what_changed(found, wording())[-1] == "Nu gælder: vægtene er nu 2099-01-01.1."


def test_an_order_as_of_a_moment_gives_the_list_that_was_given_then(components: Components, given: int) -> None:
    before, instant = ids(components, given), datetime.now(UTC)
    with components.database.reading() as record:
        people = [record.cvs.require(cv_id).value for cv_id in before[:3]]
        order = record.job_orders.require(ORDER).value
    put(components, *(replace(one, desired_jobs=("bogholder",), text="Noget andet.") for one in people))
    put(components, replace(order, title="Bogholder", text="Du fører regnskab."))

    with components.database.reading() as record:
        moment = Moment(components.matching.today(), instant)
        found = list_as_of(components.matching, record, order_as_of(record, ORDER, moment), moment, TOP)

    assert [one.cv_id for one in found.candidates] == before
    with components.database.reading() as record:
        kept = record.ranked_lists.get(given)
    assert kept is not None
    assert found.candidates == kept.list.candidates


def test_a_day_before_the_order_or_to_come_and_an_unknown_list_are_refused(components: Components) -> None:
    long_ago, tomorrow = datetime.now(UTC) - timedelta(days=400), components.matching.today() + timedelta(days=1)

    with pytest.raises(OrderNotThenError, match="fandtes ikke i arkivet"):
        components.replays.as_of(ORDER, Moment(long_ago.date(), long_ago), actor="test")
    with pytest.raises(DayToComeError, match="er ikke kommet endnu"):
        components.replays.as_of(ORDER, Moment.end_of(tomorrow, UTC), actor="test")
    with pytest.raises(ListNotFoundError):
        replayed(components, 987654)


def test_those_looked_up_for_a_replay_are_in_the_audit_trail(components: Components, given: int) -> None:
    components.replays.of_list(given, actor="revisor-1")

    with components.database.reading() as record:
        lines = record.audit_trail.of_record("cv", ids(components, given)[0])
    assert ("revisor-1", "replay") in {(line.actor, line.action) for line in lines}


def test_a_correction_by_a_clock_that_is_slow_was_no_part_of_the_list_before_it(
    components: Components, given: int
) -> None:
    correction: JsonObject = {"remove": [{"kind": "certificate", "key": "truckcertifikat B"}]}
    with components.database.reading() as record:
        order = record.job_orders.require(ORDER)
    of_a_slow_clock = Database(str(components.database.engine.url.database), clock=lambda: order.changed_at)
    with of_a_slow_clock.transaction("k") as record:  # after the list, and by its time long before
        record.readings.correct(ORDER, order.revision, correction, "k", "fejl")
    of_a_slow_clock.close()
    components.index.run_once()

    found = replayed(components, given)

    assert (found.sameness, found.corrected_since) == (Sameness.IDENTICAL, True)
    with components.database.transaction("k") as record:
        record.readings.correct(ORDER, order.revision, {"undo": correction["remove"]}, "k", "alligevel")
    components.index.run_once()


def test_a_reading_corrected_since_is_told_and_leaves_the_list_of_then_as_it_was(
    components: Components, given: int
) -> None:
    before, moment = ids(components, given), Moment(components.matching.today(), datetime.now(UTC))
    correction: JsonObject = {"remove": [{"kind": "certificate", "key": "truckcertifikat B"}]}
    with components.database.reading() as record:
        revision = record.job_orders.require(ORDER).revision
    components.reception.correct_reading(ORDER, correction, "fejl", actor="k", expected_revision=revision)
    components.index.run_once()

    found = replayed(components, given)

    assert found.sameness is Sameness.IDENTICAL
    assert {one.effects.versions for one in found.moves if one.given and one.effects} == {0}
    moved = next(one for one in found.moves if one.effects and abs(one.effects.order) > 1)
    assert "Læsningen af ordren er rettet siden." in sentences.what_changed(found, wording())
    said = sentences.move_sentence(moved, found, Reader(wording(), components.catalog))
    assert "læsningen af ordren er rettet (" in said
    with components.database.reading() as record:
        as_it_was = list_as_of(components.matching, record, order_as_of(record, ORDER, moment), moment, TOP)
    assert [one.cv_id for one in as_it_was.candidates] == before

    # A list made with the correction has changed by nothing but what comes after it.
    later = components.matching.candidates(ORDER, actor="konsulent-1", top=TOP).number
    again = replayed(components, later)
    assert {(one.effects.versions, one.effects.order) for one in again.moves if one.effects} == {(0, 0)}
    undone: JsonObject = {"undo": [{"kind": "certificate", "key": "truckcertifikat B"}]}
    components.reception.correct_reading(ORDER, undone, "alligevel", actor="k", expected_revision=revision)
    components.index.run_once()
