"""Fitting: the slopes are right, pairs are put right, what is decided stays, and a demand never helps who lacks it."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import numpy as np
import pytest

from matcher.evaluation.evidence import PoolEvidence, evidence_scores, severity_names
from matcher.ranking.weights import FILE, Weights, load_weights
from tests.quality.fit_ranking import Fitted, fit_weights
from tests.quality.weighing.file import next_version, numbers, rewritten
from tests.quality.weighing.folds import HeldOut, choose_pull, in_folds, measured
from tests.quality.weighing.pairs import JudgedOrder, fit, hardest, rank_gradient
from tests.quality.weighing.parameters import in_order, moved, parameters, with_numbers
from tests.quality.weighing.slopes import slopes

pytestmark = pytest.mark.long

PEOPLE = 40


@pytest.fixture
def weights() -> Weights:
    """The weights of the file with sizes of the tests' own, which a later fit does not move."""
    bundled = load_weights()
    wish, costs = ("signals", "wish"), {"missing": 1.0, "short": 0.4, "unknown": 0.3, "likely": 0.1, "excluded": 0.8}
    numbers = {(*wish, "points"): 30.0, (*wish, "centre"): 1.2, (*wish, "width"): 0.9, ("occupation", "points"): 20.0}
    for name in ("history", "skills", "profile", "whole"):
        numbers |= {
            ("signals", name, "points"): 12.0,
            ("signals", name, "centre"): 1.0,
            ("signals", name, "width"): 0.9,
        }
    numbers |= {("tasks", name, "points"): 3.0 for name in bundled.tasks}
    numbers |= {("signals", name, "lexical"): 0.4 for name in bundled.signals}
    numbers |= {("conditions", name): 0.1 if cost > 0 else -0.1 for name, cost in bundled.conditions.items()}
    for kind, table in bundled.severity.items():
        numbers |= {("severity", kind, grade): costs[grade] for grade, cost in table.items() if cost}
    return with_numbers(bundled, numbers)


def evidence(weights: Weights, seed: int = 1, order_type: str = "virksomhedspraktik") -> PoolEvidence:
    drawn, costs = np.random.default_rng(seed), len(severity_names(weights))
    return PoolEvidence(
        order_type=order_type,
        z_scores=drawn.normal(1, 1, (PEOPLE, len(weights.signals), 2)),
        near=np.sort(drawn.uniform(0, 1, (PEOPLE, 2)), axis=1),
        tasks=drawn.uniform(0, 1, (PEOPLE, len(weights.tasks))),
        demanded=(drawn.uniform(0, 1, (PEOPLE, costs)) < 0.1).astype(float),
        wished=(drawn.uniform(0, 1, (PEOPLE, costs)) < 0.1).astype(float),
        conditions=(drawn.uniform(0, 1, (PEOPLE, len(weights.conditions))) < 0.2).astype(float),
    )


def judged(weights: Weights, truth: Weights, count: int) -> list[JudgedOrder]:
    """Orders judged by other weights: the best four people by them are suitable."""
    found = []
    for seed in range(count):
        seen = evidence(weights, seed, "ordinaer")
        grades = np.zeros(PEOPLE, np.int64)
        grades[np.argsort(-evidence_scores(seen, truth))[:4]] = [3, 3, 2, 1]
        found.append(JudgedOrder(f"A-{seed:02}", str(seed % 2), seen, grades))
    return found


@pytest.fixture
def truth(weights: Weights) -> Weights:
    return with_numbers(weights, {("signals", "profile", "points"): 150.0, ("signals", "wish", "points"): 3.0})


def test_the_slopes_are_those_of_small_steps(weights: Weights) -> None:
    seen, chosen, step = evidence(weights), parameters(weights), 1e-6
    found = slopes(seen, weights, chosen)
    assert np.allclose(np.exp(found.log_scores), evidence_scores(seen, weights))
    for place, one in enumerate(chosen):
        further = with_numbers(weights, {one.path: one.start + step})
        by_step = (np.log(evidence_scores(seen, further)) - found.log_scores) / step
        assert np.allclose(found.slopes[:, place], by_step, atol=1e-4), one.path


def test_a_pair_in_the_wrong_order_is_pushed_apart_and_one_far_in_order_hardly() -> None:
    wrong = rank_gradient(np.array([1.0, 0.5]), np.array([0, 2]))
    assert wrong[1] < 0 < wrong[0]
    right = rank_gradient(np.array([0.5, 3.0]), np.array([0, 2]))
    assert abs(right).max() < 1e-3 < abs(wrong).min()


def test_fitting_finds_what_the_judges_went_by(weights: Weights, truth: Weights) -> None:
    orders, chosen = judged(weights, truth, 24), parameters(weights)
    fitted = moved(weights, chosen, fit(orders, weights, chosen, 0.001))
    gained = np.mean(list(measured(orders, fitted).values())) - np.mean(list(measured(orders, weights).values()))
    assert gained > 0.05
    assert fitted.signals["profile"].points > 1.5 * weights.signals["profile"].points


