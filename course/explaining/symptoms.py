"""The symptoms in one table, the most specific first, and the choice among them.

It is long: each symptom has its row, and its place among the others.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from course.explaining import (
    on_answers,
    on_code,
    on_comparisons,
    on_databases,
    on_endings,
    on_frameworks,
    on_kinds,
    on_lines,
    on_lists,
    on_loops,
    on_not_callable,
    on_not_refused,
    on_numbers,
    on_returns,
    on_separators,
    on_slips,
    on_state,
    on_tasks,
    on_templates,
    on_texts,
    on_types,
    on_walks,
    on_web_apps,
)
from course.explaining.evidence import Evidence, Saying
from course.explaining.on_exceptions import stopped
from course.explaining.on_limits import ended_by_limit

Symptom = Callable[[Evidence], Saying | None]

SURPRISES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What an operation on a learner's value may raise; a symptom that cannot tell says nothing."""

SYMPTOMS: dict[str, Symptom] = {
    "commented_out": on_slips.commented_out,
    "lines_outside": on_lines.lines_outside,
    "text_alone": on_lines.text_alone,
    "nothing_yet": on_returns.nothing_yet,
    "decorated_after_route": on_web_apps.decorated_after_route,
    "slash_in_route": on_frameworks.slash_in_route,
    "form_without_token": on_frameworks.form_without_token,
    "option_outside_meta": on_frameworks.option_outside_meta,
    "future_not_asked": on_tasks.future_not_asked,
    "no_response": on_web_apps.no_response,
    "other_status": on_web_apps.other_status,
    "hidden_character": on_slips.hidden_character,
    "double_sign": on_slips.double_sign,
    "compares_for_assigning": on_slips.compares_for_assigning,
    "slash_n": on_slips.slash_n,
    "prints_none": on_lines.prints_none,
    "decimal_comma": on_slips.decimal_comma,
    "commas_for_plus": on_slips.commas_for_plus,
    "name_in_quotes": on_slips.name_in_quotes,
    "f_inside_quotes": on_slips.f_inside_quotes,
    "other_capitals": on_slips.other_capitals,
    "star_outside": on_slips.star_outside,
    "digits_in_all": on_slips.digits_in_all,
    "timedelta_of_days": on_slips.timedelta_of_days,
    "index_for_item": on_slips.index_for_item,
    "returns_exception": on_slips.returns_exception,
    "crossed_comparison": on_comparisons.crossed_comparison,
    "never_equal": on_comparisons.never_equal,
    "other_empty": on_comparisons.other_empty,
    "always_decided": on_comparisons.always_decided,
    "first_true_wins": on_comparisons.first_true_wins,
    "method_not_called": on_comparisons.method_not_called,
    "raw_missing": on_texts.raw_missing,
    "called_too_soon": on_not_callable.called_too_soon,
    "returns_in_generator": on_returns.returns_in_generator,
    "try_around_loop": on_lines.try_around_loop,
    "one_after_another": on_tasks.one_after_another,
    "coroutine_in_text": on_tasks.coroutine_in_text,
    "lock_of_its_own": on_tasks.lock_of_its_own,
    "template_names": on_templates.template_names,
    "never_committed": on_databases.never_committed,
    "lost_default": on_lines.lost_default,
    "loop_takes_parameter": on_loops.loop_takes_parameter,
    "used_up": on_loops.used_up,
    "never_ends": on_loops.never_ends,
    "lost_in_exchange": on_loops.lost_in_exchange,
    "compares_with_itself": on_loops.compares_with_itself,
    "item_not_used": on_loops.item_not_used,
    "same_each_time": on_loops.same_each_time,
    "skips_next": on_loops.skips_next,
    "asked_too_late": on_loops.asked_too_late,
    "emptied_in_loop": on_lines.emptied_in_loop,
    "overwritten_in_loop": on_lines.overwritten,
    "list_gets_characters": on_lists.list_gets_characters,
    "set_not_shown": on_lines.set_not_shown,
    "after_return": on_lines.after_return,
    "else_overwrites": on_lines.else_overwrites,
    "asks_input": on_code.asks_input,
    "returns_change": on_returns.returns_change,
    "adds_none": on_returns.adds_none,
    "prints_instead": on_returns.prints_instead,
    "recursion_dropped": on_returns.recursion_dropped,
    "inner_return": on_returns.inner_return,
    "changes_what_it_walks_over": on_code.changes_what_it_walks_over,
    "returns_on_first_turn": on_code.returns_on_first_turn,
    "starts_afresh": on_code.starts_afresh,
    "never_renewed": on_lines.same_all_along,
    "after_loop": on_lines.item_after_loop,
    "always_true": on_code.always_true,
    "keeps_between_calls": on_state.keeps_between_calls,
    "shared_by_all_objects": on_state.shared_by_all_objects,
    "shared_rows": on_state.shared_rows,
    "replaces_parameter": on_code.replaces_parameter,
    "missing_f": on_texts.missing_f,
    "ignores_parameter": on_code.ignores_parameter,
    "thrown_away": on_code.thrown_away,
    "only_named": on_code.only_named,
    "never_awaited": on_types.never_awaited,
    "returns_function": on_types.returns_function,
    "refused_in_other_words": on_not_refused.refused_in_other_words,
    "not_refused": on_not_refused.not_refused,
    "no_return": on_returns.no_return,
    "stayed_none": on_returns.stayed_none,
    "fell_off_the_end": on_endings.fell_off_the_end,
    "never_changed": on_walks.never_changed,
    "changed_argument": on_lists.changed_argument,
    "lazy": on_types.lazy,
    "right_value_wrong_type": on_types.right_value_wrong_type,
    "one_item_more_around": on_types.one_item_more_around,
    "compared_with_is": on_code.compared_with_is,
    "always_the_same": on_answers.always_the_same,
    "returns_instead": on_texts.returns_instead,
    "nothing_printed": on_texts.nothing_printed,
    "list_in_text": on_texts.list_in_text,
    "zeros_cut_off": on_texts.zeros_cut_off,
    "separator_after_last": on_separators.separator_after_last,
    "space_of_print": on_separators.space_of_print,
    "differs_only_in": on_texts.differs_only_in,
    "answers_flipped": on_numbers.answers_flipped,
    "float_rounding": on_numbers.float_rounding,
    "number_of_digits": on_numbers.number_of_digits,
    "whole_division": on_numbers.whole_division,
    "item_for_position": on_answers.item_for_position,
    "answer_is_a_part": on_answers.answer_is_a_part,
    "text_inside": on_texts.text_inside,
    "other_order": on_lists.other_order,
    "repeated_items": on_lists.repeated_items,
    "too_many_or_few": on_lists.too_many_or_few,
    "missing_items": on_lists.missing_items,
    "extra_items": on_lists.extra_items,
    "some_items_differ": on_lists.some_items_differ,
    "dict_entries": on_lists.dict_entries,
    "answer_may_be_a_part": on_answers.answer_may_be_a_part,
    "text_pattern": on_texts.text_pattern,
    "other_type": on_types.other_type,
    "difference_is_given": on_numbers.difference_is_given,
    "off_by_one": on_numbers.off_by_one,
    "steady_difference": on_numbers.steady_difference,
    "only_one_item": on_lines.only_one_item,
    "only_in_one_call": on_answers.only_in_one_call,
    "true_too_often": on_numbers.true_too_often,
    "too_large_or_small": on_numbers.too_large_or_small,
    "only_one_kind": on_kinds.only_one_kind,
}
"""The most specific first, each under its own name, which `causes` keeps.

An exception that came out of the learner's code leads them all: it is seen, not guessed.
"""


