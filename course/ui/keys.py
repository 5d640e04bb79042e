"""Every key of the app, as data: one long table, so that each name is there once.

Each binding has an `id` (`lesson.next`), so that the `keys` of the settings can move it to
another key, and a tooltip in whole words, which the help screen shows. Never bound: `ctrl+m`,
`ctrl+h` and `ctrl+i` (Enter, Backspace and Tab on many terminals), nor anything that a focused
editor takes for itself (`f6`, `f7`, `ctrl+a/c/d/e/k/u/v/w/x/y/z`), but for `ANSWER`: the line that
answers a running program has the keys of a terminal. `editor.all` names what the editor does.
"""

from __future__ import annotations

from textual.binding import Binding


def _key(
    name: str,
    key: str,
    action: str,
    label: str,
    words: str,
    *,
    show: bool = True,
    first: bool = False,
) -> Binding:
    """One binding; `first` means it is seen before the focused widget sees the key."""
    return Binding(key, action, label, id=name, tooltip=words, show=show, priority=first)


def _digits(place: str, action: str, words: str) -> list[Binding]:
    """The keys 1 to 9, each for the thing of its number."""
    return [
        _key(f"{place}.{one}", str(one), f"{action}({one})", str(one), f"{words} {one}", show=False)
        for one in range(1, 10)
    ]


APP = [
    _key("help", "f1", "help", "Help", "Show the keys of this screen", first=True),
    _key(
        "search",
        "ctrl+p",
        "command_palette",
        "Search",
        "Find any lesson, exercise, concept or command",
        show=False,
        first=True,
    ),
    _key(
        "lookup",
        "f9,ctrl+g",
        "look_up",
        "Look up",
        "Look up the name under the cursor, or any name of Python",
        show=False,
    ),
    _key(
        "quit",
        "ctrl+q,f10",
        "quit",
        "Quit",
        "Leave the course; your place is kept",
        show=False,
        first=True,
    ),
]

PLACE = [
    _key("back", "escape", "back", "Back", "Go back to where you came from"),
]

HOME = [
    _key(
        "home.search",
        "slash",
        "app.command_palette",
        "Search",
        "Find any lesson, exercise or concept",
    ),
    _key("home.review", "r", "review", "Review", "Review what is due, ten minutes at most"),
    _key(
        "home.progress",
        "p",
        "app.progress",
        "Progress",
        "See what you did and what you have mastered",
    ),
    _key(
        "home.playground",
        "g",
        "app.playground",
        "Playground",
        "Write and run programs of your own",
    ),
    _key("home.path", "c", "app.choose_path", "Path", "Choose another learning path", show=False),
    _key(
        "home.skills",
        "k",
        "app.skills",
        "Skills",
        "See what your work shows, and what a job asks for",
        show=False,
    ),
    _key(
        "home.placement",
        "a",
        "app.assess",
        "Placement",
        "Find out which modules you can skip",
        show=False,
    ),
    _key(
        "home.shift", "w", "app.shift", "A working day", "Begin or go on with a shift", show=False
    ),
    _key(
        "home.exam",
        "e",
        "app.exam",
        "Exam",
        "Take an exam: 45 minutes, no hints, a result with its uncertainty",
        show=False,
    ),
    _key("home.settings", "s", "app.settings", "Settings", "Change the colours and other settings"),
    _key("home.hide_notices", "x", "hide_notices", "Hide notice", "Hide the notice at the top"),
    _key("home.escape", "escape", "to_card", "Top", "Go to the card at the top", show=False),
    _key("home.quit", "q", "app.quit", "Quit", "Leave the course; your place is kept"),
]

CONTINUE = [
    _key("home.continue", "enter", "choose", "Continue", "Go on where you left off"),
    _key("home.down", "down", "app.focus_next", "Path", "Go to the learning path", show=False),
]

