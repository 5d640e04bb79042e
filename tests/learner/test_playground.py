"""The playground's files: nothing typed there is lost, earlier programs come back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from course.errors import CourseError
from course.learner.playground import MOST_KEPT, START, Playground
from course.learner.workspace import Workspace

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


@pytest.fixture
def playground(workspace: Workspace) -> Playground:
    return Playground(workspace, lambda: NOW)


def sources(playground: Playground) -> list[str]:
    return [program.source for program in playground.earlier()]


def test_a_playground_that_was_never_used_begins_with_a_program_that_asks(
    playground: Playground,
) -> None:
    assert playground.load() == START
    assert "input(" in START
    assert not playground.file.exists()


def test_the_program_is_as_it_was_left(playground: Playground, workspace: Workspace) -> None:
    for text in ("print('ä☃')\n", ""):
        playground.save(text)
        assert Playground(workspace).load() == text


def test_earlier_programs_come_newest_first_and_each_once(playground: Playground) -> None:
    for text in ("a = 1", "b = 2", "c = 3", "a = 1"):
        playground.put_aside(text)
    assert sources(playground) == ["a = 1", "c = 3", "b = 2"]
    assert playground.earlier()[-1].at.date() == NOW.date()


def test_the_oldest_make_way(playground: Playground) -> None:
    for number in range(MOST_KEPT + 5):
        playground.put_aside(f"number = {number}")
    kept = sources(playground)
    assert len(kept) == MOST_KEPT
    assert kept[0] == f"number = {MOST_KEPT + 4}"
    assert kept[-1] == "number = 5"


def test_what_is_empty_or_was_not_written_by_the_learner_is_not_kept(
    playground: Playground,
) -> None:
    for text in ("", "  \n", START):
        playground.put_aside(text)
    assert sources(playground) == []


def test_two_windows_lose_nothing(playground: Playground, workspace: Workspace) -> None:
    other = Playground(workspace, lambda: NOW)
    playground.save("first = 0")
    assert other.load() == "first = 0"
    playground.save("mine = 1")
    other.save("theirs = 2")
    assert workspace.folder.joinpath("playground", "playground.py").read_text() == "theirs = 2"
    assert sources(playground) == ["mine = 1"]
    playground.save("mine = 3")
    assert sources(other) == ["theirs = 2", "mine = 1"]


def test_a_file_that_cannot_be_written_is_told(playground: Playground) -> None:
    playground.file.mkdir(parents=True)
    with pytest.raises(CourseError, match="playground"):
        playground.save("x = 1")


def test_a_stranger_in_the_folder_does_no_harm(playground: Playground) -> None:
    playground.put_aside("x = 1")
    (playground.file.parent / "earlier" / "notes.txt").write_text("mine")
    assert sources(playground) == ["x = 1"]


def test_an_earlier_program_has_its_moment_in_its_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    moments = [NOW, NOW.replace(hour=11), NOW.replace(hour=13, microsecond=5)]
    playground = Playground(workspace, lambda: moments.pop(0))
    for number in range(3):
        playground.put_aside(f"number = {number}")
    assert [it.at for it in playground.earlier()] == [
        NOW.replace(hour=13, microsecond=5), NOW.replace(microsecond=1), NOW,
    ]  # fmt: skip
    folder = playground.file.parent / "earlier"
    names = sorted(it.name for it in folder.iterdir())
    assert [it.partition("-")[0] for it in names] == [
        "20260320T120000.000000Z", "20260320T120000.000001Z", "20260320T130000.000005Z",
    ]  # fmt: skip
    for odd in (f"x{names[0]}", f"{names[0]}c", names[0].replace("Z-", "-")):
        (folder / odd).write_text("odd = 1", encoding="utf-8")
    (folder / names[0]).write_bytes(b"\xff")
    assert sources(playground) == ["number = 2", "number = 1"], "what nobody can read is left out"


def test_what_another_window_wrote_is_put_aside_once(
    playground: Playground, workspace: Workspace
) -> None:
    other = Playground(workspace, lambda: NOW)
    other.save("theirs = 1")
    playground.save("theirs = 1")
    assert sources(playground) == []
    playground.file.unlink()
    playground.save("mine = 1")
    assert sources(playground) == []
    before = playground.file.stat().st_mtime_ns
    playground.save("mine = 1")
    assert playground.file.stat().st_mtime_ns == before
    assert (playground.load(), playground.known) == ("mine = 1", "mine = 1")


def test_what_a_playground_begins_with_runs() -> None:
    compile(START, "playground.py", "exec")
    assert START.endswith('!")\n')
