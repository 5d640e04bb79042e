"""What is told about a project of several files: in the file where its code went wrong."""

from __future__ import annotations

import msgspec

from course.catalogue.package import split
from course.explaining.diagnose import diagnose
from course.model import CheckReport, Diagnosis, Exercise


async def diagnose_package(
    report: CheckReport, exercise: Exercise, text: str
) -> tuple[Diagnosis, ...]:
    """As `diagnose`, with the file that an exception came out of in the place of the source.

    Where no exception passed through the learner's files, nothing is said of their code.
    """
    file = _where(report, exercise)
    diagnoses = await diagnose(report, exercise, split(text).get(file, ""))
    return tuple(
        one
        if one.line is None or not file
        else msgspec.structs.replace(one, file=file, text=f"In `{file}`: {one.text}")
        for one in diagnoses
        if one.name != "empty_file"  # no failing test of a package tells which file that would be
    )


def _where(report: CheckReport, exercise: Exercise) -> str:
    failing = report.first_failure
    exception = report.exception or (failing and failing.exception)
    if not exception or not exception.frames:
        return ""
    return exception.frames[-1].file.removeprefix(f"{exercise.module_name}/")
