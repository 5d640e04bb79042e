"""The report as Markdown: readable as it is, and safe to render wherever it is put."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape

from course.learner.readiness import STATES
from course.learner.report import Report
from course.learner.report_words import (
    EXAMS,
    LEFT_OUT,
    MIXED,
    PORTFOLIO,
    SHIFTS,
    counted_from,
    exam_told,
    heading,
    how,
    mixed_times,
    origin,
    shift_words,
    with_help,
)
from course.plural import counted
from course.text import clean

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


def document(report: Report) -> str:
    """The whole report."""
    return clean("\n".join(_lines(report)).rstrip() + "\n", sys.maxsize)


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_text(heading(report))}"
    yield ""
    if report.is_empty:
        yield "Nothing has been done yet, so there is nothing to show."
        yield ""
        yield _text(origin(report))
        return
    if report.first_day:
        yield (
            f"{counted(report.days, 'day')} of practice, {report.first_day} to {report.last_day}."
        )
        yield ""
    yield from _figures(report)
    yield from _projects(report)
    yield from _shifts(report)
    yield from _job(report)
    yield from _skills(report)
    yield from _evidence(report)
    yield from _exams(report)
    yield from _mixed(report)
    if report.notes:
        yield "## Notes"
        yield ""
        for title, text in report.notes:
            yield f"**{_text(title)}**"
            yield ""
            yield from (f"> {_text(line)}" for line in text.splitlines())
            yield ""
    yield "---"
    yield ""
    yield _text(origin(report))


def _exams(report: Report) -> Iterator[str]:
    if report.skills.exams:
        yield f"## {EXAMS}"
        yield ""
        for one in report.skills.exams:
            yield f"- {one.at[:10]}: {_text(exam_told(one))}"
        yield ""


def _mixed(report: Report) -> Iterator[str]:
    if report.skills.mixed:
        yield f"## {MIXED}"
        yield ""
        for one in report.skills.mixed:
            yield f"- **{_text(one.name)}**, {mixed_times(one)}"
        yield ""


def _figures(report: Report) -> Iterator[str]:
    counts = report.skills
    yield (
        f"- **{len(report.work)} of {report.exercises} exercises passed**, {report.first_tries} at "
        f"the first check without a hint{with_help(report)}; "
        f"{counted(report.attempts, 'check')} in all"
    )
    if report.capstones:
        yield f"- **{report.capstones_passed} of {report.capstones} capstones finished**"
    if counts.questions:
        yield (
            f"- **{counted(counts.questions, 'question')} answered**, {counts.questions_at_once} "
            "rightly at once"
        )
    if counts.reviews:
        yield f"- **{counted(counts.reviews, 'review')}**, {counts.reviews_known} known"
    yield ""


def _job(report: Report) -> Iterator[str]:
    if not report.areas:
        return
    yield "## What a junior job asks for"
    yield ""
    if begun := [area for area in report.areas if area.state != "open"]:
        yield "| area | so far | counted from |"
        yield "| --- | --- | --- |"
        for area in begun:
            title, asks = _text(area.title), _text(area.asks)
            yield f"| **{title}**: {asks} | {STATES[area.state]} | {counted_from(area)} |"
        yield ""
    if still := ", ".join(_text(area.title) for area in report.areas if area.state == "open"):
        yield f"Not yet: {still}."
        yield ""


def _projects(report: Report) -> Iterator[str]:
    if not report.projects:
        return
    yield "## Built"
    yield ""
    if report.portfolio:
        yield f"{PORTFOLIO} {_where(report.portfolio)}"
        yield ""
    for work in report.projects:
        stages = f", {counted(work.milestones, 'stage')}" if work.milestones else ""
        yield f"### {_text(work.title)}"
        yield ""
        yield (
            f"{_text(work.module_title)}. Passed on {work.passed_on}{stages}, "
            f"{counted(work.tests, 'test')}; {how(work)}."
        )
        yield ""
        yield from _code(work.source)


def _shifts(report: Report) -> Iterator[str]:
    if not report.skills.shifts:
        return
    yield "## Working days"
    yield ""
    yield SHIFTS
    yield ""
    for one in report.skills.shifts:
        yield f"### {_text(one.run.title)}"
        yield ""
        yield f"{_text(shift_words(one))}."
        yield ""
        for mark in one.marks:
            sign = "shown" if mark.holds else "not shown"
            yield f"- **{_text(mark.title)}**: {sign}. {_text(mark.words)}"
        yield ""


def _skills(report: Report) -> Iterator[str]:
    begun = [
        skill for skill in report.skills.modules if skill.seen or skill.passed or skill.skipped
    ]
    if not begun:
        return
    yield "## Skills, with what shows them"
    yield ""
    yield "| module | mastery | exercises passed | at the first check | concepts seen |"
    yield "| --- | --- | --- | --- | --- |"
    for skill in begun:
        title = _text(skill.title) + (f" ({LEFT_OUT[skill.skipped]})" if skill.skipped else "")
        yield (
            f"| {title} | {skill.mastery:.0%} | {skill.passed} of {skill.exercises} "
            f"| {skill.first_try} | {skill.seen} of {skill.concepts} |"
        )
    yield ""


def _evidence(report: Report) -> Iterator[str]:
    if not report.work:
        return
    yield "## Every exercise passed"
    yield ""
    yield "| exercise | kind | passed on | how | tests |"
    yield "| --- | --- | --- | --- | --- |"
    for work in report.work:
        yield (
            f"| {_text(work.title)} (`{work.id}`) | {work.kind} | {work.passed_on} | {how(work)} "
            f"| {work.tests} |"
        )
    yield ""
    for work in report.work:
        if work.source and work.kind != "project":
            yield f"### {_text(work.title)}"
            yield ""
            yield from _code(work.source)


def _where(place: str) -> str:
    """An address as a link, a folder as its name."""
    return f"<{place}>" if place.startswith("http") else f"`{place}`"


def _code(source: str) -> Iterator[str]:
    """A fence longer than any run of backticks in the code, so that nothing gets out of it."""
    if not source.strip():
        return
    longest = max((len(run) for run in re.findall(r"`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}python"
    yield source.rstrip().replace("\r", "")
    yield fence
    yield ""


def _text(words: str) -> str:
    """Words that are only words: no Markdown and no HTML in them."""
    return escape(_SPECIAL.sub(r"\\\1", " ".join(words.split())), quote=False)
