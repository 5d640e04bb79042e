"""What a day shows: each thing that counts, whether it holds, and the evidence in words.

Everything comes from the events, the repository as it is, and from running what is in it.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from course.checking import Checker
from course.checking.kinds import review
from course.checking.kinds.comment_words import finds_fault
from course.checking.repository.facts import facts
from course.checking.repository.reader import Repository
from course.errors import CourseError
from course.plural import counted
from course.shift import shift_folder
from course.shift.history import of_kind
from course.shift.mark import Mark
from course.shift.repository import merged, version
from course.shift.scenario import (
    Catches,
    Flagged,
    Hurt,
    Kind,
    Probe,
    Reviewed,
    RolledBack,
    Served,
    Tidy,
    Works,
)
from course.shift.scored_day import ScoredDay
from course.shift.service import Service
from course.shift.texts import said

_TOLD = re.compile(
    r"^(wip|fix|fixup!|squash!|typo|test|tests|update|changes?|stuff|\.+)\W*\Z", re.I
)
_RUNNER = Path(__file__).with_name("tests_runner.py")
_TEST_SECONDS = 20.0


async def marks(evidence: ScoredDay) -> list[Mark]:
    """One mark for each thing that counts, in the scenario's order."""
    marks_made = []
    for one in evidence.scenario.source.counts:
        try:
            holds, words = await judge(one.kind, evidence)
        except CourseError as error:  # a repository that was removed
            holds, words = False, str(error)
        marks_made.append(Mark(one.title, holds, words))
    return marks_made


async def judge(one: Kind, evidence: ScoredDay) -> tuple[bool, str]:
    """Whether something that counts holds, and by what that is seen."""
    if isinstance(one, Works):
        return await _works(one, evidence)
    if isinstance(one, Catches):
        return await _catches(one, evidence)
    if isinstance(one, Served):
        return _served(one, evidence)
    if isinstance(one, Hurt):
        return _hurt(one, evidence)
    if isinstance(one, RolledBack):
        return _rolled_back(evidence)
    if isinstance(one, Reviewed):
        return _reviewed(one, evidence)
    if isinstance(one, Flagged):
        return _flagged(one, evidence)
    if isinstance(one, Tidy):
        return _tidy(one, evidence)
    return said(one, evidence)


# ------------------------------------------------------------------ the incident


def _served(one: Served, evidence: ScoredDay) -> tuple[bool, str]:
    incidents = evidence.world.incidents()
    minutes = sum(it.minutes for it in incidents)
    if not incidents:
        return True, "No release or change of yours let customers fail."
    clock = evidence.scenario.clock
    spans = []
    for it in incidents:
        end = f"until {clock(it.over)}" if it.over is not None else "and still at the end"
        spans.append(f"from {clock(it.began)} {end}")
    words = f"Customers failed for {counted(minutes, 'minute')}: {', '.join(spans)}."
    return (
        minutes <= one.within and incidents[-1].over is not None,
        f"{words} What counts is at most {counted(one.within, 'minute')}.",
    )


def _hurt(one: Hurt, evidence: ScoredDay) -> tuple[bool, str]:
    incidents = evidence.world.incidents()
    names = {name for it in incidents for name in it.customers}
    failed = sum(it.failed for it in incidents)
    words = (
        f"{counted(len(names), 'customer')} met {counted(failed, 'failed request')} while things "
        f"went wrong. What counts is at most {one.at_most}."
    )
    return len(names) <= one.at_most, words


def _rolled_back(evidence: ScoredDay) -> tuple[bool, str]:
    """The first thing done in the first incident puts back what served before."""
    incidents = evidence.world.incidents()
    if not incidents:
        return True, "There was nothing to put back."
    began, clock = incidents[0].began, evidence.scenario.clock
    served = of_kind(evidence.events, "deploy")
    *before, bad = [event.data["commit"] for event in served if event.at <= began]
    for event in served:
        data = event.data
        if event.at > began and data["who"] == "you":
            did = "put back" if "instead_of" in data else "deployed"
            what = f"At {clock(event.at)}, you {did} {data['commit'][:7]} {data['subject']}"
            if data["commit"] in before and data["commit"] != bad:
                return True, f"{what}, which had served before the trouble began."
            return False, f"{what}, which had not served before, while customers were failing."
    return False, f"Nothing was put back after {clock(began)}."


