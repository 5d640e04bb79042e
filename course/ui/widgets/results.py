"""What a check found, in the order in which it helps: verdict, explanation, facts, all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import ProgressBar, Static

from course.checking.report_order import stages
from course.checking.tracer import has_steps
from course.signs import OUTCOMES, STAGES
from course.ui.widgets.ending_words import printable
from course.ui.widgets.got_expected import (
    exception_facts,
    facts_of_test,
    place_facts,
    stuck_facts,
)
from course.ui.widgets.prose import Prose
from course.verdict_words import failure_told, test_told, verdict_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from course.model import CheckReport, Diagnosis, Exercise, TestResult

EMPTY = "F5 checks your work.\nWhat is found appears here."
TICK = 0.2
BAR_AFTER = 0.8
"""Seconds after the words until there is a bar."""

_COLOURS = {"passed": "$success", "failed": "$error", "error": "$error"}
_LATER = {"skipped": " (skipped)", "not_run": " (not run)"}
_STAGE_STYLES = {"finished": "$success", "open": "bold", "later": "$muted"}


class Working(Vertical):
    """Says that a check is running, and after a second how much of its time is gone."""

    def compose(self) -> ComposeResult:
        """Words, and a bar for longer."""
        yield Static("Checking …", markup=False)
        yield ProgressBar(show_percentage=False, show_eta=False)

    def on_mount(self) -> None:
        """Hidden until a check takes long enough to be noticed."""
        self.display = False
        self.ticking = self.set_interval(TICK, self.tick, pause=True)

    def start(self, limit: float) -> None:
        """Show it for a check that may take `limit` seconds."""
        bar = self.query_one(ProgressBar)
        bar.update(total=limit, progress=0)
        bar.visible = False
        self.display = True
        self.ticking.resume()

    def tick(self) -> None:
        """A step of the clock."""
        bar = self.query_one(ProgressBar)
        bar.advance(TICK)
        bar.visible = bar.progress >= BAR_AFTER

    def stop(self) -> None:
        """Hide it."""
        self.ticking.pause()
        self.display = False


class ResultsPanel(VerticalScroll):
    """The report of the last check. One that fails unasked is shown quietly and says so.

    `steps` is whether the exercise's kind has calls that can be stepped through.
    """

    steps = True

    report: CheckReport | None = None
    counted: bool = False

    def compose(self) -> ComposeResult:
        """Before the first check, how to start one."""
        yield Working()
        with Vertical(id="report"):
            yield Static(EMPTY, classes="results-empty", markup=False)

    @property
    def can_step(self) -> bool:
        """Whether there is a call of the learner's code to step through."""
        report, test = self.report, self.shown_test
        return report is not None and test is not None and has_steps(report, test, self.steps)

    @property
    def shown_test(self) -> TestResult | None:
        """The test to step through: the one that is explained, after a pass the first."""
        return None if self.report is None else test_told(self.report)

    def show_working(self, exercise: Exercise) -> None:
        """Say that the check of an exercise takes a moment."""
        self.query_one(Working).start(exercise.source.timeout)

    def stop_working(self) -> None:
        """The check has ended."""
        self.query_one(Working).stop()

    async def show(
        self, report: CheckReport, exercise: Exercise, *, counted: bool, then: str = ""
    ) -> None:
        """Show a report on an exercise; `then` are the keys that go on from a pass."""
        self.set_class(not (counted or report.passed), "-live")
        if report.passed:
            parts = passed_parts(report, exercise, then)
        else:
            parts = failed_parts(report, exercise, counted, steps=self.steps)
        await self._put(parts)
        self.report, self.counted = report, counted
        if counted:
            self.scroll_home(animate=False)

    def waits_for(self, report: CheckReport) -> bool:
        """Whether the report that is shown is this one, without its explanation."""
        shown = self.report
        return shown is not None and shown == msgspec.structs.replace(report, diagnosis=())

    async def explain(self, report: CheckReport, exercise: Exercise) -> None:
        """Put the explanation of the shown report in its place; the learner's own scroll stays."""
        await self._put(failed_parts(report, exercise, self.counted, steps=self.steps))
        self.report = report

    async def _put(self, parts: list[Widget]) -> None:
        place = self.query_one("#report", Vertical)
        async with self.batch():
            await place.remove_children()
            await place.mount_all(parts)

    async def clear(self) -> None:
        """Forget the report, after a reset."""
        self.report = None
        await self.say(EMPTY)

    async def say(self, words: str) -> None:
        """Show a few words in the place of a report."""
        place = self.query_one("#report", Vertical)
        async with self.batch():
            await place.remove_children()
            await place.mount(Static(words, classes="results-empty", markup=False))


