"""What speaks for one of two people."""

from __future__ import annotations

from matcher.why.comparing import lost_alike
from matcher.why.differences import PartPair


def test_what_both_lack_speaks_for_neither() -> None:
    assert lost_alike(PartPair("ønsket: el-stabler", -3.7, -2.8))
    assert not lost_alike(PartPair("ønsket: pluk", 0.0, -2.8))
    assert not lost_alike(PartPair("afstand", -0.5, -5.0))
    assert not lost_alike(PartPair("erfaring", 9.4, 2.3))
