"""The encoder as an ONNX model, built in memory from the weights in a tenth of a second.

Input: the tokens of texts of equal length, one row each, as the sum of word, position and type embeddings, shape (rows,
hidden); nothing is masked. Output: the rows' last hidden states. Rows are padded with zeros to an even number, because
matrix products work on pairs of rows and compute an odd last row in another order, which would change the last digits;
SHAPE says how many rows are real, FILL how to pad again after attention. Matrix products multiply 8-bit integers: the
4-bit weights with one scale for every 32, activations quantised in groups of the same size. Quantising whole rows at
once is faster but loses a quarter of the ten nearest neighbours (measured); groups of 128 lose nothing where the
activations are well-behaved: after attention and after GELU.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from indexer.embedding.e5_weights import GROUP, E5Weights, steps_of
from indexer.embedding.onnx_format import CONTRIBUTED, model, named, node, tensor

FORM = "1"  # raised when the graph changes: its vectors differ in the last digits
WIDE = 128
ZERO, STEPS = 128, 127
ROUNDED_ACTIVATIONS = 4  # ONNX Runtime's name for products of 8-bit steps
GIVEN, SHAPE, REAL, FILL, MADE = "embedded", "shape", "real", "fill", "states"
_COUNTS = ((SHAPE, np.int64, (3,)), (REAL, np.int64, (1,)), (FILL, np.int64, (4,)))


def encoder(weights: E5Weights) -> bytes:
    """The model file."""
    graph = _Graph(weights)
    numbers = {"last": [-1], "first": [0], "flat": [-1, weights.sizes.hidden]}
    graph.tensors.extend(tensor(name, np.array(values, np.int64)) for name, values in numbers.items())
    graph.tensors.append(tensor("epsilon", np.array([weights.sizes.epsilon], np.float32)))
    state = graph.normal(GIVEN, "emb.ln", "start")
    for layer in range(weights.sizes.layers):
        state = graph.layer(state, f"l{layer}.")
    graph.nodes.append(node("Identity", [state], [MADE]))
    shape = ("rows", weights.sizes.hidden)
    given = [named(GIVEN, np.float32, shape)] + [named(*one) for one in _COUNTS]
    return model(graph.nodes, graph.tensors, given, named(MADE, np.float32, shape))


@dataclass
class _Graph:
    """The nodes and constants added so far."""

    weights: E5Weights
    nodes: list[bytes] = field(default_factory=list)
    tensors: list[bytes] = field(default_factory=list)

    def layer(self, state: str, name: str) -> str:
        """Attention, then the feed-forward layer, each with a residual connection."""
        seen = self.attention(state, name)
        state = self.joined(state, self.product(seen, [f"{name}ao"], WIDE), f"{name}aln")
        inner = self.step("Gelu", [self.product(state, [f"{name}fi"], GROUP)], f"{name}inner", CONTRIBUTED)
        return self.joined(state, self.product(inner, [f"{name}fo"], WIDE), f"{name}oln")

    def attention(self, state: str, name: str) -> str:
        """Multi-head self-attention within each text."""
        rows = self.product(state, [f"{name}{part}" for part in "qkv"], GROUP)
        real = self.step("Slice", [rows, "first", REAL, "first"], f"{name}real")
        texts = self.step("Reshape", [real, SHAPE], f"{name}texts")
        asked = [f"{name}{part}.asked" for part in "qkv"]
        self.nodes.append(node("Split", [texts], asked, axis=-1, num_outputs=len(asked)))
        heads = self.weights.sizes.heads
        seen = self.step("MultiHeadAttention", asked, f"{name}seen", CONTRIBUTED, num_heads=heads)
        return self.step("Pad", [self.step("Reshape", [seen, "flat"], f"{name}rows"), FILL], f"{name}filled")

    def product(self, state: str, names: list[str], group: int) -> str:
        """The state times weight matrices laid side by side, plus their biases."""
        found = [_in_groups(self.weights, f"{one}.w", group) for one in names]
        steps, scales = (np.concatenate(parts) for parts in zip(*found, strict=True))
        bias = np.concatenate([self.weights.floats(f"{one}.b") for one in names])
        rows, columns = len(bias), scales.size * group // len(bias)
        whole = (steps.astype(np.int16) + ZERO).astype(np.uint8)
        constants = {"steps": whole.reshape(rows, -1, group), "scales": scales.reshape(rows, -1), "bias": bias}
        name = names[0]
        self.tensors.extend(tensor(f"{name}.{one}", values) for one, values in constants.items())
        given = [state, f"{name}.steps", f"{name}.scales", "", "", f"{name}.bias"]
        form = {"K": columns, "N": rows, "bits": 8, "block_size": group, "accuracy_level": ROUNDED_ACTIVATIONS}
        return self.step("MatMulNBits", given, f"{name}.product", CONTRIBUTED, **form)

    def joined(self, state: str, more: str, name: str) -> str:
        """The normalised sum of both."""
        return self.normal(self.step("Add", [state, more], f"{name}.sum"), name, f"{name}.normal")

    def normal(self, state: str, name: str, made: str) -> str:
        """Layer normalisation from elementary operators: the runtime's own is not vectorised and a third slower."""
        for part in "wb":
            self.tensors.append(tensor(f"{name}.{part}", self.weights.floats(f"{name}.{part}")))
        mean = self.step("ReduceMean", [state, "last"], f"{made}.mean", keepdims=1)
        away = self.step("Sub", [state, mean], f"{made}.away")
        squares = self.step("Mul", [away, away], f"{made}.squares")
        spread = self.step("ReduceMean", [squares, "last"], f"{made}.spread", keepdims=1)
        root = self.step("Sqrt", [self.step("Add", [spread, "epsilon"], f"{made}.above")], f"{made}.root")
        unit = self.step("Mul", [away, self.step("Reciprocal", [root], f"{made}.inverse")], f"{made}.unit")
        return self.step("Add", [self.step("Mul", [unit, f"{name}.w"], f"{made}.scaled"), f"{name}.b"], made)

    def step(self, operator: str, given: list[str], made: str, domain: str = "", **settings: float) -> str:
        """Add a node; returns the name of its output."""
        self.nodes.append(node(operator, given, [made], domain, **settings))
        return made


def _in_groups(weights: E5Weights, name: str, group: int) -> tuple[np.ndarray, np.ndarray]:
    """Steps (groups, group) and scales (groups,); wider groups are rounded to the 8 bits there is room for."""
    packed = weights.groups(name)
    steps, scales = steps_of(packed), packed["scale"].astype(np.float32)
    if group == GROUP:
        return steps, scales
    values = (steps * scales[:, None]).reshape(-1, group)
    wide = np.abs(values).max(axis=1) / STEPS
    return np.rint(values / np.where(wide > 0, wide, 1)[:, None]), wide.astype(np.float32)
