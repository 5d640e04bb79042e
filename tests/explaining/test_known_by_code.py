"""What a known mistake's words may be said of: programs with its answers and with its fault."""

from __future__ import annotations

import pytest

from course.explaining.known_by_code import is_near, line_of_difference

RIGHT = """
def leap_year(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
"""
NEVER_TRUE = '''"""Your condition is never true."""
def leap_year(year):
    return year % 4 == 0 and year % 100 != 0 and year % 400 == 0
'''
TOTAL = """
def total_of(prices):
    total = 0
    for p in prices:
        total += p
    return total
"""
AFRESH = """
def total_of(prices):
    for p in prices:
        total = 0
        total += p
    return total
"""
AFRESH_WORDS = "Inside the loop, `total` begins at 0 again."
OTHER_NAME = AFRESH.replace("total", "amount")
LONGER = AFRESH.replace("total += p", "total = total + p")
SWAP = "def swap(left, right):\n    left, right = right, left\n    print(left, right)\n"
LOST = "def swap(left, right):\n    left = right\n    right = left\n    print(left, right)\n"

LOCKED = """
class Till:
    def __init__(self, store):
        self.store = store
        self.locks = defaultdict(Lock)

    def pay(self, card, cents):
        with self.locks[card]:
            self.store.take(card, cents)
"""
UNLOCKED = """
class Till:
    def __init__(self, store):
        self.store = store

    def pay(self, card, cents):
        self.store.take(card, cents)
"""

#  words, the mistake's file, a program that passes, the learner's program
SAID_OF = {
    "the mistake itself": ("Never true.", NEVER_TRUE, RIGHT, NEVER_TRUE),
    "with other names": ("Never true.", NEVER_TRUE, RIGHT, NEVER_TRUE.replace("year", "y")),
    "in a longer program": (AFRESH_WORDS, AFRESH, TOTAL, LONGER),
}
NOT_SAID_OF = {
    "another operator": ("Never true.", NEVER_TRUE, RIGHT, RIGHT.replace("%", "/")),
    "another fault in the loop": (AFRESH_WORDS, AFRESH, TOTAL, TOTAL.replace("+=", "=")),
    "a name that is not there": (AFRESH_WORDS, AFRESH, TOTAL, OTHER_NAME),
    "code that is not there": (
        "After `left = right` no name holds the old value.",
        LOST,
        SWAP,
        LOST.replace("left = right", "left == right"),
    ),
    "a part that is not there": (
        "A slice stops before its second number.",
        "def f(xs):\n    return xs[:2]\n",
        "def f(xs):\n    return xs[:3]\n",
        "def f(xs):\n    return [x for x in xs if x < 2]\n",
    ),
    "what is made and never looked at": (
        "What comes before the colon becomes the key.",
        "def f(d):\n    turned = {k: v for k, v in d.items()}\n    return turned\n",
        "def f(d):\n    turned = {v: k for k, v in d.items()}\n    return turned\n",
        "def f(d):\n    turned = {v: k for v, k in d.items()}\n    return d\n",
    ),
    "a line of another file": ("Line 3 is right.", AFRESH, TOTAL, LONGER),
    "what the mistake does, and the program does not": (
        "Each call makes a lock of its own, and nobody else stands at it.",
        UNLOCKED.replace(
            "        self.store.take", "        with Lock():\n            self.store.take"
        ),
        LOCKED,
        UNLOCKED,
    ),
    "no Python": ("Never true.", NEVER_TRUE, RIGHT, "def leap_year(year:\n"),
}


@pytest.mark.parametrize("name", SAID_OF)
def test_words_that_fit(name: str) -> None:
    words, mistake, right, source = SAID_OF[name]
    assert is_near(words, mistake, source, [right], "")


@pytest.mark.parametrize("name", NOT_SAID_OF)
def test_words_that_would_be_false(name: str) -> None:
    words, mistake, right, source = NOT_SAID_OF[name]
    assert not is_near(words, mistake, source, [right], "")


def test_names_of_the_brief_may_be_quoted_of_any_program() -> None:
    assert is_near(AFRESH_WORDS, AFRESH, OTHER_NAME, [TOTAL], "total")


def test_the_line_is_the_learners() -> None:
    assert line_of_difference(AFRESH, f"# mine\n\n{AFRESH}", [TOTAL]) == 6
    assert line_of_difference(AFRESH, "def total(:", [TOTAL]) is None


def test_the_line_of_an_operator_is_that_of_its_expression() -> None:
    right = "def f(x, xs):\n    n = 0\n    if x not in xs:\n        n = 1\n    return n\n"
    wrong = right.replace("not in", "in")
    assert line_of_difference(wrong, f"# mine\n{wrong}", [right]) == 4


def test_where_something_is_missing_the_line_before_it_counts() -> None:
    right = "def f(xs):\n    ys = xs.copy()\n    ys.sort()\n    return ys\n"
    wrong = right.replace("    ys.sort()\n", "")
    assert line_of_difference(wrong, wrong.replace("ys", "mine"), [right]) == 2
    nothing = right.replace("ys.sort()", "pass").replace(
        "def f(xs):", 'def f(xs):\n    """Sort."""'
    )
    assert line_of_difference(wrong, nothing, [right]) == 3


