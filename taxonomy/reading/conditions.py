"""What only holds on a condition: "er du fyldt 25, får du voksenløn" sets no age."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.references import clause_start
from taxonomy.reading.span import Span
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_OPENING = word_set("conditions", "opening")
_CONSEQUENCE = word_set("conditions", "consequence")
_WELCOME = word_set("conditions", "welcome")
_PERSON = frozenset({"du", "man", "de", "i", "you"})
_ALLOWED = frozenset({"kan", "faar", "slipper", "bliver", "tjener", "can", "get"})
_BEGINNING = frozenset({"starte", "begynde", "soege", "start", "begin", "apply"})  # the job itself is no reward
_NOT = word_set("denials", "not")
_AHEAD = word_set("conditions", "ahead")
_NEAR = 4  # words behind the verb and its subject
_CONSEQUENT = 2  # words: the verb and its subject
_REACH = 25  # words looked at on either side


def is_condition(words: Sequence[Word], index: int) -> bool:
    """Whether the word stands in an if-clause whose consequence is pay or a welcome, not a demand."""
    sentence = words[index].sentence
    start = index
    while start and words[start - 1].sentence == sentence and index - start < _REACH:
        start -= 1
    behind = words[index + 1 : index + 1 + _REACH]
    if _is_welcome(words[index], behind):
        return True
    if words[start].key not in _OPENING:
        return False
    clause = words[index].clause
    following = next((word for word in behind if word.clause > clause and word.sentence == sentence), None)
    return following is not None and following.key in _CONSEQUENCE


def _is_welcome(word: Word, behind: Sequence[Word]) -> bool:
    """ "Elever over 25 er også velkomne" and "Over 25 år? Også velkommen"."""
    near = [other for other in behind[:6] if other.sentence - word.sentence <= 1 and other.clause - word.clause <= 1]
    return any(other.key in _WELCOME for other in near) and any(other.key in {"ogsaa", "too", "also"} for other in near)


def _answered_with_a_reward(words: Sequence[Word], span: Span) -> bool:
    """ "Kan du svømme? Så kan du følge med i svømmehallen"."""
    behind = [word for word in words[span.last + 1 : span.last + 5] if word.sentence == words[span.last].sentence + 1]
    keys = [word.key for word in behind[:3]]
    asked = bool(behind) and "?" in behind[0].gap
    return asked and keys[:1] == ["saa"] and len(keys) > 2 and keys[1] in _ALLOWED and keys[2] in _PERSON


def only_rewarded(words: Sequence[Word], span: Span) -> bool:
    """ "Har du kørekort, kan du komme med på messe": an if-clause whose consequence is something one gets or may do."""
    if _answered_with_a_reward(words, span):
        return True
    start = clause_start(words, span.first)
    if words[start].key not in _OPENING or start + 1 >= len(words) or words[start + 1].key not in _PERSON:
        return False
    if "?" in words[start].gap or words[start].clause != words[span.last].clause:
        return False
    behind = [word for word in words[span.last + 1 : span.last + 1 + _REACH] if word.clause == words[start].clause + 1]
    keys = [word.key for word in behind]
    if len(keys) < _CONSEQUENT or behind[0].sentence != words[start].sentence or "?" in behind[0].gap:
        return False
    if keys[1] in _PERSON and not _AHEAD.isdisjoint(keys[2 : 2 + _NEAR]):
        return True  # "har du siddet med Navision, kommer du hurtigere i gang"
    return keys[0] in _ALLOWED and keys[1] in _PERSON and not (_NOT | _BEGINNING).intersection(keys)