LESSON_LIST = [
    _key(
        "path.open", "enter", "select_cursor", "Open", "Open the lesson, or show a module's lessons"
    ),
    _key(
        "path.fold", "space", "toggle_node", "Fold", "Show or hide a module's lessons", show=False
    ),
    _key(
        "path.known",
        "i",
        "turn",
        "I know this",
        "Skip the module because you know it, or put a skipped one back",
        show=False,
    ),
    _key(
        "path.test",
        "t",
        "test_out",
        "Test out",
        "Show with one short exercise that you know the module",
        show=False,
    ),
    _key("path.expand", "right", "expand", "Unfold", "Show a module's lessons", show=False),
    _key("path.collapse", "left", "collapse", "Fold", "Hide a module's lessons", show=False),
    _key("path.up", "up", "cursor_up", "Up", "Go up a line", show=False),
    _key("path.down", "down", "cursor_down", "Down", "Go down a line", show=False),
    _key("path.page_up", "pageup", "page_up", "Page up", "Go up a page", show=False),
    _key("path.page_down", "pagedown", "page_down", "Page down", "Go down a page", show=False),
    _key("path.first", "home", "scroll_home", "First", "Go to the first line", show=False),
    _key("path.last", "end", "scroll_end", "Last", "Go to the last line", show=False),
]

DIALOG = [
    _key("dialog.close", "enter,escape", "close", "Close", "Close this message"),
]

PICKER = [
    _key("list.choose", "enter", "select", "Choose", "Choose what is marked"),
    _key("list.up", "up", "cursor_up", "Up", "Go up", show=False),
    _key("list.down", "down", "cursor_down", "Down", "Go down", show=False),
    _key("list.page_up", "pageup", "page_up", "Page up", "Go up a page", show=False),
    _key("list.page_down", "pagedown", "page_down", "Page down", "Go down a page", show=False),
    _key("list.first", "home", "first", "First", "Go to the first", show=False),
    _key("list.last", "end", "last", "Last", "Go to the last", show=False),
]

CHOICE = [
    _key("choice.skip", "escape", "back", "Decide later", "Go on without choosing"),
]

LESSON = [
    _key(
        "lesson.act",
        "enter",
        "act",
        "Go on",
        "Do the next thing: run, answer, open or continue",
        show=False,
    ),
    _key("lesson.next", "n,right,f8", "next_step", "Next", "Go to the next step"),
    _key(
        "lesson.previous",
        "p,left,shift+f8",
        "previous_step",
        "Previous",
        "Go to the previous step",
    ),
    _key("lesson.run", "f5,ctrl+j", "run", "Run", "Run the code", first=True),
    _key("lesson.answer", "f5,ctrl+j", "answer", "Answer", "Answer the question", first=True),
    _key("lesson.open", "f5,ctrl+j", "open_exercise", "Open", "Open the exercise", first=True),
    _key("lesson.trace", "f3", "trace", "Step through", "Step through the code", first=True),
    _key("lesson.edit", "e", "edit", "Edit", "Change the example and run it again"),
    _key(
        "lesson.playground",
        "g",
        "playground",
        "Playground",
        "Go on with this code in the playground",
        show=False,
    ),
    _key(
        "lesson.restore",
        "ctrl+r",
        "restore",
        "Start over",
        "Put the step back as it was",
        first=True,
    ),
    _key("lesson.notes", "m", "notes", "Notes", "Write notes on this lesson"),
    _key(
        "lesson.unclear",
        "u",
        "unclear",
        "Unclear",
        "Note that this step is unclear, or that it no longer is",
        show=False,
    ),
]

TYPING = [
    _key(
        "step.leave",
        "escape",
        "leave_field",
        "Stop typing",
        "Leave what you type in; letters are keys of the lesson again",
    ),
]

READING = [
    _key("reading.up", "up", "scroll_up", "Up", "Scroll up a line", show=False),
    _key("reading.down", "down", "scroll_down", "Down", "Scroll down a line", show=False),
    _key("reading.page_up", "pageup", "page_up", "Page up", "Scroll up a page", show=False),
    _key(
        "reading.page_down", "pagedown", "page_down", "Page down", "Scroll down a page", show=False
    ),
]

LEAVE_CODE = [
    _key(
        "editor.leave",
        "escape",
        "leave_editor",
        "Stop typing",
        "Leave what you type in; letters are keys of this place again",
    ),
]

STEP = [
    _key("step.files", "f,f4", "files", "File", "Read the file that lies beside the code"),
]

FILES = [
    _key("files.close", "enter,escape,f,f4", "close", "Close", "Close the file", show=False),
]

