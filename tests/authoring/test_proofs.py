"""What the gate finds by running tests on cheats, in other orders and on other days."""

from __future__ import annotations

import datetime

import pytest

from tests.authoring.conftest import Course

TESTS = "exercises/shop/weight/test_weight.py"
SOLUTION = "exercises/shop/weight/solution.py"


def about(told: list[str], words: str) -> str:
    """The one problem with these words in it."""
    found = [one for one in told if words in one]
    assert len(found) == 1, "\n".join(told)
    return found[0]


CHEATS = [
    # a whole test file that a cheat passes, and the cheat
    ("assert weight(2, 1) == 7", "always returns 7"),
    ("assert not weight(0, 0)", "returns None"),
    (
        "assert weight(2, 1) == 7\n    assert weight(0, 0) == 0  # __eq__",
        "an object that is equal to everything",
    ),
    ("weight(2, 1)", "prints the answer instead of returning it"),
    ("weight(2, 1)\n    assert capsys.readouterr().out != 'x'", "prints the answer"),
]


@pytest.mark.parametrize(("body", "cheat"), CHEATS)
def test_a_cheat_that_passes_is_named(good: Course, body: str, cheat: str) -> None:
    fixture = "capsys" if "capsys" in body else ""
    good.write(TESTS, f"from weight import weight\n\n\ndef test_it({fixture}):\n    {body}\n")
    told = about(good.told("shop/weight"), "the tests pass for code that")
    assert told.startswith(f"{TESTS}:1: ")
    assert cheat in told
    assert "test with more than one answer" in told


def test_ending_python_or_skipping_never_passes(good: Course) -> None:
    good.write(TESTS, "from weight import weight\n\n\ndef test_it():\n    weight(2, 1)\n")
    told = about(good.told("shop/weight"), "the tests pass for code that")
    assert "exit" not in told
    assert "skip" not in told


UNSTEADY = [
    # added to the tests, the line it is told at, words
    (
        "import datetime\n\n\ndef test_year():\n    assert datetime.date.today().year > 2000\n",
        "date.today",
        "`datetime.date.today()` gives another answer tomorrow; write a fixed date",
    ),
    (
        "from time import time as clock\n\n\ndef test_even():\n"
        "    assert weight(0, 0) == 0 and int(clock()) > 0\n",
        "int(clock())",
        "`clock()` gives another answer tomorrow",
    ),
    (
        "import time\n\n\ndef test_wait():\n    time.sleep(0.01)\n    assert weight(0, 0) == 0\n",
        "time.sleep",
        "`time.sleep()` waits",
    ),
    (
        "import random\n\n\ndef test_any():\n    n = random.randint(1, 9)\n"
        "    assert weight(n, 0) == 3 * n\n",
        "random.randint",
        "`random.randint()` gives another answer each time",
    ),
    (
        "import urllib.request\n\n\ndef test_net():\n    assert weight(0, 0) == 0\n"
        "    if weight(1, 0) == 0:\n"
        "        urllib.request.urlopen('https://example.org')\n",
        "urllib.request.urlopen(",
        "needs the network",
    ),
    (
        "SEEN = []\n\n\ndef test_one():\n    SEEN.append(weight(0, 0))\n\n\n"
        "def test_two():\n    assert SEEN == [0]\n",
        "def test_two",
        "test_two fails when it runs alone",
    ),
    (
        "SEEN = []\n\n\ndef test_one():\n    assert SEEN == []\n\n\n"
        "def test_two():\n    SEEN.append(weight(0, 0))\n",
        None,
        "the tests fail in reverse order",
    ),
]


@pytest.mark.parametrize(("more", "place", "words"), UNSTEADY, ids=[one[2] for one in UNSTEADY])
def test_unsteady_tests(good: Course, more: str, place: str | None, words: str) -> None:
    before = (good.root / TESTS).read_text("utf-8")
    good.write(TESTS, f"{before}\n\n{more}")
    told = about(good.told("shop/weight"), words)
    line = good.line(TESTS, place) if place else 1
    assert told.startswith(f"{TESTS}:{line}: "), told


