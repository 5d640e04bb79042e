"""`spot`: which line is wrong?"""

from __future__ import annotations

from course.learner import feedback
from course.learner.feedback import Runner, plain
from course.learner.questions.kind import Fault, Given, Marked, QuestionKind, numbered, numbers_in
from course.learner.questions.tried import holds, in_check, raised, why_not
from course.model import Spot


class SpotKind(QuestionKind[Spot]):
    """The answer is the number of a line."""

    content = Spot
    answers = int
    runs = True
    heading = "Which line is wrong?"
    keeps_reason = True
    scaffold = """\
  - spot:
      code: |
        print("TODO: code with one wrong line")
      line: 1
      fix: "TODO: that line as it should be"
      check: 'TODO: an expression that is true with the fix and not without'
      because: "TODO: why the line is wrong"
"""

    def shown(self, question: Spot, seed: str) -> tuple[list[str], str]:  # noqa: ARG002
        """The code with the numbers of its lines."""
        lines = question.code.rstrip("\n").split("\n")
        asked = question.question or "Which line is wrong?"
        return [asked, "", *numbered(lines), ""], "Type the number of the line"

    def read(self, question: Spot, line: str, seed: str) -> Given | None:  # noqa: ARG002
        """The number."""
        numbers = numbers_in(line, len(question.code.splitlines()))
        return numbers[0] if len(numbers) == 1 else None

    def verdict(self, question: Spot, answer: int, marked: Marked) -> str:
        """Names the line."""
        if marked.correct:
            return f"Right: line {question.line}"
        return f"Line {answer} is not the one. Try again."

    async def mark(self, question: Spot, answer: int, run: Runner) -> Marked:
        """Right when it is the author's line; else told what the code as it is does."""
        right, expected = answer == question.line, f"line {question.line}"
        if right or (question.check is None and question.output is None):
            return Marked(right, question.because, expected)
        program = await run(question.code, check=question.check, needs=question.needs)
        words = await feedback.what_it_does(question, question.code, program, run)
        return Marked(right, question.because, expected, plain(program.printed), program, words)

    async def right_answer(self, question: Spot, run: Runner) -> Marked:  # noqa: ARG002
        """The number of the line."""
        return Marked(False, question.because, f"line {question.line}")

    async def faults(self, question: Spot, run: Runner) -> list[Fault]:
        """Something is wrong, and the line with its `fix` puts it right."""
        if question.check is None and question.output is None:
            return await _by_error(question, run)
        good, _ = await holds(question, question.code, run)
        if good:
            words = (
                "nothing is wrong: the `check` holds for the code as it is; "
                "put the mistake into the code or correct the `check`"
            )
            return [Fault(words, ("check" if question.check else "output",))]
        if question.fix is None:
            words = (
                "nothing proves that this line is the wrong one; add `fix:`, the line as it "
                "should be"
            )
            return [Fault(words, ("line",))]
        lines = question.code.splitlines()
        wrong = lines[question.line - 1]
        indent = wrong[: len(wrong) - len(wrong.lstrip())]
        for fix in (question.fix.rstrip("\n"), indent + question.fix.strip()):
            lines[question.line - 1] = fix
            good, report = await holds(question, "\n".join(lines) + "\n", run)
            if good:
                return []
        words = (
            f"line {question.line} with the `fix` in its place is not right: "
            f"{why_not(question, report)}; correct `line`, `fix` or `check`"
        )
        return [Fault(words, ("check",) if in_check(report) else ("line",))]

    def right(self, question: Spot) -> str:
        """The code with the fix in the place of its line."""
        lines = question.code.splitlines()
        if question.fix is not None:
            wrong, fix = lines[question.line - 1], question.fix.rstrip("\n")
            indent = wrong[: len(wrong) - len(wrong.lstrip())]
            lines[question.line - 1] = indent + fix if fix == fix.lstrip() else fix
        return "\n".join(lines) + "\n"

    def wrong(self, question: Spot) -> str:
        """The code as it is."""
        return question.code

    def chances(self, question: Spot) -> tuple[float, float]:
        """One of the lines that are not empty."""
        lines = sum(bool(line.strip()) for line in question.code.splitlines())
        return 1 / max(3, lines), 0.18


async def _by_error(question: Spot, run: Runner) -> list[Fault]:
    """Without a `check`, Python's own complaint must point at the line."""
    report = await run(question.code, needs=question.needs)
    frames = report.exception.frames if report.exception else ()
    # The outermost frame is the question's; deeper ones may be those of a file beside it.
    lines = [frame.line for frame in frames if frame.file == frames[0].file]
    if question.line in lines:
        return []
    if lines:
        words = (
            f"Python stops at line {lines[-1]} with {raised(report)}, not at line "
            f"{question.line}; correct `line`, or add `fix:` and `check:`"
        )
        return [Fault(words, ("line",))]
    words = (
        "nothing proves that this line is the wrong one; add `fix:` (the line as it should "
        "be) and `check:` (true with the fix, not true without)"
    )
    return [Fault(words, ("line",))]