LOOKUP = [
    _key("lookup.close", "escape,f9,ctrl+g", "close", "Back", "Go back to where you were"),
    _key("lookup.up", "up", "scroll(-1)", "Up", "Read further up", show=False),
    _key("lookup.down", "down", "scroll(1)", "Down", "Read on", show=False),
    _key("lookup.page_up", "pageup", "scroll(-10)", "Page up", "A page up", show=False),
    _key("lookup.page_down", "pagedown", "scroll(10)", "Page down", "A page down", show=False),
]

DIFF = [
    _key("diff.remark", "enter", "remark", "Comment", "Comment on the line under the cursor"),
]

REMARK = [
    _key("remark.close", "escape", "close", "No comment", "Go back without a comment"),
]

PORTFOLIO = [
    _key("portfolio.close", "escape", "close", "Not now", "Go back and write nothing"),
]

PROGRESS = [
    _key("progress.weeks", "w", "weeks", "Days / weeks", "Draw weeks in place of days, or days"),
    _key("progress.goal", "g", "goal", "Goal", "Another goal of days a week"),
    _key("progress.export", "x", "export", "Export", "Write your progress to a file"),
]

NOTES = [
    _key("notes.back", "escape", "back", "Keep", "Keep your notes and go back", first=True),
    _key("notes.save", "ctrl+s", "save", "Save", "Keep your notes and go on writing", first=True),
]

REVIEW = [
    _key("review.act", "enter", "act", "Go on", "Answer, open or continue", show=False),
    _key("review.run", "f5,ctrl+j", "run", "Answer", "Answer the question", show=False, first=True),
    _key("review.next", "n,f8", "next_item", "Leave out", "Leave this one out; it stays due"),
]

STEP_BUTTON = [
    _key("step.press", "enter", "press", "Go on", "Do what the marked button says"),
]

ASSESSMENT = [
    _key("assessment.act", "enter", "act", "Go on", "Begin, answer or continue"),
    _key("assessment.run", "f5", "act", "Answer", "Answer the question", show=False, first=True),
    _key(
        "assessment.unknown",
        "f2",
        "unknown",
        "I do not know",
        "Go on without a guess",
        first=True,
    ),
    _key(
        "assessment.stop",
        "f8",
        "stop",
        "End here",
        "End the placement and see what is known by now",
        first=True,
    ),
]

EXAM = [
    _key("exam.act", "enter", "act", "Go on", "Begin, answer or open the exercise", show=False),
    _key("exam.run", "f5", "act", "Answer", "Answer the question", show=False, first=True),
    _key("exam.leave_out", "f2", "leave_out", "Leave out", "Go on without this task", first=True),
    _key("exam.stop", "f8", "stop", "End it", "End the exam and see the result", first=True),
]

SKILLS = [
    _key("skills.report", "w", "report", "Write a report", "Write a report you can show to others"),
    _key(
        "skills.portfolio",
        "g",
        "portfolio",
        "Portfolio",
        "Write your projects as a git repository",
    ),
]

CHOICES = [
    _key("choices.up", "up,k", "move(-1)", "Up", "Go to the answer above", show=False),
    _key("choices.down", "down,j", "move(1)", "Down", "Go to the answer below", show=False),
    _key(
        "choices.tick", "space", "tick", "Choose", "Choose the answer under the cursor", show=False
    ),
    _key("choices.answer", "enter", "answer", "Answer", "Answer with what is chosen", show=False),
    *_digits("choices", "pick", "Choose answer"),
]

LINES = [
    _key("lines.up", "up,k", "move(-1)", "Up", "Go to the line above", show=False),
    _key("lines.down", "down,j", "move(1)", "Down", "Go to the line below", show=False),
    _key("lines.pick", "enter,space", "pick", "Pick", "Take the line, or put it back", show=False),
    _key(
        "lines.raise",
        "shift+up,alt+up,K",
        "shift(-1)",
        "Move up",
        "Move the line up in the program",
        show=False,
    ),
    _key(
        "lines.lower",
        "shift+down,alt+down,J",
        "shift(1)",
        "Move down",
        "Move the line down in the program",
        show=False,
    ),
]

