"""What is known of what is checked before anything is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course import locations
from course.authoring.gatekeeper import _needs
from course.locations import Locations


@pytest.fixture
def place(tmp_path: Path) -> Locations:
    for name, needs in {"web/one": "[flask]", "web/two": "[flask]", "plain/one": "[]"}.items():
        folder = tmp_path / "exercises" / name
        folder.mkdir(parents=True)
        text = f"title: T\nkind: write\nminutes: 5\ndifficulty: 1\nbrief: B\nneeds: {needs}\n"
        (folder / "exercise.yaml").write_text(text)
    return replace(locations.find(), content=tmp_path)


@pytest.mark.parametrize(
    ("names", "needs"),
    [
        ((), ()),
        (("web/one",), ("flask",)),
        (("web/one", "web/two"), ("flask",)),
        (("web/one", "plain/one"), ()),
        (("plain/one",), ()),
        (("web/one", "web/none"), ()),
    ],
)
def test_workers_start_for_what_all_named_exercises_need(
    place: Locations, names: tuple[str, ...], needs: tuple[str, ...]
) -> None:
    assert _needs(names, place) == needs
