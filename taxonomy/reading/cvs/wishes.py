"""Jobs, shifts and kinds of order that a CV's writer wants or does not want, and jobs that the text tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from taxonomy.reading.cue import CueInText
from taxonomy.reading.cvs.claims import BASIC_COURSE
from taxonomy.reading.cvs.kinds import cv_kinds
from taxonomy.reading.cvs.shifts import BESIDE, DAY, IMPLIED, UNUSUAL, cv_shifts
from taxonomy.reading.cvs.work import WorkTold, beside_work, work_cues
from taxonomy.reading.findings import JobHeld, OccupationMention, TextField
from taxonomy.reading.job_titles.mentions import OF_OTHERS, mentions
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.job_titles.workplaces import IMPLIED as BY_PLACE
from taxonomy.reading.job_titles.workplaces import implied_by, workplace_index
from taxonomy.reading.moods.cue_finding import CV_CUES, cues_in
from taxonomy.reading.moods.referring import REFUSED, WISHED, said_of
from taxonomy.reading.reader import TextReader
from taxonomy.reading.span import Span
from taxonomy.reading.terms.shifts import in_order
from taxonomy.reading.text.phrases import Found
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

HEADED = "headed"
_MEANINGS = frozenset({WISHED, REFUSED})
_LISTED_ONLY = word_set("workplaces", "listed_only")
_PAST = word_set("cv_wishes", "past")
_AT, _ARTICLES = word_set("cv_wishes", "at"), word_set("cv_wishes", "articles")
_THINGS = word_set("cv_wishes", "things")
_PRESENTING = word_set("cv_wishes", "presenting")
_CHANGING = word_set("cv_wishes", "changing")
_DRIVERS = frozenset({"driver", "drivers"})
_BETWEEN_PLACES = word_set("cv_wishes", "between_places")
_EXAMPLES = word_set("cv_wishes", "examples")
_REASONS = frozenset({"pga", "grundet"})
_RIGHT_BEFORE = 4  # places from the end of a wish to the place: "vil gerne arbejde [med] arkiv"
_WITHIN = frozenset({"i", "med", "in", "for", "indenfor"})
_SAME_START = 4  # letters
_ARTICLE_BACK = 3  # words: "hos en lille vognmand"
_INFLECTED = ("en", "et", "erne", "ene", "ere", "er", "e", "s", "ens", "ers")


@dataclass(frozen=True, slots=True)
class Wishes:
    """Occupations, shifts and kinds of order by whether they are wanted; `told` are jobs that running text tells of."""

    wished: tuple[OccupationMention, ...]
    refused: tuple[OccupationMention, ...]
    wanted_shifts: tuple[str, ...]
    refused_shifts: tuple[str, ...]
    wanted_kinds: tuple[str, ...]
    refused_kinds: tuple[str, ...]
    told: tuple[JobHeld, ...]


@dataclass(slots=True)
class _Gathering:
    """`headed` are titles of the headline that nothing is said of: a wish, or who the person is.

    `presented` are those that the text opens with: who the person is.
    """

    wished: list[OccupationMention] = field(default_factory=list)
    headed: list[OccupationMention] = field(default_factory=list)
    refused: list[OccupationMention] = field(default_factory=list)
    shifts: list[tuple[str, str]] = field(default_factory=list)
    kinds: list[tuple[str, str]] = field(default_factory=list)
    told: list[JobHeld] = field(default_factory=list)
    presented: list[OccupationMention] = field(default_factory=list)


def wishes(
    headline: TextField,
    text: TextField,
    desired: Sequence[TextField],
    reader: TextReader,
    done: frozenset[str] = frozenset(),
    written: date | None = None,
) -> Wishes:
    """What is wanted: every desired job, what headline and text say is wished or refused, titles of the headline.

    A title of the headline that the person has held (`done`, occupations) is who they are, where other jobs are wished.
    Where nothing at all is wished, what the text opens with is taken as a weak wish: "Tømrer. 22 års erfaring."
    Work that goes on is counted up to the day that the CV was `written`.
    """
    found = _Gathering()
    for one in desired:
        _gather(found, one, reader, unsaid=WISHED)
    _gather(found, headline, reader, unsaid=WISHED, written=written)
    _gather(found, text, reader, unsaid=None, written=written)
    refused_kinds = _meant(found.kinds, REFUSED)
    found.refused = _narrowed(found)
    refused = {one.occupation for one in found.refused}
    headed = [one for one in found.headed if one.occupation not in refused]
    if found.wished:
        headed = [one for one in headed if one.occupation not in done]
    elif not headed:
        headed = [one for one in found.presented if one.occupation not in refused]
    desired_named = {one.occupation for one in found.wished if one.quote.field == "desired_jobs"}
    return Wishes(
        wished=(*(one for one in found.wished if not _taken_back(one, refused, desired_named)), *headed),
        refused=tuple(one for one in found.refused if one.occupation not in desired_named),
        **_shifts(found.shifts),
        wanted_kinds=tuple(kind for kind in _meant(found.kinds, WISHED) if kind not in refused_kinds),
        refused_kinds=refused_kinds,
        told=tuple(found.told),
    )


def _taken_back(one: OccupationMention, refused: set[str], desired: set[str]) -> bool:
    return one.occupation in refused and one.occupation not in desired


def _narrowed(found: _Gathering) -> list[OccupationMention]:
    """The refusals but those of one place of work where the occupation is wished for by another or by its title.

    "Pædagogmedhjælper, gerne børnehave, ikke vuggestue": the occupation is sought.
    """
    sought = [one for one in found.wished if one.quote.field == "text"]
    return [
        one
        for one in found.refused
        if one.score > BY_PLACE
        or not any(other.occupation == one.occupation and not _same_work(other, one) for other in sought)
    ]


def _same_work(title: OccupationMention, place: OccupationMention) -> bool:
    """ "Rengøringsassistent" and "rengøring" are one, "butiksmedarbejder" and "supermarked" are not."""
    return title.quote.text[:_SAME_START].casefold() == place.quote.text[:_SAME_START].casefold()


def _shifts(found: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    refused, sought, beside = (_meant(found, meaning) for meaning in (REFUSED, WISHED, BESIDE))
    wanted = {*sought, *beside, *([DAY] if beside and UNUSUAL.isdisjoint(sought) else [])}
    implied = [shift for shift in _meant(found, IMPLIED) if shift not in wanted]
    return {
        "wanted_shifts": in_order([shift for shift in wanted if shift not in refused]),
        "refused_shifts": in_order([*refused, *implied]),
    }


def _meant(found: Sequence[tuple[str, str]], meaning: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(what for what, meant in found if meant == meaning))


def _gather(
    found: _Gathering, source: TextField, reader: TextReader, *, unsaid: str | None, written: date | None = None
) -> None:
    for words in reader.blocks(source.text):
        work = work_cues(words)
        cues = beside_work(cues_in(words, CV_CUES, _MEANINGS), work)
        _gather_jobs(found, source, words, cues, work, reader, unsaid, written)
        found.shifts.extend(cv_shifts(words, cues, unsaid))
        found.kinds.extend(cv_kinds(words, cues, unsaid))


def _gather_jobs(
    found: _Gathering,
    source: TextField,
    words: list[Word],
    cues: list[CueInText],
    work: list[CueInText],
    reader: TextReader,
    unsaid: str | None,
    written: date | None,
) -> None:
    titles = [title for title in reader.found_titles(words) if not _names_a_card(words, title)]
    places = _places(words, titles)
    spans = [*(Span(title.first, title.last) for title in titles), *(Span(place.first, place.last) for place in places)]
    said = _exemplified(words, spans, _in_order(words, spans, cues), cues)
    wish_said = source.name == "headline" and WISHED in said
    changes = any(word.key in _CHANGING for word in words)  # "frisør søger brancheskift"
    for title, meaning in zip(titles, said, strict=False):
        past = any(word.key in _PAST for word in words[max(0, title.first - 2) : title.first])
        silent = meaning is None and not past and not wish_said and not changes
        meant = unsaid if silent else meaning
        headed = silent and source.name == "headline"
        _keep(found, HEADED if headed and meant == WISHED else meant, mentions(source, words, [title]))
    for place, meaning in zip(places, said[len(titles) :], strict=True):
        if source.name != "desired_jobs" and not _is_place(words, place, meaning, cues):
            continue
        noted = WISHED if source.name == "text" and _is_note(words, place, spans) else None
        meant = meaning or noted or (None if titles or wish_said else unsaid)
        _keep(found, meant, implied_by(source, words, place, reader.occupations))
    if spans and source.name != "desired_jobs":
        named = [_own_title(words, title, mentions(source, words, [title]), reader) for title in titles]
        named += [
            implied_by(source, words, place, reader.occupations) if _is_place(words, place) else () for place in places
        ]
        found.told.extend(_told(WorkTold(words, spans, work, written), said, named))
        if source.name == "text" and words[0].sentence == 0:
            found.presented.extend(_presented(words, titles, said, named))


def _is_note(words: list[Word], place: Found[str], spans: Sequence[Span]) -> bool:
    """ "Bosted eller hjemmepleje.": a sentence of nothing but places tells where somebody would work."""
    sentence = words[place.first].sentence
    inside = [span for span in spans if words[span.first].sentence == sentence]
    taken = {at for span in inside for at in range(span.first, span.last + 1)}
    rest = [word.key for at, word in enumerate(words) if word.sentence == sentence and at not in taken]
    return len(inside) > 1 and _BETWEEN_PLACES.issuperset(rest)


def _own_title(
    words: list[Word], title: TitleFound, named: Sequence[OccupationMention], reader: TextReader
) -> Sequence[OccupationMention]:
    """What the writer may be called: "20 bude", "lægen", "hos en vognmand" are other people, "kørt pakker" is none."""
    key = words[title.last].key
    before = [word.key for word in words[max(0, title.first - _ARTICLE_BACK) : title.first]]
    inflected = title.first == title.last and key.endswith(_INFLECTED) and key not in reader.titles.titles
    at_one = any(one in _AT and other in _ARTICLES for one, other in pairwise(before))
    a_thing = key in _THINGS and before[-1:] != ["som"]
    former = before[-1:] and before[-1] in _PAST and _ARTICLES.isdisjoint(before)  # "tidligere receptionist"
    if former and named and named[0].score <= OF_OTHERS:
        named = [replace(one, score=round(one.score / OF_OTHERS, 4)) for one in named]
    return () if inflected or at_one or a_thing or (named and named[0].score <= OF_OTHERS) else named


def _told(work: WorkTold, said: list[str | None], named: list[Sequence[OccupationMention]]) -> Iterator[JobHeld]:
    """The jobs that are told as held: not those only wished for."""
    for number, (meaning, occupations) in enumerate(zip(said, named, strict=True)):
        if not occupations or meaning == WISHED:
            continue
        if (time := work.held(number)) is not None:
            yield JobHeld(occupations[0].quote.text, tuple(occupations), time.years, time.until)


def _presented(
    words: list[Word], titles: Sequence[TitleFound], said: list[str | None], named: list[Sequence[OccupationMention]]
) -> Iterator[OccupationMention]:
    """ "Tømrer.", "Jeg er udlært kok", "GF2 som elektriker": who the writer is or is about to be."""
    for title, meaning, occupations in zip(titles, said, named, strict=False):
        before = [word.key for word in words[: title.first]]
        opens = words[title.first].sentence == 0 and _PRESENTING.issuperset(before)
        if meaning is None and (opens or not BASIC_COURSE.isdisjoint(before[-_ARTICLE_BACK:])):
            yield from (replace(one, score=min(one.score, BY_PLACE)) for one in occupations)


def _in_order(words: list[Word], spans: list[Span], cues: list[CueInText]) -> list[str | None]:
    """What is said of each, worked out in the order of the text."""
    ordered = sorted(range(len(spans)), key=lambda place: spans[place].first)
    said = dict(zip(ordered, said_of(words, [spans[place] for place in ordered], cues), strict=True))
    return [said[place] for place in range(len(spans))]


def _exemplified(
    words: list[Word], spans: Sequence[Span], said: list[str | None], cues: list[CueInText]
) -> list[str | None]:
    """ "Vil gerne have et skånejob, fx som pedel": examples are wished for as what they are examples of is."""
    return [meaning or _as_its_example(words, span, cues) for span, meaning in zip(spans, said, strict=True)]


def _as_its_example(words: list[Word], span: Span, cues: list[CueInText]) -> str | None:
    sentence = words[span.first].sentence
    inside = [at for at in range(span.first) if words[at].sentence == sentence and words[at].key in _EXAMPLES]
    before = [cue for cue in cues if cue.last < span.first and words[cue.first].sentence == sentence]
    return before[-1].cue.meaning if inside and before and before[-1].last < inside[-1] else None


def _places(words: list[Word], titles: Sequence[TitleFound]) -> list[Found[str]]:
    taken = {place for title in titles for place in range(title.first, title.last + 1)}
    return [match for match in workplace_index().find(words) if taken.isdisjoint(range(match.first, match.last + 1))]


def _names_a_card(words: list[Word], title: TitleFound) -> bool:
    """ "Driver's licence"."""
    behind = [word.key for word in words[title.last + 1 : title.last + 3] if word.key != "s"]
    return words[title.last].key in _DRIVERS and bool(behind) and behind[0].startswith("licen")


def _is_place(words: list[Word], place: Found[str], meaning: str | None = None, cues: Sequence[CueInText] = ()) -> bool:
    """Whether a word that says a place in lists alone says one here: "vil gerne arbejde med arkiv"."""
    if place.first > 0 and words[place.first - 1].key in _REASONS:
        return False  # "søger nyt pga. flytning"
    if all(word.key not in _LISTED_ONLY for word in words[place.first : place.last + 1]):
        return True
    within = place.first > 0 and words[place.first - 1].key in _WITHIN
    return within and meaning == WISHED and any(0 < place.first - cue.last <= _RIGHT_BEFORE for cue in cues)


def _keep(found: _Gathering, meant: str | None, named: Sequence[OccupationMention]) -> None:
    if meant == WISHED:
        found.wished.extend(named)
    elif meant == REFUSED:
        found.refused.extend(named)
    elif meant == HEADED:
        found.headed.extend(named)
