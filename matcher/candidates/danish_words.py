"""Danish words for what a CV in another language names, so that the words of a Danish order can meet them.

Only what the vocabularies know is put into Danish: tasks, the occupations of titles and wishes, and qualifications.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from taxonomy.catalog import Catalog
from taxonomy.neutral.texts import comparable
from taxonomy.reading.findings import CvReading
from taxonomy.tasks.reading import bundled_task_reader

READ_AS_DANISH = frozenset({"da", "no", "nb", "nn"})


def with_danish_words(texts: Iterable[str], reading: CvReading, catalog: Catalog) -> Mapping[str, str]:
    """Each text with the Danish words for what it names behind it; as it is where the CV needs none."""
    if reading.text_language in READ_AS_DANISH:
        return {text: text for text in texts}
    # The texts are in their comparable form, which names no sex: what is sought in them must be so too.
    known = [(comparable(said).casefold(), danish) for said, danish in _named(reading, catalog)]
    return {text: ". ".join((text, *dict.fromkeys(_danish(text, known)))) for text in texts}


def _danish(text: str, known: Iterable[tuple[str, str]]) -> Iterator[str]:
    folded = text.casefold()
    yield from (found.task for found in bundled_task_reader().find(text))
    yield from (danish for said, danish in known if said and said in folded)


def _named(reading: CvReading, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """What the reading knows: the CV's own words and the Danish name."""
    for job in reading.history:
        yield from ((job.title, catalog.occupations[found.occupation].label) for found in job.occupations[:1])
    yield from ((wish.quote.text, catalog.occupations[wish.occupation].label) for wish in reading.wishes)
    yield from ((held.quote.text, held.key) for held in reading.held)
