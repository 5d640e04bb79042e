"""Each complaint of the gate: the good course with one small edit, and what is said about it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.catalogue import read_exercise
from course.errors import ContentError
from tests.authoring.conftest import Course

FUNCTIONS = "lessons/01-shop/01-functions.yaml"
WEIGHT = "exercises/shop/weight"
FEE = "exercises/shop/late_fee"


def only(told: list[str]) -> str:
    """The one problem that there is."""
    assert len(told) == 1, "\n".join(told)
    return told[0]


def test_nothing_is_wrong_with_the_good_course(good: Course) -> None:
    findings = good.check()
    assert findings.problems == ()
    assert (findings.lessons, findings.exercises, findings.mistakes) == (3, 6, 4)
    assert (findings.examples, findings.questions) == (3, 9)
    assert findings.mutants.killed == findings.mutants.total > 20


LESSON_EDITS = [
    # old, new, the line's text, words of the complaint
    ("        8\n", "        9\n", "output: |", "Python prints 8, not 9; change the code or the"),
    (
        "print(double(4))\n      output",
        "pront(double(4))\n      output",
        "pront",
        "4 with NameError",
    ),
    (
        "print(double(4))\n      output",
        "print(double(int(input())))\n      output",
        "input()",
        "asks for input on its line 4 and gets none; give `stdin:`",
    ),
    (
        "print(double(4))\n      output",
        "import random; print(random.random())\n      output",
        "code: |",
        "it prints something else each time (",
    ),
    ("[8, 4, None,", "[8, 4, 'nothing',", "choices: [8", "none of the choices is what Python"),
    ("[8, 4, None,", "[None, 4, 'None',", "choices: [None", "two choices are alike"),
    (
        "            weight * 2\n\n        print(double(4))\n      choices",
        "            weight * 2\n\n        double(4)\n      choices",
        "def double(weight):",
        "prints nothing",
    ),
    ("          because: It only shows it.\n", "", "print(weight)", "add `because:`"),
    ("if one > other", "if one < other", "lines: |", "the lines as given are not right"),
    (
        "heavier(2, 5) == 5 and heavier(5, 2) == 5",
        "1 == 1",
        "check: 1",
        "when all of them are left out as well",
    ),
    ('["    return None"]', '["    return other"]', "distractors:", "also one of the lines"),
    (
        "check: area(2, 3) == 6",
        "check: aera(2, 3) == 6",
        "check: aera",
        "`check` ends with NameError",
    ),
    ("answers: [return]", "answers: [print]", "answers: [print]", "do not make it right"),
    (
        "def area(width, height):\n            ___ width * height\n      answers: [return]\n"
        "      check: area(2, 3) == 6",
        "weight = ___\n      answers: [3]\n      check: weight != 5",
        "check: weight",
        "right with `None` in every blank",
    ),
    ("line: 2", "line: 1", "line: 1", "line 1 with the `fix` in its place is not right"),
    ("half(4) == 2", "half(4) == 8", "check: half", "nothing is wrong: the `check` holds"),
    ("      fix: return weight / 2\n", "", "line: 2", "add `fix:`"),
    (
        "      fix: return weight / 2\n      check: half(4) == 2\n",
        "",
        "line: 2",
        "nothing proves that this line is the wrong one",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"), LESSON_EDITS, ids=[edit[3] for edit in LESSON_EDITS]
)
def test_examples_and_questions(good: Course, old: str, new: str, place: str, words: str) -> None:
    good.edit(FUNCTIONS, old, new)
    told = only(good.told("shop/functions"))
    lines = {
        number
        for number, line in enumerate((good.root / FUNCTIONS).read_text().splitlines(), start=1)
        if place in line
    }
    said = re.match(rf"{FUNCTIONS}:(\d+): (.*)", told)
    assert said, told
    assert words in said[2]
    assert any(abs(int(said[1]) - line) <= 1 for line in lines), (told, lines)


def with_a_file(good: Course, name: str = "prices.py", text: str = "TEA = 450") -> None:
    """Give the lesson a file and let every program of it import it."""
    module = name.removesuffix(".py")
    good.edit(FUNCTIONS, "steps:\n", f"files:\n  {name}: |\n    {text}\nsteps:\n")
    for first in ("double(weight)", "heavier(one, other)", "area(width, height)", "half(weight)"):
        good.edit(FUNCTIONS, f"def {first}:", f"import {module}\n        def {first}:")
    good.edit(FUNCTIONS, "line: 2", "line: 3")


def test_a_lesson_runs_with_its_files_beside_every_program(good: Course) -> None:
    with_a_file(good)
    assert good.told("shop/functions") == []
    good.edit(FUNCTIONS, "print(double(4))\n      output", "print(prices.TEA)\n      output")
    assert "Python prints 450, not 8" in only(good.told("shop/functions"))


def test_a_file_that_no_program_uses(good: Course) -> None:
    good.edit(FUNCTIONS, "steps:\n", "files:\n  prices.py: TEA = 450\nsteps:\n")
    told = only(good.told("shop/functions"))
    line = good.line(FUNCTIONS, "prices.py")
    assert told.startswith(f"{FUNCTIONS}:{line}: file prices.py: no program of this lesson uses it")


def test_a_file_that_hides_a_module(good: Course) -> None:
    with_a_file(good, "colorsys.py")
    assert "file colorsys.py: it hides the module `colorsys`" in only(good.told("shop/functions"))


def test_a_file_that_is_no_python(good: Course) -> None:
    with_a_file(good, text="TEA = = 450")
    told = good.told("shop/functions")
    assert any("file prices.py: line 1 is not Python (invalid syntax)" in one for one in told)


def test_a_file_with_a_name_that_leads_elsewhere(good: Course) -> None:
    good.edit(FUNCTIONS, "steps:\n", "files:\n  ../prices.py: TEA = 450\nsteps:\n")
    told = only(good.told("shop/functions"))
    assert told.startswith(f"{FUNCTIONS}:")


ONE_TEXT = "  - text: |\n      Another thought.\n"
ADDING_UP = "lessons/02-web/01-adding-up.yaml"


def test_where_a_lesson_cannot_be_read_nothing_is_said_of_what_it_would_teach(good: Course) -> None:
    good.write(ADDING_UP, "")
    assert good.told("web") == [f"{ADDING_UP}:1: this file is empty; write its content"]
    good.write(FUNCTIONS, "")
    told = good.told("shop/weight")
    assert [one for one in told if "leads to no step" in one or "no lesson" in one] == []


def test_where_a_module_cannot_be_read_nothing_is_said_of_its_concepts(good: Course) -> None:
    good.write("lessons/01-shop/module.yaml", "title: [\n")
    told = good.structure()
    assert len(told) == 1, told
    assert told[0].startswith("lessons/01-shop/module.yaml:")


def test_a_lesson_that_is_too_long(good: Course) -> None:
    good.edit(FUNCTIONS, "steps:\n", f"steps:\n{ONE_TEXT}")
    told = only(good.told("shop/functions"))
    assert told.startswith(f"{FUNCTIONS}:7: it has 10 steps; a lesson has at most 9")


def test_a_lesson_that_is_hardly_one(good: Course) -> None:
    good.edit(ADDING_UP, "  - text: |\n      **sum** adds up what a list holds.\n", "")
    assert "it has 3 steps; a lesson has at least 4" in only(good.told("web/adding-up"))


def test_a_lesson_with_nothing_to_run(good: Course) -> None:
    example = (
        "  - example:\n      code: |\n        print(sum([1, 2]))\n      output: |\n        3\n"
    )
    good.edit(ADDING_UP, example, ONE_TEXT)
    assert "there is nothing to run; add an `example`" in only(good.told("web/adding-up"))


def test_a_lesson_that_asks_one_kind_of_question(good: Course) -> None:
    question = (
        "  - predict:\n      code: |\n        print(sum([2, 2]))\n      because: Two and two.\n"
    )
    good.edit(ADDING_UP, question, ONE_TEXT)
    assert "fewer than two kinds of questions" in only(good.told("web/adding-up"))


def test_a_lesson_without_any_code_needs_none(good: Course) -> None:
    text = (good.root / ADDING_UP).read_text(encoding="utf-8")
    texts = "".join(ONE_TEXT.replace("Another", one) for one in ("One", "A second", "A third"))
    kept = text[: text.index("steps:")] + "steps:\n" + texts + text[text.index("  - choose") :]
    (good.root / ADDING_UP).write_text(kept, encoding="utf-8")
    assert good.told("web/adding-up") == []


def test_an_example_that_means_to_fail_says_so_in_its_output(good: Course) -> None:
    failing = "        print(1)\n        int('x')\n"
    good.edit(FUNCTIONS, "        print(double(4))\n      output: |\n        8\n", failing)
    assert "invalid literal" in only(good.told("shop/functions"))
    shown = "      output: |\n        1\n        ValueError: invalid literal for int() with base"
    good.edit(FUNCTIONS, failing, f"{failing}{shown} 10: 'x'\n")
    assert good.told("shop/functions") == []


def test_where_python_gives_up_recursion_does_not_count(good: Course) -> None:
    endless = "        def again(n):\n            return again(n + 1)\n\n        again(0)\n"
    shown = "      output: |\n        RecursionError: maximum recursion depth exceeded somewhere\n"
    good.edit(FUNCTIONS, "        print(double(4))\n      output: |\n        8\n", endless + shown)
    assert good.told("shop/functions") == []


def test_a_spot_without_a_check_is_proven_by_pythons_own_complaint(good: Course) -> None:
    good.edit(FUNCTIONS, "      fix: return weight / 2\n      check: half(4) == 2\n", "")
    good.edit(
        FUNCTIONS,
        "return weight * 2\n      line: 2",
        "return wait / 2\n        half(4)\n      line: 2",
    )
    assert good.told("shop/functions") == []
    good.edit(FUNCTIONS, "line: 2", "line: 1")
    assert "Python stops at line 2 with NameError" in only(good.told("shop/functions"))


def test_a_ticket_number_is_given_once(good: Course) -> None:
    good.edit(f"{WEIGHT}/exercise.yaml", "brief: |\n", "brief: |\n  Ticket 12.\n\n")
    told = only(good.structure())
    assert "ticket 12 is that of shop/late_fee as well; give it another number" in told


STRUCTURE_EDITS = [
    (
        "lessons/course.yaml",
        "  - web\n",
        "  - web\n  - data\n",
        ":5: there is no folder for module data",
    ),
    (
        "lessons/course.yaml",
        "  - web\n",
        "  - web\npaths:\n  - id: short\n    title: Short\n    audience: You.\n"
        "    modules: [shop]\n    only: [shop/gone]\n",
        ":6: path short has only shop/gone of its module, and there is no such lesson",
    ),
    (
        "lessons/course.yaml",
        "  - web\n",
        "  - web\nmoved:\n  shop/old: shop/gone\n",
        ":6: shop/old has moved to shop/gone, which there is not; correct the id",
    ),
    (
        "lessons/course.yaml",
        "  - web\n",
        "  - web\nmoved:\n  shop/weight: shop/late_fee\n",
        ":6: shop/weight has moved to shop/late_fee, and there is still one of that id",
    ),
    ("lessons/course.yaml", "  - web\n", "", "02-web: module web is not in course.yaml; add it"),
    (
        FUNCTIONS,
        "[function, return]",
        "[function, yield]",
        ":3: teaches yield, which no module.yaml",
    ),
    (FUNCTIONS, "shop/weight", "shop/wait", "there is no exercise shop/wait; correct the id"),
    (FUNCTIONS, "  - exercise: shop/weight\n", "", "no lesson uses shop/weight; add `- exercise:"),
    (FUNCTIONS, "shop/late_fee", "shop/weight", "exercise shop/weight is in the course twice"),
    (
        "lessons/02-web/01-adding-up.yaml",
        "[sum]",
        "[sum, return]",
        ":3: return is already taught in shop/functions; teach it once",
    ),
    (
        "lessons/01-shop/module.yaml",
        '["call:sum"]',
        '["call sum"]',
        "concept sum lists the construct `call sum`, which there is not",
    ),
    (
        f"{WEIGHT}/exercise.yaml",
        "[function, return]",
        "[loop]",
        ":3: practises loop, which no module",
    ),
    (f"{WEIGHT}/exercise.yaml", "kind: write", "kind: wrote", ":2: `kind`"),
    (
        f"{WEIGHT}/exercise.yaml",
        "hints:",
        "hint:",
        "`hint` is not known here; did you mean `hints`?",
    ),
    (
        f"{WEIGHT}/exercise.yaml",
        "probes:",
        "rules:\n  must_use: [for loop]\nprobes:",
        ":15: `for loop` is not a construct",
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"), STRUCTURE_EDITS, ids=[edit[3] for edit in STRUCTURE_EDITS]
)
def test_references_and_schema(good: Course, file: str, old: str, new: str, words: str) -> None:
    good.edit(file, old, new)
    told = [one for one in good.structure() if words in one]
    assert len(told) == 1, good.structure()


def test_every_schema_error_of_a_file_is_told_at_once(good: Course) -> None:
    good.edit(f"{WEIGHT}/exercise.yaml", "title: What", "titel: What")
    good.edit(f"{WEIGHT}/exercise.yaml", "kind: write", "kind: wrote\ndifficulty: 9")
    told = "\n".join(good.told("shop/weight"))
    for words in ("`titel` is not known here", "`title` is missing", "`kind`", "`difficulty`"):
        assert words in told


@pytest.mark.parametrize(
    "stray",
    [
        "lessons/notes.txt",
        "lessons/01-shop/old.yml",
        "exercises/notes.txt",
        "exercises/shop/notes.txt",
        f"{WEIGHT}/notes.py",
        f"{WEIGHT}/drafts/one.py",
        f"{WEIGHT}/mistakes/notes.txt",
    ],
)
def test_a_stray_file_is_told(good: Course, stray: str) -> None:
    good.write(stray, "x = 1\n")
    assert any(
        "nothing reads this" in one and "move it or remove it" in one for one in good.structure()
    )


@pytest.mark.parametrize(
    "link",
    [
        f"{WEIGHT}/data",
        f"{WEIGHT}/starter.py",
        f"{WEIGHT}/data/orders.csv",
        f"{WEIGHT}/mistakes/third.py",
        f"{WEIGHT}/exercise.yaml",
        "lessons/01-shop/03-far.yaml",
    ],
)
@pytest.mark.parametrize("target", ["out", "nowhere"])
def test_links_out_of_a_folder_are_told_and_not_followed(
    good: Course, tmp_path: Path, link: str, target: str
) -> None:
    place = good.root / link
    place.parent.mkdir(exist_ok=True)
    lies = tmp_path / target
    if target == "out":
        lies.mkdir()
        (lies / "orders.csv").write_text("the author's own", "utf-8")
        if place.suffix:
            lies = lies / "orders.csv"
    place.unlink(missing_ok=True)
    try:
        place.symlink_to(lies)
    except OSError:
        pytest.skip("this system lets nobody make links")
    told = [one for one in good.structure() if one.startswith(link)]
    assert told == [
        f"{link}: this is a link that leads out of its folder; put what it leads to here instead"
    ]
    if link.startswith(WEIGHT):
        with pytest.raises(ContentError, match="leads out of its folder"):
            read_exercise(good.root / WEIGHT)


def test_a_link_inside_an_exercise_is_no_problem(good: Course) -> None:
    place = good.root / WEIGHT / "approaches" / "same.py"
    place.parent.mkdir(exist_ok=True)
    (good.root / WEIGHT / "mistakes" / "real.py").write_text('"""Words."""\n', "utf-8")
    try:
        place.symlink_to("../mistakes/real.py")
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert read_exercise(good.root / WEIGHT).approaches[0].trade_off == "Words."


def test_two_lessons_of_one_id(good: Course) -> None:
    good.write(
        "lessons/01-shop/03-tests.yaml", (good.root / "lessons/01-shop/02-tests.yaml").read_text()
    )
    told = good.structure()
    assert any("the id shop/tests is also that of 02-tests.yaml; rename" in one for one in told)


def test_a_lesson_and_an_exercise_of_one_id(good: Course) -> None:
    lesson = (good.root / "lessons/02-web/01-adding-up.yaml").read_text("utf-8")
    good.write("lessons/01-shop/03-weight.yaml", lesson.replace("teaches: [sum]\n", ""))
    (told,) = [one for one in good.structure() if "also the id of a lesson" in one]
    assert told.startswith(f"{WEIGHT}/exercise.yaml: shop/weight is also")


def test_an_exercise_folder_without_its_file(good: Course) -> None:
    good.write("exercises/shop/ghost/starter.py", "x = 1\n")
    assert any(
        one.startswith("exercises/shop/ghost: there is no exercise.yaml") for one in good.told()
    )


def test_long_texts_and_sentences(good: Course) -> None:
    good.edit(
        FUNCTIONS,
        "hands a value back.\n  - example",
        "hands.\n" + "      One two.\n" * 70 + "  - example",
    )
    assert ":8: this text has 1" in only(good.told("shop/functions"))
    good.edit(FUNCTIONS, "      One two.\n" * 70, "      " + "very " * 40 + "long.\n")
    assert "words; make two of it" in only(good.told("shop/functions"))


def test_a_word_that_is_not_explained(good: Course) -> None:
    good.edit(FUNCTIONS, "Nothing is handed back.", "It is not an iterator.")
    assert "“iterator” is used before it is explained" in only(good.told("shop/functions"))
    good.edit(
        FUNCTIONS, "      A **function**", "      An **iterator** hands out values. A **function**"
    )
    assert good.told("shop/functions") == []


EXERCISE_EDITS = [
    # file, old, new, where, words
    (
        "weight/exercise.yaml",
        "  - What does one thing weigh?\n",
        "",
        ":10",
        "only two hints; write at least 3",
    ),
    ("weight/exercise.yaml", "  - weight(2, 1)\n", "", ":14", "only two probes; write at least 3"),
    (
        "weight/starter.py",
        '"""Return',
        'return items * 3 + box\n    """Return',
        "",
        "starter passes already",
    ),
    ("weight/starter.py", "def weight", "def wait", "", "it cannot be loaded"),
    (
        "weight/starter.py",
        "def weight",
        "import nothing_there\n\n\ndef weight",
        "",
        "cannot be loaded",
    ),
    ("weight/solution.py", "* 3", "* 4", "", "the solution does not pass"),
    ("weight/solution.py", "return items", "return item", ":3", "NameError"),
    ("weight/approaches/step_by_step.py", "* 3", "* 4", "", "this approach does not pass"),
    ("weight/mistakes/forgets_box.py", "* 3", "* 3 + box", "", "this mistake passes the tests"),
    (
        "weight/mistakes/prints.py",
        "print(items * 3 + box)",
        "return items * 3",
        "",
        "every probe gives what it gives for",
    ),
    (
        "weight/mistakes/prints.py",
        "show the weight with `print`, so the caller gets `None`. Hand it back with `return`.",
        "weigh the things and forget the box.",
        ":1",
        "says the same words as",
    ),
    (
        "weight/mistakes/forgets_box.py",
        "    return items * 3\n",
        "    return items * 3 + box if box != 4 else 0\n",
        "",
        "every probe gives what the solution gives; add a probe",
    ),
    ("late_fee/solution.py", "> 3", "> 4", "", "the solution does not pass"),
    ("late_fee/starter.py", "def late_fee(days):", "def late_fee(days:", "", "cannot be loaded"),
    ("test_fee/solution.py", "== 5", "== 6", "", "the reference tests fail on fee.py"),
    (
        "test_fee/starter.py",
        "fee(0) == 0",
        "fee(3) == 0\n    assert fee(4) == 5",
        "",
        "catch every bug already",
    ),
    (
        "review_fee/defects.yaml",
        "[7]",
        "[70]",
        "",
        "line 70 is past the end of change.diff, which has 14 lines",
    ),
    ("review_fee/defects.yaml", "[7]", "[3]", ":2", "is a heading, not code"),
    (
        "review_fee/defects.yaml",
        "free.\n",
        "free.\n    serious: false\n",
        ":1",
        "no defect is serious",
    ),
    (
        "long_label/solution.py",
        "return WORDS[kind]",
        "return (WORDS[kind] if kind else 1) if kind else 2",
        "",
        "the solution does not pass",
    ),
    ("long_label/starter.py", '"medium"', '"mid"', "", "starter's tests are not green"),
    (
        "long_label/exercise.yaml",
        "complexity: 2",
        "complexity: 9",
        "",
        "the starter passes already; set a limit",
    ),
    ("grow/solution.py", "number + first()", "number", "", "the solution does not pass"),
    (
        "grow/starter.py",
        '"""A counter of parcels."""',
        "def first():\n    return 1\n",
        "",
        "passes the first milestone already",
    ),
    (
        "grow/milestones/01-start/solution.py",
        "return 1",
        "return 2",
        "",
        "this milestone's solution does not pass",
    ),
    (
        "grow/milestones/02-go-on/milestone.yaml",
        "hints:\n  - Add `first()`.\n",
        "",
        ":1",
        "there is no hint",
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "words"),
    EXERCISE_EDITS,
    ids=[f"{edit[0]}: {edit[4]}" for edit in EXERCISE_EDITS],
)
def test_exercises(good: Course, file: str, old: str, new: str, where: str, words: str) -> None:
    good.edit(f"exercises/shop/{file}", old, new)
    told = good.told(f"shop/{file.split('/')[0]}")
    name = "starter.py" if "complexity" in new else file.split("/")[-1]
    assert any(words in one and f"/{name}{where}" in one for one in told), told


