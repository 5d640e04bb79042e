"""Answers that authors did not think of: other right ones pass, plausible wrong ones do not.

`answers/right_*.py` and `answers/wrong_*.py` beside an exercise are kept because somebody once
wrote them, or might: they hold the tests to being fair and sharp. A known mistake has words for the
learner and probes; a wrong answer has neither, it only must not pass. Answers to a review are what
learners hand in there: the diff with their comments, `right_*.diff` and `wrong_*.diff`.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, as_plain, report_line
from course.catalogue.documents import read_text

FOLDER = "answers"
FEWEST = 2
_KINDS = ("right", "wrong")


@rule("exercise", "Where answers are kept there are two right and two wrong ones at least.")
async def check_answers(subject: Subject) -> list[Finding]:
    """A kept answer gets the verdict that its name says: right ones pass, wrong ones do not."""
    if subject.kind == "repo":  # its scripts are carried out by `check_repository`
        return []
    files = answer_files(subject.folder, subject.kind)
    right = [file for file in files if file.name.startswith("right_")]
    wrong = [file for file in files if file.name.startswith("wrong_")]
    reports, passing = await asyncio.gather(
        asyncio.gather(*(subject.runs.check(subject.exercise, read_text(it)) for it in right)),
        _passing(subject, [read_text(file) for file in wrong]),
    )
    problems = _in_number(subject.folder, files)
    for file, report in zip(right, reports, strict=True):
        if not report.passed:
            text = (
                f"this right answer does not pass ({report_line(report)}); let the tests allow it, "
                "or say in the brief what they demand"
            )
            problems.append(at(file, None, text))
    for file, passes in zip(wrong, passing, strict=True):
        if passes:
            text = "this wrong answer passes the tests; add a test that fails for it"
            problems.append(at(file, None, text))
    return problems


async def _passing(subject: Subject, sources: list[str]) -> list[bool]:
    """Which of some wrong answers pass."""
    exercise, runs = subject.exercise, subject.runs
    if subject.kind in ("test", "review"):  # nothing of theirs is a program under tests
        return list(await asyncio.gather(*(runs.passes(exercise, source) for source in sources)))
    return await runs.which_pass(exercise, sources, by=as_plain(exercise))


def answer_suffix(kind: str) -> str:
    """How the names of answers to an exercise of that kind end."""
    return {"review": ".diff", "repo": ".yaml"}.get(kind, ".py")


def answer_files(folder: Path, kind: str) -> list[Path]:
    """The kept answers of the exercise in that folder, those with another name too."""
    return sorted((folder / FOLDER).glob(f"*{answer_suffix(kind)}"))


def _in_number(folder: Path, files: list[Path]) -> list[Finding]:
    """Where answers are kept there are two of each kind at least, and nothing else."""
    if not files:
        return []
    problems = [
        at(file, None, "an answer is called right_something or wrong_something; rename it")
        for file in files
        if file.stem.partition("_")[0] not in _KINDS
    ]
    for kind in _KINDS:
        number = sum(file.name.startswith(f"{kind}_") for file in files)
        if number < FEWEST:
            text = f"{number} of the kept answers are {kind}; keep at least {FEWEST}"
            problems.append(at(folder / FOLDER, None, text))
    return problems
