"""Symptoms of lists, tuples and sets: items missing, items too many, items in another order."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from course.checking.values import count_in, is_number, items_of, less, same
from course.checking.words import a_type, code, value, values_listed
from course.explaining.call_cases import Case
from course.explaining.differing import difference, of_another_type
from course.explaining.evidence import Evidence, Saying
from course.explaining.failing_assert import asserted, changes_are_wanted
from course.explaining.sentences import awaited, failing_calls, in_which, returned, the_call
from course.explaining.sort_orders import as_texts, in_words, orders_of
from course.explaining.syntax_tree import body_nodes
from course.model import TestResult
from course.plural import counted

Pair = tuple[list[Any], list[Any]]


def _pairs(evidence: Evidence) -> list[tuple[Case, list[Any], list[Any]]]:
    pairs = []
    for case in evidence.failing:
        mine, wanted = items_of(case.got_value), items_of(case.expected_value)
        if mine is not None and wanted is not None:
            if isinstance(case.expected_value, set | frozenset):
                mine, wanted = sorted(mine, key=repr), _Unordered(sorted(wanted, key=repr))
            pairs.append((case, mine, wanted))
    return pairs


class _Unordered(list[Any]):
    """The items of a set: none of them is the first or the last one."""


def _say(evidence: Evidence, tell: Callable[[list[Any], list[Any]], str | None]) -> Saying | None:
    """What `tell` says of the simplest call it fits, with all calls it says the same kind of."""
    fitting = [
        (case, words) for case, mine, wanted in _pairs(evidence) if (words := tell(mine, wanted))
    ]
    if not fitting:
        return None
    case, words = fitting[0]
    cases = tuple(case for case, _ in fitting)
    shared = in_which(cases, evidence) if len(cases) == len(evidence.failing) else ""
    if not shared and len(cases) > 1:
        calls = failing_calls(len(cases), evidence)
        shared = f" It is like that in {calls[0].lower()}{calls[1:]}."
    text = f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}. {words}"
    return Saying(text + shared, cases)


def other_order(evidence: Evidence) -> Saying | None:
    """The right items in another order; two alone are always in one, so it tells nothing."""
    if all(len(wanted) == 2 for _, _, wanted in _pairs(evidence)):
        return _say(evidence, _turned)
    return _say(evidence, _order_of_many) or _say(evidence, _other_order)


def _turned(mine: list[Any], wanted: list[Any]) -> str | None:
    if same(mine, wanted) or not same(mine, wanted[::-1]):
        return None
    return "The items are right, the order is not: they come exactly the other way round."


def _order_of_many(mine: list[Any], wanted: list[Any]) -> str | None:
    """Of three items and more an order tells something."""
    return _other_order(mine, wanted) if len(wanted) > 2 else None


def _other_order(mine: list[Any], wanted: list[Any]) -> str | None:
    if len(mine) != len(wanted) or same(mine, wanted) or less(mine, wanted) or len(mine) < 2:
        return None
    start = "The items are right, the order is not"
    if as_texts(mine) and not as_texts(wanted):
        return (
            f"{start}: yours are ordered like words in a dictionary, character by character, "
            "not by the size of the numbers."
        )
    if len(mine) == 2:  # any order of two is ascending or descending
        return _turned(mine, wanted) or f"{start}. {_first(mine, wanted)}"
    yours, theirs = orders_of(mine), orders_of(wanted)
    only_theirs = [order for order in theirs if order not in yours]
    only_yours = [order for order in yours if order not in theirs]
    if len(only_theirs) >= 1 and only_yours:
        return (
            f"{start}: yours are in {in_words(only_yours[0])}, the expected ones in "
            f"{in_words(_like(only_yours[0], only_theirs))}."
        )
    if same(mine, wanted[::-1]):
        return f"{start}: they come exactly the other way round."
    if only_theirs:
        best = only_theirs[-1] if only_theirs[0][0] is None else only_theirs[0]
        return (
            f"{start}: the expected ones are in {in_words(best)}, yours are not. "
            f"{_first(mine, wanted)}"
        )
    if theirs and yours and theirs == yours:
        return (
            f"{start}: where items tie in the order, yours stand the other way round. "
            f"{_first(mine, wanted)}"
        )
    return f"{start}. {_first(mine, wanted)}"


def _like(order: tuple[int | None, bool], among: list[tuple[int | None, bool]]) -> Any:
    """The order that differs least from the given one: same element first, then same direction."""
    return next((o for o in among if o[0] == order[0]), among[-1])


def _first(mine: list[Any], wanted: list[Any]) -> str:
    for position, (one, other) in enumerate(zip(mine, wanted, strict=False)):
        if not same(one, other):
            inner, got, its = difference(one, other)
            place = f"index {position}" if not inner else f"`[{position}]{inner}`"
            return (
                f"The first difference is at {place}: {value(got, 30)} instead of "
                f"{value(its, 30)}.{of_another_type(got, its)}"
            )
    return ""


def repeated_items(evidence: Evidence) -> Saying | None:
    """Duplicates that should be gone are there, or ones that should stay are gone."""
    return _say(evidence, _repeated)


def _repeated(mine: list[Any], wanted: list[Any]) -> str | None:
    over, gone = less(mine, wanted), less(wanted, mine)
    if over and not gone and all(count_in(wanted, item) == 1 for item in over):
        item = over[0]
        return (
            f"{value(item, 30)} is in yours {_times(count_in(mine, item))}, and should be there "
            "once."
        )
    if gone and not over and all(count_in(mine, item) for item in gone):
        item = gone[0]
        return (
            f"{value(item, 30)} is in yours {_times(count_in(mine, item))}, and should be "
            f"there {_times(count_in(wanted, item))}."
        )
    return None


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def missing_items(evidence: Evidence) -> Saying | None:
    """Some expected items are missing, and nothing else is wrong."""
    return _say(evidence, _missing)


def _missing(mine: list[Any], wanted: list[Any]) -> str | None:
    gone = less(wanted, mine)
    if not gone or less(mine, wanted):
        return None
    if not mine:
        return "Yours is empty."
    if isinstance(wanted, _Unordered):
        return f"{values_listed(gone)} {_is(gone)} missing."
    if same(mine, wanted[: len(mine)]):
        last = "the last item" if len(gone) == 1 else f"the last {len(gone)} items"
        return f"The beginning is right, but {last}, {values_listed(gone)}, {_is(gone)} missing."
    if same(mine, wanted[len(gone) :]):
        first = "the first item" if len(gone) == 1 else f"the first {len(gone)} items"
        return f"The end is right, but {first}, {values_listed(gone)}, {_is(gone)} missing."
    if same(mine, wanted[::2]):
        return "Only every second item is there."
    return f"{values_listed(gone)} {_is(gone)} missing."


def _is(items: list[Any]) -> str:
    return "is" if len(items) == 1 else "are"


def extra_items(evidence: Evidence) -> Saying | None:
    """Some items are there that should not be, and nothing else is wrong."""
    return _say(evidence, _extra)


def _extra(mine: list[Any], wanted: list[Any]) -> str | None:
    over = less(mine, wanted)
    if not over or less(wanted, mine):
        return None
    if same(mine, wanted + wanted) and wanted:
        return "All items are there twice."
    if not wanted:
        return "The right answer is empty."
    if isinstance(wanted, _Unordered):
        return f"{values_listed(over)} should not be there."
    if same(mine[: len(wanted)], wanted):
        word = "one more item comes" if len(over) == 1 else f"{len(over)} more items come"
        return f"After the right items {word}: {values_listed(over)}."
    if same(mine[len(over) :], wanted):
        word = "one more item comes" if len(over) == 1 else f"{len(over)} more items come"
        return f"Before the right items {word}: {values_listed(over)}."
    return f"{values_listed(over)} should not be there."


def some_items_differ(evidence: Evidence) -> Saying | None:
    """As many items as expected, some of them others; or some missing and some too many."""
    return _say(evidence, _differ)


def _differ(mine: list[Any], wanted: list[Any]) -> str | None:
    if same(mine, wanted):
        return None
    over, gone = less(mine, wanted), less(wanted, mine)
    if not over and not gone:
        return None
    if len(mine) == len(wanted):
        steps = {
            round(one - other, 9)
            for one, other in zip(mine, wanted, strict=True)
            if is_number(one) and is_number(other)
        }
        if len(steps) == 1 and all(map(is_number, mine)) and len(mine) > 1 and 0 not in steps:
            step = steps.pop()
            word = "larger" if step > 0 else "smaller"
            return f"Every item is {word} than expected by {value(abs(step))}."
        kinds = {type(item).__name__ for item in mine}, {type(item).__name__ for item in wanted}
        if kinds[0] != kinds[1] and len(kinds[0]) == len(kinds[1]) == 1:
            return (
                f"Its items are of another type: {a_type(kinds[0].pop())} instead of "
                f"{a_type(kinds[1].pop())}."
            )
        if all(map(_is_reversed, mine, wanted)):
            return "Each item has its elements the other way round."
        differing = sum(not same(a, b) for a, b in zip(mine, wanted, strict=True))
        verb = "differs" if differing == 1 else "differ"
        start = f"{counted(differing, 'item')} of {len(mine)} {verb}."
        return f"{start} {_first(mine, wanted)}"
    if over and gone:
        return (
            f"{values_listed(gone)} {_is(gone)} missing, and {values_listed(over)} should not be "
            "there."
        )
    return None


def _is_reversed(one: Any, other: Any) -> bool:
    mine, wanted = items_of(one), items_of(other)
    return mine is not None and wanted is not None and same(mine, wanted[::-1])


def too_many_or_few(evidence: Evidence) -> Saying | None:
    """In every failing call there are more, or fewer, items than expected."""
    pairs = _pairs(evidence)
    if len(pairs) < 2:
        return None
    steps = {len(mine) - len(wanted) for _, mine, wanted in pairs}
    if len(steps) != 1 or 0 in steps:
        return None
    step = steps.pop()
    case = pairs[0][0]
    word = "too many" if step > 0 else "too few"
    cases = tuple(case for case, _, _ in pairs)
    text = (
        f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}. In all "
        f"{len(pairs)} calls that fail there {'is' if abs(step) == 1 else 'are'} "
        f"{counted(abs(step), 'item')} {word}.{_at_the_end(pairs)}"
    )
    return Saying(text, cases)


def _at_the_end(pairs: list[tuple[Case, list[Any], list[Any]]]) -> str:
    begun = any(mine and wanted for _, mine, wanted in pairs)
    if begun and all(same(mine[: len(wanted)], wanted[: len(mine)]) for _, mine, wanted in pairs):
        return " Up to there the items are right, so look at where it stops."
    return ""


# ---------------------------------------------------------------- dicts


def dict_entries(evidence: Evidence) -> Saying | None:
    """Keys missing or too many, or values that differ under the right keys."""
    for case in evidence.failing:
        got, wanted = case.got_value, case.expected_value
        if not isinstance(got, dict) or not isinstance(wanted, dict):
            continue
        alike = [
            c
            for c in evidence.failing
            if isinstance(c.got_value, dict) and isinstance(c.expected_value, dict)
        ]
        text = (
            f"{the_call(case)} gave back {returned(case)}; the test expects {awaited(case)}. "
            f"{_entries(got, wanted)}"
        )
        return Saying(text + in_which(alike, evidence), tuple(alike))
    return None


def _entries(got: dict[Any, Any], wanted: dict[Any, Any]) -> str:
    gone = [key for key in wanted if key not in got]
    over = [key for key in got if key not in wanted]
    if not got:
        return "Yours has no entries."
    if gone and over and {str(k) for k in gone} == {str(k) for k in over}:
        return (
            f"The keys are of another type: {value(over[0])} is {a_type(type(over[0]).__name__)}, "
            f"{value(gone[0])} is {a_type(type(gone[0]).__name__)}."
        )
    parts = []
    if gone:
        parts.append(f"The {_keys(gone)} {values_listed(gone)} {_is(gone)} missing.")
    if over:
        parts.append(f"The {_keys(over)} {values_listed(over)} should not be there.")
    other = [key for key in wanted if key in got and not same(got[key], wanted[key])]
    if other:
        key = other[0]
        start = "The keys are right. " if not parts else ""
        inner, mine_there, its_there = difference(got[key], wanted[key])
        place = f"Under {value(key)}" if not inner else f"At {code(f'[{key!r}]{inner}')}"
        parts.append(
            f"{start}{place} there is {value(mine_there)} instead of {value(its_there)}."
            f"{of_another_type(mine_there, its_there)}"
        )
        steps = {got[k] - wanted[k] for k in other if is_number(got[k]) and is_number(wanted[k])}
        if len(other) > 1 and steps in ({1}, {-1}) and len(other) == len(wanted):
            parts.append(f"Every value is one too {'large' if steps == {1} else 'small'}.")
        mine, theirs = items_of(got[key]), items_of(wanted[key])
        if mine is not None and theirs is not None:
            words = (
                _repeated(mine, theirs)
                or _missing(mine, theirs)
                or _extra(mine, theirs)
                or _other_order(mine, theirs)
            )
            parts.append(words or "")
    return " ".join(part for part in parts if part) or "The entries are in another order."


def _keys(keys: list[Any]) -> str:
    return "key" if len(keys) == 1 else "keys"


def changed_argument(evidence: Evidence) -> Saying | None:
    """The list or dict the caller handed in is another after the call, and a test minds."""
    changed = [
        case for case in evidence.cases if case.changed_arguments and "lambda" not in case.call
    ]
    if not changed:
        return None
    minding = [
        test
        for test in evidence.failed_tests
        if test.exception is None and test.got is not None and _minds(test, evidence)
    ]
    if not minding or changes_are_wanted(evidence.exercise):
        return None
    call = the_call(min(changed, key=lambda case: len(case.call)))
    text = (
        f"The test {value(minding[0].name)} looks at what the caller handed in, after the call. "
        f"Your function changes it: {call}, for one, leaves its argument different from what it "
        "was. The caller and your function work with one and the same object."
    )
    return Saying(text, tuple(c for c in evidence.failing if c.test == minding[0].id))


def _minds(test: TestResult, evidence: Evidence) -> bool:
    """Whether a test looks at an argument, and expects what it passed; its name may say so."""
    looked_at = asserted(evidence.exercise, test)
    if looked_at is not None and looked_at.about == "argument" and looked_at.unchanged:
        return True
    words = ("unchanged", "not_change", "not change", "leaves", "mutat", "untouched", "keeps the")
    name = f"{test.name} {test.id}".lower()
    return any(word in name for word in (*words, "not_modif", "not modif"))


def list_gets_characters(evidence: Evidence) -> Saying | None:
    """`result += "tea"` on a list: the characters go in one by one."""
    for case in evidence.failing:
        function = evidence.function_of(case)
        got, wanted = case.got_value, case.expected_value
        if function is None or not (isinstance(got, list) and isinstance(wanted, list)):
            continue
        if not all(isinstance(it, str) for it in (*got, *wanted)) or got == wanted:
            continue
        if "".join(got) != "".join(wanted) or not any(len(it) > 1 for it in wanted):
            continue
        for node in body_nodes(function):
            if not isinstance(node, ast.AugAssign | ast.Call):
                continue
            adds = isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add)
            if adds or (isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".extend")):
                how = "`+=`" if adds else "`.extend()`"
                text = (
                    f"Line {node.lineno}, {code(evidence.code(node.lineno))}, puts a string into "
                    f"a list. {how} takes it apart and adds each character; `.append()` adds it "
                    f"as one item. {the_call(case)} gave back {code(case.got or '', 40)}."
                )
                return Saying(text, (case,), node.lineno)
    return None