def _block(*lines: Content) -> Static:
    return Static(Content("\n").join(lines), classes="facts")


def passed_parts(report: CheckReport, exercise: Exercise, then: str) -> list[Widget]:
    """A pass: what was learnt and where to go."""
    parts: list[Widget] = [Static(verdict_line(report), classes="verdict -passed", markup=False)]
    if exercise.source.after:
        parts.append(Prose(exercise.source.after))
    if then:
        parts.append(Static(then, classes="results-then", markup=False))
    return [*parts, _block(list_of_tests(report, exercise))]


def failed_parts(
    report: CheckReport, exercise: Exercise, counted: bool, steps: bool = True
) -> list[Widget]:
    """Anything but a pass: what is said about it, then the facts it is said about."""
    parts: list[Widget] = [Static(verdict_line(report), classes="verdict -failed", markup=False)]
    if not counted:
        parts.append(Static("Automatic check · not counted", classes="results-live", markup=False))
    leading = report.diagnosis[0] if report.diagnosis else None
    if leading is not None:
        parts.append(Prose(leading.text))
    else:
        parts.append(Static("Looking for the cause …", classes="results-live", markup=False))
    shown = failure_told(report, leading)
    if facts := _facts(report, leading, shown):
        parts.append(_block(*facts))
    if shown is not None and shown.call and has_steps(report, shown, steps):
        words = "F3 steps through this call"
        parts.append(Static(words, classes="results-then", markup=False))
    others = [other for other in report.diagnosis[1:] if other.kind != "facts"]
    parts += [Prose(other.text, classes="results-other") for other in others[:2]]
    parts += _printed(shown.printed if shown else report.printed)
    if report.tests:
        parts.append(_block(list_of_tests(report, exercise)))
    return parts


def _facts(
    report: CheckReport, leading: Diagnosis | None, shown: TestResult | None
) -> list[Content]:
    if report.stuck is not None:
        return stuck_facts(report.stuck)
    if leading is not None and leading.kind == "cannot_start":
        exception = report.exception or (shown.exception if shown else None)
        return place_facts(exception) if exception else []
    if shown is not None:
        told_diff, told = (leading.diff, leading.text) if leading else (None, "")
        return facts_of_test(shown, told_diff, report.exercise, told)
    if report.exception is not None:
        return exception_facts(report.exception)
    if leading is None and report.limit:
        return [Content(printable(report.limit, 3))]
    return []


def _printed(text: str) -> list[Widget]:
    if not text.strip():
        return []
    title = Content.styled("Printed", "$muted")
    return [
        Static(Content("\n").join([title, Content(printable(text.rstrip(), 60))]), classes="output")
    ]


def list_of_tests(report: CheckReport, exercise: Exercise | None = None) -> Content:
    """The tests in plain words with their symbols, failing ones first; a project by milestone."""
    lines: list[Content] = []
    for stage in stages(report, exercise):
        if stage.heading:
            heading = Content(printable(f"{STAGES[stage.state]}  {stage.heading}", 1))
            lines.append(heading.stylize(_STAGE_STYLES[stage.state]))
        lines += _tests(stage.tests)
    return Content("\n").join(lines)


def _tests(tests: Iterable[TestResult]) -> list[Content]:
    return [
        Content.assemble(
            (OUTCOMES[test.outcome], _COLOURS.get(test.outcome, "$muted")),
            "  ",
            Content(printable(test.name, 1)),
            (_LATER.get(test.outcome, ""), "$muted"),
        )
        for test in tests
    ]
