"""Responses of a web app that have another status than the test expects; views and their routes."""

from __future__ import annotations

import ast
import html
import json
import re
from typing import Any

from course.checking.words import a_type, code, listed
from course.explaining.evidence import Evidence, Saying
from course.explaining.syntax_tree import Function, body_nodes
from course.explaining.wrappers import (
    hands_nothing_on,
    lacks_parameters,
    returns_nothing,
    wrapper_of,
)
from course.model import TestResult
from course.worker.web_app import ANSWER, STOPPED

_NO_ROUTE = ("requested URL was not found", '{"detail":"Not Found"}')
"""What Flask and FastAPI say where no route fits."""
_OF_RESPONSE = (
    r"'(\w+)' object has no attribute '_resource_closers'",
    r"'(dict|list|tuple|str|bytes|int|bool)' object has no attribute "
    "'(?:headers|has_header|status_code|streaming)'",
)
"""What Python says where Django, or a test, asks as a response what is none."""
_PARTS = {"int": r"\d+", "path": ".+"}
"""What a part of a route fits, by its kind; any other kind fits what has no slash."""
_LITERALS: dict[str, tuple[type[ast.expr], ...]] = {
    "dict": (ast.Dict, ast.DictComp),
    "list": (ast.List, ast.ListComp),
    "str": (ast.Constant, ast.JoinedStr),
}


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
            f"{_wanted(test.expected or '')} is expected. "
            f"{_meaning(status, test.expected or '', response, evidence)}"
        )
        cases = tuple(case for case in evidence.failing if case.test == test.id)
        return Saying(text, cases or evidence.failing)
    return None


def _wanted(expected: str) -> str:
    """`in (302, 303)`, as words."""
    return listed(re.findall(r"\d+", expected), "or") if expected.startswith("in ") else expected


def no_response(evidence: Evidence) -> Saying | None:
    """A view of Django returned a dict, a string or the like, and Django asks it as a response."""
    if not evidence.uses("django"):
        return None
    kinds = {test.id: kind for test in evidence.failed_tests if (kind := _asked_of(test))}
    cases = tuple(case for case in evidence.failing if case.test in kinds)
    first = next((case.test for case in cases if case.test), next(iter(kinds), None))
    test = next((test for test in evidence.failed_tests if test.id == first), None)
    if test is None or (evidence.failing and not cases):
        return None
    view, kind = _view_asked(test.call or "", evidence.tree), kinds[test.id]
    who = f"The view `{view}`" if view else "A view of your app"
    text = (
        f"{who} returned {a_type(kind)} where Django needs a response: an `HttpResponse` or a "
        "`JsonResponse`."
    )
    return Saying(text, cases, _line_of_return(evidence.functions.get(view), kind))


def _asked_of(test: TestResult) -> str:
    """The type of what is asked as a response in a test and is none; empty where nothing is."""
    raised = test.exception
    if raised is None or raised.type != "AttributeError" or raised.frames:
        return ""
    found = (re.match(pattern, raised.message) for pattern in _OF_RESPONSE)
    return next((match.group(1) for match in found if match), "")


def _view_asked(call: str, tree: ast.Module | None) -> str:
    """The view whose route fits the URL of a request, or the only one; empty where unsure."""
    used = {it.id for it in (ast.walk(tree) if tree else ()) if isinstance(it, ast.Name)}
    if used & {"include", "re_path"}:
        return ""  # which routes are asked first is not followed
    try:
        nodes = list(ast.walk(ast.parse(call, mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        nodes = []
    texts = [it.value for it in nodes if isinstance(it, ast.Constant)]
    urls = [it.partition("?")[0] for it in texts if isinstance(it, str) and it.startswith("/")]
    routes = _routes(tree)
    fit = [view for route, view in routes if urls and re.fullmatch(route, urls[0][1:])]
    return fit[0] if fit else routes[0][1] if len(routes) == 1 else ""


def _routes(tree: ast.Module | None) -> list[tuple[str, str]]:
    """The routes of Django's `path`, as patterns, each with the name of its view."""
    calls = [it for it in (ast.walk(tree) if tree else ()) if isinstance(it, ast.Call)]
    routes = []
    for call in calls:
        if ast.unparse(call.func) != "path" or len(call.args) < 2:
            continue
        route, view = call.args[:2]
        name = ast.unparse(view).removesuffix(".as_view()").rpartition(".")[2]
        if isinstance(route, ast.Constant):
            pieces = re.split(r"<(?:(\w+):)?\w+>", str(route.value))
            kinds = [*(_PARTS.get(kind, "[^/]+") for kind in pieces[1::2]), ""]
            pairs = zip(pieces[::2], kinds, strict=True)
            pattern = "".join(re.escape(piece) + kind for piece, kind in pairs)
            routes.append((pattern, name))
    return [(pattern, name) for pattern, name in routes if name.isidentifier()]


def _line_of_return(function: Function | None, kind: str) -> int | None:
    """The line of a view's only `return` of such a value; None where it is not sure."""
    nodes = body_nodes(function) if function else []
    returns = [it for it in nodes if isinstance(it, ast.Return) and it.value is not None]
    literal = [it for it in returns if isinstance(it.value, _LITERALS.get(kind, ()))]
    found = literal or returns
    return found[0].lineno if len(found) == 1 else None


def _meaning(status: str, expected: str, response: str, evidence: Evidence) -> str:
    if status == "404" and (
        "requested URL was not found" in response or response == '{"detail":"Not Found"}'
    ):
        return "No route of your app fits the URL of that request."
    if status == "405":
        return "A route fits the URL, but it is made for other methods than this request's."
    if status == "422" and (problem := _first_problem(response)):
        return _not_of_route(response, evidence.tree) or problem
    if status == "200" and (text := _not_refused(response, expected, evidence.tree)):
        return text
    if view := re.search(r"view function for '(?:\w+\.)*(\w+)' did not return a valid", response):
        return _without_response(view.group(1), evidence)
    if view := re.search(r"TypeError: (\w+)\(\) (.*)", response):
        function = evidence.functions.get(view.group(1))
        if function and (words := view_and_route(function, evidence.tree, view.group(2))):
            return words
    if response.startswith(STOPPED):
        return f"{STOPPED}{code(response.removeprefix(STOPPED), 100)}."
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response)).split())
    return f"The response says: {code(words, 100)}." if words else "The response is empty."


