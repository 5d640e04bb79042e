"""The environment variables that a process beside the app sees, and the learner's code with it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def environment(hash_seed: str, temporary: Path | None = None) -> dict[str, str]:
    """What a process sees of the environment: almost nothing of this machine.

    Its temporary files lie in `temporary`, which goes with it: what others left in the system's
    folder cannot be in the way. A worker that is started for itself is told where to put them.
    """
    kept = ("COURSE_SANDBOX", "COURSE_DEBUG", "SYSTEMROOT", "LD_LIBRARY_PATH", "TZ")
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": hash_seed,
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        # Each thread would else reserve 64 MB of the gigabyte, and sixteen would be too many.
        "MALLOC_ARENA_MAX": "2",
        # NumPy's library would else reserve as much again for each of its threads.
        "OPENBLAS_NUM_THREADS": "1",
        # Without a setting, macOS asks system services that do not survive a fork.
        "no_proxy": "*",
        **(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)) if temporary else {}),
        **{name: os.environ[name] for name in kept if name in os.environ},
        **({"PYTHONDONTWRITEBYTECODE": "1"} if sys.dont_write_bytecode else {}),
    }
