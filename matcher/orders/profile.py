"""What an order seeks, in the form that search and ranking need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.embedding.contract import Embedder, Vectors
from indexer.intake.job_order import JobOrder, Shift
from indexer.terms import Terms
from matcher.orders.bare_title import bare_title
from matcher.orders.learning import KINDS_THAT_TRAIN, as_training
from matcher.orders.tasks import TaskAsked, tasks_asked
from matcher.orders.wanting import without_wanted
from matcher.texts.meaning import meaning_for_ranking
from matcher.texts.terms import compared_terms
from taxonomy.catalog import Catalog
from taxonomy.language import text_language
from taxonomy.neutral.texts import comparable, comparable_list
from taxonomy.places import places
from taxonomy.reading import OrderFields, read_order
from taxonomy.reading.findings import OccupationMention, OrderReading, TextField
from taxonomy.reading.orders.correcting import Correction, corrected

FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
SURE_OCCUPATION = 0.8  # from here on the occupation's own label is put beside the caller's title
TITLE, TEXT, DEMANDS = range(3)  # rows of OrderProfile.vectors and places in .terms


@dataclass(frozen=True, slots=True)
class OrderProfile:
    """An order as ranking sees it.

    `vectors` has shape (3, dimensions): the title, the whole text, the demands; a row of zeros where there are none.
    `terms` holds the lexical terms of the same three texts. `start` is a proleptic Gregorian day number.
    """

    id: str
    order_type: str
    reading: OrderReading
    vectors: Vectors
    terms: tuple[Terms, Terms, Terms]
    shifts: tuple[str, ...]
    hours: tuple[float, float] | None
    start: int | None
    position: tuple[float, float] | None
    employer: str = ""
    tasks: tuple[TaskAsked, ...] = ()
    language: str = "da"

    @property
    def sought(self) -> tuple[str, ...]:
        """The occupations that the order seeks, surest first."""
        return tuple(dict.fromkeys(mention.occupation for mention in self.reading.occupations))


def understand(order: JobOrder, catalog: Catalog, corrections: Sequence[Correction] = ()) -> OrderReading:
    """Everything that the order's words say, as corrected by people, and what contradicts itself or its fields."""
    given = OrderFields(
        hours_per_week=order.hours_per_week,
        shift=order.shift.value if order.shift else None,
        positions=order.positions,
        start=order.start.isoformat() if order.start else None,
        order_type=order.order_type.value,
    )
    fields = text_fields(order)
    reading = as_training(read_order(fields, catalog, given), order.order_type.value, catalog)
    reading = without_wanted(reading, fields, trains=order.order_type in KINDS_THAT_TRAIN)
    return corrected(reading, corrections, given)


def text_fields(order: JobOrder) -> list[TextField]:
    """The order's texts by the names of the public format."""
    return [
        TextField("title", order.title),
        TextField("text", order.text),
        *(TextField("must_have", text, index) for index, text in enumerate(order.must_have)),
        *(TextField("nice_to_have", text, index) for index, text in enumerate(order.nice_to_have)),
    ]


def query_texts(order: JobOrder, reading: OrderReading, catalog: Catalog) -> tuple[str, str, str]:
    """The three texts that an order searches with, as they are compared: title, whole text, demands."""
    labels = [
        catalog.occupations[mention.occupation].label
        for mention in main_occupations(reading)[:2]
        if mention.score >= SURE_OCCUPATION
    ]
    title = ", ".join(dict.fromkeys(map(comparable, (bare_title(order.title), *labels)))) or order.title
    text = comparable(order.text)
    return title, f"{title}. {text}", comparable_list((*order.must_have, *order.nice_to_have)) or text


def main_occupations(reading: OrderReading) -> list[OccupationMention]:
    """The occupations that the title names; where it names none, those of the text."""
    titled = [one for one in reading.occupations if one.quote.field == "title"]
    return titled or list(reading.occupations)


def _shifts(order: JobOrder, reading: OrderReading) -> tuple[str, ...]:
    """The field's shift, and with changing shifts those that the words name; without a field all that these name."""
    if order.shift is None:
        return reading.terms.shifts
    named = reading.terms.shifts if order.shift is Shift.CHANGING else ()
    return tuple(dict.fromkeys((order.shift.value, *named)))


def _starts_on(order: JobOrder, reading: OrderReading) -> int | None:
    """The day in the field; without one the day that the words, or a person who corrected them, say in full."""
    said = reading.terms.start or ""
    day = order.start or (date.fromisoformat(said) if FULL_DATE.fullmatch(said) else None)
    return day.toordinal() if day else None


def order_profile(order: JobOrder, catalog: Catalog, embedder: Embedder) -> OrderProfile:
    """The profile of an order by its own words, without corrections of people."""
    return build_order_profile(order, understand(order, catalog), catalog, embedder)


def build_order_profile(order: JobOrder, reading: OrderReading, catalog: Catalog, embedder: Embedder) -> OrderProfile:
    """The profile of an order that has been read; embeds three texts unless they are cached."""
    texts = query_texts(order, reading, catalog)
    title, text, demands = (compared_terms(part) for part in texts)
    hours = order.hours_per_week
    place = places().get(order.postcode)
    return OrderProfile(
        id=order.id,
        order_type=order.order_type.value,
        reading=reading,
        vectors=meaning_for_ranking(embedder).queries(texts),
        terms=(title, text, demands),
        shifts=_shifts(order, reading),
        hours=(hours, hours) if hours else reading.terms.hours_per_week,
        start=_starts_on(order, reading),
        position=(place.latitude, place.longitude) if place else None,
        employer=order.employer,
        tasks=tasks_asked(order, reading, catalog),
        language=text_language(f"{order.title}. {order.text}"),
    )
