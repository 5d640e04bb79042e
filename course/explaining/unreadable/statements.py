"""One statement that Python cannot read, as beginners and other languages write it.

Each finder looks at one statement and makes guesses. What is seen in the statement itself needs no
proof; everything else comes with the mends that prove it.

It is long: a guess is a few lines, and all of them look at the same kind of line.
"""

from __future__ import annotations

import builtins
import difflib
import keyword
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from course.checking.words import code
from course.explaining.unreadable.stop import Explanation, StopPlace, TextEdit
from course.explaining.unreadable.tokens import CLOSING, LogicalLine, Token, at_top

HEADERS = frozenset(
    ["if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with"]
)
_STARTERS = sorted(
    {*HEADERS, "return", "import", "from", "raise", "pass", "break", "continue", "print"}
)
_ALL_STARTERS = [*_STARTERS, "assert", "async", "await", "global", "nonlocal", "yield"]
_CURLY = "Python uses a colon and indented lines there, not braces."
_SHORT = {"is": "if", "in": "if", "of": "if", "it": "if", "ig": "if", "f": "if", "i": "if"}
_SHORT |= {"or": "for", "fo": "for", "fr": "for"}
"""Words of one or two letters that are one letter away from the beginning of a branch or a loop."""
_LETTERS = {"r": ["or"], "o": ["or"], "n": ["in"], "i": ["in", "is"], "s": ["is"]}
"""What is left of an operator that lost a letter."""
TAKES = {
    "del": "what to delete",
    "global": "which name it is about",
    "nonlocal": "which name it is about",
    "assert": "what has to be true",
}
"""Words that begin a statement and need something after them: what that says."""
_LOWER = sorted({word for word in keyword.kwlist if word.islower()})


class Guess(NamedTuple):
    """What may be wrong: the words after `Line 3, `...``, and the edits that would prove it.

    Without edits it is plain to see. `where` is the line, if it is not the statement's first.
    """

    name: str
    text: str
    mends: tuple[tuple[TextEdit, ...], ...] = ()
    where: int | None = None


Finder = Callable[[LogicalLine, StopPlace], Iterator[Guess]]


def told_by(finders: tuple[Finder, ...], place: StopPlace) -> Explanation | None:
    """The first guess that holds, of the statement Python stopped at or the one before it."""
    if place.at is None:
        return None
    for index in (place.at, place.at - 1):
        if index < 0:
            continue
        line = place.reading.lines[index]
        for find in finders:
            for guess in find(line, place):
                edits = [place.mended(*each) for each in guess.mends]
                if not edits or place.holds_any(edits, line.line):
                    where = guess.where or line.line
                    return Explanation(guess.name, f"{place.shown(where)} {guess.text}", where)
    return None


def over(token: Token, text: str) -> TextEdit:
    """The edit that puts a text in a token's place."""
    return TextEdit(token.start, token.end, text)


def pairs(line: LogicalLine) -> Iterator[tuple[Token, Token]]:
    """Each token of a statement with the next one."""
    yield from pairwise(line.tokens)


# ---------------------------------------------------------------- the first word


