"""A town of CVs and orders: a real record, features and index, filled through the real components."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

from api.settings import Settings, read_settings
from api.wiring import Components
from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.choose import choose_embedder
from indexer.importing import import_cvs
from indexer.intake import cv_to_mapping
from indexer.records.database import Database
from indexer.records.migrations import upgrade
from matcher.evaluation.collection import bundled_orders
from tests.benchmarks.copied import CopyingDocuments
from tests.benchmarks.figures import RESULTS
from tests.benchmarks.mixed import MixingDocuments
from tests.benchmarks.varied import VariedVectors, varied_cvs


class ComponentsWithVariedVectors(Components):
    """The components with varied vectors for CVs; all else is as it is served."""

    @cached_property
    def embedder(self) -> CachedEmbedder:
        """Varied vectors over the bundled model; the model's own are remembered between runs."""
        return cast("CachedEmbedder", VariedVectors(choose_embedder("e5", RESULTS / "vectors")))

    @cached_property
    def documents(self) -> CopyingDocuments:
        """The real documents, copied for the CVs that repeat another's texts."""
        return CopyingDocuments(self.catalog, self.embedder, self._trades_of)


class ComponentsWithMixedPeople(ComponentsWithVariedVectors):
    """The same with CVs put together from several people instead of copies."""

    @cached_property
    def documents(self) -> MixingDocuments:
        """The real documents, mixed for the CVs that repeat another's texts."""
        return MixingDocuments(self.catalog, self.embedder, self._trades_of)


@dataclass(frozen=True)
class Town:
    """A filled data folder, and how long filling took, in seconds; 0 where it stood filled already.

    `read_seconds` of `index_seconds` went to making documents and features of texts not read before.
    """

    size: int
    data: Path
    import_seconds: float = 0.0
    index_seconds: float = 0.0
    read_seconds: float = 0.0
    mixed: bool = False

    def components(self) -> Components:
        """The components over the town, to be closed by the caller."""
        return components_over(self.data, mixed=self.mixed)


def components_over(data: Path, *, mixed: bool) -> ComponentsWithVariedVectors:
    """The components of a town of copies or of mixed people."""
    return (ComponentsWithMixedPeople if mixed else ComponentsWithVariedVectors)(town_settings(data))


def build_town(size: int, data: Path, *, mixed: bool = False) -> Town:
    """A town of so many varied CVs and the bundled orders in the folder; one that stands there is taken if it fits."""
    components = components_over(data, mixed=mixed)
    mark, form = data / "filled", json.dumps(components.fingerprint)
    if mark.exists() and mark.read_text() == form:
        standing = Database(components.settings.database, any_schema=True)
        upgrade(standing)
        standing.close()
        return Town(size, data, mixed=mixed)
    shutil.rmtree(data, ignore_errors=True)
    documents = components.documents
    lines = list(_lines(size, components))
    began = time.perf_counter()
    import_cvs(lines, components.database)
    imported = time.perf_counter()
    with components.database.transaction("benchmark") as record:
        record.job_orders.put_many(bundled_orders())
    ready = time.perf_counter()
    _ = components.index.engines
    filled = time.perf_counter()
    close(components)
    mark.write_text(form)
    return Town(size, data, imported - began, filled - ready, documents.read_seconds, mixed)


def close(components: Components) -> None:
    """Close all but the embedder, which holds nothing of the town."""
    components.index.close()
    components.database.close()


def town_settings(data: Path) -> Settings:
    """The settings of a town in the folder."""
    return read_settings({"data": str(data)}, {})


def _lines(size: int, components: Components) -> Iterator[bytes]:
    for cv in varied_cvs(size, components.catalog):
        yield json.dumps(cv_to_mapping(cv), ensure_ascii=False).encode() + b"\n"