# ------------------------------------------------------------------ the work


def _reviewed(one: Reviewed, evidence: ScoredDay) -> tuple[bool, str]:
    text = evidence.sent(one.file.partition(".")[0])
    if text is None:
        return False, "No review was sent."
    refs = of_kind(evidence.events, "start")[0].data["refs"]
    shown = shift_folder.reviewed(evidence.repository, one, refs)
    written, comments = review.read_comments(text)
    if _lines(written) != _lines(shown):
        return False, "The lines of the diff were changed; a review only adds lines with >>."
    complaints = [it for it in comments if finds_fault(it.words)]
    score = review.score(shown, one.defects, complaints)
    serious = sum(it.serious for it in one.defects)
    missed = sum(it.serious for it in score.missed)
    words = (
        f"You named {serious - missed} of {counted(serious, 'serious defect')}, with "
        f"{counted(len(score.false_alarms), 'false alarm')}."
    )
    if score.missed:
        words += " Missed: " + "; ".join(" ".join(it.why.split()) for it in score.missed)
    return score.passed, words


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _flagged(one: Flagged, evidence: ScoredDay) -> tuple[bool, str]:
    clock = evidence.scenario.clock
    values = [
        (event.at, event.data["value"])
        for event in of_kind(evidence.events, "flag")
        if event.data["name"] == one.flag
    ]
    if not values:
        return False, f"The flag {one.flag} was never set."
    measured = ", ".join(f"{value} at {clock(at)}" for at, value in values)
    allowed = all(value in one.allowed for _, value in values)
    return (
        allowed and values[-1][1] == one.at_end,
        f"{one.flag} was {measured}. What counts is {one.at_end} at the end, and nothing but "
        f"{', '.join(one.allowed)} before.",
    )


def _tidy(one: Tidy, evidence: ScoredDay) -> tuple[bool, str]:
    where = evidence.repository
    state = json.loads(facts(where))
    if "." not in state:
        return False, "There is no repository any more."
    repository = Repository(state["."])
    own = [it for it in repository.log(one.branch) if it.id not in evidence.commits]
    plain = [it for it in own if len(it.parents) < 2 and it.changed]
    left = sorted(it for it in repository.status if not _is_of_tools(it, repository.status[it]))
    poor = [it.subject for it in own if not 10 <= len(it.subject) <= 72 or _TOLD.match(it.subject)]
    twice = len({it.subject for it in plain}) < len(plain)
    words = f"You made {counted(len(plain), 'commit')} with a change on {one.branch}"
    words += f"; what counts is {one.commits} or more, each with a subject that tells what it does."
    if poor:
        words += " These tell too little, or too much for a line: " + ", ".join(
            f"“{it[:72]}”" for it in poor
        )
    if twice:
        words += " Two have the same subject."
    if left:
        words += f" Not committed: {', '.join(left)}."
    return len(plain) >= one.commits and not poor and not twice and not left, words


def _is_of_tools(name: str, state: str) -> bool:
    """Whether an untracked file is what an editor or a tool keeps, as `.vscode/`."""
    return state == "??" and (name.startswith(".") or name.endswith((".log", ".orig", "~")))


async def _works(one: Works, evidence: ScoredDay) -> tuple[bool, str]:
    served = of_kind(evidence.events, "deploy")[-1].data
    source = evidence.scenario.source
    wrong = []
    async with Service(evidence.checker, source.app, source.needs) as service:
        for probe in one.probes:
            if trouble := await _probed(service, served["files"], probe, source.day):
                wrong.append(trouble)
    name = f"{served['commit'][:7]} {served['subject']}"
    if wrong:
        return False, f"Deployed at the end: {name}. Tried on it: {'; '.join(wrong)}."
    tried = "; ".join(probe.what for probe in one.probes)
    return True, f"Deployed at the end: {name}. Tried on it: {tried}."