def else_if(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`else if`, `elseif`, and an `else` with a condition."""
    if re.match(r"(else\s+if|elseif|elsif|elif\s+if|elseIf)\b", line.text):
        yield Guess("else_if", "has another condition after an `if`: Python writes that `elif`.")
    elif re.match(r"else\s+(return|print|pass|raise|break|continue)\b", line.text):
        yield Guess("colon_missing", f"has no colon between `else` and `{line.words[1]}`.")
    elif re.match(r"else\b\s*[^:\s=.]", line.text) and "if" not in line.words:
        yield Guess(
            "else_condition",
            "begins with `else`, which has no condition of its own, only a colon. A branch with a "
            "condition is an `elif`.",
        )


def unfinished_import(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`import` and `from` the wrong way round, or without a name."""
    if re.match(r"(?:from\s+\S+\s+)?import\s+(?!import\b)\S.*\bimport\s+\S", line.text):
        yield Guess("two_statements", "has two imports on it. Each of them has a line of its own.")
    elif re.match(r"import\b.*\bfrom\b", line.text):
        yield Guess(
            "import_order",
            "is the wrong way round: first `from` and the module, then `import` and the name.",
        )
    elif re.match(r"(from\s+\S+\s+)?import\s+[\w.]+\s*\(", line.text):
        yield Guess(
            "import_call",
            "has parentheses after a name. An import only names things; they are called later.",
        )
    elif re.match(r"from\s+(?!from\b)[\w.]+\s+(?!import\b)[\w.]+\s+import\b", line.text):
        yield Guess(
            "import_names",
            "has two names between `from` and `import`. One belongs there, that of the module, "
            "without a space.",
        )
    elif re.match(r"from\s+[\w.]+\s+(?!import\b)[^\W\d]\w*(\s*,|$)", line.text):
        pairs_there = list(pairs(line))[1:]
        name = next(after for it, after in pairs_there if it.kind == after.kind == "name")
        yield Guess(
            "import_missing_word",
            "has no `import` between the module and what is taken from it.",
            ((TextEdit(name.start, name.start, "import "),),),
        )
    elif re.fullmatch(r"from\s+[\w.]+", line.text):
        yield Guess("cut_off", "does not say what to import: `import` and a name are missing.")
    elif re.match(r"(from\s+\S+\s+import|import|from)\s*$", line.text):
        yield Guess("cut_off", "does not say what to import: a name is missing at its end.")


def misspelt(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """A keyword with a letter wrong, or in uppercase."""
    first = line.tokens[0]
    if first.kind == "name":
        for near in _near_keywords(first.text, line):
            yield Guess(
                "misspelt_keyword",
                f"begins with `{first.text}`. Did you mean `{near}`?",
                ((over(first, near),),),
            )
        known = first.text in keyword.kwlist
        if (
            not known
            and _is_like_print(first.text)
            and len(line.tokens) > 1
            and line.tokens[1].text != "("
        ):
            end = line.tokens[-1].end
            wrapped = (
                TextEdit(first.start, line.tokens[1].start, "print("),
                TextEdit(end, end, ")"),
            )
            yield Guess(
                "old_print",
                f"begins with `{first.text}`. Did you mean `print`? What is passed to it goes "
                "between `(` and `)`.",
                (wrapped,),
            )
    upper = [
        token
        for token in line.tokens
        if token.text != token.text.lower() and token.text.lower() in _LOWER
    ]
    if upper:
        lower = upper[0].text.lower()
        yield Guess(
            "misspelt_keyword",
            f"has `{upper[0].text}` in it. Python writes it in lowercase, `{lower}`.",
            (tuple(over(token, token.text.lower()) for token in upper),),
        )


def misspelt_inside(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """`if price an count:`, `x nto in items`."""
    names = {token.text for token in place.reading.tokens if token.kind == "name"}
    for token, after in pairwise([*line.tokens[1:], line.tokens[-1]]):
        known = token.text in keyword.kwlist or hasattr(builtins, token.text)
        parted = token.text + after.text in names or f"{token.text}_{after.text}" in names
        if token.kind == "name" and not known and not parted:
            for near in _keywords_like(token.text.lower()):
                yield Guess(
                    "misspelt_keyword",
                    f"has `{token.text}` in it. Did you mean `{near}`?",
                    ((over(token, near),),),
                    token.line,
                )


def _is_like_print(word: str) -> bool:
    near = difflib.get_close_matches(word.lower(), _ALL_STARTERS, 1, 0.6)
    return near == ["print"] and not hasattr(builtins, word.lower())


def _keywords_like(word: str) -> list[str]:
    """Keywords with nearly the same letters, or with just the same in another order."""
    if len(word) == 1:
        return _LETTERS.get(word, [])
    turned = [one for one in _LOWER if sorted(one) == sorted(word)]
    return turned or difflib.get_close_matches(word, _LOWER, 3, 0.75)


def _near_keywords(word: str, line: LogicalLine) -> Iterator[str]:
    called = len(word) == 1 and line.words[1:2] == ["("]
    if line.text.endswith(":") and not called and word in _SHORT:
        yield _SHORT[word]
    if word in keyword.kwlist:
        return
    if word.lower() in _STARTERS and word not in _STARTERS:
        yield word.lower()
    if line.text.endswith(":") and "in" in line.words and sorted(word) == sorted("for"):
        yield "for"
    nearest = difflib.get_close_matches(word.lower(), _ALL_STARTERS, 2, 0.6)
    for near in nearest if nearest[:1] not in (["print"], [word.lower()]) else ():
        close = difflib.SequenceMatcher(None, near, word).ratio() > 0.75
        if sorted(near) == sorted(word.lower()) or len(word) > 3 or close:
            yield near


def old_print(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """`print "hello"`, and other calls without parentheses: `items.append 3`."""
    for before, after in pairs(line):
        called = before.kind == "name" and before.text not in keyword.kwlist
        value = after.kind in {"string", "number", "name"} and after.text not in keyword.kwlist
        if not (called and (value or after.text in {"{", "not"})):
            continue
        index = line.tokens.index(before)
        spelt = before.text if index else before.text.lower()
        is_print = callable(getattr(builtins, spelt, None))
        method = bool(index) and line.tokens[index - 1].text == "." and before.end < after.start
        method = method and not in_two_parts(line, index, place)
        if not (is_print or method):
            return
        last = line.tokens[-1]
        end = last.start if last.text == ":" else last.end
        wrapped = (TextEdit(before.end, after.start, "("), TextEdit(end, end, ")"))
        begin = index
        while begin and line.tokens[begin - 1].text == ".":
            begin -= 2
        name = before.text if is_print else place.source[line.tokens[begin].start : before.end]
        small = f" It is written `{spelt}`." if is_print and spelt != name else ""
        yield Guess(
            "old_print",
            f"calls `{name}` without parentheses. What is passed to it goes between `(` and `)`."
            + small,
            (wrapped,),
            before.line,
        )
        return


def in_two_parts(line: LogicalLine, index: int, place: StopPlace) -> bool:
    """`shop.execu temany(...)`: the second word is called, and is the name of nothing else."""
    after = line.tokens[index + 1]
    called = index + 2 < len(line.tokens) and line.tokens[index + 2].text == "("
    names = [token.text for token in place.reading.tokens]
    known = hasattr(builtins, after.text) or names.count(after.text) > 1
    return called and after.kind == "name" and not known


# ---------------------------------------------------------------- headers


def definition(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """The first line of a function or class."""
    match = re.match(r"(?:async\s+)?(def|class)\b", line.text)
    if not match:
        return
    tokens = [token for token in line.tokens if token.text not in {"async", "def", "class"}]
    first = tokens[0] if tokens else None
    if first is None or first.text in {"(", ":"}:
        yield Guess("def_name", f"has no name after `{match.group(1)}`.")
        return
    if first.text == "=":
        yield from _kept(match.group(1))
        return
    opened = next((token for token in tokens if token.text in {"(", ":"}), tokens[-1])
    name = place.source[first.start : opened.start].strip() or first.text
    if keyword.iskeyword(name):
        yield from _kept(name)
    elif match.group(1) == "def" and "(" not in line.text and first.text.isidentifier():
        yield _without_parentheses(tokens)
    elif not name.isidentifier() and "[" not in name:
        yield Guess(
            "def_name",
            f"has {code(name)} where a name belongs. A name is made of letters, digits and `_`, "
            "and does not begin with a digit.",
        )
    elif match.group(1) == "def" and (
        dotted := re.search(r"[(,]\s*([A-Za-z_]\w*(?:\.\w+)+)", _between(line.text))
    ):
        yield Guess(
            "parameter_value",
            f"has `{dotted.group(1)}`, with a dot, between the parentheses of the `def`. Plain "
            "names go there, with commas between them.",
        )
    elif match.group(1) == "def" and re.search(r'[(,]\s*(""|\d|[\[{])', _between(line.text)):
        yield Guess(
            "parameter_value",
            "has a value between the parentheses of the `def`. Names belong there; the values come "
            "with the call.",
        )


def _without_parentheses(tokens: list[Token]) -> Guess:
    """`def price:`, `def price amount:`, `def price[amount]:`."""
    after = tokens[1] if len(tokens) > 1 else None
    name = f"`{tokens[0].text}`, the name of the function"
    if after is not None and after.text in {"[", "{"}:
        text = (
            f"has `{after.text}` and no parentheses after {name}. What it takes goes between `(` "
            "and `)`."
        )
    elif after is not None and after.kind == "name":
        text = (
            f"has no parentheses after {name}. The names of what it takes go between them, with "
            "commas."
        )
    else:
        text = (
            "has no parentheses after the name of the function. They are needed even when there is "
            "nothing between them: `()`."
        )
    return Guess("def_brackets", text)


def _between(text: str) -> str:
    return re.sub(r"=\s*[^,)]*", "", text[text.find("(") :].partition(")")[0])


def _kept(word: str) -> Iterator[Guess]:
    yield Guess(
        "reserved_word",
        f"uses `{word}` as a name. Python keeps that word for itself; choose another one.",
    )


def reserved(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """A keyword where a name belongs: `class = 3`, `def f(from):`, `order.from`."""
    tokens = line.tokens
    for index, token in enumerate(tokens):
        if token.kind != "name" or not keyword.iskeyword(token.text):
            continue
        before = tokens[index - 1].text if index else ""
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        named = (
            before in {".", ",", "(", "*", "**", "for", "as", "import", "def", "class"} or not index
        )
        begins = token.text in HEADERS or token.text in TAKES
        if not index and begins and after not in {"=", "+=", "-=", "."}:
            continue
        if named and (after in {"=", "+=", "-=", "", ",", ")", "in", ".", ":"} or before == "."):
            for guess in _kept(token.text):
                yield guess._replace(mends=((over(token, token.text + "_"),),))


def colon(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """A header without its colon."""
    words = line.words
    first = words[1] if words[:1] == ["async"] and len(words) > 1 else (words[0] if words else "")
    if first not in HEADERS and not (first in {"match", "case"} and "':'" in place.message):
        return
    curly = re.search(r"\{[^:]*(\}|$)", line.text) and not re.search(r"\b(in|=)\s*\{", line.text)
    if curly and ":" not in top(line.text):
        yield Guess("foreign_sign", f"has a `{{` where a colon belongs. {_CURLY}")
    last = line.tokens[-1]
    end = place.last_of(line)
    if last.text in {";", ",", "="}:
        yield Guess(
            "colon_missing",
            f"begins with `{first}` and needs a colon, `:`, at its end. It ends with "
            f"`{last.text}` instead.",
            ((over(last, ":"),),),
        )
    yield Guess(
        "colon_missing",
        f"begins with `{first}` and needs a colon, `:`, at its end, before the indented lines.",
        ((TextEdit(end, end, ":"),),),
    )
    depth = 0
    for before, after in pairs(line):
        depth += (before.text in CLOSING) - (before.text in CLOSING.values())
        if after.start > before.end and before.text not in {":", ","} and not depth:
            yield Guess(
                "colon_missing",
                f"begins with `{first}` and needs a colon, `:`, after {code(before.text)}.",
                ((TextEdit(before.end, before.end, ":"),),),
            )


def condition_missing(line: LogicalLine, _place: StopPlace) -> Iterator[Guess]:
    """`if:`, `elif`."""
    if re.fullmatch(r"if|elif|while", line.text):
        yield Guess("condition_missing", "has no condition, and no colon after it.")
    if match := re.match(r"(if|elif|while)\s*:", line.text):
        yield Guess(
            "condition_missing",
            f"has nothing between `{match.group(1)}` and the colon: the condition is missing.",
        )


def decorated(line: LogicalLine, place: StopPlace) -> Iterator[Guess]:
    """A line with `@` that no `def` follows, and `global x = 3`."""
    above = place.reading.lines[place.reading.lines.index(line) - 1]
    follows = above.line < line.line and above.text.startswith("@")
    if follows and not re.match(r"(async\s+def|def|class|@)\b", line.text):
        yield Guess(
            "decorator_alone",
            f"comes after line {above.line}, which begins with `@`. A `def` or a `class` has to "
            "follow there.",
        )
    if re.match(r"(global|nonlocal)\s+\w+\s*=", line.text):
        yield Guess(
            "global_value",
            f"does two things at once. `{line.words[0]} {line.words[1]}` is a line of its own; the "
            "value comes on the next one.",
        )


def top(text: str) -> str:
    """What is outside all brackets."""
    return "".join(mark for _, mark in at_top(text))


FIRST: tuple[Finder, ...] = (
    misspelt,
    misspelt_inside,
    definition,
    condition_missing,
    decorated,
)
"""What the beginning of a statement tells."""
