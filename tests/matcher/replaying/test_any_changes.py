"""Whatever is done after a list was given, it is made again as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.wiring import Components
from indexer.intake.json_form import JsonObject
from indexer.records.case_lookups import CaseFacts
from indexer.records.record import Record
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.lifecycles.orders import OrderState
from matcher.lifecycles.proposals import ProposalState
from matcher.replaying.replays import Sameness
from matcher.shortlisting.judging import EligibilityMode
from tests.matcher.bundled_components import put

pytestmark = pytest.mark.long

ORDERS, PEOPLE = bundled_orders()[:3], bundled_cvs()[:12]
EXACTLY = {Sameness.IDENTICAL, Sameness.IDENTICAL_BUT_ERASED}
CORRECTIONS: tuple[JsonObject, ...] = (
    {"remove": [{"kind": "certificate", "key": "truckcertifikat B"}]},
    {"set": [{"kind": "driving_licence", "key": "C"}]},
    {"terms": {"shifts": ["nat"], "hours_per_week": 20, "start": "2027-03-01"}},
)


def change_cv(components: Components, number: int) -> None:
    person = PEOPLE[number % len(PEOPLE)]
    put(components, replace(person, cv_approved=number % 2 == 0, headline=f"Ny overskrift {number}"))


def erase_and_deliver_again(components: Components, number: int) -> None:
    person = PEOPLE[number % len(PEOPLE)]
    with components.database.transaction("test") as record:
        if record.cvs.get(person.id):
            record.cvs.erase(person.id)
    components.index.run_once()
    if number % 2:
        put(components, person)


def change_order(components: Components, number: int) -> None:
    order = ORDERS[number % len(ORDERS)]
    put(components, replace(order, positions=number % 99 + 1, must_have=(*order.must_have, "kørekort B")))


def correct(components: Components, number: int) -> None:
    order = ORDERS[number % len(ORDERS)]
    with components.database.reading() as record:
        revision = record.job_orders.require(order.id).revision
    said = CORRECTIONS[number % len(CORRECTIONS)]
    components.reception.correct_reading(order.id, said, "rettet", actor="test", expected_revision=revision)
    components.index.run_once()


def close_or_open(components: Components, number: int) -> None:
    order_id = ORDERS[number % len(ORDERS)].id
    with components.database.transaction("test") as record:
        steps = record.order_steps.of_order(order_id)
        state = OrderState.FILLED if len(steps) % 2 == 0 else OrderState.OPEN
        record.order_steps.note(order_id, state, "", expected_revision=steps[-1].revision if steps else 0)
    components.index.run_once()


def propose(components: Components, number: int) -> None:
    order_id, cv_id = ORDERS[number % len(ORDERS)].id, PEOPLE[number % len(PEOPLE)].id
    with components.database.transaction("test") as record:
        if record.cvs.get(cv_id):
            last = record.proposals.latest(order_id, cv_id)
            state = list(ProposalState)[number % len(ProposalState)]
            record.proposals.note(order_id, cv_id, state, "", expected_revision=last.revision if last else 0)


def look_up(components: Components, number: int) -> None:
    cv_id, until = PEOPLE[number % len(PEOPLE)].id, date(2026, 1, 1) + timedelta(days=37 * number)
    with components.database.transaction("test") as record:
        if record.cvs.get(cv_id):
            _look_up(record, cv_id, CaseFacts(protected=number % 2 == 0, away=True, away_until=until))


def _look_up(record: Record, cv_id: str, facts: CaseFacts) -> None:
    last = record.case_lookups.latest(cv_id)
    record.case_lookups.add(cv_id, facts, expected_revision=last.revision if last else 0)


Change = Callable[[Components, int], None]
CHANGES: tuple[Change, ...] = (
    change_cv,
    erase_and_deliver_again,
    change_order,
    correct,
    close_or_open,
    propose,
    look_up,
)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 40)), min_size=1, max_size=4),
    st.sampled_from([1, 7, 200]),
    st.sampled_from(EligibilityMode),
)
def test_a_list_is_made_again_whatever_happened_since(
    components: Components, changes: list[tuple[Change, int]], top: int, mode: EligibilityMode
) -> None:
    numbers = [components.matching.candidates(one.id, actor="test", top=top, mode=mode).number for one in ORDERS]

    for change, number in changes:
        change(components, number)

    for number in numbers:
        assert components.replays.of_list(number, actor="test").sameness in EXACTLY
