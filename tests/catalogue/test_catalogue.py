"""The catalogue: ids, order, search, the cached index, and content that is broken."""

from __future__ import annotations

import subprocess
import sys

import pytest

from course.catalogue import Catalogue
from course.errors import ContentError, UnknownId
from course.locations import Locations


def test_lessons_and_exercises_come_in_course_order(small_course: Locations) -> None:
    catalogue = Catalogue.open(small_course)

    assert catalogue.lesson_ids == ("basics/functions", "basics/texts", "loops/for")
    assert catalogue.exercise_ids == ("basics/double", "basics/label", "loops/total_weight")
    assert catalogue.problems == ()
    after = catalogue.next_lesson("basics/texts")
    assert after is not None
    assert after.id == "loops/for"
    assert catalogue.next_lesson("loops/for") is None
    assert catalogue.previous_lesson("basics/functions") is None


def test_an_exercise_knows_its_lesson_and_a_concept_where_it_is_taught(
    small_course: Locations,
) -> None:
    catalogue = Catalogue.open(small_course)

    lesson = catalogue.lesson_of("basics/double")
    assert lesson is not None
    assert lesson.id == "basics/functions"
    teaching = catalogue.lesson_teaching("for_loop")
    assert teaching is not None
    assert teaching.id == "loops/for"
    assert catalogue.concepts["return"].name == "return"


@pytest.mark.parametrize(
    ("asked", "near"),
    [("basics/funktions", "basics/functions"), ("functions", "basics/functions")],
)
def test_an_unknown_id_names_the_nearest(small_course: Locations, asked: str, near: str) -> None:
    with pytest.raises(UnknownId, match=f"There is no lesson `{asked}`. Did you mean `{near}`?"):
        Catalogue.open(small_course).lesson(asked)


def test_an_id_like_nothing_says_how_to_find_one(small_course: Locations) -> None:
    with pytest.raises(UnknownId, match="`course list` shows what there is"):
        Catalogue.open(small_course).exercise("zzzz")


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


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("texts values", ("lesson", "basics/texts")),
        ("van", ("exercise", "loops/total_weight")),
        ("RUNNING TOTAL", ("concept", "accumulate")),
        ("total_weight", ("exercise", "loops/total_weight")),
    ],
)
def test_search_finds_what_was_meant(
    small_course: Locations, words: str, first: tuple[str, str]
) -> None:
    hit = Catalogue.open(small_course).search(words)[0]

    assert (hit.kind, hit.id) == first


def test_search_for_nothing_finds_nothing(small_course: Locations) -> None:
    assert Catalogue.open(small_course).search("  ") == []
    assert Catalogue.open(small_course).search("qqqq") == []
