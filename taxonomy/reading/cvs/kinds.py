"""Kinds of order that a CV's writer asks for or does not want."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.cue import CueInText
from taxonomy.reading.moods.referring import REFUSED, WISHED, said_of
from taxonomy.reading.span import Span
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

# Nobody opens a sentence with these but who seeks or has been granted them: "Fritidsjob efter skole."
_TOLD_BY_SEEKERS = frozenset({"fleksjob", "skaanejob", "fritidsjob", "loentilskud"})
_PUPILS = word_set("cv_kinds", "pupils")
_TAUGHT = word_set("cv_kinds", "taught")
_AT = frozenset({"i", "paa", "hos", "ved", "in", "at"})
_SHORTEST_START = 2  # letters before an ending; "elev" itself is a word


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_kinds.toml")


@cache
def _index(column: str) -> PhraseIndex[str]:
    tables = _file().tables(required=frozenset({"words", "endings", "said"}))
    phrases = [(wording, kind) for kind, table in tables for wording in comma_list(str(table[column]))]
    return PhraseIndex(phrases, inflected=column == "words")


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    tables = _file().content.items()
    found = [(fold(ending), kind) for kind, table in tables for ending in comma_list(str(table["endings"]))]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


def cv_kinds(words: Sequence[Word], cues: Sequence[CueInText], unsaid: str | None) -> Iterator[tuple[str, str]]:
    """(kind of order, "wished" or "refused"); `unsaid` is what a kind means that nothing is said of."""
    outright = [match for match in _index("said").find(words) if not _denied(words, match.first)]
    named = _named(words, {place for match in outright for place in range(match.first, match.last + 1)})
    said = said_of(words, [span for _, span in named], cues)
    for (kind, span), meaning in zip(named, said, strict=True):
        denied = REFUSED if _denied(words, span.first) else None
        alone = kind in _TOLD_BY_SEEKERS and _opens_a_note(words, span)
        if meant := meaning or denied or (WISHED if alone else unsaid):
            yield kind, meant
    yield from ((match.payloads[0], WISHED) for match in outright)


def _named(words: Sequence[Word], taken: set[int]) -> list[tuple[str, Span]]:
    """The kinds that other words name."""
    matches = (match for match in _index("words").find(words) if words[match.last].key not in _TAUGHT)
    found = [(match.payloads[0], Span(match.first, match.last)) for match in matches]
    found = [(kind, span) for kind, span in found if taken.isdisjoint(range(span.first, span.last + 1))]
    taken |= {place for _, span in found for place in range(span.first, span.last + 1)}
    for place, word in enumerate(words):
        if place not in taken and (kind := _ending(word.key)):
            found.append((kind, Span(place, place)))
    return sorted(found, key=lambda one: one[1].first)


def _ending(key: str) -> str | None:
    if key in _PUPILS | _TAUGHT:
        return None
    for ending, kind in _endings():
        if key.endswith(ending) and len(key) >= len(ending) + _SHORTEST_START:
            return kind
    return None


def _denied(words: Sequence[Word], first: int) -> bool:
    return first > 0 and words[first - 1].key in {"ikke", "ej", "not", "aldrig"}


def _opens_a_note(words: Sequence[Word], span: Span) -> bool:
    """A sentence begins with the kind, and not with where it is or was had: "fritidsjob på et apotek"."""
    opens = span.first == 0 or words[span.first - 1].sentence != words[span.first].sentence
    return opens and not (span.last + 1 < len(words) and words[span.last + 1].key in _AT)
