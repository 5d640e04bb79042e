"""The edits of a program: each can be made and taken back, and the known ones are there."""

from __future__ import annotations

import ast

import pytest

from course.worker.edits.aligned import aligned_edits
from course.worker.edits.towards import edits_towards
from course.worker.edits.walk import edits_of

PROGRAM = '''
"""A module."""
LIMIT = 3

def top(xs, k=[], *, fresh={}):
    """Say what is best."""
    best, rows = 0, [[0] * 3] * 3
    for i in range(1, len(xs)):
        if xs[i] > best and k or not fresh:
            best = xs[i]
            xs.append(i)
        elif xs[i] == 3 or 5:
            best =+ 1
        elif xs is None:
            pass
        else:
            best == 4
            k = k.sort()
    while best < LIMIT:
        ++best
        best += 1
    print(f"{best} {xs[1:]}")
    return best if k else -best / 2 - 1

class Basket:
    items = []
    def __init__(self, name):
        self.name = "{name}"
    def names(self):
        return [x.lower for x in self.items if x in ("name", 1.5, True)]
    async def later(self, low, high):
        async with self:
            return sorted(range(low, high), reverse=True).pop(0)
'''


def test_every_edit_can_be_made_and_taken_back() -> None:
    tree = ast.parse(PROGRAM)
    before = ast.dump(tree)
    edits = edits_of(tree)
    assert len(edits) > 300
    for edit in edits:
        with edit.made():
            compile(tree, "top.py", "exec")
        assert ast.dump(tree) == before, edit


def test_edits_are_on_lines_of_the_program() -> None:
    lines = len(PROGRAM.splitlines())
    assert all(1 <= edit.line <= lines for edit in edits_of(ast.parse(PROGRAM)))


def mended(source: str) -> dict[str, set[str]]:
    """The programs that edits make of this one, by the kind of the edit."""
    tree = ast.parse(source)
    found: dict[str, set[str]] = {}
    for edit in edits_of(tree):
        with edit.made():
            found.setdefault(edit.kind, set()).add(ast.unparse(ast.fix_missing_locations(tree)))
    return found


