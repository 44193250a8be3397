"""Run the steps of a check one after another, all of them, and say which were not in order."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Step(NamedTuple):
    """One step: its heading and the command that carries it out."""

    name: str
    command: list[str]


def carry_out(step: Step, folder: Path, environment: Mapping[str, str]) -> bool:
    """Run one step under its heading; tell whether it was in order."""
    print(f"\n── {step.name} ", flush=True)
    began = time.perf_counter()
    try:
        status = subprocess.call(step.command, cwd=folder, env=dict(environment))
    except OSError as error:
        print(error)
        status = 127
    verdict = "in order" if status == 0 else f"NOT IN ORDER (exit status {status})"
    print(f"   {step.name}: {verdict}, {time.perf_counter() - began:.1f} s", flush=True)
    return status == 0


def run_all(steps: list[Step], folder: Path, environment: Mapping[str, str]) -> int:
    """Run every step whatever the others say; return the exit status, 0 if all are in order."""
    began = time.perf_counter()
    bad = [step.name for step in steps if not carry_out(step, folder, environment)]
    spent = f"{time.perf_counter() - began:.0f} s"
    if bad:
        print(f"\nNot in order: {', '.join(bad)}. ({spent})", file=sys.stderr, flush=True)
    else:
        print(f"\nEverything is in order. ({spent})", flush=True)
    return 1 if bad else 0
