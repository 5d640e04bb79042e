"""A lesson step by step: every kind of step right and wrong, and nothing of it lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from course.locations import Locations
from course.ui.app import CourseApp
from course.ui.screens.lesson import LessonScreen
from course.ui.widgets.choices import ChoiceList
from course.ui.widgets.editor import CodeEditor
from course.ui.widgets.steps.base import StepView
from course.ui.widgets.steps.blank import GapInput
from course.ui.widgets.steps.closing import beginning
from course.ui.widgets.steps.order import LineBench
from course.ui.widgets.steps.predict import AnswerLines

LESSON = "basics/functions"
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
TEXT, EXAMPLE, PREDICT, CHOOSE, ORDER, BLANK, SPOT, EXERCISE, END = range(9)


async def at_step(it: Any, step: int) -> LessonScreen:
    """Open the lesson of every kind of step at one of them."""
    it.app.open_lesson(LESSON, step)
    await it.until(lambda: it.place == "LessonScreen" and it.app.screen.query(StepView))
    await it.settle()
    screen = it.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


def answered(it: Any) -> dict[int, bool]:
    """What is kept of the answers."""
    return it.app.session.answered(LESSON)


async def test_enter_goes_through_a_lesson_and_n_and_p_turn_its_pages(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, TEXT)
        assert "Step 1 of 8" in it.text
        await it.press("enter")
        assert screen.position == EXAMPLE
        await it.press("n", "n", "p")
        assert screen.position == PREDICT
        assert "Step 3 of 8" in it.text


async def test_an_example_runs_and_tells_what_to_notice(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXAMPLE)
        assert "Python prints" not in it.text
        await it.press("enter")
        assert "Python prints\n" in "\n".join(line.strip(" ▐▌█") for line in it.text.split("\n"))
        assert "The call is worth 8." in it.text
        await it.press("enter")
        assert screen.position == PREDICT


async def test_an_example_is_edited_run_again_and_put_back(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXAMPLE)
        await it.press("e")
        editor = screen.query_one(CodeEditor)
        assert editor.has_focus
        editor.replace_text("print('n' * 5)\n")
        await it.press("f5")
        await it.until(lambda: "nnnnn" in it.text)
        await it.press("ctrl+r")
        assert "return n * 2" in screen.query_one(CodeEditor).text
        assert "nnnnn" not in it.text
        await it.press("escape", "n")
        assert screen.position == PREDICT


async def test_a_program_that_raises_shows_the_error_and_its_line(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXAMPLE)
        await it.press("e")
        screen.query_one(CodeEditor).replace_text("print('[b]so far[/b]')\nint('seven')\n")
        await it.press("f5")
        await it.until(lambda: "[b]so far[/b]" in it.text)
        assert "✗ ValueError" in it.text
        assert "line 2" in it.text


async def test_a_wrong_prediction_shows_what_happens_and_may_be_tried_again(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, PREDICT)
        await it.press("1")
        assert "✗ Not what happens" in it.text
        assert "What really happens" in it.text
        assert "There is no return" in it.text
        assert answered(it) == {PREDICT: False}
        await it.press("3")
        assert "✓ Right" in it.text
        assert answered(it)[PREDICT]
        await it.press("enter")
        assert screen.position == CHOOSE


async def test_a_prediction_without_choices_is_typed_over_several_lines(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('      choices: [HI, hi, None, "an error"]\n', "")
    text = text.replace('print(shout("hi"))', 'print("n")\n        print(shout("hi"))')
    file.write_text(text, encoding="utf-8")
    async with open_app(own_course) as it:
        screen = await at_step(it, PREDICT)
        await it.press("n", "down", "N", "o", "n", "e")
        assert screen.query_one(AnswerLines).text == "n\nNone"
        await it.press("enter")
        assert "✓ Right" in it.text
        await it.press("enter")
        assert screen.position == CHOOSE


async def test_a_wrong_choice_says_why(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        await at_step(it, CHOOSE)
        await it.press("down", "enter")
        assert "✗ Not this one" in it.text
        assert "It shows the value to a person" in it.text
        await it.press("1")
        assert "✓ Right" in it.text
        assert answered(it)[CHOOSE]


async def test_several_right_choices_are_ticked(open_app: Any, own_course: Locations) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        '        - text: "`print(total)`"',
        '        - text: "`return 0`"\n          correct: true\n        - text: "`print(total)`"',
    )
    file.write_text(text, encoding="utf-8")
    async with open_app(own_course) as it:
        screen = await at_step(it, CHOOSE)
        assert "[ ]" in it.text
        await it.press("1", "3", "enter")
        assert "Several are right" in it.text
        await it.press("3", "down", "up", "2", "enter")
        assert "✓ Right" in it.text
        assert screen.query_one(ChoiceList).marks == {0: True, 1: True}


async def test_lines_are_taken_moved_and_put_back(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, ORDER)
        bench = screen.query_one(LineBench)
        wanted = screen.lesson.steps[ORDER].content.lines.rstrip("\n").split("\n")
        assert bench.pool != tuple(wanted)
        for line in (wanted[0], wanted[2], wanted[1]):
            await go_to(it, bench, line)
            await it.press("enter")
        await it.press("f5")
        await it.until(lambda: "✗ Not" in it.text)
        await go_to(it, bench, wanted[1])
        await it.press("shift+up")
        assert list(bench.program) == wanted
        await go_to(it, bench, wanted[0])
        await it.press("space")
        assert wanted[0] in bench.pool
        await go_to(it, bench, wanted[0])
        await it.press("space")
        await go_to(it, bench, wanted[0])
        await it.press("K", "K", "f5")
        await it.until(lambda: "✓ Right" in it.text)
        assert answered(it)[ORDER]
        await it.press("enter")
        assert screen.position == BLANK


async def go_to(it: Any, bench: LineBench, line: str) -> None:
    """Move the cursor to a line with the keys."""
    target = [*bench.program, *bench.pool].index(line)
    way = "down" if target > bench.cursor else "up"
    await it.press(*[way] * abs(target - bench.cursor))


async def test_a_wrong_order_is_told_what_it_does_and_not_what_is_right(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, ORDER)
        bench = screen.query_one(LineBench)
        first, second, third = screen.lesson.steps[ORDER].content.lines.rstrip("\n").split("\n")
        for line in (first, second):
            await go_to(it, bench, line)
            await it.press("enter")
        await it.press("f5")
        await it.until(lambda: "✗ Not this one" in it.text)
        assert "two_mugs(990) gives None. It should give 1980." in it.text
        await it.press("f5")
        await it.until(lambda: "✗ Try 2: Not this one" in it.text)
        await go_to(it, bench, second)
        await it.press("enter")
        await go_to(it, bench, third)
        await it.press("enter", "f5")
        await it.until(lambda: "✗ Try 3: Not this one" in it.text)
        assert "total" in it.text.partition("✗ Try 3")[2]
        assert "NameError" in it.text


async def test_in_a_blank_the_footer_names_keys_that_work(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=(120, 40)) as it:
        screen = await at_step(it, BLANK)
        footer = it.text.rstrip().splitlines()[-1]
        assert "Esc Stop typing" in footer
        assert "F8 Next" in footer
        assert "Shift+F8 Previous" in footer
        await it.press("n", "p")
        assert screen.query_one(GapInput).value == "np"
        await it.press("escape")
        footer = it.text.rstrip().splitlines()[-1]
        assert "Esc Back" in footer
        assert "n Next" in footer
        assert it.place == "LessonScreen"
        screen.query_one(GapInput).focus()
        await it.press("f8")
        assert screen.position == SPOT
        await it.press("shift+f8")
        assert screen.position == BLANK


async def test_every_answer_in_a_blank_is_run_and_shown(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.lessons / "01-basics" / "01-functions.yaml"
    before, blank, after = file.read_text(encoding="utf-8").partition("  - blank:\n")
    asked = """  - blank:
      question: Fill in a sum that makes 12.
      code: print(___, ___)
      answers: ["7 + 5", "1"]
      output: "12 1"
      must_use: ["op:+"]
      because: Any sum is right.
