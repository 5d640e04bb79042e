"""Symptoms of texts: returned ones and printed ones."""

from __future__ import annotations

import ast
import difflib
import re
import string
from collections.abc import Callable
from itertools import combinations
from typing import Any

from course.checking.values import value_of
from course.checking.words import code, listed, value
from course.explaining.call_cases import Case
from course.explaining.differing import difference, windows
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_separators import line_for_each, spaced_by_print
from course.explaining.sentences import how_many, in_which, the_call
from course.explaining.syntax_tree import body_nodes, value_returns
from course.plural import counted

_LONGEST_START = 40
_SIMILAR = 0.6
_SPACES = str.maketrans("", "", string.whitespace)
_MARKS = str.maketrans("", "", string.punctuation)


def _texts(evidence: Evidence) -> list[Case]:
    return [
        case
        for case in evidence.failing
        if isinstance(case.got_value, str) and isinstance(case.expected_value, str)
    ]


def _start(case: Case) -> str:
    got, expected = windows(case.got_value, case.expected_value)
    if case.about == "printed":
        return (
            f"After {code(case.call, 80)}, what was printed is {got}; the test expects {expected}."
        )
    return f"{code(case.call, 80)} gave back {got}; the test expects {expected}."


def returns_instead(evidence: Evidence) -> Saying | None:
    """Returns what should be printed."""
    for case in _texts(evidence):
        if case.about != "printed" or case.got_value != "" or not case.expected_value:
            continue
        givers = [f for f in evidence.functions.values() if value_returns(f)]
        if givers and "print(" not in evidence.source:
            line = value_returns(givers[0])[0].lineno
            text = (
                "Nothing was printed. Your function gives its answer back with `return` (line "
                f"{line}); this exercise asks to show it, with `print`."
            )
            return Saying(text, tuple(_texts(evidence)), line)
    return None


def nothing_printed(evidence: Evidence) -> Saying | None:
    """Nothing is printed where something should be."""
    for case in _texts(evidence):
        if case.about == "printed" and case.got_value == "" and case.expected_value:
            text = f"Nothing was printed; the test expects {value(case.expected_value)}."
            return Saying(text, (case,))
    return None


def missing_f(evidence: Evidence) -> Saying | None:
    """The text has `{name}` in it: the `f` before its quotes is missing."""
    for case in _texts(evidence):
        match = re.search(r"\{[^\W\d]\w*[^{}]*\}", case.got_value)
        if match is None or match.group() in case.expected_value:
            continue
        line = _plain_text_with(match.group(), case.got_value, evidence)
        if line is not None:
            text = (
                f"{_start(case)} What is in braces stays there as it is. The text on line "
                f"{line} has no `f` before its first quote, so Python does not put values in."
            )
            return Saying(text, tuple(_texts(evidence)), line)
    return None


def _plain_text_with(part: str, got: str, evidence: Evidence) -> int | None:
    """The line of a text that is no f-string, has `part` in it and is in what came back."""
    nodes = list(ast.walk(evidence.tree)) if evidence.tree else []
    inside_f = {value for node in nodes if isinstance(node, ast.JoinedStr) for value in node.values}
    for node in nodes:
        if not isinstance(node, ast.Constant) or node in inside_f:
            continue
        if isinstance(node.value, str) and part in node.value and node.value in got:
            return node.lineno
    return None


def differs_only_in(evidence: Evidence) -> Saying | None:
    """The text is right but for capitals, spaces, line ends, or punctuation."""
    for case in _texts(evidence):
        got, expected = case.got_value, case.expected_value
        words = _only(got, expected)
        if words:
            alike = [c for c in _texts(evidence) if _only(c.got_value, c.expected_value) == words]
            more = how_many(alike, evidence, "differ only in that")
            where, line = _where(got, expected, evidence)
            if case.about == "printed" and (each := line_for_each(got, expected, evidence)):
                where, line = (
                    f" Each `print` ends its line, and the one on line {each} is in a loop inside "
                    "a loop.",
                    each,
                )
            elif case.about == "printed" and (spaced := spaced_by_print(got, expected, evidence)):
                where, line = (
                    f" On line {spaced}, `print` puts a space between its arguments.",
                    spaced,
                )
            words = f"{_only_line(got, expected)}{_how_often(got, expected) or words}"
            return Saying(f"{_start(case)} {words}{where}{more}", tuple(alike), line)
    return None


def _one_line(got: str, expected: str) -> tuple[int, str, str] | None:
    """The only line that differs, of several, with its number."""
    mine, wanted = got.split("\n"), expected.split("\n")
    if len(mine) != len(wanted) or len(wanted) < 3:
        return None
    pairs = enumerate(zip(mine, wanted, strict=True), 1)
    differing = [(number, one, other) for number, (one, other) in pairs if one != other]
    return differing[0] if len(differing) == 1 else None


