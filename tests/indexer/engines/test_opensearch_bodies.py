"""What is sent to a cluster, whole: the form of an index, documents, clauses."""

from __future__ import annotations

import pytest

from indexer.engines.contract import AnyOf, Between, NoneOf, SearchQuery, Within
from indexer.engines.opensearch import changes
from indexer.engines.opensearch.clauses import MOST_CLAUSES, passing, query_clauses, scored
from indexer.engines.opensearch.index_form import fingerprint, index_body
from indexer.engines.tokens import indexed_word, token_name
from tests.contracts.documents import NORDHAVN, SCHEMA, document, vector, words

TRUCK = indexed_word(token_name("truck"))
ALIVE = {"term": {"state": "alive"}}


def test_the_form_of_an_index_is_strict_and_holds_the_fields_of_the_collection() -> None:
    mappings = index_body(SCHEMA)["mappings"]
    assert mappings["dynamic"] == "strict"
    assert mappings["_source"] == {"enabled": False}
    assert mappings["properties"]["keywords"] == {
        "properties": {"trade": {"type": "keyword"}, "occupation": {"type": "keyword"}}
    }
    assert mappings["properties"]["numbers"] == {
        "properties": {"hours": {"type": "double"}, "start": {"type": "double"}}
    }
    assert mappings["properties"]["vector"]["dimension"] == 16
    assert mappings["properties"]["vector"]["method"]["engine"] == "lucene"


def test_another_schema_has_another_fingerprint() -> None:
    other = type(SCHEMA)("cvs", SCHEMA.token_fields, SCHEMA.keyword_fields, ("hours",), SCHEMA.dimensions)
    assert fingerprint(other) != fingerprint(SCHEMA) == fingerprint(SCHEMA)


def test_the_words_of_a_document_are_not_readable_in_the_cluster() -> None:
    given = document(
        "C-1", 7, title="truck", text="truck", trade="lager", hours=-0.0, position=NORDHAVN, vector=vector(1)
    )
    sent = changes.put(given, SCHEMA)
    assert {name: value for name, value in sent.fields.items() if name != "vector"} == {
        "id": "C-1",
        "state": "alive",
        "sequence": 7,
        "words": f"{TRUCK}|4",
        "keywords": {"trade": ["=lager"], "occupation": []},
        "numbers": {"hours": 0.0},
        "latitude": NORDHAVN[0],
        "longitude": NORDHAVN[1],
    }
    assert sent.fields["vector"] == pytest.approx(vector(1).tolist())
    assert '"version": 7, "version_type": "external_gte"' in sent.lines()


def test_an_id_that_the_cluster_cannot_keep_is_refused() -> None:
    with pytest.raises(ValueError, match="500 bytes"):
        changes.put(document("x" * 501), SCHEMA)


def test_words_and_keywords_are_scored_and_filters_are_not() -> None:
    query = SearchQuery(words=words("truck truck"), keywords=(("trade", "lager", 6.0), ("trade", "kok", 0.0)))
    clause = {
        "bool": {
            "should": [
                {"constant_score": {"filter": {"term": {"keywords.trade": "=lager"}}, "boost": 6.0}},
                {"term": {"words": {"value": TRUCK, "boost": 4.4}}},
            ],
            "minimum_should_match": 1,
        }
    }
    assert query_clauses(query).parts == (clause,)
    assert query_clauses(query).any == clause
    assert scored(clause, ()) == clause
    assert scored(clause, (NoneOf("trade", ("kok",)),)) == {
        "bool": {"filter": [ALIVE], "must_not": [{"terms": {"keywords.trade": ["=kok"]}}], "must": [clause]}
    }


def test_more_words_than_a_cluster_takes_are_asked_in_parts() -> None:
    query = SearchQuery(words=tuple((f"ord{number}", 1.0) for number in range(2 * MOST_CLAUSES + 1)))
    assert [len(part["bool"]["should"]) for part in query_clauses(query).parts] == [MOST_CLAUSES, MOST_CLAUSES, 1]
    assert len(query_clauses(query).any["bool"]["should"][0]["terms"]["words"]) == 2 * MOST_CLAUSES + 1


def test_filters_are_clauses() -> None:
    missing = {"bool": {"must_not": [{"exists": {"field": "numbers.hours"}}]}}
    within = {"range": {"numbers.hours": {"gte": 20.0}}}
    filters = (AnyOf("trade", ("lager",)), Between("hours", 20, or_missing=True), Between("start"))
    assert passing(filters) == {
        "bool": {
            "filter": [
                ALIVE,
                {"terms": {"keywords.trade": ["=lager"]}},
                {"bool": {"should": [within, missing], "minimum_should_match": 1}},
                {"exists": {"field": "numbers.start"}},
            ],
            "must_not": [],
        }
    }


@pytest.mark.parametrize(
    ("circle", "ranges"),
    [
        (Within(*NORDHAVN, 10), ["latitude", "longitude"]),
        (Within(89.9, 0, 100), ["latitude"]),
        (Within(0, 179.9, 100), ["latitude"]),
    ],
)
def test_a_circle_is_a_box_and_a_distance_and_no_box_cuts_it(circle: Within, ranges: list[str]) -> None:
    clauses = passing((circle,))["bool"]["filter"][1:]
    assert [next(iter(clause["range"])) for clause in clauses[:-1]] == ranges
    assert clauses[-1]["script"]["script"]["params"]["km"] == circle.km
