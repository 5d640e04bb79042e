"""Numbers in names order files and are no part of an id."""

from __future__ import annotations

from pathlib import Path

from course.catalogue.names import lesson_files, lesson_id, unnumbered


def test_only_the_number_in_front_goes() -> None:
    assert unnumbered("03-functions") == "functions"
    assert unnumbered("functions-2") == "functions-2"
    assert unnumbered("10-11-twelve") == "11-twelve"


def test_a_lesson_is_named_by_its_folder_and_its_file() -> None:
    assert lesson_id(Path("lessons/03-functions/02-return-values.yaml")) == (
        "functions/return-values"
    )


def test_lessons_come_in_the_order_of_their_numbers_without_the_modules_own_file(
    tmp_path: Path,
) -> None:
    for name in ("02-b.yaml", "01-z.yaml", "module.yaml", "notes.txt"):
        (tmp_path / name).touch()
    assert [file.name for file in lesson_files(tmp_path)] == ["01-z.yaml", "02-b.yaml"]
