"""Records as rows of their tables and back: texts and numbers as they are, the rest as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, TypeVar

import msgspec

from course import shapes
from course.learner.records import Record

R = TypeVar("R", bound=Record)
JSON_COLUMNS = frozenset({"concepts", "answer", "mistakes", "tests", "value"})


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """The columns of a record's table that the record holds, in its order."""
    return kind.__struct_fields__


def encode(record: Record) -> tuple[Any, ...]:
    """A record as a row: texts and numbers as they are, the rest as JSON."""
    return tuple(
        msgspec.json.encode(_storable(value)).decode()
        if column in JSON_COLUMNS
        else _storable(value)
        for column, value in zip(
            columns_of(type(record)), msgspec.structs.astuple(record), strict=True
        )
    )


def _storable(value: Any) -> Any:
    """The value; halves of characters, which no file holds, are written out in its texts."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode(errors="backslashreplace").decode()
    if isinstance(value, (list, tuple)):
        return [_storable(one) for one in value]
    if isinstance(value, dict):
        return {_storable(name): _storable(one) for name, one in value.items()}
    return value


def decoded(kind: type[R], rows: Iterable[tuple[Any, ...]]) -> Iterator[R]:
    """The records of those rows that make sense."""
    columns = columns_of(kind)
    as_json = [place for place, column in enumerate(columns) if column in JSON_COLUMNS]
    for row in rows:
        with suppress(msgspec.MsgspecError, TypeError, ValueError, RecursionError):
            values = list(row)
            for place in as_json:
                values[place] = msgspec.json.decode(values[place])
            yield shapes.convert(dict(zip(columns, values, strict=True)), kind, strict=False)
