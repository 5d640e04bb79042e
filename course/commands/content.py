"""`course list`, `next` and `show`: what there is to learn, as text or JSON."""

from __future__ import annotations

import rich_click as click

from course.commands.output import show_markdown, tell_task_news
from course.errors import WorkspaceError
from course.signs import DONE, OPEN
from course.terminal import echo, echo_json


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def list_course(as_json: bool) -> None:
    """List modules, lessons and exercises, with what you have passed."""
    from course.commands.opening import open_session

    with open_session(reading=True) as session:
        modules = session.catalogue.modules
        if as_json:
            echo_json(
                {
                    "modules": [
                        {
                            "id": module.id,
                            "title": module.title,
                            "lessons": [
                                {
                                    "id": lesson.id,
                                    "title": lesson.title,
                                    "exercises": list(lesson.exercises),
                                }
                                for lesson in module.lessons
                            ],
                        }
                        for module in modules
                    ]
                }
            )
            return
        progress = session.progress()
        for module in modules:
            echo(f"{module.title}  ({module.id})")
            for lesson in module.lessons:
                done = DONE if lesson.id in progress.lessons_done else " "
                echo(f"  {done} {lesson.id}  {lesson.title}  ({lesson.minutes} min)")
                for exercise in lesson.exercises:
                    passed = DONE if exercise in progress.passed else OPEN
                    echo(f"      {passed} {exercise}")
        for problem in session.catalogue.problems:
            echo(f"course: {problem}", err=True)


@click.command("next")
def next_step() -> None:
    """Say where you are and what comes next."""
    from course.commands.opening import open_session

    with open_session(reading=True) as session:
        place = session.here()
        lesson = session.catalogue.lesson_entry(place.lesson)
        echo(f"{lesson.id}  {lesson.title}  step {place.step + 1} of {len(lesson.steps)}")
        for exercise in lesson.exercises:
            if not session.is_passed(exercise):
                echo(f"exercise to pass: {exercise}")
        for text in session.unsaved.all():
            echo(f"not saved yet: {text.heading}, typed {text.at.astimezone():%d %b %H:%M}")
            echo("    The app offers it when it starts: course")


@click.command("show")
@click.argument("ident", metavar="ID")
def show(ident: str) -> None:
    """Show a lesson's texts or an exercise's brief, and where your file is."""
    from course.commands.opening import open_session
    from course.learner.questions import KINDS

    with open_session(reading=True) as session:
        ident = session.catalogue.today(ident)
        if ident in session.catalogue.exercises:
            exercise = session.catalogue.exercise(ident)
            show_markdown(f"# {exercise.title}\n\n{exercise.source.brief}")
            try:
                session.load(exercise)  # the file is there when it is named
                tell_task_news(session, exercise)
            except WorkspaceError as error:
                echo(f"course: {error}", err=True)
                echo("\nYour file could not be written or opened. You begin with this:\n")
                echo(exercise.starter.rstrip())
                return
            what = "folder" if exercise.is_folder else "file"
            echo(f"\nYour {what}: {session.workspace.place(exercise)}")
            echo(f"Check it:  course check {ident}")
            return
        lesson = session.catalogue.lesson(ident)
        show_markdown(f"# {lesson.title}\n\n{lesson.source.summary}")
        for number, step in enumerate(lesson.steps, 1):
            echo(f"\n--- {number} of {len(lesson.steps)}: {step.kind}")
            if step.kind == "text":
                show_markdown(step.plain or step.content)
            elif step.kind == "exercise":
                echo(step.content)
            elif step.kind == "example":
                echo(step.content.code)
                if note := step.plain or step.content.note:
                    show_markdown(note)
            else:
                seed = f"{lesson.id}/{number - 1}"
                asked, *lines = KINDS[step.kind].shown(step.content, seed)[0]
                show_markdown(asked)
                for line in lines:
                    echo(line)
        if lesson.source.mentor:
            echo("\n--- A developer's note")
            show_markdown(lesson.source.mentor)