def test_a_solution_that_asks_for_today(good: Course) -> None:
    soon = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=30)
    good.write(
        SOLUTION,
        "import datetime\n\n\ndef weight(items, box):\n"
        f"    late = datetime.date.today() > datetime.date({soon.year}, {soon.month}, {soon.day})\n"
        "    return items * 3 + box + (1 if late else 0)\n",
    )
    told = about(good.told("shop/weight"), "on another day and in another time zone")
    assert told.startswith(f"{TESTS}:1: ")


def test_tests_that_hang_on_the_order_of_a_set(good: Course) -> None:
    before = (good.root / TESTS).read_text("utf-8")
    good.write(
        TESTS,
        f"{before}\n\ndef test_hash():\n    import sys\n\n"
        "    assert sys.flags.hash_randomization == 0 and set()==set()\n",
    )
    assert about(good.told("shop/weight"), "orders sets in another way").startswith(TESTS)


def test_nothing_runs_outside_the_sandbox(good: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where sets are ordered in other ways: what runs sees nothing of the author's."""
    monkeypatch.setenv("AUTHORS_SECRET", "1")
    before = (good.root / TESTS).read_text("utf-8")
    good.write(
        TESTS,
        f"{before}\n\ndef test_secret():\n    import os\n\n"
        "    assert 'AUTHORS_SECRET' not in os.environ and set() == set()\n    weight(0, 0)\n",
    )
    assert good.told("shop/weight") == []


def test_tests_that_take_too_long(good: Course) -> None:
    good.edit("exercises/shop/weight/exercise.yaml", "kind: write", "kind: write\ntimeout: 60")
    good.edit(
        TESTS,
        "    assert weight(0, 4) == 4",
        "    import time\n\n    end = time.process_time() + 2.5\n"
        "    while time.process_time() < end:\n        pass\n    assert weight(0, 4) == 4",
    )
    told = about(good.told("shop/weight"), "at most 2 s: make the test smaller")
    assert "test_an_empty_box_weighs_what_it_weighs" in told


def test_a_construct_that_is_taught_later(good: Course) -> None:
    good.edit(SOLUTION, "items * 3 + box", "sum([items * 3, box])")
    told = about(good.told("shop/weight"), "uses sum (`call:sum`)")
    assert told.startswith(f"{SOLUTION}:3: ")
    assert "which is taught only later, in web/adding-up" in told
    good.edit("exercises/shop/weight/starter.py", '."""', '."""\n    sum([])')
    assert good.told("shop/weight") == []


def test_a_rule_that_the_solution_breaks(good: Course) -> None:
    good.edit(
        "exercises/shop/weight/exercise.yaml", "probes:", 'rules:\n  must_avoid: ["op:*"]\nprobes:'
    )
    told = about(good.told("shop/weight"), "the solution does not pass (it breaks a rule")
    assert told.startswith(f"{SOLUTION}")


def test_a_starter_that_cannot_start_is_fine_where_the_ticket_quotes_the_error(
    good: Course,
) -> None:
    folder = "exercises/shop/late_fee"
    good.edit(f"{folder}/starter.py", "if days >= 3:", "if days >= 3")
    assert "cannot be loaded" in good.told("shop/late_fee")[0]
    good.edit(f"{folder}/exercise.yaml", "Ticket 12: a", "Ticket 12: `SyntaxError`, and a")
    assert good.told("shop/late_fee") == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("shop/test_fee/solution.py", "fee"),
        ("shop/grow/milestones/02-go-on/test_go_on.py", "after"),
    ],
)
def test_other_kinds_have_steady_tests_too(good: Course, file: str, name: str) -> None:
    before = (good.root / "exercises" / file).read_text("utf-8")
    leaning = f"SEEN = []\n\n\ndef test_one():\n    SEEN.append({name}(0))\n\n\n"
    good.write(f"exercises/{file}", f"{before}\n\n{leaning}def test_two():\n    assert SEEN\n")
    told = about(good.told("/".join(file.split("/")[:2])), "test_two fails when it runs alone")
    line = good.line(f"exercises/{file}", "def test_two")
    assert told.startswith(f"exercises/{file}:{line}: ")
