"""What the indexer requires of the code that turns records into documents and features."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from indexer.embedding.contract import Vectors
from indexer.engines.contract import SearchDocument
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored

Features = tuple[str, int, bytes]  # CV id, sequence of the CV they were made from, the features
CvsBuilt = tuple[Sequence[SearchDocument], Sequence[Features]]


class DocumentBuilder(Protocol):
    """Turns records into what search and ranking use; raises ValueError for a record it cannot turn into that."""

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        """A document and features for every CV."""

    def vectors_again(self, features: Sequence[bytes]) -> Sequence[Vectors]:
        """The vector of every document, recomputed from its CV's features without embedding anything.

        Raises ValueError for features that cannot be read.
        """

    def build_job_orders(self, job_orders: Sequence[Stored[JobOrder]]) -> Sequence[SearchDocument]:
        """A document for every job order."""
