"""Symptoms of numbers and of `True` and `False`."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from typing import Any

from course.checking.values import UNKNOWN, is_number
from course.checking.words import code, listed, value
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence, Saying
from course.explaining.sentences import awaited, how_many, in_which, returned, the_call
from course.explaining.syntax_tree import body_nodes, parameters
from course.plural import counted

_NO_AMOUNT = (".status_code", ".status", ".returncode")
"""Numbers that stand for something: 404 is not three too large for 401."""


def _numbers(evidence: Evidence) -> list[Case]:
    return [
        case
        for case in evidence.failing
        if case.returned
        and is_number(case.got_value)
        and is_number(case.expected_value)
        and not case.call.endswith(_NO_AMOUNT)
    ]


def float_rounding(evidence: Evidence) -> Saying | None:
    """The number is right but for the last digits a float can hold."""
    cases = [
        case
        for case in _numbers(evidence)
        if math.isclose(case.got_value, case.expected_value, rel_tol=1e-9, abs_tol=1e-12)
    ]
    if not cases:
        return None
    text = (
        f"{the_call(cases[0])} gave back {returned(cases[0])}; the test expects "
        f"{awaited(cases[0])}. The difference comes from how numbers with a decimal point are "
        "stored: most of them only nearly."
    )
    return Saying(text, tuple(cases))


def number_of_digits(evidence: Evidence) -> Saying | None:
    """The number is right but rounded to fewer or more digits, or cut off."""
    cases = [c for c in _numbers(evidence) if not _whole_only(c)]
    close = [c for c in cases if _rounds_to(c.got_value, c.expected_value)]
    if close and len(close) == len(cases):
        text = (
            f"{the_call(close[0])} gave back {returned(close[0])}; the test expects "
            f"{awaited(close[0])}. That is the same number, rounded to another number of digits."
        )
        return Saying(text, tuple(close))
    return None


def _whole_only(case: Case) -> bool:
    return isinstance(case.got_value, int) and isinstance(case.expected_value, int)


def _rounds_to(got: float, expected: float) -> bool:
    if not (math.isfinite(got) and math.isfinite(expected)) or got == expected:
        return False
    return any(round(got, n) == expected or round(expected, n) == got for n in range(1, 7))


def whole_division(evidence: Evidence) -> Saying | None:
    """`//` where `/` is needed, or the other way round."""
    cases = _numbers(evidence)
    cut = [
        c
        for c in cases
        if math.isfinite(c.expected_value)
        and math.isfinite(c.got_value)
        and c.got_value != c.expected_value
        and (
            c.got_value == math.floor(c.expected_value)
            or c.expected_value == math.floor(c.got_value)
        )
    ]
    if not cut or len(cut) < len(cases):
        return None
    case = cut[0]
    function = evidence.function_of(case)
    lost = case.got_value == math.floor(case.expected_value)
    wanted: type[ast.operator] = ast.FloorDiv if lost else ast.Div
    nodes = [
        node
        for node in (body_nodes(function) if function else [])
        if isinstance(node, ast.BinOp) and isinstance(node.op, wanted)
    ]
    if not nodes:
        return None
    line = nodes[0].lineno
    sentence = (
        f"Line {line} divides with `//`, which drops everything after the decimal point."
        if lost
        else f"Line {line} divides with `/`, which keeps what is after the decimal point."
    )
    text = (
        f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}. {sentence}"
    )
    return Saying(text, tuple(cut), line)


def off_by_one(evidence: Evidence) -> Saying | None:
    """The number is one too large or one too small."""
    cases = _numbers(evidence)
    near = [c for c in cases if abs(c.got_value - c.expected_value) == 1]
    if not near or len(near) * 2 < len(cases):
        return None
    case = near[0]
    over = [c for c in near if c.got_value > c.expected_value]
    if len(over) not in {0, len(near)}:
        text = (
            f"{the_call(case)} gave back {returned(case)}, one "
            f"{'more' if case.got_value > case.expected_value else 'less'} than {awaited(case)}. "
            f"The answers are one off in {len(near)} calls: one too large in {len(over)}, one too "
            f"small in {len(near) - len(over)}."
        )
        return Saying(text, tuple(near))
    word = "too large" if over else "too small"
    shared = in_which(near, evidence) or how_many(near, evidence, f"are one {word}")
    text = f"{the_call(case)} gave back {returned(case)}, which is one {word}.{shared}"
    return Saying(text + _counting(case, evidence), tuple(near))


def _counting(case: Case, evidence: Evidence) -> str:
    """Where the function counts, as a place to look at; only said where there is one such place."""
    function = evidence.function_of(case)
    starts = [
        node
        for node in (body_nodes(function) if function else [])
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "range"
    ]
    if len(starts) != 1:
        return ""
    return (
        f" Line {starts[0].lineno} counts with {code(ast.unparse(starts[0]))}: which numbers does "
        "that give, and which is the last?"
    )


def difference_is_given(evidence: Evidence) -> Saying | None:
    """All wrong numbers are off by the same part of what was given: the last item, `n` itself."""
    cases = [case for case in _numbers(evidence) if case.arguments]
    if len(cases) < 2 or len(cases) < len(_numbers(evidence)):
        return None
    differences = [case.expected_value - case.got_value for case in cases]
    if len(set(differences)) < 2:
        return None
    function = evidence.function_of(cases[0])
    names = [name for name in (parameters(function) if function else []) if name != "self"]
    for position, name in enumerate(names):
        for words, part in _PARTS:
            parts = [_part(part, case, position) for case in cases]
            if None in parts:
                continue
            for word, sign in (("small", 1), ("large", -1)):
                if all(h * sign == d for h, d in zip(parts, differences, strict=True)):
                    case = cases[0]
                    text = (
                        f"{the_call(case)} gave back {returned(case)}; the test expects "
                        f"{awaited(case)}. {_all(len(cases))} wrong answers are too {word} by "
                        f"exactly {words.format(f'`{name}`')}."
                    )
                    return Saying(text + _counting(case, evidence), tuple(cases))
    return None


_PARTS: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("{}", lambda held: held),
    ("the last item of {}", lambda held: held[-1]),
    ("the first item of {}", lambda held: held[0]),
    ("the number of items in {}", len),
)


def _part(part: Callable[[Any], Any], case: Case, position: int) -> Any:
    try:
        share = part((case.arguments or ())[position])
    except (TypeError, IndexError, KeyError):
        return None
    return share if is_number(share) else None


def steady_difference(evidence: Evidence) -> Saying | None:
    """All wrong numbers are off by the same amount, or by the same factor, or in the sign."""
    cases = _numbers(evidence)
    if not cases:
        return None
    case = cases[0]
    pairs = [(c.got_value, c.expected_value) for c in cases]
    if all(got == -expected for got, expected in pairs) and any(e for _, e in pairs):
        text = f"{the_call(case)} gave back {returned(case)}: the right number with the wrong sign."
        return Saying(text + how_many(cases, evidence, "have the wrong sign"), tuple(cases))
    if len(cases) < 2:
        return None
    first = round(pairs[0][0] - pairs[0][1], 9)
    if first and all(math.isclose(got - expected, first) for got, expected in pairs):
        word = "too large" if first > 0 else "too small"
        text = (
            f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}. "
            f"{_all(len(cases))} wrong answers are {word} by the same amount, {value(abs(first))}."
        )
        return Saying(text, tuple(cases))
    if all(expected and got for got, expected in pairs):
        factor = pairs[0][0] / pairs[0][1]
        same = all(math.isclose(got / expected, factor) for got, expected in pairs)
        if same and factor > 0 and not math.isclose(factor, 1):
            shown = (
                f"{value(round(factor, 4))} times what is"
                if factor > 1
                else f"{value(round(1 / factor, 4))} times smaller than what is"
            )
            text = (
                f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}. "
                f"{_all(len(cases))} wrong answers are {shown} expected."
            )
            return Saying(text, tuple(cases))
    return None


def too_large_or_small(evidence: Evidence) -> Saying | None:
    """All wrong numbers are too large, or all too small, or what they have in common."""
    cases = _numbers(evidence)
    if not cases:
        return None
    case = cases[0]
    over = [c for c in cases if c.got_value > c.expected_value]
    shared = in_which(cases, evidence)
    start = f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}."
    if len(over) in {0, len(cases)} and len(cases) > 1:
        word = "too large" if over else "too small"
        return Saying(f"{start} {_all(len(cases))} wrong answers are {word}.{shared}", tuple(cases))
    if len(cases) > 1:
        small = len(cases) - len(over)
        text = (
            f"{start} Of the wrong answers, {counted(len(over), 'is', 'are')} too large and "
            f"{small} too small.{shared}"
        )
        return Saying(text, tuple(cases))
    word = "too large" if over else "too small"
    difference = value(abs(round(case.got_value - case.expected_value, 9)))
    return Saying(f"{start} It is {word} by {difference}.{shared}", tuple(cases))


# ---------------------------------------------------------------- True and False


def _truths(evidence: Evidence) -> list[Case]:
    return [
        case
        for case in evidence.failing
        if isinstance(case.got_value, bool) and isinstance(case.expected_value, bool)
    ]


def answers_flipped(evidence: Evidence) -> Saying | None:
    """Each `True` is a `False` and the other way round."""
    cases = _truths(evidence)
    given = {case.got_value for case in cases}
    if len(given) < 2 or len(cases) < 3:
        return None
    name = cases[0].function
    if any(case.function == name for case in evidence.passing):
        return None
    if not evidence.knows_all_passing(name):
        return None
    text = (
        f"{_all(len(cases))} answers are the opposite of what is expected: `True` where `False` is "
        f"right, and `False` where `True` is right. For example, {the_call(cases[0])} gave back "
        f"{returned(cases[0])}. Look at the condition, and at what is returned when it is true."
    )
    return Saying(text, tuple(cases))


def true_too_often(evidence: Evidence) -> Saying | None:
    """All wrong answers are `True`, or all are `False`."""
    cases = _truths(evidence)
    if not cases:
        return None
    case = cases[0]
    alike = [c for c in cases if c.got_value == case.got_value]
    shared = in_which(alike, evidence)
    right = [c for c in evidence.passing if c.got_value == (not case.got_value)]
    start = f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}."
    if len(alike) == len(cases):
        often = f" `{case.got_value}` comes too often"
        if len(cases) > 1:
            often += f": {len(cases)} calls get it and should get `{not case.got_value}`"
        if not right and not evidence.passing:
            often = ""
        elif not right:
            often += f", and no call gets `{not case.got_value}`"
        text = f"{start}{often}{'.' if often else ''}{shared}"
        return Saying(text, tuple(alike)) if often or shared else _reached(case, evidence, start)
    other = len(cases) - len(alike)
    text = (
        f"{start} In all, {counted(len(alike), 'call')} wrongly {_gets(len(alike))} "
        f"`{case.got_value}`, and {other} wrongly {_gets(other)} `{not case.got_value}`.{shared}"
    )
    return Saying(text, tuple(cases))


def _reached(case: Case, evidence: Evidence, start: str) -> Saying | None:
    """Which lines can have given this answer."""
    function = evidence.function_of(case)
    lines = [
        node.lineno
        for node in (body_nodes(function) if function else [])
        if isinstance(node, ast.Return)
        and node.value is not None
        and ast.unparse(node.value) == str(case.got_value)
    ]
    others = [n for n in (body_nodes(function) if function else []) if isinstance(n, ast.Return)]
    if case.got_value is UNKNOWN or not lines or any(not _is_truth(n) for n in others):
        return None
    text = f"{start} `{case.got_value}` comes from line {listed(map(str, lines), 'or')}."
    return Saying(text, (case,), lines[0])


def _is_truth(node: ast.Return) -> bool:
    return isinstance(node.value, ast.Constant)


def _all(number: int) -> str:
    return "Both" if number == 2 else f"All {number}"


def _gets(number: int) -> str:
    return "gets" if number == 1 else "get"