async def _probed(service: Service, files: Mapping[str, str], probe: Probe, day: str) -> str:
    """Why a probe does not hold; nothing where it does."""
    await service.deploy(files, probe.flags, fresh=True)
    now = probe.now or f"{day}T12:00:00"
    given = [{**msgspec.to_builtins(it), "now": now} for it in probe.requests]
    last = (await service.call(given))[-1]
    if last.status != probe.status:
        return f"{probe.what}: it answers {last.status}, not {probe.status}"
    if last.ms > probe.within:
        return f"{probe.what}: it takes {last.ms} ms, and what counts is {probe.within} at most"
    if not _is_part(probe.json, last.json):
        return f"{probe.what}: it answers {_short(last.json)}, not {_short(probe.json)}"
    return ""


def _short(value: Any) -> str:
    return json.dumps(value)[:120]


def _is_part(wanted: Any, got: Any) -> bool:
    """Whether all that is named is there."""
    if wanted is None:
        return True
    if isinstance(wanted, dict):
        return isinstance(got, dict) and all(
            got.get(it) is None if wanted[it] is None else _is_part(wanted[it], got.get(it))
            for it in wanted
        )
    if isinstance(wanted, list):
        pairs = zip(wanted, got, strict=False) if isinstance(got, list) else ()
        return len(wanted) == len(got) and all(_is_part(*pair) for pair in pairs)
    return bool(wanted == got)


async def _catches(one: Catches, evidence: ScoredDay) -> tuple[bool, str]:
    """Try the tests on the release, and then on the learner's own version with its fault put back.

    The release alone has not what the tests may need: a new function, another decision.
    """
    mine = version(evidence.repository, "main").files
    tests = {name: text for name, text in mine.items() if is_test(name)}
    known = of_kind(evidence.events, "start")[0].data["refs"][one.ref]["files"]
    bad = {name: text for name, text in known.items() if not is_test(name)}
    good = dict(bad)
    for edit in one.mended:
        good[edit.file] = edit.made(good[edit.file])
    put_back = {
        name: merged(mine.get(name, bad[name]), good[name], bad[name])
        for name in {edit.file for edit in one.mended}
    }
    given = "".join(text for name, text in known.items() if is_test(name))
    seen: set[str] = set()
    for pair, old in (
        (({**bad, **tests}, {**good, **tests}), ""),
        (({**mine, **put_back}, mine), given),
    ):
        ran = [
            await run_tests(evidence.checker, files, evidence.scenario.source.needs)
            for files in pair
        ]
        seen |= ran[1]["passed"] | ran[1]["failed"]
        names = {it.rpartition("::")[2] for it in ran[1]["passed"] & ran[0]["failed"]}
        if own := sorted(it for it in names if f"def {it.partition('[')[0]}(" not in old):
            return True, f"{', '.join(own)}: fails with the fault in place and passes without it."
    words = (
        f"Of {counted(len(seen), 'test')} on main, none fails with the fault in place and passes "
        "without it."
    )
    if both := sorted(ran[0]["failed"] & ran[1]["failed"]):
        alike = ", ".join(it.rpartition("::")[2] for it in both)
        words += f" With it and without it alike, these fail: {alike}."
    return False, words


def is_test(name: str) -> bool:
    """Whether a file of a repository is one of tests."""
    last = name.rpartition("/")[2]
    return last.startswith("test_") or last.endswith("_test.py") or last == "conftest.py"


async def run_tests(
    checker: Checker, files: Mapping[str, str], needs: Sequence[str]
) -> dict[str, set[str]]:
    """The names of the tests that passed, and of those that failed, in a sandbox."""
    nonce = secrets.token_hex(8)
    names = sorted(it for it in files if is_test(it) and Path(it).name != "conftest.py")
    runner = _RUNNER.read_text(encoding="utf-8")
    whole = {**files, "pytest.ini": "[pytest]\n", "flags.json": "{}"}
    report = await checker.run(
        f"{runner}\nrun({nonce!r}, {names!r})\n",
        needs=needs,
        timeout=_TEST_SECONDS,
        files={f"repository/{name}": text for name, text in whole.items()},
    )
    for line in report.printed.splitlines():
        if line.startswith(nonce):
            outcome = json.loads(line.removeprefix(nonce))
            return {key: set(outcome[key]) for key in ("passed", "failed")}
    return {"passed": set(), "failed": set()}
