"""Chooses the labels that tell something new: official files hold the same words in every order."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.language import analyse


def telling(labels: Sequence[str]) -> tuple[str, ...]:
    """The first label, then as few others as have every word of all of them between them; in their own order.

    Of ESCO's English labels three fifths: the others would take as long to embed and blur what the concept is.
    """
    stems = [frozenset(analyse(label)) for label in labels]
    chosen = [0] if labels else []
    left = frozenset[str]().union(*stems).difference(*stems[:1])
    while left:
        chosen.append(max(range(len(labels)), key=lambda at: (len(stems[at] & left), -at)))
        left -= stems[chosen[-1]]
    return tuple(labels[at] for at in sorted(chosen))
