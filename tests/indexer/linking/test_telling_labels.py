"""Labels that tell something new."""

from __future__ import annotations

from indexer.linking.telling_labels import telling


def test_a_label_in_another_order_tells_nothing_new() -> None:
    labels = ("nurse assistant", "assistant nurse", "assistant to nurses", "care helper")

    assert telling(labels) == ("nurse assistant", "care helper")


def test_few_labels_have_every_word_of_all() -> None:
    labels = ("baker", "bread maker", "cake maker", "maker of bread and cake")

    assert telling(labels) == ("baker", "maker of bread and cake")


def test_the_first_label_stays_even_without_words() -> None:
    assert telling(("–", "baker")) == ("–", "baker")
    assert telling(("–",)) == ("–",)
    assert telling(()) == ()