def test_the_line_is_where_it_departs_from_the_right_program_as_the_mistake_does() -> None:
    right = "def f(a, b):\n    c = a + b\n    return c * 2\n"
    wrong = right.replace("a + b", "a - b")
    both = wrong.replace("c * 2", "c * 3")
    assert line_of_difference(wrong, both, [right]) == 2


def test_what_stands_elsewhere_too_does_not_tell_the_line() -> None:
    right = "def f(rows):\n    best = 9\n    return best\n"
    wrong = right.replace("9", "rows[0]")
    other = wrong.replace("return best", "return best + 1")
    mine = f"def g(x: list[int]):\n    return x\n\n{other}"
    assert line_of_difference(wrong, mine, [right]) == 5


def test_no_line_is_named_where_something_else_is_in_the_place() -> None:
    right = "def f(xs):\n    ys = xs.copy()\n    ys.sort()\n    return ys\n"
    wrong = right.replace("    ys.sort()\n", "")
    assert line_of_difference(wrong, right.replace("ys.sort()", "print(1)"), [right]) is None
    assert line_of_difference(wrong, right.replace("ys", "zs"), [right]) is None
    assert line_of_difference(wrong, wrong, []) == 1


def test_without_a_program_that_passes_most_has_to_be_the_same() -> None:
    more = AFRESH.replace("return total", "return abs(total)")
    assert is_near("Begins again.", AFRESH, more, [], "")
    assert not is_near("Begins again.", AFRESH, SWAP, [], "")


QUERY = (
    "def f():\n    return 'SELECT a, COUNT({}) FROM t LEFT JOIN u ON t.id = u.t GROUP BY t.id'\n"
)


def test_a_query_is_compared_word_by_word() -> None:
    right, its = QUERY.format("u.n"), QUERY.format("*")
    mine = its.replace("u ON t.id = u.t", "u AS k ON k.t = t.id")
    assert is_near("`COUNT(*)` counts rows.", its, mine, [right], "")
    other = mine.replace("*", "k.n").replace("LEFT JOIN", "JOIN")
    assert not is_near("It counts rows.", its, other, [right], "")


@pytest.mark.parametrize("verb", ["SELECT a FROM", "INSERT INTO", "UPDATE", "DELETE FROM"])
def test_a_query_of_each_kind_is_its_words(verb: str) -> None:
    right = f"def f():\n    return '{verb} tea WHERE a > 1 AND b = c'\n"
    its = right.replace(">", "<")
    assert is_near(
        "It is turned.", its, its.replace("a < 1 AND b = c", "b = c AND a < 1"), [right], ""
    )
    assert not is_near("It is turned.", its, right.replace("AND", "OR"), [right], "")


def test_what_python_cannot_read_has_to_be_the_same() -> None:
    broken = "def f(:\n"
    assert is_near("A name is missing.", broken, f"\n{broken}\n", [TOTAL], "")
    assert not is_near("A name is missing.", broken, "def g(:\n", [TOTAL], "")
    assert not is_near("A name is missing.", broken, TOTAL, [TOTAL], "")
    assert not is_near("A name is missing.", TOTAL, broken, [TOTAL], "")
    assert line_of_difference(broken, TOTAL, [TOTAL]) is None


def test_what_the_mistake_does_not_read_either_may_be_made_for_nothing() -> None:
    unused = AFRESH.replace("    for", "    other = prices[:]\n    for")
    assert not is_near("Begins again.", AFRESH, unused, [TOTAL], "")
    assert is_near("Begins again.", unused, unused, [TOTAL], "")
    assert is_near("Begins again.", AFRESH, f"{AFRESH}LIMIT = 3\n", [TOTAL], "")


def test_what_is_quoted_has_to_be_there_however_it_is_written() -> None:
    right = 'def f(name):\n    return name == "tea"\n'
    its = 'def f(name):\n    return name != "tea"\n'
    mine = "def f(one):\n    '''Ask.'''\n    return (one  # which\n        != 'tea')\n"
    assert is_near("It asks `!= 'tea'`.", its, mine, [right], "")
    assert is_near("It asks `` != 'tea' ``.", its, mine, [right], "")
    assert is_near("It asks `== 'tea'` elsewhere.", its, mine, [right], "")
    assert not is_near("It asks `name != 'tea'`.", its, mine, [right], "")
    assert not is_near("It asks `name != 'tea'`.", its, mine, [right], "name != 'tea'")
    assert is_near("It asks for `name`.", its, mine, [right], "name != 'tea'")


def test_words_of_a_docstring_are_no_code() -> None:
    its = f'"""Sums."""\n{AFRESH}'
    assert is_near(AFRESH_WORDS, its, AFRESH, [TOTAL], "")
    in_function = AFRESH.replace("    for", '    """Sum `them`."""\n    for', 1)
    assert is_near(AFRESH_WORDS, in_function, AFRESH, [TOTAL], "")
    in_text = AFRESH.replace("total = 0", "total = 0\n        'total'")
    assert is_near(AFRESH_WORDS, AFRESH, in_text, [TOTAL], "")


@pytest.mark.parametrize("line", ["on line 3", "Line 12"])
def test_words_of_a_line_are_said_of_the_same_code_only(line: str) -> None:
    assert is_near(f"Look {line}.", AFRESH, OTHER_NAME, [TOTAL], "")
    assert not is_near(f"Look {line}.", AFRESH, LONGER, [TOTAL], "")
    assert is_near("Look at your lines.", AFRESH, LONGER, [TOTAL], "")
