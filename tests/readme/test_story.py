"""The README's story: its commands are commands, its orders and people exist, and it is told in a form made anew by one
command, so that figures are never written by hand.
"""

from __future__ import annotations

from api.cli import main
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from tests.readme.story import BLOCK, README, commands

STORY = README.read_text(encoding="utf-8")
KNOWN = {order.id for order in bundled_orders()} | {person.id for person in bundled_cvs()}


def test_the_story_shows_rank_why_and_compare_of_three_orders() -> None:
    shown = commands(STORY)

    assert {"rank", "why", "compare"} == {words[0] for words in shown}
    assert len({words[1] for words in shown}) == 3


def test_every_command_shown_is_one_and_names_orders_and_people_of_the_bundled_data() -> None:
    for name, *arguments in commands(STORY):
        command = main.get_command(main.make_context("jobformidling", ["--help"], resilient_parsing=True), name)
        assert command is not None
        command.make_context(name, list(arguments))
        assert {one for one in arguments if "-" in one and one[0].isupper()} <= KNOWN


def test_what_is_printed_speaks_of_what_was_asked_for() -> None:
    for block in BLOCK.finditer(STORY):
        words = block["command"].split()
        assert words[1] in block["output"], words
