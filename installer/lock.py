"""Remake requirements.txt and requirements-dev.txt: exact versions and the hashes of their wheels.

Run through ``python3 installer/dev.py lock`` on Linux. Versions stay as they are locked unless
``--newest`` is given. The names come from pyproject.toml; where pip looks for them is pip's own
configuration and is written nowhere.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pythons import LOCKED

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements.txt"
DEV = ROOT / "requirements-dev.txt"
# Oldest first: of several wheels the one for the oldest system runs on the most machines.
MANYLINUX = (
    "manylinux1_x86_64",
    "manylinux2010_x86_64",
    "manylinux2014_x86_64",
    *(f"manylinux_2_{minor}_x86_64" for minor in range(5, 37)),
)


class Target(NamedTuple):
    """A platform and a Python for which wheels are locked."""

    system: str
    python: str
    tags: tuple[str, ...]


class Wheel(NamedTuple):
    """One file pip would install: normalised name, version, SHA-256 in hex."""

    name: str
    version: str
    sha256: str


TARGETS = tuple(
    Target(system, f"{major}.{minor}", tags)
    for system, tags in (("linux", MANYLINUX), ("win32", ("win_amd64",)))
    for major, minor in LOCKED
)


def wanted(lines: Iterable[str], system: str) -> list[str]:
    """Return the requirements that hold on a system; pip judges markers by its own host only."""
    split = [[part.strip() for part in line.split(";")] for line in lines]
    return [name for name, *marker in split if not marker or system in marker[0]]


def resolve(requirements: list[str], target: Target, constraints: Path) -> list[Wheel]:
    """Ask pip which wheels it would install for a target."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"]
        command += ["--ignore-installed", "--target", folder, "--report", str(report)]
        command += ["--only-binary=:all:", "--implementation=cp", "--constraint", str(constraints)]
        command += [f"--python-version={target.python}"]
        command += [f"--platform={tag}" for tag in target.tags]
        subprocess.run([*command, *requirements], check=True, stderr=subprocess.PIPE)
        return [wheel(item) for item in json.loads(report.read_text("utf-8"))["install"]]


def wheel(item: Mapping[str, dict[str, dict[str, dict[str, str]]]]) -> Wheel:
    """Read one entry of pip's report."""
    about = item["metadata"]
    name = re.sub(r"[-_.]+", "-", str(about["name"])).lower()
    digest = item["download_info"]["archive_info"]["hashes"]["sha256"]
    return Wheel(name, str(about["version"]), digest)


def marker(systems: set[str], count: int) -> str:
    """Return the marker of a package needed on these systems, found for so many targets."""
    if count == len(TARGETS):
        return ""
    if len(systems) == 1 and count == len(LOCKED):
        return f" ; sys_platform == '{next(iter(systems))}'"
    raise SystemExit("A package is needed by some Python versions only: teach lock.py its marker.")


def locked(found: Mapping[Target, list[Wheel]]) -> dict[str, str]:
    """Return the lock's text for each package, from what pip chose for each target."""
    texts = {}
    for name in sorted({one.name for wheels in found.values() for one in wheels}):
        here = [
            (t.system, one) for t, wheels in found.items() for one in wheels if one.name == name
        ]
        (version,) = {one.version for _, one in here}
        hashes = sorted({f"    --hash=sha256:{one.sha256}" for _, one in here})
        head = f"{name}=={version}{marker({system for system, _ in here}, len(here))}"
        texts[name] = " \\\n".join([head, *hashes]) + "\n"
    return texts


def pins() -> str:
    """Return the versions locked now, one a line."""
    text = "".join(path.read_text("utf-8") for path in (RUNTIME, DEV) if path.exists())
    return "\n".join(re.findall(r"^[^\s#]+==[^\s;\\]+", text, re.MULTILINE))


def main(arguments: list[str]) -> None:
    """Write both files."""
    if not sys.platform.startswith("linux"):
        raise SystemExit("Remake the locks on Linux: pip judges markers by the PC it runs on.")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    runtime, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "constraints.txt")
        constraints.write_text("" if "--newest" in arguments else pins(), "utf-8")
        needs, everything = (
            locked({t: resolve(wanted(names, t.system), t, constraints) for t in TARGETS})
            for names in (runtime, runtime + dev)
        )
    RUNTIME.write_text("".join(needs.values()), "utf-8", newline="\n")
    extra = [text for name, text in everything.items() if name not in needs]
    DEV.write_text("".join(extra), "utf-8", newline="\n")
    print(f"Locked {len(needs)} packages to run and {len(extra)} more to develop.")


if __name__ == "__main__":
    main(sys.argv[1:])
