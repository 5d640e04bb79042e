"""Helpers and variables of a test never reach a learner: their own call does, with its values."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

import pytest

from course.worker.failure import TestTree

OWN = """
class ParcelBook:
    def __init__(self, city):
        self.city = city

    def add(self, grams):
        return grams

def crawl(start, fetch, most=10):
    return {}

def count_from(start):
    def following():
        return start
    return following
"""


def call_at_the_end(test: str) -> str | None:
    """What is named as the call of the last line of a test, which is run as far as there."""
    source = "from shop import ParcelBook, crawl, count_from\n" + textwrap.dedent(test)
    own: dict[str, Any] = {"__name__": "shop"}
    exec(OWN, own)
    tree = ast.parse(source)
    names = {name: own[name] for name in ("ParcelBook", "crawl", "count_from")}
    function = tree.body[-1]
    assert isinstance(function, ast.FunctionDef)
    line = function.body[-1].lineno
    helpers = tree.body[1:-1]
    exec(compile(ast.Module(helpers, []), "test_shop.py", "exec"), names)
    exec(compile(ast.Module(function.body[:-1], []), "test_shop.py", "exec"), names)
    return TestTree(tree, "shop").explain(line, names, ("==", 1, 2))["call"]


@pytest.mark.parametrize(
    ("test", "call"),
    [
        (
            """
            def visit(pages, start="/"):
                async_fetch = pages.get
                return crawl(start, async_fetch, most=3)

            def test_it():
                assert visit({"/": []}) == 1
            """,
            "crawl('/', fetch, most=3)",
        ),
        (
            """
            def visit(*pages):
                return crawl(pages, None)

            def visited(name):
                return visit(name, "late")

            def test_it():
                found = visited("tea")
                assert found == 1
            """,
            "crawl(('tea', 'late'), None)",
        ),
        (
            """
            def asked(start):
                return crawl(count_from(start), None)

            def test_it():
                assert asked("/late") == 1
            """,
            "crawl(count_from('/late'), None)",
        ),
        (
            """
            def body(city):
                return {"city": city, "when": min}

            class Client:
                def post(self, path, json):
                    return 200

            def test_it():
                client = Client()
                assert client.post("/parcels", json=body("Porto")) == 1
            """,
            "client.post('/parcels', json=...)",
        ),
        (
            """
            def both(start):
                return crawl(start, None), crawl("/", None)

            def test_it():
                assert both("/late") == 1
            """,
            None,
        ),
        (
            """
            def at_once(*calls):
                book = ParcelBook("Porto")
                return [getattr(book, name)(grams) for name, grams in calls]

            def test_it():
                assert at_once(("add", 3)) == 1
            """,
            None,  # the book has not given that answer
        ),
        (
            """
            def filled(*weights):
                mine = ParcelBook("Porto")
                for grams in weights:
                    mine.add(grams)
                return mine

            def test_it():
                mine = filled(1, 2)
                assert mine.add(3) == 1
            """,
            "parcel_book.add(3)",
        ),
        (
            """
            def test_it():
                orders = count_from(7)
                assert orders() == 1
            """,
            "following()",
        ),
        (
            """
            class Client:
                def get(self, path):
                    return self

                def json(self):
                    return {}

            def test_it():
                client = Client()
                response = client.get("/albums")
                assert response.json() == 1
            """,
            "client.get('/albums').json()",
        ),
        (
            """
            class Depot:
                stops = ["/"]

            def test_it():
                depot = Depot()
                assert crawl(depot.stops, len, most=[stop for stop in "ab"]) == 1
            """,
            "crawl(start, len, most=[stop for stop in 'ab'])",
        ),
        (
            """
            def test_it():
                porto = object()
                assert ParcelBook(city=porto).add(porto) == 1
            """,
            "ParcelBook(city=city).add(grams)",
        ),
        (
            """
            class Depot:
                def stops(self):
                    return 3

            def test_it():
                assert Depot().stops() == 1
            """,
            None,
        ),
    ],
)
def test_the_learners_own_call_is_named(test: str, call: str | None) -> None:
    assert call_at_the_end(test) == call


def test_an_operator_is_shown_with_its_sides() -> None:
    tree = ast.parse(
        "from shop import Money\ndef test_it():\n    assert (Money(4) == 4) is False\n"
    )
    assert TestTree(tree, "shop").operation_at(3, {}) == "Money(4) == 4"
