"""The drill of DEPLOYMENT.md: back up, lose everything, restore, and the same list comes again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from click.testing import CliRunner

from api.cli import main
from matcher.evaluation.collection import FOLDER
from tests.shared_vectors import data_folder

PEOPLE = 6


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_what_was_backed_up_comes_back_with_the_same_list(tmp_path: Path) -> None:
    data, backup = data_folder(tmp_path / "data"), f"sqlite:///{tmp_path / 'backup.sqlite'}"
    record = f"sqlite:///{data / 'jobformidling.sqlite'}"
    orders, people = (_first(tmp_path, name, many) for name, many in (("orders_a", 1), ("cvs_a", PEOPLE)))
    order_id = json.loads(orders.read_text(encoding="utf-8"))["id"]
    run("import", "orders", str(orders), "--data", str(data))
    run("import", "cvs", str(people), "--data", str(data))
    before = _ranked(data, order_id)

    run("database", "copy", "--backup", "--from", record, "--to", backup)
    shutil.rmtree(data)
    data_folder(data)
    run("database", "copy", "--from", backup, "--to", record)
    run("index", "rebuild", "--data", str(data))

    assert "Indeks og arkiv stemmer." in run("index", "check", "--data", str(data))
    assert _ranked(data, order_id) == before


def _first(folder: Path, name: str, many: int) -> Path:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / f"{name}.jsonl").write_text("".join(lines[:many]), encoding="utf-8")
    return folder / f"{name}.jsonl"


def _ranked(data: Path, order_id: str) -> list[str]:
    out = data.parent / "ranked.jsonl"
    run("rank", order_id, "--data", str(data), "--eligibility", "off", "--out", str(out))
    found = out.read_text(encoding="utf-8").splitlines()
    assert len(found) == PEOPLE
    return found
