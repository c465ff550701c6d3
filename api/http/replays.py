"""Lists as they were, recreated and compared with today's."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.http.reader import BY_LANGUAGE, AReader, require_role
from api.wiring import CENTRE
from matcher.replaying.as_of import Moment
from matcher.replaying.replay_format import replay_to_mapping
from matcher.wording.views import View

HIGHEST = 2**53  # a number beyond is no list's
router = APIRouter(prefix="/api/v1", tags=["Candidates"])


@router.get("/lists/{number}/replay")
def replay_list(
    components: AppComponents,
    actor: Actor,
    reader: AReader,
    number: Annotated[int, Path(ge=1, le=HIGHEST, description="The list's number.")],
) -> JSONResponse:
    """A list that was given out, made again from its revisions; whether it is the same, and who has moved since."""
    require_role(reader, View.CONSULTANT)
    found = components.replays.of_list(number, actor=actor)
    return JSONResponse(replay_to_mapping(found, reader), headers=BY_LANGUAGE)


@router.get("/job-orders/{order_id}/replay")
def replay_order(
    components: AppComponents,
    actor: Actor,
    reader: AReader,
    order_id: RecordId,
    as_of: Annotated[date, Query(description="The day, as the centre's calendar has it.")],
) -> JSONResponse:
    """The order's last list of that day, else the list as it would have been at the day's end."""
    require_role(reader, View.CONSULTANT)
    found = components.replays.as_of(order_id, Moment.end_of(as_of, CENTRE), actor=actor)
    return JSONResponse(replay_to_mapping(found, reader), headers=BY_LANGUAGE)
