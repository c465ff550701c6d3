"""A process of its own that imports a file, to be killed."""

from __future__ import annotations

import multiprocessing
import time

from indexer.importing import import_cvs
from indexer.records.database import Database

# Processes fork from one that has done the imports: twenty kills take seconds, not half a minute.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])


def import_and_kill(record_file: str, file: str, after: float) -> None:
    """Begin to import the file, and kill -9 the importer after so many seconds."""
    importer = _CONTEXT.Process(target=_import, args=(record_file, file))
    importer.start()
    time.sleep(after)
    importer.kill()
    importer.join()
    importer.close()


def _import(record_file: str, file: str) -> None:
    with open(file, "rb") as lines:  # noqa: PTH123
        import_cvs(lines, Database(record_file))
