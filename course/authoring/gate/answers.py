"""Answers that authors did not think of: other right ones pass, plausible wrong ones do not.

`answers/right_*.py` and `answers/wrong_*.py` beside an exercise are kept because somebody once
wrote them, or might: they hold the tests to being fair and sharp. A known mistake has words for the
learner and probes; a wrong answer has neither, it only must not pass. Answers to a review are what
learners hand in there: the diff with their comments, `right_*.diff` and `wrong_*.diff`. Those to a
package are folders, `right_*/` and `wrong_*/`, with only the files that differ from the solution.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, as_plain, report_line
from course.catalogue.documents import read_text
from course.catalogue.package import read_package, replaced, split

FOLDER = "answers"
FEWEST = 2
_KINDS = ("right", "wrong")


@rule("exercise", "Where answers are kept there are two right and two wrong ones at least.")
async def check_answers(subject: Subject) -> list[Finding]:
    """A kept answer gets the verdict that its name says: right ones pass, wrong ones do not."""
    if subject.kind == "repo":  # its scripts are carried out by `check_repository`
        return []
    exercise, runs = subject.exercise, subject.runs
    files = answer_files(subject)
    right = [file for file in files if file.name.startswith("right_")]
    wrong = [file for file in files if file.name.startswith("wrong_")]
    reports, passing = await asyncio.gather(
        runs.failing(exercise, [_text(subject, file) for file in right], as_plain(exercise)),
        _passing(subject, [_text(subject, file) for file in wrong]),
    )
    problems = _in_number(subject.folder, files)
    for file, report in zip(right, reports, strict=True):
        if report is not None:
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


def answer_suffix(kind: str, is_package: bool = False) -> str:
    """How the names of answers to an exercise of that kind end; folders end in nothing."""
    return "" if is_package else {"review": ".diff", "repo": ".yaml"}.get(kind, ".py")


def answer_files(subject: Subject) -> list[Path]:
    """The kept answers of an exercise, those with another name too: files, or folders."""
    suffix = answer_suffix(subject.kind, subject.exercise.package)
    return sorted(it for it in (subject.folder / FOLDER).glob("*") if it.suffix == suffix)


def _text(subject: Subject, answer: Path) -> str:
    """What a learner with that answer hands in."""
    if not subject.exercise.package:
        return read_text(answer)
    return replaced(subject.solution, split(read_package(answer)))


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
