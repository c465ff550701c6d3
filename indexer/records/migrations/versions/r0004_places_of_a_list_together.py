"""The candidates of a ranked list stand in one row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from alembic import op

from indexer.records.column_types import RowNumber

revision = "0004"
down_revision = "0003"

LISTS_AT_ONCE = 200  # read and written: some 15 MB
TEXTS = ("parts", "reasons", "blocked_by")
AS_IT_WAS = ("cv_id", "cv_revision", "rank", "score", "eligible")

before = sa.table(
    "ranked_candidates",
    *(sa.column(name) for name in ("list_number", "place", *AS_IT_WAS[:-1], *TEXTS)),
    sa.column("eligible", sa.Boolean),
)
after = sa.table("ranked_places", *(sa.column(name) for name in ("list_number", "cv_ids", "places")))


def upgrade() -> None:
    """Put what stood in a row for each candidate together, list by list."""
    op.create_table(
        "ranked_places",
        sa.Column("list_number", RowNumber, autoincrement=False, nullable=False),
        sa.Column("cv_ids", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(
            ["list_number"], ["ranked_lists.number"], name="fk_ranked_places_list_number_ranked_lists"
        ),
        sa.PrimaryKeyConstraint("list_number", name="pk_ranked_places"),
    )
    for numbers in _numbers():
        mine = sa.select(before).where(before.c.list_number.in_(numbers))
        rows = op.get_bind().execute(mine.order_by(before.c.list_number, before.c.place)).mappings()
        together = {number: list(found) for number, found in groupby(rows, itemgetter("list_number"))}
        op.get_bind().execute(sa.insert(after), [_row(number, together.get(number, [])) for number in numbers])
    op.drop_table("ranked_candidates")


def _numbers() -> Iterator[list[int]]:
    """The numbers of all lists, some at a time; also of those that hold nobody."""
    lists, last = sa.table("ranked_lists", sa.column("number")), 0
    next_ones = sa.select(lists.c.number).order_by(lists.c.number).limit(LISTS_AT_ONCE)
    while numbers := list(op.get_bind().execute(next_ones.where(lists.c.number > last)).scalars()):
        yield numbers
        last = numbers[-1]


def _row(number: int, candidates: list[sa.RowMapping]) -> dict[str, object]:
    places = [_place(one) for one in candidates]
    return {"list_number": number, "cv_ids": _json([one["cv_id"] for one in places]), "places": _json(places)}


def _place(candidate: sa.RowMapping) -> dict[str, Any]:
    whole = {name: candidate[name] for name in AS_IT_WAS}
    return whole | {name: json.loads(candidate[name]) for name in TEXTS}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
