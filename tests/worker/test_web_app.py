"""What a web app did while it was asked: its exception, or the text of its response."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest

from course.worker.failure import TestTree
from course.worker.protocol import Failure
from course.worker.value_text import OwnFolder
from course.worker.web_app import ANSWER, STOPPED, Views

APPS = {
    "flask": """from flask import Flask
app = Flask("shop")
@app.get("/stops")
def stops():
    return {"number": numbr}
@app.get("/nothing")
def nothing():
    pass
@app.get("/fine")
def fine():
    return "no such parcel", 404
client = app.test_client()
""",
    "fastapi": """from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient
app = FastAPI()
@app.get("/stops")
def stops():
    return {"number": numbr}
@app.get("/fine")
def fine():
    raise HTTPException(404, "no such parcel")
client = TestClient(app, raise_server_exceptions=False)
""",
}
TEST = """def test_it():
    response = client.get({url!r})
    assert response.status_code == 200
"""


def asked(framework: str, url: str, folder: Path) -> Failure:
    """What is told of a test that asked an app for something and wanted the status 200."""
    file = folder / "shop.py"
    file.write_text(APPS[framework], encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(APPS[framework], str(file), "exec"), names)
    views = Views()
    views.begin_test()
    names["response"] = names["client"].get(url)
    found: Failure = {"got": "500", "got_type": "int"}
    test = TestTree(ast.parse(TEST.format(url=url)), "shop")
    views.tell(found, OwnFolder(str(folder)), test, 3, names)
    views.begin_test()
    return found


@pytest.mark.parametrize("framework", APPS)
def test_the_exception_of_a_view_takes_the_place_of_the_status(
    framework: str, tmp_path: Path
) -> None:
    found = asked(framework, "/stops", tmp_path)
    assert "got" not in found
    assert found["call"] == "client.get('/stops')"
    assert found["exception"].type == "NameError"
    assert found["exception"].frames[-1].code == 'return {"number": numbr}'


@pytest.mark.parametrize("framework", APPS)
def test_the_text_of_a_response_is_told(framework: str, tmp_path: Path) -> None:
    found = asked(framework, "/fine", tmp_path)
    assert found["got"] == "500"
    assert found["message"].startswith(ANSWER)
    assert "no such parcel" in found["message"]


def test_what_the_framework_says_where_no_line_of_the_learners_stopped(tmp_path: Path) -> None:
    found = asked("flask", "/nothing", tmp_path)
    assert found["message"].startswith(f"{STOPPED}TypeError: The view function for 'nothing'")


def test_nothing_is_kept_for_the_next_test(tmp_path: Path) -> None:
    views = Views()
    views.begin_test()
    found: Failure = {"got": "1"}
    test = TestTree(ast.parse("assert x == 2"), "shop")
    views.tell(found, OwnFolder(str(tmp_path)), test, 1, {"x": 1})
    assert found == {"got": "1"}
