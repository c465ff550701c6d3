"""Clauses that name nothing and speak of what stands before them: "Excel? Det er ikke et krav"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from taxonomy.reading.cue import HARD, SOFT, WAIVED, WEAKER, CueInText
from taxonomy.reading.moods.contrast import overrules
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word, clause_start

_OPENING = word_set("references", "opening")
_NEW_SENTENCE = word_set("references", "new_sentence")
_WHETHER = word_set("references", "whether")
_CONDITION = word_set("references", "condition")
_LEADS = word_set("references", "leads")
_JOINING = word_set("references", "joining")
_NO_MATTER = frozenset({"uanset", "whatever", "regardless"})
_WITHOUT = frozenset({"mangle", "mangler"})
_WHICH = frozenset({"hvilket", "which"})  # "du har arbejdet i et bogtrykkeri, hvilket er en fordel"
_COPULAS = frozenset({"er", "is", "are", "kraeves", "forventes", "oenskes", "foretraekkes"})
_AND_SO = frozenset({"og", "saa", "men", "and", "so", "but"})
_IT = frozenset({"det", "den", "dem", "it", "them"})
_SMALL = word_set("contrast", "between") | word_set("references", "opening") | word_set("negation", "subjects")
_AND = frozenset({"og", "samt", "and"})
_ARTICLES = frozenset({"en", "et", "a", "an"})
_OTHERS = word_set("references", "others")
_PERHAPS, _RATHER = "maaske", frozenset({"gerne", "helst"})
_NOTHING_OF_ITS_OWN = frozenset({"da", "det", "dem", "den", "for", "hvis", "naar", "nu", "saa", "tak", "ogsaa", "men"})
_TAIL = 3  # words behind the cue; more of them speak of something else
# What was said, what is then said of it -> what both amount to.
_TOGETHER = {
    (None, HARD): HARD, (None, SOFT): SOFT, (None, WAIVED): WAIVED, ("asked", HARD): HARD, ("asked", WAIVED): WAIVED,
    (WAIVED, SOFT): SOFT, (SOFT, WAIVED): SOFT, (SOFT, HARD): HARD, (HARD, WAIVED): SOFT,
}  # fmt: skip


def referred(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """The meanings with what later clauses say of the things before them."""
    meant = list(said)
    for cue in _references(words, spans, cues):
        for place in _antecedents(words, spans, cue):
            before = meant[place]
            if "(" in words[cue.first].gap or overrules(words, cue):
                meant[place] = cue.cue.meaning
            elif cue.cue.meaning == WAIVED and _opening(words, spans[place]) in _WHETHER:
                meant[place] = WAIVED
            elif before == WAIVED and cue.cue.meaning == SOFT and _may_be_lacking(words, spans[place]):
                continue  # "skulle man mangle truck, er det fint"
            elif before == WAIVED and cue.cue.meaning == HARD and _but_only(words, cue):
                meant[place] = HARD
            elif before == HARD and cue.cue.meaning == SOFT and _weakens(words, spans[place], cue):
                meant[place] = SOFT
            else:
                meant[place] = _TOGETHER.get((before, cue.cue.meaning), before)
    return meant


def _references(words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText]) -> Iterator[CueInText]:
    """The first cue of each clause that names nothing and refers to what stands before it."""
    naming = {words[span.first].clause for span in spans} | {words[span.last].clause for span in spans}
    for clause, group in groupby(cues, key=lambda cue: words[cue.first].clause):
        said = list(group)
        cue = next((one for one in said if one.cue.meaning in WEAKER), said[0])
        if clause not in naming and (cue.cue.after or _ends_clause(words, cue)) and _refers(words, spans, cue):
            yield cue


def _refers(words: Sequence[Word], spans: Sequence[Span], cue: CueInText) -> bool:
    clause = words[cue.first].clause
    start = clause_start(words, cue.first)
    behind = [word for word in words[cue.last + 1 : cue.last + 2 + _TAIL] if word.clause == clause]
    if cue.last + 1 < len(words) and _goes_on(words, cue) and not _goes_on_about_it(words, spans, cue):
        return False
    # "måske gartner, måske bare glad for planter", "truck, gerne tidligere soldat"
    of_something_else = behind and words[cue.last].key in _RATHER and behind[0].key not in _NOTHING_OF_ITS_OWN
    if len(behind) > _TAIL or of_something_else or (start == cue.first and words[start].key == _PERHAPS):
        return False
    bracketed = "(" in words[cue.first].gap and (cue.last + 1 >= len(words) or ")" in words[cue.last + 1].gap)
    if not bracketed and any(words[span.first].clause == clause + 1 and cue.cue.before for span in spans):
        return False
    if start and words[start - 1].sentence != words[start].sentence:
        if _of_them(words, start):
            return True
        asked = "?" in words[start].gap
        return "\n" not in words[start].gap and (asked or words[start].key in _NEW_SENTENCE)
    return start == cue.first or (words[start].key in _OPENING and not _has_a_subject(words, start, cue))


def _of_them(words: Sequence[Word], start: int) -> bool:
    """ "Kørekort og truck. Ingen af delene behøves"."""
    return [word.key for word in words[start + 1 : start + 3]] in (["af", "delene"], ["af", "dem"], ["of", "them"])


def _has_a_subject(words: Sequence[Word], start: int, cue: CueInText) -> bool:
    """ "Kørekort kræves, men bil stilles til rådighed": the clause says it of something that nobody asks for."""
    if words[start].key not in BUT | _AND or start + 1 >= cue.first:
        return False
    word = words[start + 1]
    if word.key in _OTHERS:
        return True  # "og nyuddannede er lige så velkomne"
    if words[start].key in _AND:  # "er engelsk nødvendigt, og et tredje sprog er et plus"
        return word.key in _ARTICLES and start + 2 < cue.first and words[cue.first].key not in _ARTICLES
    return len(word.key) > 2 and word.key not in _SMALL and words[cue.first].key not in _SMALL - _COPULAS


def _ends_clause(words: Sequence[Word], cue: CueInText) -> bool:
    return cue.last + 1 >= len(words) or words[cue.last + 1].clause != words[cue.last].clause


def _goes_on(words: Sequence[Word], cue: CueInText) -> bool:
    after = words[cue.last + 1]
    return after.sentence == words[cue.last].sentence and after.key in _LEADS


def _goes_on_about_it(words: Sequence[Word], spans: Sequence[Span], cue: CueInText) -> bool:
    """ "Vi bruger GIS, og det er en fordel, hvis du har set det": the rest names nothing but what was named."""
    start, sentence = clause_start(words, cue.first), words[cue.last].sentence
    rest = [word.key for word in words[cue.last + 1 :] if word.sentence == sentence]
    names = any(span.first > cue.last and words[span.first].sentence == sentence for span in spans)
    return words[start].key in _AND_SO and not names and not _IT.isdisjoint(rest)


def _antecedents(words: Sequence[Word], spans: Sequence[Span], cue: CueInText) -> list[int]:
    """The things of the last clause that names any, in the same or the sentence before."""
    earlier = [place for place, span in enumerate(spans) if span.last < cue.first]
    if not earlier:
        return []
    nearest = words[spans[earlier[-1]].last]
    start = clause_start(words, cue.first)
    opens = not start or words[start - 1].sentence != words[start].sentence
    if nearest.sentence != words[cue.first].sentence and not opens:
        return []  # "Bor du tæt på, er det rart" speaks of its own first clause
    if words[cue.first].sentence - nearest.sentence > 1 or words[cue.first].clause - nearest.clause > 2:
        return []
    joined = [earlier[-1]]
    while joined[0] and _side_by_side(words, spans[joined[0] - 1], spans[joined[0]]):
        joined.insert(0, joined[0] - 1)
    return joined


def _side_by_side(words: Sequence[Word], one: Span, other: Span) -> bool:
    """ "Kran og truck", one and the same thing said twice."""
    between = words[one.last + 1 : other.first]
    return words[one.last].clause == words[other.first].clause and all(word.key in _JOINING for word in between)


def _may_be_lacking(words: Sequence[Word], span: Span) -> bool:
    return _lacks(words, span) or _whatever_it_is(words, span)


def _but_only(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Ikke et ønske, men et krav": nothing else in the clause."""
    start = clause_start(words, cue.first)
    return words[start].key in BUT and cue.first == start + 1 and _ends_clause(words, cue)


def _weakens(words: Sequence[Word], span: Span, cue: CueInText) -> bool:
    return _is_condition(words, span) or words[clause_start(words, cue.first)].key in _WHICH


def _is_condition(words: Sequence[Word], span: Span) -> bool:
    """ "Har du Excel, er det en fordel"."""
    # "Har egen bil" may itself be what is read: the word before it is looked at no further back than the clause.
    start = clause_start(words, span.first)
    start += words[start].key in BUT | _JOINING and start < span.first
    return words[start].key in _CONDITION and start < span.first


def _opening(words: Sequence[Word], span: Span) -> str:
    return words[clause_start(words, span.first)].key


def _lacks(words: Sequence[Word], span: Span) -> bool:
    """What is said of the thing's clause is said of being without it."""
    start = clause_start(words, span.first)
    return any(word.key in _WITHOUT for word in words[start : span.first])


def _whatever_it_is(words: Sequence[Word], span: Span) -> bool:
    """ "Uanset om du er tømrer, elektriker eller noget helt tredje, er du velkommen"."""
    sentence = words[span.first].sentence
    return any(word.key in _NO_MATTER and word.sentence == sentence for word in words[: span.first])