def _only_line(got: str, expected: str) -> str:
    found = _one_line(got, expected)
    return f"Only line {found[0]} of it is different. " if found else ""


def _how_often(got: str, expected: str) -> str | None:
    """A line of one character only, which is there too often or not often enough."""
    found = _one_line(got, expected)
    if found is None:
        return None
    _, mine, wanted = found
    if not mine or len(wanted) < 2 or set(mine) != set(wanted) or len(set(mine)) > 1:
        return None
    return f"It has {code(mine[0])} {counted(len(mine), 'time')}, and should have it {len(wanted)}."


_LIST = re.compile(r"\[(?:'[^']*'(?:, )?)+\]")


def list_in_text(evidence: Evidence) -> Saying | None:
    """A list is put into a text as it is, with its brackets and quotes."""
    for case in evidence.failing:
        got, wanted = case.got_value, case.expected_value
        if isinstance(got, str) and isinstance(wanted, str) and (found := _list_in(got, wanted)):
            return Saying(f"{the_call(case)} gave back {value(got)}. {found}", (case,))
    for test in evidence.failed_tests:
        got, wanted = value_of(test.got), value_of(test.expected)
        if isinstance(got, str) and isinstance(wanted, str) and (found := _list_in(got, wanted)):
            return Saying(f"In the test {code(test.name)}, the text is {value(got)}. {found}")
    return None


def _list_in(got: str, wanted: str) -> str | None:
    match = _LIST.search(got)
    if match is None or match[0] in wanted:
        return None
    return (
        f"In it is the list itself, {code(match[0], 40)}, with its brackets and quotes. `.join()` "
        "makes one string of its items."
    )


def _only(got: str, expected: str) -> str | None:
    if got == expected:
        return None
    if got.strip("\n") == expected.strip("\n"):
        return f"They differ only in the line ends: {_line_ends(got, expected)}."
    if got.strip() == expected.strip():
        return "They differ only in the spaces at the beginning or the end."
    if got.replace(" ", "") == expected.replace(" ", ""):
        return "They differ only in spaces."
    if got.translate(_SPACES) == expected.translate(_SPACES):
        return "They differ only in spaces and line ends."
    if got.lower() == expected.lower():
        return "They differ only in capital and small letters."
    if expected and expected in got and not got.startswith(expected):
        before, _, after = got.partition(expected)
        if after:
            return (
                f"The right text is in it, with {value(before)} before it and {value(after)} after."
            )
    differing = _differing(got, expected)
    return f"They differ only in {listed(differing)}." if differing else None


_PLAINER: dict[str, Callable[[str], str]] = {
    "capital letters": str.lower,
    "spaces": lambda text: text.replace(" ", ""),
    "line ends": lambda text: text.replace("\n", ""),
    "punctuation marks": lambda text: text.translate(_MARKS),
}


def _differing(got: str, expected: str) -> list[str]:
    """The fewest kinds of characters without which two texts are the same; none if they are not."""
    for size in range(1, len(_PLAINER) + 1):
        for kinds in combinations(_PLAINER, size):
            one, other = got, expected
            for kind in kinds:
                one, other = _PLAINER[kind](one), _PLAINER[kind](other)
            if one == other:
                told = one.strip() or (size == 1 and got and expected)
                return list(kinds) if told else []
    return []


def _line_ends(got: str, expected: str) -> str:
    mine = len(got) - len(got.rstrip("\n"))
    wanted = len(expected) - len(expected.rstrip("\n"))
    if mine < wanted:
        return f"{counted(wanted - mine, 'line end')} missing at the end"
    if mine > wanted:
        return f"{counted(mine - wanted, 'line end')} too many at the end"
    return "at the beginning"


def text_pattern(evidence: Evidence) -> Saying | None:
    """Reversed, cut off, repeated, or from which character on the texts differ."""
    cases = _texts(evidence)
    if not cases:
        return None
    case = cases[0]
    got, expected = case.got_value, case.expected_value
    words = _pattern(got, expected)
    if words is None:
        return None
    shared = in_which(cases, evidence)
    where, line = _where(got, expected, evidence)
    return Saying(f"{_start(case)} {words}{where}{shared}", tuple(cases), line)


def text_inside(evidence: Evidence) -> Saying | None:
    """A string of the learner's is inside the data that came back, where another is expected."""
    for case in evidence.failing:
        if found := _inside(case.got_value, case.expected_value, evidence):
            return Saying(f"{the_call(case)} gave back {found[0]}", (case,), found[1])
    for test in evidence.failed_tests:
        if found := _inside(value_of(test.got), value_of(test.expected), evidence):
            return Saying(f"The test {code(test.name)} finds {found[0]}", (), found[1])
    return None


