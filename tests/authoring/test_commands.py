"""`course author ...` as it is typed: scaffolds to a clean exercise, reports, schemas, counts."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
from pathlib import Path
from typing import get_args

import msgspec
import pytest
import yaml
from click.testing import CliRunner, Result

from course.authoring import schema as schemas
from course.authoring.gate.findings import Findings, Survivor
from course.authoring.gate_output import as_lines
from course.authoring.preview import beginning_at, without_progress
from course.authoring.watching import _follow
from course.catalogue import Catalogue
from course.cli import build_command
from course.errors import WrongUse
from course.model import ExerciseKind
from tests.authoring.conftest import Course

KINDS = get_args(ExerciseKind)


ADDS_TWO = '"""You add two."""\n\n\ndef double(value):\n    return value + 2\n'
SHOWS_IT = '"""You show it."""\n\n\ndef double(value):\n    print(value * 2)\n'
TWICE_THREE = """\
from double import double


def test_twice_three_is_six():
    assert double(3) == 6
"""
TWICE_NOTHING = """

def test_twice_nothing_is_nothing():
    assert double(0) == 0
"""


def course(*args: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(build_command(), ["author", *args], catch_exceptions=False)


def test_the_report_as_json(good: Course) -> None:
    good.edit("exercises/shop/weight/solution.py", "* 3", "* 4")
    result = course("check", "shop/weight", "--json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert list(report) == [
        "lessons", "exercises", "examples", "questions", "mistakes", "mutants", "problems",
    ]  # fmt: skip
    assert report["exercises"] == 1
    assert list(report["mutants"]) == ["total", "killed", "waived"]
    (problem,) = report["problems"]
    assert list(problem) == ["file", "line", "text"]
    assert problem["file"].endswith("exercises/shop/weight/solution.py")
    assert problem["line"] is None


def test_the_report_in_plain_words(good: Course) -> None:
    result = course("check", "shop/weight", "shop/functions")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "1 lesson, 1 exercise, 1 example, 5 questions, 2 mistakes.",
        "Tests notice 4 of 4 small changes (100 %).",
        "No problems.",
    ]


def test_a_name_that_is_none(good: Course) -> None:
    result = course("check", "shop/wait")
    assert result.exit_code == 2
    assert (
        "no lesson, exercise or module called shop/wait. Did you mean shop/weight" in result.stderr
    )


def test_a_path_and_a_module_name_content_too(good: Course) -> None:
    folder = good.root / "exercises/shop/weight"
    assert "0 lessons, 1 exercise," in course("check", str(folder)).stdout
    assert "1 lesson, 0 exercises," in course("check", "web").stdout


def test_an_exercise_outside_the_course(good: Course, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "weight"
    shutil.copytree(good.root / "exercises/shop/weight", folder)
    assert "No problems." in course("check", str(folder)).stdout


@pytest.mark.parametrize("kind", KINDS)
def test_a_scaffold_lacks_only_what_the_author_says(good: Course, kind: str) -> None:
    name = "shop/test_hello" if kind == "test" else "shop/hello"
    assert course("new", "exercise", name, "--kind", kind).exit_code == 0
    folder = good.root / "exercises" / name
    told = [
        one
        for one in good.check(name).problems
        if "no lesson uses" not in one.text and "still to do: " not in one.text
    ]
    assert told == []
    asked = [one for one in good.check(name).problems if "still to do: " in one.text]
    marked = sum(file.read_text().count("TODO") for file in folder.rglob("*.*"))
    assert len(asked) == marked > 8
    assert all(one.line for one in asked)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_that_new_files_name_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    assert course("new", "course", str(tmp_path / "own")).exit_code == 0
    monkeypatch.setenv("COURSE_CONTENT", str(tmp_path / "own"))
    name = "parcels/test_hello" if kind == "test" else "parcels/hello"
    assert course("new", "exercise", name, "--kind", kind).exit_code == 0
    assert course("new", "lesson", "parcels/hello").exit_code == 0
    named = {
        (file.parent / place).resolve()
        for file in (tmp_path / "own").rglob("*.yaml")
        for place in re.findall(r"^# yaml-language-server: \$schema=(.+)$", file.read_text(), re.M)
    }
    assert len(named) > 1
    assert [one for one in named if not one.is_file()] == []


def test_a_lesson_scaffold_has_only_todos(good: Course) -> None:
    result = course("new", "lesson", "shop/opening-hours")
    assert result.stdout.splitlines()[0].endswith("lessons/01-shop/03-opening-hours.yaml")
    told = good.check("shop/opening-hours").problems
    assert told
    assert {"still to do" in one.text or "Python prints TODO" in one.text for one in told} == {True}


def test_from_a_scaffold_to_a_clean_exercise(good: Course) -> None:
    assert course("new", "exercise", "shop/double").exit_code == 0
    place = "exercises/shop/double"
    assert any("still to do" in one for one in good.told("shop/double"))
    good.write(
        f"{place}/exercise.yaml",
        "title: Twice as much\nkind: write\npractises: [return]\n"
        "brief: Write `double(value)`, twice the value.\n"
        "hints: [What is twice?, Multiply., Return `value * 2`.]\n"
        "probes: [double(0), double(2), double(3)]\n",
    )
    good.write(f"{place}/starter.py", 'def double(value):\n    """Return twice the value."""\n')
    good.write(f"{place}/solution.py", "def double(value):\n    return value * 2\n")
    good.write(f"{place}/test_double.py", TWICE_THREE)
    good.write(f"{place}/mistakes/first.py", ADDS_TWO)
    good.write(f"{place}/mistakes/second.py", SHOWS_IT)
    told = good.told("shop/double")
    assert any("the tests pass for code that always returns 6" in one for one in told), told
    assert any("no lesson uses shop/double" in one for one in told)
    good.write(f"{place}/test_double.py", TWICE_THREE + TWICE_NOTHING)
    lesson = "lessons/01-shop/02-tests.yaml"
    good.edit(
        lesson, "  - exercise: shop/grow", "  - exercise: shop/grow\n  - exercise: shop/double"
    )
    assert good.told("shop/double") == []


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("lesson", "shop/functions"), "There is a lesson shop/functions already"),
        (("exercise", "shop/weight"), "There is an exercise shop/weight already"),
        (("exercise", "shop/Total"), "cannot be the id of an exercise"),
        (("exercise", "total"), "cannot be the id of an exercise"),
        (
            ("lesson", "nowhere/total"),
            "The course has no module nowhere. Its modules are: shop, web.",
        ),
    ],
)
def test_ids_that_cannot_be(good: Course, args: tuple[str, ...], words: str) -> None:
    result = course("new", *args)
    assert result.exit_code == 2
    assert words in result.stderr


def test_schemas_for_editors_are_the_ones_in_docs() -> None:
    folder = Path(__file__).parents[2] / "docs" / "schema"
    for name in schemas.FILES:
        stored = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        assert stored == schemas.schema(name), "run: course author schema --write docs/schema"


def test_what_cannot_be_written_is_told(good: Course, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    for arguments, words in (
        (("rules", "--write", str(tmp_path)), "There is a folder where the file"),
        (("rules", "--write", str(file / "rules.md")), "is a file, but a folder has to be there"),
        (("schema", "--write", str(file)), "is a file, but a folder has to be there"),
    ):
        result = course(*arguments)
        assert result.exit_code == 1
        assert words in result.stderr
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_schema_knows_the_keys(good: Course) -> None:
    made = json.loads(course("schema", "lesson").stdout)
    step = made["$defs"]["Step"]
    assert set(step["properties"]) >= {"text", "example", "predict", "exercise"}
    assert (step["minProperties"], step["else"]["maxProperties"]) == (1, 1)
    assert (step["if"]["required"], step["then"]["minProperties"]) == (["plain"], 2)
    assert course("schema", "nothing").exit_code == 2


def test_counts(good: Course) -> None:
    rows = json.loads(course("stats", "--json").stdout)
    shop = next(row for row in rows if row["module"] == "shop")
    assert (shop["lessons"], shop["exercises"], shop["questions"]) == (2, 6, 7)
    assert shop["words"] > 50
    assert course("stats").stdout.splitlines()[-1].split()[0] == "all"


def test_a_draft_is_not_counted(good: Course) -> None:
    before = json.loads(course("stats", "--json").stdout)
    good.edit("lessons/01-shop/01-functions.yaml", "minutes: 5", "minutes: 5\nstatus: wip")
    good.edit("exercises/shop/weight/exercise.yaml", "kind: write", "kind: write\nstatus: wip")
    for was, row in zip(before, json.loads(course("stats", "--json").stdout), strict=True):
        fewer = int(row["module"] == "shop")
        assert (row["lessons"], row["exercises"]) == (
            was["lessons"] - fewer,
            was["exercises"] - fewer,
        )
    [row] = [it for it in course("stats", "--concepts").stdout.splitlines() if "return" in it]
    assert "shop/functions (draft)" in row


def test_every_complaint_of_the_documentation_is_one() -> None:
    """Words quoted in docs/authoring.md stand in the gate's code."""
    root = Path(__file__).parents[2]
    code = "".join(file.read_text("utf-8") for file in (root / "course").rglob("*.py"))
    table = (root / "docs/authoring.md").read_text("utf-8").split("## What the gate says")[1]
    for words in ("the starter passes already", "this mistake passes the tests", "still to do: "):
        assert words in table
        assert words in code


