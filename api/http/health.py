"""`/health`: record, index and embedder, each up or down."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict
from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.http.dependencies import AppComponents
from api.wiring import Components
from indexer.feeding.synchronise import BATCH
from indexer.intake.json_form import JsonObject
from indexer.records.errors import RecordError

router = APIRouter(tags=["Health"])
PROBE = "sundhed"  # embedded once, then remembered


@router.get("/health")
@router.get("/health/ready", include_in_schema=False)
def health(components: AppComponents) -> JSONResponse:
    """200 while the record is up, since orders are then received, else 503.

    The status is `degraded` where a part is down, the index is stale or more than a batch of changes behind.
    """
    record, index, embedder = _record(components), components.index.state(), _embedder(components)
    fine = index.up and embedder["up"] and not index.stale and (index.lag or 0) <= BATCH
    status = ("up" if fine else "degraded") if record["up"] else "down"
    content = {"status": status, "record": record, "index": asdict(index), "embedder": embedder}
    return JSONResponse(content, HTTPStatus.OK if record["up"] else HTTPStatus.SERVICE_UNAVAILABLE)


def _record(components: Components) -> JsonObject:
    try:
        with components.database.reading() as record:
            return {"up": True, "changes": record.index_queue.highest()}
    except RecordError as error:
        return {"up": False, "error": str(error)}


def _embedder(components: Components) -> JsonObject:
    try:
        components.embedder.queries([PROBE])
    except sqlite3.Error:
        return {"up": False, "model": components.embedder.name}
    return {"up": True, "model": components.embedder.name}
