"""What an order tells of people who are not sought: "kontaktperson: Lene, uddannet sygeplejerske", "chefen er kok"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taxonomy.reading.cue import SOFT
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.moods.relative_clauses import Told, told_of
from taxonomy.reading.requirements.language_names import language_names
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import BUT, Word, clause_start
from taxonomy.reading.thing import Meant, Thing

_PRESENTING = word_set("other_people", "presenting")
_KNOWN = word_set("other_people", "known")
_EARLIER = word_set("other_people", "earlier")
_FIRST = word_set("other_people", "first")
_NEW = word_set("other_people", "new")
_VERBS = word_set("other_people", "verbs")
_PAST = word_set("other_people", "past")
_SMALL = word_set("other_people", "small")
_GROUPS, _OF = word_set("other_people", "groups"), frozenset({"af", "med", "of"})
_OWNED = word_set("relative_clauses", "owned")
_YOURS = frozenset({"din", "dine", "your"})
_HAVING = frozenset({"har", "havde", "has", "had"})
_BEING = frozenset({"er", "are", "am"})
_STAFF = ("ere", "erne", "chef", "leder")
_CONSISTING = frozenset({"bestaaende", "bestaar"})
_SPEAKING = frozenset({"taler", "snakker", "kan", "speak"})
_SAME = word_set("other_people", "same")
_COMPANY, _MANY = word_set("language_demands", "company"), word_set("other_people", "many")
_HE = frozenset({"han", "hun", "he", "she"})
_REACH = 8  # words between a contact person and what is told of them
_SUBJECT = 7  # words of a subject: "hende der stoppede i sommer"
_BOTH = 15  # words behind what holds for the one, where the other is told of
_LISTED = 3  # words between two things of one list
_ASKED_OF_ALL = frozenset({RequirementKind.CRIMINAL_RECORD, RequirementKind.AGE, RequirementKind.OWN_CAR})


def without_others(words: Sequence[Word], found: Sequence[Meant], titles: Sequence[TitleFound]) -> list[Meant]:
    """The findings without what is told of a contact person, a colleague, whoever signs or who had the job before."""
    people = frozenset(title.last for title in titles)
    return [
        one
        for one, of_another in zip(found, _told_of_another(words, found, people), strict=True)
        if not of_another
        and not _is_of_a_contact(words, one.thing)
        and told_of(words, one.thing.first, titles) is not Told.OF_OTHERS
    ]


def _told_of_another(words: Sequence[Word], found: Sequence[Meant], people: frozenset[int]) -> Iterator[bool]:
    """For each finding whether another person's clause says it, itself or as the next of its list."""
    end = -_LISTED - 1
    for one in found:
        thing = one.thing
        told = thing.kind not in _ASKED_OF_ALL and (
            (_is_said_of_another(words, thing, people) and not _holds_for_both(words, thing))
            or (one.meaning != SOFT and _company_speaks(words, thing))
            or _goes_on(words, thing, end)
        )
        end = thing.last if told else end
        yield told


def _goes_on(words: Sequence[Word], thing: Thing, end: int) -> bool:
    """ "De er uddannede pædagoger, lærere og sygeplejersker"."""
    if not 0 < thing.first - end <= _LISTED or end < 0 or words[end].sentence != words[thing.first].sentence:
        return False
    return all(word.key in _SMALL for word in words[end + 1 : thing.first])


def _is_said_of_another(words: Sequence[Word], thing: Thing, people: frozenset[int]) -> bool:
    """ "Chefen er uddannet kok", "den forrige var bådebygger", "vi er et team af uddannede jurister"."""
    start = clause_start(words, thing.first)
    before = range(start, thing.first)
    group = next((at for at in before if words[at].key in _GROUPS and at + 1 < thing.first), None)
    if group is not None:
        group += words[group + 1].key in _CONSISTING and group + 2 < thing.first
        if words[group + 1].key in _OF and _are_small(words, group + 2, thing.first):
            return True
    if thing.kind is RequirementKind.LANGUAGE and _is_spoken_by_others(words, thing):
        return True
    # A language has the verb among its own words: "de andre taler polsk".
    verb = next((at for at in range(start, thing.last) if words[at].key in _VERBS), None)
    if thing.kind is RequirementKind.LANGUAGE and words[start].key in _FIRST:
        return False  # "vi taler dansk og polsk, og et af dem skal du kunne": language_demands knows
    if verb is None or (thing.kind is RequirementKind.SKILL and words[verb].key in _HAVING):
        return False  # "vi har også en webshop" tells of the work
    return _are_small(words, verb + 1, thing.first) and _is_another(words, start, verb, people)


