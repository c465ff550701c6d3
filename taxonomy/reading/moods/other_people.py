"""What an order tells of people who are not sought: "kontaktperson: Lene, uddannet sygeplejerske"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.moods.relative_clauses import Told, told_of
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Meant, Thing

_PRESENTING = word_set("other_people", "presenting")
_REACH = 8  # words between a contact person and what is told of them


def without_others(words: Sequence[Word], found: Sequence[Meant], titles: Sequence[TitleFound]) -> list[Meant]:
    """The findings without what is told of a contact person, whoever signs or who had the job before."""
    return [
        one
        for one in found
        if not _is_of_a_contact(words, one.thing) and told_of(words, one.thing.first, titles) is not Told.OF_OTHERS
    ]


def _is_of_a_contact(words: Sequence[Word], thing: Thing) -> bool:
    """ "Mvh Pernille, tidligere flyveleder": behind a word that presents a name, and the name, in one sentence."""
    for at in range(thing.first - 1, max(0, thing.first - _REACH), -1):
        if words[at].sentence != words[thing.first].sentence:
            return False
        if words[at - 1].key in _PRESENTING:
            return words[at].text[0].isupper()
    return False
