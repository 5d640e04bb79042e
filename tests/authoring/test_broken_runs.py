"""Ways to break content that only running shows: what must be said, and where."""

from __future__ import annotations

import re

import pytest

from tests.authoring.broken_content import (
    BUGS,
    FEE,
    FORGETS,
    FUNCTIONS,
    GROW,
    LABEL,
    W_YAML,
    WEIGHT,
)
from tests.authoring.conftest import Course

W = "shop/weight"
RUN = [
    # what is checked, file, old, new, a text of the line that is told at, words
    (W, W_YAML, "- weight(2, 1)\n", "- wieght(2, 1)\n", "- wieght", "did you mean `weight`?"),
    (W, W_YAML, "- weight(2, 1)\n", "- weight(2)\n", "- weight(2)", "call it as the solution is"),
    (W, W_YAML, "- weight(2, 1)\n", "- weight(2, None)\n", "None)", "neither the brief nor a test"),
    (W, W_YAML, "- weight(2, 1)\n", "- (weight(2, 1), object)[9]\n", "[9]", "ends with IndexError"),
    (
        W,
        W_YAML,
        "- weight(2, 1)\n",
        "- (weight(2, 1), __import__('random').random())\n",
        "random",
        "gives another answer each time",
    ),
    (W, W_YAML, "weight(2, 1)    # 7", "weight(2, 1)    # 8", "# 8", "and the solution gives 7"),
    (W, W_YAML, "weight(2, 1)    # 7", "weight(2)    # 7", "weight(2) ", "ends with TypeError"),
    (W, W_YAML, "weight(2, 1)    # 7", "wieght(2, 1)    # 7", "wieght", "did you mean `weight`?"),
    (W, W_YAML, "weight(2, 1)    # 7", "weight(2, 1)    # ValueError", "# Value", "ValueError"),
    (W, W_YAML, "weight(2, 1)    # 7", ">>> weight(2, 1)\n  8", "8", "and the solution gives 7"),
    (
        W,
        FORGETS,
        "You weigh the things and forget the box.",
        "Your answer gives `[]` for the things.",
        '"""',
        "says that `[]` comes out",
    ),
    (
        W,
        f"{WEIGHT}/solution.py",
        '."""\n',
        '."""\n    import time\n\n    time.sleep(0.8)\n',
        "",
        "the tests take",
    ),
    (
        W,
        f"{WEIGHT}/approaches/step_by_step.py",
        "    content = items * 3\n    return content + box",
        "    return items * 3 + box",
        "",
        "this approach is the solution itself",
    ),
    (
        "shop/grow",
        f"{GROW}/milestones/01-start/milestone.yaml",
        'brief: "`first()` is 1."',
        "brief: |\n  ```python\n  first()    # 2\n  ```",
        "# 2",
        "the brief says that `first()` gives 2, and the solution gives 1",
    ),
    (
        "shop/test_fee",
        f"{BUGS}/exercise.yaml",
        "brief: |\n",
        "brief: |\n  ```python\n  fee(4)    # 4\n  ```\n\n",
        "# 4",
        "gives 4, and the code to test gives 5",
    ),
    (
        "shop/test_fee",
        f"{BUGS}/starter.py",
        "fee(0) == 0",
        "fee(0) == 1",
        "== 1",
        "the starter's tests fail on fee.py (test_no_delay_costs_nothing: fee(0) gives 0, not 1)",
    ),
    (
        "shop/long_label",
        f"{LABEL}/exercise.yaml",
        "complexity: 2\n",
        "time_ratio: 0.2\n    workload: long_labell(1)\n",
        "",
        "(workload: they end with NameError: name 'long_labell' is not defined)",
    ),
    (
        "shop/late_fee",
        f"{FEE}/exercise.yaml",
        "- late_fee(5)\n",
        "- late_fee('5')\n",
        "'5'",
        "ends with TypeError",
    ),
    (
        "shop/long_label",
        f"{LABEL}/exercise.yaml",
        "complexity: 2\n",
        "complexity: 2\n    function_lines: 30\n",
        "function_lines",
        "the starter meets this limit already (function_lines is 6, at most 30)",
    ),
    (
        "shop/long_label",
        f"{LABEL}/exercise.yaml",
        "complexity: 2\n",
        "complexity: 9\n",
        "",
        "(measured: complexity is 3, at most 9)",
    ),
    (
        "shop/functions",
        FUNCTIONS,
        'print(double(4))\n      choices: [8, 4, None, "an error"]\n',
        "print(*range(9), sep=chr(10))\n",
        "def double(weight):",
        "would have to type 9 lines",
    ),
]


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "place", "words"), RUN, ids=[row[-1] for row in RUN]
)
def test_content_that_runs_wrong(
    good: Course, name: str, file: str, old: str, new: str, place: str, words: str
) -> None:
    good.edit(file, old, new)
    told = [one for one in good.told(name) if words in one]
    assert told, "\n".join(good.told(name))
    if place:
        text = (good.root / file).read_text("utf-8")
        near = {
            text[: found.start()].count("\n") + 1 for found in re.finditer(re.escape(place), text)
        }
        said = re.match(rf"{re.escape(file)}:(\d+): ", told[0])
        assert said, told
        assert any(abs(int(said[1]) - line) <= 1 for line in near), (told, near)
