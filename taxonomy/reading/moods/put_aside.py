"""What is put aside without a word of demanding: "kun for chefen", "kørekort? nej", "truck eller ej"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from taxonomy.reading.cue import HARD, SOFT, CueInText
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_NOT, _NO = word_set("denials", "not"), word_set("denials", "no")
_NOT_DENIED = word_set("denials", "not_denied")
_FILLERS = word_set("denials", "fillers")
_NEAR = 5  # words between a thing and what puts it aside
_ANSWER = 3  # words of an answer in which the denial stands
_ONLY, _ONLY_IF = "kun", ("kun", "hvis")
_FOR_WHOM = word_set("only_for", "for_whom")
_NEEDED = word_set("only_for", "needed")
_ROLES = tuple(word_set("only_for", "roles"))
_ALONE = frozenset({"kun", "alene", "only"})
_SOMEBODY = 7  # words between a thing and the one who alone needs it
_ONLY_NEAR = 2  # words between a thing and its "kun for"
_LESS_NEAR = 4  # words between "end" and what weighs less: "end en med svendebrev"
_THAN, _RATHER = frozenset({"end", "than"}), frozenset({"hellere", "snarere", "rather"})
_MORE, _WEIGHING = word_set("denials", "more"), word_set("denials", "weighing")
_LYING = frozenset({"ligge", "falde", "blive", "vaere", "fare", "hvile", "udgaa", "gaa"})
_SET_APART, _SHORT = ("-", "–", ":"), 8  # words of a remark behind what is set apart
_TRAINED, _UNTRAINED = word_set("denials", "trained"), word_set("denials", "untrained")
_OR = frozenset({"eller", "el", "or"})
_OR_NEAR = 3  # words between a trade and "uddannet eller oplært"
_ANSWERING = word_set("only_for", "answering")
_PERHAPS = "maaske"
_FRAGMENT, _REPLY = 3, 12  # words beside what is asked about, words of the reply
_SENTENCE = 20  # words between the start of a sentence and the thing
_LACKING_OF = frozenset({"uden", "undvaere", "undvaeres", "mangle", "without"})


def put_aside(words: Sequence[Word], span: Span, cues: Sequence[CueInText], meaning: str | None) -> bool:
    """Whether the words put aside what a cue, if any, demands or wishes for."""
    if meaning == SOFT:
        aside = (_weighed_against_another, _answered_no)
        return any(said(words, span) for said in aside)
    return meaning in {None, HARD} and (
        _weighs_less(words, span)
        or _answered_no(words, span)
        or _unanswered(words, span, cues)
        or _either_way(words, span)
        or _only_for_some(words, span)
        or _let_be(words, span)
        or _so_no(words, span)
    )


def _only_for_some(words: Sequence[Word], span: Span) -> bool:
    """ "Kun hvis man vil lede holdet, skal man have truck", "attest kun for dem i receptionen"."""
    clause, sentence = words[span.last].clause, words[span.last].sentence
    near = [word for word in words[span.last + 1 : span.last + 4 + _ONLY_NEAR] if word.sentence == sentence]
    behind = [word.key for word in near if word.clause == clause and word.key not in _NEEDED]
    if any(one == _ONLY and other in _FOR_WHOM for one, other in pairwise(behind[:-1])):
        return True
    if _only_somebody_else(words, span):
        return True
    ahead = words[max(0, span.first - _SENTENCE) : span.first]
    before = [word.key for word in ahead if word.sentence == sentence]
    return any(pair == _ONLY_IF for pair in pairwise(before[:-1]))


def _only_somebody_else(words: Sequence[Word], span: Span) -> bool:
    """ "Skal kun bruges af holdlederen", "det er kun sjakbajsen, der behøver truck"."""
    near = words[max(0, span.first - _SOMEBODY) : span.last + 1 + _SOMEBODY]
    keys = [word.key for word in near if word.sentence == words[span.first].sentence]
    return any(
        key in _ALONE and any(one.endswith(_ROLES) for one in keys[at + 1 : at + 1 + _ONLY_NEAR + 1])
        for at, key in enumerate(keys)
    )


def _answered_no(words: Sequence[Word], span: Span) -> bool:
    """ "Er truck nødvendigt? Overhovedet ikke", "kørekort? Kun hvis man har lyst": a short answer that denies."""
    end = span.last + 1
    while end < len(words) and words[end].sentence == words[span.last].sentence:
        end += 1
    if end >= len(words) or "?" not in words[end].gap:
        return False
    answer = [word.key for word in words[end : end + _ANSWER] if word.clause == words[end].clause]
    if tuple(answer[:2]) == _ONLY_IF:
        return True
    question = {word.key for word in words[span.first : end]} | {words[max(0, span.first - 1)].key}
    if answer[:1] and answer[0] in _NO:
        return _LACKING_OF.isdisjoint(question)  # "kan de undvære truck? nej"
    denied = next((place for place, _ in enumerate(answer) if is_negator(words, end + place)), None)
    return denied is not None and answer[denied] in _NOT | _NO and not _NOT_DENIED.intersection(answer[denied + 1 :])


def _unanswered(words: Sequence[Word], span: Span, cues: Sequence[CueInText]) -> bool:
    """ "ADR? Det har de andre", "kørekort? uklart": asked about, and no answer that says yes or wishes."""
    sentence = words[span.first].sentence
    alone = all(
        words[at].sentence != sentence or span.first <= at <= span.last or words[at].key in _FILLERS
        for at in range(max(0, span.first - _FRAGMENT), min(len(words), span.last + 1 + _FRAGMENT))
    )
    places = range(span.last + 1, min(len(words), span.last + 1 + _REPLY))
    behind = [at for at in places if words[at].sentence > sentence]
    if not alone or not behind or "?" not in words[behind[0]].gap or "\n" in words[behind[0]].gap:
        return False
    reply = [at for at in behind if words[at].sentence == words[behind[0]].sentence]
    said = any(cue.cue.meaning in {HARD, SOFT} and cue.first in reply for cue in cues)
    return not said and _ANSWERING.isdisjoint(words[at].key for at in reply)


def _weighed_against_another(words: Sequence[Word], span: Span) -> bool:
    """ "Du er måske gartner, måske bare glad for planter": neither is asked for."""
    sentence, before = words[span.first].sentence, words[max(0, span.first - 2) : span.first]
    if not any(word.key == _PERHAPS and word.sentence == sentence for word in before):
        return False
    behind = words[span.last + 1 : span.last + 1 + _REPLY]
    return any(word.key == _PERHAPS and word.sentence == sentence for word in behind)


def _weighs_less(words: Sequence[Word], span: Span) -> bool:
    """ "Hellere en stærk fyr end en med svendebrev", "stabilitet tæller mere end truck"."""
    near = range(span.first - 1, max(-1, span.first - 1 - _LESS_NEAR), -1)
    than = next((at for at in near if words[at].key in _THAN), None)
    if than is None or words[than].sentence != words[span.first].sentence or words[than + 1].key in _LACKING_OF:
        return False
    before = [word.key for word in words[max(0, than - _SENTENCE) : than] if word.sentence == words[than].sentence]
    more = before[-1:] and before[-1] in _MORE and not _WEIGHING.isdisjoint(before)
    return not _RATHER.isdisjoint(before) or bool(more)


def _let_be(words: Sequence[Word], span: Span) -> bool:
    """ "Lad bare kørekortet ligge"."""
    near = words[max(0, span.first - _NEAR) : span.last + 1 + _NEAR]
    clause = [word.key for word in near if word.clause == words[span.last].clause]
    return "lad" in clause and not _LYING.isdisjoint(clause[clause.index("lad") :])


def _so_no(words: Sequence[Word], span: Span) -> bool:
    """ "Børneattest - kun voksne beboere, så nej", "tysk: nope"."""
    behind = words[span.last + 1 : span.last + 1 + _SENTENCE]
    if not behind or not behind[0].gap.strip().startswith(_SET_APART):
        return False
    own = [word for word in behind if word.sentence == behind[0].sentence]
    last = own[-1].key in _NO and not (len(own) > 1 and own[-2].key in _NOT)
    return last and len(own) <= _SHORT


def or_untrained(words: Sequence[Word], span: Span) -> bool:
    """ "Klinikassistent, uddannet eller oplært": training counts and is not needed."""
    sentence = words[span.first].sentence
    near = words[max(0, span.first - _OR_NEAR) : span.last + 2 + _OR_NEAR]
    keys = [word.key for word in near if word.sentence == sentence]
    return any(
        one in _OR and other in _UNTRAINED and not _TRAINED.isdisjoint(keys[:place])
        for place, (one, other) in enumerate(pairwise(keys))
    )


def _either_way(words: Sequence[Word], span: Span) -> bool:
    """ "Truck eller ej, alle er velkomne"."""
    behind = [word.key for word in words[span.last + 1 : span.last + 3] if word.clause == words[span.last].clause]
    return len(behind) == 2 and behind[0] in _OR and behind[1] in _NOT
