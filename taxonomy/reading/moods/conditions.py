"""What only holds on a condition: "er du fyldt 25, får du voksenløn" sets no age."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import WAIVED, CueInText
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word, clause_start

_OPENING = word_set("conditions", "opening")
_CONSEQUENCE = word_set("conditions", "consequence")
_PERSON = frozenset({"du", "man", "de", "i", "you"})
_CONJUNCTIONS = BUT | frozenset({"og", "saa", "for", "eller", "and", "so"})
_SO = frozenset({"saa", "so", "then"})
_FINITE = word_set("told", "finite")
_NO_VERBS = frozenset({"eller", "men", "der", "hvor", "her", "naar", "foer"})
_INVITING = word_set("conditions", "inviting")
_OF_AGE = frozenset({"fyldt"})
_NOT = word_set("denials", "not")
_USE = word_set("conditions", "use")
_HARM = word_set("conditions", "harm")
_ONLY_IF = frozenset({"hvis", "saafremt", "bare", "blot", "if"})
_INSTEAD_WITHIN = 6  # words
_REACH = 25  # words looked at on either side


def is_condition(words: Sequence[Word], index: int) -> bool:
    """Whether the word stands in an if-clause whose consequence is pay or a welcome, not a demand."""
    sentence = words[index].sentence
    start = index
    while start and words[start - 1].sentence == sentence and index - start < _REACH:
        start -= 1
    behind = words[index + 1 : index + 1 + _REACH]
    if words[start].key not in _OPENING:
        return False
    clause = words[index].clause
    following = next((word for word in behind if word.clause > clause and word.sentence == sentence), None)
    return following is not None and following.key in _CONSEQUENCE


def only_welcomed(words: Sequence[Word], span: Span) -> bool:
    """ "Har du kørekort, kan du komme med på messe", "taler du farsi, jubler vi": nobody supposes what he demands.

    A condition of the job itself is none: "er du tømrer, så ring".
    """
    if any(word.key in _OF_AGE for word in words[span.first : span.last + 1]):
        return False
    start = clause_start(words, span.first)
    start += words[start].key in _CONJUNCTIONS and start < span.first
    if words[start].key not in _OPENING or start + 1 >= len(words) or words[start + 1].key not in _PERSON:
        return False
    main = _main_clause(words, start, span)
    before = {word.key for word in words[start : span.last + 1]}
    return bool(main) and _NOT.isdisjoint(before) and _INVITING.isdisjoint(main)


def is_no_use(words: Sequence[Word], span: Span) -> bool:
    """ "Har du kran, er det ikke noget, vi får brug for": what follows from having it denies that it is needed."""
    start = clause_start(words, span.first)
    if words[start].key not in _OPENING or start + 1 >= len(words) or words[start + 1].key not in _PERSON:
        return False
    if any(word.key in _NOT for word in words[start : span.last + 1]):
        return False  # "har du ikke truck, behøver du ikke søge"
    behind = words[span.last + 1 : span.last + 1 + _REACH]
    said = {word.key for word in behind if word.sentence == words[span.last].sentence}
    return bool(said & _NOT) and bool(said & _USE) and _HARM.isdisjoint(said) and BUT.isdisjoint(said)


def stands_instead(words: Sequence[Word], span: Span, spans: Sequence[Span], cues: Sequence[CueInText]) -> bool:
    """ "Dansk er ikke et krav, hvis du taler engelsk": what takes the place of what is waived is demanded."""
    near = range(max(0, span.first - _INSTEAD_WITHIN), span.first)
    opening = next((at for at in near if words[at].key in _ONLY_IF), None)
    if opening is None or words[opening].sentence != words[span.last].sentence:
        return False
    clause = [
        word.key for word in words[opening : span.last + _INSTEAD_WITHIN] if word.clause == words[span.last].clause
    ]
    waived = any(
        cue.cue.meaning == WAIVED and cue.first < opening <= cue.last + 2
        and any(one.last < cue.first and words[one.first].sentence == words[opening].sentence for one in spans)
        for cue in cues
    )  # fmt: skip
    behind = [cue for cue in cues if cue.first > span.last and words[cue.first].sentence == words[opening].sentence]
    wished = any(cue.cue.meaning != WAIVED for cue in behind)
    return waived and not wished and _NOT.isdisjoint(clause) and words[opening - 1].key not in BUT


def _main_clause(words: Sequence[Word], start: int, span: Span) -> list[str]:
    """What follows the whole condition, which may count things up: the first later clause that opens with its verb."""
    behind = range(span.last + 1, min(len(words), span.last + 1 + _REACH))
    opening = next((at for at in behind if _opens_a_main_clause(words, at)), None)
    if opening is None or words[opening].sentence != words[start].sentence:
        return []
    return [word.key for word in words[opening : opening + _REACH] if word.clause == words[opening].clause]


def _opens_a_main_clause(words: Sequence[Word], at: int) -> bool:
    if words[at].clause == words[at - 1].clause:
        return False
    verb = at + (words[at].key in _SO and at + 1 < len(words))
    return verb > at or words[at].key in _FINITE or (words[at].key.endswith("r") and words[at].key not in _NO_VERBS)