def _inside(got: Any, expected: Any, evidence: Evidence) -> tuple[str, int] | None:
    path, mine, its = difference(got, expected)
    if not (path and isinstance(mine, str) and isinstance(its, str)):
        return None
    if difflib.SequenceMatcher(None, mine, its, autojunk=False).ratio() < _SIMILAR:
        return None  # another item, and no misspelt one
    where, line = _where(mine, its, evidence)
    if line is None:
        return None
    one, other = windows(mine, its)
    return f"{one} at {code(path)}, where the test expects {other}.{where}", line


def _where(got: str, expected: str, evidence: Evidence) -> tuple[str, int | None]:
    """The one line with the string that is in the text where it begins to differ."""
    at = _alike_up_to(got, expected)
    lines = set()
    for node in ast.walk(evidence.tree) if evidence.tree else ():
        if not isinstance(node, ast.Constant):
            continue
        part = node.value
        if isinstance(part, str) and len(part) > 1 and part not in expected:
            starts = [it.start() for it in re.finditer(re.escape(part), got)]
            if any(start <= at < start + len(part) for start in starts):
                lines.add(node.lineno)
    if len(lines) != 1:
        return "", None
    return f" It comes from line {min(lines)}.", min(lines)


def _pattern(got: str, expected: str) -> str | None:
    if not got:
        return "Yours is an empty text."
    if not expected:
        return "The right answer here is an empty text."
    if got == expected[::-1]:
        return "It is the right text the other way round."
    if expected.startswith(got):
        return f"The beginning is right; {value(expected[len(got) :])} is missing at the end."
    if expected.endswith(got):
        return f"The end is right; {value(expected[: -len(got)])} is missing at the beginning."
    if got.startswith(expected):
        return f"After the right text, {value(got[len(expected) :])} comes as well."
    if got.endswith(expected):
        return f"Before the right text, {value(got[: -len(expected)])} comes as well."
    if "\n" in expected or "\n" in got:
        return _first_line(got.splitlines(), expected.splitlines())
    if sorted(got) == sorted(expected):
        return "All characters are there, in another order."
    common = _alike_up_to(got, expected)
    if common == 0:
        return "They differ from the first character on."
    before = expected[:common] if common <= _LONGEST_START else f"…{expected[:common][-20:]}"
    return f"They are the same up to {value(before)} and differ from there on."


def _alike_up_to(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _first_line(mine: list[str], wanted: list[str]) -> str:
    for number, (one, other) in enumerate(zip(mine, wanted, strict=False), 1):
        if one != other:
            return (
                f"The first line that differs is line {number} of the text: {code(one)} instead of "
                f"{code(other)}."
            )
    over = len(mine) - len(wanted)
    if over < 0:
        return f"The beginning is right; then {counted(-over, 'line')} {_be(-over)} missing."
    return f"The beginning is right; then {counted(over, 'line')} {_be(over)} too many."


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


_NUMBER = re.compile(r"\d+\.\d+|\d+")


def zeros_cut_off(evidence: Evidence) -> Saying | None:
    """The right numbers in a text, without the zeros at their ends: `4.5` for `4.50`."""
    cases: list[Case] = []
    pairs: list[tuple[str, str]] = []
    for case in evidence.failing:
        got, wanted = case.got_value, case.expected_value
        if not (isinstance(got, str) and isinstance(wanted, str)):
            continue
        mine, its = _NUMBER.findall(got), _NUMBER.findall(wanted)
        words = [re.sub(r"\s+", " ", _NUMBER.sub("0", text)) for text in (got, wanted)]
        short = [pair for pair in zip(mine, its, strict=False) if pair[0] != pair[1]]
        alike = words[0] == words[1] and len(mine) == len(its) and bool(short)
        if alike and all(_lacks_zeros(*pair) for pair in short):
            cases.append(case)
            pairs += short
    if not cases:
        return None
    got, wanted = pairs[0]
    text = (
        f"{the_call(cases[0])} has `{got}` where the test expects `{wanted}`. That is the same "
        "number, but a float shows no zeros at its end, and `round` adds none. A format says how "
        f"many digits come after the point, such as `:.{len(wanted.partition('.')[2])}f`."
    )
    return Saying(text, tuple(cases))


def _lacks_zeros(got: str, wanted: str) -> bool:
    return "." in wanted and len(got) < len(wanted) and float(got) == float(wanted)


def raw_missing(evidence: Evidence) -> Saying | None:
    """`re.findall("\\bHB", text)`: without `r`, `\\b` is a backspace and no edge of a word."""
    for function, cases in evidence.may_run():
        for node in body_nodes(function):
            pattern = node.args[0] if isinstance(node, ast.Call) and node.args else None
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).startswith("re.")
                and isinstance(pattern, ast.Constant)
                and "\b" in str(pattern.value)
            ):
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, has `\\b` in a "
                    "string without `r` before its quotes. There it is one character, a backspace, "
                    "and no edge of a word."
                )
                return Saying(text, cases, node.lineno)
    return None