PIECES = [
    _key(
        "pieces.indent",
        "right,l",
        "indent(1)",
        "Further in",
        "Indent the line, or the one taken last, one level further",
        show=False,
    ),
    _key(
        "pieces.dedent",
        "left,h",
        "indent(-1)",
        "Further out",
        "Indent the line, or the one taken last, one level less",
        show=False,
    ),
    _key("pieces.check", "f5,ctrl+j", "screen.check", "Check", "Check the order of the lines"),
    _key(
        "pieces.lines",
        "f2",
        "screen.lines",
        "Line by line",
        "Have the solution shown line by line instead",
    ),
]

PARTS = [
    _key("parts.next", "enter,space,n", "screen.next", "Next", "Show the next part"),
    _key(
        "parts.whole",
        "f2",
        "screen.whole",
        "All of it",
        "Put all of the solution into your editor, and check it",
    ),
]

PICKED_LINE = [
    _key("spot.up", "up,k", "move(-1)", "Up", "Go to the line above", show=False),
    _key("spot.down", "down,j", "move(1)", "Down", "Go to the line below", show=False),
    _key("spot.pick", "enter,space", "pick", "Pick", "Say that it is this line", show=False),
    *_digits("spot", "go", "Go to line"),
]

EDITOR = [
    _key("editor.all", "f7", "select_all", "Select all", "Select all of the code", show=False),
    _key(
        "editor.dedent",
        "shift+tab",
        "dedent",
        "Less indentation",
        "Move the line, or the selected lines, four spaces to the left",
        show=False,
    ),
    _key(
        "editor.comment",
        "ctrl+slash,ctrl+underscore,ctrl+b",
        "comment",
        "Comment",
        "Make the line, or the selected lines, a comment, or code again",
        show=False,
    ),
    _key(
        "editor.raise",
        "alt+up,ctrl+shift+up",
        "move_lines(-1)",
        "Move up",
        "Move the line, or the selected lines, one line up",
        show=False,
    ),
    _key(
        "editor.lower",
        "alt+down,ctrl+shift+down",
        "move_lines(1)",
        "Move down",
        "Move the line, or the selected lines, one line down",
        show=False,
    ),
    _key(
        "editor.complete",
        "ctrl+space,ctrl+@",
        "complete",
        "Complete",
        "Offer the names that may be meant; Tab takes one",
        show=False,
    ),
    _key("editor.top", "ctrl+home", "top", "Top", "Go to the beginning of the code", show=False),
    _key("editor.bottom", "ctrl+end", "bottom", "Bottom", "Go to the end of the code", show=False),
]

PROJECT = [
    _key("project.next", "f9", "file(1)", "Next file", "Open the next file of the project"),
    _key(
        "project.previous",
        "shift+f9",
        "file(-1)",
        "Previous file",
        "Open the file before this one",
        show=False,
    ),
]

QUESTION = [
    _key("question.other", "left,right", "other", "Choose", "Go to the other answer"),
    _key("question.no", "escape", "no", "Cancel", "Leave everything as it is"),
]

EXERCISE = [
    _key("exercise.check", "f5,ctrl+j", "check", "Check", "Run the tests on your code", first=True),
    _key("exercise.hint", "f2", "hint", "Hint", "Take the next hint", first=True),
    _key(
        "exercise.trace",
        "f3",
        "trace",
        "Step through",
        "Step through your code on the call that failed",
        first=True,
    ),
    _key(
        "exercise.compare", "f4", "compare", "Compare", "Compare with other solutions", first=True
    ),
    _key(
        "exercise.pane",
        "f8",
        "next_pane",
        "Next tab",
        "Show the next part of the exercise",
        first=True,
    ),
    _key(
        "exercise.save",
        "ctrl+s",
        "save",
        "Save",
        "Save your code (it is saved at every pause, too)",
        show=False,
        first=True,
    ),
    _key(
        "exercise.own_editor",
        "ctrl+o",
        "own_editor",
        "Own editor",
        "Open your file in your own editor (in a browser: see where it is)",
        show=False,
        first=True,
    ),
    _key(
        "exercise.reset",
        "ctrl+r",
        "reset",
        "Reset",
        "Put the starter back; your code is kept in a file",
        show=False,
        first=True,
    ),
    _key(
        "exercise.brief", "1", "pane('brief')", "Brief", "Show the brief and the hints", show=False
    ),
    _key("exercise.code", "2,e", "pane('code')", "Code", "Go to your code", show=False),
    _key(
        "exercise.results",
        "3",
        "pane('results')",
        "Results",
        "Show what the last check found",
        show=False,
    ),
    _key("exercise.files", "f", "files", "File", "Read the files that lie beside your code"),
    _key("exercise.next", "n", "next", "Next", "Go on with the lesson", show=False),
    _key(
        "exercise.lesson",
        "l",
        "lesson",
        "Lesson",
        "Open the lesson at the step that taught what the newest hint is about",
        show=False,
    ),
]

