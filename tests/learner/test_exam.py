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
from course.learner.records import Answer, Attempt, Decision, Help, Hint
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
    for gone in ((2, 1), (8, 0), (99, 0), (0, 0)):
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


@pytest.mark.parametrize(
    ("right", "asked", "low", "high"),
    [(0, 5, 0.0, 0.434), (5, 5, 0.566, 1.0), (8, 10, 0.490, 0.943), (1, 3, 0.061, 0.792)],
)
def test_the_interval_is_wilsons(right: int, asked: int, low: float, high: float) -> None:
    assert interval(right, asked) == (pytest.approx(low, abs=6e-4), pytest.approx(high, abs=6e-4))


RESULT = {
    **{"round": "r", "right": 2, "reached": 3, "asked": 5, "exercises_right": 1},
    **{"exercises": 2, "minutes": 45},
}


@pytest.mark.parametrize(
    ("fields", "is_one"),
    [
        ({}, True),
        ({"right": 3}, True),
        ({"right": 4}, False),
        ({"right": 5, "reached": 5}, True),
        ({"reached": 6}, False),
        ({"exercises": 5}, True),
        ({"exercises": 6}, False),
        ({"right": 0, "reached": 0, "asked": 0, "exercises": 0}, True),
    ],
)
def test_a_result_that_no_exam_can_have_is_none(
    session: Session, fields: dict[str, object], is_one: bool
) -> None:
    session.decide("exam result", {**RESULT, **fields})
    assert len(results(session)) == is_one
    assert all(it.at == session.store.newest(Decision).at for it in results(session))  # type: ignore[union-attr]


def test_a_result_says_only_what_there_was() -> None:
    uncertain = (
        "With so few tasks that is uncertain: on many more like these you would get between "
    )
    assert ExamResult("r", 1, 2, 2, 0, 0, 9).told == (
        f"1 of 2 tasks right, 50 %. {uncertain}9 % and 91 % right."
    )
    assert ExamResult("r", 1, 1, 2, 1, 1, 9).told == (
        "1 of 2 tasks right, 50 %. Of 1 exercise, 1 solved. 1 task not reached, counted as not "
        f"right. {uncertain}9 % and 91 % right."
    )
    assert ExamResult("r", 0, 0, 0, 0, 0, 0).told == (
        f"0 of 0 tasks right, 0 %. {uncertain}0 % and 100 % right."
    )


def test_the_clock_goes_in_seconds_and_is_told_in_minutes_that_are_begun(reached: Session) -> None:
    watch = Watch()
    exam = Exam.open(reached, watch)
    watch.seconds += 90
    assert (exam.used, exam.minutes_left) == (90, 44)
    exam.pause()
    watch.seconds += 30
    assert (exam.used, exam.minutes_left) == (120, 43)
    watch.seconds += 60 * 43 - 1
    assert (exam.time_is_up, exam.minutes_left) == (False, 1)
    watch.seconds += 1
    assert (exam.time_is_up, exam.minutes_left) == (True, 0)
    watch.seconds += 600
    assert exam.minutes_left == 0
    assert exam.conclude().minutes == 45


def test_what_an_exam_that_was_broken_off_comes_to(reached: Session) -> None:
    watch = Watch()
    exam = Exam.open(reached, watch)
    watch.seconds += 61
    exam.leave_out()
    result = exam.conclude()
    code = sum(task.kind == "exercise" for task in exam.tasks)
    assert (result.right, result.reached, result.asked) == (0, 1, len(exam.tasks))
    assert (result.exercises_right, result.exercises, result.minutes) == (0, code, 2)


def test_only_what_was_done_in_the_exam_and_alone_is_solved(reached: Session) -> None:
    ident = "basics/double"
    attempt(reached, ident, "failed")
    reached.store.append(Hint(**reached.store.new_row(), exercise=ident, number=0))
    exam = Exam.open(reached, Watch())
    number = next(it for it, task in enumerate(exam.tasks) if task.ident == ident)
    while exam.number < number:
        exam.leave_out()
    task = exam.tasks[number]
    assert not exam.solved(task)
    attempt(reached, "basics/label")
    assert not exam.solved(task)
    attempt(reached, ident)
    assert exam.solved(task)
    reached.store.append(Help(**reached.store.new_row(), exercise=ident, rung="whole", number=0))
    assert not exam.solved(task)
    while exam.task is not None:
        exam.leave_out()
    exam.leave_out()  # nothing waits
    assert (exam.number, len(exam.went)) == (len(exam.tasks), len(exam.tasks))


