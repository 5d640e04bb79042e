"""What an exercise of the kind *repo* proves: its start, its solution, and answers of both kinds.

A script is carried out on a repository that is built anew for it; what is checked is what the
learner's own folder would be checked for.
"""

from __future__ import annotations

import ast
import asyncio
import json
import re
import tempfile
from pathlib import Path

from course.authoring.gate.answers import FEWEST, FOLDER
from course.authoring.gate.findings import Finding, at, meant
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, report_line
from course.catalogue.documents import read_text
from course.catalogue.kinds import START, read_script
from course.checking.repository.build import build, perform
from course.checking.repository.facts import facts
from course.checking.repository.module import nothing
from course.checking.repository.reader import Commit, CommitFacts, Repository
from course.errors import ContentError, CourseError
from course.model import CheckReport, RepoScript


@rule(
    "kind",
    "The start of a repository does not pass, and is the same whenever it is built.",
    "Two right answers to a repository pass, and two wrong ones do not.",
)
async def check_repository(subject: Subject) -> list[Finding]:
    """The solution of a repository passes: each step of a script can be carried out."""
    problems = [problem for file in subject.exercise.test_files for problem in _without_words(file)]
    unknown = [one for file in subject.exercise.test_files for one in _unknown_names(file)]
    if unknown:  # no script could pass
        return [*problems, *unknown]
    start = subject.folder / START
    try:
        begun, again = await asyncio.gather(_after(subject), _after(subject))
    except CourseError as error:
        return [*problems, at(start, None, f"it cannot be built: {error}")]
    if begun != again:
        problems.append(at(start, None, "built twice, it is not the same; fix what changes"))
    if (await subject.runs.check(subject.exercise, begun)).passed:
        problems.append(
            at(start, None, "the start passes already; leave the learner something to do")
        )
    files = sorted((subject.folder / FOLDER).glob("*.yaml"))
    for kind in ("right", "wrong"):
        number = sum(file.name.startswith(f"{kind}_") for file in files)
        if number < FEWEST:
            text = f"{number} of the kept answers are {kind}; keep at least {FEWEST}"
            problems.append(at(subject.folder / FOLDER, None, text))
    scripts = (subject.exercise.solution_path, *files)
    for findings in await asyncio.gather(*(_judged(subject, script) for script in scripts)):
        problems += findings
    return problems


async def _judged(subject: Subject, script: Path) -> list[Finding]:
    """What is wrong with one script: the solution, a right answer or a wrong one."""
    try:
        report = await _checked(subject, script)
    except ContentError as error:
        return [at(one.file, one.line, one.text) for one in error.problems]
    except CourseError as error:
        message = re.sub(r"\S*course-repository-[^/\\]+[/\\]", "", str(error))
        return [at(script, None, f"it cannot be carried out: {message}")]
    if script.name.startswith("wrong_"):
        if report.passed:
            return [at(script, None, "this wrong answer passes; add a test that fails for it")]
    elif not report.passed:
        what = "right answer" if script.parent.name == FOLDER else "solution"
        why = "; ".join(one.text for one in report.diagnosis) or report_line(report)
        return [at(script, None, f"the {what} does not pass ({why}); correct it or the tests")]
    return []


async def _checked(subject: Subject, script: Path) -> CheckReport:
    return await subject.runs.check(subject.exercise, await _after(subject, script))


async def _after(subject: Subject, script: Path | None = None) -> str:
    """The facts of the start, with a script carried out on it."""
    return await asyncio.to_thread(_facts_after, subject, script)


def _facts_after(subject: Subject, script: Path | None) -> str:
    start = subject.exercise.start
    if start is None:
        raise ValueError(f"{subject.exercise.id} has no script for its repository")
    with tempfile.TemporaryDirectory(prefix="course-repository-") as place:
        folder = Path(place) / subject.folder.name
        build(start, folder)
        if script is not None:
            perform(read_script(script), folder, after=len(start.steps))
        return facts(folder)


@rule("kind")
def _without_words(file: Path) -> list[Finding]:
    """Each `assert` of a repository's tests has words that say what is missing."""
    return [
        at(file, node.lineno, 'no words for the learner; add them: assert ..., "what is missing"')
        for node in ast.walk(ast.parse(read_text(file)))
        if isinstance(node, ast.Assert) and node.msg is None
    ]


@rule("kind")
def _unknown_names(file: Path) -> list[Finding]:
    """A repository's tests ask `repository` and its commits only for what they have."""
    names = {
        "`repository` has no": [name for name in dir(_empty()) if not name.startswith("_")],
        "a commit has no": [name for name in dir(_a_commit()) if not name.startswith("_")],
    }
    return [
        at(
            file,
            node.lineno,
            f"{whose} `{node.attr}`; {meant(node.attr, names[whose])}",
        )
        for node in ast.walk(ast.parse(read_text(file)))
        if isinstance(node, ast.Attribute)
        and (whose := _whose(node.value))
        and node.attr not in names[whose]
    ]


def _whose(node: ast.expr) -> str:
    """Begins what is said of an attribute: of `repository`, of a commit by its branch, or ""."""
    if isinstance(node, ast.Name) and node.id == "repository":
        return "`repository` has no"
    named = isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute)
    of = node.value if named else None  # type: ignore[attr-defined]
    if isinstance(of, ast.Attribute) and of.attr in ("branches", "tags", "remote_branches"):
        return "a commit has no"
    return ""


def _a_commit() -> Commit:
    facts: CommitFacts = {
        "id": "", "message": "", "author": "", "when": 0, "parents": [], "tree": {}
    }  # fmt: skip
    return Commit(0, facts, {}, {})


def _empty() -> Repository:
    script = RepoScript(folder=".", steps=())
    return Repository(json.loads(nothing(script))["."])
