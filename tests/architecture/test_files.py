"""Files that keep to themselves: no path out of the repository, no address, no stale table."""

from __future__ import annotations

import ast
import re
from collections import Counter

import numpy as np

from indexer.embedding.choose import choose_embedder
from indexer.terms import BUCKETS
from matcher.evaluation.collection import bundled_cvs
from matcher.make_data import PANEL_SIZE
from matcher.ranking import panel
from matcher.ranking.panel import choose_panel, load_reference_panel
from matcher.texts import terms
from matcher.texts.meaning import meaning_for_ranking
from taxonomy.catalog import load_catalog
from tests.architecture.product import ROOT, modules

IN_BOTH_ENGINES = ("Answering", "Suggesting")  # which one is meant, its folder says
OUTSIDE = re.compile(r"(^|/)\.\.?/|(^|[\s/])shared/|^/(work|home|tmp|root)\b|^shared$")


def test_no_file_of_the_product_names_a_path_outside_it() -> None:
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not OUTSIDE.search(node.value), f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}

    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_constraints_hold_versions_and_no_address() -> None:
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line and not line.startswith("#")]

    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)] == []


def test_the_table_of_rarity_has_a_weight_for_every_bucket() -> None:
    assert terms.rarity().shape == (BUCKETS,)
    assert (terms.rarity() >= 0).all()


def test_the_panel_was_made_with_the_default_model_from_the_bundled_cvs() -> None:
    embedder = choose_embedder()
    with np.load(panel.FILE) as table:
        assert str(table["model"]) == embedder.name, "run: python -m matcher.make_data"
        assert len(table["ends"]) == PANEL_SIZE
    bundled = load_reference_panel(embedder, load_catalog(), bundled_cvs).people

    assert list(bundled.ids) == [one.id for one in choose_panel(bundled_cvs(), PANEL_SIZE)]
    assert bundled.passages.vectors.shape[1] == meaning_for_ranking(embedder).dimensions
    embedder.close()


def test_no_two_classes_of_the_product_have_one_name() -> None:
    found = Counter(
        node.name
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        if node.name[0] != "_"
    )

    assert {name for name, count in found.items() if count > 1} == set(IN_BOTH_ENGINES)