def test_with_four_tasks_there_is_no_exam_and_with_five_there_is(
    session: Session, own_course: Locations
) -> None:
    lesson = own_course.lessons / "01-basics/01-functions.yaml"
    text = lesson.read_text(encoding="utf-8")
    for end, begins in (("  - blank:", False), ("  - spot:", True)):
        steps = text.partition(end)[0] + "  - exercise: basics/double\n"
        lesson.write_text(steps, encoding="utf-8")
        opened = Session.open(own_course, clock=lambda: NOW)
        opened.visit("basics/functions", 1)
        assert len(fresh_tasks(opened, "a")) == (5 if begins else 4)
        if begins:
            assert len(Exam.open(opened, Watch()).tasks) == 5
        else:
            with pytest.raises(WrongUse):
                Exam.open(opened, Watch())
        opened.store.close()


def test_twelve_questions_at_most_spread_over_the_modules(own_course: Locations) -> None:
    lesson = own_course.lessons / "01-basics/02-texts.yaml"
    text = lesson.read_text(encoding="utf-8")
    more = "".join(
        f"  - predict: {{shows: [f_string], code: print({number}), because: It is so.}}\n"
        for number in range(100, 130)
    )
    lesson.write_text(text.replace("  - exercise:", f"{more}  - exercise:"), encoding="utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    session.visit("basics/texts", 1)
    session.decide("standing of loops", "known")
    orders = set()
    for seed in "abcdef":
        asked = [it.ident for it in fresh_tasks(session, seed) if it.kind == "question"]
        assert len(asked) == 12
        assert asked.count("loops/for") == 1  # it has no more
        orders.add(tuple(asked))
        assert fresh_tasks(session, seed) == fresh_tasks(session, seed)
    assert len(orders) > 1
    code = {it.ident for it in fresh_tasks(session, "a") if it.kind == "exercise"}
    assert code == {"basics/label", "loops/total_weight"}
    lesson.write_text("title: [", encoding="utf-8")
    assert {it.ident for it in fresh_tasks(session, "a") if it.kind == "question"} <= {"loops/for"}
    session.store.close()


def test_a_question_that_was_answered_comes_in_a_variant_or_not_at_all(
    own_course: Locations,
) -> None:
    lesson = own_course.lessons / "01-basics/02-texts.yaml"
    text = lesson.read_text(encoding="utf-8")
    predict = "  - predict:\n      variants: {Bergen: [Oslo]}\n"
    lesson.write_text(text.replace("  - predict:\n", predict), encoding="utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    session.visit("basics/texts", 1)

    def variants() -> set[int]:
        return {
            task.variant
            for seed in "abcdefghijklmnop"
            for task in fresh_tasks(session, seed)
            if task.kind == "question"
        }

    assert variants() == {0, 1}
    step = session.catalogue.lesson("basics/texts").steps[1]
    row = session.store.new_row()
    session.store.append(
        Answer(**row, lesson="basics/texts", step=1, question=identity(step), correct=True)
    )
    assert variants() == {1}
    session.store.close()


def test_advice_is_nothing_to_be_examined_in(own_course: Locations) -> None:
    lesson = own_course.lessons / "02-loops/01-for.yaml"
    text = lesson.read_text(encoding="utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    session.visit("loops/for", 1)
    assert Task("question", "loops/for", 2) in fresh_tasks(session, "a")
    session.store.close()
    advice = text.replace("          correct: true\n", "          because: It may be.\n")
    lesson.write_text(advice.replace("  - choose:\n", "  - choose:\n      advise: true\n"), "utf-8")
    session = Session.open(own_course, clock=lambda: NOW)
    assert [it.kind for it in fresh_tasks(session, "a")] == ["exercise"]
    session.store.close()


def test_what_is_written_down_of_an_exam_and_what_may_be_left_out(reached: Session) -> None:
    exam = Exam.open(reached, Watch())
    kept = reached.decision("exam")
    assert kept["round"] == exam.round
    assert ["exercise", "basics/double", 0, 0] in kept["tasks"]
    assert ["question", "basics/functions", 3, 0] in kept["tasks"]
    reached.decide("exam task", {"round": exam.round, "right": True})
    reached.decide("exam pause", {"round": "another", "used": 99.0})
    again = Exam.open(reached, Watch())
    assert (again.went, again.used, again.number) == ({0: True}, 0.0, 1)
