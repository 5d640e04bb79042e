"""The door to explanations: a report and its source become what the learner is told.

A report says what happened, and its verdict waits for none of this. An explanation says why; it
may run things through the checker, to prove what it says.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec

from course.checking.calls_in_tests import probes_of
from course.checking.checker import Checker
from course.checking.kinds.project import for_milestone, within_project
from course.checking.kinds.test import over_code_under_test
from course.checking.refusal import Refused, decode
from course.explaining.diagnose import diagnose
from course.explaining.known_by_answers import matching_mistake
from course.explaining.laboratory import Bench
from course.explaining.mistake_probes import Known, KnownMistakes
from course.explaining.own_tests import diagnose_own_tests
from course.explaining.packages import diagnose_package
from course.model import CheckReport, Diagnosis, Exercise


class Explainer:
    """Explains the reports of one checker, by whose workers it runs what it has to.

    It searches for mends for so many `seconds`; with none it tells only what was observed, at once.
    """

    def __init__(self, checker: Checker, seconds: float = 1.0) -> None:
        self._checker = checker
        self._seconds = seconds
        self._mistakes = KnownMistakes(checker.probe_all)

    async def aclose(self) -> None:
        """Stop what is still being worked out."""
        await self._mistakes.aclose()

    async def explained(
        self, exercise: Exercise, source: str | bytes, report: CheckReport
    ) -> CheckReport:
        """The report with what is told about it, what leads first; a pass as it is."""
        if report.passed:
            return report
        try:
            text = decode(source)
        except Refused:
            return report
        diagnosis = await self._told(exercise, text, report)
        return msgspec.structs.replace(report, diagnosis=diagnosis)

    async def known_answers(self, exercise: Exercise) -> Known:
        """How each known mistake and the reference answer the probes; see `KnownMistakes`."""
        return await self._mistakes.of(exercise, probes_of(exercise))

    async def _told(
        self, exercise: Exercise, text: str, report: CheckReport
    ) -> tuple[Diagnosis, ...]:
        if exercise.source.kind == "project":
            return await self._of_project(exercise, text, report)
        if exercise.source.kind == "test" and report.diagnosis:
            return diagnose_own_tests(report, text)
        if report.diagnosis:  # a rule, a refusal, or what the kind asks for beyond tests
            return report.diagnosis
        if exercise.source.kind == "test":
            with tempfile.TemporaryDirectory(prefix="course-tests-") as folder:
                turned = over_code_under_test(exercise, text, Path(folder))
                right = turned.solution_path.read_text(encoding="utf-8")
                return await diagnose(report, turned, right)
        if exercise.package:
            return await self._of_package(exercise, text, report)
        answers = await self.known_answers(exercise)
        mistake = matching_mistake(exercise, text, report.probes, answers)
        bench = Bench(self._checker, exercise, text, report, self._seconds)
        return await diagnose(report, exercise, text, mistake, bench if self._seconds else None)

    async def _of_package(
        self, exercise: Exercise, text: str, report: CheckReport
    ) -> tuple[Diagnosis, ...]:
        def bench_of(file: str, share: float) -> Bench:
            return Bench(self._checker, exercise, text, report, share * self._seconds, file)

        return await diagnose_package(report, exercise, text, bench_of if self._seconds else None)

    async def _of_project(
        self, exercise: Exercise, text: str, report: CheckReport
    ) -> tuple[Diagnosis, ...]:
        """What is told of the first milestone that does not pass, which the report names last."""
        last = report.diagnosis[-1]
        name = last.name.removeprefix("milestone:")
        milestone = next(one for one in exercise.milestones if one.name == name)
        own = within_project(milestone, report)
        diagnosis = await self._told(for_milestone(exercise, milestone), text, own)
        named = tuple(
            msgspec.structs.replace(one, test=f"{name}::{one.test}") if one.test else one
            for one in diagnosis
        )
        return (*named, last)
