"""The mutation engine, and what the gate says about the changes that no test notices."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from course.authoring.gate.mutants import Tried, Waiver, _judged
from course.authoring.gate.runs import Runs
from course.authoring.mutation import mutants
from course.model import Exercise
from tests.authoring.conftest import Course

CHANGES = [
    ("x = a + b", {"`a + b` became `a - b`"}),
    ("x = a < 3", {"`a < 3` became `a <= 3`", "`3` became `4`"}),
    ("x = a == b", {"`a == b` became `a != b`"}),
    ("x = a and b", {"`a and b` became `a or b`"}),
    ("x = not a", {"`not a` became `a`"}),
    ("x = a if b else c", {"`a if b else c` became `a if not b else c`"}),
    ("x = [a for a in b if a]", {"`a` became `not a`"}),
    ("x = True", {"`True` became `False`"}),
    ("x = 'tea'", {"`'tea'` became `'tea?'`"}),
    ("x = 2.5", {"`2.5` became `6.0`"}),
    ("def f(a):\n    return a", {"`return a` became `return None`"}),
    ("def f(a):\n    a.append(a)\n    return None", {"`a.append(a)` became nothing"}),
    ("def f(a):\n    if a:\n        return\n    g(a)", {"`return` became nothing"}),
    ("for a in b:\n    if a:\n        break", {"`break` became nothing"}),
    ("def f(a):\n    a = g(a)\n    return a", {"`a = g(a)` became nothing"}),
    ("a.b = c", {"`a.b = c` became nothing"}),
    ("raise ValueError('no tea')", {"`raise ValueError('no tea')` became nothing"}),
]


@pytest.mark.parametrize(("source", "changes"), CHANGES, ids=[one[0] for one in CHANGES])
def test_what_is_changed(source: str, changes: set[str]) -> None:
    assert changes <= {one.change for one in mutants(source)}


UNTOUCHED = [
    '"""A docstring."""',
    "def f(a: int = None) -> 'tea':\n    '''A docstring.'''\n",
    "import os\nfrom math import pi\n",
    "def f(a):\n    return None",
    "def f(a):\n    if a:\n        return None\n    else:\n        return None",
    "x = a",
    "for a in b:\n    continue",
    "if __name__ == '__main__':\n    main('tea', 3)",
]


@pytest.mark.parametrize("source", UNTOUCHED)
def test_what_nobody_could_notice_is_left_alone(source: str) -> None:
    told = {one.change for one in mutants(source)}
    assert {one for one in told if not one.startswith("`if a: ...`")} == set()


def test_each_mutant_is_another_program_with_one_change() -> None:
    source = (
        "def f(items, box):\n    total = items * 3\n    if total > 10:\n        total += box\n"
        "    return total\n"
    )
    found = list(mutants(source))
    assert len({one.source for one in found}) == len(found) == 8
    for one in found:
        ast.parse(one.source)
        assert 1 <= one.line <= 5
    assert [one.line for one in found] == sorted(one.line for one in found)


WEAK = """\
from late_fee import late_fee


def test_no_days():
    assert late_fee(0) == 0


def test_many_days():
    assert late_fee(9) == 5
"""
FEE = "exercises/shop/late_fee"


def weaken(good: Course) -> None:
    """Tests that do not look at the boundary; starter and mistakes that fail all the same."""
    good.write(f"{FEE}/test_late_fee.py", WEAK)
    good.edit(f"{FEE}/starter.py", "return 5", "return 4")
    good.edit(f"{FEE}/mistakes/four_days.py", "return 5", "return 6")


def test_survivors_are_told_with_line_and_change(good: Course) -> None:
    weaken(good)
    findings = good.check("shop/late_fee")
    assert findings.mutants.total > findings.mutants.killed
    told = good.told("shop/late_fee")
    assert [one.split(" (")[0] for one in told] == [
        f"{FEE}/solution.py:3: no test notices when `days > 3` became `days >= 3`",
        f"{FEE}/solution.py:3: no test notices when `3` became `4`",
    ]
    assert "add a test, or say why" in told[0]
    assert "with `code: if days > 3:`" in told[0]


def test_a_waiver_with_a_reason_is_counted_and_one_too_many_is_told(good: Course) -> None:
    weaken(good)
    waivers = "waivers:\n" + "".join(
        f'  - code: "if days > 3:"\n    change: "{change}"\n    why: The edge is not decided yet.\n'
        for change in ("`days > 3` became `days >= 3`", "`3` became `4`")
    )
    good.write(f"{FEE}/mutants.yaml", waivers)
    findings = good.check("shop/late_fee")
    assert findings.problems == ()
    assert findings.mutants.waived == 2
    assert {one.waived for one in findings.survivors} == {"The edge is not decided yet."}
    good.write(f"{FEE}/mutants.yaml", waivers.replace("`3` became `4`", "`3` became `2`"))
    told = "\n".join(good.told("shop/late_fee"))
    assert f"{FEE}/mutants.yaml:5: no survivor is `3` became `2` at `if days > 3:`" in told


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("time.sleep(0.01)", "`0.01` became `1.02`"),
        ("while await receive() != 'end': pass", "`'end'` became `'end?'`"),
        ("shop = sqlite3.connect(path, timeout=0)", "`0` became `1`"),
    ],
)
def test_a_waiver_for_a_line_that_waits_is_kept_where_the_machine_noticed(
    tmp_path: Path, line: str, known: str
) -> None:
    solution = tmp_path / "solution.py"
    solution.write_text(f"async def work():\n    {line}\n", "utf-8")
    tried = [Tried(solution, one, one.source) for one in mutants(solution.read_text("utf-8"))]
    noticed = [False] * len(tried)
    kept = Waiver(line, known, "Who goes first makes no difference.")
    unknown = Waiver(line, "`0` became `7`", "Who goes first makes no difference.")
    assert _judged(tried, noticed, (kept, unknown)) == ([], {unknown})


def test_what_a_waiver_is_about_is_tried_alone_before_it_counts_as_noticed(
    good: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing_in_time(
        _: Runs, __: Exercise, sources: list[str], *___: float | None, **____: Exercise
    ) -> list[bool]:
        return [False] * len(sources)

    weaken(good)
    waiver = '  - {code: "if days > 3:", change: "`3` became `4`", why: "It is not decided yet."}\n'
    good.write(f"{FEE}/mutants.yaml", f"waivers:\n{waiver}")
    monkeypatch.setattr(Runs, "which_pass", nothing_in_time)  # as on a machine with much to do
    findings = good.check("shop/late_fee")
    assert findings.problems == ()
    assert [one.waived for one in findings.survivors] == ["It is not decided yet."]


def test_a_waiver_needs_a_reason(good: Course) -> None:
    good.write(f"{FEE}/mutants.yaml", 'waivers:\n  - code: "x"\n    change: "y"\n')
    assert any("`why` is missing" in one for one in good.told("shop/late_fee"))


def test_tests_of_the_learner_are_proven_on_the_code_under_test(good: Course) -> None:
    folder = "exercises/shop/test_fee"
    good.edit(f"{folder}/fee.py", "return 5", "return 5 + days // 10")
    told = good.told("shop/test_fee")
    assert told[0].startswith(f"{folder}/fee.py:4: no test notices when ")
