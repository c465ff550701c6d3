"""`evaluate reading`: what is read of orders against labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from api.labels import REQUIREMENTS
from api.terminal.components import with_components
from api.terminal.files import Refusals, finish
from api.terminal.labelled import labels_options, read_labelled, show_mistakes
from api.terminal.progress import counted
from api.terminal.tables import share, table, three
from api.wiring import Components
from matcher.evaluation.labels import LabelledReading, read_labelled_reading
from matcher.evaluation.reading import Mistake, MistakeSort, ReadingTally, evaluate_reading
from taxonomy.catalog import Catalog
from taxonomy.reading.orders.correcting import TERMS

FILES = ("reading/requirements_{half}*.jsonl",)
WORDS = {
    **REQUIREMENTS,
    "hours_per_week": "timer",
    "shifts": "vagter",
    "start": "start",
    "positions": "antal stillinger",
}
VOICES = {"call_note": "ringet ind", "ad": "annonce", "email": "mail", "web_form": "formular"}
HELP = """Mål, hvor godt krav læses: rigtigt er slags, nøgle og om det er krav eller ønske.

Uden --labels måles på projektets egen udviklingshalvdel. Det værste, læsning kan gøre, er at kræve det, som teksten
siger, at man ikke behøver; det tælles for sig.

\b
Eksempler:
  jobformidling evaluate reading
  jobformidling evaluate reading --mistakes 50
  jobformidling evaluate reading --labels egne.jsonl

En mærket linje er en jobordre og "label": {"requirements": [{"kind", "key", "hard", "level", "field", "start", "end"}],
"waived": [..], "terms": {..}}.
"""


@click.command("reading", help=HELP)
@labels_options
@with_components
def evaluate_reading_command(
    components: Components, labels: tuple[str, ...], reporting: bool, mistakes: int | None
) -> None:
    """Print precision, recall and F1 a kind, the terms, and the mistakes by sort."""
    refusals = Refusals()
    texts = read_labelled(labels, FILES, read_labelled_reading, refusals, reporting=reporting)
    tally = evaluate_reading(counted(texts, "Læser"), components.catalog)
    click.echo("\n" + "\n".join((*_report(tally), *_by_voice(texts, components.catalog))))
    show_mistakes(map(_line, _worst_first(tally.mistakes)), mistakes, reporting=reporting)
    finish(len(texts), refusals)


def _report(tally: ReadingTally) -> Iterator[str]:
    rows = [_row(WORDS.get(kind, kind), tally, kind) for kind in tally.kinds]
    yield from table(
        ("krav", "mærket", "fundet rigtigt", "præcision", "genfinding", "F1"), [*rows, _row("i alt", tally)]
    )
    yield ""
    for name, (right, of) in _beside(tally).items():
        yield f"{name}: {right} af {of} ({share(right, of)})"
    yield f"Fravalgt, men læst som krav: {len(tally.negated)}"
    sorts = Counter(mistake.sort for mistake in tally.mistakes)
    yield "\nFejl efter art"
    yield from table(("art", "antal"), [(sort.value, str(sorts[sort])) for sort in MistakeSort if sorts[sort]])


def _by_voice(texts: Sequence[LabelledReading], catalog: Catalog) -> Iterator[str]:
    """The figures of call notes, advertisements and forms apart, where the labels tell them apart."""
    voices = sorted({text.voice for text in texts} - {""})
    rows = []
    for voice in voices:
        tally = evaluate_reading((text for text in texts if text.voice == voice), catalog)
        rows.append((VOICES.get(voice, voice), str(tally.texts), *_row("", tally)[1:], str(len(tally.negated))))
    if rows:
        yield "\nEfter hvordan ordren kom"
        head = ("", "tekster", "mærket", "fundet rigtigt", "præcision", "genfinding", "F1", "fravalgt læst som krav")
        yield from table(head, rows)


def _row(name: str, tally: ReadingTally, kind: str | None = None) -> tuple[str, ...]:
    right = tally.right.total() if kind is None else tally.right[kind]
    return name, str(tally.labelled(kind)), str(right), *map(three, tally.figures(kind))


def _beside(tally: ReadingTally) -> dict[str, tuple[int, int]]:
    found = {
        "Niveau rigtigt af de fundne": (tally.levels[True], tally.levels.total()),
        "Citat på det rigtige sted": (tally.places[True], tally.places.total()),
    }
    for name in TERMS:
        right, wrong = tally.terms[name, True], tally.terms[name, False]
        found[f"{WORDS[name].capitalize()} rigtigt"] = (right, right + wrong)
    return {name: counts for name, counts in found.items() if counts[1]}


def _worst_first(mistakes: list[Mistake]) -> list[Mistake]:
    """What was waived and demanded all the same comes first; it would keep people from jobs."""
    return sorted(mistakes, key=lambda one: one.sort is not MistakeSort.NEGATED)


def _line(mistake: Mistake) -> str:
    words = f" „{mistake.words}“" if mistake.words else ""
    return f"{mistake.order} {mistake.sort}: {WORDS.get(mistake.kind, mistake.kind)} {mistake.key}{words}"
