"""Packs beside the course: added, shown in lists, review and search, checked in the sandbox."""

from __future__ import annotations

import asyncio
import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.catalogue import Catalogue
from course.catalogue.exercises import reference
from course.checking import Checker
from course.errors import ContentError, WrongUse
from course.learner import review
from course.learner.packs.adding import Added, add, remove
from course.learner.records import Try, stamp
from course.learner.session import Session
from course.learner.skills import History
from course.locations import Locations
from course.model import Verdict
from tests.learner.packs import look_alike

DOUBLE = Path(__file__).parents[2] / "content/exercises/basics/double"


def _add(where: Locations, source: Path) -> Added:
    return add(where, Catalogue.open(where), source)


def test_a_track_stands_beside_the_course(small_course: Locations, tmp_path: Path) -> None:
    added = _add(small_course, look_alike.track(tmp_path / "snake-main"))

    assert added == Added("exercism-snake", ("exercism-snake",), 2, ())
    catalogue = Catalogue.open(small_course)
    assert catalogue.modules[-1].id == "exercism-snake"
    [lesson] = catalogue.modules[-1].lessons
    assert lesson.exercises == ("exercism-snake/crate_counting", "exercism-snake/greet_people")
    assert [step.kind for step in catalogue.lesson(lesson.id).steps] == [
        "text",
        "exercise",
        "exercise",
    ]
    assert "exercism-snake/greet_people" in [hit.id for hit in catalogue.search("greet")]
    exercise = catalogue.exercise("exercism-snake/greet_people")
    assert exercise.title == "Greet People"
    assert exercise.source.brief == "Greet whoever comes."
    assert exercise.source.hint_texts == (
        "Strings can be put together.",
        "An empty string is false.",
    )
    assert exercise.source.difficulty == 2
    assert exercise.source.practises == ("function", "return", "f_string")


def test_examples_pass_and_stubs_do_not(small_course: Locations, tmp_path: Path) -> None:
    _add(small_course, look_alike.track(tmp_path / "snake"))

    catalogue = Catalogue.open(small_course)
    idents = ("exercism-snake/crate_counting", "exercism-snake/greet_people")
    exercises = [catalogue.exercise(ident) for ident in idents]

    async def verdicts() -> list[Verdict]:
        async with Checker() as checker:
            return [
                (await checker.check(exercise, source, independent=True)).verdict
                for exercise in exercises
                for source in (reference(exercise), exercise.starter)
            ]

    assert asyncio.run(verdicts()) == [Verdict.PASSED, Verdict.FAILED] * 2


def test_what_lies_beside_an_exercise_lies_beside_the_learners_file(
    small_course: Locations, tmp_path: Path
) -> None:
    _add(small_course, look_alike.track(tmp_path / "snake"))
    session = Session.open(small_course)
    session.load(session.catalogue.exercise("exercism-snake/crate_counting"))
    session.store.close()
    names = {file.name for file in (small_course.workspace / "exercism-snake").iterdir()}
    assert {"crates.py", "crates_test.py", "crates_data.py"} <= names


def test_an_exercise_of_a_pack_is_asked_in_reviews(small_course: Locations, tmp_path: Path) -> None:
    _add(small_course, look_alike.exercise(tmp_path / "greet-people"))
    catalogue = Catalogue.open(small_course)
    [ident] = [it for it in catalogue.exercises if it.startswith("greet-people/")]
    practised = catalogue.exercises[ident].practises
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    tries = [Try(uuid="1", at=stamp(long_ago), exercise="a/b", verdict="passed")]
    history = History(tries, [], [], lambda _: practised)
    now = long_ago + timedelta(days=60)
    furthest = {f"{ident.partition('/')[0]}/part-1": 9}
    planned = review.plan(catalogue, small_course.content, history, furthest, now, minutes=20)
    assert [item.exercise for item in planned] == [ident]


def test_own_exercises_and_a_course_of_ones_own(small_course: Locations, tmp_path: Path) -> None:
    shutil.copytree(DOUBLE, tmp_path / "mine/double")
    added = _add(small_course, tmp_path / "mine")
    assert (added.modules, added.exercises) == (("mine",), 1)
    whole = tmp_path / "whole"
    shutil.copytree(DOUBLE.parents[1] / "basics", whole / "exercises/boats")
    (whole / "lessons/01-boats").mkdir(parents=True)
    (whole / "lessons/course.yaml").write_text("title: B\nmodules: [boats]\n", encoding="utf-8")
    (whole / "lessons/01-boats/module.yaml").write_text("title: Boats\n", encoding="utf-8")
    (whole / "lessons/01-boats/01-first.yaml").write_text(
        "title: First\nminutes: 5\nsummary: S.\nsteps: [{exercise: boats/double}]\n",
        encoding="utf-8",
    )
    assert _add(small_course, whole).modules == ("boats",)
    catalogue = Catalogue.open(small_course)
    assert catalogue.lesson("boats/first").steps[0].content == "boats/double"
    assert "mine/double" in catalogue.exercises
    remove(small_course, "whole")
    assert catalogue.refresh()
    assert "boats" not in {module.id for module in catalogue.modules}
    with pytest.raises(WrongUse, match="There are mine"):
        remove(small_course, "whole")


