"""Why an order goes where it goes, in Danish: what names the job, the words that speak for the trade, its kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from indexer.intake.job_order import JobOrder
from matcher.dispatch.evidence import EvidenceReader
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation
from taxonomy.language import STOP_WORDS, fold, stem, tokens
from taxonomy.reading.correcting import CORRECTION
from taxonomy.reading.findings import OccupationMention, OrderReading
from taxonomy.reading.surroundings import SETTLED, ambiguous_words

WORDS_SHOWN = 3
SHORTEST_WORD = 3  # SSA and chf say something, "er" does not


class Decided(NamedTuple):
    """The trade that was chosen and the occupation within it, None where nothing lies near."""

    trade: str
    occupation: Occupation | None


def reasons_for(
    order: JobOrder, reading: OrderReading, decided: Decided, reader: EvidenceReader, today: date
) -> Iterator[str]:
    """Each reason as one sentence, what decided most first."""
    catalog = reader.catalog
    label = catalog.trades[decided.trade].label
    yield from _of_job(reading, decided, catalog)
    if not reading.occupations and (said := ambiguous_words(order.title, catalog)):
        yield f"„{said}“ kan betyde flere stillinger, og ordene omkring afgør ikke hvilken."
    if words := _deciding_words(order, decided.trade, reader):
        yield f"Ord, der taler for {label}: {', '.join(words)}."
    yield from _of_kind(order, catalog, today)


def _of_job(reading: OrderReading, decided: Decided, catalog: Catalog) -> Iterator[str]:
    label, occupation = catalog.trades[decided.trade].label, decided.occupation
    in_trade = (one for one in reading.occupations if catalog.occupations[one.occupation].trade == decided.trade)
    named = next(in_trade, None)
    if named and named.quote.field == CORRECTION:
        known = occupation.label if occupation else label
        yield f"Læsningen er rettet af en medarbejder: ordren søger {known}, som hører til {label}."
    elif named:
        yield _naming(named, label, catalog)
    elif occupation:
        yield f"Ordren ligner mest {occupation.label}, som hører til {label}."
    else:
        yield f"Ordren som helhed ligner mest job, der hører til {label}."


def _of_kind(order: JobOrder, catalog: Catalog, today: date) -> Iterator[str]:
    kind = catalog.order_kinds[order.order_type]
    if kind.department:
        owner = catalog.department(kind.department, today)
        yield f"Ordretypen {kind.label} hører til {owner.name} uanset fagområde."
    if kind.marks:
        yield f"Ordretypen {kind.label}: {', '.join(kind.marks)} i afdelingen får besked."


def _naming(named: OccupationMention, label: str, catalog: Catalog) -> str:
    place = "Titlen" if named.quote.field == "title" else "Teksten"
    known = catalog.occupations[named.occupation].label
    if named.score == SETTLED and ambiguous_words(named.quote.text, catalog) == named.quote.text:
        return f"„{named.quote.text}“ kan betyde flere stillinger; ordene omkring peger på {known} ({label})."
    return f"{place} nævner „{named.quote.text}“: {known}, som hører til {label}."


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