def test_two_exercises_whose_files_would_meet_in_the_learners_folder(good: Course) -> None:
    file = good.root / "exercises/shop/late_fee/exercise.yaml"
    file.write_text(file.read_text("utf-8") + "module: weight\n", "utf-8")
    good.write("exercises/shop/late_fee/data/prices.csv", "tea,450\n")
    good.write("exercises/shop/weight/data/prices.csv", "tea,990\n")
    told = [one for one in good.structure() if "would have two files" in one]
    assert len(told) == 2
    assert any("data/prices.csv, this one and that of late_fee" in one for one in told)
    assert any("two files weight.py" in one for one in told)


def test_two_exercises_may_share_the_same_data(good: Course) -> None:
    for name in ("late_fee", "weight"):
        good.write(f"exercises/shop/{name}/data/prices.csv", "tea,450\n")
    assert not [one for one in good.structure() if "would have two files" in one]


GIVEN = "\n\ndef pounds(weight):\n    return weight * 2.2\n"


def test_what_a_brief_calls_given_is_locked(good: Course) -> None:
    for name in ("starter.py", "solution.py"):
        path = good.root / WEIGHT / name
        path.write_text(path.read_text("utf-8") + GIVEN, "utf-8")
    says = "  `pounds(weight)` is given, and `box` stays as it is.\n\n  ```python\n"
    good.edit(f"{WEIGHT}/exercise.yaml", "  ```python\n", says)
    told = [str(one) for one in good.check("shop/weight").problems]
    assert [one for one in told if "`pounds` stays as it is" in one]
    assert not [one for one in told if "`box` stays" in one]
    good.edit(f"{WEIGHT}/exercise.yaml", "hints:\n", "rules:\n  locked: [pounds]\nhints:\n")
    told = [str(one) for one in good.check("shop/weight").problems]
    assert not [one for one in told if "the brief says" in one]
