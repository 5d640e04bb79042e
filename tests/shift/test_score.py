"""What a text says, held against what happened; and what a whole day shows."""

from __future__ import annotations

import shlex
from pathlib import Path

import msgspec
import pytest

from course.catalogue.kinds import reference_review
from course.checking.repository import git
from course.shift import shift_folder
from course.shift.history import Happened
from course.shift.play import play
from course.shift.repository import diff, version
from course.shift.scenario import (
    Ask,
    Catches,
    Fact,
    Reviewed,
    RolledBack,
    Scenario,
    Tidy,
    read_play,
)
from course.shift.score import judge
from course.shift.scored_day import ScoredDay
from course.shift.service import Service
from course.shift.world import World
from tests.checking.door import Door
from tests.checking.repository.scripts import NEEDS_GIT

pytestmark = NEEDS_GIT

EVERY_MINUTE = " ".join(f"09:{minute:02}" for minute in range(12))
TEMPLATE = "Began:\nServed again:\nHit:\nRelease:\nCause:\n"


def _evidence(door: Door, tiny: Scenario, *more: Happened) -> ScoredDay:
    """A morning with trouble from 09:05 to 09:08 that hit 20 customers."""
    world = World(tiny, Service(door.checker, "counter:app", ()), lambda _: None)
    refs = {"v2": {"commit": "9074ccba" + "0" * 32, "subject": "Short greetings", "files": {}}}
    world.events.append(Happened(0, "start", {"refs": refs}))
    for at in range(12):
        names = [f"customer {at}-{one}" for one in range(5 if 5 <= at < 8 else 0)]
        world.events.append(Happened(at, "minute", {"failed": [*names, *names[:2]]}))
    world.events += more
    return ScoredDay(world, Path("nowhere"), door.checker, frozenset())


@pytest.mark.parametrize(
    ("fact", "good", "bad"),
    [
        (Fact("when", "began", "Began"), "Began: at 9:06, when", "Began: 09:15"),
        (Fact("when", "over", "Served again"), "Served again: 09:08", "Served again: 09:58"),
        (Fact("who", "customers", "Hit"), "Hit: 15 customers", "Hit: 151"),
        (Fact("who", "customers"), "In all, 14 of them.", "Around 09:15 of them"),
        (Fact("who", "customers", "Hit"), "Hit: fifteen, not 400", "Hit: 11 12 13 14 15 16"),
        (Fact("who", "customers", "Hit"), "Hit: **15** of 40,000", "Hit: v15, at 15:15"),
        (Fact("how often", "failed", "Hit"), "Hit: twenty-one of them", "Hit: many"),
        (Fact("when", "began", "Began"), "Began: 9.05, alarm 9:07", f"Began: {EVERY_MINUTE}"),
        (Fact("which", "commit", "Release", "v2"), "- Release: 9074ccb", "Release: v1"),
        (Fact("which", "commit", "Release", "v2"), "Release: version 2.", "Release: 2.1 or v20"),
        (Fact("when", "began", "Began"), "Began: 9:05:12 a.m.", "Began: 9 am, or 9:05 pm"),
        (Fact("why", "words", "Cause", any_of=("letter",)), "Cause:\n  one\n  letter", "Cause: ?"),
        (Fact("what next", "words"), "We write a test for it.", "Nothing."),
    ],
)
def test_a_text_is_held_against_what_happened(
    door: Door, tiny: Scenario, fact: Fact, good: str, bad: str
) -> None:
    for text, holds in ((good, True), (bad, False), (TEMPLATE, False)):
        sent = Happened(11, "sent", {"what": "note", "text": f"{text}\n"})
        ask = Ask("note.md", TEMPLATE, (fact, Fact("x", "words", "Release", any_of=("",)))[:1])
        evidence = _evidence(door, tiny, sent)
        assert door.run_async(judge(ask, evidence))[0] is holds, text


def test_who_counts_in_the_log_counts_the_quiet_minutes_too(door: Door, tiny: Scenario) -> None:
    few = msgspec.structs.replace(tiny, source=msgspec.structs.replace(tiny.source, incident=6))
    evidence = _evidence(door, few)
    after = [Happened(at, "minute", {"failed": [f"late {at}-{it}" for it in range(5)]})
             for at in (8, 9)]  # fmt: skip
    evidence.events[9:11] = after
    fact = Fact("who", "customers", "Hit")
    for number, holds in ((15, True), (25, True), (20, True), (28, False), (12, False)):
        sent = Happened(11, "sent", {"what": "note", "text": f"Hit: {number}"})
        evidence.events.append(sent)
        found = door.run_async(judge(Ask("note.md", TEMPLATE, (fact,)), evidence))
        assert found[0] is holds, number


def _deployed(at: int, commit: str, who: str = "you") -> Happened:
    return Happened(at, "deploy", {"commit": commit, "subject": "x", "who": who})


