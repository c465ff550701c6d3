"""Search over the open jobs, as citizens and other systems know it: words, trade, occupation, place, kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from indexer.embedding.cache import unremembered
from indexer.embedding.contract import Embedder, Vectors
from indexer.engines.contract import Beginning, SearchEngine, SearchHit, SearchQuery, SearchResult, Sort
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.record import Record
from indexer.records.stored import Stored
from matcher.open_jobs.faces import OpenJob, open_job, public_order
from matcher.open_jobs.nearest import nearest_hits
from matcher.open_jobs.questions import JobQuestion
from matcher.open_jobs.suggestions import JobSuggestion, OccupationTitles, together
from matcher.orders.profile import query_texts, understand
from matcher.orders.reading_format import reading_to_mapping
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.language import analyse
from taxonomy.reading import read_order
from taxonomy.reading.findings import OccupationMention, TextField

FACETS = ("trade", "occupation", "order_type", "shift", "hours", "municipality")
POSITIONS = "positions"  # counted like a facet: positions wanted -> orders that want so many
RELATED = 0.5  # closeness from which another occupation's jobs are worth showing
OCCUPATION = 6.0  # an occupation that the words name, against one word


@dataclass(frozen=True, slots=True)
class JobAnswer:
    """A page of open jobs.

    `understood` are the occupations that the words were taken to name, `sought` the words as analysed; `by_meaning`
    says that no job has the words, and that those most like them stand first.
    """

    hits: tuple[tuple[OpenJob, float], ...]
    total: int
    positions: int
    facets: Mapping[str, Mapping[str, int]]
    understood: tuple[OccupationMention, ...]
    sought: tuple[str, ...] = ()
    by_meaning: bool = False


@dataclass(frozen=True)
class JobSearch:
    """Answers questions from the index; an order that is closed or past its deadline is not open."""

    database: Database
    engine: Callable[[], SearchEngine]
    catalog: Catalog
    embedder: Embedder
    today: Callable[[], date]

    def search(self, question: JobQuestion) -> JobAnswer:
        """The page asked for; raises SearchUnavailableError.

        Words and the occupations they name say which orders are found; where they find none, related occupations do,
        and at last meaning. Words and meaning together say in which order.
        """
        understood = self._understood(question.words)
        query = self._query(question, understood)
        counted = self._counted(query)
        by_meaning = query.vector is not None and not (counted.total and (query.words or query.keywords))
        if by_meaning:
            query = replace(query, words=(), keywords=self._near(found.occupation for found in understood))
            counted = self._counted(query)
        if by_meaning and not counted.total:
            query = replace(query, keywords=())
            counted = self._counted(query)
        facets = {name: counts for name, counts in counted.facets.items() if name != POSITIONS}
        positions = _positions(counted.facets.get(POSITIONS, {}))
        near = question.near if question.nearest_first and query.sort else None
        page = nearest_hits(self.engine(), query, near) if near else self._page(query)
        hits, sought = self._jobs(page), tuple(dict.fromkeys(analyse(question.words)))
        return JobAnswer(hits, counted.total, positions, facets, understood, sought, by_meaning and counted.total > 0)

    def _counted(self, query: SearchQuery) -> SearchResult:
        """How many the words and filters find, and their facets."""
        return self.engine().search(replace(query, vector=None, limit=0, offset=0))

    def suggest(self, typed: str) -> list[JobSuggestion]:
        """What the words typed so far may become, with one slip forgiven; raises SearchUnavailableError."""
        if not typed.strip():
            return []
        engine, filters = self.engine(), JobQuestion().filters(self.today())
        counts = engine.search(SearchQuery(filters=filters, limit=0, facets=("occupation",))).facets["occupation"]
        titles = engine.suggest(Beginning("title", typed, filters))
        return together(self._titles.going_on(typed, counts), titles)

    @cached_property
    def _titles(self) -> OccupationTitles:
        return OccupationTitles(self.catalog)

    def open_job(self, order_id: str) -> OpenJob | None:
        """The job if it is open, from the record: it is there also while the index is down."""
        with self.database.reading() as record:
            return self.open_jobs(record, [order_id]).get(order_id)

    def as_shown(self, order_id: str) -> OpenJob:
        """The order as everybody may read it while it is open; raises RecordNotFoundError."""
        with self.database.reading() as record:
            stored = record.job_orders.require(order_id)
            return open_job(stored, self._read(record, stored))

    def open_jobs(self, record: Record, order_ids: Sequence[str]) -> dict[str, OpenJob]:
        """Those of the orders that are open, by id, as everybody may read them."""
        orders = self._open_orders(record, order_ids)
        return {order_id: open_job(stored, self._read(record, stored)) for order_id, stored in orders.items()}

    def _open_orders(self, record: Record, order_ids: Sequence[str]) -> dict[str, Stored[JobOrder]]:
        """Those that nobody has closed and whose deadline has not passed."""
        closed, today = record.job_orders.closed(order_ids), self.today()
        orders = record.job_orders.get_many(one for one in order_ids if one not in closed)
        return {order_id: stored for order_id, stored in orders.items() if stored.value.is_open(today)}

    def _read(self, record: Record, stored: Stored[JobOrder]) -> Mapping[str, Any]:
        """What was read of the order; read now where it was imported a moment ago."""
        kept = record.readings.latest(stored.value.id)
        if kept is not None and kept.revision == stored.revision:
            return kept.reading
        return reading_to_mapping(stored.value.id, understand(stored.value, self.catalog), self.catalog)

    def similar(self, order_id: str, limit: int = 5) -> tuple[tuple[OpenJob, float], ...]:
        """Open jobs like this one, the most alike first; raises RecordNotFoundError, SearchUnavailableError.

        They seek the same or a related occupation; where the order names none, they mean something like it.
        """
        with self.database.reading() as record:
            order = record.job_orders.require(order_id).value
        reading = understand(order, self.catalog)
        shown = public_order(order, reading_to_mapping(order_id, reading, self.catalog))
        text = query_texts(shown, reading, self.catalog)[1]
        query = SearchQuery(
            keywords=self._near(found.occupation for found in reading.occupations),
            vector=self.embedder.passages([text])[0],
            filters=JobQuestion().filters(self.today()),
            limit=limit + 1,
        )
        found = [hit for hit in self._page(query) if hit.id != order_id]
        return self._jobs(found[:limit])

    def _near(self, sought: Iterable[str]) -> tuple[tuple[str, str, float], ...]:
        near: dict[str, float] = {}
        for occupation in dict.fromkeys(sought):
            for other in self.catalog.occupations:
                if (close := closeness(self.catalog, other, occupation)) >= RELATED:
                    near[other] = max(near.get(other, 0.0), close)
        return tuple(("occupation", occupation, OCCUPATION * close) for occupation, close in sorted(near.items()))

    def _page(self, query: SearchQuery) -> Sequence[SearchHit]:
        """The page's hits; with words and meaning together, only those that the words find."""
        if query.vector is None or not (query.words or query.keywords):
            return self.engine().search(query).hits
        end = query.offset + query.limit
        fused = self.engine().search(replace(query, offset=0, limit=end + query.depth)).hits
        return [hit for hit in fused if hit.lexical_rank is not None][query.offset : end]

    def _jobs(self, hits: Sequence[SearchHit]) -> tuple[tuple[OpenJob, float], ...]:
        with self.database.reading() as record:
            jobs = self.open_jobs(record, [hit.id for hit in hits])
        return tuple((jobs[hit.id], hit.score) for hit in hits if hit.id in jobs)

    def _understood(self, words: str) -> tuple[OccupationMention, ...]:
        return read_order([TextField("title", words)], self.catalog).occupations if words.strip() else ()

    def _query(self, question: JobQuestion, understood: tuple[OccupationMention, ...]) -> SearchQuery:
        words = analyse(question.words)
        # Words that say nothing by themselves ("IT", an emoji) can be found by meaning alone.
        by_likeness = bool(question.words.strip()) and not (question.sorted_by_field and (words or understood))
        return SearchQuery(
            words=tuple((stem, 1.0) for stem in dict.fromkeys(words)),
            keywords=tuple(("occupation", found.occupation, OCCUPATION) for found in understood),
            vector=self._vector(question.words) if by_likeness else None,
            filters=question.filters(self.today()),
            offset=question.offset,
            limit=question.limit,
            sort=None if by_likeness else Sort("published"),
            facets=(*FACETS, POSITIONS),
        )

    def _vector(self, words: str) -> Vectors:
        """What the words mean; what somebody searched for is kept nowhere."""
        with unremembered():
            found: Vectors = self.embedder.queries([words])[0]
        return found


def _positions(orders_by_positions: Mapping[str, int]) -> int:
    return sum(int(positions) * orders for positions, orders in orders_by_positions.items())
