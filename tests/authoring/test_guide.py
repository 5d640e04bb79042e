"""The authors' guide is true: what it shows passes the gate, and every rule is on its page."""

from __future__ import annotations

import ast
import re
import shutil
import textwrap
from pathlib import Path
from typing import get_args

import pytest

from course import authoring
from course.authoring.commands import KINDS
from course.authoring.new import new_course
from course.authoring.rules_page import every_rule, page
from course.model import ExerciseKind
from tests.authoring.conftest import Course

CHECKOUT = Path(__file__).parents[2]
GUIDE = CHECKOUT / "docs" / "authoring.md"
SAMPLE = Path(authoring.__file__).with_name("sample_course")

pytestmark = pytest.mark.skipif(not GUIDE.exists(), reason="a wheel carries no guide")


def shown(language: str, indent: str = "") -> list[str]:
    """The guide's blocks of a language, at that indentation."""
    text = GUIDE.read_text("utf-8")
    found = re.findall(rf"^{indent}```{language}\n(.*?)^{indent}```$", text, re.S | re.M)
    return [textwrap.dedent(block) for block in found]


def test_the_first_exercise_of_the_guide_is_the_one_that_a_new_course_has() -> None:
    folder = SAMPLE / "exercises/parcels/total_weight"
    solution, tests, starter, mistake = shown("python", "   ")
    assert solution == (folder / "solution.py").read_text("utf-8")
    assert tests == (folder / "test_total_weight.py").read_text("utf-8")
    assert starter == (folder / "starter.py").read_text("utf-8")
    assert mistake == (folder / "mistakes/leaves_early.py").read_text("utf-8")
    assert shown("yaml", "   ") == [(folder / "exercise.yaml").read_text("utf-8")]


@pytest.fixture
def sample(good: Course) -> Course:
    """A new course, as the command makes it, in the place of the good one."""
    shutil.rmtree(good.root)
    new_course(str(good.root))
    return good


def test_a_new_course_is_good(sample: Course) -> None:
    findings = sample.check()
    assert findings.problems == ()
    counts = "1 lesson, 1 exercise, 1 example, 2 questions, 2 mistakes."
    assert counts in GUIDE.read_text("utf-8")
    assert (findings.lessons, findings.exercises, findings.examples) == (1, 1, 1)
    assert (findings.questions, findings.mistakes, findings.mutants.total) == (2, 2, 5)


def test_the_lessons_of_the_guide_are_good(sample: Course) -> None:
    lessons = [block for block in shown("yaml") if "\nsteps:" in block and "title:" in block]
    every_kind, with_files = lessons
    assert "shop_site.py" in with_files
    taken_out = "  - exercise: functions/find_sku\n"
    assert taken_out in every_kind
    body = every_kind.replace(taken_out, "")
    sample.write("lessons/01-functions/01-return-values.yaml", _in_two(body))
    module = next(block for block in shown("yaml") if "can_do:" in block)
    none = "  none:\n    name: None\n    means: Nothing at all.\n"
    sample.write("lessons/01-functions/module.yaml", f"{module.split(chr(10), 1)[1]}{none}")
    sample.edit("lessons/course.yaml", "  - parcels\n", "  - parcels\n  - functions\n")
    told = [one for one in sample.told("functions/return-values") if "steps; a lesson" not in one]
    assert told == []


def _in_two(lesson: str) -> str:
    """The guide's lesson without its comments on keys."""
    return re.sub(r"[ ]{2,}# (?!whole).*$", "", lesson, flags=re.M)


def test_the_page_of_rules_is_made_from_the_rules() -> None:
    file = CHECKOUT / "docs" / "rules.md"
    assert file.read_text("utf-8") == page(), "course author rules --write docs/rules.md"
    rules = every_rule()
    assert len(rules) > 100
    assert all(
        one.says.endswith(".") and one.says[0] in "`ABCDEFGHIJKLMNOPQRSTUVWXYZ" for one in rules
    )


def test_each_kind_of_exercise_is_named_and_explained() -> None:
    text = GUIDE.read_text("utf-8")
    row = next(line for line in text.splitlines() if "new exercise" in line and "kinds:" in line)
    assert get_args(ExerciseKind) == KINDS
    for kind in KINDS:
        assert f"`{kind}`" in row
        assert kind == "write" or f"\n### {kind}\n" in text


def test_the_index_leads_somewhere() -> None:
    text = GUIDE.read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }
    for target in re.findall(r"\]\(#([^)]+)\)", text):
        assert target in headings, target


SAYS = ("authoring/gate", "learner/questions", "catalogue", "model.py")


def said() -> str:
    """Every text that the gate may put a message together from."""
    texts = []
    for place in SAYS:
        path = SAMPLE.parents[1] / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.append(node.value)
    return re.sub(r"[`“”]", "", "\n".join(texts))


def test_every_message_of_the_table_is_one_that_the_gate_says() -> None:
    table = GUIDE.read_text("utf-8").partition("| it says | what to do |")[2].partition("\n\n")[0]
    rows = [line.split(" | ")[0] for line in table.splitlines()[2:]]
    messages = [one for row in rows for one in re.findall(r"(?:`` ?(.+?) ?``|`([^`]+)`)", row)]
    assert len(messages) > 50
    known = said()
    for message in (re.sub(r"[`“”]", "", one or other) for one, other in messages):
        plain = re.sub(r"\.\.\.|\b[A-Z]\b|\btest_\w+|\d[\d.]*( s)?\b|@@|[()\"]", " | ", message)
        runs = [part.split() for part in plain.split("|")]
        threes = [" ".join(run[n : n + 3]) for run in runs for n in range(max(1, len(run) - 2))]
        assert any(len(three) > 7 and three in known for three in threes), message