def test_a_pack_that_is_added_again_is_replaced(small_course: Locations, tmp_path: Path) -> None:
    folder = look_alike.exercise(tmp_path / "greet-people")
    _add(small_course, folder)
    (folder / ".docs/instructions.md").write_text("Greet them all.\n", encoding="utf-8")
    _add(small_course, folder)
    catalogue = Catalogue.open(small_course)
    [ident] = [it for it in catalogue.exercises if it.startswith("greet-people/")]
    assert catalogue.exercise(ident).source.brief == "Greet them all."


BOMB = "a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
    f"{one}: &{one} [{','.join([f'*{two}'] * 10)}]\n"
    for two, one in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "too many|more than|parts"),
        ("title: T\nkind: repo\nbrief: B\n", "outside the sandbox|start.yaml"),
        ("title: T\nkind: write\nbrief: B\nneeds: [localhost]\n", "opens the sandbox"),
    ],
)
def test_an_exercise_that_asks_for_too_much_is_refused(
    small_course: Locations, tmp_path: Path, text: str, words: str
) -> None:
    folder = tmp_path / "mine/double"
    shutil.copytree(DOUBLE, folder)
    (folder / "exercise.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=words):
        _add(small_course, tmp_path / "mine")


def test_a_module_of_the_course_is_not_replaced(small_course: Locations, tmp_path: Path) -> None:
    shutil.copytree(DOUBLE, tmp_path / "basics/double")
    with pytest.raises(ContentError, match="a module `basics` of its own"):
        _add(small_course, tmp_path / "basics")
    with pytest.raises(ContentError, match="There is no exercise to add here"):
        _add(small_course, tmp_path / "basics/double/mistakes")


@pytest.mark.parametrize("inside", ["", "tea/"])
def test_a_file_that_cannot_be_read_is_named_as_it_lies_in_the_pack(
    small_course: Locations, tmp_path: Path, inside: str
) -> None:
    folder = tmp_path / "pack" / inside
    shutil.copytree(DOUBLE, folder)
    (folder / "exercise.yaml").write_text(BOMB, encoding="utf-8")
    with pytest.raises(ContentError, match="more than 20,000 parts") as caught:
        _add(small_course, tmp_path / "pack")
    assert ": exercise.yaml:" in str(caught.value)
    assert ".new-" not in str(caught.value)


def test_a_pack_that_is_not_there_is_told_with_those_that_are(
    small_course: Locations, tmp_path: Path
) -> None:
    with pytest.raises(WrongUse, match=r"no pack `snake`\. There are none\."):
        remove(small_course, "snake")
    _add(small_course, look_alike.track(tmp_path / "snake"))
    with pytest.raises(WrongUse, match=r"no pack `snake`\. There are exercism-snake\."):
        remove(small_course, "snake")
    remove(small_course, "exercism-snake")
    assert [it.name for it in small_course.packs.iterdir()] == []


def test_why_nothing_can_be_added(small_course: Locations, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(WrongUse, match=r"empty cannot be added: there is nothing in it\."):
        _add(small_course, tmp_path / "empty")
    (tmp_path / "empty/notes.txt").touch()
    with pytest.raises(ContentError) as told:
        _add(small_course, tmp_path / "empty")
    assert str(told.value) == (
        "There is no exercise to add here: it has neither lessons/course.yaml, nor an "
        "exercise.yaml, nor .meta/config.json of an Exercism exercise in it or in its folders."
    )
    for number in range(22):
        folder = tmp_path / "broken" / f"e{number:02}"
        folder.mkdir(parents=True)
        (folder / "exercise.yaml").write_text("title: 1\n", encoding="utf-8")
    with pytest.raises(ContentError) as told:
        _add(small_course, tmp_path / "broken")
    words = str(told.value).removeprefix("There is no exercise to add here: ")
    assert re.findall(r"(?:^|; )(e\d\d): ", words) == [f"e{number:02}" for number in range(20)]
    with pytest.raises(WrongUse, match=r"There is no pack `x`\. There are none\."):
        remove(small_course, "x")


def test_a_zip_of_a_repository_has_one_folder_around_all(
    small_course: Locations, tmp_path: Path
) -> None:
    shutil.copytree(DOUBLE, tmp_path / "around/inner/mine-main/double")
    packed = shutil.make_archive(str(tmp_path / "tea"), "zip", tmp_path / "around")
    added = _add(small_course, Path(packed))
    assert added == Added("tea", ("tea",), 1, ())
    catalogue = Catalogue.open(small_course)
    assert catalogue.module_entry("tea").title == "Tea"
    assert "tea/double" in catalogue.exercises


def test_a_course_of_lessons_alone_and_a_track_without_its_list_can_be_added(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = tmp_path / "texts/lessons/01-boats"
    folder.mkdir(parents=True)
    (folder.parent / "course.yaml").write_text("title: B\nmodules: [boats]\n", encoding="utf-8")
    (folder / "module.yaml").write_text("title: Boats\n", encoding="utf-8")
    (folder / "01-first.yaml").write_text(
        "title: First\nminutes: 5\nsummary: S.\nsteps: [{text: A boat floats.}]\n", encoding="utf-8"
    )
    assert _add(small_course, tmp_path / "texts") == Added("texts", ("boats",), 0, ())
    look_alike.exercise(tmp_path / "snake-2/exercises/practice/greet-people")
    assert _add(small_course, tmp_path / "snake-2") == Added("snake-2", ("snake-2",), 1, ())
    assert Catalogue.open(small_course).module_entry("snake-2").title == "Snake 2"


def test_what_is_left_out_is_told_and_the_rest_is_added(
    small_course: Locations, tmp_path: Path
) -> None:
    for name in ("good", "TwoFer", "bold", "odd"):
        shutil.copytree(DOUBLE, tmp_path / "mine" / name)
    bold = (DOUBLE / "exercise.yaml").read_text("utf-8") + "needs: [localhost]\n"
    (tmp_path / "mine/bold/exercise.yaml").write_text(bold, encoding="utf-8")
    (tmp_path / "mine/odd/exercise.yaml").write_text("title: 1\n", encoding="utf-8")
    (tmp_path / "mine/notes").mkdir()
    (tmp_path / "mine/readme.md").touch()
    added = _add(small_course, tmp_path / "mine")
    assert (added.name, added.modules, added.exercises) == ("mine", ("mine",), 1)
    two_fer, bold, odd, *again = added.left_out
    assert again == []
    assert two_fer == "TwoFer: call its folder twofer"
    assert bold.startswith("bold: ")
    assert "opens the sandbox" in bold
    assert odd.startswith("odd: exercise.yaml:1: ")
    catalogue = Catalogue.open(small_course)
    assert [it for it in catalogue.exercises if it.startswith("mine/")] == ["mine/good"]
    minutes = catalogue.exercise("mine/good").source.minutes
    assert catalogue.module_entry("mine").lessons[0].minutes == minutes
    learned = small_course.packs / "mine/exercises/mine/good/answers"
    assert learned.is_dir() == (DOUBLE / "answers").is_dir(), "the whole folder is taken"


def test_a_pack_that_takes_the_place_of_another_leaves_nothing_of_it(
    small_course: Locations, tmp_path: Path
) -> None:
    shutil.copytree(DOUBLE, tmp_path / "mine/double")
    shutil.copytree(DOUBLE, tmp_path / "mine/twice")
    assert _add(small_course, tmp_path / "mine").exercises == 2
    shutil.rmtree(tmp_path / "mine/twice")
    assert _add(small_course, tmp_path / "mine").exercises == 1
    catalogue = Catalogue.open(small_course)
    assert [it for it in catalogue.exercises if it.startswith("mine/")] == ["mine/double"]
    assert [it.name for it in small_course.packs.iterdir()] == ["mine"]


def test_a_course_with_nothing_in_it_and_a_file_in_the_way_are_told(
    small_course: Locations, tmp_path: Path
) -> None:
    folder = tmp_path / "texts/lessons/01-boats"
    folder.mkdir(parents=True)
    (folder.parent / "course.yaml").write_text("title: B\nmodules: [boats]\n", encoding="utf-8")
    (folder / "module.yaml").write_text("title: Boats\n", encoding="utf-8")
    with pytest.raises(ContentError, match="Nothing of this pack can be used: "):
        _add(small_course, tmp_path / "texts")
    assert list(small_course.packs.iterdir()) == []
    shutil.copytree(DOUBLE, tmp_path / "mine/double")
    (small_course.packs / "mine").write_text("in the way", encoding="utf-8")
    with pytest.raises(WrongUse, match=f"^{tmp_path / 'mine'} cannot be added: "):
        _add(small_course, tmp_path / "mine")
    assert [it.name for it in small_course.packs.iterdir()] == ["mine"]
