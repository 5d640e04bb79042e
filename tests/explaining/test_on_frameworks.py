"""What Django does not read: a row each, and neighbours of which nothing is said."""

from __future__ import annotations

import pytest

from course.explaining.on_frameworks import (
    form_without_token,
    option_outside_meta,
    slash_in_route,
)
from course.model import TestResult
from tests.explaining.answering import evidence_of

FAILED = TestResult("it works", "test_it", "failed", got="404", expected="200")
DJANGO = "from django.urls import path\n"


@pytest.mark.parametrize(
    ("call", "is_said"),
    [
        ('path("/guests/", show)', True),
        ('path("/", show)', True),
        ('path("guests/", show)', False),
        ('path("", show)', False),
        ('Path("/guests/")', False),
        ("path(route, show)", False),
    ],
)
def test_a_route_that_begins_with_a_slash(call: str, is_said: bool) -> None:
    saying = slash_in_route(evidence_of(f"{DJANGO}urls = [{call}]\n", FAILED))
    assert (saying is not None) is is_said
    if saying is not None:
        assert saying.line == 2
        assert saying.text.endswith(
            "begins with a slash. Django takes the first slash off a URL before it compares, so "
            "none fits."
        )
    assert slash_in_route(evidence_of(f"urls = [{call}]\n", FAILED)) is None


ASKS = f'{DJANGO}asked = ["django.middleware.csrf.CsrfViewMiddleware"]\n'


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("<form method='post'>{{ form }}</form>", 3),
        ('<p>\n<form class="x" METHOD="POST">\n{{ form }}</form>', 4),
        ("<form method=post>{{ form }}", 3),
        ("<form method='post'>{% csrf_token %}{{ form }}</form>", 0),
        ("<form method='get'>{{ form }}</form>", 0),
        ("<form>{{ form }}</form>", 0),
        ("<form method='post'></form><form method='post'>{% csrf_token %}</form>", 3),
    ],
)
def test_a_form_without_the_token(page: str, line: int) -> None:
    saying = form_without_token(evidence_of(f"{ASKS}PAGE = '''{page}'''\n", FAILED))
    assert (saying.line if saying is not None else 0) == line
    if saying is not None:
        assert saying.text == (
            f"The form on line {line} posts, and `{{% csrf_token %}}` is not in it. Django "
            "refuses, with the status 403, what a browser sends from there."
        )
    assert form_without_token(evidence_of(f"{DJANGO}PAGE = '''{page}'''\n", FAILED)) is None


MODEL = """from django.db import models


class Guest(models.Model):
    name = models.CharField(max_length=9)
    ordering = ["name"]
"""


def test_an_option_among_the_fields() -> None:
    saying = option_outside_meta(evidence_of(MODEL, FAILED))
    assert saying is not None
    assert saying.line == 6
    assert saying.text == (
        "`ordering` on line 6 is an attribute of the model `Guest` itself. Django reads `ordering` "
        "only from a class `Meta` inside the model."
    )


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("    ordering", "    class Meta:\n        ordering"),
        ("ordering =", "order ="),
        ("(models.Model)", "(Base)"),
    ],
)
def test_no_option_among_the_fields(was: str, now: str) -> None:
    assert option_outside_meta(evidence_of(MODEL.replace(was, now), FAILED)) is None
