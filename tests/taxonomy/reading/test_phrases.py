"""Phrases are found the same however they are kept, and cut the same alone and together."""

from hypothesis import given
from hypothesis import strategies as st

from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.words import cut

WORDS = st.sampled_from(["krav", "et", "er", "ikke", "at", "du", "har", "m", "f.eks", "C/E", "2", "æble"])
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12)


@given(PHRASES, st.lists(WORDS, max_size=12))
def test_composed_phrases_are_found_as_any_others(phrases: list[str], text: list[str]) -> None:
    pairs = [(phrase, len(phrase) % 3) for phrase in phrases]
    words = cut(" ".join(text))

    assert PhraseIndex(pairs, composed=True).find(words) == PhraseIndex(pairs).find(words)


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.integers(0, 2))
def test_a_phrase_is_found_where_it_stands_alone(phrase: str, payload: int) -> None:
    words = cut(phrase)

    (found,) = PhraseIndex([(phrase, payload)], inflected=False).find(words)

    assert (found.first, found.last, found.payloads) == (0, len(words) - 1, (payload,))
