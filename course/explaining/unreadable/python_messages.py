"""What Python says of a file it cannot read, in the words of the course.

Only messages that Python 3.11 and later give for one thing alone are here, so each sentence is
true wherever its message is given. The line comes first; `{name}` is a group of the pattern.
"""

from __future__ import annotations
import __future__

import difflib
import re

from course.explaining.unreadable.stop import Explanation, StopPlace

_MESSAGES: tuple[tuple[str, str, str], ...] = (
    (
        r"'return' outside function",
        "return_outside",
        "is outside every function, and `return` belongs inside one. Look at how far the line is "
        "indented.",
    ),
    (
        r"'yield(?: from)?' outside function",
        "yield_outside",
        "is outside every function, and `yield` belongs inside one.",
    ),
    (
        r"'await' outside (?:async )?function",
        "await_outside",
        "uses `await` outside an `async def` function.",
    ),
    (
        r"'async (?P<what>for|with)' outside async function",
        "await_outside",
        "uses `async {what}` outside an `async def` function.",
    ),
    (
        r"asynchronous comprehension outside",
        "await_outside",
        "uses `async for` outside an `async def` function.",
    ),
    (
        r"cannot (?:assign to|delete) __debug__",
        "reserved_word",
        "uses the name `__debug__`, which Python keeps for itself: its value cannot be changed.",
    ),
    (
        r"'break' outside loop",
        "break_outside",
        "has a `break` that is not inside a loop. Look at how far it is indented.",
    ),
    (
        r"'continue' not properly in loop",
        "continue_outside",
        "has a `continue` that is not inside a loop. Look at how far it is indented.",
    ),
    (
        r"name '(?P<name>\w+)' is parameter and (?P<what>global|nonlocal)",
        "parameter_declared",
        "says `{what} {name}`, but `{name}` is one of the names in the parentheses of this "
        "function's `def`. It cannot be both.",
    ),
    (
        r"name '(?P<name>\w+)' is nonlocal and global",
        "parameter_declared",
        "makes `{name}` both `global` and `nonlocal`. It can only be one of them.",
    ),
    (
        r"name '(?P<name>\w+)' is (?:assigned to before|used prior to) (?P<what>global|nonlocal)",
        "global_late",
        "says `{what} {name}` after `{name}` was already used in this function. `{what}` comes "
        "first.",
    ),
    (
        r"no binding for nonlocal '(?P<name>\w+)' found",
        "nonlocal_missing",
        "says `nonlocal {name}`, but no function around this one gives `{name}` a value. For a "
        "name outside all functions it is `global`.",
    ),
    (
        r"nonlocal declaration not allowed at module level",
        "nonlocal_outside",
        "is outside every function, and `nonlocal` only means something in a function that is "
        "inside another one.",
    ),
    (
        r"annotated name '(?P<name>\w+)' can't be (?P<what>global|nonlocal)",
        "annotated_global",
        "gives `{name}` a type, and `{name}` is `{what}` in this function. Leave the type out "
        "here.",
    ),
    (
        r"duplicate (?:argument|parameter) '(?P<name>\w+)' in function definition",
        "parameter_twice",
        "has the name `{name}` twice between the parentheses of the `def`.",
    ),
    (
        r"keyword argument repeated: (?P<name>\w+)",
        "argument_twice",
        "passes `{name}=` twice in one call.",
    ),
    (
        r"positional argument follows keyword argument unpacking",
        "argument_order",
        "has a value without a name after the part with two stars. In a call the values without "
        "names come first.",
    ),
    (
        r"iterable argument unpacking follows keyword argument unpacking",
        "argument_order",
        "has a part with one star after the part with two stars. In a call, the one star comes "
        "first.",
    ),
    (
        r"positional argument follows keyword argument",
        "argument_order",
        "has a value without a name after one with a name, `name=value`. In a call the values "
        "without names come first.",
    ),
    (
        r"non-default argument follows default argument|"
        r"parameter without a default follows parameter with a default",
        "default_order",
        "has a name with a default value, `name=value`, before one without. Those without come "
        "first.",
    ),
    (
        r"named (?:arguments|parameters) must follow bare \*",
        "star_alone",
        "has a `*` with nothing after it: in a `def`, either a name follows the star, as in "
        "`*items`, or a comma and further names do.",
    ),
    (
        r"\* (?:argument|parameter) may appear only once",
        "star_twice",
        "has two parts with a `*` between the parentheses of the `def`; only one is allowed.",
    ),
    (
        r"/ may appear only once",
        "slash_order",
        "has the sign `/` twice among the names of one function; only one is allowed.",
    ),
    (
        r"ambda expression parameters cannot be parenthesized",
        "parameter_parentheses",
        "has parentheses between `lambda` and its colon. The names go there side by side, with "
        "commas between them.",
    ),
    (
        r"iterable unpacking cannot be used in comprehension",
        "star_misplaced",
        "unpacks with a `*` what is built item by item with `for`. A second `for` does that.",
    ),
    (
        r"cannot use a starred expression in a dictionary value",
        "star_misplaced",
        "has a `*` before a value of a dict. A dict takes one value for each key.",
    ),
    (
        r"cannot use assignment expressions with",
        "walrus_target",
        "has a `:=` after something that is not a plain name. `==` compares two values; a plain "
        "`=` gives an item or an attribute its value.",
    ),
    (
        r"assignment expression cannot rebind comprehension iteration variable '(?P<name>\w+)'|"
        r"comprehension inner loop cannot rebind assignment expression target '(?P<name2>\w+)'",
        "walrus_target",
        "gives one name a value twice in a comprehension: by its `for` and with `:=`. Each of them "
        "needs a name of its own.",
    ),
    (
        r"future feature \* is not defined",
        "future_unknown",
        "asks for all of `__future__` with `*`. It is asked for by name, one by one.",
    ),
    (
        r"unction parameters cannot be parenthesized",
        "parameter_parentheses",
        "has parentheses inside those of the `def`. The names go there side by side, with commas "
        "between them.",
    ),
    (
        r"/ must be ahead of \*",
        "slash_order",
        "has the `/` after the `*`. Between the parentheses of a `def`, the `/` comes first.",
    ),
    (
        r"(?:arguments|parameters) cannot follow var-keyword (?:argument|parameter)",
        "star_order",
        "has something after the part with two stars. Between parentheses, that part comes last.",
    ),
    (
        r"multiple exception types must be parenthesized",
        "except_parentheses",
        "names several kinds of errors. They go in parentheses: `except (A, B):`.",
    ),
    (
        r"default 'except:' must be last",
        "except_order",
        "catches everything, so no `except` may follow it. An `except:` without a name comes last.",
    ),
    (
        r"cannot delete (?P<what>function call|literal|expression|True|False|None|\w+)",
        "cannot_delete",
        "tries to delete something that has no name. After `del` comes a name, an item such as "
        "`items[0]` or an attribute such as `thing.part`.",
    ),
    (
        r"starred assignment target must be in a list or tuple",
        "star_target",
        "has a single name with a star on the left of `=`. The star takes what other names leave "
        "over: `first, *rest = items`; for all of them, write the name without the star.",
    ),
    (
        r"multiple starred expressions in assignment",
        "star_target",
        "has two names with a star on the left of `=`; only one can take what is left over.",
    ),
    (
        r"can't use starred expression here",
        "star_misplaced",
        "has a `*` where it cannot be used: a star unpacks values into a call, a list, or several "
        "names.",
    ),
    (
        r"not a chance",
        "future_unknown",
        "asks for braces around the lines that belong together. Python will never have them: it "
        "goes by how far the lines are indented.",
    ),
    (
        r"from __future__ imports must occur at the beginning",
        "future_late",
        "has to be the first line of code in the file.",
    ),
    (
        r"future feature (?P<name>\S+) is not defined",
        "future_unknown",
        "asks for `{name}` from `__future__`, which has nothing of that name.",
    ),
    (
        r"import \* only allowed at module level",
        "import_star_inside",
        "imports `*` inside a function; that only works outside all functions.",
    ),
    (
        r"trailing comma not allowed without surrounding parentheses",
        "import_comma",
        "ends with a comma: after it, either another name follows, or nothing.",
    ),
    (
        r"cannot mix bytes and nonbytes literals",
        "bytes_and_text",
        "puts a string and one with `b` before its quotes side by side. They cannot be joined.",
    ),
    (
        r"bytes can only contain ASCII literal characters",
        "bytes_ascii",
        "has a character in a `b'...'` that is not plain ASCII. Use a string and `.encode()`.",
    ),
    (
        r"only single target \(not (?:tuple|list)\) can be annotated",
        "annotation_many",
        "has a colon after several names. A type belongs to one name; between other things a colon "
        "has no meaning here.",
    ),
    (
        r"expression expected after dictionary key and ':'",
        "dict_value_missing",
        "has a key and a colon between braces, but no value after the colon.",
    ),
    (
        r"':' expected after dictionary key",
        "dict_colon_missing",
        "has a key between braces without a colon and a value after it; other entries have one.",
    ),
    (
        r"Generator expression must be parenthesized",
        "generator_parentheses",
        "has a `... for ... in ...` beside other arguments of a call. It then needs parentheses of "
        "its own.",
    ),
    (
        r"did you forget parentheses around the comprehension target",
        "comprehension_target",
        "builds several values at once with `for`. They need parentheses around them: "
        "`(a, b) for ...`.",
    ),
    (
        r"expected 'else' after 'if' expression",
        "else_missing",
        "has a value with an `if` behind it, but no `else`: `a if condition else b` needs both.",
    ),
    (
        r"'(?P<what>tuple|list)' is an illegal expression for augmented assignment",
        "augmented_many",
        "changes several names at once. `+=` and its relatives change one.",
    ),
    (
        r"f-string expression part cannot include a backslash",
        "f_string_backslash",
        "has a backslash between the braces of an f-string, which Python before 3.12 cannot read. "
        "Give that part a name on the line above.",
    ),
    (
        r"f-string expression part cannot include '#'",
        "f_string_comment",
        "has a `#` between the braces of an f-string. It is not allowed there.",
    ),
    (
        r"too many statically nested blocks",
        "too_nested",
        "is inside too many loops and `with` or `try` statements for Python to read it.",
    ),
    (
        r"wildcard makes remaining patterns unreachable",
        "case_order",
        "catches everything, so the `case` lines below it are never reached. `case _:` comes last.",
    ),
    (
        r"name capture '(?P<name>\w+)' makes remaining patterns unreachable",
        "case_order",
        "catches everything and calls it `{name}`, so the `case` lines below it are never reached.",
    ),
)
_WHOLE_FILE = (
    ("too deeply nested", "too_nested", "The file is nested too deeply for Python to read it."),
    ("too complex", "too_nested", "The file is nested too deeply for Python to read it."),
    ("too many nested", "too_nested", "Too many brackets are open at once for Python to read it."),
    ("null byte", "null_byte", "The file has a zero character (NUL) in it. Delete it."),
)
_NO_DEF = "has a `return`, which belongs inside a function. No line above it begins one with `def`."
_COMPILED = [(re.compile(pattern), name, text) for pattern, name, text in _MESSAGES]


