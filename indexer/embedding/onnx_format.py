"""The small part of the ONNX file format that the encoder needs, so that the package onnx need not be installed.

A model is protocol buffers; the field numbers are those of onnx.proto3 (https://onnx.ai, version 8 of the format).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

FORMAT, OPERATORS, CONTRIBUTED = 8, 18, "com.microsoft"
_TYPES = {np.dtype(np.float32): 1, np.dtype(np.uint8): 2, np.dtype(np.int8): 3, np.dtype(np.int64): 7}
_INT, _BYTES, _FLOAT = 0, 2, 5  # wire types

Dimensions = Sequence[int | str]


def model(nodes: Iterable[bytes], tensors: Iterable[bytes], given: Iterable[bytes], made: bytes) -> bytes:
    """A whole model of one graph."""
    graph = b"".join((*nodes, _text(2, "encoder"), *tensors, *(_part(11, one) for one in given), _part(12, made)))
    versions = _part(8, _text(1, "") + _number(2, OPERATORS)) + _part(8, _text(1, CONTRIBUTED) + _number(2, 1))
    return _number(1, FORMAT) + versions + _part(7, graph)


def node(operator: str, inputs: Sequence[str], outputs: Sequence[str], domain: str = "", **settings: float) -> bytes:
    """One step of the graph."""
    names = b"".join((*(_text(1, name) for name in inputs), *(_text(2, name) for name in outputs)))
    return _part(
        1, names + _text(4, operator) + b"".join(_setting(*one) for one in settings.items()) + _text(7, domain)
    )


def tensor(name: str, values: NDArray[np.generic]) -> bytes:
    """A constant of the graph."""
    values = np.ascontiguousarray(values)
    shape = b"".join(_number(1, size) for size in values.shape)
    return _part(5, shape + _number(2, _TYPES[values.dtype]) + _text(8, name) + _part(9, values.tobytes()))


def named(name: str, kind: type[np.generic], dimensions: Dimensions) -> bytes:
    """An input or output; a dimension by name may be of any size."""
    sizes = b"".join(_part(1, _number(1, one) if isinstance(one, int) else _text(2, one)) for one in dimensions)
    return _text(1, name) + _part(2, _part(1, _number(1, _TYPES[np.dtype(kind)]) + _part(2, sizes)))


def _setting(name: str, value: float) -> bytes:
    if isinstance(value, int):
        return _part(5, _text(1, name) + _number(3, value) + _number(20, 2))
    return _part(5, _text(1, name) + _varint(2 << 3 | _FLOAT) + struct.pack("<f", value) + _number(20, 1))


def _text(field: int, text: str) -> bytes:
    return _part(field, text.encode())


def _part(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | _BYTES) + _varint(len(content)) + content


def _number(field: int, number: int) -> bytes:
    return _varint(field << 3 | _INT) + _varint(number)


def _varint(number: int) -> bytes:
    number &= (1 << 64) - 1  # negative numbers are written as if they were of 64 bits
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    return bytes((*written, number))
