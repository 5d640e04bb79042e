"""A kind of question joins the course by four files: shown by a made-up one, at every door."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import course
from course.learner.questions.table import KINDS
from course.model import QUESTION_KINDS
from course.ui.widgets.steps.base import QuestionView
from course.ui.widgets.steps.table import view_class

PACKAGE = Path(course.__file__).parent
SMALL_COURSE = Path(__file__).parents[2] / "content"

MODEL = '''\
class Estimate(Question, frozen=True, forbid_unknown_fields=True):
    """How many are there, about?"""

    question: NonEmpty
    about: int
    because: NonEmpty


class Step('''
KIND = '''\
"""`estimate`: how many are there, about?"""

from __future__ import annotations

from course.learner.feedback import Runner
from course.learner.questions.kind import Fault, Given, QuestionKind, Marked
from course.model import Estimate


class EstimateKind(QuestionKind[Estimate]):
    """Right when it is no more than a tenth off."""

    content = Estimate
    answers = int
    scaffold = """\\
  - estimate:
      question: "TODO: how many?"
      about: 100
      because: "TODO: how to tell"
"""

    def shown(self, question: Estimate, seed: str) -> tuple[list[str], str]:
        """The question."""
        return [question.question, ""], "Type about how many"

    def read(self, question: Estimate, line: str, seed: str) -> Given | None:
        """A number."""
        return int(line) if line.strip().isdecimal() else None

    async def mark(self, question: Estimate, answer: int, run: Runner) -> Marked:
        """By how far it is off."""
        right = abs(answer - question.about) * 10 <= question.about
        return Marked(right, question.because, str(question.about))

    async def faults(self, question: Estimate, run: Runner) -> list[Fault]:
        """There is something to count."""
        return [] if question.about else [Fault("there is nothing to count", ("about",))]

    def chances(self, question: Estimate) -> tuple[float, float]:
        """Hardly guessed."""
        return 0.05, 0.2
'''
VIEW = '''\
"""How many are there, about?"""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from course.ui.widgets.prose import Prose
from course.ui.widgets.steps.base import AnswerWords, QuestionView


class EstimateStep(QuestionView):
    """A number to type."""

    HEADING = "About how many?"

    def compose_step(self):
        yield Prose(self.content.question)
        yield Input()
        yield AnswerWords()

    def first_focus(self):
        return self.query_one(Input)

    @on(Input.Submitted)
    def _typed(self, event):
        event.stop()
        self.act()

    def answer(self):
        value = self.query_one(Input).value
        return int(value) if value.isdecimal() else None
'''
IN_THE_APP = """\
import asyncio
from course import locations
from course.learner.placement_bank import bank
from course.learner.session import Session
from course.ui.app import CourseApp
from textual.widgets import Input


async def main():
    session = Session.open(locations.find())
    session.choose_path(session.catalogue.paths[0].id)
    print("placed", [it.kind for it in bank(session.catalogue, ["basics"])].count("estimate"))
    app = CourseApp(locations.find(), session)
    async with app.run_test(size=(80, 24)) as pilot:
        app.open_lesson("basics/texts", 3)
        while not app.screen.query(Input):
            await pilot.pause()
        for number in ("50", "95"):
            app.screen.query_one(Input).value = number
            await pilot.press("enter")
            async with asyncio.timeout(180):
                while (3, number == "95") not in session.answered("basics/texts").items():
                    await pilot.pause()
            print("answered", number, session.answered("basics/texts"))


