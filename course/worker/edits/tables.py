"""Edits of a `CREATE TABLE` inside a string: one column, or one rule, as in a right one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from .edit import Edit, Swap

_COST = 0.1
_TABLE = re.compile(r"\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[\"`]?(\w+)[\"`]?\s*\(", re.I)
_RULE = re.compile(r"(CONSTRAINT|PRIMARY\s+KEY|FOREIGN\s+KEY|UNIQUE|CHECK)\b", re.I)
_DELETED = r"ON\s+(?:DELETE|UPDATE)\s+(?:CASCADE|RESTRICT|NO\s+ACTION|SET\s+\w+)"
_REFERENCES = r"REFERENCES\s+\w+(?:\s*\([^)]*\))?"
_ASPECTS = (
    ("CHECK", re.compile(r"CHECK\s*\(.*\)", re.I | re.S)),
    ("ON DELETE", re.compile(_DELETED, re.I)),
    ("REFERENCES", re.compile(_REFERENCES, re.I)),
    ("UNIQUE", re.compile(r"\bUNIQUE\b", re.I)),
    ("PRIMARY KEY", re.compile(r"\bPRIMARY\s+KEY(?:\s+AUTOINCREMENT)?\b", re.I)),
    ("DEFAULT", re.compile(r"\bDEFAULT\s+(?:'[^']*'|\([^)]*\)|[\w.+-]+)", re.I)),
    ("NOT NULL", re.compile(r"\bNOT\s+NULL\b", re.I)),
)
"""What is said of a column beside its type."""


class Column(NamedTuple):
    """A column, or a rule of the whole table: its name, where its text begins and ends."""

    name: str
    begins: int
    ends: int
    is_rule: bool


class Table(NamedTuple):
    """One `CREATE TABLE`: its name, where it begins, and what is in its parentheses."""

    name: str
    begins: int
    columns: tuple[Column, ...]


def tables_of(text: str) -> list[Table]:
    """The tables that a text makes."""
    return [
        Table(match.group(1).lower(), match.start(), tuple(_columns(text, match.end())))
        for match in _TABLE.finditer(text)
    ]


def of_tables(node: ast.Constant, text: str, right: str, function: str) -> list[Edit]:
    """Each column and rule of a table that is not as in the right text; what is missing, too."""
    its = {table.name: table for table in tables_of(right)}
    return [
        edit
        for table in tables_of(text)
        if table.name in its and table.columns
        for edit in _of_table(node, text, table, right, its[table.name], function)
    ]


def _of_table(
    node: ast.Constant, text: str, mine: Table, right: str, other: Table, function: str
) -> Iterator[Edit]:
    def changed(begins: int, ends: int, new: str, said: tuple[str, str, str]) -> Edit:
        swap = Swap(node, "value", text[:begins] + new + text[ends:])
        kind, was, now = said
        place = mine.begins if kind == "table_rule" and now != "extra" else ends
        line = node.lineno + (text[:place].count("\n") if _is_whole(node, text) else 0)
        cost = 4 * _COST if now == "all" else _COST
        return Edit(kind, line, cost, (swap,), function, was, now, towards=True)

    wanted = {one.name: right[one.begins : one.ends] for one in other.columns}
    there = {one.name for one in mine.columns}
    for one in mine.columns:
        own, its = text[one.begins : one.ends], wanted.get(one.name)
        if its is None and one.is_rule:
            yield changed(*_with_comma(text, one, mine), "", ("table_rule", mine.name, "extra"))
        elif its is not None and _plain(own) != _plain(its):
            for aspect, new in [*_aspects(own, its), ("all", its)]:
                yield changed(one.begins, one.ends, new, ("table_column", one.name, aspect))
    for column in other.columns:
        if column.name in there:
            continue
        new, last = wanted[column.name], mine.columns[-1]
        if column.is_rule:
            said = ("table_rule", mine.name, "missing")
            yield changed(last.ends, last.ends, f", {new}", said)
        else:
            first, said = mine.columns[0], ("table_rule", mine.name, "column")
            yield changed(first.begins, first.begins, f"{new}, ", said)


def _columns(text: str, begins: int) -> Iterator[Column]:
    """What stands between the commas of the parentheses that begin there."""
    depth, start = 1, begins
    for place in range(begins, len(text)):
        sign = text[place]
        depth += (sign == "(") - (sign == ")")
        if depth == 0 or (sign == "," and depth == 1):
            own = text[start:place]
            first = start + len(own) - len(own.lstrip())
            if own.strip():
                name, is_rule = _named(own.strip())
                yield Column(name, first, first + len(own.strip()), is_rule)
            start = place + 1
        if depth == 0:
            return


def _named(text: str) -> tuple[str, bool]:
    if _RULE.match(text):
        return _plain(text), True
    return text.split()[0].strip('"`').lower(), False


def _with_comma(text: str, one: Column, table: Table) -> tuple[int, int]:
    """Where a rule begins and ends, with the comma before it."""
    comma = text.rfind(",", 0, one.begins)
    return (comma if comma > table.begins else one.begins), one.ends


def _aspects(own: str, its: str) -> Iterator[tuple[str, str]]:
    """Each thing that is said of two columns in another way, with only that as in the right one."""
    for name, pattern in _ASPECTS:
        mine, right = pattern.search(own), pattern.search(its)
        was, now = mine.group() if mine else "", right.group() if right else ""
        if _plain(was) == _plain(now):
            continue
        if not mine:
            yield name, f"{own} {now}"
        else:
            yield name, f"{own[: mine.start()]}{now}{own[mine.end() :]}".strip()
    mine_type, its_type = own.split()[1:2], its.split()[1:2]
    if mine_type and its_type and mine_type[0].upper() != its_type[0].upper():
        yield "type", own.replace(mine_type[0], its_type[0], 1)


def _is_whole(node: ast.Constant, text: str) -> bool:
    return (node.end_lineno or node.lineno) - node.lineno == text.count("\n")


def _plain(text: str) -> str:
    return "".join(text.lower().split())
