"""Responses of a web app that have another status than the test expects; views and their routes."""

from __future__ import annotations

import ast
import html
import json
import re
from typing import Any

from course.checking.words import code
from course.explaining.evidence import Evidence, Saying
from course.explaining.syntax_tree import Function
from course.worker.web_app import ANSWER, STOPPED

_NO_ROUTE = ("requested URL was not found", '{"detail":"Not Found"}')
"""What Flask and FastAPI say where no route fits."""


def other_status(evidence: Evidence) -> Saying | None:
    """The status of a response is not the one that is expected: what the response says."""
    for test in evidence.failed_tests:
        status = test.got or ""
        message = test.message or ""
        if not re.fullmatch(r"[1-5]\d\d", status) or not message.startswith((ANSWER, STOPPED)):
            continue
        response = message.removeprefix(ANSWER)
        text = (
            f"A request of the test {code(test.name)} is answered with the status {status}; "
            f"{test.expected} is expected. {_meaning(status, response, evidence)}"
        )
        cases = tuple(case for case in evidence.failing if case.test == test.id)
        return Saying(text, cases or evidence.failing)
    return None


def _meaning(status: str, response: str, evidence: Evidence) -> str:
    if status == "404" and (
        "requested URL was not found" in response or response == '{"detail":"Not Found"}'
    ):
        return "No route of your app fits the URL of that request."
    if status == "405":
        return "A route fits the URL, but it is made for other methods than this request's."
    if status == "422" and (problem := _first_problem(response)):
        return problem
    if view := re.search(r"view function for '(?:\w+\.)*(\w+)' did not return a valid", response):
        return f"The view `{view.group(1)}` ends without returning a response."
    if view := re.search(r"TypeError: (\w+)\(\) (.*)", response):
        function = evidence.functions.get(view.group(1))
        if function and (words := view_and_route(function, evidence.tree, view.group(2))):
            return words
    if response.startswith(STOPPED):
        return f"{STOPPED}{code(response.removeprefix(STOPPED), 100)}."
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response)).split())
    return f"The response says: {code(words, 100)}." if words else "The response is empty."


def _first_problem(response: str) -> str | None:
    """The first part of a request that FastAPI refused."""
    try:
        detail: Any = json.loads(response)["detail"]
        where, why = detail[0]["loc"], detail[0]["msg"]
    except (ValueError, LookupError, TypeError):
        match = re.search(r'"loc":\[(.*?)\],"msg":"(.*?)"', response)
        if match is None:
            return None
        where, why = re.findall(r'"(\w+)"|(\d+)', match.group(1)), match.group(2)
        where = ["".join(each) for each in where]
    return (
        f"FastAPI refused {code('.'.join(map(str, where)))} of the request: {code(str(why), 80)}."
    )


def view_and_route(function: Function, tree: ast.Module | None, message: str) -> str | None:
    """Why a view cannot be called with what its route passes; None where it is no view."""
    route = _route_of(function, tree)
    if route is None:
        return None
    view = f"the view `{function.name}` on line {function.lineno}"
    if passed := re.search(r"unexpected keyword argument '(\w+)'", message):
        name = passed.group(1)
        return (
            f"The route {code(route)} passes `{name}` to {view}, which has no parameter of that "
            "name."
        )
    if missing := re.search(r"missing \d+ required .* '(\w+)'", message):
        name = missing.group(1)
        return f"T{view[1:]} has a parameter `{name}`, and the route passes it nothing."
    if re.search(r"takes 0 positional arguments but \d", message):
        return f"T{view[1:]} has no parameter for the request, which comes first."
    return None


def _route_of(function: Function, tree: ast.Module | None) -> str | None:
    """The URL of a view: above it in Flask and FastAPI, in a call of `path` in Django."""
    calls = [node for node in function.decorator_list if isinstance(node, ast.Call)]
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("path", "re_path"):
            views = [ast.unparse(one).rpartition(".")[2] for one in node.args[1:2]]
            calls += [node] if function.name in views else []
    urls = [call.args[0] for call in calls if call.args]
    found = (url.value for url in urls if isinstance(url, ast.Constant))
    return next((url for url in found if isinstance(url, str)), None)
