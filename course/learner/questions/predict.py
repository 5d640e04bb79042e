"""`predict`: what does this code print? The answer comes from running it."""

from __future__ import annotations

import re

import msgspec

from course.errors import SandboxError
from course.learner.feedback import Runner, plain
from course.learner.questions.kind import (
    Fault,
    Given,
    Marked,
    QuestionKind,
    indented,
    numbered,
    numbers_in,
)
from course.learner.questions.tried import in_short, raised
from course.model import Predict, ProgramReport, Verdict

AN_ERROR = "an error"
_LONGEST_TYPED = 16
MOST_TYPED_ROWS = 4
_RAISES = ("error", "exception", "iteration", "warning", "exit")


class PredictKind(QuestionKind[Predict]):
    """Typed, or chosen where the author gives choices."""

    content = Predict
    answers = str
    runs = True
    heading = "What does this print?"
    the_answer = "It prints"
    shows = "What really happens"
    scaffold = """\
  - predict:
      code: |
        print("TODO: code whose output is worth a guess")
      because: "TODO: why Python prints that"
"""

    def shown(self, question: Predict, seed: str) -> tuple[list[str], str]:  # noqa: ARG002
        """The code, and the choices where there are some."""
        asked = question.question or "What does this print?"
        lines = [asked, "", *indented(question.code), ""]
        if not question.choices:
            return lines, r"Type what it prints; \n begins another line"
        return lines + numbered(map(str, question.choices)), "Type the number of the answer"

    def read(self, question: Predict, line: str, seed: str) -> Given | None:  # noqa: ARG002
        """What it prints, or the choice of that number."""
        if not question.choices:
            return line.replace("\\n", "\n") if line.strip() else None
        numbers = numbers_in(line, len(question.choices))
        return str(question.choices[numbers[0] - 1]) if len(numbers) == 1 else None

    def as_variant(self, question: Predict) -> Predict:
        """A short output is typed: the choices are about other values."""
        if not is_typed(question):
            return question
        return msgspec.structs.replace(question, choices=())

    def is_typed(self, question: Predict) -> bool:
        """Where there are no choices."""
        return not question.choices

    def verdict(self, question: Predict, answer: str, marked: Marked) -> str:  # noqa: ARG002
        """A wrong prediction has seen the answer: say what to do with it."""
        if marked.correct:
            return "Right"
        unquoted = "\n".join(line.strip().strip("\"'") for line in answer.splitlines())
        if _as_lines(unquoted) == _as_lines(marked.expected):
            return "Right but for the quotes: they are not printed. Answer again without them."
        return "Not what happens. Look at the output, then answer again."

    async def mark(self, question: Predict, answer: str, run: Runner) -> Marked:
        """Right when it is what running the code prints, or the error it ends with."""
        program = await run(question.code, stdin=question.stdin, needs=question.needs)
        printed = plain(program.printed)
        if program.exception is not None:
            name = program.exception.type
            expected = "\n".join(filter(None, (printed, f"{AN_ERROR} ({name})")))
            right = _names_error(answer, printed, name)
        elif program.verdict is not Verdict.PASSED:
            raise SandboxError(
                "The code of this question could not be run to its end"
                f"{f' ({program.limit})' if program.limit else ''}, so your answer was not marked. "
                "Answer it again; if that does not help, `course doctor` tells what is missing."
            )
        else:
            expected = printed
            right = _as_lines(answer) == _as_lines(printed)
        return Marked(right, question.because, expected, printed, program)

    async def right_answer(self, question: Predict, run: Runner) -> Marked:
        """What running it prints."""
        return await self.mark(question, "", run)

    async def faults(self, question: Predict, run: Runner) -> list[Fault]:
        """It ends and prints something, the same each time; exactly one choice is that."""
        report = await run(question.code, stdin=question.stdin, needs=question.needs)
        if report.exception is None and report.verdict is not Verdict.PASSED:
            return [Fault(f"the code is stopped: {raised(report)}; make it shorter", ("code",))]
        printed = raised(report) or report.printed.strip()
        if _MAY_DIFFER.search(f"{question.code}\n{report.printed}"):
            again = await run(question.code, stdin=question.stdin, needs=question.needs)
            if again.printed != report.printed:
                both = f"{in_short(report.printed)}, then {in_short(again.printed)}"
                words = f"it prints something else each time ({both}); print what stays the same"
                return [Fault(words, ("code",))]
        if report.exception and not question.choices:
            said = question.because.casefold()
            if not any(it in said for it in (report.exception.type.casefold(), *_RAISES)):
                words = f"it ends with {printed}, and `because` speaks of no error; "
                return [Fault(f"{words}put it right, or say why it ends so", ("code",))]
        if not printed:
            words = "the code prints nothing, so there is no answer; print something"
            return [Fault(words, ("code",))]
        rows = len(printed.splitlines())
        if not question.choices and rows > MOST_TYPED_ROWS:
            words = f"a learner would have to type {rows} lines; print less, or give `choices`"
            return [Fault(words, ("code",))]
        choices = [str(choice).strip() for choice in question.choices]
        if "" in choices:
            return [Fault("a choice is empty; write what is printed, or `an error`", ("choices",))]
        if len(set(choices)) != len(choices):
            return [Fault("two choices are alike; change one", ("choices",))]

        async def as_it_ran(*_: object, **__: object) -> ProgramReport:
            return report

        right = [it for it in choices if (await self.mark(question, it, as_it_ran)).correct]
        if not choices or len(right) == 1:
            return []
        what = "none of the choices is" if not right else "more than one choice is"
        words = f"{what} what Python prints: {in_short(printed)}; correct the `choices`"
        return [Fault(words, ("choices",))]

    def chances(self, question: Predict) -> tuple[float, float]:
        """A typed word is hardly guessed; one of four choices is."""
        if is_typed(question):
            return 0.02, 0.2
        return 1 / max(2, len(question.choices)), 0.12

    def as_placed(self, question: Predict) -> Predict:
        """Without choices where typing is fair."""
        return msgspec.structs.replace(question, choices=()) if is_typed(question) else question


def _as_lines(text: str) -> str:
    """A text in which `\\n` begins another line, as it does where only one line can be typed."""
    return plain(text.replace("\\n", "\n"))


def _names_error(answer: str, printed: str, name: str) -> bool:
    """Whether an answer says which error comes; what is printed before may stand before it."""
    given, before = (" ".join(_as_lines(it).split()).casefold() for it in (answer, printed))
    given = given.removeprefix(before).strip()
    return given.partition(":")[0] in (AN_ERROR, "error", name.casefold())


_MAY_DIFFER = re.compile(r"\b(?:random|secrets|uuid|time|datetime)\b|\b(?:id|hash)\(|\bat 0x")
"""What a program, or what it printed, has in it where another run may print something else."""


def is_typed(question: Predict) -> bool:
    """Whether an output can be asked for without choices: one short line, and no error's name.

    `an error` can be typed: the app says so below every output that is typed.
    """
    return all(
        choice == AN_ERROR
        or (
            len(choice) <= _LONGEST_TYPED
            and "\n" not in choice
            and not any(word in choice.casefold() for word in _RAISES)
        )
        for choice in map(str, question.choices)
    )
