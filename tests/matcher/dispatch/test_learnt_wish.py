"""A text without an occupation may still be that of a job; a message to the job centre is not."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.embedding.cache import CachedEmbedder
from matcher.dispatch.learnt_wish import load_learnt_wish


@pytest.mark.parametrize(
    ("job", "message"),
    [
        ("Inde bag disken. skære pålæg, pakke ind, tage imod betaling", "Vedr. vores møde. vi når det ikke på torsdag"),
        ("Op på stigen. rense tagrender og skifte tagsten", "Refusion. hvornår kommer pengene for februar?"),
        ("Evening shift. fold towels and fill the machines", "Question. who do I call about the subsidy?"),
    ],
)
def test_a_text_of_a_job_is_told_from_a_message(embedder: CachedEmbedder, job: str, message: str) -> None:
    wish = load_learnt_wish(embedder.name, embedder.dimensions)

    of_job, of_message = embedder.queries([job, message])

    assert wish.of(of_job) > 0 > wish.of(of_message)


def test_in_another_models_space_every_text_is_doubtful() -> None:
    assert load_learnt_wish("en anden model", 8).of(np.ones(8)) == 0
