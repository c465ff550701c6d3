import pytest

from matcher.evaluation.collection import Part, bundled_cvs, bundled_orders
from matcher.evaluation.judgements import Half, bundled_judgements, judgements_of, second_judgements
from matcher.evaluation.runs import gather_judgements


def test_the_two_halves_share_no_order_and_cover_all():
    tuning, reporting = (bundled_judgements(half).keys() for half in Half)
    assert not tuning & reporting
    assert tuning | reporting == {order.id for order in bundled_orders()}


def test_everybody_judged_is_in_the_collection_with_a_grade_from_1_to_3():
    known = {cv.id for cv in bundled_cvs()}
    for half in Half:
        for grades in bundled_judgements(half).values():
            assert grades.keys() <= known
            assert set(grades.values()) <= {1, 2, 3}


@pytest.mark.parametrize("half", list(Half))
def test_the_second_judge_graded_24_orders_of_each_half_and_all_that_the_first_found_suitable(half: Half) -> None:
    first = gather_judgements((one.order, one.cv, one.grade) for one in judgements_of(Part.ALL, half))
    second = gather_judgements((one.order, one.cv, one.grade) for one in second_judgements(half))

    assert len(second) == 24
    assert second.keys() <= first.keys()
    for order, grades in second.items():
        assert first[order].keys() <= grades.keys()
        assert set(grades.values()) <= {0, 1, 2, 3}


@pytest.mark.parametrize("half", list(Half))
def test_whom_the_lot_put_before_the_second_judge_the_first_had_not_found_suitable(half: Half) -> None:
    first = {(one.order, one.cv) for one in judgements_of(Part.ALL, half)}
    by_lot = [one for one in second_judgements(half) if one.at_random]

    assert len(by_lot) == 24 * 8
    assert not first & {(one.order, one.cv) for one in by_lot}
