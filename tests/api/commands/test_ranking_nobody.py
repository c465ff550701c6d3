"""A list of nobody says why, on standard error, and what to ask next."""

from __future__ import annotations

from pathlib import Path

from indexer.intake.cv_format import cv_to_mapping
from indexer.intake.job_order_format import job_order_to_mapping
from tests.api.commands.command_line import run, written
from tests.conftest import VECTORS
from tests.factories import cv, job_order


def test_an_order_that_nobody_may_be_proposed_for_says_what_holds_them_back(tmp_path: Path) -> None:
    orders = written(tmp_path / "o.jsonl", [job_order_to_mapping(job_order(must_have=["kinesisk på C2"]))])
    cvs = written(tmp_path / "c.jsonl", [cv_to_mapping(cv(languages={"dansk": "modersmål"}))])

    found = run("rank", "--orders", orders, "--cvs", cvs, "--data", str(VECTORS))

    assert found.exit_code in {0, 2}
    assert found.stdout.strip() == ""
    assert "A-1: ingen kan foreslås af 1 fundne. Holdt tilbage af: sprog 1." in found.stderr
    assert "--eligibility show" in found.stderr