def by_message(place: StopPlace) -> Explanation | None:
    """What Python has found out by itself, in our words."""
    for words, name, text in _WHOLE_FILE:
        if words in place.message:
            return Explanation(name, text, place.line)
    above = "\n".join(place.lines[: place.line])
    for pattern, name, text in _COMPILED:
        if (match := pattern.search(place.message)) is not None:
            if name == "else_missing" and re.search(r"\belse\b", place.code(place.line)):
                continue
            parts = {key: value or "" for key, value in match.groupdict().items()}
            sentence = text
            if name == "else_missing" and re.search(r"\bif\b.*\bfor\b", place.code(place.line)):
                sentence = f"{sentence} An `if` that picks items comes after the `for`."
            if near := _near_feature(parts.get("name", "")) if name == "future_unknown" else None:
                sentence = f"{sentence} Did you mean `{near}`?"
            if name == "return_outside" and not re.search(r"^\s*(async\s+)?def\b", above, re.M):
                sentence = _NO_DEF
            for key, value in parts.items():
                sentence = sentence.replace(f"{{{key}}}", value)
            return Explanation(name, f"{place.shown(place.line)} {sentence}", place.line)
    return None


def _near_feature(name: str) -> str | None:
    near = difflib.get_close_matches(name, __future__.all_feature_names, 1, 0.7)
    return near[0] if near else None
