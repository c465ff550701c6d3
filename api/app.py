"""The web application: every endpoint and page over one set of components."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool

from api.errors import add_errors
from api.guards import Guards
from api.heap import keep_free
from api.http import (
    candidates,
    cases,
    cvs,
    employers,
    health,
    insight,
    job_feed,
    job_orders,
    jobs,
    order_states,
    proposals,
    reading_corrections,
    replays,
    route_decisions,
    why,
)
from api.http.answers import forget_old_answers
from api.http.documentation import add_documentation, operation_id
from api.http.known_parameters import refuse_unknown_parameters
from api.pages import (
    advertising,
    api_description,
    comparing,
    correcting,
    deciding,
    following,
    given_lists,
    language,
    order_page,
    overview,
    presenting,
    rights,
    under_way,
)
from api.pages import candidates as candidate_pages
from api.pages import cases as case_pages
from api.pages import jobs as job_pages
from api.pages import orders as order_pages
from api.pages import proposals as proposal_pages
from api.pages.rendering import STATIC
from api.unexpected import Unexpected
from api.wiring import Components, today
from indexer.engines.contract import SearchQuery, SearchUnavailableError
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField

ANYTHING = SearchQuery(words=(("job", 1.0),), limit=1)
A_WORD = (TextField("title", "job"),)
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
ROUTERS = (
    candidates.router,
    why.router,
    replays.router,
    job_orders.router,
    reading_corrections.router,
    route_decisions.router,
    order_states.router,
    employers.router,
    proposals.router,
    cvs.router,
    cases.router,
    insight.router,
    jobs.router,
    job_feed.router,
    health.router,
    overview.router,
    api_description.router,
    language.router,
    order_pages.router,
    under_way.router,
    order_page.router,
    deciding.router,
    correcting.router,
    advertising.router,
    candidate_pages.router,
    comparing.router,
    given_lists.router,
    proposal_pages.router,
    following.router,
    presenting.router,
    case_pages.router,
    job_pages.router,
    rights.router,
)
# Net allocations before a garbage collection. A list of 50 people allocates and frees some 20,000 objects; Python's
# default of 700 ran the collector thirty times meanwhile, a tenth of the time that a list takes.
GARBAGE_AFTER = 50_000


def create_app(components: Components, hosts: Collection[str] = LOOPBACK) -> FastAPI:
    """The application over the components; opens and closes them with itself. `hosts` are the names it answers to."""

    @asynccontextmanager
    async def opened(_: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(open_components, components)
        yield
        await run_in_threadpool(components.close)

    app = FastAPI(
        title="Jobformidling",
        version=version("jobformidling"),
        lifespan=opened,
        docs_url=None,  # the page that comes with the framework loads its parts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=operation_id,
    )
    app.state.components = components
    for router in ROUTERS:
        app.include_router(router, dependencies=[Depends(refuse_unknown_parameters)])
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_errors(app)
    add_documentation(app)
    app.add_middleware(Unexpected)
    app.add_middleware(Guards, hosts=hosts)
    return app


def open_components(components: Components) -> None:
    """Give every order an owner, start the index thread, and load everything before the first request."""
    components.reception.route_ownerless(actor="system")
    forget_old_answers(components.database, today())
    components.index.start()
    warm_up(components)


def warm_up(components: Components) -> tuple[object, ...]:
    """Create the parts that take seconds to load, so that the first caller does not wait for them."""
    with components.database.reading() as record:
        components.matching.cases.recall(record, (), record.watermarks.now())
        indexed = bool(record.index_generations.name_of_current())  # the first index is built while orders come in
    if indexed:
        # The embedded engine turns its words round for its first search: a second for 100,000 CVs.
        with suppress(SearchUnavailableError):
            components.matching.engine()[0].search(ANYTHING)
    read_order(A_WORD, components.catalog)  # builds what reading needs: 4 s of a processor
    return components.router, components.matching, components.jobs


def settle(components: Components) -> None:
    """Exempt everything allocated so far from garbage collection, collect the rest less often, keep some memory free.

    A collection over everything loaded delayed the request under way by 0.2 s.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
    with components.database.reading() as record:
        keep_free(record.cvs.count())
