"""A lesson proves itself: every example prints what it says, every answer holds when run."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

from course.authoring.gate.beside import check_files
from course.authoring.gate.content import Content
from course.authoring.gate.findings import Findings, Found, at
from course.authoring.gate.runs import Runs
from course.learner.feedback import must_use
from course.learner.questions import fill, mark
from course.model import (
    QUESTION_KINDS,
    Blank,
    Choose,
    Example,
    Lesson,
    Order,
    Predict,
    ProgramReport,
    Spot,
    Step,
    Verdict,
)

FEWEST_STEPS = 4
MOST_STEPS = 9


@dataclass(frozen=True, slots=True)
class Place:
    """A step of a lesson: where its problems are said to be."""

    content: Content
    lesson: Lesson
    number: int
    kind: str
    runs: Runs

    def problem(self, text: str, *part: str | int) -> Found:
        """Something wrong in this step, or in a part of it."""
        steps = ("steps", self.number, self.kind, *part)
        line = self.content.line(self.lesson.path, *steps)
        return at(self.lesson.path, line, f"step {self.number + 1} ({self.kind}): {text}")

    async def run(
        self,
        source: str,
        check: str | None = None,
        stdin: str = "",
        needs: tuple[str, ...] = (),
    ) -> ProgramReport:
        """Run a program of this step beside the lesson's files."""
        return await self.runs.run(source, check, stdin, needs, self.lesson.files)


async def check_lesson(content: Content, lesson: Lesson, runs: Runs) -> Findings:
    """Run every example and every question of a lesson."""
    steps = [
        _check_step(Place(content, lesson, number, step.kind, runs), step.content)
        for number, step in enumerate(lesson.steps)
    ]
    problems = [*_shape(content, lesson), *check_files(content, lesson)]
    problems += [one for found in await asyncio.gather(*steps) for one in found]
    kinds = [step.kind for step in lesson.steps]
    return Findings(
        lessons=1,
        examples=kinds.count("example"),
        questions=sum(kind in QUESTION_KINDS for kind in kinds),
        problems=tuple(problems),
        checks=runs.count,
    )


def _shape(content: Content, lesson: Lesson) -> Iterator[Found]:
    """What a lesson is made of: how many steps, an example to run, questions of two kinds.

    A lesson without any code (what the job is, how to ask) needs neither example nor kinds.
    """

    def problem(text: str) -> Found:
        return at(lesson.path, content.line(lesson.path, "steps"), text)

    kinds = [step.kind for step in lesson.steps]
    if len(kinds) < FEWEST_STEPS:
        yield problem(f"it has {len(kinds)} steps; a lesson has at least {FEWEST_STEPS}")
    if len(kinds) > MOST_STEPS:
        yield problem(
            f"it has {len(kinds)} steps; a lesson has at most {MOST_STEPS}: merge, cut, or make "
            "two lessons of it"
        )
    if all(
        kind == "text" or (kind == "choose" and not it.content.code)
        for kind, it in zip(kinds, lesson.steps, strict=True)
    ):
        return
    if "example" not in kinds:
        yield problem("there is nothing to run; add an `example`")
    if len(set(kinds) & set(QUESTION_KINDS)) < 2:
        yield problem(
            f"it asks fewer than two kinds of questions; use two of {', '.join(QUESTION_KINDS)}"
        )


async def _check_step(place: Place, step: object) -> list[Found]:
    match step:
        case Example():
            return await _example(place, step)
        case Predict():
            return await _predict(place, step)
        case Choose():
            return _choose(place, step)
        case Order():
            return await _order(place, step)
        case Blank():
            return await _blank(place, step)
        case Spot():
            return await _spot(place, step)
        case _:
            return []


# ---------------------------------------------------------------- what running says


def _same(one: str, other: str) -> bool:
    """Whether two outputs are alike: spaces at line ends and empty last lines do not count."""
    return [line.rstrip() for line in one.rstrip().splitlines()] == [
        line.rstrip() for line in other.rstrip().splitlines()
    ]


