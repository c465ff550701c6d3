"""Which kind of order the words say that it is: "Fritidsjob efter skole", "kontorelev", "stillingen er et fleksjob"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.words import Word, clause_start

_ARTICLES, _IS = frozenset({"et", "en", "a", "an"}), frozenset({"er", "soeges", "tilbyder", "is"})
_OPENING = 1  # words before the kind in a sentence that opens with it: "Nyt fritidsjob"


def kind_told(words: Sequence[Word], *, heading: bool) -> str | None:
    """The key of the one kind of order that the words name; None where they name none or several."""
    found = set(_kinds(words, heading=heading))
    return found.pop() if len(found) == 1 else None


def _kinds(words: Sequence[Word], *, heading: bool) -> Iterator[str]:
    for match in _index(heading=heading).find(words):
        clause = range(clause_start(words, match.first), match.first)
        if (
            _stands_alone(words, match.first, match.last)
            and (heading or _is_said(words, match.first))
            and not any(is_negator(words, at) for at in clause)
        ):
            yield match.payloads[0]
    if heading:
        yield from filter(None, (_of_compound(words, at) for at in range(len(words))))


def _stands_alone(words: Sequence[Word], first: int, last: int) -> bool:
    """No "elev- og lærlingekoordinator", no "kontorelev? nej" and no "7-eleven"."""
    behind = words[last + 1].gap if last + 1 < len(words) else ""
    numbered = first > 0 and words[first].gap == "-" and words[first - 1].key.isdecimal()
    return behind != "-" and "?" not in behind and not numbered


def _of_compound(words: Sequence[Word], at: int) -> str | None:
    """ "Kontorelev" by its longest end: a voksenelev is no elev."""
    ends = [(end, kind) for end, kind in _ends() if words[at].key.endswith(end) and _stands_alone(words, at, at)]
    return max(ends, key=lambda one: len(one[0]), default=("", None))[1]


def _is_said(words: Sequence[Word], index: int) -> bool:
    """The text opens with it, or says that the job is one."""
    sentence = words[index].sentence
    before = [word.key for word in words[max(0, index - 2) : index] if word.sentence == sentence]
    opens = len(before) <= _OPENING and sentence == words[0].sentence
    return opens or (len(before) > 1 and before[0] in _IS and before[1] in _ARTICLES)


@cache
def _tables() -> dict[str, dict[str, object]]:
    return dict(TaxonomyFile(DATA / "reading" / "kinds_told.toml").tables(required=frozenset({"words", "heading"})))


@cache
def _index(*, heading: bool) -> PhraseIndex[str]:
    columns = ("words", "heading") if heading else ("words",)
    return PhraseIndex(
        (wording, kind)
        for kind, table in _tables().items()
        for column in columns
        for wording in comma_list(str(table[column]))
    )


@cache
def _ends() -> tuple[tuple[str, str], ...]:
    """The last parts of compounds."""
    ends = [(fold(word), kind) for kind, table in _tables().items() for word in comma_list(str(table["heading"]))]
    return tuple((end, kind) for end, kind in ends if " " not in end)
