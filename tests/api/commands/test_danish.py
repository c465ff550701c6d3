"""The command line's library speaks Danish, and only while a command runs."""

from __future__ import annotations

import ast
import gettext
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from api.cli import COMMANDS, main
from api.translations.__main__ import compiled, texts
from api.translations.danish import CATALOGUE
from tests.api.commands.command_line import run

ENGLISH = re.compile(r"Usage|Options|Show |Try |Error|Missing|default:|INTEGER|TEXT|\[OPTIONS\]|COMMAND")


def said_by_click() -> Iterator[str]:
    """Every text that click looks up, those of one and many parted by a nought."""
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                count = 2 if node.func.id == "ngettext" else 1
                given = [one.value for one in node.args[:count] if isinstance(one, ast.Constant)]
                yield "\0".join(str(one) for one in given)


def pages(command: click.Command, *path: str) -> Iterator[tuple[str, ...]]:
    """The command and all within it."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if part := command.get_command(context, name):
                yield from pages(part, *path, name)


def test_the_catalogue_is_made_of_the_table() -> None:
    assert CATALOGUE.read_bytes() == compiled(texts())


def test_the_table_holds_only_what_the_library_says() -> None:
    assert texts().keys() - {"", "required"} <= set(said_by_click())


@pytest.mark.parametrize("english", [one for one in texts() if one])
def test_a_text_fills_no_blank_that_it_is_not_given(english: str) -> None:
    def blanks(text: str) -> set[str]:
        return set(re.findall(r"\{[^}]*\}", text))

    assert blanks(texts()[english]) <= blanks(english)


def test_no_page_of_help_has_a_word_of_english() -> None:
    shown = [path for path in pages(main) if ENGLISH.search(run(*path, "--help").output)]
    assert shown == []
    assert len(COMMANDS) > 10


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["wy"], "Fejl: Kommandoen 'wy' findes ikke."),
        (["why"], "Fejl: Argumentet mangler: 'ORDRE'."),
        (["why", "A", "B", "--shown", "x"], "Fejl: Værdien for '--shown' duer ikke: 'x' er ikke et tal."),
        (["route"], "Fejl: Tilvalget mangler: '--orders'."),
        (["compare", "a", "b", "c", "d"], "Fejl: Et argument for meget (d)"),
    ],
)
def test_a_slip_is_told_in_danish(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert not ENGLISH.search(done.output)


def test_the_machine_s_language_is_as_before_once_the_command_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in (None, "en"):
        if language:
            monkeypatch.setenv("LANGUAGE", language)
        else:
            monkeypatch.delenv("LANGUAGE", raising=False)
        assert run("--help").output.startswith("Brug:")
        assert (os.environ.get("LANGUAGE"), gettext.textdomain()) == (language, "messages")
