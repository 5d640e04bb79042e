"""The exam: fresh tasks, a clock that stands while one is away, a result with its interval."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from course.errors import UnknownId, WrongUse
from course.learner.exam import (
    MINUTES,
    Exam,
    ExamResult,
    Task,
    fresh_tasks,
    interval,
    is_begun,
    results,
)
from course.learner.questions import identity
from course.learner.records import Answer, Attempt, Decision, Hint
from course.learner.session import Session
from course.learner.transfer import export_progress, import_progress
from course.locations import Locations
from course.plain.progress import lines_of_progress

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


class Watch:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def session(small_course: Locations) -> Iterator[Session]:
    opened = Session.open(small_course, clock=lambda: NOW)
    yield opened
    opened.store.close()


@pytest.fixture
def reached(session: Session) -> Session:
    for lesson in ("basics/functions", "basics/texts", "loops/for"):
        session.visit(lesson, 3)
    return session


def attempt(session: Session, ident: str, verdict: str = "passed") -> None:
    row = session.store.new_row()
    session.store.append(
        Attempt(**row, exercise=ident, verdict=verdict, source_hash="h", source="s")
    )


def test_without_anything_reached_there_is_no_exam(session: Session) -> None:
    with pytest.raises(WrongUse, match="too little to ask"):
        Exam.open(session, Watch())
    assert not is_begun(session)


def test_it_asks_what_was_reached_and_was_not_seen_yet(reached: Session) -> None:
    step = reached.catalogue.lesson("basics/functions").steps[2]
    row = reached.store.new_row()
    reached.store.append(
        Answer(**row, lesson="basics/functions", step=2, question=identity(step), correct=True)
    )
    attempt(reached, "basics/double")
    tasks = Exam.open(reached, Watch()).tasks
    assert Task("question", "basics/functions", 2) not in tasks
    assert Task("question", "basics/functions", 3) in tasks
    assert Task("exercise", "basics/double") not in tasks
    assert Task("exercise", "basics/label") in tasks
    kinds = [task.kind for task in tasks]
    assert kinds == sorted(kinds, reverse=True)  # the code comes last


def test_left_and_gone_on_with_the_clock_has_stood(reached: Session) -> None:
    watch = Watch()
    first = Exam.open(reached, watch)
    watch.seconds += 60 * 10
    first.leave_out()
    first.pause()
    watch.seconds += 60 * 600
    again = Exam.open(reached, watch)
    assert (again.round, again.tasks, again.number) == (first.round, first.tasks, 1)
    assert again.minutes_left == MINUTES - 10
    watch.seconds += 60 * (MINUTES - 10)
    assert again.time_is_up
    assert again.minutes_left == 0
    assert is_begun(reached)
    again.conclude()
    assert not is_begun(reached)
    assert Exam.open(reached, watch).round != first.round


def test_the_first_answer_counts_and_an_exercise_counts_when_solved_without_a_hint(
    reached: Session,
) -> None:
    exam = Exam.open(reached, Watch())

    async def work() -> None:
        async with reached.checker:
            while (task := exam.task) is not None and task.kind == "question":
                kind = exam.lesson(task).steps[task.step].kind
                wrong = {"choose": (99,), "spot": 1, "order": ("pass",), "blank": ("x",)}
                marked = await exam.answer(task, wrong.get(kind, "no"))  # type: ignore[arg-type]
                assert not marked.correct
            reached._checker = None

    asyncio.run(work())
    code = [task for task in exam.tasks if task.kind == "exercise"]
    assert exam.task == code[0]
    attempt(reached, code[0].ident, "failed")
    assert not exam.solved(code[0])
    attempt(reached, code[0].ident)
    assert exam.solved(code[0])
    exam.leave_out()
    row = reached.store.new_row()
    reached.store.append(Hint(**row, exercise=code[1].ident, number=0))
    attempt(reached, code[1].ident)
    assert not exam.solved(code[1])
    exam.leave_out()
    result = exam.conclude()
    assert (result.right, result.exercises_right) == (1, 1)
    assert result.exercises == len(code)
    assert results(reached)[0].right == 1
    told = "\n".join(lines_of_progress(reached))
    assert "Exam on 2026-03-20: 1 of " in told


def test_a_result_travels_and_one_of_another_version_is_none(
    reached: Session, tmp_path: pytest.TempPathFactory
) -> None:
    Exam.open(reached, Watch()).conclude()
    file = reached.locations.data / "mine.json"
    file.write_bytes(export_progress(reached.store))
    assert import_progress(reached.store, file) == 0
    row = reached.store.new_row()
    reached.store.append(Decision(**row, name="exam result", value={"round": "r", "x": 1}))
    assert len(results(reached)) == 1


def test_the_interval_is_wide_for_few_and_narrow_for_many() -> None:
    low, high = interval(11, 15)
    assert (round(low, 2), round(high, 2)) == (0.48, 0.89)
    assert interval(0, 0) == (0.0, 1.0)
    few, many = interval(8, 10), interval(800, 1000)
    assert many[1] - many[0] < few[1] - few[0]
    result = ExamResult("r", 11, 13, 15, 2, 3, 45)
    assert result.told == (
        "11 of 15 tasks right, 73 %. Of 3 exercises, 2 solved. 2 tasks not reached, counted as "
        "not right. With so few tasks that is uncertain: on many more like these you would get "
        "between 48 % and 89 % right."
    )


def test_what_is_kept_of_an_exam(reached: Session) -> None:
    watch = Watch()
    exam = Exam.open(reached, watch)
    watch.seconds += 90
    exam.leave_out()
    exam.pause()
    exam.conclude()
    kept = [row.name for row in reached.store.rows(Decision)]
    assert kept == ["exam", "exam task", "exam pause", "exam result"]
    task = reached.decision("exam task")
    assert task == {"round": exam.round, "task": 0, "right": False, "used": exam.used}


def test_a_question_that_the_course_has_no_more_is_told(reached: Session) -> None:
    exam = Exam.open(reached, Watch())
    assert exam.question(Task("question", "basics/functions", 2, 0)) is not None
    for gone in ((2, 1), (99, 0), (0, 0)):
        with pytest.raises(UnknownId, match="not in the lesson basics/functions any more"):
            exam.question(Task("question", "basics/functions", *gone))


def test_an_exam_has_three_exercises_at_most_and_only_short_ones(own_course: Locations) -> None:
    module = own_course.exercises / "basics"
    for number in range(6):
        copy = shutil.copytree(module / "double", module / f"again{number}")
        minutes = "minutes: 12" if number < 4 else "minutes: 13"
        text = (copy / "exercise.yaml").read_text(encoding="utf-8").replace("minutes: 3", minutes)
        (copy / "exercise.yaml").write_text(text, encoding="utf-8")
    lesson = own_course.lessons / "01-basics/01-functions.yaml"
    steps = "".join(f"  - exercise: basics/again{number}\n" for number in range(6))
    lesson.write_text(lesson.read_text(encoding="utf-8") + steps, encoding="utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    for ident in ("basics/functions", "basics/texts", "loops/for"):
        session.visit(ident, 3)
    code = [it.ident for it in Exam.open(session, Watch()).tasks if it.kind == "exercise"]
    assert len(code) == 3
    every = {it.ident for seed in "abcdefghijk" for it in fresh_tasks(session, seed) if not it.step}
    assert "basics/again3" in every
    assert not every & {"basics/again4", "basics/again5"}
    session.store.close()