def _not_refused(response: str, expected: str, tree: ast.Module | None) -> str:
    """Why a refusal goes out with the status 200; empty where it is not seen."""
    nodes = list(ast.walk(tree)) if tree else []
    if response.startswith(f'{{"status_code":{expected},"detail":'):
        made = [
            node
            for node in nodes
            if isinstance(node, ast.Return)
            and isinstance(node.value, ast.Call)
            and ast.unparse(node.value.func).endswith("HTTPException")
        ]
        lines = listed(map(str, sorted(node.lineno for node in made)), "or")
        where = f"Line {lines} returns" if made else "A view returns"
        return (
            f"{where} the `HTTPException`, so it goes out like any other value. `raise` would "
            "refuse the request."
        )
    for node in nodes:
        marks = node.decorator_list if isinstance(node, Function) else []
        for mark in marks:
            if re.fullmatch(rf"\w+\.errorhandler\({re.escape(expected)}\)", ast.unparse(mark)):
                assert isinstance(node, Function)  # noqa: S101 - it has decorators
                values = [it.value for it in body_nodes(node) if isinstance(it, ast.Return)]
                if values and all(isinstance(it, _BODIES) for it in values):
                    return (
                        f"`{node.name}` on line {node.lineno} answers for {expected}, and returns "
                        "a body without a status: that is 200 then."
                    )
    return ""


_BODIES = (ast.Dict, ast.List, ast.Constant, ast.JoinedStr)


def _not_of_route(response: str, tree: ast.Module | None) -> str:
    """FastAPI asks the query for what the view calls by another name than the route does."""
    asked = re.search(r'"loc":\["query","(\w+)"\],"msg":"Field required"', response)
    for node in ast.walk(tree) if asked and tree else ():
        if not isinstance(node, Function) or (url := _route_of(node, tree)) is None:
            continue
        names = [it.arg for it in (*node.args.args, *node.args.kwonlyargs)]
        lost = [name for name in re.findall(r"\{(\w+)", url) if name not in names]
        if asked and asked.group(1) in names and len(lost) == 1:
            name = asked.group(1)
            return (
                f"The route {code(url)} has no part called `{name}`, so FastAPI looks for `{name}` "
                f"behind the `?`. `{node.name}` on line {node.lineno} has no parameter `{lost[0]}`."
            )
    return ""


def _without_response(view: str, evidence: Evidence) -> str:
    function = evidence.functions.get(view)
    wrapper = wrapper_of(function, evidence.tree) if function is not None else None
    if wrapper is not None and returns_nothing(wrapper):
        return (
            f"`{wrapper.name}` on line {wrapper.lineno} takes the place of the view `{view}`, and "
            "ends without returning a response."
        )
    return f"The view `{view}` ends without returning a response."


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
    if text := lacks_parameters(wrapper_of(function, tree), function.name):
        return text
    view = f"the view `{function.name}` on line {function.lineno}"
    if passed := re.search(r"unexpected keyword argument '(\w+)'", message):
        name = passed.group(1)
        return (
            f"The route {code(route)} passes `{name}` to {view}, which has no parameter of that "
            "name."
        )
    if missing := re.search(r"missing \d+ required .* '(\w+)'", message):
        if text := hands_nothing_on(wrapper_of(function, tree), tree):
            return text
        name = missing.group(1)
        return f"T{view[1:]} has a parameter `{name}`, and the route passes it nothing."
    twice = re.search(r"got multiple values for argument '(\w+)'", message)
    first = [it.arg for it in (*function.args.posonlyargs, *function.args.args)][:1]
    if re.search(r"takes 0 positional arguments but \d", message) or (
        twice is not None and first == [twice.group(1)]
    ):
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


_ROUTES = frozenset({"route", "get", "post", "put", "patch", "delete"})


def decorated_after_route(evidence: Evidence) -> Saying | None:
    """`@login_required` above `@app.get(...)`: the app knows the view without it."""
    if not evidence.uses("flask", "fastapi"):
        return None
    for node in ast.walk(evidence.tree) if evidence.tree else ():
        marks = node.decorator_list if isinstance(node, Function) else []
        below = [mark for mark in marks[1:] if _is_route(mark)]
        if not below or _is_route(marks[0]) or not isinstance(node, Function):
            continue
        own = marks[0].func if isinstance(marks[0], ast.Call) else marks[0]
        if not isinstance(own, ast.Name) or own.id not in evidence.functions:
            continue
        text = (
            f"`@{own.id}` on line {marks[0].lineno} is above {code(evidence.code(below[0].lineno))}"
            f". Decorators work from the bottom up, so the app has taken `{node.name}` as its view "
            f"before `@{own.id}` is put around it, and never runs that."
        )
        return Saying(text, evidence.failing, marks[0].lineno)
    return None


def _is_route(mark: ast.expr) -> bool:
    return (
        isinstance(mark, ast.Call)
        and isinstance(mark.func, ast.Attribute)
        and mark.func.attr in _ROUTES
    )
