"""What causes were called before.

A cause (a symptom, or a known mistake, which is named by its file) goes by its name into attempts
and from there into review cards, where it stays. Who renames one adds the old name here; what is
kept under it then counts for the new one. All names are held by `test_causes.py`, in
`tests/explaining`.
"""

from __future__ import annotations

RENAMED: dict[str, str] = {}
"""New names by old ones. A name that is in here is never used again for another cause."""


def cause_now(name: str) -> str:
    """The name that a cause has now."""
    while name in RENAMED:
        name = RENAMED[name]
    return name
