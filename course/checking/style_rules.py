"""What ruff finds in a solution, in words for learners: the most useful first.

Of ruff's rules only those that a reviewer would tell a learner are here. `{it}` is the text that
ruff points at. `needs` are concepts that the words or their remedy are made of: before they are
taught, nothing is said.
"""

from __future__ import annotations

from msgspec import Struct


class StyleRule(Struct, frozen=True):
    """One of ruff's rules: what to say, and which concepts must have been taught."""

    code: str
    words: str
    needs: tuple[str, ...] = ()


_COMPREHENSION = ("list_comprehension",)

RULES = tuple(
    StyleRule(*row)
    for row in (
        # It works today, and will surprise somebody tomorrow.
        (
            "F821",
            "Nothing gives `{it}` a value. No test reaches this line; when a user does, Python "
            "stops with a NameError.",
        ),
        (
            "B006",
            "The default `{it}` is made once, when Python reads the `def`, and every call shares "
            "it. Use `None` as the default and make a fresh one inside the function.",
            ("mutable_default", "none_default"),
        ),
        (
            "E722",
            "A bare `except:` also catches typing mistakes and Ctrl+C, and hides them. Name the "
            "exception that you expect.",
            ("try_except",),
        ),
        (
            "BLE001",
            "`except Exception` also catches mistakes in your own code and hides them. Name the "
            "exception that you expect.",
            ("catch_narrowly",),
        ),
        (
            "B023",
            "The function reads `{it}` when it is called, and by then the loop has moved on. Hand "
            "the value over as a default: `{it}={it}`.",
            ("closure",),
        ),
        (
            "ASYNC251",
            "`time.sleep` stops the whole event loop, so no other task can go on. "
            "`await asyncio.sleep(...)` lets them.",
            ("blocking_call",),
        ),
        (
            "RUF006",
            "Nothing keeps the task: Python may throw it away before it is done, and nobody would "
            "see its exception. Keep it in a variable and await it.",
            ("task",),
        ),
        (
            "B017",
            "`pytest.raises(Exception)` passes for any mistake at all. Name the exception that "
            "you expect.",
            ("pytest_raises",),
        ),
        (
            "S307",
            "`eval` runs whatever stands in the text, also what a stranger wrote there. Take the "
            "text apart yourself, or use `json`.",
        ),
        (
            "S608",
            "The SQL is put together from pieces of text, so a value can change what it does. "
            "Put `?` in its place and hand the value over beside it.",
            ("sql_parameter",),
        ),
        (
            "F632",
            "`is` asks whether two names mean one object, not whether two values are equal. That "
            "it works here is luck: use `==`.",
        ),
        (
            "B015",
            "This comparison has no effect: nothing uses its result.",
        ),
        (
            "B018",
            "This line works out a value and throws it away. Use the value, or take the line out.",
        ),
        (
            "B020",
            "The loop gives `{it}` a new value at each turn, but it is also what the loop runs "
            "over. Use another name for the item.",
            ("for_loop",),
        ),
        (
            "PLW2901",
            "The loop's own `{it}` is given another value inside of the loop. A second name keeps "
            "clear which of the two is meant.",
            ("for_loop",),
        ),
        (
            "F811",
            "`{it}` is defined twice; the second one replaces the first, so the first does "
            "nothing.",
        ),
        (
            "SIM115",
            "If something goes wrong after this `open`, the file stays open. `with open(...) as "
            "file:` closes it in every case.",
            ("with", "open_file"),
        ),
        (
            "B904",
            "Inside an `except`, `raise ... from error` keeps the cause. Without it the traceback "
            "says that a second mistake happened on the way.",
            ("raise_from",),
        ),
        (
            "DTZ005",
            "`datetime.now()` has no time zone, so it means another moment on another machine. "
            "`datetime.now(UTC)` does not.",
            ("time_zone",),
        ),
        (
            "PLW0603",
            "`global` lets a function change a value far away, and a reader of the call cannot "
            "see it. Take the value as a parameter and return the new one.",
            ("global_scope", "return"),
        ),
        # What is left over.
        (
            "F841",
            "`{it}` is given a value that nothing reads. Take it out, or use it: a reader looks "
            "for the place where it matters.",
        ),
        ("F401", "`{it}` is imported and never used. A reader looks for the place that uses it."),
        (
            "F541",
            "This f-string has no `{{...}}` in it, so the `f` does nothing. An ordinary string "
            "says the same.",
            ("f_string",),
        ),
        (
            "B007",
            "The loop never uses `{it}`. The name `_` tells a reader that this is meant.",
            ("for_loop",),
        ),
        (
            "PIE790",
            "`pass` is for a block with nothing in it. Here there is something, so it can go.",
        ),
        (
            "PLR1711",
            "A function returns `None` at its end by itself; the last `return` can go.",
            ("return", "none"),
        ),
        (
            "ERA001",
            "There is code in a comment. A reader cannot tell whether it still matters; take it "
            "out, git remembers it.",
            ("comment", "git"),
        ),
        # Names.
        (
            "A001",
            "`{it}` is the name of one of Python's own functions. From here on it means your "
            "value, and the function cannot be called any more.",
        ),
        (
            "A002",
            "The parameter `{it}` has the name of one of Python's own functions, which cannot be "
            "called inside of this function any more.",
            ("parameter",),
        ),
        (
            "E741",
            "`{it}` looks like a one or a zero in many fonts. A word says what the value is.",
        ),
        (
            "N802",
            "Python developers write the names of functions in small letters, with `_` between "
            "the words; a capital looks like a class.",
            ("function",),
        ),
        (
            "N801",
            "Python developers write the names of classes like `ParcelList`: it tells them apart "
            "from functions.",
            ("class",),
        ),
        (
            "N803",
            "Python developers write the names of parameters in small letters, with `_` between "
            "the words.",
            ("parameter",),
        ),
        (
            "N806",
            "Inside a function, Python developers write names in small letters, with `_` between "
            "the words. Capitals are for constants of the whole file.",
            ("function",),
        ),
        # A plainer way to say the same.
        (
            "E711",
            "There is only one `None`, so ask with `is None` or `is not None`. `==` can be "
            "redefined by a class.",
            ("none",),
        ),
        (
            "E712",
            "A truth value needs no comparison: `if ready:` says what `if ready == True:` does, "
            "and `if not ready:` the opposite.",
            ("boolean",),
        ),
        ("E713", "`x not in items` reads better than `not x in items`.", ("membership",)),
        ("E714", "`x is not None` reads better than `not x is None`.", ("none",)),
        (
            "E721",
            "`isinstance(value, int)` asks for the type and is also right for classes that are "
            "built on it.",
            ("class",),
        ),
        ("SIM201", "`a != b` reads better than `not a == b`.", ("comparison",)),
        ("SIM208", "Two `not` cancel each other out.", ("and_or_not",)),
        (
            "SIM103",
            "The condition is the answer already: return it, in place of `True` in one branch and "
            "`False` in the other.",
            ("return", "boolean"),
        ),
        (
            "SIM210",
            "The condition is `True` or `False` already; `True if ... else False` says it twice.",
            ("boolean",),
        ),
        (
            "SIM102",
            "Two `if` inside of each other ask for both: one `if` with `and` says so, and saves "
            "an indentation.",
            ("and_or_not",),
        ),
        (
            "PLR5501",
            "An `if` alone inside an `else` is what `elif` is for; it saves an indentation.",
            ("elif_branch",),
        ),
        (
            "PLR1714",
            "One value is compared with several, one by one. `value in (1, 2)` asks once.",
            ("membership", "tuple"),
        ),
        (
            "SIM300",
            "The value that may vary reads better at the left: `size == 3`.",
            ("comparison",),
        ),
        (
            "SIM118",
            "A dictionary is asked for its keys anyway: `key in prices` is enough, without "
            "`.keys()`.",
            ("dictionary",),
        ),
        (
            "SIM401",
            "`prices.get(key, 0)` says in one line what this `if` and `else` say in four.",
            ("dict_get",),
        ),
        (
            "PERF102",
            "Only half of each pair is used. Loop over `.values()`, or over the dictionary itself "
            "for its keys.",
            ("dict_items",),
        ),
        (
            "SIM113",
            "`enumerate` counts the turns of a loop for you: `for number, item in "
            "enumerate(items):`.",
            ("enumerate",),
        ),
        (
            "PERF401",
            "This loop only fills a list. A list comprehension says so in its first word.",
            _COMPREHENSION,
        ),
        (
            "C416",
            "This comprehension takes every item as it is; `list(...)` says so.",
            _COMPREHENSION,
        ),
        (
            "C419",
            "Without the square brackets `any` and `all` stop at the first item that decides; "
            "with them a whole list is made first.",
            ("generator_expression",),
        ),
        (
            "C414",
            "`sorted` makes a list by itself; the call inside of it does nothing.",
            ("sorted",),
        ),
        ("C413", "`sorted` gives back a list already.", ("sorted",)),
        (
            "SIM110",
            "This loop looks for one item that fits. `any(...)` or `all(...)` says so in a line, "
            "and stops as early.",
            ("generator_expression",),
        ),
        (
            "RET505",
            "After a `return` nothing goes on, so the `else` can go and its lines move to the "
            "left.",
            ("early_return",),
        ),
        (
            "UP032",
            "An f-string shows each value at its place; with `.format` the eye jumps to and fro.",
            ("f_string",),
        ),
        ("UP034", "The inner parentheses change nothing."),
        (
            "PLW0120",
            "A loop's `else` runs whenever no `break` ends it, and there is none. Write the lines "
            "after the loop.",
            ("break",),
        ),
        (
            "E701",
            "One statement a line: the eye finds the block under its colon.",
            ("if_statement",),
        ),
        (
            "E702",
            "One statement a line; Python needs no semicolon.",
        ),
        ("E703", "Python needs no semicolon at the end of a line."),
        ("E401", "One import a line is easier to find and to change.", ("standard_library",)),
    )
)
"""Every rule there are words for; its place is its rank."""