#  kind, a line of a function's body, what the edit makes of it
LINES = [
    ("comparison", "return a < b", "return a <= b"),
    ("comparison", "return a in b", "return a not in b"),
    ("comparison", "return a in b", "return a == b"),
    ("comparison", "return a < b or b < 3", "return a <= b or b <= 3"),
    ("equality", "return a is b", "return a == b"),
    ("arithmetic", "return (a / b, a / 2)", "return (a % b, a % 2)"),
    ("number", "return a[:2] + b[:2]", "return a[:1] + b[:1]"),
    ("not_a_copy", "a = b", "a = b.copy()"),
    ("handed_on", "yield a", "yield __import__('copy').copy(a)"),
    ("handed_on", "b.append(a)", "b.append(__import__('copy').copy(a))"),
    ("zero_is_false", "return [x for x in a if x]", "return [x for x in a if x is not None]"),
    ("zero_is_false", "return 1 if not a else b", "return 1 if a is None else b"),
    ("zero_is_false", "a = a or []", "a = a if a is not None else []"),
    ("rounding", "return a // b", "return -(-a // b)"),
    ("rounding", "return a // b + 1", "return -(-a // b)"),
    ("letter_case", "return a in b", "return a in b.lower()"),
    ("letter_case", "return a[0] == 'x'", "return a[0].lower() == 'x'"),
    ("measured_by", "return max(a)", "return max(a, key=len)"),
    ("set_operator", "return a and b", "return a & b"),
    ("call_order", "return a.upper().strip(b)", "return a.strip(b).upper()"),
    ("find_truth", "return a and not b.find('x')", "return a and (not 'x' in b)"),
    ("one_string", "return a in ['x, y']", "return a in ['x', 'y']"),
    ("spread_comparison", "return 'x' and '.' in a", "return 'x' in a and '.' in a"),
    ("arithmetic", "return a / b", "return a // b"),
    ("arithmetic", "a += b", "a -= b"),
    ("and_or", "return a and b", "return a or b"),
    ("operand_order", "return a - b", "return b - a"),
    ("parentheses", "return a - b * 2", "return (a - b) * 2"),
    ("number", "return a + 1", "return a + 2"),
    ("truth", "return True", "return False"),
    ("name", "return a", "return b"),
    ("boundary", "return range(a)", "return range(a + 1)"),
    ("slice", "return a[1:]", "return a[:]"),
    ("slice", "return a[:]", "return a[1:]"),
    ("index", "return a[0]", "return a"),
    ("item_of", "return a", "return b[a]"),
    ("negation", "return not a", "return a"),
    ("f_string", "return '{a}'", "return f'{a}'"),
    ("quotes", "return 'a'", "return a"),
    ("call_missing", "return a.lower", "return a.lower()"),
    ("method", "a.append(b)", "a.extend(b)"),
    ("argument", "return sorted(a)", "return sorted(a, reverse=True)"),
    ("argument_order", "return a.replace(b, 1)", "return a.replace(1, b)"),
    ("brackets", "return a[b]", "return a(b)"),
    ("spread_comparison", "return a == 1 or 2", "return a == 1 or a == 2"),
    ("shared_rows", "return [[0]] * a", "import copy"),
    ("answer", "return a", "return len(a)"),
    ("answer", "return a + 1", "return len(b)"),
    ("boundary", "return a, b", "return a + 1, b"),
    ("boundary", "return a, b", "return a, b - 1"),
    ("split_once", "return a.split(':')[1]", "return a.split(':', 1)[1]"),
    ("star", "return merge(a, key=b)", "return merge(*a, key=b)"),
    ("star", "return b.gather([x for x in a])", "return b.gather(*[x for x in a])"),
    ("star", "return f(a)", "return f(*a)"),
    (
        "counts_rows",
        "return 'SELECT COUNT(*) FROM t LEFT JOIN u ON t.n = u.m'",
        "return 'SELECT COUNT(u.m) FROM t LEFT JOIN u ON t.n = u.m'",
    ),
    (
        "where_after_join",
        "return 'SELECT n FROM t LEFT JOIN u ON n = m WHERE m > 1 LIMIT 2'",
        "return 'SELECT n FROM t LEFT JOIN u ON n = m AND m > 1 LIMIT 2'",
    ),
    ("accumulate", "a = b", "a += b"),
    ("accumulate", "a =+ b", "a += b"),
    ("accumulate", "a[b] = 2", "a[b] = a.get(b, 0) + 2"),
    ("item_not_list", "a += b", "a += [b]"),
    ("returns_change", "a = a.sort()", "a.sort()"),
    ("only_renamed", "a = b", "a.clear()\n    a.update(b)"),
    ("only_renamed", "a = b", "a[:] = b"),
    (
        "clause",
        "return 'SELECT n FROM t JOIN u ON a = b'",
        "return 'SELECT n FROM t LEFT JOIN u ON a = b'",
    ),
    ("clause", "return 'SELECT n FROM t WHERE n > 1'", "return 'SELECT n FROM t WHERE n >= 1'"),
    ("clause", "return 'SELECT n FROM t ORDER BY n DESC'", "return 'SELECT n FROM t ORDER BY n'"),
    (
        "commit_missing",
        "a.execute('DELETE FROM t', b)",
        "a.execute('DELETE FROM t', b)\n    a.commit()",
    ),
    (
        "commit_missing",
        "b = a.shop.execute('DELETE FROM t')\n    return b",
        "b = a.shop.execute('DELETE FROM t')\n    a.shop.commit()\n    return b",
    ),
    ("unused_value", "a.strip()", "a = a.strip()"),
    ("unused_value", "f(a, b)", "return f(a, b)"),
    ("prints_instead", "print(a)", "return a"),
    ("alignment", "return f'{a:>12}{b:8.2f}'", "return f'{a:<12}{b:8.2f}'"),
    ("alignment", "return f'{a:>12}{b:8.2f}'", "return f'{a:>12}{b:<8.2f}'"),
    ("equality", "a == b", "a = b"),
    ("plus_plus", "++a", "a += 1"),
    ("missing_return", "a = b", "a = b\n    return a"),
    ("guard", "return a", "if not a:\n        return 0\n    return a"),
]


@pytest.mark.parametrize(("kind", "line", "wanted"), LINES, ids=[f"{r[0]}-{r[1]}" for r in LINES])
def test_an_edit_of_a_line(kind: str, line: str, wanted: str) -> None:
    if kind == "shared_rows":
        wanted = "return [__import__('copy').deepcopy([[0]][0]) for _ in range(a)]"
    right = ast.unparse(ast.parse(f"def f(a, b):\n    {wanted}\n"))
    assert right in mended(f"def f(a, b):\n    {line}\n")[kind]


