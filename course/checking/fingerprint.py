"""What a stored result rests on beside what was checked: the course, its libraries, Python."""

from __future__ import annotations

import hashlib
import platform
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def fingerprint(*rooms: str) -> bytes:
    """A digest of these rooms of the course, of all that is installed, Python and the system.

    Where it differs, results that were stored before are worked out again.
    """
    digest = hashlib.sha256(f"{sys.version} {platform.platform()}\n".encode())
    for name in _installed():
        digest.update(f"{name}\n".encode())
    for room in rooms:
        place = _PACKAGE / room
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            content = file.read_bytes()
            digest.update(f"{file.relative_to(_PACKAGE).as_posix()} {len(content)}\n".encode())
            digest.update(content)
    return digest.digest()


def _installed() -> list[str]:
    """Every package that can be imported, its version in its name, such as `flask-3.1.2`."""
    folders = {Path(place) for place in sys.path if place.endswith("-packages")}
    return sorted(
        file.stem
        for folder in folders
        for pattern in ("*.dist-info", "*.egg-info")
        for file in folder.glob(pattern)
    )
