"""Templates whose names nobody passes: a row each, and neighbours of which nothing is said."""

from __future__ import annotations

import pytest

from course.explaining.on_templates import template_names
from course.model import TestResult
from tests.explaining.answering import evidence_of


def said(source: str) -> str:
    """What is said of a program whose page is another one."""
    failed = TestResult("shows it", "test_shows", "failed", got="''", expected="'<li>'")
    saying = template_names(evidence_of(source, failed))
    assert saying is None or saying.line == len(source.splitlines())
    return saying.text if saying is not None else ""


def flask(page: str, passed: str = "things=1") -> str:
    """A program that renders a page."""
    return (
        "from flask import render_template_string\n"
        f"PAGE = {page!r}\n"
        f"def shown():\n    return render_template_string(PAGE, {passed})\n"
    )


OTHERS = "and line 4 passes `things`. A name that is not passed is empty in a template."


@pytest.mark.parametrize(
    "page",
    [
        "<b>{{ items }}</b>",
        "{{items}}<i>things_of</i>",
        "{{- items -}}",
        "{{ items }} {{ items }}",
        "{{ items.first }}",
        "{% for item in items %}{{ item }}{% endfor %}",
        "{%- for item in items -%}{{item}}{% endfor %}",
        "{% for key, item in items %}{{ key }}{{ item }}{% endfor %}",
        "{% for key,item in items %}{{ key }}{{ item }}{{ loop.index }}{% endfor %}",
        "{% set mine = 1 %}{{ mine }}{{ items }}",
        "{%- set mine = 1 %}{{ mine }}{{ items }}",
        "{% with mine = 1 %}{{ mine }}{{ items }}{% endwith %}",
        "{% if items %}{% endif %}",
        "{%- if not items %}{% endif %}",
        "{% if request %}{% elif items %}{% endif %}",
        "{% if request %}{% elif not items %}{% endif %}",
        "{{ request.path }}{{ items }}",
        "{% extends 'imported.html' %}{{ items }}",
    ],
)
def test_one_name_is_lacking_and_another_is_idle(page: str) -> None:
    assert said(flask(page)) == f"The template uses `items`, {OTHERS}"


@pytest.mark.parametrize(
    "page",
    [
        "{{ things }}",
        "{{ items }}{{ things }}",
        "{{ items }}{{ others }}",
        "{% for item in things %}{{ item }}{% endfor %}",
        "<b>items</b>",
        "{{ request }}",
        "{% macro show(items) %}{{ items }}{% endmacro %}",
        "{%- macro show(items) %}{{ items }}{% endmacro %}",
        "{% import 'a.html' as items %}{{ items }}",
        "{% include 'things.html' %}{{ items }}",
    ],
)
def test_neighbours_of_which_nothing_is_said(page: str) -> None:
    assert said(flask(page)) == ""


def test_all_that_is_passed_is_named() -> None:
    text = said(flask("{{ a }}{{ items }}", "a=1, item=2"))
    assert "line 4 passes `a` and `item`." in text
    assert said(flask("{{ items }}", "**things")) == ""
    assert said(flask("{{ items }}", "'other', things=1")) == ""


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("render_template('page.html', things=1)", "`items`, and line 5 passes `things`."),
        ("flask.render_template('page.html', things=1)", "line 5 passes `things`."),
        ("render_template('other.html', things=1)", ""),
        ("make('page.html', things=1)", ""),
        ("render(request, 'page.html', {'things': 1, 'more': 2})", "passes `things` and `more`."),
        ("shortcuts.render(request, 'page.html', {'things': 1})", "line 5 passes `things`."),
        ("render(request, 'page.html', {'things': 1, **more})", ""),
        ("render(request, 'page.html', {'items': 1})", ""),
        ("render(request, 'page.html', things)", ""),
        ("render(request, 'page.html')", ""),
        ("render('page.html', request, {'things': 1})", ""),
        ("show(request, 'page.html', {'things': 1})", ""),
    ],
)
def test_pages_by_their_names(call: str, words: str) -> None:
    source = (
        "import django\n"
        "app.pages = {'page.html': '{{ nothing }}'}\n"
        "OTHER = make()\n"
        "PAGES = {'page.html': '{{ items }}', MORE: '{{ more }}', 'more.html': MORE}\n"
        f"shown = {call}\n"
    )
    assert words in said(source)
    assert bool(said(source)) == bool(words)


def test_other_programs_have_no_templates() -> None:
    assert said(flask("{{ items }}").replace("from flask ", "from jinja2 ")) == ""
    assert said("from flask import\n") == ""


def test_a_name_that_only_a_loop_of_the_template_gives_is_idle() -> None:
    page = "{% for thing in items %}{{ thing }}{% endfor %}"
    assert said(flask(page, "thing=1")).startswith("The template uses `items`, and line 4 passes ")
