"""Statements that Python cannot read: colons, keywords, `=`, commas, indentation."""

from __future__ import annotations

import difflib
import keyword
import re
from collections.abc import Callable
from typing import Any

from course.checking.diagnosis.lexer import LogicalLine, at_top
from course.checking.diagnosis.syntax_blocks import indentation, lonely
from course.checking.diagnosis.words import code

Told = tuple[str, str, int]

_HEADERS = frozenset(
    ["if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with"]
)
_STARTERS = sorted(
    {*_HEADERS, "return", "import", "from", "raise", "pass", "break", "continue", "print"}
)
_VALUE = r'(?:""|[^\W\d]\w*|\d[\w.]*)'
_OPERATORS = ("and", "or", "not", "in", "is", "if", "else", "for", "lambda", "await", "async")


def of_statements(place: Any) -> Told | None:
    """What is wrong with the statement Python stopped at, or with the one before it."""
    if isinstance(place.error, IndentationError) and (told := indentation(place)):
        return told
    lines = place.reading.lines
    at = max((i for i, each in enumerate(lines) if each.line <= place.line), default=None)
    if at is None:
        return None
    for index in (at, at - 1):
        if index < 0:
            continue
        for find in _FINDERS:
            told_here = find(lines[index], place)
            if told_here is not None:
                name, text = told_here
                shown = code(place.code(lines[index].line))
                said = text.replace("{line}", str(lines[index].line)).replace("{at}", shown)
                return name, said, lines[index].line
    return lonely(lines, at)


# ---------------------------------------------------------------- one statement