def test_examples_in_the_documentation_are_valid() -> None:
    """Every whole YAML file shown in docs/authoring.md decodes."""
    from course.model import CourseSource, ExerciseSource, LessonSource, ModuleSource, RepoScript

    text = (Path(__file__).parents[2] / "docs/authoring.md").read_text("utf-8")
    blocks = [yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", text, re.S)]
    with_steps = [one for one in blocks if isinstance(one, dict) and "steps" in one]
    lessons = [one for one in with_steps if "title" in one]
    assert [msgspec.convert(one, RepoScript).folder for one in with_steps if one not in lessons]
    titles = ["Giving a value back", "The parcels of a day"]
    assert [msgspec.convert(one, LessonSource).title for one in lessons] == titles
    assert any(
        isinstance(one, dict) and "modules" in one and msgspec.convert(one, CourseSource)
        for one in blocks
    )
    assert any(
        isinstance(one, dict) and "concepts" in one and msgspec.convert(one, ModuleSource)
        for one in blocks
    )
    indented = [
        yaml.safe_load(one) for one in re.findall(r"```yaml\n(   title.*?)   ```\n\n6", text, re.S)
    ]
    assert [msgspec.convert(one, ExerciseSource).kind for one in indented] == ["write"]


DRAFT = "status: wip\n"


def test_a_draft_is_left_out_until_it_is_named(good: Course) -> None:
    good.edit("lessons/02-web/01-adding-up.yaml", "minutes: 5\n", f"minutes: 5\n{DRAFT}")
    told = good.check()
    assert (told.lessons, told.exercises) == (2, 6)
    assert good.check("web/adding-up").lessons == 1
    assert "web/adding-up" not in Catalogue.open(good.locations).lessons


def test_a_lesson_that_is_ready_has_no_draft_in_it(good: Course) -> None:
    good.edit("exercises/shop/weight/exercise.yaml", "kind: write\n", f"kind: write\n{DRAFT}")
    [told] = good.structure()
    assert "exercise shop/weight is a draft (`status: wip`)" in told
    assert "shop/weight" not in Catalogue.open(good.locations).exercises


def test_notes_are_told_when_asked_for() -> None:
    findings = Findings(survivors=(Survivor("a.py", 3, "`1` became `2`", "It is so."),))
    assert as_lines(findings)[0].startswith("0 lessons")
    assert as_lines(findings, notes=True)[0] == "note: a.py:3: `1` became `2`: waived: It is so."


def test_what_is_taught_where(good: Course) -> None:
    lines = course("stats", "--concepts").stdout.splitlines()
    assert lines[1].split() == ["return", "shop/functions", "1", "exercise"]
    rows = json.loads(course("stats", "--concepts", "--json").stdout)
    assert {row["concept"]: row["lesson"] for row in rows}["sum"] == "web/adding-up"


def test_an_installed_copy_is_noticed(good: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "installed copy" not in course("check", "shop/weight").stderr
    copy = good.root.rename(good.root.with_name("_content"))
    monkeypatch.setenv("COURSE_CONTENT", str(copy))
    told = course("new", "exercise", "shop/hello").stderr
    assert f"this is the installed copy in {copy}, and the next one takes its place" in told


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("exercise", "shop/json"), "hide Python's own module json"),
        (("exercise", "shop/fees", "--kind", "test"), "shop/test_fees for tests of fees.py"),
        (("exercise", "shop/größe"), "cannot be the id of an exercise"),
        (("course", "."), "is there already. Name a folder that is not"),
    ],
)
def test_what_the_gate_would_not_take_is_not_begun(
    good: Course, args: tuple[str, ...], words: str
) -> None:
    result = course("new", *args)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_lesson_stands_before_the_checkpoint(good: Course) -> None:
    text = (good.root / "lessons/02-web/01-adding-up.yaml").read_text("utf-8")
    good.write("lessons/01-shop/99-checkpoint.yaml", text)
    made = course("new", "lesson", "shop/opening-hours").stdout.splitlines()[0]
    assert made.endswith("lessons/01-shop/03-opening-hours.yaml")