#  kind, a function's body, what the edit makes of it
BLOCKS = [
    ("dent", "for x in a:\n    b += x\n    return b", "for x in a:\n    b += x\nreturn b"),
    ("dent", "for x in a:\n    x += 1\nb += x", "for x in a:\n    x += 1\n    b += x"),
    (
        "wraps_missing",
        "def g():\n    return a()\nreturn g",
        "@__import__('functools').wraps(a)\ndef g():\n    return a()\nreturn g",
    ),
    ("unused_value", "a(b)\nb.append(1)", "_result = a(b)\nb.append(1)\nreturn _result"),
    ("not_released", "a.acquire()\nb(1)\na.release()", "with a:\n    b(1)\n    pass"),
    (
        "swallowed",
        "try:\n    b()\nexcept ValueError:\n    a = 1",
        "try:\n    b()\nexcept ValueError:\n    a = 1\n    raise",
    ),
    ("callers_list", "a.sort()\nreturn a", "a = list(a)\na.sort()\nreturn a"),
    ("starts_afresh", "for x in a:\n    b = 0\n    b += x", "b = 0\nfor x in a:\n    b += x"),
    ("missing_start", "for x in a:\n    b += x", "b = 0\nfor x in a:\n    b += x"),
    (
        "begins_anew",
        "c = ''\nfor x in a:\n    for y in b:\n        c += y\n    print(c)",
        "for x in a:\n    c = ''\n    for y in b:\n        c += y\n    print(c)",
    ),
    ("order", "a += 1\nb = a", "b = a\na += 1"),
    ("call_order", "a = a.one(1)\na = a.two()", "a = a.two()\na = a.one(1)"),
    (
        "never_renewed",
        "c = 0\nfor x in a:\n    if len(x) > c:\n        b = x",
        "c = 0\nfor x in a:\n    if len(x) > c:\n        b = x\n        c = len(x)",
    ),
    (
        "first_lost",
        "if b in a:\n    a[b].append(1)\nelse:\n    a[b] = []",
        "if b in a:\n    a[b].append(1)\nelse:\n    a[b] = []\n    a[b].append(1)",
    ),
    (
        "first_lost",
        "if b not in a:\n    a[b] = set()\nelse:\n    a[b].add(b)",
        "if b not in a:\n    a[b] = set()\n    a[b].add(b)\nelse:\n    a[b].add(b)",
    ),
    ("extra_statement", "a = 1\nreturn a", "return a"),
    ("extra_else", "if a:\n    b = 1\nelse:\n    b = 2", "if a:\n    b = 1"),
    ("extra_if", "if a:\n    b = 1", "b = 1"),
    ("branches", "if a:\n    b = 1\nelse:\n    b = 2", "if a:\n    b = 2\nelse:\n    b = 1"),
    ("elif_if", "if a:\n    b = 1\nelif b:\n    b = 2", "if a:\n    b = 1\nif b:\n    b = 2"),
    ("if_elif", "if a:\n    b = 1\nif b:\n    b = 2", "if a:\n    b = 1\nelif b:\n    b = 2"),
    (
        "branch_order",
        "if a:\n    b = 1\nelif b:\n    b = 2",
        "if b:\n    b = 2\nelif a:\n    b = 1",
    ),
    (
        "branch_order",
        "if a:\n    b = 1\nelif b:\n    b = 2\nelif c:\n    b = 3",
        "if c:\n    b = 3\nelif b:\n    b = 2\nelif a:\n    b = 1",
    ),
    (
        "branch_order",
        "if a: return 1\nif b: return 2\nif a > b: return 3",
        "if a > b: return 3\nif b: return 2\nif a: return 1",
    ),
    ("if_while", "if a:\n    a -= 1", "while a:\n    a -= 1"),
    ("break_continue", "for x in a:\n    break", "for x in a:\n    continue"),
    ("missing_else", "if a:\n    b = 1\nb = 2", "if a:\n    b = 1\nelse:\n    b = 2"),
    ("missing_step", "while a:\n    b = 1", "while a:\n    b = 1\n    a -= 1"),
    ("missing_break", "for x in a:\n    b = x", "for x in a:\n    b = x\n    break"),
    ("copy_before_loop", "for x in a:\n    a.pop()", "for x in list(a):\n    a.pop()"),
    ("iterated", "for x in a:\n    b = x", "for x in range(len(a)):\n    b = x"),
    ("condition", "if a:\n    b = 1", "if b and a:\n    b = 1"),
]


@pytest.mark.parametrize(("kind", "body", "wanted"), BLOCKS, ids=[f"{row[0]}" for row in BLOCKS])
def test_an_edit_of_a_block(kind: str, body: str, wanted: str) -> None:
    def function(lines: str) -> str:
        indented = "\n".join(f"    {line}" for line in lines.splitlines())
        return ast.unparse(ast.parse(f"def f(a, b):\n{indented}\n"))

    assert function(wanted) in mended(function(body))[kind]


