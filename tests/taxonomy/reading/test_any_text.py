"""Reading takes any text: no failure, and every quote stands where it says."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.evaluation.collection import bundled_orders
from taxonomy.catalog import load_catalog
from taxonomy.reading import read_cv, read_order
from taxonomy.reading.findings import CvReading, OrderReading, Quote, TextField
from tests.taxonomy.reading.small_catalog import CATALOG

PIECES = [
    "kørekort", "C/E", " ", "-", "og", "eller", "ikke", "krav", "gerne", ".", ",", "dansk", "B1", "erfaring", "med",
    "2", "års", "SSA", "/", "lager-", "truck", "til", "nat", "kl. 22-06", "\n", "fyldt", "18", "1/5", "(", ")", "+",
    "§26", "krancert", "A", "certifikat", "i", "TIG", "autoriseret", "kendskab", "du", "har", "under", "er", "0²", "at",
]  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.lists(st.sampled_from(PIECES)).map("".join)
)


def quotes_of_order(reading: OrderReading) -> Iterator[Quote]:
    for mention in reading.occupations:
        yield mention.quote
    for found in (*reading.requirements, *reading.waived, *reading.mentioned):
        yield found.quote
    for told in reading.contradictions:
        yield from told.quotes


def quotes_of_cv(reading: CvReading) -> Iterator[Quote]:
    for mention in (*reading.wishes, *reading.refused):
        yield mention.quote
    for one in (*reading.held, *reading.denied):
        yield one.quote


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_any_order_is_read_and_quoted_where_it_says(text: str, demand: str) -> None:
    fields = [TextField("title", demand), TextField("text", text), TextField("must_have", demand, 0)]
    texts = {(field.name, field.index): field.text for field in fields}
    for quote in quotes_of_order(read_order(fields, CATALOG)):
        assert texts[quote.field, quote.index][quote.start : quote.end] == quote.text


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_any_cv_is_read_and_quoted_where_it_says(text: str, item: str) -> None:
    reading = read_cv(
        headline=item, text=text, catalog=CATALOG, experience=[(item, 1.0)], education=[item], skills=[item],
        licences=[item], languages={item: text}, desired_jobs=[item],
    )  # fmt: skip
    for quote in quotes_of_cv(reading):
        source = text if quote.field == "text" else item
        assert source[quote.start : quote.end] == quote.text


def test_a_text_without_any_full_stop_is_read_to_its_end() -> None:
    reading = read_order([TextField("text", "ord " * 500 + "kørekort C er et krav")], CATALOG)
    assert [found.key for found in reading.requirements] == ["C"]


def test_reading_twice_gives_the_same() -> None:
    fields = [TextField("text", "2 chf m. C/E + adr til nat, dansk eller engelsk")]
    assert read_order(fields, CATALOG) == read_order(fields, CATALOG)


def test_whole_orders_are_read_with_the_whole_catalog() -> None:
    catalog, jobs, quotes = load_catalog(), 0, 0
    for order in bundled_orders():
        reading = read_order([TextField("title", order.title), TextField("text", order.text)], catalog)
        for quote in quotes_of_order(reading):
            assert getattr(order, quote.field)[quote.start : quote.end] == quote.text
            quotes += 1
        assert all(mention.occupation in catalog.occupations for mention in reading.occupations)
        jobs += bool(reading.occupations)
    assert min(jobs, quotes) > len(bundled_orders()) / 2