"""
    file.write_text(before + asked + blank + after, encoding="utf-8")

    async def fill(*words: str) -> None:
        for gap, word in zip(screen.query(GapInput), words, strict=True):
            gap.value = word
        await it.press("f5")

    async with open_app(own_course, size=(100, 40)) as it:
        screen = await at_step(it, BLANK)
        await fill("6 + 7", "1")
        assert "13 1" in it.text
        assert "Right: blank 2. Not yet: blank 1." in it.text
        assert "It should print:" in it.text
        assert "Any sum is right." not in it.text
        await fill("6 +", "1")
        assert "Try 2: Not this one" in it.text
        assert "SyntaxError" in it.text
        await fill("12", "1")
        assert "✗ Try 3" in it.text
        assert "the question asks for the operator +" in " ".join(it.text.split())
        await fill("6 + 6", "1")
        assert "✓ Right" in it.text
        assert "12 1" in it.text
        assert "Any sum is right." in it.text


async def test_blanks_are_filled(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, BLANK)
        await it.press("enter")
        assert answered(it) == {}
        await it.press(*"print", "enter")
        assert "✗ Not" in it.text
        screen.query_one(GapInput).value = ""
        await it.press(*"return", "enter")
        assert "✓ Right" in it.text
        await it.press("enter")
        assert screen.position == SPOT


async def test_the_wrong_line_is_found(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, SPOT)
        await it.press("down", "enter")
        assert "✗ Line 2 is not the one" in it.text
        assert "postage(10) gives 490. It should give 500." in it.text
        assert "thrown away" not in it.text
        await it.press("down", "enter")
        assert "✓ Right: line 3" in it.text
        assert "thrown away" in it.text
        assert "price = price + weight" in it.text
        await it.press("enter")
        assert screen.position == EXERCISE


async def test_the_exercise_is_opened_and_its_status_shown_on_the_way_back(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await at_step(it, EXERCISE)
        assert "Twice as many" in it.text
        assert "Not passed yet" in it.text
        await it.press("enter")
        assert it.place == "ExerciseScreen"
        it.app.screen.query_one(CodeEditor).replace_text("def double(n):\n    return n + n\n")
        await it.press("f5")
        await it.until(lambda: "✓ All 3 tests pass" in it.text)
        for _ in range(3):  # out of the editor, and out of the exercise
            if it.place == "ExerciseScreen":
                await it.press("escape")
        assert it.place == "LessonScreen"
        assert "✓ Passed" in it.text


@pytest.mark.parametrize(("typed", "then"), [("n", END), ("pn", EXERCISE), ("nnp", EXERCISE)])
async def test_keys_pressed_while_a_lesson_comes_back_turn_its_pages_one_by_one(
    open_app: Any, small_course: Locations, typed: str, then: int
) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, EXERCISE)
        await it.press("enter")
        await it.until(lambda: getattr(it.app.screen, "ready", False))
        await it.rush("escape", *typed)
        assert it.app.screen is screen
        await it.until(lambda: screen.view is not None and screen.position == then)
        assert list(screen.query(StepView)) == [screen.view]


async def test_pages_are_turned_one_after_another(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, TEXT)
        await it.rush(*"nnnpnnnpnnn")
        await it.until(lambda: screen.position == 7)
        assert list(screen.query(StepView)) == [screen.view]
        assert "Step 8 of 8" in it.text


async def test_keys_are_not_lost_while_a_lesson_opens(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        it.app.open_lesson(LESSON, TEXT)
        await it.rush("n", "n", "p")
        assert it.app.screen.position == EXAMPLE
        assert "Step 2 of 8" in it.text


async def test_the_end_says_what_you_can_do_what_is_open_and_what_is_next(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await at_step(it, EXERCISE)
        await it.press("n")
        assert "You can write a function that returns a value." in it.text
        assert "○ Step 3: What does this print?" in it.text
        assert "I read the returns first." in it.text
        await it.press("enter")
        screen = it.app.screen
        assert isinstance(screen, LessonScreen)
        assert screen.lesson_id == "basics/texts"


async def test_a_lesson_reopens_at_its_step_with_its_answers(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        await at_step(it, CHOOSE)
        await it.press("1", "p")
    async with open_app(small_course) as it:
        it.app.open_lesson(LESSON)
        await it.until(lambda: it.place == "LessonScreen" and it.app.screen.query(StepView))
        assert "Step 3 of 8" in it.text
        await it.press("n")
        assert "You have answered this" in it.text
        await it.press("ctrl+r")
        assert "You have answered this" not in it.text
        assert answered(it)[CHOOSE]


async def test_everything_can_be_clicked(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course) as it:
        screen = await at_step(it, CHOOSE)
        await it.pilot.click(".choice")
        await it.settle()
        assert "✓ Right" in it.text
        await it.pilot.click("#act")
        await it.settle()
        assert screen.position == ORDER
        await it.pilot.click(".code-line")
        await it.settle()
        assert len(screen.query_one(LineBench).program) == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("step", "keys"),
    [
        (TEXT, ()),
        (EXAMPLE, ("enter",)),
        (PREDICT, ("1",)),
        (CHOOSE, ("1",)),
        (ORDER, ("enter", "enter")),
        (BLANK, ("r", "e")),
        (SPOT, ("down", "down", "enter")),
        (EXERCISE, ()),
        (END, ()),
    ],
    ids=["text", "example", "predict", "choose", "order", "blank", "spot", "exercise", "end"],
)
async def test_looks(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    step: int,
    keys: tuple[str, ...],
    size: str,
) -> None:
    async with open_app(small_course, size=SIZES[size]) as it:
        await at_step(it, step)
        for key in keys:
            await it.press(key)
        for _ in range(3):  # an answer is scrolled into view once it has been drawn
            await it.pilot.pause()
        assert picture(it.app)


def test_the_beginning_of_a_long_ticket_ends_with_a_sentence() -> None:
    said = "> The page shows 3.33 three times. She paid 10.00.\n" * 30
    shown = beginning(f"Ticket 5120, from Amira (support):\n\n{said}")
    assert shown.startswith("Ticket 5120")
    assert 400 < len(shown) < 650
    assert shown.endswith("She paid 10.00. …") or shown.endswith("three times. …")


def test_the_beginning_of_a_brief_keeps_whole_paragraphs_where_it_can() -> None:
    first, second = "First. " * 70, "Second. " * 70
    assert beginning(f"{first}\n\n{second}").strip() == first.strip()


def with_a_file(course: Locations) -> None:
    """Give the lesson a file that its example, its prediction and its blank import."""
    file = course.lessons / "01-basics" / "01-functions.yaml"
    text = file.read_text(encoding="utf-8")
    prices = "    TEA = 450  # cents\n    def add(tax):\n        return TEA + tax\n"
    text = text.replace("steps:\n", f"files:\n  prices.py: |\n{prices}steps:\n", 1)
    text = text.replace("print(double(4))", "import prices\n        print(double(prices.TEA))")
    text = text.replace('print(shout("hi"))', "from prices import TEA\n        print(TEA)")
    text = text.replace("[HI, hi, None,", "[HI, hi, 450,")
    text = text.replace("            ___ width", "            import prices\n            ___ width")
    file.write_text(text, encoding="utf-8")


async def test_a_file_beside_the_code_is_named_read_and_used(
    open_app: Any, own_course: Locations
) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, EXAMPLE)
        assert "beside it: prices.py" in it.text
        assert "f File" in it.text
        await it.press("f")
        assert it.place == "FilesDialog"
        assert "TEA = 450  # cents" in it.text
        await it.press("escape")
        await it.press("f5")
        await it.until(lambda: "900" in it.text)
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("end")
        assert "900" in it.text


async def test_a_question_may_have_a_file_beside_it(open_app: Any, own_course: Locations) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        screen = await at_step(it, PREDICT)
        await it.press("3")
        assert "✓ Right" in it.text
        await it.press("f3")
        await it.until(lambda: it.place == "TimeTravelScreen")
        await it.press("escape")
        await it.until(lambda: it.place == "LessonScreen")
        await it.app.screen.show_step(BLANK)
        await it.press("f")
        assert screen.query_one(GapInput).value == "f"
        await it.press("f4")
        assert it.place == "FilesDialog"
        await it.press("f4")
        assert it.place == "LessonScreen"


async def test_code_that_uses_no_file_offers_none(open_app: Any, own_course: Locations) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, SPOT)
        assert "beside it" not in it.text
        assert "File" not in it.text
        await it.press("f")
        assert it.place == "LessonScreen"


async def test_a_click_on_the_line_opens_the_file(open_app: Any, own_course: Locations) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, EXAMPLE)
        await it.pilot.click("FilesLine")
        await it.until(lambda: it.place == "FilesDialog")


async def test_the_playground_holds_one_program_so_it_takes_none_with_a_file(
    open_app: Any, own_course: Locations
) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        await at_step(it, EXAMPLE)
        await it.press("g")
        assert it.place == "LessonScreen"


async def test_an_error_in_a_file_beside_the_code_says_in_which_file(
    open_app: Any, own_course: Locations
) -> None:
    with_a_file(own_course)
    async with open_app(own_course) as it:
        screen = await at_step(it, EXAMPLE)
        await it.press("e")
        screen.query_one(CodeEditor).replace_text("from prices import add\nadd(None)\n")
        await it.press("f5")
        await it.until(lambda: "TypeError" in it.text)
        assert "line 3 of prices.py: return TEA + tax" in it.text
