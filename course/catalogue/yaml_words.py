"""What is probably wrong with a file that is not YAML, and on which line it began."""

from __future__ import annotations

import re
from typing import Any

import yaml

_COLON_INSIDE = re.compile(r"""^\s*(- |\w+: )[^'"|>].*["'\])}]: """)
_BOUND = re.compile(r" (>=|<=|>|<) ([\d.]+)")
_BOUNDS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)\.(?:0|\d*[1-9])")
_ESCAPED = re.compile(r"\\.")
_QUOTED = re.compile(r"""^\s*(?:- )*(?:[\w-]+: )?(?:- )?(["'])""")


_KIND_WORDS = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    tuple: "a list",
    dict: "a set of `key: value` lines",
    type(None): "nothing",
}


class NoValueError(yaml.constructor.ConstructorError):
    """Something that looks like a number or a date and is none."""


def is_rewritten(node: Any) -> bool:
    """Whether what YAML makes of a value without quotes is written in another way."""
    if not isinstance(node, yaml.ScalarNode) or node.style not in (None, ""):
        return False
    kind, text = node.tag.rpartition(":")[2], str(node.value)
    if kind == "bool":
        return text.casefold() not in ("true", "false")
    if kind == "int":
        return _WHOLE.fullmatch(text) is None
    if kind == "float":
        return _DECIMAL.fullmatch(text) is None
    return kind == "timestamp"


def split_text(value: dict[Any, Any]) -> str:
    """What became of a text with a `: ` in it: YAML took it for a key and its value."""
    key = str(next(iter(value), ""))[:80]
    return f"the `: ` after `{key}` makes a key of what is before it; put quotes around the text"


def bound_told(words: str) -> str | None:
    """The bound that msgspec names, as in `Expected `int` <= 5`: at most 5."""
    match = _BOUND.search(words)
    return f"{_BOUNDS[match[1]]} {float(match[2]):g}" if match else None


def expected_words(words: str, value: Any) -> str:
    """msgspec's `Expected ..., got ...` said with what stands in the file."""
    if "length >=" in words:
        return "is empty; write it" if not value else "is too short"
    if "matching regex" in words:
        return f"{value!r} has characters that are not allowed; use a-z, 0-9, `_` and `-`"
    if bound := bound_told(words):
        return f"{value!r} is out of range; write {bound}"
    wanted = words.removeprefix("Expected ").split(", got ")[0].strip("`")
    plain = {"str": "text", "int": "a whole number", "float": "a number", "bool": "true or false"}
    kinds = " or ".join(plain.get(part.strip(), part.strip()) for part in wanted.split("|"))
    kinds = kinds.replace("array", "a list").replace("object", "`key: value` lines")
    return f"should be {kinds}; it is {kind_of(value)}"


def kind_of(value: Any) -> str:
    """What a value is, as authors call it."""
    return _KIND_WORDS.get(type(value), f"a {type(value).__name__}")


def told(error: yaml.MarkedYAMLError, text: str) -> tuple[int | None, str]:
    """The line that the author has to look at, and what to do there.

    An open quote or bracket is found where the next one ends it, or at the end of the file.
    """
    ended = "end of stream" in str(error.problem) or "<stream end>" in str(error.problem)
    mark = (error.context_mark if ended else None) or error.problem_mark
    line = mark.line + 1 if mark else None
    last = error.problem_mark.line + 1 if error.problem_mark else None
    opened = _open_quote(text, last)
    return opened or line, _words(error, text, opened or line, opened is not None)


def _open_quote(text: str, last: int | None) -> int | None:
    """The first line up to `last` on which a value begins with a quote that nothing closes.

    A quote that ends further down is one of several lines where nothing follows it there.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines[:last], 1):
        match = _QUOTED.match(line)
        if match is None:
            continue
        rest = [line[match.end() :], *lines[number:]]
        bare = [one.replace("''", "") if match[1] == "'" else _ESCAPED.sub("", one) for one in rest]
        end = next((one for one in bare if match[1] in one), "")
        after = end.partition(match[1])[2].strip()
        if match[1] not in bare[0] and (not end or (after and not after.startswith("#"))):
            return number
    return None


def _words(error: yaml.MarkedYAMLError, text: str, line: int | None, is_open: bool) -> str:
    """What is probably wrong, in plain words, followed by the parser's own."""
    source = dict(enumerate(text.splitlines(), 1)).get(line or 0, "")
    if is_open:
        hint = "a quote is opened here and never closed"
    elif "\t" in source[: len(source) - len(source.lstrip())]:
        hint = "a line begins with a tab; use spaces"
    elif isinstance(error, NoValueError) or "constructor for the tag" in str(error.problem):
        hint = "text like this needs quotes around it; a word with `!` in front is not used here"
    elif "mapping values are not allowed" in str(error.problem) or _COLON_INSIDE.search(source):
        hint = "a text with `: ` in it needs quotes around it, or `|` and a new line"
    elif source.lstrip().startswith(("`", "@", "%")) or "cannot start any token" in str(error):
        hint = "a text that begins with a special character needs quotes around it"
    elif "another document" in str(error.problem):
        hint = "a file is one document; take away the line with `---`, and what is after it"
    elif "expected <block end>" in str(error.problem) or "block mapping" in str(error.context):
        hint = "the indentation does not line up with the lines above"
    elif "quoted scalar" in str(error.context):
        hint = "a quote is opened and never closed"
    else:
        hint = "check the indentation and the quotes here and on the line above"
    return f"this is not YAML ({error.problem}): {hint}"
