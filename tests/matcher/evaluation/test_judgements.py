from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.evaluation.judgements import Half, bundled_judgements


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
