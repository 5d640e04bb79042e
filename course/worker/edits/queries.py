"""Edits of the SQL inside a string: one clause of it as it is in a query that is right."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from .edit import Edit, Swap
from .tables import of_tables, tables_of

_COST = 0.1
_BEGINS = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE)\b", re.I)
_CLAUSE = re.compile(
    r"\b(SELECT|FROM|(?:LEFT\s+|INNER\s+|CROSS\s+)?(?:OUTER\s+)?JOIN|WHERE|GROUP\s+BY|HAVING|"
    r"ORDER\s+BY|LIMIT|VALUES|SET|ON\s+CONFLICT|INSERT|UPDATE|DELETE|WITH|CREATE|PARTITION\s+BY)\b",
    re.I,
)
_MOST = 8
_COST_OF_WORDS = 0.8
_MOST_WORDS = 24


class Clause(NamedTuple):
    """A clause of a query: the words it begins with, where it begins, and all of it."""

    words: str
    begins: int
    text: str


def clauses_of(query: str) -> list[Clause]:
    """The clauses of a query in their order."""
    begins = [0, *(match.start() for match in _CLAUSE.finditer(query)), len(query)]
    texts = [query[start:end] for start, end in itertools.pairwise(begins)]
    return [
        Clause(_words(text), start, text)
        for start, text in zip(begins, texts, strict=False)
        if text.strip()
    ]


def of_queries(node: ast.Constant, query: str, right: str, function: str) -> list[Edit]:
    """The clauses of a query that differ from those of the right one; none of any other text."""
    if not (_BEGINS.match(query) and _BEGINS.match(right)):
        return []
    if tables_of(query) and tables_of(right):
        return of_tables(node, query, right, function)
    mine, other = clauses_of(query), clauses_of(right)
    matcher = SequenceMatcher(
        None, [one.words.split()[-1] for one in mine], [one.words.split()[-1] for one in other],
        autojunk=False,
    )  # fmt: skip
    edits = []
    for tag, low, high, first, last in matcher.get_opcodes():
        pairs = [(n, n + 1, first + n - low, first + n - low + 1) for n in range(low, high)]
        for start, end, begin, stop in pairs if tag == "equal" else [(low, high, first, last)]:
            was, now = mine[start:end], other[begin:stop]
            if [_plain(one.text) for one in was] == [_plain(one.text) for one in now]:
                continue
            texts = [one.text for one in (*mine[:start], *now, *mine[end:])]
            swap = Swap(node, "value", _joined(texts))
            said = was[0] if was else mine[max(0, start - 1)]
            kind = "clause" if was else "lacks_clause"
            line = _line_in(node, query, said.begins)
            edits.append(Edit(kind, line, _COST, (swap,), function, said.words, _named(now)))
    return edits[:_MOST]


_SWAPS = (
    (r"(?<!LEFT )(?<!INNER )(?<!CROSS )(?<!OUTER )\bJOIN\b", "LEFT JOIN"),
    (r"\bLEFT JOIN\b", "JOIN"),
    (r"(?<![<>=!])>(?![=>])", ">="),
    (r"(?<![<>])>=", ">"),
    (r"(?<![<>=!])<(?![=<>])", "<="),
    (r"(?<![<>])<=", "<"),
    (r"\bAND\b", "OR"),
    (r"\bOR\b", "AND"),
    (r" DESC\b", ""),
    (r"\bRANK\b", "ROW_NUMBER"),
    (r"\bDENSE_RANK\b", "ROW_NUMBER"),
    (r"\bINSERT OR REPLACE\b", "INSERT OR IGNORE"),
)
"""What is mistaken for each other in SQL, one word or sign."""


def of_words(node: ast.Constant, function: str) -> list[Edit]:
    """A query with one word or sign changed into what it is mistaken for."""
    query = node.value
    if not (isinstance(query, str) and _BEGINS.match(query)) or tables_of(query):
        return []
    clauses, edits = clauses_of(query), [*_counted(node, query, function)]
    edits += _lone_where(node, query, function)
    for pattern, now in _SWAPS:
        for match in re.finditer(pattern, query, re.I):
            around = [it for it in clauses if it.begins <= match.start()]
            words = around[-1].words if around else ""
            changed = query[: match.start()] + now + query[match.end() :]
            line = _line_in(node, query, match.start())
            swap = Swap(node, "value", changed)
            edits.append(Edit("clause", line, _COST_OF_WORDS, (swap,), function, words))
    return edits[:_MOST_WORDS]


_COUNT = re.compile(r"\bCOUNT\(\s*(\*|[\w.]+)\s*\)", re.I)
_COLUMN = re.compile(r"\b(\w+\.\w+)\b")


def _counted(node: ast.Constant, query: str, function: str) -> Iterator[Edit]:
    """`COUNT(*)`, which counts rows, for a column that may be `NULL`; another column for one."""
    for match in _COUNT.finditer(query):
        columns = dict.fromkeys(_COLUMN.findall(query))
        tables = {column.partition(".")[0] for column in columns}
        names = [it for it in _OWN_NAMES.findall(query) if not _CLAUSE.match(it)]
        more = dict.fromkeys(f"{table}.{name}" for table in sorted(tables) for name in names)
        for column in list(columns | more)[:_MOST_COLUMNS]:
            if column == match.group(1):
                continue
            changed = f"{query[: match.start()]}COUNT({column}){query[match.end() :]}"
            swap = Swap(node, "value", changed)
            line = _line_in(node, query, match.start())
            kind = "counts_rows" if match.group(1) == "*" else "clause"
            yield Edit(kind, line, 0.9, (swap,), function, "SELECT")


_OWN_NAMES = re.compile(r"\b[a-z_]{3,}\b")
_MOST_COLUMNS = 12


def _lone_where(node: ast.Constant, query: str, function: str) -> Iterator[Edit]:
    """A `LEFT JOIN` with a `WHERE` about its right side, which takes the rows without one away."""
    if not re.search(r"\bLEFT\b.*\bJOIN\b", query, re.I | re.S):
        return
    clauses = clauses_of(query)
    for number, clause in enumerate(clauses):
        joins = [at for at in range(number) if clauses[at].words.endswith("JOIN")]
        if clause.words != "WHERE" or not joins or " ON " not in clauses[joins[-1]].text:
            continue
        condition = clause.text[len("WHERE") :]
        texts = [one.text for one in clauses]
        texts[joins[-1]] = f"{texts[joins[-1]].rstrip()} AND {condition.strip()} "
        swap = Swap(node, "value", _joined([*texts[:number], *texts[number + 1 :]]))
        line = _line_in(node, query, clause.begins)
        yield Edit("where_after_join", line, 0.9, (swap,), function, "WHERE")


def _line_in(node: ast.Constant, text: str, begins: int) -> int:
    """The line of the file on which a place in a string is."""
    spans = (node.end_lineno or node.lineno) - node.lineno
    return node.lineno + (text[:begins].count("\n") if spans == text.count("\n") else 0)


def _words(text: str) -> str:
    match = _CLAUSE.match(text)
    return " ".join(match.group().upper().split()) if match else text.split()[0]


def _named(clauses: list[Clause]) -> str:
    return clauses[0].words if clauses else ""


def _joined(texts: list[str]) -> str:
    return " ".join(text.rstrip() for text in texts)


def _plain(text: str) -> str:
    return " ".join(text.split())
