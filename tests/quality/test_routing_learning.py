"""Learning the routing's tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from matcher.dispatch.learnt_letters import LearntLetters
from tests.quality.learning.keeping import save_letters, save_meaning, save_words
from tests.quality.learning.letters import learn_letters
from tests.quality.learning.meaning import learn_plane
from tests.quality.learning.weights import fit
from tests.quality.learning.words import Lesson, learn_words


def test_fitting_gives_weight_to_the_evidence_that_tells() -> None:
    drawn = np.random.default_rng(1)
    right = drawn.integers(0, 3, 60)
    evidence = drawn.normal(size=(60, 5, 3)) * 0.1
    evidence[np.arange(60), 2, right] += 1  # only the third kind of evidence knows

    weights = fit(evidence, [{place} for place in right.tolist()])

    assert weights.argmax() == 2
    assert (weights >= 0).all()


def test_letters_are_learnt_and_kept(tmp_path: Path) -> None:
    titles, trade = ["tøjsælger", "skosælger", "rørsmed", "grovsmed"], np.array([0, 0, 1, 1])
    leanings = learn_letters([*titles, "!"], np.array([*trade, 1]), 2)
    save_letters(("salg", "smedje"), leanings, tmp_path / "letters.npz")

    letters = LearntLetters(("salg", "smedje"), leanings)

    assert letters.lean("bilsælger").argmax() == 0
    assert letters.lean("klejnsmed").argmax() == 1
    assert (tmp_path / "letters.npz").exists()


def test_learning_finds_the_words_that_tell_and_keeps_them(tmp_path: Path) -> None:
    lessons = [
        Lesson((word, "sted"), trade, made)
        for made in (True, False)
        for trade, word in enumerate(("sælge", "svejse"))
        for _ in range(3)
    ]
    stems, leanings = learn_words(lessons, 2)

    assert stems == ["sted", "svejse", "sælge"]
    assert leanings[2].argmax() == 0
    assert leanings[1].argmax() == 1
    assert np.abs(leanings[0]).max() < 0.01
    assert save_words(("a", "b"), stems, leanings, tmp_path / "words.npz") == 2


def test_a_plane_parts_what_lies_apart_and_says_nothing_of_what_lies_between() -> None:
    drawn = np.random.default_rng(2)
    trades = np.repeat([0, 1], 50)
    vectors = drawn.normal(scale=0.01, size=(100, 3)) + 0.5
    vectors[:, 1] += np.where(trades == 1, 0.1, -0.1)

    plane = learn_plane(vectors, trades, np.ones(100), 2)
    leaning = np.array([[0.5, 0.6, 0.5], [0.5, 0.5, 0.5]]) @ plane[:-1] + plane[-1]

    assert leaning[0, 1] - leaning[0, 0] > 2
    assert abs(leaning[1, 1] - leaning[1, 0]) < 0.5


def test_planes_are_kept_for_the_space_of_the_model_whatever_runs_it(tmp_path: Path) -> None:
    save_meaning(("a", "b"), "model/1", np.arange(12.0).reshape(2, 3, 2), tmp_path / "planes.npz")

    with np.load(tmp_path / "planes.npz") as table:
        assert str(table["space"]) == "model"
        assert table["planes"].shape == (2, 3, 2)
