"""`COURSE_DEBUG=1` tells on standard error what the course decides on its way.

With words instead of `1`, such as `COURSE_DEBUG=worker,cache`, only these kinds are told. The app
holds the terminal: there everything goes to `debug.log` in the data folder.

Stdlib only, and cheap where nobody asks.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

KINDS = {
    "worker": "which worker is started, taken (for what) or lost, and what it said when it did "
    "not start",
    "limit": "which limit ended a job, and how much longer than usual was waited",
    "cache": "what was found in the cache folder and what was worked out",
    "explanation": "which causes, mends and known mistakes were tried, what refuted or proved "
    "them, and what was told",
    "place": "which place of the app keys come to",
}

_file: Path | None = None


def write_to(file: Path) -> None:
    """From here on into this file; the terminal is somebody else's."""
    global _file
    _file = file


def debug(kind: str, words: object) -> None:
    """Tell one decision, where somebody asked for its kind."""
    kinds = os.environ.get("COURSE_DEBUG", "")
    if not kinds or not (kinds == "1" or kind in kinds.split(",")):
        return
    line = f"{time.strftime('%H:%M:%S')} {os.getpid()} {kind}: {words}\n"
    with contextlib.suppress(OSError):
        if _file is None:
            sys.stderr.write(line)
            return
        _file.parent.mkdir(parents=True, exist_ok=True)
        with _file.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(line)
