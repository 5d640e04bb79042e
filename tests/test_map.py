"""CONTRIBUTING.md is a map: what it names is there, what is there is named, and imports agree."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.nearest import ALSO, ELSEWHERE, FEW, ROOT, TESTED_BY, decisions, nearest, own_tests

if not (ROOT / "CONTRIBUTING.md").is_file():
    pytest.skip("a wheel carries no map", allow_module_level=True)

PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PACKAGE = ROOT / "course"
FILES = sorted(
    file.relative_to(PACKAGE).as_posix()
    for file in PACKAGE.rglob("*.py")
    if file.name not in ("__init__.py", "__main__.py")
)


def table() -> list[tuple[str, ...]]:
    """The rooms of each row of the map, from the top."""
    rows = re.findall(r"^\| (`course/.*?) \|", PAGE, re.MULTILINE)
    return [tuple(re.findall(r"`course/([^`]+?)/?`", row)) for row in rows]


def layers() -> list[set[str]]:
    """The layers of import-linter's contract, from the top."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [contract] = (one for one in contracts if one["type"] == "layers")
    return [set(re.findall(r"course\.(\w+)", layer)) for layer in contract["layers"]]


def test_the_map_is_the_contract_of_the_imports() -> None:
    assert [{room.removesuffix(".py") for room in row} for row in table()] == layers()


def test_every_room_is_on_the_map_and_every_room_of_the_map_is_there() -> None:
    named = {room for row in table() for room in row}
    for room in named:
        assert (PACKAGE / room).exists(), room
    there = {file.partition("/")[0] for file in FILES}
    assert there == named


def test_every_file_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`([\w/.-]+\.(?:py|md|toml))`", PAGE))
    made_up = {name for name in named if re.search(r"[A-Z]{4}", Path(name).stem)}
    assert len(named - made_up) > 20
    for name in named - made_up:
        places = [ROOT / name, PACKAGE / name, PACKAGE / "authoring/gate" / name]
        places += [PACKAGE / room / name for room in ("explaining", "learner", "worker")]
        assert any(place.is_file() for place in places), name


def test_every_file_has_tests_and_one_that_decides_much_a_file_of_them() -> None:
    for file in FILES:
        elsewhere = any(fnmatch(file, pattern) for pattern in ELSEWHERE)
        if decisions(file) >= FEW and not elsewhere:
            assert own_tests(file), f"write tests/{Path(file).parts[0]}/test_{Path(file).name}"
        if decisions(file):
            assert nearest(file), file
        for test in nearest(file):
            assert test.is_file(), test


def test_every_row_of_the_table_of_tests_is_about_a_file_that_is_there() -> None:
    for pattern in {*TESTED_BY, *ALSO, *ELSEWHERE}:
        assert any(fnmatch(file, pattern) for file in FILES), pattern


def test_no_row_of_the_table_of_tests_stands_below_one_that_takes_all_its_files() -> None:
    for rows in (TESTED_BY, ALSO):
        reached = {next((one for one in rows if fnmatch(file, one)), "") for file in FILES}
        assert rows.keys() <= reached


def test_every_file_with_rules_of_the_gate_is_on_the_page() -> None:
    folder = PACKAGE / "authoring/gate"
    for file in folder.glob("*.py"):
        if re.search(r"^@rule", file.read_text("utf-8"), re.MULTILINE):
            assert f"`{file.name}`" in PAGE, file.name
