"""What went on inside a web app while a test asked it: exceptions that became a 500, and answers.

A framework catches what a view raises and answers 500. Here the exception is kept for the report,
with the learner's line. Hooks are set once a framework is loaded, and change nothing it does.
"""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING, Any

from .protocol import ExceptionSaid, Failure
from .value_text import OwnFolder

if TYPE_CHECKING:
    from .failure import TestTree

ANSWER = "The response says: "
"""How the text of a response begins in a failure's message."""
STOPPED = "The app stopped: "
"""How it begins where the framework itself stopped, outside the learner's code."""
_LONGEST = 300


class Views:
    """The last exception of a view in this test."""

    def __init__(self) -> None:
        self._error: BaseException | None = None
        self._hooked: set[str] = set()

    def begin_test(self) -> None:
        """Forget the test before, and hook what has been loaded since."""
        self._error = None
        for module, hook in (("flask", self._hook_flask), ("starlette", self._hook_starlette)):
            if module in sys.modules and module not in self._hooked:
                self._hooked.add(module)
                hook()

    def tell(
        self, failure: Failure, home: OwnFolder, test: TestTree, line: int, names: Any
    ) -> None:
        """Add to a failure at a line what the app did: its exception, or what its response says."""
        if self._error is not None and "exception" not in failure:
            exception: ExceptionSaid = home.exception(self._error)
            if exception.frames:
                failure["exception"] = exception
                failure["call"] = failure.get("call") or test.asked_at(line, names)
                failure.pop("compared", None)
                failure.pop("got", None)
                failure.pop("got_type", None)
            else:
                failure["message"] = f"{STOPPED}{exception.type}: {exception.message[:_LONGEST]}"
            return
        text = _text_of_response(test.statement_at(line), names)
        if text:
            failure["message"] = ANSWER + text

    def _keep(self, error: BaseException | None) -> None:
        self._error = error

    def _hook_flask(self) -> None:
        from flask import got_request_exception

        def receive(_app: object, exception: BaseException, **_: object) -> None:
            self._keep(exception)

        got_request_exception.connect(receive, weak=False)

    def _hook_starlette(self) -> None:
        from starlette.middleware.errors import ServerErrorMiddleware

        original = ServerErrorMiddleware.error_response

        def error_response(middleware: Any, request: Any, exc: Exception) -> Any:
            self._keep(exc)
            return original(middleware, request, exc)

        ServerErrorMiddleware.error_response = error_response  # type: ignore[assignment,method-assign]


def _text_of_response(statement: ast.stmt | None, names: dict[str, Any]) -> str:
    """The text of the response whose `status_code` an assertion compares."""
    test = statement.test if isinstance(statement, ast.Assert) else None
    left = test.left if isinstance(test, ast.Compare) else None
    if not (isinstance(left, ast.Attribute) and left.attr == "status_code"):
        return ""
    if not isinstance(left.value, ast.Name):
        return ""
    response = names.get(left.value.id)
    root = type(response).__module__.partition(".")[0]
    if root not in {"werkzeug", "flask", "httpx", "httpx2", "starlette"}:
        return ""
    try:
        text = response.text  # type: ignore[union-attr]
    except Exception:  # a stream that is over, or bytes that are no text
        return ""
    return text[:_LONGEST] if isinstance(text, str) else ""
