"""Web apps that do not answer as they should: the learner's line, and what the response says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from course.explaining.evidence import Evidence
from course.explaining.on_web_apps import no_response, other_status, view_and_route
from course.model import (
    CheckReport,
    ExceptionInfo,
    Exercise,
    ExerciseSource,
    TestResult,
    Verdict,
)
from tests.checking.door import Door
from tests.explaining.test_symptoms import leads, make

FLASK_TESTS = """
def test_a_parcel_is_found():
    response = f.test_client().get("/parcels/1")
    assert response.status_code == 200
"""
FLASK = """from flask import Flask

f = Flask("shop")


@f.get("/parcels/<int:number>")
def parcel(number):
    return {"number": numbr}
"""
FASTAPI_TESTS = """
from fastapi.testclient import TestClient

def test_a_parcel_is_made():
    client = TestClient(f, raise_server_exceptions=False)
    response = client.post("/parcels", json={"grams": 3})
    assert response.status_code == 200
"""
FASTAPI = """from fastapi import FastAPI
from pydantic import BaseModel

f = FastAPI()


class Parcel(BaseModel):
    grams: int


@f.post("/parcels")
def parcel(parcel: Parcel):
    return {"grams": parcel.gram}
"""
DJANGO_TESTS = """
from django.test import Client

def test_the_stock_is_told():
    assert Client().get("/stock/TEA/").status_code == 200
"""
DJANGO = """from django.conf import settings

settings.configure(ROOT_URLCONF=__name__)

from django.http import HttpResponse
from django.urls import path


def f(request):
    return HttpResponse("Harbour")


def stock(request, sku):
    return {"sku": sku}


