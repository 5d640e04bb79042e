"""Several files as one text, and back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.catalogue import read_exercise
from course.catalogue.package import joined, read_package, replaced, split
from course.errors import ContentError
from tests.project_of_files import FILES, write_project

NAMES = st.sampled_from(
    ["__init__.py", "models.py", "pages/van.html", "migrations/0001_initial.py"]
)
LINES = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.sampled_from(["#=== models.py ===", "##=== x ===", "#=== ", "# === a ==="]),
)
TEXTS = st.lists(LINES, max_size=5).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(st.dictionaries(NAMES, TEXTS, min_size=1))
def test_what_is_joined_comes_apart_again(files: dict[str, str]) -> None:
    assert split(joined(files)) == files


def test_a_last_line_without_an_end_gets_one() -> None:
    assert split(joined({"a.py": "x = 1", "b.py": ""})) == {"a.py": "x = 1\n", "b.py": ""}


def test_a_change_replaces_one_file() -> None:
    text = joined({"a.py": "x = 1\n", "b.py": "y = 2\n"})
    assert split(replaced(text, {"b.py": "y = 3\n"})) == {"a.py": "x = 1\n", "b.py": "y = 3\n"}


@pytest.mark.parametrize(
    "name", ["../outside.py", "/etc/passwd", "a//b.py", ".hidden.py", "a b.py"]
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name of a file"):
        split(f"#=== {name} ===\nx = 1\n")


def test_a_text_without_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with a line"):
        split("x = 1\n")


def test_only_text_files_that_can_be_seen_belong_to_a_package(tmp_path: Path) -> None:
    for name in ("__init__.py", "a/b.py", ".hidden.py", "db.sqlite3", "__pycache__/c.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x = 1\n", encoding="utf-8")
    assert list(split(read_package(tmp_path))) == ["__init__.py", "a/b.py"]


def test_a_project_is_read_from_its_folders(tmp_path: Path) -> None:
    lesson = tmp_path / "lessons" / "loops.yaml"
    lesson.parent.mkdir()
    lesson.write_text("steps:\n", encoding="utf-8")
    exercise = read_exercise(write_project(tmp_path, "loops", "loops.yaml"))
    assert exercise.package
    assert exercise.file_name == "van_plan"
    assert split(exercise.starter)["weights.py"] == FILES["starter/weights.py"]


def test_only_a_project_starts_from_a_folder(tmp_path: Path) -> None:
    lesson = tmp_path / "lessons" / "loops.yaml"
    lesson.parent.mkdir()
    lesson.write_text("steps:\n", encoding="utf-8")
    folder = write_project(tmp_path, "loops", "loops.yaml")
    yaml = (folder / "exercise.yaml").read_text(encoding="utf-8")
    (folder / "exercise.yaml").write_text(yaml.replace("kind: project", "kind: write"), "utf-8")
    with pytest.raises(ContentError, match=r"make it starter\.py"):
        read_exercise(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_that_leads_out_is_no_file_of_it(tmp_path: Path) -> None:
    (tmp_path / "private.py").write_text("password = 1\n", encoding="utf-8")
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "a.py").write_text("x = 1\n", encoding="utf-8")
    (folder / "b.py").symlink_to(folder / "a.py")
    (folder / "c.py").symlink_to(tmp_path / "private.py")
    assert set(split(read_package(folder))) == {"a.py", "b.py"}
