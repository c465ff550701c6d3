"""Wires the components by the settings; each is created when first used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial
from zoneinfo import ZoneInfo

from api import search_engine
from api.settings import Settings
from indexer.documents.fields import FORM, JOB_ORDERS_FORM, cv_schema, job_order_schema
from indexer.embedding.cache import CachedEmbedder
from indexer.embedding.choose import OWN_MODELS, choose_embedder
from indexer.generations.contract import GenerationStore
from indexer.index_access import IndexAccess
from indexer.records.database import Database
from matcher.candidates.codec import FORM as FEATURES_FORM
from matcher.candidates.memory import CandidateMemory
from matcher.dispatch.evidence import EvidenceReader
from matcher.dispatch.reception import Reception
from matcher.dispatch.router import Router
from matcher.dispatch.weighing import load_routing_weights
from matcher.eligibility.rules import RULES_VERSION
from matcher.evaluation.collection import bundled_cvs
from matcher.indexing import Documents
from matcher.lists.matching import Matching
from matcher.lists.restricted_readers import for_restricted_readers
from matcher.open_jobs.search import JobSearch
from matcher.orders.kept_corrections import kept_corrections_of_many
from matcher.proposals.proposing import Proposing
from matcher.ranking.panel import load_reference_panel
from matcher.ranking.score import Scorer
from matcher.ranking.weights import load_weights
from matcher.replaying.replays import Replays
from matcher.retrieval.order_preparation import OrderPreparation
from matcher.texts.meaning import meaning_for_ranking
from matcher.why.answer import Whys
from matcher.why.full_rankings import FullRankings
from matcher.wording.tables import VERSION as WORDING_VERSION
from matcher.wording.views import View
from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading.orders.correcting import Correction

CENTRE = ZoneInfo("Europe/Copenhagen")  # "today" is the centre's day


def today() -> date:
    """The day at the centre."""
    return datetime.now(CENTRE).date()


@dataclass(frozen=True)
class Components:
    """Every part of the software, wired by one set of settings."""

    settings: Settings
    threads: int | None = field(default=None, kw_only=True)  # of the model; None takes every processor

    @cached_property
    def catalog(self) -> Catalog:
        """The taxonomy."""
        return load_catalog()

    @cached_property
    def embedder(self) -> CachedEmbedder:
        """The model, with its vectors remembered in the data folder."""
        return choose_embedder(self.settings.model, self.settings.data, self.threads)

    @cached_property
    def router(self) -> Router:
        """Routes orders to departments."""
        return Router(EvidenceReader(self.catalog, self.embedder), load_routing_weights())

    @cached_property
    def scorer(self) -> Scorer:
        """Scores people for orders."""
        return Scorer(load_weights(), load_reference_panel(self.embedder, self.catalog, bundled_cvs), self.catalog)

    @cached_property
    def database(self) -> Database:
        """The record."""
        return Database(self.settings.database)

    @cached_property
    def documents(self) -> Documents:
        """Makes search documents of records."""
        return Documents(self.catalog, self.embedder, self._trades_of, self._corrections_of, self._closed_of)

    @cached_property
    def generations(self) -> GenerationStore:
        """The generations of the index."""
        cvs, orders = meaning_for_ranking(self.embedder).dimensions, self.embedder.dimensions
        return search_engine.generations(self.settings, cv_schema(cvs), job_order_schema(orders))

    @cached_property
    def index(self) -> IndexAccess:
        """The generation in use, kept in step with the record."""
        # Another model may fill a graphics card, which several processes would compete for.
        make = partial(_documents_elsewhere, self.settings) if self.settings.model in OWN_MODELS else None
        return IndexAccess(self.database, self.generations, self.documents, self.fingerprint, make)

    @cached_property
    def fingerprint(self) -> dict[str, object]:
        """What the index is made with; a different fingerprint calls for a rebuild."""
        return {
            "model": self.embedder.name,
            "taxonomy": self.catalog.version,
            "form": f"{FORM}/{FEATURES_FORM}",
            "job_orders": JOB_ORDERS_FORM,
            **search_engine.fingerprint(self.settings),
        }

    @cached_property
    def versions(self) -> dict[str, str]:
        """What a ranked list is made with."""
        return {
            "taxonomy": self.catalog.version,
            "weights": self.scorer.weights.version,
            "model": self.embedder.name,
            "rules": RULES_VERSION,
            "wording": WORDING_VERSION,
        }

    @cached_property
    def reception(self) -> Reception:
        """Takes orders in."""
        return Reception(self.database, self.catalog, self.router, today, self.documents.foresee)

    @cached_property
    def matching(self) -> Matching:
        """Finds and ranks candidates for orders in the record."""
        return Matching(
            database=self.database,
            engine=lambda: (self.index.engines.cvs, self.index.generation),
            embedder=self.embedder,
            scorer=self.scorer,
            memory=CandidateMemory(self.settings.data),
            preparation=OrderPreparation(
                self.scorer, self.embedder, lambda order_id: self._corrections_of([order_id]).get(order_id, ())
            ),
            versions=self.versions,
            today=today,
            indexed_by=lambda: self.index.taxonomy,
        )

    @cached_property
    def whys(self) -> Whys:
        """Explains places in lists."""
        return Whys(FullRankings(self.matching))

    @cached_property
    def whys_of_others(self) -> Whys:
        """Explains places to others than the consultant, whose lists count only what they are told of."""
        return Whys(FullRankings(for_restricted_readers(self.matching)))

    def whys_for(self, view: View) -> Whys:
        """Explains places to the reader."""
        return self.whys if view is View.CONSULTANT else self.whys_of_others

    def matching_for(self, view: View) -> Matching:
        """Finds and ranks candidates as the reader may see them."""
        return self.whys_for(view).rankings.matching

    @cached_property
    def replays(self) -> Replays:
        """Makes lists again that were given to any reader."""
        return Replays(self.whys, self.whys_of_others)

    @cached_property
    def proposing(self) -> Proposing:
        """Proposes people for orders, and follows up."""
        return Proposing(self.whys.rankings)

    @cached_property
    def jobs(self) -> JobSearch:
        """Searches the open jobs."""
        return JobSearch(self.database, lambda: self.index.engines.job_orders, self.catalog, self.embedder, today)

    def close(self) -> None:
        """Release what was opened."""
        for name in ("index", "generations", "embedder", "database"):
            if name in self.__dict__:
                self.__dict__[name].close()

    def _corrections_of(self, order_ids: Sequence[str]) -> Mapping[str, Sequence[Correction]]:
        with self.database.reading() as record:
            return kept_corrections_of_many(record, order_ids, self.catalog)

    def _closed_of(self, order_ids: Sequence[str]) -> frozenset[str]:
        with self.database.reading() as record:
            return record.job_orders.closed(order_ids)

    def _trades_of(self, order_ids: Sequence[str]) -> Mapping[str, str | None]:
        with self.database.reading() as record:
            owners = record.routes.owners.get_many(order_ids)
        return {order_id: owner.trade for order_id, owner in owners.items()}


def _documents_elsewhere(settings: Settings) -> Documents:
    """The document builder of a worker process, which gets one processor."""
    return Components(settings, threads=1).documents
