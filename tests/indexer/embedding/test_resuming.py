"""Embedding by several processes, one of them killed: what was done stays, and nothing is done twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from indexer.embedding.cache import CHARACTERS_A_WRITE, CachedEmbedder
from indexer.embedding.e5_onnx import OnnxE5
from tests.architecture.product import ROOT
from tests.benchmarks.embedding import Counting
from tests.indexer.embedding.counting import LetterEmbedder
from tests.indexer.embedding.embedding_process import titles

pytestmark = pytest.mark.long

MANY = 30 * CHARACTERS_A_WRITE // len(titles(0, 1)[0])


def _process(what: str, folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    arguments = [what, str(folder), str(first), str(last)]
    command = [sys.executable, "-m", "tests.indexer.embedding.embedding_process", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_killed_process_leaves_its_vectors_to_the_next(tmp_path: Path) -> None:
    with _process("letters", tmp_path, 0, MANY) as killed:
        assert killed.stdout is not None
        done = int(killed.stdout.readline())
        killed.kill()
    letters = LetterEmbedder()
    cached = CachedEmbedder(letters, tmp_path)

    cached.passages(titles(0, MANY))

    assert 0 < done < MANY
    assert len(letters.embedded) <= MANY - done
    cached.close()


def test_processes_share_the_work_and_the_vectors(tmp_path: Path) -> None:
    with _process("model", tmp_path, 0, 20) as one, _process("model", tmp_path, 20, 40) as other:
        assert (one.wait(), other.wait()) == (0, 0)
    counting = Counting(OnnxE5())
    cached = CachedEmbedder(counting, tmp_path)

    together = cached.passages(titles(0, 40))

    assert counting.texts == 0
    assert np.array_equal(together, OnnxE5().passages(titles(0, 40)).astype(np.float16))
    cached.close()
