"""What was done under an id that has moved since counts for the id of today.

Rows are never changed. A connection on which there are rows under old ids gets temporary views that
stand before the tables and show the new ids; SQLite looks among temporary names first. So progress
that is imported later, from a machine with the older course, is read in the same way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from course.learner.records import RECORDS, Record
from course.learner.rows import columns_of

Moved = Mapping[str, str]
"""New ids of lessons and exercises by old ones."""

# A review's item may be a question: `lesson#question`.
_ID = "substr({0}, 1, instr({0} || '#', '#') - 1)"
_REST = "substr({0}, instr({0} || '#', '#'))"

_IDS = frozenset({"lesson", "exercise", "item"})


def show_ids_of_today(connection: sqlite3.Connection, moved: Moved) -> None:
    """Let what this connection reads have the ids of today. May be called again."""
    if not moved:
        return
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS moved_ids (old PRIMARY KEY, new NOT NULL)")
    connection.executemany("INSERT OR REPLACE INTO temp.moved_ids VALUES (?, ?)", moved.items())
    for kind in RECORDS:
        ids = _IDS.intersection(columns_of(kind))
        if ids and _has_old(connection, kind, ids):
            columns = ", ".join(_shown(name, name in ids) for name in columns_of(kind))
            connection.execute(
                f"CREATE TEMP VIEW IF NOT EXISTS {kind.table} AS"  # noqa: S608 - our own names
                f" SELECT {columns} FROM main.{kind.table} AS there"
            )


def _has_old(connection: sqlite3.Connection, kind: type[Record], ids: frozenset[str]) -> bool:
    return any(
        connection.execute(
            f"SELECT 1 FROM main.{kind.table}"  # noqa: S608 - our own names
            f" WHERE {_ID.format(name)} IN (SELECT old FROM temp.moved_ids) LIMIT 1"
        ).fetchone()
        for name in ids
    )


def _shown(column: str, is_id: bool) -> str:
    if not is_id:
        return f"there.{column}"
    there = f"there.{column}"
    today = f"(SELECT new FROM temp.moved_ids WHERE old = {_ID.format(there)})"  # noqa: S608
    return f"coalesce({today} || {_REST.format(there)}, {there}) AS {column}"
