"""An exercise: code is checked, explained, hinted at, kept, compared - all by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual import events

from course.locations import Locations
from course.model import Verdict
from course.ui.app import CourseApp

EXERCISE = "basics/double"
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
WIDE = SIZES["120x40"]
HEAD = 'def double(n):\n    """Return twice n."""\n'
GOOD = HEAD + "    return n + n\n"
PRINTS = HEAD + "    print(n * 2)\n"
NEVER_ENDS = HEAD + "    while True:\n        n = n + 0\n"


# ---------------------------------------------------------------- checking


@pytest.mark.usefixtures("patient")
async def test_a_failing_check_names_the_call_and_keeps_an_attempt(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.check()
        assert "✗ Not yet: 0 of 3 tests pass" in it.text
        assert "double(4)" in it.text
        assert "expected  8" in it.text
        assert "✗  zero stays zero" in it.text
        assert "Printed" in it.text
        assert [it.verdict for it in it.app.session.attempts(EXERCISE)] == ["failed"]
        assert screen.editor.has_focus


@pytest.mark.usefixtures("patient")
async def test_the_leading_diagnosis_is_told(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.check("ctrl+j")
        report = screen.results.report
        assert report is not None
        assert report.diagnosis
        words = report.diagnosis[0].text.replace("`", "").split()
        assert " ".join(words[:4]) in " ".join(it.text.split())


@pytest.mark.usefixtures("patient")
async def test_a_pass_says_what_was_learnt_and_leads_on(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert "f4" not in it.text
        screen.editor.replace_text(GOOD)
        await it.check()
        assert "✓ All 3 tests pass" in it.text
        assert "You handed a value back to the caller." in it.text
        assert it.app.session.is_passed(EXERCISE)
        await it.press("n")
        assert it.place == "LessonScreen"
        assert "What you can do" in it.text


@pytest.mark.usefixtures("patient")
async def test_a_program_that_never_ends_shows_its_line_and_variables(
    open_app: Any, own_course: Locations
) -> None:
    file = own_course.exercises / "basics" / "double" / "exercise.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "timeout: 1\n", encoding="utf-8")
    async with open_app(own_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(NEVER_ENDS)
        await it.check()
        assert screen.results.report is not None
        assert screen.results.report.verdict is Verdict.TIMEOUT
        assert "■ The code did not end in time" in it.text
        assert "n = 4" in it.text


@pytest.mark.usefixtures("quick")
async def test_a_pause_checks_quietly_and_what_is_shown_as_passed_is_counted(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(PRINTS)
        await it.until(lambda: screen.results.report)
        assert "As you type · not counted" in it.text
        assert it.app.session.attempts(EXERCISE) == []
        screen.editor.replace_text(GOOD)
        await it.until(lambda: screen.results.report.passed)
        await it.settle()
        assert "✓ All 3 tests pass" in it.text
        assert "You handed a value back to the caller." in it.text
        assert it.app.session.is_passed(EXERCISE)
        assert screen.file.path.read_text(encoding="utf-8") == GOOD
        assert screen.editor.has_focus
        assert "Esc leaves the code; then n goes on" in it.text
        assert [it.verdict for it in it.app.session.attempts(EXERCISE)] == ["failed", "passed"]
        assert EXERCISE in it.app.session.progress().passed
        await it.press("escape", "n")
        assert "What you can do" in it.text
        await it.press("p")
        assert "✓ Passed" in it.text


@pytest.mark.usefixtures("quick")
async def test_code_that_passes_when_it_is_opened_is_counted(
    open_app: Any, small_course: Locations
) -> None:
    def solved_elsewhere(session: Any) -> None:
        session.save(session.catalogue.exercise(EXERCISE), GOOD)

    async with open_app(small_course, prepare=solved_elsewhere) as it:
        screen = await it.exercise()
        await it.until(lambda: screen.results.report)
        await it.settle()
        assert "3 Results ✓" in it.text
        assert it.app.session.is_passed(EXERCISE)
        await it.press("n")
        assert it.place == "LessonScreen"


@pytest.mark.usefixtures("quick")
async def test_the_quiet_check_can_be_switched_off(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        it.app.change_settings(live_checks=False)
        screen = await it.exercise()
        screen.editor.replace_text(GOOD)
        await it.until(lambda: screen.file.known == GOOD)
        await it.settle()
        assert screen.results.report is None


@pytest.mark.usefixtures("patient")
async def test_leaving_stops_a_check_and_keeps_the_code(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(NEVER_ENDS)
        await it.pilot.press("f5", "escape", "escape")
        await it.until(lambda: it.place == "HomeScreen")
        await it.settle()
        assert screen.file.path.read_text(encoding="utf-8") == NEVER_ENDS
        assert it.app.session.attempts(EXERCISE) == []


# ---------------------------------------------------------------- typing


@pytest.mark.usefixtures("patient")
async def test_the_editor_indents_as_python_editors_do(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        editor = screen.editor
        editor.replace_text("")
        await it.press(*"if n:", "enter", *"x", "enter", "tab", *"y", "enter", "backspace")
        assert editor.text == "if n:\n    x\n        y\n    "
        await it.press(*"return", "enter", *"z", "up", "shift+tab")
        assert editor.text == "if n:\n    x\n        y\nreturn\nz"
        editor.select_all()
        await it.press("tab")
        assert editor.text == "    if n:\n        x\n            y\n    return\n    z"
        await it.press("ctrl+z")
        assert editor.text == "if n:\n    x\n        y\nreturn\nz"


@pytest.mark.usefixtures("patient")
async def test_a_burst_of_keys_is_taken_in_order_and_checked_whole(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        screen.editor.replace_text(HEAD + "    return n + ")
        screen.editor.move_cursor(screen.editor.document.end)
        for key in ("x", "y", "backspace", "backspace", "n", "f5"):
            it.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await it.until(lambda: screen.results.report)
        assert screen.editor.text == HEAD + "    return n + n"
        assert screen.results.report.passed


@pytest.mark.usefixtures("patient")
async def test_without_the_grammar_the_editor_shows_plain_text(
    open_app: Any, small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from course.ui.widgets.code import python_grammar

    python_grammar.cache_clear()
    monkeypatch.setitem(sys.modules, "tree_sitter_python", None)
    try:
        async with open_app(small_course, size=WIDE) as it:
            screen = await it.exercise()
            assert screen.editor.language is None
            assert "def double(n):" in it.text
            screen.editor.replace_text(GOOD)
            await it.check()
            assert it.app.session.is_passed(EXERCISE)
    finally:
        python_grammar.cache_clear()


@pytest.mark.usefixtures("patient")
async def test_with_the_grammar_the_editor_is_highlighted(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert screen.editor.language == "python"
        assert screen.editor.is_syntax_aware


# ---------------------------------------------------------------- hints, comparison


@pytest.mark.usefixtures("patient")
async def test_hints_come_one_at_a_time_and_stay(open_app: Any, small_course: Locations) -> None:
    async with open_app(small_course, size=WIDE) as it:
        await it.exercise()
        await it.press("f2")
        assert "Hint 1 of 3" in it.text
        assert "Hint 2 of 3" not in it.text
        await it.press("f2", "f2")
        assert "Hint 3 of 3" in it.text
        assert "That was the last hint." in it.text
        await it.press("f2")
        assert len(it.app.session.hints_taken(it.app.screen.exercise)) == 3
        await it.press("escape", "escape")
        await it.exercise()
        assert "Hint 3 of 3" in it.text


@pytest.mark.usefixtures("patient")
async def test_after_a_pass_the_solutions_are_compared(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        await it.press("f4")
        assert it.place == "ExerciseScreen"
        screen.editor.replace_text(GOOD)
        await it.check()
        await it.press("f4")
        assert it.place == "ComparisonScreen"
        assert "~     return n + n" in it.text
        assert "~     return n * 2" in it.text
        await it.press("n")
        assert "Another way" in it.text
        await it.press("escape")
        assert it.place == "ExerciseScreen"


# ---------------------------------------------------------------- a narrow window


@pytest.mark.usefixtures("patient")
async def test_in_a_narrow_window_everything_is_a_key_away(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course) as it:
        screen = await it.exercise()
        assert "Write double(n)." in it.text
        assert "Return twice n." not in it.text
        await it.press("2")
        assert screen.editor.has_focus
        assert "Return twice n." in it.text
        await it.press("1", "f8")
        assert "1" in screen.editor.text
        assert screen.pane == "results"
        assert "F5 checks your code." in it.text
        await it.press("1")
        assert screen.pane == "brief"
        screen.editor.replace_text(PRINTS)
        await it.check()
        assert screen.pane == "results"
        assert "✗ Not yet" in it.text
        await it.press("escape")
        assert screen.editor.has_focus
        await it.press("escape", "3", "e", "f2")
        assert "Hint 1 of 3" in it.text
        await it.pilot.click("#tab-results")
        assert screen.pane == "results"


@pytest.mark.usefixtures("patient")
async def test_a_window_that_is_made_narrow_keeps_the_pane_with_the_keys(
    open_app: Any, small_course: Locations
) -> None:
    async with open_app(small_course, size=WIDE) as it:
        screen = await it.exercise()
        assert screen.editor.has_focus
        await it.resize(80, 24)
        assert screen.pane == "code"
        assert "Return twice n." in it.text


# ---------------------------------------------------------------- pictures


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("text", "keys"),
    [("", ()), (PRINTS, ("f2", "f5")), (GOOD, ("f5",)), (GOOD, ("f5", "f4"))],
    ids=["brief", "failing", "passed", "compared"],
)
async def test_looks(
    open_app: Any,
    small_course: Locations,
    picture: Callable[[CourseApp], bool],
    text: str,
    keys: tuple[str, ...],
    size: str,
) -> None:
    async with open_app(small_course, size=SIZES[size]) as it:
        screen = await it.exercise()
        if text:
            screen.editor.replace_text(text)
        for key in keys:
            await (it.check() if key == "f5" else it.press(key))
        for line in screen.query("#file-line"):
            line.visible = False
        await it.pilot.pause()
        assert picture(it.app)