TERMINAL = [
    _key(
        "exercise.terminal",
        "ctrl+o",
        "terminal",
        "Terminal",
        "Open a terminal in the folder of the exercise (in a browser: see where it is)",
        first=True,
    ),
]


SHIFT = [
    _key("shift.inbox", "f2", "view('inbox')", "Inbox", "Show what was written to you", first=True),
    _key("shift.service", "f3", "view('service')", "Service", "Show how it stands", first=True),
    _key("shift.log", "f4", "view('log')", "Log", "Show the log of the service", first=True),
    _key("shift.figures", "f5", "view('figures')", "Figures", "Show the figures", first=True),
    _key("shift.repository", "f8", "view('repository')", "Repo", "Show the commits", first=True),
    _key("shift.pause", "f9", "pause", "Pause", "Stop the clock, or let it run", first=True),
    _key(
        "shift.terminal", "ctrl+o", "terminal", "Terminal",
        "Open a terminal in the repository (in a browser: see where it is)",
        first=True,
    ),
    _key("shift.up", "pageup", "scroll(-1)", "Up", "Scroll the view up", show=False, first=True),
    _key("shift.down", "pagedown", "scroll(1)", "Down", "Scroll it down", show=False, first=True),
]  # fmt: skip

PLAYGROUND = [
    _key("playground.run", "f5,ctrl+j", "run", "Run", "Run your program", first=True),
    _key("playground.stop", "f9", "stop", "Stop", "Stop your program", first=True),
    _key(
        "playground.trace",
        "f3",
        "trace",
        "Step through",
        "Step through your program, with what you typed when it ran",
        first=True,
    ),
    _key(
        "playground.earlier",
        "f2",
        "earlier",
        "Earlier programs",
        "Bring back a program that you ran before",
        first=True,
    ),
    _key(
        "playground.pane",
        "f8",
        "other_pane",
        "Code, output",
        "Go from the code to the output, or back",
        first=True,
    ),
    _key(
        "playground.new",
        "shift+f5",
        "new",
        "New",
        "Begin a new program; this one is kept with the earlier ones",
        show=False,
        first=True,
    ),
    _key(
        "playground.save",
        "ctrl+s",
        "save",
        "Save",
        "Save your program (it is saved at every pause, too)",
        show=False,
        first=True,
    ),
    _key("playground.edit", "e", "edit", "Code", "Go to your program", show=False),
]

ANSWER = [
    _key(
        "answer.end",
        "ctrl+d",
        "end_input",
        "End of input",
        "With nothing typed: there is no more input",
        show=False,
    ),
    _key(
        "answer.stop",
        "ctrl+c",
        "stop",
        "Stop",
        "Stop the program, as in a terminal",
        show=False,
    ),
]

PROMPT = [
    _key(
        "prompt.open",
        "ctrl+l",
        "prompt",
        ">>>",
        "Open a >>> prompt with your code; it keeps no lines",
        show=False,
        first=True,
    ),
]

PROMPT_PANE = [
    _key("prompt.close", "escape", "close_prompt", "Back", "Leave the prompt; it goes on"),
]

EARLIER = [
    _key("earlier.close", "escape", "close", "Close", "Leave your program as it is"),
]

UNSAVED = [
    _key("unsaved.discard", "d,delete", "discard", "Discard", "Discard what is marked"),
    _key("unsaved.close", "escape", "close", "Later", "Leave them for later"),
]

COMPARISON = [
    _key("comparison.next", "right,n", "turn(1)", "Next", "Compare with the next solution"),
    _key(
        "comparison.previous", "left,p", "turn(-1)", "Previous", "Compare with the solution before"
    ),
]

