"""The index: made once, and again after any change of the content; broken, no obstacle."""

from __future__ import annotations

import subprocess
import sys

import pytest

from course.catalogue import Catalogue
from course.errors import ContentError
from course.locations import Locations


def test_start_up_parses_nothing_when_the_index_is_there(small_course: Locations) -> None:
    Catalogue.open(small_course)

    program = (
        "import sys; from course import locations; from course.catalogue import Catalogue\n"
        "catalogue = Catalogue.open(locations.find())\n"
        "assert catalogue.modules[0].lessons[0].title == 'Functions hand values back'\n"
        "assert catalogue.exercises['basics/double'].title == 'Twice as many'\n"
        "assert 'yaml' not in sys.modules, 'YAML was read'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_changed_file_is_read_again(own_course: Locations) -> None:
    catalogue = Catalogue.open(own_course)
    assert not catalogue.refresh()
    file = own_course.lessons / "02-loops" / "01-for.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("One after the other", "Round and round"),
        encoding="utf-8",
    )

    assert catalogue.refresh()
    assert catalogue.lesson_entry("loops/for").title == "Round and round"
    assert Catalogue.open(own_course).lesson_entry("loops/for").title == "Round and round"


def test_a_new_and_a_removed_lesson_are_noticed_on_start(own_course: Locations) -> None:
    Catalogue.open(own_course)
    folder = own_course.lessons / "01-basics"
    (folder / "02-texts.yaml").rename(folder / "03-words.yaml")

    assert Catalogue.open(own_course).lesson_ids == (
        "basics/functions",
        "basics/words",
        "loops/for",
    )


def test_a_broken_lesson_does_not_take_the_others_with_it(own_course: Locations) -> None:
    file = own_course.lessons / "01-basics" / "02-texts.yaml"
    file.write_text("title: [oops\n", encoding="utf-8")

    catalogue = Catalogue.open(own_course)

    assert catalogue.lesson("basics/functions").title == "Functions hand values back"
    assert [problem.file for problem in catalogue.problems] == [file]
    with pytest.raises(ContentError, match=r"02-texts\.yaml:\d+: this is not YAML"):
        catalogue.lesson("basics/texts")
    file.write_text("title: Mended\nminutes: 3\nsummary: s\nsteps: [{text: t}]\n", encoding="utf-8")
    assert catalogue.refresh()
    assert catalogue.problems == ()
    assert catalogue.lesson("basics/texts").title == "Mended"


def test_two_lessons_with_one_id_name_both_files(own_course: Locations) -> None:
    folder = own_course.lessons / "01-basics"
    twin = folder / "09-functions.yaml"
    twin.write_bytes((folder / "01-functions.yaml").read_bytes())

    (problem,) = Catalogue.open(own_course).problems

    assert problem.file == twin
    assert "`basics/functions`" in problem.text
    assert "01-functions.yaml" in problem.text


def test_two_module_folders_with_one_id_are_told(own_course: Locations) -> None:
    (own_course.lessons / "07-loops").mkdir()

    assert any("`loops`" in it.text for it in Catalogue.open(own_course).problems)


def test_stray_and_missing_folders_are_told(own_course: Locations) -> None:
    (own_course.lessons / "03-extra").mkdir()
    (own_course.exercises / "elsewhere").mkdir()
    text = own_course.course_file.read_text(encoding="utf-8")
    own_course.course_file.write_text(
        text.replace("modules: [basics, loops]", "modules: [basics, loops, ghosts]", 1),
        encoding="utf-8",
    )

    told = "\n".join(str(problem) for problem in Catalogue.open(own_course).problems)

    assert "module `extra` is not in course.yaml" in told
    assert "`elsewhere` is not a module" in told
    assert "module `ghosts` has no folder" in told


def test_no_lessons_at_all_says_what_to_do(
    own_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_course.lessons.rename(own_course.content / "gone")
    with pytest.raises(ContentError, match="install the course again"):
        Catalogue.open(own_course)


def test_a_damaged_index_is_made_again(small_course: Locations) -> None:
    Catalogue.open(small_course)
    for file in small_course.index.iterdir():
        file.write_bytes(b"\x00nonsense")

    assert len(Catalogue.open(small_course).lesson_ids) == 3


def test_a_cache_that_cannot_be_written_is_no_obstacle(small_course: Locations) -> None:
    small_course.cache.parent.mkdir(parents=True)
    small_course.cache.write_text("a file in the way", encoding="utf-8")

    assert len(Catalogue.open(small_course).lesson_ids) == 3
