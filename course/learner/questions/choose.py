"""`choose`: a question with choices, one or more of them right."""

from __future__ import annotations

from course.learner.feedback import Runner
from course.learner.questions.kind import (
    Fault,
    Given,
    Marked,
    QuestionKind,
    in_disorder,
    indented,
    numbered,
    numbers_in,
)
from course.learner.questions.tried import in_short
from course.model import Choose


class ChooseKind(QuestionKind[Choose]):
    """Not asked in a placement: what is chosen is too often guessed."""

    content = Choose
    answers = tuple
    scaffold = """\
  - choose:
      question: "TODO: a question about the idea"
      choices:
        - text: "TODO: the right answer"
          correct: true
        - text: "TODO: what someone might think"
          because: "TODO: why it is not so"
"""

    def shown(self, question: Choose, seed: str) -> tuple[list[str], str]:
        """The question, its code, the choices in disorder."""
        texts = [question.choices[it].text for it in _order(question, seed)]
        code = indented(question.code) if question.code else []
        correct = sum(choice.correct for choice in question.choices)
        how = "Type the number of the answer"
        if correct > 1 or question.advise:
            how = "Type the numbers of the answers"
        return [question.question, "", *code, "", *numbered(texts)], how

    def read(self, question: Choose, line: str, seed: str) -> Given | None:
        """The positions of the choices with those numbers."""
        order = _order(question, seed)
        numbers = numbers_in(line, len(order))
        return tuple(sorted({order[number - 1] for number in numbers})) or None

    def verdict(self, question: Choose, answer: Given, marked: Marked) -> str:
        """Advice is neither right nor wrong."""
        if question.advise:
            return "Noted"
        if not marked.correct and asks_several(question):
            return "Not this set. Several are right: choose all of them."
        return super().verdict(question, answer, marked)

    async def mark(self, question: Choose, answer: tuple[int, ...], run: Runner) -> Marked:  # noqa: ARG002
        """Right when all that is right is chosen and nothing else."""
        positions = {int(index) for index in answer}
        correct = {index for index, choice in enumerate(question.choices) if choice.correct}
        right = question.advise or positions == correct
        explained = sorted(positions if right else positions - correct)
        last = range(len(question.choices))
        reasons = [question.choices[index].because for index in explained if index in last]
        because = "\n\n".join(reason for reason in reasons if reason) or question.because or ""
        expected = "\n".join(question.choices[index].text for index in sorted(correct))
        return Marked(right, because, expected)

    async def right_answer(self, question: Choose, run: Runner) -> Marked:
        """What is right of the choices."""
        return await self.mark(question, (), run)

    async def faults(self, question: Choose, run: Runner) -> list[Fault]:  # noqa: ARG002
        """Each wrong choice says why, no two are alike, and not all of them are right."""
        faults = [
            Fault(
                f"the wrong choice {in_short(choice.text)!r} does not say why it is wrong; "
                "add `because:`",
                ("choices", number),
            )
            for number, choice in enumerate(question.choices)
            if not (choice.correct or choice.because or question.advise or question.because)
        ]
        texts = [choice.text.strip() for choice in question.choices]
        if len(set(texts)) != len(texts):
            faults.append(Fault("two choices are alike; change one", ("choices",)))
        if all(choice.correct for choice in question.choices) and not question.advise:
            faults.append(Fault("every choice is correct; add a wrong one", ("choices",)))
        return faults


def asks_several(question: Choose) -> bool:
    """Whether more than one choice is right."""
    return sum(choice.correct for choice in question.choices) > 1 and not question.advise


def _order(question: Choose, seed: str) -> list[int]:
    """The order in which the choices are shown."""
    return in_disorder(range(len(question.choices)), seed)
