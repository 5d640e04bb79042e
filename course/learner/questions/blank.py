"""`blank`: code with gaps to fill; right when the program does what it should."""

from __future__ import annotations

import msgspec

from course.learner import feedback
from course.learner.feedback import Runner
from course.learner.questions.kind import Fault, Given, Marked, QuestionKind, indented
from course.learner.questions.tried import (
    GAP,
    by_running,
    fill,
    holds,
    in_check,
    is_python,
    run_once,
    why_not,
)
from course.model import Blank

MOST_GAPS = 5


class BlankKind(QuestionKind[Blank]):
    """The answer is a word for each gap."""

    content = Blank
    answers = tuple
    runs = True
    heading = "Fill in the blanks"
    keeps_reason = True
    shows = "Your program prints"
    scaffold = """\
  - blank:
      question: "TODO: what the program does when it is whole"
      code: |
        TODO = ___
      answers: ["TODO: what belongs into the gap"]
      check: 'TODO: an expression that is true with a right answer only'
"""

    def shown(self, question: Blank, seed: str) -> tuple[list[str], str]:  # noqa: ARG002
        """The code with its gaps."""
        gaps = question.code.count(GAP)
        how = "Type what belongs into the gap"
        if gaps > 1:
            how = f"Type what belongs into the {gaps} gaps, with | between"
        asked = question.question or "Fill in the blanks."
        return [asked, "", *indented(question.code), ""], how

    def is_typed(self, question: Blank) -> bool:  # noqa: ARG002 - all alike
        """A gap may hold anything."""
        return True

    def read(self, question: Blank, line: str, seed: str) -> Given | None:  # noqa: ARG002
        """A word for each gap."""
        gaps = question.code.count(GAP)
        words = line.split("|") if gaps > 1 else [line]
        if not line.strip() or len(words) != gaps:
            return None
        return tuple(word.strip() for word in words)

    async def mark(self, question: Blank, answer: tuple[str, ...], run: Runner) -> Marked:
        """By what the program does; of several gaps it says which are right."""
        words = tuple(map(str, answer))
        expected = self.solution(question)
        if len(words) != question.code.count(GAP):
            return Marked(False, question.because or "", expected)
        source = fill(question.code, words)
        marked = await by_running(question, source, expected, run)
        if marked.correct and (lacking := feedback.must_use(question, source)):
            remark = f"That does what it should. But the question asks for {' and '.join(lacking)}."
            return msgspec.structs.replace(marked, correct=False, told=remark)
        if marked.correct or len(words) == 1:
            return marked
        remark = f"{await _each(question, words, run)}\n\n{marked.told}"
        return msgspec.structs.replace(marked, told=remark.strip())

    async def faults(self, question: Blank, run: Runner) -> list[Fault]:
        """The author's answers make it right, `None` in every gap does not; at most 5 gaps."""
        gaps = question.code.count(GAP)
        if gaps > MOST_GAPS:
            words = f"{gaps} gaps are too many to fill; at most {MOST_GAPS}"
            return [Fault(words, ("code",))]
        filled = self.solution(question)
        good, report = await holds(question, filled, run)
        lacking = feedback.must_use(question, filled)
        if not good or lacking:
            why = f"they do not use {lacking[0]}" if good else why_not(question, report)
            words = (
                f"the answers do not make it right: {why}; "
                "correct the `answers`, the code or the `check`"
            )
            return [Fault(words, ("check",) if in_check(report) else ("answers",))]
        nothing = self.wrong(question)
        if nothing and is_python(nothing) and (await holds(question, nothing, run))[0]:
            words = "it is right with `None` in every blank; make the `check` say more"
            return [Fault(words, ("check" if question.check else "output",))]
        return []

    def chances(self, question: Blank) -> tuple[float, float]:  # noqa: ARG002 - all alike
        """Hardly guessed."""
        return 0.05, 0.2

    def solution(self, question: Blank) -> str:
        """The code with the author's answers."""
        return fill(question.code, tuple(map(str, question.answers)))

    def wrong(self, question: Blank) -> str:
        """The code with `None` in every gap, unless that is the answer."""
        if set(map(str, question.answers)) == {"None"}:
            return ""
        return fill(question.code, ("None",) * len(question.answers))


async def _each(question: Blank, words: tuple[str, ...], run: Runner) -> str:
    """Which blanks are right: those that hold with the author's words in all the others."""
    right: list[int] = []
    wrong: list[int] = []
    expected = fill(question.code, tuple(map(str, question.answers)))
    for number, word in enumerate(words):
        answers = [*map(str, question.answers)]
        answers[number] = word
        marked = await run_once(question, fill(question.code, tuple(answers)), expected, run)
        (right if marked.correct else wrong).append(number + 1)
    if not wrong:
        return "Each blank could be right by itself, but not together with the others."
    return feedback.which_are_right("blank", right, wrong)
