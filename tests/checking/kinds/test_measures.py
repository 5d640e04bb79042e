"""What a refactoring is measured by: complexity, length, repetition, flags."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.kinds.measures import (
    Measure,
    _apart,
    _groups,
    complexity,
    duplicate_blocks,
    flag_arguments,
    function_lines,
    hidden_code,
)

TOOLS = Path(__file__).parents[3] / "exercises/tools-of-the-trade"


def test_measures() -> None:
    source = (TOOLS / "long_function/starter.py").read_text("utf-8")
    assert (complexity(source).value, complexity(source).where) == (11, "receipt")
    assert function_lines(source).value == 37
    assert duplicate_blocks(source).value == 2
    assert duplicate_blocks((TOOLS / "long_function/solution.py").read_text("utf-8")).value == 0


@pytest.mark.parametrize(
    "call",
    [
        "make(parcel, True)",
        "make(parcel, 'gift')",
        "make(parcel, kind='gift')",
        "make(parcel, GIFT)",
        "make(parcel, Kind.GIFT)",
    ],
)
@pytest.mark.parametrize(
    "body",
    [
        "if kind: return 1",
        "if kind == 'gift': return 1",
        "return 1 if kind else 2",
        "return MAKERS[kind](parcel)",
        "return MAKERS.get(kind)(parcel)",
        "return kind and 1",
    ],
)
def test_a_parameter_that_chooses_the_job_is_a_flag(call: str, body: str) -> None:
    source = f"def make(parcel, kind):\n    {body}\ndef label(parcel):\n    return {call}\n"
    assert flag_arguments(source).value == 1
    assert flag_arguments(source).where == "make"


def test_an_argument_that_is_only_used_is_no_flag() -> None:
    source = "def lines(parcel, title):\n    return [title, parcel]\nlines(1, 'A gift')\n"
    assert flag_arguments(source).value == 0
    asked = "def warn(grams):\n    if grams > 2: return 1\ndef f(parcel):\n    warn(parcel.grams)\n"
    assert flag_arguments(asked).value == 0


@pytest.mark.parametrize(
    "source",
    [
        "exec('x = 1')",
        "import builtins as b",
        "from importlib import import_module",
        "import types\ntypes.FunctionType",
        "getattr(x, 'exec')",
        "f.__code__ = g.__code__",
        "import marshal",
    ],
)
def test_what_runs_other_code_is_found(source: str) -> None:
    assert hidden_code(source) is not None


def test_a_regular_expression_is_not_hidden_code() -> None:
    assert hidden_code("import re\nPATTERN = re.compile('x')\n") is None


def test_a_class_body_is_a_part_of_its_function() -> None:
    assert (
        complexity("def f(a):\n    class X:\n        y = 1 if a else 2 if a + 1 else 3").value == 3
    )


def test_a_statement_that_does_nothing_parts_no_block() -> None:
    block = "    a = one(x)\n{}    b = two(a)\n{}    c = three(b)\n"
    parted = block.format("    pass\n", "    0\n")
    source = f"def f(x):\n{block.format('', '')}\ndef g(x):\n{parted}"
    assert duplicate_blocks(source).value == 1


def test_repetitions_that_overlap_are_one() -> None:
    spots = [(1, 3, 9), (0, 2, 3), (0, 0, 1), (0, 3, 4)]
    assert _apart(spots) == [(0, 0, 1), (0, 3, 4), (1, 3, 9)]
    assert _apart([]) == []


def test_windows_that_follow_each_other_are_one_repetition() -> None:
    first, second, third = [(0, 0, 1), (1, 0, 9)], [(0, 1, 2), (1, 1, 10)], [(0, 2, 3), (2, 0, 20)]
    assert _groups([second, first]) == 1
    assert _groups([third, second, first]) == 2
    assert _groups([]) == 0


def test_three_statements_with_a_call_make_a_block() -> None:
    three = "a = 1\nb = a + 2\nprint(b)\n"
    both = "def f():\n" + indent(three) + "\ndef g():\n" + indent(three)
    assert (duplicate_blocks(both).value, duplicate_blocks(both).line) == (1, 2)
    assert duplicate_blocks(both.replace("print(b)", "c = b")).value == 0
    assert duplicate_blocks(both.replace("    a = 1\n", "", 1)).value == 0


def indent(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("pass", 1),
        ("if a: pass", 2),
        ("if a: pass\nelif b: pass\nelse: pass", 3),
        ("for x in a: pass\nelse: pass", 2),
        ("while a: pass", 2),
        ("try: pass\nexcept A: pass\nexcept B: pass\nfinally: pass", 3),
        ("assert a", 2),
        ("match a:\n    case 1: pass\n    case _: pass", 3),
        ("with a: pass", 1),
        ("return a and b and c or d", 4),
        ("return b if a else c", 2),
        ("return [x for x in a]", 2),
        ("return {x for y in a for x in y if x if y}", 5),
        ("return lambda: a if b else c", 1),
        ("def g():\n    if a: pass\n    if a: pass", 1),
    ],
)
def test_each_way_that_code_can_turn_counts(body: str, value: int) -> None:
    plain = f"\ndef f():\n{indent(body)}"
    found = complexity(plain)
    if "def g" in body:
        assert (found.value, found.where, found.line) == (3, "g", 3)
    elif "lambda" in body:
        assert (found.value, found.where, found.line) == (2, "lambda", 3)
    else:
        assert (found.value, found.where, found.line) == (value, "f", 2)
    assert complexity(f"async {plain.strip()}").value == found.value


def test_of_a_program_without_functions_nothing_is_measured() -> None:
    nothing = Measure(0, "", 1)
    assert [measure("x = 1") for measure in (complexity, function_lines)] == [nothing, nothing]
    assert flag_arguments("x = 1") == duplicate_blocks("x = 1") == nothing
    assert hidden_code("x = 1") is None


@pytest.mark.parametrize(
    ("function", "lines"),
    [
        ("def f():\n    x = 1\n    return x", 3),
        ('def f():\n    """Say.\n\n    More.\n    """\n    return 1', 2),
        ("def f():\n    'Say.'\n    return 1", 2),
        ("def f(): return 1", 2),
        ("def f(): x = 1; y = 2; return x", 4),
        ("def f():\n    x = 1; y = 2\n    if x: return y", 5),
        ("@wrapped\ndef f(\n    a,\n):\n    return a", 4),
        ("f = lambda a: (\n    a,\n)", 3),
    ],
)
def test_the_lines_of_a_function(function: str, lines: int) -> None:
    assert function_lines(function).value == lines


@pytest.mark.parametrize(
    "name",
    ["exec", "eval", "compile", "__import__", "__builtins__", "importlib", "builtins", "marshal",
     "runpy", "codeop", "FunctionType", "CodeType", "__code__", "make_dataclass", "pickle"],
)  # fmt: skip
def test_every_name_that_runs_other_code(name: str) -> None:
    as_attribute = None if name in ("compile", "eval") else Measure(1, name, 2)
    assert hidden_code(f"\nx = {name}\n{name}") == Measure(1, name, 2)
    assert hidden_code(f"\nx.{name}") == as_attribute
    assert hidden_code(f"\nx['{name}']") == Measure(1, name, 2)
    assert hidden_code(f"\nfrom .{name}.x import y") == Measure(1, name, 2)
    assert hidden_code(f"\nimport a.{name}") == Measure(1, name, 2)
    assert hidden_code(f"{name}x") is None
    assert hidden_code(f"a = 1\nb = {name}\nexec") == Measure(1, name, 2)


@pytest.mark.parametrize(
    ("source", "flags"),
    [
        ("def f(a):\n    if a: pass\nf(1)\nf(2)", Measure(1, "f", 1)),
        ("def f(a):\n    if a: pass\nf(1)\nf(x)", Measure(0, "", 1)),
        ("def f(a):\n    if a: pass\nf(a=1, **more)", Measure(1, "f", 1)),
        ("def f(a):\n    if a: pass\nx.f(1)\ng(1)", Measure(0, "", 1)),
        ("x = 1\ndef f(a, b):\n    if a and b: pass\nf(1, 2)", Measure(2, "f", 2)),
        ("async def f(a):\n    while a: pass\nf(1)", Measure(1, "f", 1)),
        ("def f(a):\n    match a:\n        case 1: pass\nf(1)", Measure(1, "f", 1)),
        ("def f(a):\n    return [x for x in y if a]\nf(1)", Measure(1, "f", 1)),
        ("def f(a):\n    return [a for x in y if x]\nf(1)", Measure(0, "", 1)),
        ("def f(a):\n    return getattr(x, a)()\nf('b')", Measure(1, "f", 1)),
        ("def f(a):\n    return send(x, a)\nf('b')", Measure(0, "", 1)),
        ("def f(a):\n    return a < 2\nf(1)", Measure(1, "f", 1)),
        ("def f(a):\n    if a: pass\nf(x.KIND)\nf(x.kind)", Measure(0, "", 1)),
        ("def f(a):\n    if a: pass\nf(-1)", Measure(0, "", 1)),
    ],
)
def test_which_parameters_are_flags(source: str, flags: Measure) -> None:
    assert flag_arguments(source) == flags


ROWS = "    a = one(x)\n    b = two(a)\n    c = three(b, 1)\n"


@pytest.mark.parametrize(
    ("other", "groups"),
    [
        ("    p = one(y)\n    q = two(p)\n    r = three(q, 2)\n", 1),
        ("    p = one(y)\n    q = two(p)\n    r = three(q, 'x')\n", 0),
        ("    p = one(y)\n    q = two(y)\n    r = three(q, 2)\n", 0),
        ("    p = one(y)\n    q = other(p)\n    r = three(q, 2)\n", 0),
        ("    p = one(y)\n    q = x.two(p)\n    r = three(q, 2)\n", 0),
        ("    p = one(y)\n    q = two(k=p)\n    r = three(q, 2)\n", 0),
        ("    p = one(y)\n    q = two(p)\n", 0),
        ("    if x:\n        pass\n    else:\n    " + ROWS.replace("    ", "        ")[4:], 1),
        ("    try:\n        pass\n    finally:\n    " + ROWS.replace("    ", "        ")[4:], 1),
    ],
)
def test_which_rows_of_statements_are_alike(other: str, groups: int) -> None:
    found = duplicate_blocks(f"def f(x):\n{ROWS}\ndef g(x, y):\n{other}")
    assert found == Measure(groups, "", 2 if groups else 1)