_ANY = frozenset(
    {"dent", "extra_else", "missing_else", "branches", "extra_if", "if_elif", "elif_if"}
)
_USED = frozenset({"unused_value", "returns_change", "accumulate", "equality", "missing_return"})
MENDS: dict[str, frozenset[str]] = {
    "changes_what_it_walks_over": frozenset({"copy_before_loop"}),
    "returns_on_first_turn": _ANY | {"too_soon"},
    "starts_afresh": frozenset({"starts_afresh", "order"}),
    "never_renewed": frozenset({"never_renewed"}),
    "after_loop": frozenset({"after_loop"}),
    "always_true": frozenset({"spread_comparison"}),
    "always_decided": frozenset({"and_or", "comparison"}),
    "keeps_between_calls": frozenset({"shared_default", "missing_start"}),
    "shared_by_all_objects": frozenset({"shared_by_all"}),
    "shared_rows": frozenset({"shared_rows"}),
    "replaces_parameter": frozenset({"extra_statement", "only_renamed", "target"}),
    "missing_f": frozenset({"f_string"}),
    "ignores_parameter": frozenset({"name", "number_to_name", "quotes", "target"}),
    "thrown_away": _USED | {"prints_instead", "plus_plus"},
    "only_named": _USED | {"call_missing"},
    "compared_with_is": frozenset({"equality"}),
    "whole_division": frozenset({"arithmetic"}),
    "first_true_wins": frozenset({"branch_order"}),
    "never_committed": frozenset({"commit_missing"}),
}
"""What mends a shape of code: it is told as a cause only where such an edit was proven."""