def test_where_a_preview_begins(good: Course) -> None:
    assert beginning_at("shop/functions", 3).startswith("preview('shop/functions', 2, ")
    assert beginning_at("shop/weight", 1).startswith("preview('shop/weight', 0, ")
    with pytest.raises(WrongUse, match="shop/functions has 9 steps"):
        beginning_at("shop/functions", 30)
    with pytest.raises(WrongUse, match="shop is more than one lesson or exercise"):
        beginning_at("shop", 1)


def test_a_preview_has_a_home_of_its_own(good: Course) -> None:
    before = dict(os.environ)
    with without_progress():
        assert os.environ["COURSE_HOME"] != before["COURSE_HOME"]
        assert os.environ["COURSE_DRAFTS"] == "1"
        assert good.root.is_dir()
    assert dict(os.environ) == before


def test_watching_says_what_a_save_has_changed(
    good: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    file, said = "exercises/shop/review_fee/exercise.yaml", ""

    async def until(words: str, save: tuple[str, str] | None = None) -> None:
        nonlocal said
        async with asyncio.timeout(120):
            while words not in said:
                if save and save[0] in (good.root / file).read_text("utf-8"):
                    good.edit(file, *save)
                await asyncio.sleep(0.01)
                said += "".join(capsys.readouterr())

    async def story() -> None:
        watching = asyncio.create_task(_follow(("shop/review_fee",), False, good.locations))
        await until("Watching; save a file")
        assert "No problems." in said
        await until("did you mean `review`?", ("kind: review", "kind: reveiw"))
        await until("mended: ", ("kind: reveiw", "kind: review"))
        watching.cancel()

    asyncio.run(story())