urlpatterns = [path("", f), path("stock/<sku>/", stock)]
"""
NEEDS = {FLASK_TESTS: "[flask]", FASTAPI_TESTS: "[fastapi, httpx]", DJANGO_TESTS: "[django]"}


@pytest.mark.parametrize(
    ("tests", "source", "name", "line", "words"),
    [
        (FLASK_TESTS, FLASK, "unknown_name", 8, "There is no `numbr`; there is a `number`"),
        (
            FLASK_TESTS,
            FLASK.replace("/parcels/", "/parcel/"),
            "other_status",
            None,
            "with the status 404; 200 is expected. No route of your app fits the URL",
        ),
        (
            FLASK_TESTS,
            FLASK.replace("parcel(number)", "parcel()"),
            "other_status",
            None,
            "passes `number` to the view `parcel` on line 7, which has no parameter of that name",
        ),
        (FASTAPI_TESTS, FASTAPI, "attribute_missing", 13, '`return {"grams": parcel.gram}`'),
        (
            FASTAPI_TESTS,
            FASTAPI.replace("    grams: int", "    grams: int\n    city: str"),
            "other_status",
            None,
            "FastAPI refused `body.city` of the request: `Field required`",
        ),
        (
            DJANGO_TESTS,
            DJANGO,
            "no_response",
            14,
            "The view `stock` returned a dict where Django needs a response: an `HttpResponse` or",
        ),
    ],
    ids=["flask-stops", "flask-404", "flask-parameter", "fastapi-stops", "fastapi-422", "django"],
)
def test_the_learners_line_or_the_response_is_told(
    door: Door, tmp_path: Path, tests: str, source: str, name: str, line: int | None, words: str
) -> None:
    needs = NEEDS[tests]
    report = door.check(make(tmp_path, tests, needs=needs, timeout="20"), source, searches=True)
    assert leads(report)[0] == name, report
    assert words in leads(report)[1]
    assert report.diagnosis[0].line == line


@pytest.mark.parametrize(
    ("source", "message", "words"),
    [
        (
            "@app.get('/labels/<int:number>')\ndef label():\n    pass",
            "label() got an unexpected keyword argument 'number'",
            "The route `/labels/<int:number>` passes `number` to the view `label` on line 2, which "
            "has no parameter of that name.",
        ),
        (
            "@app.get('/labels')\ndef label(number):\n    pass",
            "label() missing 1 required positional argument: 'number'",
            "The view `label` on line 2 has a parameter `number`, and the route passes it nothing.",
        ),
        (
            "def label(number):\n    pass\nurls = [path('labels/<number>/', label)]",
            "label() got multiple values for argument 'number'",
            "The view `label` on line 1 has no parameter for the request, which comes first.",
        ),
        (
            "def label():\n    pass\nurls = [path('labels/', label)]",
            "label() takes 0 positional arguments but 1 was given",
            "The view `label` on line 1 has no parameter for the request, which comes first.",
        ),
        ("def label():\n    pass", "label() got an unexpected keyword argument 'number'", None),
    ],
)
def test_a_view_and_its_route_have_to_fit(source: str, message: str, words: str | None) -> None:
    tree = ast.parse(source)
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    assert view_and_route(function, tree, message) == words


@pytest.mark.parametrize(
    ("message", "call", "routes", "words", "line"),
    [
        (
            "'str' object has no attribute 'headers'",
            "",
            "path('', home)",
            "`home` returned a st",
            2,
        ),
        (
            "'str' object has no attribute 'headers'",
            "",
            "path('', include(x))",
            "A view of your",
            0,
        ),
        (
            "'Stock' object has no attribute '_resource_closers'",
            "client.get('/stock/3/')",
            "path('', home), path('stock/<int:n>/', Stock.as_view())",
            "The view `Stock` returned a `Stock` where",
            0,
        ),
        ("'Stock' object has no attribute 'headers'", "", "path('', home)", None, 0),
    ],
)
def test_a_view_of_django_has_to_return_a_response(
    message: str, call: str, routes: str, words: str | None, line: int
) -> None:
    source = f"def home(request):\n    return 'Harbour'\nimport django\nurls = [{routes}]\n"
    stopped = ExceptionInfo("AttributeError", message)
    test = TestResult("home", "test_home", "failed", call=call or None, exception=stopped)
    task = ExerciseSource("A task", "write", "Write it.")
    evidence = Evidence(
        CheckReport("a/task", Verdict.FAILED, tests=(test,)),
        Exercise("a/task", Path(), task, "task", "", ()),
        source,
    )
    saying = no_response(evidence)
    assert (saying is None) is (words is None)
    if saying is not None:
        assert (words or "") in saying.text
        assert (saying.line or 0) == line


@pytest.mark.parametrize(
    ("source", "got", "expected", "response", "words"),
    [
        (
            "@app.errorhandler(404)\ndef missing(error):\n    return {'error': 'not found'}",
            "200", "404", '{"error":"not found"}',
            "`missing` on line 2 answers for 404, and returns a body without a status: that is 200",
        ),
        (
            "@app.errorhandler(404)\ndef missing(error):\n    return {'error': 'no'}, 404",
            "200", "404", '{"id":1}', "The response says: `{\"id\":1}`.",
        ),
        (
            "def show(n: int):\n    return HTTPException(404, 'no parcel')",
            "200", "404", '{"status_code":404,"detail":"no parcel","headers":null}',
            "Line 2 returns the `HTTPException`, so it goes out like any other value.",
        ),
        (
            "@app.get('/parcels/{id}')\ndef show(number: int):\n    return number",
            "422", "200", '{"detail":[{"loc":["query","number"],"msg":"Field required"}]}',
            "The route `/parcels/{id}` has no part called `number`",
        ),
        (
            "@app.get('/parcels')\ndef show(number: int):\n    return number",
            "422", "200", '{"detail":[{"loc":["query","number"],"msg":"Field required"}]}',
            "FastAPI refused `query.number` of the request: `Field required`.",
        ),
        (
            "@app.get('/')\n@app.errorhandler(404)\ndef missing(error):\n    if error:\n"
            "        return f'no {error}'\n    return 'no'\n@app.errorhandler(403)\n"
            "def other(error):\n    return []",
            "200", "404", "no", "`missing` on line 3 answers for 404, and returns a body without",
        ),
        (
            "@app.errorhandler(404)\ndef missing(error):\n    if error:\n        return {}\n"
            "    return [], 404",
            "200", "404", "no", "The response says: `no`.",
        ),
        (
            "@app.errorhandler(404)\ndef missing(error):\n    return []",
            "200", "404", "no", "`missing` on line 2 answers for 404",
        ),
        (
            "@app.errorhandler(4042)\ndef missing(error):\n    return {}",
            "200", "404", "no", "The response says: `no`.",
        ),
        (
            "@app.errorhandler(404)\ndef missing(error):\n    pass",
            "200", "404", "no", "The response says: `no`.",
        ),
        (
            "@app.errorhandler(404)\ndef missing(error):\n    return {}",
            "500", "404", "no", "The response says: `no`.",
        ),
        (
            "@app.errorhandler(404)\nclass Missing:\n    pass",
            "200", "404", "no", "The response says: `no`.",
        ),
        (
            "def show(n):\n    if n:\n        return fastapi.HTTPException(404)\n"
            "    n = HTTPException(404)\n    return HTTPException(404)",
            "200", "404", '{"status_code":404,"detail":"no parcel","headers":null}',
            "Line 3 or 5 returns the `HTTPException`, so it goes out like any other value. `raise` "
            "would refuse the request.",
        ),
        (
            "def show(n):\n    return refused(404)",
            "200", "404", '{"status_code":404,"detail":"no parcel","headers":null}',
            "A view returns the `HTTPException`, so it goes out like any other value.",
        ),
        (
            "def show(n):\n    return HTTPException(404)",
            "200", "403", '{"status_code":404,"detail":"no parcel","headers":null}',
            'The response says: `{"status_code":404,"detail":"no parcel","headers":null}`.',
        ),
        (
            "@app.get('/a/{id}')\ndef show(*, number: int):\n    return number",
            "422", "200", '{"detail":[{"loc":["query","number"],"msg":"Field required"}]}',
            "The route `/a/{id}` has no part called `number`, so FastAPI looks for `number` behind "
            "the `?`. `show` on line 2 has no parameter `id`.",
        ),
        (
            "@app.get('/a/{id}/{part}')\ndef show(number: int):\n    return number",
            "422", "200", '{"detail":[{"loc":["query","number"],"msg":"Field required"}]}',
            "FastAPI refused `query.number` of the request: `Field required`.",
        ),
        (
            "@app.get('/b/{id}')\ndef other(n: int):\n    return n\n\n\ndef more(number):\n"
            "    return 1\n\n\n@app.get('/a/{id}/{part}')\n"
            "def show(number: int, part: int):\n    return number",
            "422", "200", '{"detail":[{"loc":["query","number"],"msg":"Field required"}]}',
            "The route `/a/{id}/{part}` has no part called `number`",
        ),
        (
            "@app.get('/a/{id}')\ndef show(number: int):\n    return number",
            "422", "200", '{"detail":[{"loc":["body","number"],"msg":"Field required"}]}',
            "FastAPI refused `body.number` of the request: `Field required`.",
        ),
        ("app = 1", "200", "in (302, 303)", "milk", "status 200; 302 or 303 is expected."),
        ("app = 1", "200", "in (301, 302, 303)", "milk", "; 301, 302 or 303 is expected."),
        ("app = 1", "200", "404 or so", "", "404 or so is expected. The response is empty."),
    ],
)  # fmt: skip
def test_why_a_status_is_another_one(
    source: str, got: str, expected: str, response: str, words: str
) -> None:
    test = TestResult(
        "asks", "test_asks", "failed", got=got, expected=expected,
        message=f"The response says: {response}",
    )  # fmt: skip
    report = CheckReport("own/lesson", Verdict.FAILED, tests=(test,))
    exercise = Exercise("own/lesson", Path(), ExerciseSource("Own", "write", "-"), "lesson", "", ())
    said = other_status(Evidence(report, exercise, source))
    assert said is not None
    assert words in said.text