def _is_spoken_by_others(words: Sequence[Word], thing: Thing) -> bool:
    """ "Svensk taler de andre": the verb first, whether or not it is read with the language."""
    verb = thing.last + (words[thing.last].key not in _SPEAKING)
    behind = {word.key for word in words[verb + 1 : verb + 3] if word.clause == words[thing.last].clause}
    return verb < len(words) and words[verb].key in _SPEAKING and bool(_KNOWN & behind)


def _company_speaks(words: Sequence[Word], thing: Thing) -> bool:
    """ "En del borgere taler somali", "ejer taler mest arabisk": spoken by those whom one will work with or for."""
    if thing.kind is not RequirementKind.LANGUAGE:
        return False
    start = clause_start(words, thing.first)
    verb = next((at for at in range(start + 1, thing.first + 1) if words[at].key in _SPEAKING), start)
    subject = [word.key for word in words[start:verb]]
    company = bool(subject) and (subject[-1] in _COMPANY | _MANY or subject[0] in _MANY)
    return company and len(subject) <= _SUBJECT and _NEW.isdisjoint(subject) and not _holds_for_both(words, thing)


def _holds_for_both(words: Sequence[Word], thing: Thing) -> bool:
    """ "Den gamle var tømrer, og det skal den nye også være"."""
    behind = words[thing.last + 1 : thing.last + 1 + _BOTH]
    return any(word.key in _SAME and word.sentence == words[thing.first].sentence for word in behind)


def _are_small(words: Sequence[Word], first: int, end: int) -> bool:
    spoken = language_names().single_words
    keys = [words[at].key for at in range(first, end)]
    return all(key in _SMALL or key.isdecimal() or key in spoken for key in keys)


def _is_another(words: Sequence[Word], start: int, verb: int, people: frozenset[int]) -> bool:
    """Whether the words before the verb name somebody who is there already, or was."""
    start += words[start].key in BUT
    keys = [word.key for word in words[start:verb]]
    if not keys or len(keys) > _SUBJECT or _NEW.intersection(keys):
        return False
    if len(keys) == 1 and (keys[0] in _FIRST or (keys[0] in _HE and words[verb].key in _PAST)):
        return True
    if keys in (["der"], ["som"]):
        # "Du får en kollega, der er uddannet kok", "vi er tre læger, som taler svensk"
        return start > 0 and (words[start - 1].key in _KNOWN or _presents_itself(words, start - 1))
    owned = keys[0] in _OWNED | _YOURS and (
        any(at in people for at in range(start, verb)) or any(key.endswith(_STAFF) for key in keys)
    )
    return owned or bool(_KNOWN.intersection(keys)) or bool(_EARLIER.intersection(keys))


def _presents_itself(words: Sequence[Word], last: int) -> bool:
    """ "Vi er tre læger", before what is told of them."""
    start = clause_start(words, last)
    return words[start].key in _FIRST and words[start + 1].key in _BEING


def _is_of_a_contact(words: Sequence[Word], thing: Thing) -> bool:
    """ "Mvh Pernille, tidligere flyveleder": behind a word that presents a name, and the name, in one sentence."""
    for at in range(thing.first - 1, max(0, thing.first - _REACH), -1):
        if words[at].sentence != words[thing.first].sentence:
            return False
        if words[at - 1].key in _PRESENTING:
            return words[at].text[0].isupper()
    return False
