"""Importing: whole batches, bad lines reported, running again goes on."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from indexer.importing import BATCH, ImportReport, KeepBeside, import_cvs, import_job_orders
from indexer.intake.job_order import JobOrder
from indexer.intake.json_lines import RefusedLine
from indexer.records.database import Database
from indexer.records.record import Record
from indexer.records.routes import KeptRoute
from indexer.records.stored import Put
from tests.indexer.importer_process import import_and_kill
from tests.indexer.samples import CV, ORDER, line

LONGEST_PATIENCE = 4.0  # seconds
ROUNDS = 20  # kills
KILLED_FILE_LINES = 5 * BATCH


def test_lines_are_created_then_unchanged_then_updated(database: Database) -> None:
    first = [line(ORDER, id="A-1"), line(ORDER, id="A-2")]
    second = [line(ORDER, id="A-1"), line(ORDER, id="A-2", positions=9), line(ORDER, id="A-3")]

    assert import_job_orders(first, database) == ImportReport(2, 0, 0, 0)
    assert import_job_orders(first, database) == ImportReport(0, 0, 2, 0)
    assert import_job_orders(second, database) == ImportReport(1, 1, 1, 0)


def test_bad_lines_are_refused_and_the_good_ones_kept(database: Database) -> None:
    refused: list[RefusedLine] = []
    content = line(CV, id="C-1") + b"not json\n" + line(CV, id="C-2", match_category=9, hours="sommetider")

    report = import_cvs(io.BytesIO(content), database, refused=refused.append)

    assert report == ImportReport(created=1, updated=0, unchanged=0, refused=2)
    assert [(refusal.number, refusal.field) for refusal in refused] == [(2, ""), (3, "hours"), (3, "match_category")]


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(database: Database) -> None:
    import_cvs([line(CV, id="C-1"), line(CV, id="C-2")], database)

    told = import_cvs([line(CV, id="C-1"), line(CV, id="C-2", headline="Ny"), line(CV)], database, dry_run=True)

    assert told == ImportReport(created=1, updated=1, unchanged=1, refused=0)
    with database.reading() as record:
        assert (record.cvs.count(), record.index_queue.highest()) == (2, 2)


def test_progress_is_told_after_each_batch(database: Database) -> None:
    told: list[tuple[int, int]] = []
    lines = [line(CV, id=f"C-{number}") for number in range(BATCH + 5)]

    import_cvs(lines, database, progress=lambda progress: told.append((progress.lines, progress.bytes)))

    assert [count for count, _ in told] == [BATCH, BATCH + 5]
    assert told[-1][1] == sum(map(len, lines))


def test_an_interrupted_import_keeps_the_whole_batches_before(database: Database) -> None:
    def interrupted() -> Iterator[bytes]:
        yield from (line(CV, id=f"C-{number}") for number in range(BATCH + 5))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_cvs(interrupted(), database)

    with database.reading() as record:
        assert record.cvs.count() == BATCH


def test_what_is_kept_beside_a_batch_stands_or_falls_with_it(database: Database) -> None:
    def beforehand(orders: Sequence[JobOrder]) -> KeepBeside[JobOrder]:
        seen.append([order.id for order in orders])
        return keep

    def keep(record: Record, puts: Sequence[Put[JobOrder]]) -> None:
        for stored in (put.stored for put in puts):
            if stored.value.id == "A-3":
                raise ZeroDivisionError
            record.routes.put(KeptRoute(stored.value.id, stored.revision, None, "KVS", 0.0, True, {}))

    seen: list[list[str]] = []
    import_job_orders([line(ORDER, id="A-1"), line(ORDER, id="A-2")], database, beforehand=beforehand)
    with pytest.raises(ZeroDivisionError):
        import_job_orders([line(ORDER, id="A-3")], database, beforehand=beforehand)

    assert seen == [["A-1", "A-2"], ["A-3"]]
    with database.reading() as record:
        assert (record.job_orders.count(), record.routes.owners.ownerless()) == (2, [])


@pytest.mark.long
def test_a_killed_import_leaves_whole_batches_and_the_next_one_goes_on(tmp_path: Path) -> None:
    file, record_file = tmp_path / "cvs.jsonl", tmp_path / "record.sqlite"
    file.write_bytes(b"".join(line(CV, id=f"C-{number:06}") for number in range(KILLED_FILE_LINES)))
    chance = random.Random(20061)
    counts, patience = [0], 0.5

    for _ in range(ROUNDS):
        import_and_kill(str(record_file), str(file), after=chance.uniform(0.05, patience))
        counts.append(_sound_count(record_file))
        # A machine busy with other things needs longer for a batch than it is given here.
        patience = min(2 * patience, LONGEST_PATIENCE) if counts[-1] == counts[-2] else 0.5
        if counts[-1] > 2 * BATCH:
            record_file.unlink()

    assert all(count % BATCH == 0 for count in counts)
    assert len(set(counts)) > 2
    with file.open("rb") as lines:
        database = Database(str(record_file))
        report = import_cvs(lines, database)
        database.close()
    assert report.updated == report.refused == 0
    assert _sound_count(record_file) == KILLED_FILE_LINES


def _sound_count(record_file: Path) -> int:
    connection = sqlite3.connect(record_file)
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'cvs'").fetchone()[0]:
            return 0
        cvs, audit = "SELECT id, revision FROM cvs", "SELECT id, revision FROM audit_trail WHERE kind = 'cv'"
        kept = sorted(connection.execute(cvs))
        assert kept == sorted(connection.execute(audit))
        assert kept == sorted(connection.execute("SELECT id, revision FROM index_queue"))
        sequences = [row[0] for row in connection.execute("SELECT sequence FROM cvs ORDER BY sequence")]
        head = connection.execute("SELECT sequence FROM index_queue_head").fetchone()[0]
        assert sequences == list(range(1, head + 1))
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return len(kept)
    finally:
        connection.close()
