"""The wheel alone, outside the checkout, brings the command, all content and the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course import locations

CHECKOUT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(
    not (CHECKOUT / "README.md").exists(), reason="these tests run from inside a wheel already"
)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the wheel holds, unpacked where nothing else of the checkout is."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_list_names_every_lesson_and_exercise(unpacked: Path) -> None:
    done = run(unpacked, "course", "list", "--json")

    assert done.returncode == 0, done.stderr
    modules = json.loads(done.stdout)["modules"]
    lessons = {lesson["id"] for module in modules for lesson in module["lessons"]}
    exercises = {
        exercise
        for module in modules
        for lesson in module["lessons"]
        for exercise in lesson["exercises"]
    }
    checkout = locations.content_root()
    assert "functions/return-values" in lessons
    assert "functions/find_sku" in exercises
    files = checkout.glob("lessons/[0-9]*/*.yaml")
    assert len(lessons) == len([file for file in files if file.name != "module.yaml"])
    for exercise in exercises:
        assert (unpacked / "course" / "_content" / "exercises" / exercise).is_dir()


def test_content_comes_from_the_wheel(unpacked: Path) -> None:
    done = run(unpacked, "course", "doctor")

    assert str(unpacked / "course" / "_content") in done.stdout


def test_the_tests_travel_with_it(unpacked: Path) -> None:
    tests, here = unpacked / "course" / "_content" / "tests", CHECKOUT / "tests"
    brought = {file.relative_to(tests) for file in tests.rglob("*.py")}
    assert brought == {file.relative_to(here) for file in here.rglob("*.py")}
    some = [str(tests / "catalogue/test_constructs.py"), str(tests / "worker/test_protocol.py")]
    done = run(unpacked, "pytest", *some, "-q", "-o", f"cache_dir={unpacked / 'cache'}")

    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
