"""What content is held to: every rule is a function, and its docstring says it in one sentence.

`docs/rules.md` and `course author rules` are made from these sentences, so that no rule is without
words and no words are without a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

About = Literal["course", "lesson", "question", "exercise", "kind", "tests", "words"]
F = TypeVar("F", bound=Callable[..., Any])

HEADINGS: dict[About, str] = {
    "course": "The course and its files",
    "lesson": "Lessons",
    "question": "Examples and questions",
    "exercise": "Exercises",
    "kind": "Kinds of exercises",
    "tests": "Tests",
    "words": "Words",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is about, what it says, where it is."""

    about: About
    says: str
    place: tuple[str, int] = ("", 0)


RULES: list[Rule] = []
"""Every rule whose module was imported; `gate/all_rules.py` imports all of them."""


def rule(about: About, *more: str) -> Callable[[F], F]:
    """Mark a function as a rule; `more` are further sentences where it looks at several things."""

    def registered(look: F) -> F:
        first = " ".join((look.__doc__ or "").split("\n\n")[0].split())
        place = (look.__module__, look.__code__.co_firstlineno)
        RULES.extend(Rule(about, says, place) for says in (first, *more))
        return look

    return registered
