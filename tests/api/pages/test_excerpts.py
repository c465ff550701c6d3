"""Words found are marked where they stand, in a stretch of whole words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.pages.excerpts import excerpt, marked
from indexer.engines.highlighting import highlights
from taxonomy.language import analyse


def shown(pieces: tuple[object, ...]) -> str:
    return "".join(str(getattr(piece, "text", "")) for piece in pieces)


def test_marks_stand_on_the_words_in_every_form() -> None:
    text = "Lagermedarbejderen kører truck. Truckførere søges på lageret."
    pieces = marked(text, highlights(text, analyse("truckfører")))
    assert [piece.text for piece in pieces if piece.mark] == ["truck", "Truckførere"]
    assert shown(pieces) == text


def test_a_long_text_is_shown_around_the_first_word_found() -> None:
    text = "Vi er glade for folk. " * 20 + "Vi søger en kok med svendebrev. " + "Kantinen er ny. " * 20
    pieces = excerpt(text, highlights(text, analyse("kokke")))
    assert shown(pieces).startswith("… ")
    assert shown(pieces).endswith(" …")
    assert [piece.text for piece in pieces if piece.mark] == ["kok"]
    assert len(shown(pieces)) < 220
    assert excerpt(text, ()) == ()


@given(st.text(alphabet="ab -.\n", max_size=400), st.integers(0, 50))
def test_an_excerpt_is_a_stretch_of_the_text_that_holds_the_first_word(text: str, skipped: int) -> None:
    words = text.split()
    if not words:
        return
    start = text.index(words[0])
    spans = [(start, start + len(words[0]))]
    pieces = excerpt(text, spans)
    assert shown(pieces).removeprefix("… ").removesuffix(" …") in text
    assert words[0] in shown(pieces)
