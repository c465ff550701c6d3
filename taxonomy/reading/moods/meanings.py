"""How the things of an order are meant: by the cues, by the words that ask, by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.cue import HARD, WAIVED, CueInText
from taxonomy.reading.findings import TextField
from taxonomy.reading.moods.conditions import is_no_use, only_welcomed, stands_instead
from taxonomy.reading.moods.cue_finding import ORDER_CUES, cues_in
from taxonomy.reading.moods.denials import with_bare_denials
from taxonomy.reading.moods.doing_without import doing_without
from taxonomy.reading.moods.governing_cue import meanings_of
from taxonomy.reading.moods.headings import under_headings
from taxonomy.reading.moods.pointing_back import referred
from taxonomy.reading.moods.put_aside import or_untrained
from taxonomy.reading.moods.sides import sided
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word, clause_start

TITLE, TEXT, MUST_HAVE, NICE_TO_HAVE = "title", "text", "must_have", "nice_to_have"
MENTIONED = "mentioned"  # named, but nobody asks for it
ASKED = "asked"  # a wish: the words ask, but do not say how strongly
_LIKEWISE = frozenset({"ligeledes", "ligesaa", "ditto", "likewise", "ogsaa"})
_WHETHER = word_set("references", "whether")
_DENYING = word_set("negation", "negators") | frozenset({"ingenting", "ligegyldigt", "underordnet"})
_ONLY = frozenset({"kun", "bare", "blot", "men"})
_IF = frozenset({"hvis", "if", "saafremt"})
_IF_NEAR = 5  # words between a thing and whoever has it, if they do
_CONJUNCTIONS = BUT | frozenset({"saa", "og", "for", "so", "and"})
_OR = frozenset({"eller", "el", "or"})
_THAT = frozenset({"at", "that"})
_DECIDING = frozenset({"afgoer", "afgoerende", "vigtigt", "vigtig", "vil", "skal", "tjekker", "spoerger", "ser"})
_AHEAD = 12  # words looked at behind a whether-clause
_SAME = word_set("likewise", "same")
_IS = frozenset({"er", "is", "are", "goer", "skal", "does", "do"})
_ASIDE = 2  # clauses from the denial to what holds instead
_STRENGTH = ("excluded", "waived", "soft", "hard", ASKED)  # the strongest word on a list of alternatives first


def meanings(
    field: TextField,
    words: list[Word],
    spans: Sequence[Span],
    cues: Sequence[CueInText],
) -> list[str | None]:
    """What the cues say; where they are silent, whether the words ask at all."""
    cues = sided(words, spans, cues)
    said = _likewise(words, spans, cues, meanings_of(words, spans, cues))
    said = _whether(words, spans, cues, said)
    said = _as_subject(words, spans, cues, said)
    said = _elliptic(words, spans, cues, said)
    said = with_bare_denials(words, spans, cues, said)
    said = [
        "soft" if one in {None, "hard"} and or_untrained(words, span) else one
        for one, span in zip(said, spans, strict=True)
    ]
    said = doing_without(words, spans, under_headings(words, spans, cues, referred(words, spans, cues, said)))
    said = [
        HARD if one in {None, WAIVED, "soft"} and stands_instead(words, span, spans, cues) else one
        for one, span in zip(said, spans, strict=True)
    ]
    said = [
        "soft" if one is None and _on_condition(words, span) else one for one, span in zip(said, spans, strict=True)
    ]
    said = [
        WAIVED
        if one != "excluded" and is_no_use(words, span)
        else "soft"
        if one in {None, "hard"} and only_welcomed(words, span)
        else one
        for one, span in zip(said, spans, strict=True)
    ]
    if None not in said or field.name in {MUST_HAVE, NICE_TO_HAVE}:
        return said
    asking = meanings_of(words, spans, cues_in(words, ORDER_CUES, frozenset({ASKED})))
    return [meaning or asked for meaning, asked in zip(said, asking, strict=True)]


def _likewise(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: list[str | None]
) -> list[str | None]:
    """ "Dansk er et krav, engelsk ligeledes": meant as the thing before it."""
    settled = list(said)
    for index, span in enumerate(spans):
        after = span.last + 1
        if settled[index] is not None:
            continue
        if index and after < len(words) and words[after].key in _LIKEWISE:
            settled[index] = settled[index - 1]
        elif _is_the_same(words, span):
            settled[index] = _said_before(words, span, cues)
    return settled


def _whether(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """ "Vi er ligeglade med uddannelse og med, om man taler dansk": a whether-clause behind a waiver is waived too."""
    naming = {words[span.first].clause for span in spans}
    waivers = [
        cue for cue in cues if cue.cue.meaning == WAIVED and (cue.cue.before or words[cue.first].clause not in naming)
    ]
    return [
        WAIVED
        if meaning in {None, "hard"}
        and words[start := _opening(words, span)].key in _WHETHER
        and (
            any(cue.last < start and words[cue.last].sentence == words[start].sentence for cue in waivers)
            or _denied_behind(words, span)
            or _weighs_two(words, start)
        )
        else meaning
        for meaning, span in zip(said, spans, strict=True)
    ]


def _opening(words: Sequence[Word], span: Span) -> int:
    """The first word of the clause that is no conjunction: "så om du har kørekort, er os ligegyldigt"."""
    start = clause_start(words, span.first)
    # "Om dig: du er tømrer eller snedker": a heading opens no clause.
    start = next((at for at in range(span.first, start, -1) if ":" in words[at].gap), start)
    return start + (words[start].key in _CONJUNCTIONS and start + 1 < span.first)


def _as_subject(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """ "At du kender Navision, tæller med. At du kender SAP, gør ikke": what the clause behind says of it."""
    settled = list(said)
    for place, span in enumerate(spans):
        start = clause_start(words, span.first)
        opens = not start or words[start - 1].sentence != words[start].sentence
        if said[place] not in {None, "hard"} or not opens or words[start].key not in _THAT or "\n" in words[start].gap:
            continue
        own = words[span.last].clause
        verbs = [cue for cue in cues if words[cue.first].clause == own + 1 and cue.cue.meaning in {"soft", WAIVED}]
        if _denied_behind(words, span):
            settled[place] = WAIVED
        elif verbs and words[verbs[0].first].sentence == words[span.last].sentence:
            settled[place] = verbs[0].cue.meaning
    return settled


def _on_condition(words: Sequence[Word], span: Span) -> bool:
    """ "C hvis man har", "CTS hvis vi er heldige", "F-gas kat 1 hvis han har det": not asked of everybody."""
    clause = words[span.last].clause
    behind = [word.key for word in words[span.last + 1 : span.last + 2 + _IF_NEAR] if word.clause == clause]
    opening = next((at for at, key in enumerate(behind) if key in _IF), None)
    return opening == 0 or (opening is not None and behind[opening + 2 : opening + 3] == ["har"])


def _denied_behind(words: Sequence[Word], span: Span) -> bool:
    """ "Hvorvidt man har truck, betyder ingenting": the clause that the whether-clause is the subject of denies."""
    clause = words[span.last].clause + 1
    behind = [word for word in words[span.last + 1 : span.last + 1 + _AHEAD] if word.clause == clause]
    said = {word.key for word in behind if word.sentence == words[span.last].sentence}
    return not _DENYING.isdisjoint(said) and _ONLY.isdisjoint(said)


def _weighs_two(words: Sequence[Word], start: int) -> bool:
    """ "Om du er elektriker eller bare handy, kommer ud på ét": the whether-clause opens the sentence."""
    if start and words[start - 1].sentence == words[start].sentence:
        return False
    clause = [word.key for word in words[start : start + _AHEAD] if word.clause == words[start].clause]
    rest = words[start + len(clause) : start + len(clause) + _AHEAD]
    said = {word.key for word in rest if word.sentence == words[start].sentence}
    return not _OR.isdisjoint(clause) and bool(said) and _DECIDING.isdisjoint(said)


def _elliptic(
    words: Sequence[Word], spans: Sequence[Span], cues: Sequence[CueInText], said: Sequence[str | None]
) -> list[str | None]:
    """ "Uddannelse er ikke et krav, men truck er", "A kræves ikke, B gør": what was denied holds for the second."""
    settled = list(said)
    for place, span in enumerate(spans):
        start, after = clause_start(words, span.first), span.last + 1
        stops = after + 1 >= len(words) or words[after + 1].clause != words[span.last].clause
        opens = words[start].key in BUT or start == span.first
        if not opens or after >= len(words) or words[after].key not in _IS or not stops:
            continue
        near = [cue for cue in cues if cue.last < start and words[start].sentence - words[cue.last].sentence <= 1]
        if near and near[-1].cue.meaning == WAIVED and words[start].clause - words[near[-1].last].clause <= _ASIDE:
            settled[place] = "hard"
    return settled


def _is_the_same(words: Sequence[Word], span: Span) -> bool:
    """ "Det samme gælder truck"."""
    before = words[max(0, span.first - 4) : span.first]
    return any(word.key in _SAME and word.clause == words[span.first].clause for word in before)


def _said_before(words: Sequence[Word], span: Span, cues: Sequence[CueInText]) -> str | None:
    """What the nearest cue before the thing says, in the same sentence or the one before."""
    sentence = words[span.first].sentence
    earlier = [cue for cue in cues if cue.last < span.first and sentence - words[cue.last].sentence <= 1]
    return earlier[-1].cue.meaning if earlier else None


def alike_in_group(meanings: Sequence[str | None], numbers: Sequence[int | None]) -> list[str | None]:
    """Alternatives are meant alike: the strongest cue of one holds for all."""
    strongest: dict[int, str] = {}
    for meaning, number in zip(meanings, numbers, strict=True):
        if number is not None and meaning is not None:
            strongest[number] = min(strongest.get(number, meaning), meaning, key=_STRENGTH.index)
    return [
        strongest.get(number, meaning) if number is not None else meaning
        for meaning, number in zip(meanings, numbers, strict=True)
    ]
