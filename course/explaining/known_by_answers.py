"""Whether a submission behaves like a known mistake: the same answers to all probes."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from msgspec import Struct

from course.debug import debug
from course.explaining.known_by_code import is_near, line_of_difference
from course.model import Exercise, Mistake, ProbeResult

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]+")
_TRACEBACK = re.compile(r"Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAY = r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\b)?"
_MOMENT = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)(?:[T ]{_CLOCK})?"
    r"|(?P<repr>\bdatetime\.date(?:time)?\(\d+, \d+, \d+)[^()]*(?:\([^()]*\)[^()]*)*\)"
    rf"|{_WEEKDAY}(?P<http>\d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}})(?: {_CLOCK})?"
    rf"|{_WEEKDAY}(?P<ctime>(?:{'|'.join(_MONTHS)}) [ \d]\d) {_CLOCK} (?P<year>\d{{4}})\b"
    r"|(?<![\w.])(?P<epoch>\d{10})(?:\.\d+)?(?![\w.])"
)
_NEAR = timedelta(days=1)
REFERENCE = ""
"""The name of the reference among the names of mistakes."""


class Answers(Struct, frozen=True):
    """How a program answered the probes, and on which day: that day itself is no behaviour."""

    probes: tuple[ProbeResult, ...]
    day: date

    @classmethod
    def of_today(cls, probes: tuple[ProbeResult, ...]) -> Answers:
        """Those of probes that ran just now."""
        return cls(probes, datetime.now(UTC).date())


def matching_mistake(
    exercise: Exercise,
    source: str,
    mine: tuple[ProbeResult, ...],
    by_name: Mapping[str, Answers],
) -> Mistake | None:
    """The mistake that answers the probes like the submission and is near to it, the first by name.

    `known` has the reference's answers under `REFERENCE`.
    """
    answers = Answers.of_today(mine)
    reference = by_name.get(REFERENCE)
    if reference is not None and not differ(reference, answers):
        return None
    for mistake in exercise.mistakes:
        if mistake.name not in by_name or not alike(by_name[mistake.name], answers):
            words = "refuted, it answers the probes in another way"
        elif not is_said_of(mistake, exercise, source):
            words = "refuted, its words are about other code"
        else:
            debug("explanation", f"known mistake {mistake.name}: fits")
            return mistake
        debug("explanation", f"known mistake {mistake.name}: {words}")
    return None


def line_of(mistake: Mistake, exercise: Exercise, source: str) -> int | None:
    """The learner's line that is as in the mistake, or after which something is missing."""
    its = mistake.path.read_text(encoding="utf-8")
    return line_of_difference(its, source, _right(exercise))


def _right(exercise: Exercise) -> list[str]:
    paths = [exercise.solution_path, *(one.path for one in exercise.approaches)]
    return [path.read_text(encoding="utf-8") for path in paths if path.is_file()]


def is_said_of(mistake: Mistake, exercise: Exercise, source: str) -> bool:
    """Whether the words of a mistake are about this program, whatever it answers."""
    tests = [path.read_text(encoding="utf-8") for path in exercise.test_files]
    given = "\n".join([*tests, *re.findall(r"`([^`\n]+)`", exercise.source.brief)])
    its = mistake.path.read_text(encoding="utf-8")
    return is_near(mistake.message, its, source, _right(exercise), given)


def alike(one: Answers, other: Answers) -> bool:
    """Whether two programs answer every probe in the same way.

    A probe that was not finished is unknown, and like nothing but another unknown one: an answer
    is never made of it. Nothing counts that may differ between equal behaviours: when it ran,
    where things lie in memory and on disk, and the names that an exception's message quotes,
    which are the learner's own; a key that is missing is none of them.
    """
    if len(one.probes) != len(other.probes) or not any(map(_is_known, one.probes)):
        return False
    return all(
        _is_known(mine) == _is_known(its) and (not _is_known(mine) or _same(mine, one, its, other))
        for mine, its in zip(one.probes, other.probes, strict=True)
    )


def differ(one: Answers, other: Answers) -> bool:
    """Whether a probe that both have finished has another answer."""
    return any(
        _is_known(mine) and _is_known(its) and not _same(mine, one, its, other)
        for mine, its in zip(one.probes, other.probes, strict=False)
    )


def _is_known(probe: ProbeResult) -> bool:
    return probe.outcome != "unfinished"


def _same(mine: ProbeResult, one: Answers, its: ProbeResult, other: Answers) -> bool:
    return mine == its or _behaviour(mine, one.day) == _behaviour(its, other.day)


def _behaviour(probe: ProbeResult, day: date) -> tuple[object, ...]:
    own_words = probe.outcome == "raised" and probe.type != "KeyError"  # its key is what was asked
    value = _QUOTED.sub("'_'", probe.value) if own_words else probe.value
    return (
        probe.call,
        probe.outcome,
        _lasting(value, day),
        probe.type,
        _lasting(probe.printed, day),
        probe.changed_arguments,
    )


def _lasting(text: str, day: date) -> str:
    """The text without addresses, places on this machine, tracebacks and the time it ran."""
    text = _TRACEBACK.sub("", _ADDRESS.sub("at 0x", text))
    text = _places().sub("<path>", text)
    return _MOMENT.sub(lambda match: "<now>" if _is_near(match, day) else match[0], text)


def _is_near(match: re.Match[str], day: date) -> bool:
    try:
        return abs(_day_of(match) - day) <= _NEAR
    except (ValueError, OverflowError, OSError):
        return False  # the 45th of a month


def _day_of(match: re.Match[str]) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["epoch"]:
        return datetime.fromtimestamp(int(match["epoch"]), UTC).date()
    if match["repr"]:
        year, month, number = map(int, re.findall(r"\d+", match["repr"]))
        return date(year, month, number)
    words = (match["http"] or f"{match['ctime']} {match['year']}").split()
    month = next(number for number, name in enumerate(_MONTHS, 1) if name in words)
    number, year = (int(word) for word in words if word.isdigit())
    return date(year, month, number)


@cache
def _places() -> re.Pattern[str]:
    """Paths into the folders of checks, of Python and of its packages."""
    roots = {str(place) for root in _roots() for place in (root, root.resolve())}
    roots_pattern = "|".join(re.escape(root) for root in sorted(roots, key=len, reverse=True))
    return re.compile(rf"(?:{roots_pattern})[/\\][^\s'\"<>:,;()]*")


def _roots() -> Iterator[Path]:
    yield Path(tempfile.gettempdir())
    yield from (Path(place) for place in (sys.prefix, sys.base_prefix))
    yield from (Path(place) for place in sys.path if place.endswith("-packages"))