def test_a_strong_pull_leaves_the_weights_as_they_are(weights: Weights, truth: Weights) -> None:
    orders, chosen = judged(weights, truth, 2), parameters(weights)
    assert np.abs(fit(orders, weights, chosen, 1000.0)).max() < 0.1


def test_all_suitable_people_are_fitted_on_and_the_highest_of_the_others(weights: Weights, truth: Weights) -> None:
    order = judged(weights, truth, 1)[0]
    kept = hardest(order, weights, most=5)
    assert sorted(kept.grades.tolist())[-4:] == [1, 2, 3, 3]
    assert evidence_scores(kept.evidence, weights).max() == evidence_scores(order.evidence, weights).max()


def test_no_lack_ever_speaks_for_somebody_and_silence_never_costs_more(weights: Weights) -> None:
    found = in_order({"likely": 0.4, "missing": 0.2, "unknown": 0.5, "short": -1.0, "excluded": 0.9})
    assert found == {"likely": 0.2, "missing": 0.2, "unknown": 0.2, "short": 0.0, "excluded": 0.9}
    chosen = parameters(weights)
    for far in (-50.0, 50.0):
        after = moved(weights, chosen, np.full(len(chosen), far))
        assert all(cost >= 0 for table in after.severity.values() for cost in table.values())
        assert all(after.conditions[name] * cost > 0 for name, cost in weights.conditions.items())


def test_what_the_law_demands_is_not_talked_down(weights: Weights) -> None:
    chosen = parameters(weights)
    after = moved(weights, chosen, np.full(len(chosen), -50.0))
    assert after.severity["driving_licence"]["missing"] == 0.8


def test_what_costs_nothing_by_decision_is_not_fitted(weights: Weights) -> None:
    assert ("severity", "criminal_record", "unknown") not in {one.path for one in parameters(weights)}


def test_what_an_order_rules_out_costs_in_every_kind_of_demand_and_is_not_fitted(weights: Weights) -> None:
    ruled_out = {kind for kind, costs in weights.severity.items() if costs.get("excluded", 0.0) > 0}
    assert ruled_out >= {"driving_licence", "certificate", "authorisation", "education", "experience", "skill"}
    assert not [one.path for one in parameters(weights) if one.path[-1] == "excluded"]


def test_the_file_keeps_its_words_and_holds_the_new_numbers(
    weights: Weights, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chosen, text = parameters(weights), FILE.read_text(encoding="utf-8")
    found = numbers(weights, chosen, np.linspace(-1, 1, len(chosen)))
    written = rewritten(text, found, "2030-01-01.2", "how it was set")
    file = tmp_path_factory.mktemp("weights") / "weights.toml"
    file.write_text(written, encoding="utf-8")
    after = load_weights(file)
    assert replace(after, version=weights.version) == with_numbers(load_weights(), found)
    assert tomllib.loads(written)["evaluation"] == "how it was set"
    points = [one.points for one in (*after.signals.values(), *after.tasks.values())]
    assert sum(points) + after.occupation.points == pytest.approx(100, abs=0.5)
    kept = [line for line in text.splitlines() if line.startswith(("#", "reason", "label"))]
    assert [line for line in written.splitlines() if line.startswith(("#", "reason", "label"))] == kept
    assert next_version("2026-11-22.9") == "2026-11-22.10"


def test_the_strongest_pull_that_costs_next_to_nothing_is_chosen() -> None:
    def gaining(gain: float) -> HeldOut:
        return HeldOut({"A": 0.5}, {"A": 0.5 + gain})

    assert choose_pull({0.1: gaining(0.01), 0.01: gaining(0.05), 0.001: gaining(0.051)}) == 0.01


def test_groups_hold_every_order_once(weights: Weights, truth: Weights) -> None:
    orders = judged(weights, truth, 7)
    assert sorted(order.id for order in in_folds(orders)) == [order.id for order in orders]
    assert len({order.group for order in in_folds(orders)}) == 5


def test_a_gain_shows_on_orders_held_out(weights: Weights, truth: Weights) -> None:
    assert fit_weights(judged(weights, truth, 20), weights, [0.001]).orders.gain > 0


def test_only_a_gain_beyond_luck_on_orders_and_trades_is_real() -> None:
    better, luck = (HeldOut({"A": 0.5, "B": 0.5}, {"A": 0.6, "B": after}) for after in (0.7, 0.3))
    assert Fitted({}, 0.01, better, better).is_real
    assert not Fitted({}, 0.01, luck, better).is_real
    assert not Fitted({}, 0.01, better, luck).is_real
