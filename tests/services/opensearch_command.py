"""`make opensearch-up` and `make opensearch-down`: an OpenSearch to try things on, kept until it is stopped."""

from __future__ import annotations

import argparse
import shutil

from tests.services.opensearch import made, place

HTTP, TRANSPORT = 9200, 9300  # of the first node; the others follow
FOLDER = place() / "running"
MOST_NODES = 9


def up(nodes: int) -> None:
    """Start it with so many nodes; what already runs, runs on."""
    before = _nodes_made()
    if before not in {0, nodes}:
        raise SystemExit(f"There are {before} nodes already. Stop and forget them first: make opensearch-down")
    cluster = made(FOLDER, nodes, _ports(nodes))
    cluster.start()
    print("OpenSearch answers on", ",".join(cluster.urls))  # noqa: T201


def down() -> None:
    """Stop it and forget its data."""
    nodes = _nodes_made()
    if nodes:
        made(FOLDER, nodes, _ports(nodes)).stop()
        shutil.rmtree(FOLDER)


def _nodes_made() -> int:
    return len(list(FOLDER.glob("node-*"))) if FOLDER.exists() else 0


def _ports(nodes: int) -> list[int]:
    return [port for n in range(nodes) for port in (HTTP + n, TRANSPORT + n)]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["up", "down"])
    parser.add_argument("--nodes", type=int, default=1, choices=range(1, MOST_NODES + 1))
    asked = parser.parse_args()
    if asked.what == "up":
        up(asked.nodes)
    else:
        down()


if __name__ == "__main__":
    main()