@pytest.mark.parametrize(
    ("body", "edited"),
    [
        ("c = 0\n    for x in a:\n        c += x", True),
        ("c = []\n    for x in a:\n        c += x", True),
        ("c = {}\n    while a:\n        c[a] = a", True),
        ("c = 0\n    d = 1\n    for x in a:\n        c += x", True),
        ("c = a + b\n    for x in a:\n        c += x", False),
        ("c = 0\n    print(c)\n    for x in a:\n        c += x", False),
        ("a.c = 0\n    for x in a:\n        c += x", False),
        ("c = 0\n    return c", False),
        ("for x in a:\n        c = x\n    c = 0", False),
        ("c = d = 0\n    for x in a:\n        c += x", False),
    ],
)
def test_what_begins_in_each_iteration(body: str, edited: bool) -> None:
    tree = ast.parse(f"def f(a, b):\n    {body}\n")
    edits = [edit for edit in edits_of(tree) if edit.kind == "begins_anew"]
    assert bool(edits) is edited
    for edit in edits:
        with edit.made():
            assert f":\n        {edit.was} = " in ast.unparse(tree)
        assert (edit.line, edit.cost) == (3 if edit.was == "d" else 2, 1.2)


def test_a_line_before_a_loop_is_likelier_to_begin_there_than_in_a_branch() -> None:
    loop = "def f(a, b):\n    for x in a:\n        b = 0\n        b += x\n"
    branch = loop.replace("for x in a", "if a").replace("+= x", "+= 1")
    costs = [
        min(edit.cost for edit in edits_of(ast.parse(it)) if edit.kind == "starts_afresh")
        for it in (loop, branch)
    ]
    assert costs[1] - costs[0] == 0.5


def test_what_was_passed_is_not_given_a_written_value_instead_of_a_variable() -> None:
    found = mended("def f(year):\n    leap = False\n    seen = 1\n    return leap\n")["target"]
    assert all("year =" not in program for program in found)
    assert any("seen = False" in program for program in found)


def test_a_default_and_a_list_of_the_class_are_made_afresh() -> None:
    (fresh,) = mended("def f(a=[]):\n    a.append(1)\n    return a\n")["shared_default"]
    assert "def f(a=None):\n    if a is None:\n        a = []" in fresh
    (own,) = mended("class A:\n    xs = []\n    def add(self):\n        self.xs.append(1)\n")[
        "shared_by_all"
    ]
    assert "def __init__(self):\n        self.xs = []" in own


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("never_renewed", "c = 0\n    for x in a:\n        if len(x) > c:\n            c = x"),
        ("split_once", "return a.split(':', 1)"),
        ("split_once", "return a.split(b)"),
        ("star", "return merge(*a)"),
        ("star", "return print(a)"),
        ("first_lost", "if b in a:\n        a[b].append(1)\n    else:\n        a[b] = [1]"),
        ("first_lost", "if b in a:\n        b.append(1)\n    else:\n        a[b] = []"),
    ],
)
def test_what_is_there_already_is_not_what_is_missing(kind: str, lines: str) -> None:
    assert kind not in mended(f"def f(a, b):\n    {lines}\n")


def test_what_is_set_from_its_own_value_keeps_what_was_there() -> None:
    kept = "def f(a, b):\n    a = a - b\n    return a\n"
    assert "accumulate" not in mended(kept)


def test_a_second_edit_is_on_a_line_of_the_program_as_it_was() -> None:
    source = "def f(a):\n    if a:\n        return 1\n    return a.go()\n"
    later = "\n" * 9
    right = f"{later}def f(a):\n    if a == 3:\n        return 1\n    b = a.go()\n    return b\n"
    tree = ast.parse(source)
    towards = [*aligned_edits(tree, ast.parse(right)), *edits_towards(tree, ast.parse(right))]
    assert towards
    for first in (*towards, *edits_of(tree)):
        with first.made():
            lines = {second.line for second in edits_of(tree)}
        assert lines <= set(range(1, 5)), (first, lines)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("@app.get('/albums/<n>')\ndef f(n):\n    return n", "@app.get('/albums/<int:n>')"),
        ("@app.get('/albums/{n}')\ndef f(n):\n    return n", "def f(n: int):"),
    ],
)
def test_a_number_of_a_route_is_converted(source: str, wanted: str) -> None:
    assert any(wanted in program for program in mended(source)["not_converted"])
    assert "not_converted" not in mended(
        source.replace("<n>", "<int:n>").replace("f(n)", "f(n: int)")
    )


def test_what_shows_a_value_is_not_turned_into_what_returns_it_where_that_comes_anyway() -> None:
    made = mended("def f(a):\n    print(a * 2)\n    return a * 2\n")
    assert "prints_instead" not in made
    assert "order" not in made  # nothing below a `return` would run
    assert "def f(a):\n    return a * 2" in made["extra_statement"]
