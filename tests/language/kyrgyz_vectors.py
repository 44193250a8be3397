"""The vectors of official Kyrgyz text, one table per file."""

import csv
from pathlib import Path

VECTORS = Path(__file__).parent / "vectors"


def vectors(name: str) -> list[tuple[str, ...]]:
    with (VECTORS / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row) for row in rows][1:]
