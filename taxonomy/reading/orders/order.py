"""Reading a job order: occupations, demands with how they are meant, and the conditions of the job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention, OrderReading, Terms, TextField
from taxonomy.reading.job_titles.mentions import mentions
from taxonomy.reading.job_titles.ordinary_words import without_ordinary_words
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.job_titles.workplaces import implied_mentions
from taxonomy.reading.moods.meanings import MENTIONED, NICE_TO_HAVE, TEXT, TITLE
from taxonomy.reading.orders.contradictions import OrderFields, contradictions
from taxonomy.reading.orders.demands import OFFERED, Context, Demand, demands_of, strongest
from taxonomy.reading.orders.joining import joined
from taxonomy.reading.orders.listed_wishes import as_listed
from taxonomy.reading.reader import TextReader, reader_of
from taxonomy.reading.requirements.generals import only_mentioned, said_once, without_covered
from taxonomy.reading.requirements.professions import professions, trades_learned
from taxonomy.reading.surroundings import settled
from taxonomy.reading.terms.order_terms import terms_of, together
from taxonomy.reading.text.words import Word

WAIVED = "waived"


NOTHING_GIVEN = OrderFields()


def read_order(fields: Sequence[TextField], catalog: Catalog, given: OrderFields = NOTHING_GIVEN) -> OrderReading:
    """All that is understood of an order's words, and where they contradict each other or the fields given.

    Every finding quotes the words; never fails on any text.
    """
    reader = reader_of(catalog)
    occupations: list[OccupationMention] = []
    demands: list[Demand] = []
    terms: list[Terms] = []
    known: list[str] = []
    trades: list[str] = []
    for field in fields:
        for words in reader.paragraphs(field.text):
            titles = without_ordinary_words(field.text, words, reader.found_titles(words))
            if field.name in {TITLE, TEXT}:
                occupations.extend(_occupations(field, words, titles, reader))
            if field.name != NICE_TO_HAVE:
                terms.append(terms_of(words, titles, heading=field.name == TITLE))
            known.extend(professions(words, [one.label for one in reader.labelled(titles)]))
            trades.extend(trades_learned(words) if field.name == TITLE else ())
            context = Context(len(demands), tuple(known[:1]), tuple(trades[:1]))
            demands.extend(demands_of(field, words, titles, reader, context))
    demands = as_listed(demands)
    asked = strongest([demand for demand in demands if demand.meaning not in {WAIVED, MENTIONED, OFFERED}])
    unwanted = {(one.kind, one.key) for one in asked if one.excluded}
    offers = (demand.requirement for demand in demands if demand.meaning == OFFERED)
    offered = [one for one in offers if (one.kind, one.key) not in unwanted]
    requirements = said_once(without_covered(joined(asked, offered)))
    mentioned = strongest([demand for demand in demands if demand.meaning == MENTIONED])
    reading = OrderReading(
        occupations=settled(fields, occupations, catalog),
        requirements=requirements,
        waived=tuple(demand.requirement for demand in demands if demand.meaning == WAIVED),
        mentioned=only_mentioned(mentioned, requirements),
        terms=together(terms),
    )
    return replace(reading, contradictions=contradictions(reading, given))


def _occupations(
    field: TextField, words: list[Word], titles: list[TitleFound], reader: TextReader
) -> Sequence[OccupationMention]:
    """The titles named; a heading without any falls back on the place or activity it names."""
    named = mentions(field, words, titles)
    return named if named or field.name != TITLE else implied_mentions(field, words, reader.occupations)
