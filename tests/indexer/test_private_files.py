"""What people wrote lies in files that their owner alone may read, also in a folder that somebody else made."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from indexer.embedding.cache import CachedEmbedder
from indexer.records.database import Database
from tests.indexer.embedding.counting import LetterEmbedder
from tests.indexer.samples import order


def test_the_record_the_vectors_and_their_logs_are_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with closing(Database(str(tmp_path / "record.sqlite"))) as database:
        with database.transaction("import") as record:
            record.job_orders.put(order())
        with closing(CachedEmbedder(LetterEmbedder(), tmp_path)) as cached:
            cached.passages(["lagermedarbejder"])
            files = list(tmp_path.iterdir())

            assert {"record.sqlite", "record.sqlite-wal", "vectors.sqlite"} <= {file.name for file in files}
            assert [file.name for file in files if file.stat().st_mode & 0o077] == []