CERTAIN = frozenset(
    {
        "after_loop",
        "always_decided",
        "always_true",
        "changes_what_it_walks_over",
        "never_renewed",
        "returns_on_first_turn",
        "replaces_parameter",
        "thrown_away",
        "only_named",
    }
)
"""Shapes that are faults whatever else is wrong: what is said of them is seen in the code."""

OBSERVED = frozenset(
    {
        "compares_with_itself",
        "never_ends",
        "commented_out",
        "lines_outside",
        "text_alone",
        "set_not_shown",
        "nothing_yet",
        "after_return",
        "else_overwrites",
        "prints_none",
        "decimal_comma",
        "slash_in_route",
        "form_without_token",
        "option_outside_meta",
        "future_not_asked",
        "no_response",
        "other_status",
        "hidden_character",
        "double_sign",
        "compares_for_assigning",
        "slash_n",
        "commas_for_plus",
        "name_in_quotes",
        "f_inside_quotes",
        "other_capitals",
        "star_outside",
        "digits_in_all",
        "timedelta_of_days",
        "index_for_item",
        "returns_exception",
        "asks_input",
        "refused_in_other_words",
        "returns_change",
        "adds_none",
        "prints_instead",
        "recursion_dropped",
        "inner_return",
        "never_awaited",
        "returns_function",
        "no_return",
        "stayed_none",
        "fell_off_the_end",
        "never_changed",
        "changed_argument",
        "lazy",
        "right_value_wrong_type",
        "one_item_more_around",
        "returns_instead",
        "nothing_printed",
        "item_for_position",
        "differs_only_in",
        "float_rounding",
        "other_type",
        "list_in_text",
        "separator_after_last",
        "space_of_print",
        "crossed_comparison",
        "never_equal",
        "other_empty",
        "zeros_cut_off",
        "method_not_called",
        "returns_in_generator",
        "lost_default",
        "loop_takes_parameter",
        "used_up",
        "item_not_used",
        "same_each_time",
        "lost_in_exchange",
        "skips_next",
        "asked_too_late",
        "raw_missing",
        "called_too_soon",
        "decorated_after_route",
        "emptied_in_loop",
        "overwritten_in_loop",
        "list_gets_characters",
        "one_after_another",
        "coroutine_in_text",
        "template_names",
        "lock_of_its_own",
    }
)
"""Told of what came back, and that names the cause by itself; an exception and a limit are, too."""

ONLY_VALUES = frozenset(
    {
        "fell_off_the_end", "never_changed", "changed_argument", "right_value_wrong_type",
        "one_item_more_around", "nothing_printed", "item_for_position", "differs_only_in",
        "float_rounding", "other_type",
    }
)  # fmt: skip
"""Of those, what is read off values alone: a proven shape of the code says more."""

SAYS_NOT_WHERE = frozenset(
    {"other_status", "fell_off_the_end", "nothing_printed", "other_type", "stayed_none"}
)
"""Of those, what leaves open where it comes from, unless there is a line: a proven place leads."""

