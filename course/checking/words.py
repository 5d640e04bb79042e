"""Values, calls and lists of things as they are shown in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

LONGEST = 60

TYPE_WORDS = {
    "str": "a string",
    "int": "a whole number",
    "float": "a number with a decimal point",
    "bool": "`True` or `False`",
    "list": "a list",
    "tuple": "a tuple",
    "dict": "a dict",
    "set": "a set",
    "frozenset": "a frozenset",
    "NoneType": "`None`",
    "generator": "a generator",
    "function": "a function",
    "method": "a method",
    "builtin_function_or_method": "a function",
    "method_descriptor": "a function",
    "wrapper_descriptor": "a function",
    "bytes": "bytes",
    "map": "a `map` object",
    "filter": "a `filter` object",
    "zip": "a `zip` object",
    "reversed": "a `reversed` object",
    "list_reverseiterator": "a `reversed` object",
    "enumerate": "an `enumerate` object",
    "dict_keys": "the keys of a dict (a `dict_keys` object)",
    "dict_values": "the values of a dict (a `dict_values` object)",
    "dict_items": "the items of a dict (a `dict_items` object)",
    "coroutine": "a coroutine",
    "type": "a class",
}


def short(text: str, longest: int = LONGEST) -> str:
    """The text, its middle left out where it is longer than `longest`."""
    flat = " ".join(text.split()) if "\n" in text else text
    if len(flat) <= longest:
        return flat
    return f"{flat[: longest * 2 // 3].rstrip()} … {flat[-longest // 4 :].lstrip()}"


def code(text: str, longest: int = LONGEST) -> str:
    """The text as code in Markdown, shortened, safe for backticks within."""
    shown = short(text, longest)
    if not shown.strip():
        return f"`{shown}`" if shown else "an empty text"
    if "`" not in shown:
        return f"`{shown}`"
    return f"`` {shown} ``"


def value(data: Any, longest: int = LONGEST) -> str:
    """A value as code."""
    return code(repr(data), longest)


def listed(items: Iterable[str], word: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    texts = list(items)
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}"


def values_listed(items: Sequence[Any], most: int = 4) -> str:
    """Up to `most` values as code, and how many more there are."""
    shown = [value(item, 30) for item in items[:most]]
    if len(items) > most:
        return f"{', '.join(shown)} and {len(items) - most} more"
    return listed(shown)


def a_type(name: str | None) -> str:
    """A type's name in words: `a text`, `a list`, "a `Parcel`"."""
    if not name:
        return "something"
    if name in TYPE_WORDS:
        return TYPE_WORDS[name]
    return a_name(name)


def article(name: str) -> str:
    """`a` or `an`, as a name is spoken: a user, an item, an `x`."""
    if len(name) == 1:
        return "an" if name in "aefhilmnorsxAEFHILMNORSX" else "a"
    if re.match(r"URL|UTF|UUID|[Uu](?:ni(?!n)|se)|[Oo]nce|[Oo]ne(?![a-z])|[Ee]uro", name):
        return "a"
    return "an" if re.match(r"[aeiouAEIOU]|[Hh]ours?(?![a-z])", name) else "a"


def a_name(name: str) -> str:
    """A name as code with its article: an `item`."""
    return f"{article(name)} `{name}`"


def on_line(line: int | None, source_line: str) -> str:
    """`line 4, `return total`,` for use inside a sentence; empty without a line."""
    if line is None:
        return ""
    return f"line {line}, {code(source_line)}," if source_line else f"line {line}"
