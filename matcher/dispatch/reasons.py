"""Why an order goes where it goes: what names the job, the words that speak for the trade, its kind.

A reason is a sentence of matcher/wording and what fills its blanks, so that it can be told in each language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from indexer.intake.job_order import JobOrder
from matcher.dispatch.evidence import EvidenceReader
from matcher.wording.language import Language
from matcher.wording.tables import Wording
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation, OrderKind, Trade
from taxonomy.language import STOP_WORDS, fold, stem, tokens
from taxonomy.reading.findings import OccupationMention, OrderReading
from taxonomy.reading.orders.correcting import CORRECTION
from taxonomy.reading.surroundings import SETTLED, ambiguous_words

WORDS_SHOWN = 3
SHORTEST_WORD = 3  # SSA and chf say something, "er" does not


class Decided(NamedTuple):
    """The trade that was chosen and the occupation within it, None where nothing lies near."""

    trade: str
    occupation: Occupation | None


class Reason(NamedTuple):
    """The key of a sentence, and what fills its blanks."""

    key: str
    blanks: Mapping[str, object] = {}


def told(reasons: Iterable[Reason], words: Wording) -> tuple[str, ...]:
    """The reasons as sentences of the language; occupations, trades and kinds by their names in it."""
    return tuple(
        words.say(reason.key, **{name: _named(value, words) for name, value in reason.blanks.items()})
        for reason in reasons
    )


def _named(value: object, words: Wording) -> object:
    if not isinstance(value, Occupation | Trade | OrderKind):
        return value
    return value.english if words.language is Language.ENGLISH else value.label


def reasons_for(
    order: JobOrder, reading: OrderReading, decided: Decided, reader: EvidenceReader, today: date
) -> Iterator[Reason]:
    """Each reason, what decided most first."""
    catalog = reader.catalog
    yield _of_job(reading, decided, catalog)
    if not reading.occupations and (said := ambiguous_words(order.title, catalog)):
        yield Reason("route_unsettled", {"said": said})
    if words := _deciding_words(order, decided.trade, reader):
        yield Reason("route_words", {"trade": catalog.trades[decided.trade], "words": ", ".join(words)})
    yield from _of_kind(order, catalog, today)


def _of_job(reading: OrderReading, decided: Decided, catalog: Catalog) -> Reason:
    trade, occupation = catalog.trades[decided.trade], decided.occupation
    in_trade = (one for one in reading.occupations if catalog.occupations[one.occupation].trade == decided.trade)
    named = next(in_trade, None)
    if named and named.quote.field == CORRECTION:
        return Reason("route_corrected", {"occupation": occupation or trade, "trade": trade})
    if named:
        known = catalog.occupations[named.occupation]
        return Reason(_naming(named, catalog), {"said": named.quote.text, "occupation": known, "trade": trade})
    if occupation:
        return Reason("route_near", {"occupation": occupation, "trade": trade})
    return Reason("route_whole", {"trade": trade})


def _naming(named: OccupationMention, catalog: Catalog) -> str:
    if named.score == SETTLED and ambiguous_words(named.quote.text, catalog) == named.quote.text:
        return "route_settled"
    return "route_title" if named.quote.field == "title" else "route_text"


def _of_kind(order: JobOrder, catalog: Catalog, today: date) -> Iterator[Reason]:
    kind = catalog.order_kinds[order.order_type]
    if kind.department:
        owner = catalog.department(kind.department, today)
        yield Reason("route_kind", {"kind": kind, "department": owner.name})
    if kind.marks:
        yield Reason("route_marks", {"kind": kind, "marks": ", ".join(kind.marks)})


def _deciding_words(order: JobOrder, trade: str, reader: EvidenceReader) -> list[str]:
    """The words that lean most to the trade, as they are written, the strongest first."""
    column = reader.trades.index(trade)
    leanings: dict[str, tuple[float, str]] = {}
    for token in tokens(f"{order.title} {order.text}"):
        found = stem(token.text)
        hint = reader.leaning(found)
        common = len(token.text) < SHORTEST_WORD or fold(token.text) in STOP_WORDS
        if hint is not None and hint[column] > 1 and not common:
            leanings.setdefault(found, (float(hint[column]), token.text.lower()))
    strongest = sorted(leanings.values(), key=lambda pair: (-pair[0], pair[1]))
    return [word for _, word in strongest[:WORDS_SHOWN]]
