"""A good small course, a copy of it to break, and one checker for all tests of the gate."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from course import locations
from course.authoring.cache import Cache
from course.authoring.gate.checks import check_content
from course.authoring.gate.content import read_content, select
from course.authoring.gate.findings import Finding, Findings
from course.authoring.gate.structure import check_structure
from course.checking import Checker
from course.locations import Locations

GOOD_COURSE = Path(__file__).parent / "content"


@pytest.fixture(scope="session")
def gate_checker() -> Iterator[tuple[asyncio.Runner, Checker]]:
    """A checker with warm workers and the loop it lives in."""
    with asyncio.Runner() as runner:
        checker = Checker(rehearse=False)
        runner.run(checker.__aenter__())
        yield runner, checker
        runner.run(checker.aclose())


class Course:
    """A copy of the good course: edit files, then let the gate look at some of it."""

    def __init__(
        self, locations: Locations, runner: asyncio.Runner, checker: Checker, cache: Path
    ) -> None:
        self.locations = locations
        self.root = locations.content
        self.done: list[str] = []
        self._runner, self._checker = runner, checker
        self.cache = cache

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that is in the file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    def write(self, file: str, text: str) -> None:
        """Make a file."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def line(self, file: str, text: str) -> int:
        """The line of the file that has the text in it."""
        lines = (self.root / file).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    def check(self, *names: str, cache: bool = False) -> Findings:
        """Run the gate on what is named, or on everything."""
        content = read_content(self.locations)
        return self._runner.run(
            check_content(
                content,
                select(content, names),
                self._checker,
                Cache(self.cache, believe=cache),
                self.done.append,
            )
        )

    def told(self, *names: str) -> list[str]:
        """The problems as `file:line: text`, files from the course's root."""
        return self._said(self.check(*names).problems)

    def structure(self) -> list[str]:
        """The problems that are told without running anything."""
        return self._said(check_structure(read_content(self.locations)))

    def _said(self, problems: Iterable[Finding]) -> list[str]:
        said = []
        for one in problems:
            place = f"{Path(one.file).relative_to(self.root)}"
            said.append(f"{place}:{one.line}: {one.text}" if one.line else f"{place}: {one.text}")
        return said


@pytest.fixture
def good(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    gate_checker: tuple[asyncio.Runner, Checker],
) -> Course:
    """A copy of the good course, with nothing to complain about."""
    root = tmp_path / "content"
    shutil.copytree(GOOD_COURSE, root)
    monkeypatch.setenv("COURSE_CONTENT", str(root))
    return Course(locations.find(), *gate_checker, tmp_path / "cache")