asyncio.run(main())
"""
STEP = """\
  - estimate:
      question: How many parcels fit into a van?
      about: 100
      because: Ten rows of ten.
      shows: [arithmetic]
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the course with a seventh kind of question, and a lesson that asks it."""
    root = tmp_path_factory.mktemp("place")
    copy = root / "course"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    model, table = copy / "model.py", copy / "learner" / "questions" / "table.py"
    field = "    match: Match | UnsetType = UNSET\n"
    text = model.read_text("utf-8").replace("class Step(", MODEL, 1)
    new_field = "    estimate: Estimate | UnsetType = UNSET\n"
    model.write_text(text.replace(field, field + new_field, 1), "utf-8")
    (table.parent / "estimate.py").write_text(KIND, "utf-8")
    line = '    "match": MatchKind(),\n'
    imports = "from course.learner.questions.estimate import EstimateKind\n"
    text = table.read_text("utf-8").replace(line, f'{line}    "estimate": EstimateKind(),\n', 1)
    first = "from course.learner.questions.kind import"
    table.write_text(text.replace(first, imports + first, 1), "utf-8")
    (copy / "ui/widgets/steps/estimate.py").write_text(VIEW, "utf-8")
    content = root / "content"
    shutil.copytree(SMALL_COURSE, content)
    lesson = content / "lessons/01-basics/02-texts.yaml"
    lesson.write_text(lesson.read_text("utf-8") + STEP, "utf-8")
    return root


def run(place: Path, *arguments: str, given: str = "") -> str:
    """A command of the copy, or a program that uses it; what it printed."""
    settings = {"COURSE_HOME": place / "home", "COURSE_CONTENT": place / "content"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(place), **{k: str(v) for k, v in settings.items()}},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def test_a_new_kind_is_shown_and_answered_and_placed(place: Path) -> None:
    assert "How many parcels fit into a van?" in run(place, "-m", "course", "show", "basics/texts")
    told = run(place, "-c", IN_THE_APP)
    assert "placed 1" in told
    assert "answered 50 {3: False}" in told
    assert "answered 95 {3: True}" in told


def test_a_new_kind_is_known_to_authors(place: Path) -> None:
    lesson = place / "content/lessons/01-basics/02-texts.yaml"
    check = ("-m", "course", "author", "check", "basics/texts", "--json")
    good = json.loads(run(place, *check))
    assert good["questions"] == 2
    lesson.write_text(lesson.read_text("utf-8").replace("about: 100", "about: 0"), "utf-8")
    texts = [problem["text"] for problem in json.loads(run(place, *check))["problems"]]
    lesson.write_text(lesson.read_text("utf-8").replace("about: 0", "about: 100"), "utf-8")
    assert "step 4 (estimate): there is nothing to count" in texts
    schema = run(place, "-m", "course", "author", "schema", "lesson")
    assert '"estimate"' in schema
    run(place, "-m", "course", "author", "new", "lesson", "basics/more")
    scaffold = (place / "content/lessons/01-basics/03-more.yaml").read_text("utf-8")
    assert "#   - estimate:" in scaffold


def test_a_new_kind_is_reviewed_in_plain_text(place: Path) -> None:
    asked = (
        "import asyncio\n"
        "from course.plain.asking import Asking\n"
        "from course.plain.talk import Talk\n"
        "from course.model import Estimate\n"
        "async def ask():\n"
        "    question = Estimate(question='How many?', about=9, because='b')\n"
        "    print(await Asking(Talk()).answer(question, '', {}))\n"
        "asyncio.run(ask())\n"
    )
    assert run(place, "-c", asked, given="many\n9\n").splitlines()[-1] == "9"


def test_every_kind_of_the_model_is_in_the_table_and_has_a_view() -> None:
    assert tuple(KINDS) == QUESTION_KINDS
    for name, kind in KINDS.items():
        view = view_class(name)
        assert issubclass(view, QuestionView)
        assert kind.heading
        assert type(kind).__module__ == f"course.learner.questions.{name}"
        assert import_module(view.__module__).__name__ == f"course.ui.widgets.steps.{name}"


@pytest.mark.parametrize("name", ["predict", "order", "blank", "spot", "match"])
def test_the_classes_of_a_kind_are_named_in_few_files(name: str) -> None:
    kind = KINDS[name]
    classes = {kind.content.__name__, type(kind).__name__, view_class(name).__name__}
    naming = {
        place
        for place, text in _texts().items()
        if any(name in text for name in classes) and classes & _names(ast.parse(text))
    }
    shared = {"learner/feedback.py", "learner/questions/tried.py"}  # of all that run a program
    assert naming - shared == {
        "model.py",
        f"learner/questions/{name}.py",
        "learner/questions/table.py",
        f"ui/widgets/steps/{name}.py",
    }


@cache
def _texts() -> dict[str, str]:
    """Every file of the course by its place."""
    return {
        file.relative_to(PACKAGE).as_posix(): file.read_text("utf-8")
        for file in PACKAGE.rglob("*.py")
    }


def _names(tree: ast.Module) -> set[str]:
    """The names a file defines, imports or uses from the course; not those of the `ast` module."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("course"):
            found.update(alias.name for alias in node.names)
    return found
