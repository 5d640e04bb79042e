"""What a test types where the learner's code asks: the answers that its own `input` gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TYPED = "typed"
"""The mark of what a test puts in the place of `input`."""
_MOST = 20
_LONGEST = 200


class TypedAnswers:
    """The answers of this test so far, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._given: list[str] = []

    def begin_test(self) -> None:
        """Forget those of the test before."""
        self._given = []

    @property
    def given(self) -> tuple[str, ...]:
        """All of them; none where there are more than anybody would read."""
        return tuple(self._given) if len(self._given) <= _MOST else ()

    def overheard(self, answer_to: Any) -> Any:
        """The same function, whose answers are kept."""
        if not callable(answer_to):
            return answer_to
        ask: Callable[..., Any] = answer_to

        def typed_input(*prompt: Any, **named: Any) -> Any:
            answer = ask(*prompt, **named)
            if type(answer) is str and len(self._given) <= _MOST:
                self._given.append(answer[:_LONGEST])
            return answer

        return typed_input
