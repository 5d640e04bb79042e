"""What nobody tells a database to keep."""

from __future__ import annotations

import pytest

from course.explaining.on_databases import never_committed
from tests.explaining.answering import said_by

PROGRAM = """
import sqlite3

def f(n):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE t (n INTEGER)")
    HOW
    return n

def write(shop, n):
    shop.execute("INSERT INTO t VALUES (?)", (n,))
"""


@pytest.mark.parametrize(
    ("how", "is_said"),
    [("write(shop, n)", True), ("with shop: write(shop, n)", False),
     ("write(shop, n); shop.commit()", False)],
)  # fmt: skip
def test_who_calls_a_function_may_commit_for_it(how: str, is_said: bool) -> None:
    said = said_by(never_committed, PROGRAM.replace("HOW", how), {"f(1)": "2"})
    assert ("`write` writes into the database on line 11" in said) is is_said


def test_many_rows_are_written_as_well() -> None:
    many = PROGRAM.replace("HOW", "write(shop, n)").replace(
        'execute("INSERT INTO t VALUES (?)", (n,))', 'executemany("INSERT INTO t VALUES (?)", [])'
    )
    assert "`write` writes into the database on line 11" in said_by(
        never_committed, many, {"f(1)": "2"}
    )
