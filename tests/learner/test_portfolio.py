"""A portfolio: a git repository of the projects, grown as they were, that passes its own tests."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from course import locations
from course.catalogue import package
from course.errors import WrongUse
from course.learner import portfolio
from course.learner.portfolio import Growth, Owner, Project
from course.learner.records import Attempt, Help
from course.learner.report import gather
from course.learner.report_html import page
from course.learner.report_markdown import document
from course.learner.session import Session

AUTHORS = Path(__file__).parents[1] / "authoring/content"
STARTED = 'def first():\n    """Return the first number."""\n    return 1\n'
GROWN = f"{STARTED}\n\ndef after(number):\n    return number + first()\n"
START, ONE, ZERO = (
    "01-start::test_start.py::test_the_first_number_is_one",
    "02-go-on::test_go_on.py::test_after_one_comes_two",
    "02-go-on::test_go_on.py::test_after_zero_comes_one",
)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Somebody in the authors' small course, which has a project of two stages."""
    monkeypatch.setenv("COURSE_CONTENT", str(AUTHORS))
    session = Session.open(locations.find())
    yield session
    session.store.close()


def _try(session: Session, source: str, *passed: str) -> str:
    tests = {it: "passed" if it in passed else "failed" for it in (START, ONE, ZERO)}
    verdict = "passed" if len(passed) == len(tests) else "failed"
    row = session.store.new_row()
    session.store.append(
        Attempt(
            **row, exercise="shop/grow", verdict=verdict, tests=tests, source_hash="", source=source
        )
    )
    return row["uuid"]


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_project_is_a_repository_that_grew_with_it_and_passes_its_own_tests(
    session: Session, tmp_path: Path
) -> None:
    _try(session, "def first():\n    return 2\n")
    _try(session, STARTED, START)
    _try(session, STARTED + "# nothing better\n", START)
    _try(session, GROWN, START, ONE, ZERO)
    folder = tmp_path / "mine"

    written = portfolio.write(session, folder, Owner("Mei Lin", "mei@example.org"))

    assert written.commits == 3
    assert _git(folder, "log", "--reverse", "--format=%s|%an|%ae").splitlines() == [
        "Grow a counter: Start (1 of 2)|Mei Lin|mei@example.org",
        "Grow a counter: Go on (2 of 2)|Mei Lin|mei@example.org",
        "Say what is here, test it, license it|Mei Lin|mei@example.org",
    ]
    first = _git(folder, "rev-list", "--max-parents=0", "HEAD").strip()
    there = _git(folder, "ls-tree", "-r", "--name-only", first).split()
    assert there == [
        ".portfolio.json",
        "projects/grow/grow.py",
        "projects/grow/test_grow_1_start.py",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "3 passed" in done.stdout
    assert "Copyright (c)" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert "pytest" in (folder / portfolio.CHECKS).read_text(encoding="utf-8")
    assert "| Grow a counter |" in (folder / "README.md").read_text(encoding="utf-8")


def test_written_again_it_goes_on_where_it_was(session: Session, tmp_path: Path) -> None:
    _try(session, GROWN, START, ONE, ZERO)
    portfolio.write(session, tmp_path / "mine", Owner("Mei"))
    head = _git(tmp_path / "mine", "rev-parse", "HEAD")
    assert portfolio.write(session, tmp_path / "mine", Owner("Mei")).commits == 0
    assert _git(tmp_path / "mine", "rev-parse", "HEAD") == head
    (tmp_path / "other").mkdir()
    (tmp_path / "other/diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUse, match="holds something else"):
        portfolio.write(session, tmp_path / "other", Owner("Mei"))


def test_what_was_not_passed_alone_is_not_shown(session: Session, tmp_path: Path) -> None:
    _try(session, STARTED, START)
    uuid = _try(session, GROWN, START, ONE, ZERO)
    row = session.store.new_row()
    session.store.append(Help(**row, exercise="shop/grow", rung="passed", text=uuid))
    with pytest.raises(WrongUse, match="no project to show yet"):
        portfolio.write(session, tmp_path / "mine", Owner("Mei"))
    assert not (tmp_path / "mine").exists()


def test_the_report_links_it(session: Session, tmp_path: Path) -> None:
    _try(session, GROWN, START, ONE, ZERO)
    assert gather(session).portfolio == ""
    portfolio.write(session, tmp_path / "mine", Owner("Mei"))
    assert "git repository: `mine`" in document(gather(session))
    portfolio.write(session, tmp_path / "mine", Owner("Mei", url="https://example.org/mei?a=1&b=2"))
    assert "<https://example.org/mei?a=1&b=2>" in document(gather(session))
    assert 'href="https://example.org/mei?a=1&amp;b=2"' in page(gather(session))
    portfolio.write(session, tmp_path / "mine", Owner("Mei", url="javascript:alert(1)"))
    assert "javascript" not in page(gather(session))


def test_what_was_said_of_its_owner_is_kept_and_an_address_belongs_to_its_folder(
    session: Session, tmp_path: Path
) -> None:
    _try(session, GROWN, START, ONE, ZERO)
    mine = Owner("Mei", "mei@example.org", "https://example.org/mei")
    portfolio.write(session, tmp_path / "mine", mine)
    assert portfolio.remembered(session, tmp_path / "mine") == mine
    assert portfolio.remembered(session, tmp_path / "other") == Owner("Mei", "mei@example.org")
    session.decide(portfolio.DECISION, {"folder": 3, "name": ["x"]})
    assert portfolio.remembered(session, tmp_path / "mine") == Owner()


def _grown(session: Session, *days: int) -> Project:
    """The project of two stages, with a try on each of these days."""
    exercise = session.catalogue.exercise("shop/grow")

    def growth(number: int, day: int) -> Growth:
        at = f"2026-03-{day:02}T08:00:00.000000Z"
        row = Attempt(
            uuid=f"{day}", at=at, exercise=exercise.id, verdict="failed", source_hash="", source=""
        )
        return Growth(row, number, number, 3)

    return Project(exercise, tuple(growth(number, day) for number, day in enumerate(days, 1)))


def test_what_a_repository_has_around_its_code(
    session: Session, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    mine = tmp_path / "mine"
    built = [_grown(session, 1, 3), _grown(session, 5)]
    portfolio._write_around(mine, built, " Mei\nLin ", date(2026, 3, 9))
    files = sorted(it for it in mine.rglob("*") if it.is_file())
    texts = {it.relative_to(mine).as_posix(): it.read_text("utf-8") for it in files}
    assert texts == snapshot
    (mine / "LICENSE").write_text("my own", encoding="utf-8")
    portfolio._write_around(mine, [], "", date(2026, 3, 9))
    assert (mine / "LICENSE").read_text("utf-8") == "my own"
    assert (mine / "README.md").read_text("utf-8").startswith("# Python projects\n\n")
    (mine / "LICENSE").unlink()
    portfolio._write_around(mine, [], "", date(2026, 3, 9))
    assert "Copyright (c) 2026 the author\n" in (mine / "LICENSE").read_text("utf-8")


def test_a_commit_says_what_was_reached(session: Session) -> None:
    project = _grown(session, 1, 3)
    begun, whole = project.growth
    assert portfolio._message(project, begun) == (
        "Grow a counter: Start (1 of 2)\n\n1 test passes."
    )
    assert portfolio._message(project, whole) == ("Grow a counter: Go on (2 of 2)\n\n2 tests pass.")
    none = msgspec.structs.replace(begun, stages=0)
    assert portfolio._message(project, none) == "Grow a counter: 1 test passes"
    assert portfolio._author(Owner()) == {
        "GIT_AUTHOR_NAME": "The author",
        "GIT_AUTHOR_EMAIL": "author@localhost",
        "GIT_COMMITTER_NAME": "The author",
        "GIT_COMMITTER_EMAIL": "author@localhost",
    }


def test_a_folder_with_something_else_is_no_portfolio(tmp_path: Path) -> None:
    assert portfolio._known(tmp_path / "none") == []
    assert portfolio._known(tmp_path) == []
    mark = tmp_path / portfolio.MARK
    for text in ("", "[]", '{"other": 1}', '{"tries": 1}'):
        mark.write_text(text, encoding="utf-8")
        with pytest.raises(WrongUse, match="holds something else already"):
            portfolio._known(tmp_path)
    mark.write_text('{"tries": ["a", 2]}', encoding="utf-8")
    assert portfolio._known(tmp_path) == ["a", "2"]
    with pytest.raises(WrongUse, match="holds something else already"):
        portfolio._known(mark)


def test_a_commit_has_the_day_of_its_try_and_lies_on_main(session: Session, tmp_path: Path) -> None:
    project = _grown(session, 1, 3)
    folder = tmp_path / "new" / "mine"
    portfolio.grow(folder, [project], Owner("Mei"), date(2026, 3, 9))
    dates = _git(folder, "log", "--reverse", "--format=%aI %cI").splitlines()
    assert [it.split()[0][:19] for it in dates[:2]] == [
        *("2026-03-01T08:00:00", "2026-03-03T08:00:00"),
    ]
    assert all(one == other for one, other in map(str.split, dates[:2]))
    assert _git(folder, "branch", "--show-current").strip() == "main"
    mark = (folder / portfolio.MARK).read_text("utf-8")
    assert json.loads(mark) == {"tries": ["1", "3"]}
    assert mark.endswith("]\n}\n")
    more = msgspec.structs.replace(project, growth=(*project.growth, _grown(session, 5).growth[0]))
    again = portfolio.grow(folder, [more], Owner("Mei"), date(2026, 3, 9))
    assert again.folder == folder
    assert again.projects == ("Grow a counter",)


def test_projects_grow_side_by_side_as_they_were_written(session: Session, tmp_path: Path) -> None:
    built = [_grown(session, 2, 4), _grown(session, 1, 3)]
    portfolio.grow(tmp_path / "mine", built, Owner(), date(2026, 3, 9))
    assert json.loads((tmp_path / "mine" / portfolio.MARK).read_text("utf-8"))["tries"] == [
        *("1", "2", "3", "4"),
    ]


def test_what_brought_a_project_further(session: Session) -> None:
    exercise = session.catalogue.exercise("shop/grow")
    for source, passed in (
        ("a = 1\n", ()), ("b = 1\n", (START,)), (" \n", (START, ONE)), ("c = 1\n", (ONE,)),
        ("d = 1\n", (ONE, ZERO)), ("e = 1\n", (START, ONE, ZERO)),
    ):  # fmt: skip
        _try(session, source, *passed)
    tries = session.attempts("shop/grow")
    found = list(portfolio._growth(exercise, tries, frozenset()))
    assert [(it.attempt.source[0], it.stages, it.passed, it.tests) for it in found] == [
        ("b", 1, 1, 3), ("d", 0, 2, 3), ("e", 2, 3, 3),
    ]  # fmt: skip
    helped = frozenset({tries[1].uuid})
    assert [it.attempt.source[0] for it in portfolio._growth(exercise, tries, helped)] == [
        *("c", "d", "e"),
    ]
    without = [msgspec.structs.replace(tries[-1], tests={ONE: "passed", ZERO: "passed"})]
    assert [it.stages for it in portfolio._growth(exercise, without, frozenset())] == [0]


def test_a_project_of_several_files_is_there_with_its_data_and_without_what_is_gone(
    session: Session, tmp_path: Path
) -> None:
    exercise = session.catalogue.exercise("shop/grow")
    data = tmp_path / "prices.csv"
    data.write_text("tea,3\n", encoding="utf-8")
    several = msgspec.structs.replace(exercise, package=True, data_files=(data,))
    [first, second] = _grown(session, 1, 2).growth
    texts = {"core.py": "x = 1\n", "pages/old.html": "<p>\n"}
    growth = [
        msgspec.structs.replace(
            it, attempt=msgspec.structs.replace(it.attempt, source=package.joined(files))
        )
        for it, files in ((first, texts), (second, {"core.py": "x = 2\n", "more.py": "y = 1\n"}))
    ]
    place = tmp_path / "mine/projects/grow"

    def there() -> set[str]:
        return {it.relative_to(place).as_posix() for it in place.rglob("*") if it.is_file()}

    project = Project(several, tuple(growth))
    portfolio._write_project(tmp_path / "mine", project, growth[0])
    beside = {several.place_of(data), "test_grow_1_start.py"}
    assert there() == {"grow/core.py", "grow/pages/old.html", *beside}
    portfolio._write_project(tmp_path / "mine", project, growth[1])
    assert there() == {"grow/core.py", "grow/more.py", "test_grow_2_go_on.py", *beside}
    assert (place / "grow/core.py").read_text("utf-8") == "x = 2\n"


def test_where_a_portfolio_is_written_and_whose_it_is(session: Session, tmp_path: Path) -> None:
    assert portfolio.usual_folder(session) == session.locations.workspace / "portfolio"
    assert portfolio.remembered(session, tmp_path) == Owner("", "", "")
    assert portfolio._author(Owner(" Mei\nLin", " mei@example.org ")) == {
        "GIT_AUTHOR_NAME": "Mei Lin",
        "GIT_AUTHOR_EMAIL": "mei@example.org",
        "GIT_COMMITTER_NAME": "Mei Lin",
        "GIT_COMMITTER_EMAIL": "mei@example.org",
    }
    with pytest.raises(WrongUse) as told:
        portfolio.to_show(session)
    assert str(told.value) == (
        "There is no project to show yet: one that passes all of its tests without the "
        "reference's help is the first."
    )


def test_a_title_is_no_part_of_the_table(session: Session) -> None:
    project = _grown(session, 1)
    source = msgspec.structs.replace(project.exercise.source, title="Tea | mugs\n and more")
    exercise = msgspec.structs.replace(project.exercise, source=source)
    readme = portfolio._readme([msgspec.structs.replace(project, exercise=exercise)], "Mei")
    assert "| Tea / mugs and more | [`projects/grow`](projects/grow) | 1 | 2026-03-01 |" in readme
    assert readme.startswith("# Python projects by Mei\n\n")
