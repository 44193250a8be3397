"""Set up, run and test MSU Desktop from a fresh clone; any Python 3.9 or newer starts it.

python3 installer/dev.py run [--demo] [ARGUMENTS…]   open the window; --demo: an example office
python3 installer/dev.py test                        all that CI checks
python3 installer/dev.py bench                       measure against the limits
python3 installer/dev.py words [take FILE…]          bring the catalogues up to the code
python3 installer/dev.py lock [--newest]             remake the locked requirements
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from environment import DEV, ROOT, RUNTIME, ready, surroundings
from libraries import DRAWING, WINDOW, Trouble, bring
from steps import Step, run_all

NO_SCREEN = """There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open.
Start this in a desktop session, or give it a screen that nobody sees:

    sudo apt-get install -y xvfb
    xvfb-run -a python3 installer/dev.py run

The command line needs no screen, for example: python3 installer/dev.py run acts"""


def opens_window(arguments: list[str]) -> bool:
    """Tell a start of the window from a command of the command line such as ``acts``."""
    first = arguments[0] if arguments else "--"
    return first.startswith("--") and first not in ("--help", "--version")


def has_screen(platform: str, variables: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; a Qt platform named by hand is taken at its word."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(variables.get(name) for name in named)


def python_run(python: str, *arguments: str) -> int:
    """Run the environment's Python in the project's folder; return its exit status."""
    return subprocess.call([python, *arguments], cwd=ROOT, env=surroundings())


def program(python: str, *arguments: str) -> int:
    """Run MSU Desktop; return its exit status."""
    return python_run(python, "-m", "msu_desktop", *arguments)


def catalogues_are_fresh() -> bool:
    """Tell whether each catalogue was compiled after its last change."""
    sources = list(ROOT.glob("translations/*/LC_MESSAGES/msu.po"))
    made = [path.with_suffix(".mo") for path in sources]
    return all(
        mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime for po, mo in zip(sources, made)
    )


def demo(python: str, arguments: list[str]) -> int:
    """Open an example office that is gone when the window closes."""
    folder = tempfile.mkdtemp(prefix="msu-example-")
    print(f"Making an example office in {folder}", flush=True)
    try:
        made = program(python, "demo", "--data-dir", folder, "--years", "1", "--seed", "7")
        return made or program(python, "--data-dir", folder, *arguments)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(arguments: list[str]) -> int:
    """Open the window, or carry out a command of the command line."""
    window = opens_window(arguments)
    if window and not has_screen(sys.platform, os.environ):
        raise Trouble(NO_SCREEN)
    bring({**DRAWING, **WINDOW} if window else {})
    python = ready(RUNTIME)
    if not catalogues_are_fresh():
        python_run(python, "installer/words.py", "compile")
    if "--demo" in arguments:
        return demo(python, [argument for argument in arguments if argument != "--demo"])
    return program(python, *arguments)


def check_steps(python: str) -> list[Step]:
    """Return the steps of ``test``; pytest last, so that its closing line is the last of any tool."""
    module = [python, "-m"]
    workers = ["-n", "2"] if (os.cpu_count() or 1) > 1 else []
    return [
        Step("catalogues compiled", [python, "installer/words.py", "compile"]),
        Step("format", [*module, "ruff", "format", "--check", "."]),
        Step("lint", [*module, "ruff", "check", "."]),
        Step("types", [*module, "mypy"]),
        Step("import contracts", [str(Path(python).with_name("lint-imports")), "--no-logo"]),
        Step("translations complete", [python, "installer/words.py", "check"]),
        Step("tests", [*module, "pytest", *workers]),
    ]


def test(_arguments: list[str]) -> int:
    """Check everything CI checks."""
    bring(DRAWING)
    python = ready(RUNTIME, DEV)
    return run_all(check_steps(python), ROOT, surroundings(QT_QPA_PLATFORM="offscreen"))


def bench(arguments: list[str]) -> int:
    """Print the benchmark table."""
    bring(DRAWING)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return python_run(ready(RUNTIME, DEV), "-m", "tests.benchmarks", *arguments)


def words(arguments: list[str]) -> int:
    """Bring the catalogues up to the code, or do what words.py is asked."""
    return python_run(ready(RUNTIME), "installer/words.py", *(arguments or ["update"]))


def lock(arguments: list[str]) -> int:
    """Remake the locked requirements."""
    return python_run(ready(RUNTIME), "installer/lock.py", *arguments)


COMMANDS = {"run": run, "test": test, "bench": bench, "words": words, "lock": lock}


def main(arguments: list[str]) -> int:
    """Carry out one command; return the exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