@pytest.mark.parametrize(
    ("commits", "holds"),
    [
        ([(6, "good")], True),
        ([(6, "new")], False),
        ([(6, "bad")], False),
        ([(6, "new"), (7, "good")], False),
        ([], False),
    ],
)
def test_first_is_what_had_served_before(
    door: Door, tiny: Scenario, commits: list[tuple[int, str]], holds: bool
) -> None:
    served = [_deployed(0, "good", "the team"), _deployed(5, "bad", "Hugo")]
    served += [_deployed(*one) for one in commits]
    found = door.run_async(judge(RolledBack(), _evidence(door, tiny, *served)))
    assert found[0] is holds


def test_a_review_that_was_not_sent_shows_nothing(door: Door, tiny: Scenario) -> None:
    found = door.run_async(judge(Reviewed("short"), _evidence(door, tiny)))
    assert found == (False, "No review was sent.")


def _worked_in(
    door: Door, tiny: Scenario, folder: Path, files: dict[str, str], *commands: str
) -> ScoredDay:
    """The evidence of a learner who wrote these files in the repository, and ran git there."""
    shift_folder.prepare(tiny, folder)
    where = shift_folder.repository(tiny, folder)
    known = frozenset(shift_folder.commits(tiny, folder))
    refs = {"v2": msgspec.to_builtins(version(where, "v2"))}
    for name, text in files.items():
        (where / name).parent.mkdir(exist_ok=True)
        (where / name).write_text(text, encoding="utf-8")
    who = {f"GIT_{it}_{key}": "sam" for it in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    for command in commands:
        git.run(where, shlex.split(command), who)
    world = World(tiny, Service(door.checker, "counter:app", ()), lambda _: None)
    world.events.append(Happened(0, "start", {"refs": refs}))
    return ScoredDay(world, where, door.checker, known)


@pytest.mark.parametrize(
    ("files", "commands", "holds"),
    [
        ({"new.py": "A = 1\n", ".vscode/a.json": "{}"},
         ["add new.py", 'commit -q -m "Keep the greeting apart"'], True),
        ({}, ['commit -q --allow-empty -m "Keep the greeting apart"'], False),
        ({"new.py": "A = 1\n", "test_new.py": ""},
         ["add new.py", 'commit -q -m "Keep the greeting apart"'], False),
    ],
)  # fmt: skip
def test_a_commit_changes_something_and_the_rest_is_committed(
    door: Door, tiny: Scenario, tmp_path: Path,
    files: dict[str, str], commands: list[str], holds: bool,
) -> None:  # fmt: skip
    evidence = _worked_in(door, tiny, tmp_path / "day", files, *commands)
    assert door.run_async(judge(Tidy(), evidence))[0] is holds


def test_a_test_may_need_what_else_the_learner_has_made(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    files = {
        "words.py": 'SHORT = "X"\n\n\ndef greeting(name):\n    return f"Hello, {name[:2]}"\n',
        "test_counter.py": "import nothing_of_that_name\n",
        "words_test.py": "import words\n\n\n"
        'def test_it_catches():\n    assert words.greeting(words.SHORT) == "Hello, X"\n\n\n'
        "def test_it_never_passes():\n    assert words.greeting('Mei') == 'no'\n",
    }
    evidence = _worked_in(
        door, tiny, tmp_path / "day", files, "add .", 'commit -q -m "Greet short names"'
    )
    [catches] = [it.kind for it in tiny.source.counts if isinstance(it.kind, Catches)]
    holds, words = door.run_async(judge(catches, evidence))
    assert holds
    assert words == "test_it_catches: fails with the fault in place and passes without it."


def test_a_review_may_be_of_a_branch_that_is_gone(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    evidence = _worked_in(door, tiny, tmp_path / "day", {}, "branch -q -D short")
    [one] = tiny.reviews()
    refs = evidence.events[0].data["refs"]
    shown = diff(evidence.repository, "main", "v2")
    refs["short"] = refs["v2"]
    evidence.events.append(
        Happened(1, "sent", {"what": "review", "text": reference_review(shown, one.defects)})
    )
    assert door.run_async(judge(one, evidence))[0]


def test_a_good_day_holds_all_and_a_day_of_nothing_holds_nothing(
    door: Door, tiny: Scenario, tmp_path: Path
) -> None:
    actions = read_play(tiny).actions
    _, good = door.run_async(play(tiny, actions, tmp_path / "good", door.checker))
    assert [mark.title for mark in good if not mark.holds] == []
    _, idle = door.run_async(play(tiny, (), tmp_path / "idle", door.checker))
    assert [mark.title for mark in idle if mark.holds] == []
    assert idle[3].words.startswith("Customers failed for 6 minutes: from 09:02 until 09:05, ")
