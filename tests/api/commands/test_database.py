"""Copying the record from the command line: what a person is told, and the statuses."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from click.testing import Result

from indexer.records.database import Database
from tests.api.commands.command_line import run
from tests.indexer.records.whole_record import fill


def copy(source: Path, target: Path) -> Result:
    return run("database", "copy", "--from", f"sqlite:///{source}", "--to", str(target))


def test_a_record_is_copied_and_compared(tmp_path: Path) -> None:
    with closing(Database(str(tmp_path / "old.sqlite"))) as source:
        fill(source)

    done = copy(tmp_path / "old.sqlite", tmp_path / "new.sqlite")

    assert done.exit_code == 0
    assert "antal og indhold er ens på begge sider" in done.output
    assert "audit_trail" in done.output
    with closing(Database(str(tmp_path / "new.sqlite"))) as target, target.reading() as record:
        assert record.cvs.get("C-1") is not None


def test_copying_over_a_record_is_refused(tmp_path: Path) -> None:
    for name in ("old", "new"):
        with closing(Database(str(tmp_path / f"{name}.sqlite"))) as database:
            fill(database)

    refused = copy(tmp_path / "old.sqlite", tmp_path / "new.sqlite")

    assert refused.exit_code == 2
    assert "intet er ændret" in refused.output


def test_copying_onto_itself_or_from_nothing_is_refused(tmp_path: Path) -> None:
    Database(str(tmp_path / "old.sqlite")).close()

    itself = copy(tmp_path / "old.sqlite", tmp_path / "." / "old.sqlite")
    nothing = copy(tmp_path / "mistyped.sqlite", tmp_path / "new.sqlite")

    assert (itself.exit_code, nothing.exit_code) == (2, 2)
    assert "samme database" in itself.output
    assert "findes ikke" in nothing.output
    assert not (tmp_path / "mistyped.sqlite").exists()


def test_the_help_shows_both_addresses() -> None:
    shown = run("database", "copy", "--help").output

    assert "sqlite:///" in shown
    assert "postgresql://" in shown