def _raised(report: ProgramReport) -> str:
    """`ValueError: no such SKU`, or the limit that was hit, or nothing."""
    if report.exception:
        message = report.exception.message
        return report.exception.type + (f": {message}" if message else "")
    return "" if report.verdict is Verdict.PASSED else str(report.verdict)


def _shown(text: str) -> str:
    """A short text in one line, for a message."""
    words = " / ".join(text.strip().splitlines()) or "nothing"
    return words if len(words) <= 120 else words[:117] + "..."


async def _example(place: Place, example: Example) -> list[Found]:
    report = await place.run(example.code, stdin=example.stdin, needs=example.needs)
    error = _raised(report)
    printed = report.printed
    if error:
        printed = printed + ("" if not printed or printed.endswith("\n") else "\n") + error
    if example.output is None:
        if not error:
            return []
        return [
            place.problem(
                f"the code ends with {error}; put it right, or, where the error is the point, "
                "give `output:` with what is printed and that as its last line"
            )
        ]
    before = _without_error(example.output, error) if report.exception else None
    if before is not None and _same(
        before.split("Traceback (most recent call last):")[0], report.printed
    ):
        return []
    if _same(example.output, printed):
        return []
    return [
        place.problem(
            f"Python prints {_shown(printed)}, not {_shown(example.output)}; "
            "change the code or the `output`",
            "output",
        )
    ]


def _without_error(output: str, error: str) -> str | None:
    """What an output shows before the error in its last line; None where that is another one.

    Of a RecursionError only the name counts: where Python gives up is not the program's doing.
    """
    before, _, last = output.rstrip().rpartition("\n")
    same = last.startswith("RecursionError:") and error.startswith("RecursionError:")
    return before if same or last == error else None


async def _predict(place: Place, predict: Predict) -> list[Found]:
    report = await place.run(predict.code, stdin=predict.stdin, needs=predict.needs)
    if report.exception is None and report.verdict is not Verdict.PASSED:
        return [place.problem(f"the code does not end well ({report.verdict}); make it shorter")]
    answer = _raised(report) or report.printed.strip()
    if not answer:
        return [
            place.problem("the code prints nothing, so there is no answer; print something", "code")
        ]
    said = [str(choice).strip() for choice in predict.choices]
    if len(set(said)) != len(said):
        return [place.problem("two choices are alike; change one", "choices")]

    async def as_it_ran(*_: object, **__: object) -> ProgramReport:
        return report

    step = Step(predict=predict)
    right = [choice for choice in said if (await mark(step, choice, as_it_ran)).correct]
    if not said or len(right) == 1:
        return []
    what = "none of the choices is" if not right else "more than one choice is"
    return [
        place.problem(
            f"{what} what Python prints: {_shown(answer)}; correct the `choices`", "choices"
        )
    ]


def _choose(place: Place, choose: Choose) -> list[Found]:
    problems = []
    for number, choice in enumerate(choose.choices):
        if not choice.correct and not choice.because and not choose.advise and not choose.because:
            problems.append(
                place.problem(
                    f"the wrong choice {_shown(choice.text)!r} does not say why it is wrong; "
                    "add `because:`",
                    "choices",
                    number,
                )
            )
    texts = [choice.text.strip() for choice in choose.choices]
    if len(set(texts)) != len(texts):
        problems.append(place.problem("two choices are alike; change one", "choices"))
    if all(choice.correct for choice in choose.choices) and not choose.advise:
        problems.append(place.problem("every choice is correct; add a wrong one", "choices"))
    return problems


async def _holds(
    place: Place, question: Order | Blank | Spot, program: str
) -> tuple[bool, ProgramReport]:
    """Whether the program satisfies the question's `check` and `output`."""
    report = await place.run(program, check=question.check, needs=question.needs)
    ended = report.verdict is Verdict.PASSED and report.exception is None
    good = ended and (question.check is None or report.checked is True)
    if question.output is not None:
        good = good and _same(question.output, report.printed)
    return good, report


