"""The generations of the embedded engine: one folder each, opened and removed by name."""

from __future__ import annotations

import shutil
from pathlib import Path

from indexer.engines.contract import CollectionSchema
from indexer.engines.embedded import EmbeddedEngine
from indexer.engines.embedded.folder_lock import FolderLock
from indexer.engines.index_engines import IndexEngines


class EmbeddedGenerations:
    """Generations as folders: FOLDER/<name>/cvs and FOLDER/<name>/job_orders."""

    def __init__(self, folder: Path, cvs: CollectionSchema, job_orders: CollectionSchema) -> None:
        self._folder, self._schemas = folder, {"cvs": cvs, "job_orders": job_orders}

    def open(self, name: str, *, read_only: bool = False) -> IndexEngines:
        """The generation's engines, made when new; SearchUnavailableError when they are in use or unusable."""
        cvs = self._engine(name, "cvs", read_only=read_only)
        try:
            return IndexEngines(cvs, self._engine(name, "job_orders", read_only=read_only))
        except BaseException:
            cvs.close()
            raise

    def remove(self, name: str) -> None:
        """Delete the generation's folder; EngineLockedError when somebody still writes in it."""
        for collection in self._schemas:
            part = self._folder / name / collection
            if part.exists():
                lock = FolderLock(part)
                shutil.rmtree(part)
                lock.release()
        if (self._folder / name).exists():
            shutil.rmtree(self._folder / name)

    def names(self) -> list[str]:
        """The generations that have a folder, in order."""
        if not self._folder.exists():
            return []
        return sorted(part.name for part in self._folder.iterdir() if part.is_dir())

    def close(self) -> None:
        """Nothing is shared."""

    def _engine(self, name: str, collection: str, *, read_only: bool) -> EmbeddedEngine:
        return EmbeddedEngine(self._folder / name / collection, self._schemas[collection], read_only=read_only)
