"""`order`: a Parsons problem; right when the program does what it should."""

from __future__ import annotations

from course.learner.feedback import Runner
from course.learner.questions.kind import (
    Fault,
    Given,
    Marked,
    QuestionKind,
    in_disorder,
    numbered,
    numbers_in,
)
from course.learner.questions.tried import by_running, holds, in_check, is_python, why_not
from course.model import Order

FEWEST_LINES = 2
MOST_LINES = 18


class OrderKind(QuestionKind[Order]):
    """The answer is the lines of the program, in order."""

    content = Order
    answers = tuple
    runs = True
    heading = "Put the lines in order"
    keeps_reason = True
    shows = "Your program prints"
    scaffold = """\
  - order:
      goal: "TODO: what the program does when its lines are in order"
      lines: |
        TODO = "the lines as they should be"
      distractors: ["TODO: a line that does not belong"]
      check: 'TODO: an expression that is true only when the lines are in order'
"""

    def shown(self, question: Order, seed: str) -> tuple[list[str], str]:
        """The goal and the lines in disorder."""
        how = "Type the numbers of the lines in order (not all may be needed)"
        return [question.goal, "", *numbered(_pool(question, seed)), ""], how

    def read(self, question: Order, line: str, seed: str) -> Given | None:
        """The lines with those numbers."""
        pool = _pool(question, seed)
        return tuple(pool[number - 1] for number in numbers_in(line, len(pool))) or None

    async def mark(self, question: Order, answer: tuple[str, ...], run: Runner) -> Marked:
        """By what the program does."""
        source = "\n".join(map(str, answer)) + "\n"
        return await by_running(question, source, question.lines, run)

    async def faults(self, question: Order, run: Runner) -> list[Fault]:
        """The lines are right as given, 2 to 18; not in reverse order, not when left out."""
        count = len(lines_of(question))
        if count < FEWEST_LINES:
            words = f"one line is in order already; ask for {FEWEST_LINES} at least"
            return [Fault(words, ("lines",))]
        if count > MOST_LINES:
            words = f"{count} lines are too many to put in order; at most {MOST_LINES}"
            return [Fault(words, ("lines",))]
        good, report = await holds(question, question.lines, run)
        if not good:
            words = (
                f"the lines as given are not right: {why_not(question, report)}; "
                "correct the `lines` or the `check`"
            )
            return [Fault(words, ("check",) if in_check(report) else ("lines",))]
        lines = question.lines.splitlines()
        bare_lines = {line.rstrip() for line in lines}
        faults = [
            Fault(
                f"the distractor {distractor.strip()!r} is also one of the lines; change it",
                ("distractors", number),
            )
            for number, distractor in enumerate(question.distractors)
            if distractor.rstrip() in bare_lines
        ]
        for program, what in (
            (self.wrong(question), "in reverse order"),
            ("pass\n", "when all of them are left out"),
        ):
            if not is_python(program):
                continue
            good, _ = await holds(question, program, run)
            if good and len(set(lines)) > 1:
                words = f"the program is right {what} as well; make the `check` say more"
                faults.append(Fault(words, ("check" if question.check else "output",)))
                break
        return faults

    def chances(self, question: Order) -> tuple[float, float]:  # noqa: ARG002 - all alike
        """Hardly guessed."""
        return 0.05, 0.2

    def wrong(self, question: Order) -> str:
        """The lines in reverse order."""
        return "\n".join(reversed(question.lines.splitlines())) + "\n"


def lines_of(question: Order) -> tuple[str, ...]:
    """The author's lines in order; an empty line is nothing to put anywhere."""
    return tuple(line for line in question.lines.split("\n") if line.strip())


def _pool(question: Order, seed: str) -> list[str]:
    return in_disorder([*lines_of(question), *question.distractors], seed)
