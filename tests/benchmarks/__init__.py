"""Figures of this software, each beside a limit or a peer of the same run: `python -m tests.benchmarks`."""
