"""The page of a list that was given before: as it was, and who has moved since and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import Actor, AppComponents
from api.http.replays import HIGHEST
from api.pages.language import PageReader
from api.pages.rendering import render
from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject
from matcher.replaying.replay_format import replay_to_mapping

router = APIRouter(include_in_schema=False)
LISTS_SHOWN = 20  # of an order, the newest


@dataclass(frozen=True, slots=True)
class GivenListPage:
    """A list made again, when and to whom it was given, and the order's other lists."""

    template: ClassVar[str] = "liste.html"
    order: JobOrder
    number: int
    given_at: datetime
    told: JsonObject
    others: Sequence[int]


@router.get("/lister/{number}")
def show_given_list(
    components: AppComponents,
    request: Request,
    actor: Actor,
    reader: PageReader,
    number: Annotated[int, Path(ge=1, le=HIGHEST)],
) -> HTMLResponse:
    """Everybody's place then and now, in words; raises ListNotFoundError."""
    found = components.replays.of_list(number, actor=actor)
    told = replay_to_mapping(found, reader)
    with components.database.reading() as record:
        numbers = record.ranked_lists.numbers_of_order(found.given.order_id)
        order = record.job_orders.require(found.given.order_id).value
    return render(
        request,
        GivenListPage(
            order=order,
            number=number,
            given_at=datetime.fromisoformat(str(told["given_at"])),
            told=told,
            others=[one for one in numbers if one != number][:LISTS_SHOWN],
        ),
    )