def _pasted(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if line.text.startswith((">>>", "...")) and line.text not in {"...", "...:"}:
        return "prompt_pasted", (
            "Line {line}, {at}, begins with the sign that Python's own prompt shows. It is not "
            "part "
            "of the program: leave it out."
        )
    return None


def _else_if(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if re.match(r"(else\s+if|elseif|elsif|elif\s+if)\b", line.text):
        return (
            "else_if",
            "Line {line}, {at}: another condition after an `if` is written `elif` in Python.",
        )
    if re.match(r"else\b\s*[^:\s]", line.text):
        return "else_condition", (
            "Line {line}, {at}: an `else` has no condition of its own, only a colon. A branch with "
            "a condition is an `elif`."
        )
    return None


def _other_signs(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    for sign, said in _SIGNS:
        if re.search(sign, line.text):
            return "foreign_sign", f"Line {{line}}, {{at}}: {said}"
    return None


_SIGNS = (
    (r"&&", "Python writes `and`, not `&&`."),
    (r"\|\|", "Python writes `or`, not `||`."),
    (r"===", "Python compares with two signs, `==`."),
    (r"!==", "Python compares with `!=`."),
    (r"=!(?!=)", 'the sign for "not equal" is `!=`, in this order.'),
    (r"=<", 'the sign for "less than or equal" is `<=`, in this order.'),
    (r"=>", 'the sign for "greater than or equal" is `>=`, in this order.'),
    (r"<>", 'the sign for "not equal" is `!=`.'),
    (r"\+\+\s*$|\+\+\s*\)", "Python has no `++`. A number is made larger with `+= 1`."),
    (r"(?<!-)--\s*$", "Python has no `--`. A number is made smaller with `-= 1`."),
    (r"[<>!=+\-*/]\s+=(?!=)", "there is a space inside a sign of two characters."),
    (r"(?:^|[\s(])!\s*[\w(]", "Python writes `not`, not `!`."),
)


def _single_equals(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    words = line.words
    if not words or words[0] not in {"if", "elif", "while", "return", "not", "assert"}:
        return None
    if re.search(r"(?<![=!<>:+\-*/%&|^])=(?!=)", _without_brackets(line.text)) or (
        re.match(r"(if|elif|while)\b", line.text)
        and re.search(r"\w\s*(?<![=!<>:+\-*/%])=(?!=)", _without_calls(line.text))
    ):
        return "single_equals", (
            "Line {line}, {at}: one `=` gives a name a value. Two of them, `==`, ask whether two "
            "values are equal."
        )
    return None


def _without_brackets(text: str) -> str:
    return "".join(mark for _, mark in at_top(text))


def _without_calls(text: str) -> str:
    """The text without what stands in the brackets of calls, where `name=value` is right."""
    return re.sub(r"(\w)\([^()]*\)", r"\1", text)


_CURLY = (
    "Line {line}, {at}: Python opens a block with a colon and indents it; it has no curly brackets "
    "for that."
)


def _colon(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    words = line.words
    first = words[1] if words[:1] == ["async"] and len(words) > 1 else (words[0] if words else "")
    if first not in _HEADERS or ":" in _without_brackets(line.text):
        return None
    if re.match(r"(else|if|for|while|def|class|try|with|elif|except|finally)\s*[=.]", line.text):
        return None
    more = ""
    if re.search(r"\{[^:]*(\}|$)", line.text) and not re.search(r"\b(in|=)\s*\{", line.text):
        return "foreign_sign", _CURLY
    if line.text.endswith((";", ",")):
        more = f" It ends with `{line.text[-1]}` instead."
    return "colon_missing", (
        "Line {line}, {at}, begins with `" + first + "` and needs a colon, `:`, at its end, before "
        "the indented lines." + more
    )


def _then(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if re.match(r"(if|elif|while)\b.*\bthen\b", line.text):
        return (
            "foreign_word",
            "Line {line}, {at}: Python has no `then`; a colon ends the condition.",
        )
    found = re.match(r"(function|func|fun|fn|void|public|static)\s+\w+\s*\(", line.text)
    if found:
        return "foreign_word", (
            f"Line {{line}}, {{at}}: Python makes a function with `def`, not with "
            f"`{found.group(1)}`."
        )
    found = re.match(r"(var|let|const|int|float|string|str|bool|double|char)\s+\w+\s*=", line.text)
    if found:
        return "foreign_word", (
            f"Line {{line}}, {{at}}: Python gives a name a value without a word before it; "
            f"`{found.group(1)}` is not needed."
        )
    if re.match(r"for\s*\(.*;.*;.*\)", line.text):
        return "foreign_word", (
            "Line {line}, {at}: a `for` in Python walks over the items of something: "
            "`for ... in ...:`."
        )
    return None


def _for_without_in(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if re.match(r"for\b", line.text) and "in" not in line.words:
        return "for_without_in", (
            "Line {line}, {at}: a `for` needs a name, the word `in`, and what to walk over."
        )
    return None


def _old_print(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if re.match(rf"print\s+(?:{_VALUE}|[\[{{-])", line.text):
        return "old_print", (
            "Line {line}, {at}: what `print` shows stands in round brackets after it."
        )
    return None


def _misspelt(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    words = line.words
    if not words or not words[0].isidentifier() or words[0] in keyword.kwlist:
        return None
    first, second = words[0], words[1] if len(words) > 1 else ""
    in_place = second == '"' or second.isidentifier() or second[:1].isdigit()
    block = line.text.endswith(":") and "=" not in line.text
    if not (in_place or block) or (
        second in keyword.kwlist
        and second not in {"not", "None", "True", "False", "lambda", "await"}
    ):
        return None
    near = _near_keyword(first)
    if block and "in" in words and sorted(first) == sorted("for"):
        near = "for"
    if near in {None, "print"}:
        return None
    return "misspelt_keyword", (
        f"Line {{line}}, {{at}}, begins with `{first}`. Did you mean `{near}`?"
    )


def _near_keyword(word: str) -> str | None:
    if word.lower() in _STARTERS and word not in _STARTERS:
        return word.lower()
    near = difflib.get_close_matches(word.lower(), _STARTERS, 1, 0.6)
    if near and (sorted(near[0]) == sorted(word.lower()) or len(word) > 3):
        return near[0]
    return near[0] if near and difflib.SequenceMatcher(None, near[0], word).ratio() > 0.75 else None


def _definition(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if not re.match(r"(async\s+)?def\b", line.text):
        return None
    rest = re.sub(r"^(async\s+)?def\s*", "", line.text)
    if re.match(r"[^\W\d]\w*\s*:", rest):
        return "def_brackets", (
            "Line {line}, {at}: after the name of a function come round brackets, `()`, even when "
            "there is nothing in them."
        )
    if not rest or rest.startswith("("):
        return "def_name", "Line {line}, {at}: the function has no name after `def`."
    name = re.match(r"[^\s(]*", rest)
    if name and not name.group().isidentifier():
        return "def_name", (
            f"Line {{line}}, {{at}}: {code(name.group())} cannot be a name. Names are made of "
            "letters, digits and `_`, and do not begin with a digit."
        )
    if name and keyword.iskeyword(name.group()):
        return _kept(name.group())
    inner = rest[rest.find("(") + 1 : rest.rfind(")")] if ")" in rest else ""
    if re.match(r"[^=]*=", inner) and re.search(r"=[^,]*,\s*[^\W\d]\w*\s*(,|$)", inner):
        return "default_order", (
            "Line {line}, {at}: a parameter with a default value stands before one without. Those "
            "without come first."
        )
    if re.search(r'(^|,)\s*(""|\d)', inner):
        return "parameter_value", (
            "Line {line}, {at}: in the brackets of a `def` stand names; the values come with the "
            "call."
        )
    return None


def _kept(word: str) -> tuple[str, str]:
    return "reserved_word", (
        f"Line {{line}}, {{at}}: `{word}` is a word that Python keeps for itself; it cannot be a "
        "name of yours."
    )


def _reserved(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    found = re.match(r"([^\W\d]\w*)\s*(?:=(?!=)|\+=|-=)", line.text)
    if found and found.group(1) in keyword.kwlist:
        return _kept(found.group(1))
    found = re.match(r"for\s+([^\W\d]\w*)\s+in\b", line.text)
    if found and found.group(1) in keyword.kwlist:
        return _kept(found.group(1))
    return None


def _numbers(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    found = re.search(r"(?<![\w.])(\d+(?:_\d+)*[A-Za-z_]\w*)", line.text)
    if found and not re.fullmatch(
        r"(?i)0x[\da-f_]+|0b[01_]+|0o[0-7_]+|\d+e\d+|\d+j|\d+(?:if|else|or|and|in|is|for)",
        found.group(1),
    ):
        return "name_with_digit", (
            f"Line {{line}}, {{at}}: {code(found.group(1))} begins with a digit and goes on with "
            "letters. A name cannot begin with a digit, and between a number and a name there has "
            "to be an operator."
        )
    found = re.search(r"(?<![\w.])0\d+(?![\d.xobXOB])", line.text)
    if found and set(found.group()) != {"0"}:
        return (
            "leading_zero",
            f"Line {{line}}, {{at}}: `{found.group()}` - a whole number cannot begin with 0.",
        )
    return None


def _target(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if line.words and line.words[0] in keyword.kwlist:
        return None
    top = _without_brackets(line.text)
    found = re.search(r"(?<![=!<>:+\-*/%&|^])=(?!=)", top)
    if not found:
        return None
    position = next(
        (p for p, mark in at_top(line.text) if mark == "=" and _alone(line.text, p)), None
    )
    if position is None:
        return None
    left = line.text[:position].strip()
    if left.endswith(")") and re.match(r"[\w.]+\(", left):
        what = "a call"
    elif re.fullmatch(r'\d[\w.]*|""|True|False|None', left):
        what = "a value"
    elif re.search(r"[+\-*/%]", _without_brackets(left)):
        what = "a calculation"
    else:
        return None
    return "assign_to_value", (
        f"Line {{line}}, {{at}}: on the left of `=` stands {what}. There has to be a name, which "
        "gets the value on the right."
    )


def _alone(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return before not in "=!<>:+-*/%&|^" and after != "="


def _cut_off(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    found = re.search(r"(\+|-|\*|/|%|==|<|>|<=|>=|!=|=|\band|\bor|\bnot|\bin|\.)$", line.text)
    if found:
        return "cut_off", (
            f"Line {{line}}, {{at}}, stops after `{found.group()}`: something has to follow it."
        )
    found = re.search(r"(\+|\*|/|%|==|<=|>=|!=|=|\band|\bor|\bin)\s*[):\]]", line.text)
    if found:
        return "cut_off", (f"Line {{line}}, {{at}}: after `{found.group(1)}` a value is missing.")
    found = re.match(r"(if|elif|while)\s*:", line.text)
    if found:
        return "condition_missing", (
            f"Line {{line}}, {{at}}: between `{found.group(1)}` and the colon the condition is "
            "missing."
        )
    return None


def _side_by_side(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    inside = _last_bracket_content(line.text)
    for text, where in ((inside, "inside the brackets"), (line.text, "")):
        for found in re.finditer(rf"({_VALUE}|[)\]])\s+(?={_VALUE}|\[)({_VALUE}|\[)", text):
            left, right = found.group(1), found.group(2)
            if left in keyword.kwlist and left not in {"True", "False", "None"}:
                continue
            if right in keyword.kwlist and right not in {"True", "False", "None"}:
                continue
            if left == '""' and right == '""':
                continue
            missing = "a comma" if where else "an operator such as `+`, or a comma,"
            return "comma_missing", (
                f"Line {{line}}, {{at}}: {where + ', ' if where else ''}two values stand side by "
                f"side with nothing between them. Is {missing} missing?".replace(",  ", ", ")
            )
    quoted = re.search(rf'""\s*(?=[^\W\d])(?!{"|".join(_OPERATORS)})\w+|\w+""', line.text)
    if quoted and not re.match(
        r'(return|print|in|and|or|not|if|else|is|elif|yield|raise|import)""', quoted.group()
    ):
        return "comma_missing", (
            "Line {line}, {at}: a text and another value stand side by side with nothing between "
            "them. Is a `+` or a comma missing, or a quote too many?"
        )
    return None


def _last_bracket_content(text: str) -> str:
    opened = max(text.find("("), text.find("["), text.find("{"))
    return text[opened + 1 :] if opened >= 0 else ""


def _unfinished_import(line: LogicalLine, _place: Any) -> tuple[str, str] | None:
    if re.match(r"import\b.*\bfrom\b", line.text):
        return "import_order", (
            "Line {line}, {at}: it is the other way round, first `from` and the module, then "
            "`import` and the name."
        )
    if re.match(r"(from\s+\S+\s+import|import|from)\s*$", line.text):
        return "cut_off", "Line {line}, {at}: the name of what to import is missing."
    return None


_FINDERS: tuple[Callable[[LogicalLine, Any], tuple[str, str] | None], ...] = (
    _pasted,
    _else_if,
    _unfinished_import,
    _then,
    _misspelt,
    _other_signs,
    _definition,
    _single_equals,
    _for_without_in,
    _colon,
    _old_print,
    _reserved,
    _numbers,
    _target,
    _cut_off,
    _side_by_side,
)
