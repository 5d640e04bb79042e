"""What an exercise needs beyond every installation is named, with the command that installs it."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest

from course.checking import extras
from course.checking.refusal import Refused
from course.model import Verdict
from tests.checking.door import Door, exercise_named
from tests.checking.processes import GOOD


@pytest.fixture
def without_flask_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extra with one package that is here and one that nobody has."""
    one = {"flask": "flask", "no_such_module": "no-such-package"}
    monkeypatch.setattr(extras, "EXTRAS", {"tools": one})


@pytest.mark.usefixtures("without_flask_extra")
def test_what_is_lacking_is_told_with_the_command_that_installs_it() -> None:
    with pytest.raises(Refused) as caught:
        extras.refuse_lacking(["flask", "no_such_module", "processes"])
    command = f"{sys.executable} -m pip install no-such-package"
    assert command in str(caught.value).splitlines()
    extras.refuse_lacking(["flask", "processes"])


def test_a_folder_of_that_name_is_no_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "EXTRAS", {"tools": {"no_such_module": "no-such-package"}})
    (tmp_path / "no_such_module").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert extras.lacking(["no_such_module"]) == ["no-such-package"]
    (tmp_path / "no_such_module" / "__init__.py").touch()
    assert extras.lacking(["no_such_module"]) == []


@pytest.mark.usefixtures("without_flask_extra")
def test_an_exercise_that_needs_it_is_not_run(door: Door) -> None:
    exercise = exercise_named("clamp")
    source = msgspec.structs.replace(exercise.source, needs=("no_such_module",))
    report = door.check(msgspec.structs.replace(exercise, source=source), GOOD)
    assert report.verdict is Verdict.ERROR
    assert "no-such-package" in (report.limit or "")


def test_what_is_installed_for_needs_is_packages_by_their_own_names() -> None:
    needs = ("localhost", "rest_framework", "asyncio", "flask", "flask")
    assert extras.packages_of(needs) == ["djangorestframework", "flask"]


def test_every_extra_of_an_installation() -> None:
    modules = {
        *("alembic", "build", "coverage", "hatchling", "mypy", "rest_framework", "numpy", "pandas"),
    }
    here = {name for one in extras.EXTRAS.values() for name in one}
    assert here == modules
    packages = {package for one in extras.EXTRAS.values() for package in one.values()}
    assert packages == modules - {"rest_framework"} | {"djangorestframework"}
    assert set(extras.EXTRAS) == {"tools", "rest", "data"}
    own = ["threads", "processes", "localhost", "asyncio"]
    assert extras.packages_of(own) == []
    assert extras.lacking(own) == []


@pytest.mark.usefixtures("without_flask_extra")
def test_the_words_for_what_is_lacking() -> None:
    with pytest.raises(Refused) as caught:
        extras.refuse_lacking(["no_such_module"])
    assert str(caught.value) == (
        "This exercise needs no-such-package, which not every installation of the course has. "
        f"Install it with\n\n{sys.executable} -m pip install no-such-package\n\nand check again."
    )
    assert extras.how_to_install(["a", "b"]).endswith("pip install a b")