TIME_TRAVEL = [
    _key("trace.next", "right,n", "move(1)", "Forward", "Go to the next step"),
    _key("trace.previous", "left,p", "move(-1)", "Back", "Go to the step before"),
    _key("trace.change", "c", "change(1)", "Change", "Go on to where a variable changes"),
    _key(
        "trace.change_before",
        "C",
        "change(-1)",
        "Change before",
        "Go back to where a variable changed",
        show=False,
    ),
    _key("trace.failure", "f", "failure", "Failure", "Go to where it goes wrong"),
    _key(
        "trace.departure",
        "d",
        "departure",
        "First difference",
        "Go to the first result that is not as the reference's",
    ),
    _key("trace.tasks", "t", "tasks", "Tasks", "Show or hide the tasks of the event loop"),
    _key("trace.block", "b", "block", "Blocked", "Go to what kept the event loop from going on"),
    _key(
        "trace.objects",
        "o",
        "objects",
        "Objects",
        "Draw the objects that names lead to, or list the variables",
    ),
    _key("trace.why", "w", "why", "Why", "See which steps made a value, and go to one of them"),
    _key("trace.first", "home", "first", "First", "Go to the first step"),
    _key("trace.last", "end", "last", "Last", "Go to the last step"),
    _key("trace.far_on", "pagedown", "move(50)", "50 steps on", "Go on by fifty steps", show=False),
    _key("trace.far_back", "pageup", "move(-50)", "50 back", "Go back by fifty steps", show=False),
]

WHY = [
    _key("why.close", "escape", "close", "Close", "Stay at the step"),
]

GROUPS = (
    APP,
    CONTINUE,
    LESSON_LIST,
    LESSON,
    TYPING,
    LEAVE_CODE,
    READING,
    STEP,
    FILES,
    LOOKUP,
    NOTES,
    PROGRESS,
    REVIEW,
    STEP_BUTTON,
    ASSESSMENT,
    EXAM,
    SKILLS,
    CHOICES,
    LINES,
    PIECES,
    PARTS,
    PICKED_LINE,
    EXERCISE,
    TERMINAL,
    EDITOR,
    SHIFT,
    PLAYGROUND,
    ANSWER,
    PROMPT,
    PROMPT_PANE,
    EARLIER,
    UNSAVED,
    COMPARISON,
    TIME_TRAVEL,
    WHY,
    PROJECT,
    QUESTION,
    DIFF,
    REMARK,
    PORTFOLIO,
    PICKER,
    CHOICE,
    DIALOG,
    HOME,
    PLACE,
)
"""Every group above; the ids in them are the ones that settings may name."""


def key_ids() -> tuple[str, ...]:
    """The id of every key that can be moved, in the order above."""
    return tuple(binding.id for group in GROUPS for binding in group if binding.id)


def key_names() -> tuple[tuple[str, str], ...]:
    """The id of every key and what it does, in the order above."""
    return tuple((it.id, str(it.tooltip)) for group in GROUPS for it in group if it.id)


BROWSERS = (
    frozenset(
        f"ctrl+{key}" for key in ("n", "q", "t", "w", "tab", "shift+tab", "pageup", "pagedown")
    )
    | {f"ctrl+shift+{key}" for key in "npqtw"}
    | {"f11"}
)
"""Keys that a browser keeps for itself, so that no page ever hears of them.

Chromium: `BrowserCommandController::IsReservedCommandOrKey`; Firefox: the keys of
`browser-sets.inc` that are `reserved`. Ctrl+Q leaves Firefox, F11 fills the screen in both.
"""


def in_a_browser(moved: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """What keys are in a browser, by their ids: where one is the browser's, only the others.

    `moved` are the keys that the learner has moved. Second, the ids of those whose new key is the
    browser's as well: there they are where they were.
    """
    keymap, lost = dict(moved), []
    for binding in (it for group in GROUPS for it in group if it.id):
        name = binding.id or ""
        wanted = moved.get(name, binding.key).split(",")
        left = [key for key in wanted if key.strip() not in BROWSERS]
        if not left:
            lost.append(name)
            left = [key for key in binding.key.split(",") if key not in BROWSERS]
        if left != wanted:
            keymap[name] = ",".join(left)
    return keymap, lost


_WRITTEN = {
    "escape": "Esc",
    "slash": "/",
    "question_mark": "?",
    "underscore": "_",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def written(key: str) -> str:
    """A key as it stands on a keyboard; letters stay as they are."""
    return _WRITTEN.get(key) or (key if len(key) == 1 else key.capitalize())
