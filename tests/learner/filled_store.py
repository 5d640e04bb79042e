"""A store with many rows, and a backup of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from course.learner import recovery
from course.learner.records import Note
from course.learner.store import Store

ROWS = 400


def fill(store: Store, count: int = ROWS) -> set[str]:
    """Many notes, so that the file has many pages; their texts."""
    texts = {f"note {number} " + "x" * 300 for number in range(count)}
    store.append_all(
        Note(**store.new_row(), lesson="a/b", note=text[:12], text=text) for text in texts
    )
    return texts


def notes_in(store: Store) -> set[str]:
    """The texts of all notes."""
    return {note.text for note in store.rows(Note)}


def backed_up(path: Path, backups: Path) -> set[str]:
    """A progress file with one backup, and rows that came after it."""
    with closing(Store(path, backups)) as store:
        texts = fill(store)
        assert recovery.newest_backup(backups) is not None
        store.append(Note(**store.new_row(), lesson="a/b", note="later", text="later"))
    return texts
