"""Find the system libraries Qt needs on Linux, and install them on Debian when we may."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from typing import Callable

# The file Qt loads, and the Debian package that brings it.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


class Trouble(Exception):  # noqa: N818 - named like the program's own kinds of failure
    """What stops the set-up; its text tells the newcomer what to do."""


def loads(soname: str) -> bool:
    """Tell whether the system can load a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(needed: dict[str, str], found: Callable[[str], bool] = loads) -> list[str]:
    """Return the Debian packages of the libraries that are not there, each once."""
    return list(dict.fromkeys(name for soname, name in needed.items() if not found(soname)))


def as_root() -> list[str] | None:
    """Return what a command needs before it to run as root, None if we may not."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and not subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL):
        return sudo
    return None


def one_command(packages: Iterable[str]) -> str:
    """Return the one command that installs Debian packages."""
    return "sudo apt-get update && sudo apt-get install -y " + " ".join(packages)


def apt_install(packages: list[str]) -> None:
    """Install Debian packages quietly; Trouble with the one command to run when we may not."""
    prefix = as_root()
    if prefix is None:
        raise Trouble(
            f"System packages are missing. Run this, then try again:\n\n"
            f"    {one_command(packages)}\n"
        )
    print("Installing system packages: " + " ".join(packages), flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        if subprocess.call([*apt, *step], stdout=subprocess.DEVNULL):
            raise Trouble(
                f"apt-get could not install them. See what it said above, then run:\n\n"
                f"    {one_command(packages)}\n"
            )


def on_debian() -> bool:
    """Tell whether packages come through apt-get here."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def bring(needed: dict[str, str]) -> None:
    """Bring the missing libraries on Debian; on another Linux name them and go on."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing(needed)
    if packages and on_debian():
        apt_install(packages)
    elif packages:
        print(
            "Qt may need system libraries that were not found. Debian calls them: "
            + " ".join(packages),
            flush=True,
        )