def _why_not(question: Order | Blank | Spot, report: ProgramReport) -> str:
    if error := _raised(report):
        return f"it ends with {error}"
    if question.check is not None and not report.checked:
        return f"`{_shown(question.check)}` is not true"
    return f"it prints {_shown(report.printed)}, not {_shown(question.output or '')}"


async def _order(place: Place, order: Order) -> list[Found]:
    good, report = await _holds(place, order, order.lines)
    if not good:
        return [
            place.problem(
                f"the lines as given are not right: {_why_not(order, report)}; "
                "correct the `lines` or the `check`",
                "lines",
            )
        ]
    lines = order.lines.splitlines()
    problems = []
    for number, distractor in enumerate(order.distractors):
        if distractor.rstrip() in {line.rstrip() for line in lines}:
            problems.append(
                place.problem(
                    f"the distractor {distractor.strip()!r} is also one of the lines; change it",
                    "distractors",
                    number,
                )
            )
    for program, what in (
        ("\n".join(reversed(lines)) + "\n", "in reverse order"),
        ("pass\n", "when all of them are left out"),
    ):
        good, _ = await _holds(place, order, program)
        if good and len(set(lines)) > 1:
            problems.append(
                place.problem(
                    f"the program is right {what} as well; make the `check` say more",
                    "check" if order.check else "output",
                )
            )
            break
    return problems


async def _blank(place: Place, blank: Blank) -> list[Found]:
    filled = fill(blank.code, tuple(map(str, blank.answers)))
    good, report = await _holds(place, blank, filled)
    lacking = must_use(blank, filled)
    if not good or lacking:
        why = f"they do not use {lacking[0]}" if good else _why_not(blank, report)
        return [
            place.problem(
                f"the answers do not make it right: {why}; "
                "correct the `answers`, the code or the `check`",
                "answers",
            )
        ]
    good, _ = await _holds(place, blank, fill(blank.code, ("None",) * len(blank.answers)))
    if good and set(blank.answers) != {None} and set(blank.answers) != {"None"}:
        return [
            place.problem(
                "it is right with `None` in every blank; make the `check` say more",
                "check" if blank.check else "output",
            )
        ]
    return []


async def _spot(place: Place, spot: Spot) -> list[Found]:
    if spot.check is None and spot.output is None:
        return await _spot_by_error(place, spot)
    good, _ = await _holds(place, spot, spot.code)
    if good:
        return [
            place.problem(
                "nothing is wrong: the `check` holds for the code as it is; "
                "put the mistake into the code or correct the `check`",
                "check" if spot.check else "output",
            )
        ]
    if spot.fix is None:
        return [
            place.problem(
                "nothing proves that this line is the wrong one; add `fix:`, the line as it "
                "should be",
                "line",
            )
        ]
    lines = spot.code.splitlines()
    wrong = lines[spot.line - 1]
    indent = wrong[: len(wrong) - len(wrong.lstrip())]
    for fix in (spot.fix.rstrip("\n"), indent + spot.fix.strip()):
        lines[spot.line - 1] = fix
        good, report = await _holds(place, spot, "\n".join(lines) + "\n")
        if good:
            return []
    return [
        place.problem(
            f"line {spot.line} with the `fix` in its place is not right: "
            f"{_why_not(spot, report)}; correct `line`, `fix` or `check`",
            "line",
        )
    ]


async def _spot_by_error(place: Place, spot: Spot) -> list[Found]:
    """Without a `check`, Python's own complaint must point at the line."""
    report = await place.run(spot.code, needs=spot.needs)
    found = report.exception.frames if report.exception else ()
    frames = [frame for frame in found if frame.file not in place.lesson.files]
    if any(frame.line == spot.line for frame in frames):
        return []
    if frames:
        return [
            place.problem(
                f"Python stops at line {frames[-1].line} with {_raised(report)}, not at line "
                f"{spot.line}; correct `line`, or add `fix:` and `check:`",
                "line",
            )
        ]
    return [
        place.problem(
            "nothing proves that this line is the wrong one; add `fix:` (the line as it should "
            "be) and `check:` (true with the fix, not true without)",
            "line",
        )
    ]
