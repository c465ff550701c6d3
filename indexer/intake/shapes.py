"""Checks of values made of values: objects with named fields, lists, and maps of languages."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.intake.checks import Check, choice, nearest, text, wrong_type
from indexer.intake.problems import FieldProblem, IntakeError, shown_name

LANGUAGE_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2", "modersmål")
LIST_LIMIT = 200  # items
ITEM_LIMIT = 500  # characters
SHORT_LIMIT = 200  # characters of a title, a name, an id
TEXT_LIMIT = 20_000  # characters


class Shape:
    """An object's fields: which must be there, which may, and how each is checked."""

    def __init__(self, *, required: Mapping[str, Check], optional: Mapping[str, Check]) -> None:
        self.required, self.optional = required, optional
        self._checks = {**required, **optional}

    def refuse_problems(self, value: object) -> Mapping[str, object]:
        """The value itself when it is sound; raises IntakeError with every problem it has."""
        problems: list[FieldProblem] = []
        self("", value, problems)
        if problems or not isinstance(value, dict):
            raise IntakeError(tuple(problems))
        return value

    def __call__(self, field: str, value: object, problems: list[FieldProblem]) -> None:
        """Check as one value among others; the shape is itself a check."""
        if not isinstance(value, dict):
            problems.append(wrong_type(field, value, "et objekt", 'Skriv et objekt med felter: {"felt": værdi}.'))
            return
        prefix = f"{field}." if field else ""
        problems.extend(
            FieldProblem(prefix + name, "Feltet mangler.", f"Tilføj feltet »{name}«.")
            for name in self.required
            if value.get(name) is None
        )
        for name, content in value.items():
            if (check := self._checks.get(name)) is None:
                problems.append(self._unknown(prefix, name, value))
            elif content is not None:
                check(prefix + name, content, problems)

    def _unknown(self, prefix: str, name: str, value: Mapping[str, object]) -> FieldProblem:
        shown = shown_name(name)
        meant = nearest(name, [known for known in self._checks if known not in value])
        fix = f"Mente du »{meant}«?" if meant else f"Fjern feltet. Kendte felter: {', '.join(self._checks)}."
        return FieldProblem(prefix + shown, "Feltet kendes ikke.", fix)


def list_of(item: Check, limit: int = LIST_LIMIT) -> Check:
    """A list of at most `limit` items, each passing the check."""

    def check(field: str, value: object, problems: list[FieldProblem]) -> None:
        if not isinstance(value, list):
            problems.append(wrong_type(field, value, "en liste", 'Skriv en liste: ["…", "…"].'))
        elif len(value) > limit:
            problem = f"Listen har {len(value)} punkter; der er plads til {limit}."
            problems.append(FieldProblem(field, problem, "Forkort listen."))
        else:
            for place, content in enumerate(value):
                item(f"{field}[{place}]", content, problems)

    return check


def language_levels(field: str, value: object, problems: list[FieldProblem]) -> None:
    """An object from language to level."""
    if not isinstance(value, dict):
        problems.append(wrong_type(field, value, "et objekt", 'Skriv sprog og niveau: {"dansk": "B1"}.'))
    elif len(value) > LIST_LIMIT:
        problems.append(FieldProblem(field, f"Der er plads til {LIST_LIMIT} sprog.", "Forkort listen."))
    else:
        for language, level in value.items():
            _is_language(field, language, problems)
            _is_level(f"{field}.{shown_name(language)}", level, problems)


_is_language = text(SHORT_LIMIT, one_line=True)
_is_level = choice(LANGUAGE_LEVELS)
