"""Which tests are expected: asked once, kept by content, with words where there are none."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import msgspec
import pytest

from course.catalogue import read_exercise
from course.checking.conversation import Conversation
from course.checking.expected import Expected, ExpectedTests, content_key
from course.errors import ContentError
from course.model import Exercise
from course.worker.protocol import Collected, CollectFailed, Compiled, End, TestBegun
from tests.checking.door import EXERCISES, Door, exercise_named
from tests.checking.processes import GOOD
from tests.checking.said import talk_of


@pytest.fixture
def exercise(tmp_path: Path) -> Exercise:
    """A copy of `clamp` that a test may change."""
    return read_exercise(shutil.copytree(EXERCISES / "clamp", tmp_path / "shop" / "clamp"))


class Collecting:
    """Workers that collect: what they say one after the other, and the sources they got."""

    def __init__(self, *conversations: Conversation | None) -> None:
        self.left = list(conversations)
        self.sources: list[str] = []
        self.tests = ExpectedTests(self.collect)

    async def collect(self, _: Exercise, source: str) -> Conversation | None:
        self.sources.append(source)
        return self.left.pop(0)

    def of(self, exercise: Exercise) -> Expected:
        return asyncio.run(self.tests.of(exercise))


COMPILED = Compiled("test_clamp.py", "code", (("clamp", "clamp"),), True, ("clamp",))
FOUND = (Collected(("test_clamp.py::test_a",)), COMPILED, End())


def test_the_reference_is_asked_first_and_the_answer_is_kept(exercise: Exercise) -> None:
    first = Collecting(talk_of(*FOUND))
    expected = first.of(exercise)
    assert expected.ids == ("test_clamp.py::test_a",)
    assert expected.compiled["test_clamp.py"] == {
        "code": "code",
        "imported": [("clamp", "clamp")],
        "imports_at_top": True,
        "modules": ["clamp"],
    }
    assert first.sources == [exercise.solution_path.read_text("utf-8")]
    assert Collecting().of(exercise).ids == expected.ids  # from the cache folder: nobody is asked


def test_whatever_changes_the_tests_is_asked_about_again(exercise: Exercise) -> None:
    before = content_key(exercise)
    Collecting(talk_of(*FOUND)).of(exercise)
    exercise.test_files[0].write_text("def test_b(): ...\n", encoding="utf-8")
    assert content_key(exercise) != before
    again = Collecting(talk_of(Collected(("test_clamp.py::test_b",)), End()))
    assert again.of(exercise).ids == ("test_clamp.py::test_b",)


def test_where_the_reference_cannot_be_imported_others_stand_in(exercise: Exercise) -> None:
    failed = talk_of(CollectFailed("f", "E\n  NameError: x\n"), End())
    asked = Collecting(failed, talk_of(Collected(()), End()), talk_of(*FOUND))
    assert asked.of(exercise).ids == ("test_clamp.py::test_a",)
    assert asked.sources[1] == exercise.starter
    assert "__getattr__" in asked.sources[2]


def test_tests_that_nobody_can_collect_are_told_with_the_reason(exercise: Exercise) -> None:
    failed = talk_of(CollectFailed("f", "E\n  NameError: x\n"), End())
    with pytest.raises(ContentError, match=r"cannot be collected.\s+NameError: x"):
        Collecting(failed, failed, failed).of(exercise)
    none = msgspec.structs.replace(exercise, test_files=())
    with pytest.raises(ContentError, match="has no tests in"):
        Collecting().of(none)


def test_where_no_worker_answers_there_are_none(exercise: Exercise) -> None:
    assert Collecting(None).of(exercise) == Expected((), {})


def test_what_an_exercise_is_about_is_read_from_its_files(exercise: Exercise) -> None:
    tests = Collecting().tests
    assert tests.about(exercise) == ()
    assert not tests.may_peek(exercise)
    text = "@total_ordering\nclass A:\n    def __eq__(self, other): ...\nimport inspect\n"
    exercise.test_files[0].write_text(text, encoding="utf-8")
    assert tests.about(exercise) == ("__eq__", "__lt__")
    assert tests.may_peek(exercise)


def test_a_given_file_that_looks_at_frames_makes_the_exercise_one_about_them(
    exercise: Exercise,
) -> None:
    given = exercise.folder / "helpers.py"
    given.write_text("import inspect\n", encoding="utf-8")
    assert not Collecting().tests.may_peek(exercise)
    with_it = msgspec.structs.replace(exercise, data_files=(given,))
    assert Collecting().tests.may_peek(with_it)


def test_a_source_without_a_class_cannot_define_equality() -> None:
    tests = Collecting().tests
    assert not tests.suspects_equality("def clamp(value):\n    return value\n")
    for source in ("class A: ...", "A = type('A', (), {})", "exec('')", "import a", "a.__eq__"):
        assert tests.suspects_equality(source), source


def test_they_are_collected_and_none_of_them_is_run(door: Door) -> None:
    talk = door.run_async(door.checker._collect(exercise_named("clamp"), GOOD))
    assert talk is not None
    assert talk.ended
    assert [len(one.ids) for one in talk.of(Collected)] == [5]
    assert talk.of(TestBegun) == []


@pytest.mark.parametrize(
    ("text", "spoken", "frames"),
    [
        ("a.__eq__ + a.__hash__ + __Own__", ("__eq__", "__hash__"), False),
        ("import weakref", ("weakref",), False),
        ("@dataclass(order = True)\nclass A: ...", ("__lt__",), False),
        ("order=False", (), False),
        ("import sys\nsys._getframe()", (), True),
        ("gc.collect()", (), True),
        ("import gcx", (), False),
        ("sys.settrace(f)", (), True),
        ("sys.setprofile(f)", (), True),
    ],
)
def test_what_the_text_of_its_files_is_about(
    exercise: Exercise, text: str, spoken: tuple[str, ...], frames: bool
) -> None:
    tests = Collecting().tests
    with_it = msgspec.structs.replace(exercise, starter=text)
    assert (tests.about(with_it), tests.may_peek(with_it)) == (spoken, frames)


def test_what_a_check_rests_on(exercise: Exercise) -> None:
    def rests(one: Exercise, *ids: str) -> str:
        talk = talk_of(Collected(ids or ("test_clamp.py::test_a",)), End())
        return asyncio.run(Collecting(talk).tests.rests_on(one))

    before = rests(exercise)
    assert len(before) == 64
    data = exercise.folder / "data.txt"
    data.write_text("1", encoding="utf-8")
    replace = msgspec.structs.replace
    source = exercise.source
    assert rests(replace(exercise, source=replace(source, title="Other", after="x"))) == before
    changed = {
        rests(replace(exercise, starter="x = 1")),
        rests(replace(exercise, package=True)),
        rests(replace(exercise, by_learner=True)),
        rests(replace(exercise, data_files=(data,))),
        rests(replace(exercise, source=replace(source, timeout=9.0))),
    }
    assert len(changed | {before}) == 6
    data.write_text("2", encoding="utf-8")
    assert rests(replace(exercise, data_files=(data,))) not in changed
    exercise.test_files[0].write_text("def test_a(): ...\n", encoding="utf-8")
    assert rests(exercise) != before


def test_a_file_that_is_gone_changes_what_it_is_known_by(exercise: Exercise) -> None:
    before = content_key(exercise)
    assert content_key(msgspec.structs.replace(exercise, starter="x")) != before
    exercise.test_files[0].unlink()
    gone = content_key(exercise)
    assert gone != before
    assert content_key(exercise) == gone
