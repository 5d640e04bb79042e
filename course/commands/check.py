"""`course check`: the checker's door for people and programs."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from course.commands.consent import allowed_words, ask, ask_for_needs
from course.commands.output import report_json, show_markdown, show_report, tell_task_news
from course.commands.passed import tell_pass
from course.errors import WrongUse
from course.terminal import echo, echo_json, unread_as_well

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import CheckReport, Exercise

Job = tuple[str, "Exercise", "str | bytes"]


@click.command("check")
@click.argument("what", metavar="[ID|FILE]...", nargs=-1)
@click.option(
    "--exercise",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Check the files against this exercise folder, in the course or not.",
)
@click.option(
    "--allow",
    metavar="NEEDS",
    default="",
    callback=allowed_words,
    help="What code that did not come with this program may do: localhost, processes, or both.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the summary of a class is written: for people, as CSV, as JSON.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in order.")
def check(
    what: tuple[str, ...],
    folder: Path | None,
    allow: frozenset[str],
    output: Path | None,
    as_json: bool,
) -> None:
    """Check exercises: by id, by file, or (without either) the one you are at.

    A folder with a folder for each of many learners is checked as a class: who has passed what, and
    which mistakes they made.

    Ends with 0 when everything passed, 1 when something did not, 2 on wrong use.
    """
    with unread_as_well():
        passed = _check(what, folder, allow, output, as_json)
    sys.exit(0 if passed else 1)


def _check(
    what: tuple[str, ...],
    folder: Path | None,
    allow: frozenset[str],
    output: Path | None,
    as_json: bool,
) -> bool:
    """Whether all that is named has passed."""
    if len(what) == 1 and (everybody := _class_folder(what[0], folder)) is not None:
        return _check_class(everybody, folder, allow, output, as_json)
    if folder is None:
        return _check_own(what, as_json, allow)
    from course.catalogue import read_exercise

    if not what:
        raise click.UsageError("Name the files: course check --exercise FOLDER FILE...")
    if not folder.exists():
        raise WrongUse(f"{folder}: there is no such exercise folder.")
    exercise = read_exercise(folder)
    ask_for_needs(exercise, folder, allow)
    jobs: list[Job] = [(name, exercise, _read(Path(name))) for name in what]
    return asyncio.run(_check_all(jobs, as_json))


def _check_own(what: Sequence[str], as_json: bool, allow: frozenset[str]) -> bool:
    from course.commands.opening import in_session

    async def run(session: Session) -> bool:
        chosen = [_exercise_of(session, name) for name in what or [exercise_here(session)]]
        session.one_check = len(chosen) == 1
        passed = True
        for exercise in chosen:
            ask(session.consent, exercise.source.needs, allow, "course")
            source = session.load(exercise)
            tell_task_news(session, exercise)
            report = await session.submit(exercise, source, save=False)
            name = str(session.file(exercise))
            _tell(name, exercise, report, as_json, heading=len(chosen) > 1)
            if report.passed and not as_json:
                await tell_pass(session, exercise, whole=len(chosen) == 1)
            passed = passed and report.passed
        return passed

    return in_session(run, reading=True)


def _class_folder(name: str, exercise: Path | None) -> Path | None:
    """The folder of a class; None where it is a project of one learner, or no folder at all."""
    place = Path(name)
    if not place.is_dir():
        return None
    if exercise is None:
        from course import locations
        from course.catalogue import Catalogue

        ident = f"{place.absolute().parent.name}/{place.absolute().name}"
        known = Catalogue.open(locations.find()).exercises
        return None if ident in known else place
    from course.catalogue import read_exercise

    is_project = exercise.exists() and read_exercise(exercise).package
    alone = is_project and any(it.suffix == ".py" for it in place.iterdir())
    return None if alone else place


def _check_class(
    everybody: Path,
    exercise: Path | None,
    allow: frozenset[str],
    output: Path | None,
    as_json: bool,
) -> bool:
    """Check what many learners have handed in, and tell it; whether all of it passed."""
    from course.catalogue import read_exercise
    from course.commands.opening import open_session
    from course.learner import classroom
    from course.learner.mixed_up import MixUps

    with open_session(reading=True) as session:
        only = read_exercise(exercise) if exercise is not None else None
        work, left_out = classroom.handed_in(everybody, session.catalogue, only)
        mixups = MixUps(session.catalogue)
        needs = {need for one in work for need in one.exercise.source.needs}
        if only is not None and exercise is not None:
            ask_for_needs(only, exercise, allow)
        else:
            ask(session.consent, tuple(sorted(needs)), allow, "course")
    if not work:
        raise WrongUse(
            f"{everybody} holds no file of an exercise. Give each learner a folder in it, with "
            "files called like their exercises, or name the one exercise: --exercise FOLDER."
        )
    jobs: list[Job] = [(str(one.file), one.exercise, one.source) for one in work]

    async def checked() -> list[classroom.CheckedWork]:
        reports = [report async for _, report in _reports(jobs)]
        pairs = zip(work, reports, strict=True)
        return [classroom.found(one, everybody, report, mixups) for one, report in pairs]

    whole_class = classroom.Class(tuple(asyncio.run(checked())), tuple(left_out))
    if as_json:
        echo_json(whole_class)
    else:
        show_markdown(classroom.summary(whole_class))
    place = output or everybody.absolute().with_name(f"{everybody.absolute().name}-summary")
    files = classroom.write(whole_class, place)
    echo(f"\nWritten: {', '.join(map(str, files))}", err=as_json)
    return all(one.verdict == "passed" for one in whole_class.found)


def exercise_here(session: Session) -> str:
    """The first exercise not passed yet in the lesson the learner is at."""
    lesson = session.catalogue.lesson_entry(session.here().lesson)
    for ident in lesson.exercises:
        if not session.is_passed(ident):
            return ident
    raise WrongUse(
        f"Lesson `{lesson.id}` has no exercise left to check. "
        "Name one: course check ID (course list shows them)."
    )


def _exercise_of(session: Session, name: str) -> Exercise:
    """The exercise of an id, or of a file in the workspace."""
    path, is_id = Path(name), session.catalogue.today(name) in session.catalogue.exercises
    if not is_id and (path.suffix == ".py" or path.exists()):
        if not path.exists():
            raise WrongUse(f"There is no file {path}.")
        ident = f"{path.absolute().parent.name}/{path.stem}"
        if ident not in session.catalogue.exercises:
            raise WrongUse(
                f"{path} is not the file of an exercise. "
                "Name the exercise: course check --exercise FOLDER FILE."
            )
        exercise = session.catalogue.exercise(ident)
        if session.file(exercise).resolve() != path.resolve():
            raise WrongUse(
                f"{path} is not in your workspace; the file of `{ident}` is "
                f"{session.file(exercise)}. To check another one: "
                "course check --exercise FOLDER FILE."
            )
        return exercise
    return session.catalogue.exercise(name)


def _read(file: Path) -> str | bytes:
    """A submission: a file, or the folder of a project of several files."""
    from course.learner.files import read_project, read_submission

    try:
        return read_project(file) if file.is_dir() else read_submission(file)
    except OSError as error:
        raise WrongUse(f"{file} cannot be read: {error.strerror or error}.") from None


async def _check_all(jobs: list[Job], as_json: bool) -> bool:
    passed = True
    async for (name, exercise, _), report in _reports(jobs):
        _tell(name, exercise, report, as_json, heading=len(jobs) > 1)
        passed = passed and report.passed
    return passed


async def _reports(jobs: list[Job]) -> AsyncIterator[tuple[Job, CheckReport]]:
    """Every report in the order of the jobs, as many at once as the checker runs."""
    from course.checking import Checker
    from course.explaining.explainer import Explainer

    async with Checker(one_check=len(jobs) == 1, rehearse=False) as checker:
        explainer = Explainer(checker)

        async def one(job: Job) -> CheckReport:
            report = await checker.check(job[1], job[2], independent=True)
            return await explainer.explained(job[1], job[2], report)

        tasks = [asyncio.create_task(one(job)) for job in jobs]
        try:
            for job, task in zip(jobs, tasks, strict=True):
                yield job, await task
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await explainer.aclose()


def _tell(name: str, exercise: Exercise, report: CheckReport, as_json: bool, heading: bool) -> None:
    if as_json:
        echo_json(report_json(name, report))
        sys.stdout.flush()
        return
    if heading:
        echo(f"\n{name}")
    show_report(report, exercise)
