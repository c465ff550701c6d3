"""The encoder as an ONNX model, built in memory from the weights in half a second.

Input: the tokens of texts of equal length, one row each, as the sum of word, position and type embeddings, shape (rows,
hidden); nothing is masked. SHAPE says how many texts and tokens they are. Output: the rows' last hidden states.

Matrix products multiply 8-bit integers, whose sums are exact whatever stands beside a row. Weights have 127 steps
either way for each output. Activations are taken twice, in coarse steps and what is left of them in fine ones: one
product of 8 bits alone loses a tenth of the ten nearest neighbours; both together lie nearer to the exact model than
activations rounded in groups of 32, at two thirds of the time (measured). 127 x 127 twice fits 16 bits, so that
processors without an instruction for products of bytes add them without clipping.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from indexer.embedding.e5_reach import Normalised, Reach
from indexer.embedding.e5_weights import E5Weights, Floats
from indexer.embedding.onnx_format import CONTRIBUTED, model, named, node, tensor

FORM = "2"  # raised when the graph changes: its vectors differ in the last digits
WEIGHT_STEPS = 127  # either way
STEPS = 126  # of an activation, from the lowest to the highest
GIVEN, SHAPE, MADE = "embedded", "shape", "states"


def encoder(weights: E5Weights) -> bytes:
    """The model file."""
    graph = _Graph(weights)
    graph.tensors.append(tensor("flat", np.array([-1, weights.sizes.hidden], np.int64)))
    graph.tensors.append(tensor("middle", np.array(STEPS // 2, np.uint8)))
    state = graph.normal(GIVEN, "emb.ln")
    for layer in range(weights.sizes.layers):
        state = graph.layer(state, f"l{layer}.")
    graph.nodes.append(node("Identity", [state.name], [MADE]))
    shape = ("rows", weights.sizes.hidden)
    given = [named(GIVEN, np.float32, shape), named(SHAPE, np.int64, (3,))]
    return model(graph.nodes, graph.tensors, given, named(MADE, np.float32, shape))


@dataclass(frozen=True, slots=True)
class _State:
    """A normalised state of every token, by the name of the node that makes it."""

    name: str
    values: Normalised


@dataclass
class _Graph:
    """The nodes and constants added so far."""

    weights: E5Weights
    nodes: list[bytes] = field(default_factory=list)
    tensors: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.matrix = lru_cache(maxsize=2)(self._matrix)  # asked for twice in a row

    def layer(self, state: _State, name: str) -> _State:
        """Attention, then the feed-forward layer, each with a residual connection."""
        values = state.values.reach_through(*self.matrix(f"{name}v"))  # attention gives means of them
        seen = self.product(self.attention(state, name), values, f"{name}ao")
        state = self.joined(state, seen, f"{name}aln")
        inner = state.values.reach_through(*self.matrix(f"{name}fi")).after_gelu()
        made = self.product(state.name, state.values.reach(), f"{name}fi")
        active = self.step("Gelu", [made], f"{name}active", CONTRIBUTED)
        return self.joined(state, self.product(active, inner, f"{name}fo"), f"{name}oln")

    def attention(self, state: _State, name: str) -> str:
        """Multi-head self-attention within each text."""
        rows = self.product(state.name, state.values.reach(), *(f"{name}{part}" for part in "qkv"))
        texts = self.step("Reshape", [rows, SHAPE], f"{name}texts")
        asked = [f"{name}{part}.asked" for part in "qkv"]
        self.nodes.append(node("Split", [texts], asked, axis=-1, num_outputs=len(asked)))
        heads = self.weights.sizes.heads
        seen = self.step("MultiHeadAttention", asked, f"{name}seen", CONTRIBUTED, num_heads=heads)
        return self.step("Reshape", [seen, "flat"], f"{name}rows")

    def product(self, rows: str, reach: Reach, *names: str) -> str:
        """Rows within reach times weight matrices laid side by side, plus their biases."""
        name = names[0]
        self.tensors.extend(tensor(f"{name}.{what}", values) for what, values in self._constants(reach, names).items())
        coarse = [f"{name}.coarse", f"{name}.zero"]
        whole = self.step("QuantizeLinear", [rows, *coarse], f"{name}.whole")
        near = self.step("DequantizeLinear", [whole, *coarse], f"{name}.near")
        left = self.step("Sub", [rows, near], f"{name}.left")
        fine = [f"{name}.fine", "middle"]
        rest = self.step("QuantizeLinear", [left, *fine], f"{name}.rest")
        found = [self.times(whole, *coarse, name, f"{name}.bias"), self.times(rest, *fine, name)]
        return self.step("Add", found, f"{name}.product")

    def times(self, steps: str, size: str, zero: str, name: str, *bias: str) -> str:
        """Steps of a size, counted from a zero, times the weights."""
        given = [steps, f"{name}.steps", size, f"{name}.scales", zero, "", *bias]
        return self.step("MatMulIntegerToFloat", given, f"{steps}.times", CONTRIBUTED)

    def joined(self, state: _State, more: str, name: str) -> _State:
        """The normalised sum of both."""
        return self.normal(self.step("Add", [state.name, more], f"{name}.sum"), name)

    def normal(self, rows: str, name: str) -> _State:
        """Layer normalisation."""
        parts = {f"{name}.{part}": self.weights.floats(f"{name}.{part}") for part in "wb"}
        self.tensors.extend(tensor(*one) for one in parts.items())
        epsilon = self.weights.sizes.epsilon
        made = self.step("LayerNormalization", [rows, *parts], f"{name}.normal", axis=-1, epsilon=epsilon)
        return _State(made, Normalised(*parts.values()))

    def step(self, operator: str, given: list[str], made: str, domain: str = "", **settings: float) -> str:
        """Add a node; returns the name of its output."""
        self.nodes.append(node(operator, given, [made], domain, **settings))
        return made

    def _constants(self, reach: Reach, names: tuple[str, ...]) -> dict[str, np.ndarray]:
        parts = [self.matrix(name) for name in names]
        matrix, bias = (np.concatenate(some) for some in zip(*parts, strict=True))
        scales = np.abs(matrix).max(axis=1) / np.float32(WEIGHT_STEPS)
        steps = np.rint(matrix / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
        coarse = (reach.high - reach.low) / STEPS
        sizes = {"coarse": np.array(coarse, np.float32), "fine": np.array(coarse / STEPS, np.float32)}
        zero = np.array(np.ceil(-reach.low / coarse), np.uint8)
        return {"steps": steps.T, "scales": scales, "bias": bias, "zero": zero, **sizes}

    def _matrix(self, name: str) -> tuple[Floats, Floats]:
        """Weights, (outputs, channels), and their bias."""
        bias = self.weights.floats(f"{name}.b")
        return self.weights.dense(f"{name}.w").reshape(len(bias), -1), bias