_BEFORE_AN_EXCEPTION = frozenset(
    {
        "commented_out", "compares_with_itself", "never_ends", "lines_outside", "text_alone",
        "nothing_yet", "decorated_after_route", "called_too_soon", "no_response", "other_status",
        "asks_input", "refused_in_other_words", "one_after_another", "coroutine_in_text",
        "other_empty",
        "form_without_token", "future_not_asked", "method_not_called", "option_outside_meta",
        "slash_in_route",
    }
)  # fmt: skip


_WHERE_A_TEST_STOPS = frozenset({"emptied_in_loop", "returns_in_generator"})
"""Seen in the code: they lead where an exception came in a test, with no line of the learner's."""


def observed_symptoms(evidence: Evidence, most: int) -> list[tuple[str, Saying]]:
    """At most `most` causes that were seen to happen."""
    return _chosen(evidence, most, _observed)


def shapes(evidence: Evidence) -> list[tuple[str, Saying]]:
    """Every shape of the code that may be the cause, the most specific first."""
    return list(_tried(_of_one_function(evidence), MENDS))


def other_symptoms(evidence: Evidence, most: int) -> list[tuple[str, Saying]]:
    """At most `most` things to say of what came back, which name no cause."""
    return _chosen(evidence, most, _others)


Source = Callable[[Evidence], Iterator[tuple[str, Saying]]]


def _chosen(evidence: Evidence, most: int, source: Source) -> list[tuple[str, Saying]]:
    """Those that lead, each with its name.

    Each looks at one function at a time, that of the simplest failing call. It explains at least
    half of that function's failing calls, or else the simplest one; each further symptom is about
    the calls that those before it leave unexplained.
    """
    focused = _of_one_function(evidence)
    half = len(focused.failing) / 2
    simplest = focused.failing[0] if focused.failing else None
    lead: tuple[str, Saying] | None = None
    for each in source(focused):
        if len(each[1].cases) >= half:
            lead = each
            break
        if each[0] in ONLY_VALUES and each[1].cases:
            continue  # what is true of few of the calls is not why they fail
        if lead is None or (simplest in each[1].cases and simplest not in lead[1].cases):
            lead = each
    if lead is None:
        return []
    rest = evidence.without(lead[1].cases)
    if most == 1 or not lead[1].cases:
        return [lead]
    if not rest.failing:
        changed = on_lists.changed_argument(rest)
        also = [] if changed is None else [("changed_argument", changed)]
        return [lead, *(each for each in also if each[0] != lead[0])]
    more = _chosen(rest, most - 1, source)
    return [lead, *(each for each in more if each[0] != lead[0])]


def _of_one_function(evidence: Evidence) -> Evidence:
    if not evidence.failing:
        return evidence
    name = evidence.failing[0].function
    return evidence.without(case for case in evidence.failing if case.function != name)


def _observed(evidence: Evidence) -> Iterator[tuple[str, Saying]]:
    if not evidence.explained and (limit := ended_by_limit(evidence)):
        yield limit
        return
    yield from _tried(evidence, _BEFORE_AN_EXCEPTION)
    exception = stopped(evidence)
    if exception is not None and exception[1].line is None:
        yield from _tried(evidence, _WHERE_A_TEST_STOPS)
    if exception is not None:
        yield exception
    yield from _tried(evidence, OBSERVED - _BEFORE_AN_EXCEPTION)


def _others(evidence: Evidence) -> Iterator[tuple[str, Saying]]:
    yield from _tried(evidence, {"ignores_parameter"})  # it is true, though it may not be why
    yield from _tried(evidence, SYMPTOMS.keys() - OBSERVED - MENDS.keys())


def _tried(evidence: Evidence, names: Container[str]) -> Iterator[tuple[str, Saying]]:
    for name, symptom in SYMPTOMS.items():
        if name not in names:
            continue
        try:
            saying = symptom(evidence)
        except SURPRISES:
            continue
        if saying:
            yield name, saying
