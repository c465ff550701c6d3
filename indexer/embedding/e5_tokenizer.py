"""The model's tokenizer: the most probable way to cut every word into known pieces (a SentencePiece unigram model)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from indexer.embedding.e5_weights import Pieces

WORD = "▁"  # marks the start of a word; no piece crosses it, so words are cut one by one and cached
WORDS_REMEMBERED, LONGEST_REMEMBERED = 32_768, 40  # some 10 MB; longer words hardly recur
UNKNOWN_COSTS = 10.0  # below the rarest piece, as sentencepiece has it
MARKS = 4  # the first pieces are control tokens such as <s>, which ordinary text never means


class Tokenizer:
    """Cuts texts into the tokens that the weights were trained with."""

    def __init__(self, pieces: Pieces) -> None:
        self._ids = {text.decode(): number for number, text in enumerate(pieces.texts) if number >= MARKS}
        self._scores: list[float] = pieces.scores.tolist()
        self._unknown, self._respelled = pieces.unknown, dict(pieces.respelled)
        self._unknown_score = min(self._scores) - UNKNOWN_COSTS
        self._longest = max(map(len, self._ids))
        self._remembered = lru_cache(WORDS_REMEMBERED)(self._cut)

    def tokens(self, text: str) -> list[int]:
        """The tokens of the text, without marks for start and end."""
        tokens: list[int] = []
        for word in text.translate(self._respelled).split(" "):
            if word:
                cut = self._remembered if len(word) <= LONGEST_REMEMBERED else self._cut
                tokens.extend(cut(WORD + word))
        return tokens

    def _cut(self, word: str) -> Sequence[int]:
        """The most probable pieces of the word, by dynamic programming over its letters."""
        best = [0.0] + [float("-inf")] * len(word)
        came: list[tuple[int, int]] = [(0, 0)] * (len(word) + 1)  # start and id of the last piece of the best path
        for start in range(len(word)):
            self._reach(word, start, best, came)
        path, at = [], len(word)
        while at:
            at, piece = came[at]
            path.append(piece)
        return tuple(reversed(path))

    def _reach(self, word: str, start: int, best: list[float], came: list[tuple[int, int]]) -> None:
        """Improve the best paths to every position that one piece from `start` reaches."""
        for end in range(start + 1, min(start + self._longest, len(word)) + 1):
            piece = self._ids.get(word[start:end])
            if piece is not None and (score := best[start] + self._scores[piece]) > best[end]:
                best[end], came[end] = score, (start, piece)
        if (score := best[start] + self._unknown_score) > best[start + 1]:
            best[start + 1], came[start + 1] = score, (start, self._unknown)
