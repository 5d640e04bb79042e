"""The kinds of questions, each in a line. A new one joins the course by being named here."""

from __future__ import annotations

from typing import Any

from course.learner.questions.blank import BlankKind
from course.learner.questions.choose import ChooseKind
from course.learner.questions.kind import QuestionKind
from course.learner.questions.match import MatchKind
from course.learner.questions.order import OrderKind
from course.learner.questions.predict import PredictKind
from course.learner.questions.spot import SpotKind
from course.model import Question

KINDS: dict[str, QuestionKind[Any]] = {
    "predict": PredictKind(),
    "choose": ChooseKind(),
    "order": OrderKind(),
    "blank": BlankKind(),
    "spot": SpotKind(),
    "match": MatchKind(),
}
"""By the key of their step in a lesson, in the order in which authors read about them."""


def kind_of(question: Question) -> QuestionKind[Any]:
    """What there is to know about questions like this one."""
    return next(kind for kind in KINDS.values() if type(question) is kind.content)
