"""What Python's own functions and types refuse, known by their words: `ord`, `write`, a date."""

from __future__ import annotations

import re

from course.checking.words import a_type, code
from course.explaining.exception_scene import Reason, Scene

_REFUSALS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "AttributeError": (
        (
            r"^can't set attribute$",
            "cannot_be_changed",
            "A named tuple cannot be changed; its `._replace(...)` makes a new one in which a "
            "field has another value.",
        ),
    ),
    "FileExistsError": (
        (r"^\[Errno 17\]", "refused_value", "A file or folder of that name is there already."),
    ),
    "IndexError": (
        (
            r"^Cannot choose from an empty sequence",
            "index_in_empty",
            "`choice` picks one of the items that it gets, and there are none.",
        ),
    ),
    "IsADirectoryError": (
        (r"^\[Errno 21\]", "refused_value", "What it opens is a folder, not a file."),
    ),
    "JSONDecodeError": (
        (
            r"^(?P<shown>Expecting property name.*)$",
            "not_json",
            "What `json` should read is not JSON: {shown}. In JSON, a key is a string between "
            "double quotes, and no comma comes after the last entry.",
        ),
        (
            r"^(?P<shown>Expecting value: line 1 column 1 \(char 0\))$",
            "not_json",
            "What `json` should read is not JSON: {shown}. It is empty, or does not begin as JSON "
            "does: with `{{`, `[`, a double quote, a number, `true`, `false` or `null`.",
        ),
        (
            r"^(?P<shown>Expecting value.*)$",
            "not_json",
            "What `json` should read is not JSON: {shown}. No value of JSON begins "
            "there. Its strings have double quotes, and it writes `true`, not `True`.",
        ),
        (
            r"^(?P<shown>Extra data.*)$",
            "not_json",
            "What `json` should read is not JSON: {shown}. JSON is one value, and there more "
            "follows after it.",
        ),
        (
            r"^(?P<shown>Expecting ',' delimiter.*)$",
            "not_json",
            "What `json` should read is not JSON: {shown}. After a value, a comma is missing "
            "there, or the bracket that closes.",
        ),
        (
            r"^(?P<shown>.*)$",
            "not_json",
            "What `json` should read is not JSON: {shown}.",
        ),
    ),
    "TypeError": (
        (
            r"write\(\) argument must be str, not (?P<kind>list|tuple|set)$",
            "refused_value",
            "`.write()` writes one string, and gets {kind}. `.writelines(...)` writes several.",
        ),
        (
            r"write\(\) argument must be str, not (?P<kind>int|float)$",
            "refused_value",
            "`.write()` writes a string, and gets {kind}. `str(...)` makes a string of it.",
        ),
        (
            r"write\(\) argument must be str, not (?P<kind>\w+)$",
            "refused_value",
            "`.write()` writes a string, and gets {kind}.",
        ),
        (
            r"^%(?P<mark>\w) format: an? (?P<number>integer|real number) is required, not "
            r"(?P<kind>\w+)$",
            "format_of_other_type",
            "`%{mark}` fills in a number, and the value for it is {kind}. `%s` fills in any value.",
        ),
        (
            r"^(?P<what>\w+)\(\) argument (?P<number>\d+) must be str, not (?P<kind>int|float)$",
            "refused_value",
            "Argument {number} of `{what}` has to be a string, and it is {kind}. `str(...)` makes "
            "a string of it.",
        ),
        (
            r"^(?P<what>\w+)\(\) argument (?P<number>\d+) must be str, not (?P<kind>\w+)$",
            "refused_value",
            "Argument {number} of `{what}` has to be a string, and it is {kind}.",
        ),
        (
            r"^(?P<what>startswith|endswith) first arg must be str or a tuple of str, not "
            r"(?P<kind>\w+)$",
            "refused_value",
            "`{what}` looks for a string, or for one of a tuple of strings, and gets {kind}.",
        ),
        (
            r"^must be str(?: or None)?, not (?P<kind>\w+)$",
            "refused_value",
            "A string is wanted there, and {kind} is passed.",
        ),
        (
            r"^unsupported type for timedelta (?P<what>\w+) component: (?P<kind>\w+)$",
            "needs_number",
            "`timedelta` is made of numbers, and what it gets for `{what}` is {kind}.",
        ),
        (
            r"^ord\(\) expected a character, but string of length (?P<length>\d+) found",
            "refused_value",
            "`ord` takes a string of one character, and this one has {length}.",
        ),
        (
            r"^ord\(\) expected string of length 1, but (?P<kind>\w+) found",
            "refused_value",
            "`ord` takes a string of one character, and gets {kind}.",
        ),
        (
            r"^vars\(\) argument must have __dict__",
            "refused_value",
            "`vars` gives the attributes in an object's `__dict__`. A value of Python's own types "
            "has none, nor has an object of a class with `__slots__`.",
        ),
        (
            r"^sum\(\) can't sum strings",
            "refused_value",
            "`sum` adds up the items of its first argument, beginning with the second, which is a "
            'string here. `"".join(...)` joins strings.',
        ),
        (
            r"^expected str, bytes or os\.PathLike object, not (?P<kind>\w+)$",
            "refused_value",
            "The path of a file is a string or a `Path`, and here it is {kind}.",
        ),
        (
            r"^isinstance\(\) arg 2 must be a type",
            "refused_value",
            "The second argument of `isinstance` is a type, such as `int` or `str`.",
        ),
        (
            r"^unsupported format string passed to (?P<kind>\w+)\.__format__",
            "format_of_other_type",
            "What follows the colon between the braces cannot format {kind}.",
        ),
        (
            r"^Object of type set is not JSON serializable",
            "not_json",
            "JSON has no sets. `list(...)` makes a list of one.",
        ),
        (
            r"^Object of type (?P<kind>\w+) is not JSON serializable",
            "not_json",
            "JSON has dicts, lists, strings, numbers, `true`, `false` and `null`; it has nothing "
            "for {kind}.",
        ),
        (
            r"^can't compare datetime\.datetime to datetime\.date$|^'\S+' not supported between "
            r"instances of 'datetime\.(?:date' and 'datetime\.datetime'|datetime' and "
            r"'datetime\.date')$",
            "compares_types",
            "A `datetime` has a time and a `date` has none: they cannot be compared. `.date()` "
            "gives the date of a `datetime`.",
        ),
        (
            r"^reduce\(\) of empty iterable with no initial value",
            "largest_of_nothing",
            "`reduce` gets no items, and no value to begin with.",
        ),
    ),
    "UnsupportedOperation": (
        (
            r"^not writable",
            "refused_value",
            'The file is open for reading only. `open(..., "w")` opens it to be written anew, '
            '`"a"` to add at its end.',
        ),
        (
            r"^not readable",
            "refused_value",
            'The file is open for writing only. `open(..., "r")` opens it to be read.',
        ),
    ),
    "ValueError": (
        (r"^day is out of range for month", "date_impossible", "That month has no such day."),
        (
            r"^(?P<what>month|hour|minute|second) must be in (?P<low>\d+)\.\.(?P<high>\d+)$",
            "date_impossible",
            "The {what} is a number from {low} to {high}, and this one is not.",
        ),
        (
            r"^unconverted data remains: (?P<shown>.+)$",
            "date_format",
            "The text goes on where the format ends: {shown} is left over.",
        ),
        (
            r"^Invalid isoformat string: '(?P<shown>.*)'$",
            "date_format",
            "`fromisoformat` reads a date as in `2024-03-09`, the year first, and the text is "
            "{shown}.",
        ),
        (
            r"^pow\(\) 3rd argument cannot be 0",
            "division_by_zero",
            "`pow(a, b, c)` gives what is left of the power after a division by `c`, and `c` is 0.",
        ),
        (
            r"^'(?P<name>\w+)' in __slots__ conflicts with class variable",
            "refused_value",
            "The class names `{name}` in its `__slots__` and gives it a value as well. It can do "
            "only one of the two.",
        ),
        (
            r"^factorial\(\) not defined for negative",
            "math_domain",
            "`factorial` takes 0 or a larger whole number.",
        ),
        (
            r"^[Ss]ample larger than population",
            "refused_value",
            "`sample` is asked for more items than there are, or for fewer than none.",
        ),
        (
            r"^empty range (?:for|in) randrange",
            "refused_value",
            "There is no whole number in that range. Its smaller end comes first.",
        ),
        (
            r"^empty separator$",
            "refused_value",
            "The separator of a split has at least one character. `list(...)` makes a list of the "
            "characters of a string.",
        ),
        (
            r"^invalid mode: '(?P<shown>.*)'$",
            "refused_value",
            '`open` has no mode {shown}. `"r"` reads, `"w"` writes anew, and `"a"` adds at the '
            "end.",
        ),
    ),
}
"""By the exception: what its words are, the cause's name, and the sentence about it."""


def refused(scene: Scene) -> Reason | None:
    """The cause of an exception whose words name what one of Python's own functions refuses."""
    for pattern, name, words in _REFUSALS.get(scene.type, ()):
        if (match := re.search(pattern, scene.message)) is not None:
            parts = match.groupdict()
            if kind := parts.get("kind"):
                parts["kind"] = a_type("NoneType" if kind == "None" else kind)
            if shown := parts.get("shown"):
                parts["shown"] = code(shown, 60)
            return Reason(name, f"{words.format(**parts)} {scene.values_there()}".strip())
    return None
