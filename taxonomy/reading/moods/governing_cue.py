"""Which cue governs a thing: the nearest in its own clause, else one that a list carries to it over commas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from taxonomy.reading.cue import EXCLUDED, HARD, SOFT, WAIVED, CueInText
from taxonomy.reading.span import Span
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word
from taxonomy.reading.thing import Thing

# "ADR og truck er en fordel" is one list, "ADR, truck er en fordel" in a call note two notes.
_JOINING = frozenset({"og", "eller", "samt", "and", "or", "el"})
_ELSE = frozenset({"ellers", "alternativt", "otherwise"})
_ADDING = frozenset({"og", "samt", "plus", "and"})
_RIGHT_BEHIND = 2  # words; "SSH vil være en fordel", "PAU foretrækkes"
_SUBJECTS = word_set("negation", "subjects")
_BOTH = word_set("negation", "both")
_ITEM, _ITEMS = 3, 4  # words of an item that we do not know, items of a list
_LACKING = word_set("denials", "lacking")
_ABLE = frozenset({"kan", "kunne", "ku"})
_OPENING = frozenset({"om", "at", "hvorvidt", "whether", "that"})
_VERBS = word_set("cues", "verbs") | frozenset({"er", "have", "kunne", "kende", "vaere", "tale"})
_TO_CLAUSE = 4  # words between a cue and the clause that it is about: "ikke nødvendigvis papir på, at du er smed"
_NOUN, _FROM = 4, frozenset({"fra", "som", "from"})  # "Kørekort B, gerne fra Valby"
_NO_OBJECTS = _OPENING | frozenset({"hvis", "ikke", "uden", "noget", "denne"})
_OF_IT = frozenset({"kat", "klasse", "kendskab"})  # "Nexus (kendskab er fint)"
_NOW = "nu"  # "tidligere krævede vi C/E, nu er C nok"
_REACH = 10  # words between a cue and what it is about; judgement


def meanings_of(words: Sequence[Word], things: Sequence[Span], cues: Sequence[CueInText]) -> list[str | None]:
    """For each thing, what its cue says: in its own clause, else carried along a list; None where nothing says."""
    own = [_counted_up_in(words, thing, cues) or _in_clause(words, thing, things, cues) for thing in things]
    return [
        meaning if meaning is not None else _carried(words, thing, things, cues)
        for thing, meaning in zip(things, own, strict=True)
    ]


def _counted_up_in(words: Sequence[Word], thing: Span, cues: Sequence[CueInText]) -> str | None:
    """ "Hverken truck, kran eller attest skal de have": what stands among the words of the denial."""
    inside = (cue for cue in cues if cue.first < thing.first and thing.last < cue.last)
    return next((cue.cue.meaning for cue in inside if words[cue.first].key in _BOTH), None)


def judged(words: Sequence[Word], thing: Thing, cues: Sequence[CueInText]) -> bool:
    """Whether a cue stands right behind the thing: "SSH er en fordel" is about the education, "SSH søges" the job."""
    return any(
        ((cue.cue.after and 0 < cue.first - thing.last <= _RIGHT_BEHIND) or _wishes_for(cue, thing))
        and words[cue.first].clause == words[thing.last].clause
        for cue in cues
    )


def _wishes_for(cue: CueInText, thing: Thing) -> bool:
    """ "Gerne gartner": nobody wishes for the job that is on offer."""
    return cue.cue.before and cue.cue.meaning in {SOFT, EXCLUDED} and 0 < thing.first - cue.last <= _RIGHT_BEHIND


def _in_clause(words: Sequence[Word], thing: Span, things: Sequence[Span], cues: Sequence[CueInText]) -> str | None:
    clause = words[thing.first].clause
    ahead = [cue for cue in cues if words[cue.last].clause == clause and _reaches_ahead(cue, thing)]
    ahead = [cue for cue in ahead if _is_near(cue, thing, things)]
    behind = [
        cue
        for cue in cues
        if words[cue.first].clause == clause and cue.first >= thing.first and cue.last > thing.last and cue.cue.after
    ]
    behind = [cue for cue in behind if not _opens_the_next(words, cue, things, behind)]
    before, after = max(ahead, key=_place, default=None), min(behind, key=_place, default=None)
    if before is None or after is None:
        chosen = before or after
        return chosen.cue.meaning if chosen else None
    if _stands_behind_each(before, after, thing, things):
        return after.cue.meaning
    if any(before.last < other.first and other.last < thing.first for other in things):
        return after.cue.meaning if not _thing_between(thing, after, things) else before.cue.meaning
    # "No Danish needed": a denial before the thing makes the duty word behind it part of the denial.
    denied = before.cue.meaning in {WAIVED, EXCLUDED} and after.cue.meaning == "hard"
    denied = denied or (before.cue.meaning == WAIVED and after.cue.meaning == SOFT and _lacks(words, before))
    if denied or _thing_between(thing, after, things) or after.cue.before:
        return before.cue.meaning
    return after.cue.meaning


def _stands_behind_each(before: CueInText, after: CueInText, thing: Span, things: Sequence[Span]) -> bool:
    """ "Truck krav kran gerne": each is followed by what is said of it."""
    right_behind = after.first == thing.last + 1 and before.last == thing.first - 1
    return right_behind and before.cue.after and any(other.last == before.first - 1 for other in things)


def _opens_the_next(words: Sequence[Word], cue: CueInText, things: Sequence[Span], behind: Sequence[CueInText]) -> bool:
    """ "Kørekort og gerne egen bil", "kørekort B gerne C" and "5 år gerne fra hotel" wish for the second alone."""
    if cue.last + 1 >= len(words) or words[cue.last + 1].clause != words[cue.last].clause:
        return False
    wishes = cue.cue.before and cue.cue.meaning == SOFT
    added = cue.first > 0 and words[cue.first - 1].key in _ADDING
    following = next((thing for thing in things if thing.first == cue.last + 1), None)
    own = following is not None and not any(other.first == following.last + 1 for other in behind)
    return wishes and (added or own or words[cue.last + 1].key in _FROM)


def _reaches_ahead(cue: CueInText, thing: Span) -> bool:
    """The cue stands before the thing or opens it: "ikke udlært" is about the trade in its second word."""
    opens = (cue.first < thing.first and cue.last <= thing.last) or (cue.first == thing.first and cue.last < thing.last)
    return opens and cue.cue.before


def _is_near(cue: CueInText, thing: Span, things: Sequence[Span]) -> bool:
    """Within some words of the cue, or of another thing that the cue reaches: a list may be long, a clause not."""
    reached = cue.last
    for other in things:
        if reached < other.first <= thing.first and other.first - reached <= _REACH:
            reached = max(reached, other.last)
    return thing.first - reached <= _REACH


def _place(cue: CueInText) -> int:
    return cue.first


def _thing_between(thing: Span, after: CueInText, things: Sequence[Span]) -> bool:
    return any(thing.last < other.first and other.last < after.first for other in things)


def _carried(words: Sequence[Word], thing: Span, things: Sequence[Span], cues: Sequence[CueInText]) -> str | None:
    """A cue before a list holds for the whole list, a cue behind a list likewise: "krav: B, ADR og dansk"."""
    sentence, clause = words[thing.first].sentence, words[thing.first].clause
    near = [cue for cue in cues if words[cue.first].sentence == sentence]
    earlier = [cue for cue in near if words[cue.first].clause < clause and cue.cue.before]
    earlier = [cue for cue in earlier if not _in_brackets_before(words, cue, thing)]
    later = [cue for cue in near if words[cue.first].clause > clause and cue.cue.after]
    later = [cue for cue in later if not (cue.cue.before and _has_its_own(words, cue, things))]
    if earlier and (_leads(words, earlier[-1], things, clause) or _counts_up(words, earlier[-1], thing, things)):
        return earlier[-1].cue.meaning
    if earlier and _goes_on_in_its_clause(words, earlier[-1], thing):
        return earlier[-1].cue.meaning
    if later and _bare_list(words, thing, later[0], things):
        return later[0].cue.meaning
    return None


def _in_brackets_before(words: Sequence[Word], cue: CueInText, thing: Span) -> bool:
    """ "Kørekort B (C stort plus), straffeattest": a bracket that closes takes its cue with it."""
    between = "".join(word.gap for word in words[cue.last + 1 : thing.first + 1])
    return ")" in between.split("(")[0]


def _goes_on_in_its_clause(words: Sequence[Word], cue: CueInText, thing: Span) -> bool:
    """ "Ikke afgørende, om de er udlærte, har serveret eller kender vin": the verbs behind are of that clause.

    So are those behind "hverken".
    """
    places = range(cue.first, min(cue.last + 1 + _TO_CLAUSE, len(words)))
    opened = next((at for at in places if words[at].key in _OPENING | _BOTH), None)
    if opened is None or words[opened].sentence != words[thing.first].sentence:
        return False
    starts = [at for at in range(opened + 1, thing.first + 1) if words[at].clause != words[at - 1].clause]
    return all(_is_a_verb(words, at) for at in starts if at != opened) and opened < thing.first


def _is_a_verb(words: Sequence[Word], at: int) -> bool:
    at += words[at].key in _JOINING and at + 1 < len(words)
    return words[at].key in _VERBS | _OPENING


def _has_its_own(words: Sequence[Word], cue: CueInText, things: Sequence[Span]) -> bool:
    """ "Kørekort B, gerne trailerkort": what may stand on either side belongs to what stands right behind it."""
    behind = words[cue.last + 1] if cue.last + 1 < len(words) else None
    if (
        behind is not None
        and behind.clause == words[cue.last].clause
        and behind.gap == " "
        and (len(behind.key) >= _NOUN or behind.key in _FROM)
        and behind.key not in _NO_OBJECTS
    ):
        return True
    return any(
        0 <= thing.first - cue.last <= _RIGHT_BEHIND and words[thing.first].clause == words[cue.last].clause
        for thing in things
    )


def _leads(words: Sequence[Word], cue: CueInText, things: Sequence[Span], clause: int) -> bool:
    if words[cue.last].clause != words[cue.first].clause or not _list_goes_on(words, cue, clause):
        return False
    own = words[cue.first].clause
    followed = any(thing.first > cue.last and words[thing.first].clause == own for thing in things)
    if not followed and _opens_with_unknown(words, cue, clause):
        return True
    if cue.last + 1 < len(words) and words[cue.last + 1].gap.startswith(":") and cue.cue.meaning != HARD:
        return True  # "det får du: uniform, truckkursus"
    instead = any(
        word.key in _ELSE for word in words[cue.last + 1 :] if word.clause == clause
    )  # "SAP helst, ellers Navision"
    if not followed and not instead and _is_said_of_one_before(words, cue, things):
        return False
    # "Gerne truck, dansk": the cue opens the list. "ADR er en fordel, dansk": it closes its own clause.
    return followed or words[min(cue.last + 1, len(words) - 1)].clause != own


def _is_said_of_one_before(words: Sequence[Word], cue: CueInText, things: Sequence[Span]) -> bool:
    """ "Næringsbrev ikke nødvendigt, truck": the cue closes its own clause."""
    return any(words[thing.last].clause == words[cue.first].clause and thing.last < cue.first for thing in things)


def _opens_with_unknown(words: Sequence[Word], cue: CueInText, clause: int) -> bool:
    """ "Du kan opmærke, skifte værktøj og måle": a list of doings whose first nobody knows."""
    own = words[cue.first].clause
    rest = [word for word in words[cue.last + 1 : cue.last + 2 + _ITEM] if word.clause == own]
    first = next((word for word in words[cue.last + 1 :] if word.clause == clause), None)
    if cue.cue.meaning == WAIVED and 0 < len(rest) <= _ITEM and _closes_a_list(words, cue, clause):
        return True
    doing = words[cue.last].key in _ABLE and 0 < len(rest) <= _ITEM and rest[0].key.endswith("e")
    return doing and first is not None and first.key.endswith("e") and clause - own <= _ITEMS


def _closes_a_list(words: Sequence[Word], cue: CueInText, clause: int) -> bool:
    """ "Du er fri for hund, kørekort og engelsk": short items, of which the last is joined to the one before."""
    behind = [word for word in words[cue.last + 1 :] if words[cue.first].clause <= word.clause <= clause]
    items = Counter(word.clause for word in behind)
    last = [word.key for word in behind if word.clause == clause]
    return max(items.values()) <= _ITEM + 1 and not _JOINING.isdisjoint(last) and len(items) <= _ITEMS


def _list_goes_on(words: Sequence[Word], cue: CueInText, clause: int) -> bool:
    """No "men", "nu" and no new sentence of its own begins between the cue and the clause."""
    return not any(word.key in BUT or word.key == _NOW for word in words[cue.last :] if word.clause <= clause)


def _bare_list(words: Sequence[Word], thing: Span, cue: CueInText, things: Sequence[Span]) -> bool:
    covered = {index for other in things for index in range(other.first, other.last + 1)}
    between = [
        index
        for index in range(thing.last + 1, cue.first)
        if index not in covered and words[index].key not in _JOINING | _OF_IT
    ]
    listed = sorted({(other.first, other.last) for other in things if thing.last < other.first < cue.first})
    return not between and (not listed or _joins_the_last(words, thing, listed))


def _joins_the_last(words: Sequence[Word], thing: Span, listed: Sequence[tuple[int, int]]) -> bool:
    """ "ADR, truck og kran er en fordel" is one list; "truck og kran, ADR er en fordel" two things and a note."""
    before = [last for _, last in listed if last < listed[-1][0]]
    start = max(before, default=thing.last) + 1
    return any(word.key in _JOINING for word in words[start : listed[-1][0]])


def _counts_up(words: Sequence[Word], cue: CueInText, thing: Span, things: Sequence[Span]) -> bool:
    """ "Ingen krav til alder, uddannelse eller kørekort": a list of which only the last is known to us."""
    if cue.cue.meaning != WAIVED or thing.first < 2 or words[thing.first - 1].key not in _JOINING:
        return False
    between = words[cue.last + 1 : thing.first - 1]
    clauses = Counter(word.clause for word in between)
    own = words[thing.first - 1].clause
    if _is_said_of_one_before(words, cue, things):
        return False  # "dansk ikke et krav, engelsk eller tysk"
    starts = {word.clause for word in between if word.key in BUT or word.key in _SUBJECTS}
    return not starts and max(clauses.values(), default=0) <= _ITEM and own - words[cue.last].clause <= _ITEMS


def _lacks(words: Sequence[Word], cue: CueInText) -> bool:
    """ "Uden truck er ok", "har man ikke truck, er det fint": what is fine is to lack it."""
    return not _LACKING.isdisjoint(word.key for word in words[cue.first : cue.last + 1])
