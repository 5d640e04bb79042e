"""What is said of a proven mend: the line and the kind of change, never the change itself.

It is long: the words for each kind of edit stand in one table, so that no two say the same.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Mapping

from course.checking.words import code, listed
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.syntax_tree import Function, chooses_at, may_come_to, stored_names
from course.plural import plural
from course.worker.protocol import Mended

_EQUAL = {("<", "<="), ("<=", "<"), (">", ">="), (">=", ">")}
_OPPOSITES = {
    *(("==", "!="), ("!=", "=="), ("in", "not in"), ("not in", "in"), ("is", "is not")),
    *(("is not", "is"), ("<", ">="), (">=", "<"), (">", "<="), ("<=", ">")),
}
FITS_ANYTHING = frozenset(
    {
        "number", "value", "answer", "guard", "missing_return", "number_to_name", "text", "operand",
        "missing_start", "iterated", "function", "extra_statement", "extra_if", "condition",
        "truth", "boundary", "item_of", "missing_step", "target", "argument_order", "index",
    }
)  # fmt: skip
"""Edits that make one call or two right by accident: they tell something only with more."""
PARTS = frozenset({"condition_part", "lacks_part"})
"""Edits of a condition as a whole: a smaller one on the same line says more."""
WHOLE_STATEMENTS = frozenset({"statement", "head"})
"""Edits that put in a whole statement or condition: they name a place, and not what is wrong."""
COARSE = WHOLE_STATEMENTS | {"answer", "extra_statement", "handlers", "missing_statement"}
"""Edits that say little of what is wrong where other calls stay wrong after them."""
WAYS = frozenset({"after_loop", "one_or_several", "one_pass", "still_empty", "too_soon"})
"""Edits of several places at once: they name why a function cannot do its task in that way."""
SAY_LITTLE = WHOLE_STATEMENTS | {"missing_statement", "name"}
"""Edits that, as the first of two, name a place and a question that may lead elsewhere."""
NATURAL = frozenset({"and_or", "arithmetic", "comparison", "method", "negation", "zero_is_false"})
"""Edits of one sign or word: where they mend all, one test may do, as the proof runs all tests."""
SLIPS = frozenset(
    {
        "accumulate", "after_loop", "alignment", "any_order", "blank_line", "call_order",
        "callers_list", "callers_object", "commit_missing", "commit_too_soon",
        "copy_before_loop", "counted_from", "counts_rows", "equality", "f_string",
        "file_mode", "find_truth", "first_lost", "first_taken", "glued", "handed_on",
        "item_not_list", "marked_safe", "moved_away", "never_renewed", "not_a_copy",
        "not_converted", "not_released", "one_string", "only_renamed", "only_true",
        "plus_plus", "quotes", "returns_change", "rollback_missing", "set_operator",
        "shared_by_all", "shared_default", "shared_rows", "split_at_each", "split_once",
        "spread_comparison", "star", "still_text", "turned_assignment", "where_after_join",
        "worked_out_once", "wraps_missing", "zero_is_false",
    }
)  # fmt: skip
"""Edits of slips: they make a call right by no accident, also where other calls stay wrong."""
Words = Callable[[Mended, Evidence, str], tuple[str, str]]
"""What to look at, and a question about it; the last argument is the failing call, as code."""


def repair_text(mend: Mended, evidence: Evidence) -> str:
    """Where the learner should look again, and what to ask there."""
    case = _case(mend, evidence)
    call = code(case.call, 60) if case is not None else _test(mend, evidence)
    what, question = PLACES.get(mend.kind, _plain)(mend, evidence, call)
    more = _same_elsewhere(mend)
    if mend.second:
        more += f" It takes a second change, on line {mend.second}."
    if mend.second == mend.line:
        more = " It takes two changes there."
    if not mend.whole:
        more += " Other calls are still wrong after that."
    return f"Look again at {what}. {question}{more}"


def _same_elsewhere(mend: Mended) -> str:
    others = sorted(set(mend.also) - {mend.line})
    if others:
        lines = plural(len(others), "line")
        return f" The same goes for {lines} {listed(map(str, others))}."
    return " The same goes for each place on that line." if mend.also else ""


def _case(mend: Mended, evidence: Evidence) -> Case | None:
    """The simplest failing call that the mend makes right, and that comes to its place."""
    tests = {name.partition("::")[2] for name in mend.right}
    right = (
        it
        for it in evidence.failing
        if (it.test is None or it.test in tests) and evidence.test_that_stopped(it) is None
    )
    return next((it for it in right if may_come_to(it.call, mend.function, evidence.tree)), None)


def _test(mend: Mended, evidence: Evidence) -> str:
    """The first test that the mend makes right, where no call of it is known."""
    tests = {name.partition("::")[2] for name in mend.right}
    name = next((test.name for test in evidence.failed_tests if test.id in tests), None)
    return f"the test {code(name, 60)}" if name else "the call that fails"


def _line(mend: Mended, evidence: Evidence) -> str:
    return f"line {mend.line}, {code(evidence.code(mend.line), 50)}"


def _plain(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    return _line(mend, evidence), f"What does it do for {call}?"


def _comparison(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    where = f"the comparison on {_line(mend, evidence)}"
    if (mend.was, mend.now) in _OPPOSITES and chooses_at(evidence.tree, mend.line):
        where = f"the condition on {_line(mend, evidence)}"
        return where, f"Which way should {call} take there: when it is true, or when it is not?"
    if (mend.was, mend.now) in _EQUAL:
        tried = "" if mend.second else f" Try it with {call}."  # which may be wrong by the other
        return where, f"What should happen when the two sides are equal?{tried}"
    if mend.was in ("==", "!=", "in", "not in"):
        return where, f"Is it true when you want it to be? Try it with {call}."
    return where, f"Which values should it let through? Try it with {call}."


def _equality(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    where = _line(mend, evidence)
    if "is" in re.findall(r"\w+", f"{mend.was} {mend.now} {where}"):
        return where, "`==` compares values, and `is` asks for one object."
    return where, "`=` gives a name a value, and `==` compares two values."


def _statement(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    where = _line(mend, evidence)
    for node in ast.walk(evidence.tree) if evidence.tree else ():
        if isinstance(node, ast.AnnAssign) and node.lineno == mend.line and node.value is None:
            if _has_no_default(node, mend):
                return where, "Does it say all that the brief asks of that attribute?"
            return where, "Which value does it have where nobody gives one?"
    return where, f"What is worked out there for {call}, and what should be?"


def _has_no_default(node: ast.AnnAssign, mend: Mended) -> bool:
    """Whether the mend is `field(...)` of a dataclass, with something else than a default."""
    return any(
        isinstance(it, ast.AnnAssign)
        and ast.unparse(it.target) == ast.unparse(node.target)
        and isinstance(it.value, ast.Call)
        and not any((word.arg or "").startswith("default") for word in it.value.keywords)
        and ast.unparse(it.value.func).rpartition(".")[2] == "field"
        for it in ast.walk(ast.parse(mend.source))
    )


def _name(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    if hasattr(builtins, mend.was):
        return f"`{mend.was}` on {_line(mend, evidence)}", f"Is it what you need there for {call}?"
    if _decides_alone(mend, evidence):
        where = f"the condition on {_line(mend, evidence)}"
        return where, f"Is it true for {call} where it is first asked, and should it be?"
    where = f"the name `{mend.was}` on {_line(mend, evidence)}"
    if not is_known(mend.was, mend.function, evidence):
        return where, f"`{mend.function}` has no value under that name."
    return where, f"Which value does it have there for {call}, and is it the one you need?"


def is_known(name: str, function: str, evidence: Evidence) -> bool:
    """Whether a function, or the file outside its functions, gives a name a value anywhere."""
    if (own := evidence.functions.get(function)) is None or evidence.tree is None:
        return True
    if hasattr(builtins, name):
        return True
    known = {it.arg for it in ast.walk(own) if isinstance(it, ast.arg)} | stored_names(own)
    for node in ast.walk(evidence.tree):
        if isinstance(node, Function | ast.ClassDef):
            known.add(node.name)
        elif isinstance(node, ast.alias):
            known.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.Global | ast.Nonlocal | ast.ExceptHandler):
            return True  # what these make known is not followed
    for node in evidence.tree.body:
        known |= set() if isinstance(node, Function) else stored_names(node)
    return name in known or "*" in known


def _decides_alone(mend: Mended, evidence: Evidence) -> bool:
    """Whether the name is all that the condition of an `if` or a `while` consists of."""
    return any(
        isinstance(node, ast.If | ast.While)
        and node.test.lineno == mend.line
        and isinstance(node.test, ast.Name)
        and node.test.id == mend.was
        for node in (ast.walk(evidence.tree) if evidence.tree else ())
    )


def _dent(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    where = f"the indentation of {_line(mend, evidence)}"
    if _inside_loop(mend.line, evidence):
        return where, "Should that run in every iteration of the loop, or only once?"
    return where, f"Which block should it belong to? Follow {call} to there."


def _accumulate(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    if mend.was == "+=":
        question = "It adds to what was there before. Is that what you want there?"
    elif "=+" in evidence.code(mend.line).replace(" ", ""):
        question = "`=+` is an assignment and then a plus sign: the old value is gone after it."
    else:
        what = "key" if "[" in evidence.code(mend.line).partition("=")[0] else "name"
        question = f"It gives the {what} a new value, and what was there before is gone."
    return _line(mend, evidence), question


def _missing_return(mend: Mended, _evidence: Evidence, call: str) -> tuple[str, str]:
    return (
        f"the end of `{mend.function}`",
        f"For {call} it comes to its end without a `return`. What should its caller get then?",
    )


def _guard(mend: Mended, _evidence: Evidence, call: str) -> tuple[str, str]:
    return (
        f"how `{mend.function}` begins",
        f"What should {call} give back, before anything else is done with `{mend.now}`?",
    )


def _condition(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    return (
        f"the condition on {_line(mend, evidence)}",
        f"For {call}, does it say all that you want to know before that branch runs?",
    )


def _start(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    return (
        f"what `{mend.now}` holds when the loop on {_line(mend, evidence)} begins",
        f"Follow it for {call}.",
    )


def _iterated(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    where = f"what the loop iterates over on {_line(mend, evidence)}"
    if mend.now == "index":
        return where, "Does each iteration get an item, an index or a number? Which do you need?"
    return where, f"In which order do the items come for {call}?"


def _missing_statement(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    return (
        f"the lines around {_line(mend, evidence)}",
        f"Is a step missing there? Follow {call}: which value is not what you need?",
    )


def _order(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    where = _line(mend, evidence)
    if mend.now.isdigit():
        later = f"line {mend.now}, {code(evidence.code(int(mend.now)), 50)}"
        return f"the order of {where}, and {later}", "Which has to happen first?"
    return f"the place of {where}", "What has to happen before it, and what after?"


_CLAUSES = {
    "SELECT": "Which columns should each row have, and what is counted or added up?",
    "JOIN": "Which rows belong together, and what is left of a row that has no partner?",
    "WHERE": "Which rows should it let through?",
    "GROUP BY": "Which rows make one group?",
    "HAVING": "Which groups should it let through?",
    "ORDER BY": "Which row should come first, and which one of equals?",
    "LIMIT": "How many rows should come back?",
    "PARTITION BY": "Where should the count begin anew, and in which order does it go?",
    "SET": "Which value should each column get?",
    "VALUES": "Which value goes into which column?",
    "ON CONFLICT": "What should happen to the row that is there already?",
}


def _clause(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    word = "JOIN" if mend.was.endswith("JOIN") else mend.was
    question = _CLAUSES.get(word, "Which rows does that part of the query give?")
    return f"the `{mend.was}` of the query, {_line(mend, evidence)}", question


def _lacks_clause(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    word = "JOIN" if mend.now.endswith("JOIN") else mend.now
    question = _CLAUSES.get(word, "Which part of it is missing?")
    return f"the query, after {_line(mend, evidence)}", question


_COLUMNS = {
    "CHECK": "Which values should its `CHECK` let through?",
    "ON DELETE": "What should become of its row when the row that it points to is deleted?",
    "REFERENCES": "Does it point to a row of another table, which has to be there?",
    "UNIQUE": "May two rows have the same value there?",
    "PRIMARY KEY": "Is that what tells one row from all others?",
    "DEFAULT": "Which value should it have where none is given?",
    "NOT NULL": "May it be unknown, `NULL`?",
    "type": "Which type should it have?",
}


def _table_column(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    question = _COLUMNS.get(mend.now, "Does it say all that the brief asks for?")
    return f"the column `{mend.was}` on {_line(mend, evidence)}", question


_RULES = {
    "extra": "Does every row have to keep that rule?",
    "column": "Does it have every column that the brief names?",
}


def _table_rule(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    missing = "Is a rule missing that concerns the whole row, or several columns of it?"
    question = _RULES.get(mend.now, missing)
    return f"the table `{mend.was}`, at {_line(mend, evidence)}", question


def _about(what: str, question: str) -> Words:
    """The same words for all mends of a kind; `{call}`, `{was}` and `{now}` are filled in."""

    def words(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
        filled = {
            "call": call, "was": mend.was, "now": mend.now, "line": mend.line,
            "function": mend.function,
        }  # fmt: skip
        where = _line(mend, evidence)
        if "{was}" in what and mend.was == evidence.code(mend.line).replace('"', "'"):
            where = f"line {mend.line}"  # it is all that is there
        return what.format(where=where, **filled), question.format(where=where, **filled)

    return words


def _text(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    """A string may be written in pieces: its first line does not say which of them is wrong."""
    nodes = ast.walk(evidence.tree) if evidence.tree else ()
    strings = (it for it in nodes if isinstance(it, ast.Constant | ast.JoinedStr))
    last = max((it.end_lineno or 0 for it in strings if it.lineno == mend.line), default=0)
    where = f"lines {mend.line} to {last}" if last > mend.line else _line(mend, evidence)
    if _has_pattern(mend.line, evidence):
        return f"the pattern on {where}", f"What does it match for {call}, and what should it?"
    return f"the string on {where}", "Compare it character by character with the brief."


def _has_pattern(line: int, evidence: Evidence) -> bool:
    """Whether a line has a call of the module `re` with its pattern written out."""
    return any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith("re.")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].lineno == line
        for node in (ast.walk(evidence.tree) if evidence.tree else ())
    )


def _inside_loop(line: int, evidence: Evidence) -> bool:
    return any(
        isinstance(node, ast.For | ast.While) and node.lineno < line <= (node.end_lineno or line)
        for node in (ast.walk(evidence.tree) if evidence.tree else ())
    )


def _calculation(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    for node in ast.walk(evidence.tree) if evidence.tree else ():
        is_type = isinstance(node, ast.AnnAssign) and isinstance(node.annotation, ast.BinOp)
        if is_type and node.lineno == mend.line and mend.kind == "operand":  # type: ignore[attr-defined]
            return f"the type on {_line(mend, evidence)}", "Which values should it let in?"
    where = f"the calculation on {_line(mend, evidence)}"
    return where, f"Work it out by hand for {call}: where does it differ?"


def _ends(mend: Mended, evidence: Evidence, call: str) -> tuple[str, str]:
    """The ends of a range or a slice, an index, or a number that is one off."""
    nodes = ast.walk(evidence.tree) if evidence.tree else ()
    here = [it for it in nodes if getattr(it, "lineno", 0) == mend.line]

    def has(*kinds: type[ast.AST]) -> bool:
        return any(isinstance(it, kinds) for it in here)

    where = _line(mend, evidence)
    if mend.kind == "slice" or has(ast.Slice) or any(map(_counts, here)):
        question = f"is the first value or index that is used there for {call}, and which the last?"
        return where, f"Which {question}"
    if has(ast.Compare):
        question = f"Which is the last value that it lets through? Try it with {call}."
        return f"the comparison on {where}", question
    if has(ast.Subscript) and not has(ast.Tuple):
        return where, f"Which index is used there for {call}, and which should be?"
    return where, f"Is a number there one too large or too small for {call}?"


def _counts(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "range"


def _starts_afresh(mend: Mended, evidence: Evidence, _call: str) -> tuple[str, str]:
    where = _line(mend, evidence)
    if _inside_loop(mend.line, evidence):
        return where, "How often does it run, and how often should it?"
    return f"the place of {where}", "What has to happen before it, and what after?"


_BRANCHES = _about(
    "the branches from {where}", "For {call}, which of them runs, and which one should?"
)
_ANSWER = _about("what is returned on {where}", "What should come back from there for {call}?")
PLACES: Mapping[str, Words] = {
    "comparison": _comparison,
    "equality": _equality,
    "arithmetic": _calculation,
    "operand": _calculation,
    "operand_order": _calculation,
    "parentheses": _about(
        "the calculation on {where}",
        "Which part is worked out first? Parentheses would decide that.",
    ),
    "and_or": _about(
        "`{was}` in {where}", "Must both conditions be true, or is one of them enough?"
    ),
    "condition_part": _about(
        "the parts of the condition on {where}", "Does each of them have to be there for {call}?"
    ),
    "condition": _condition,
    "negation": _about("the condition on {where}", "Is it true for {call}, and should it be?"),
    "truth": _about("`{was}` on {where}", "What does it mean for {call}?"),
    "number": _about("the number `{was}` on {where}", "Is it the right one for {call}?"),
    "number_to_name": _about(
        "the number `{was}` on {where}", "Should it be the same for every call?"
    ),
    "name": _name,
    "target": _about(
        "the name `{was}` on {where}", "Is that the variable that should get the value?"
    ),
    "function": _about("`{was}` on {where}", "Is that the function you want to call there?"),
    "method": _about("`.{was}` on {where}", "Does that method do what you want for {call}?"),
    "set_operator": _about(
        "`{was}` on {where}",
        "It gives one of its two sides as a whole. What two sets share is `&`, all of both is `|`.",
    ),
    "call_order": _about(
        "the order of the methods from {where}", "What is left for the second one for {call}?"
    ),
    "not_a_copy": _about(
        "{where}",
        "It gives one object a second name: what changes under `{now}` changes under `{was}` too.",
    ),
    "handed_on": _about(
        "`{was}` on {where}",
        "It is handed on as the object it is: what changes in `{was}` later changes there too.",
    ),
    "zero_is_false": _about(
        "`{was}` as a condition, {where}",
        "`0`, an empty text and an empty list count as false there, like `None`. Should they?",
    ),
    "find_truth": _about(
        "`.{was}()` on {where}",
        "It gives an index: 0 at the beginning counts as false, and `-1`, for not found, as true.",
    ),
    "one_string": _about(
        "the list on {where}", "It holds one string, commas and all. Each item has its own quotes."
    ),
    "never_renewed": _about(
        "`{now}` in the condition on {where}",
        "Where does it get another value while the loop runs?",
    ),
    "first_lost": _about(
        "{where}",
        "For a key that comes up for the first time, that is all. Where does its first item go?",
    ),
    "split_once": _about(
        "`.split` on {where}",
        "It splits at every `{now}`. How many parts does that make for {call}, and which are used?",
    ),
    "split_at_each": _about(
        "`.split` on {where}",
        "It splits at every single space. What does it give where there are two in a row?",
    ),
    "glued": _about(
        "`{was} + {now}` on {where}",
        "Between strings, `+` puts one after the other; it adds only numbers.",
    ),
    "still_text": _about(
        "`{was}` on {where}",
        "It gives text, also where that is made of digits. Is that the type you need?",
    ),
    "worked_out_once": _about(
        "`{now}` on {where}",
        "It is worked out once, when the object is made. What if what it comes from changes?",
    ),
    "first_taken": _about(
        "`.pop(0)` on {where}", "It takes the first item out. Which one should go for {call}?"
    ),
    "file_mode": _about(
        '`"{was}"` on {where}',
        'With `"a"` the new text comes after what the file has; with `"w"` that is gone. Which one '
        "should it be?",
    ),
    "only_true": _about(
        "the comparison on {where}",
        "`{was}` may give a value that counts as true or false, and still is not `{now}` itself.",
    ),
    "blank_line": _about(
        "the comparison on {where}",
        "A line with nothing but spaces or a line end in it is not an empty string.",
    ),
    "counted_from": _about(
        "`enumerate` on {where}", "With which number does it begin, and with which should it?"
    ),
    "any_order": _about(
        "`.{was}` on {where}",
        "What is in a folder comes in no order that you can rely on. Which one do you need?",
    ),
    "moved_away": _about(
        "`.{was}` on {where}",
        "A name alone means a file in the folder where the program runs. Where should it be?",
    ),
    "callers_object": _about(
        "`{was}` on {where}",
        "What changes there is `{was}`, not `{now}`. Which of the two should?",
    ),
    "wraps_missing": _about(
        "{where}",
        "It takes the place of `{now}`, with a name and a docstring of its own. What makes it "
        "keep those of `{now}`?",
    ),
    "not_released": _about(
        "{where}",
        "Where something is raised or cancelled after it, no `release` is reached, and `{was}` "
        "stays taken. What gives it back either way?",
    ),
    "swallowed": _about(
        "{where}",
        "What it catches ends there, and the caller never hears of it. Should it go on?",
    ),
    "callers_list": _about(
        "`{was}` on {where}",
        "It is the very list that the caller has, and `.{now}` changes that one. Make a list of "
        "your own first.",
    ),
    "counts_rows": _about(
        "`COUNT(*)` in the query, {where}",
        "It counts rows, whatever is in them. Which column is `NULL` where nothing should count?",
    ),
    "where_after_join": _about(
        "the `WHERE` of the query, {where}",
        "It comes after the `LEFT JOIN`: does it let the rows without a partner through?",
    ),
    "star": _about("`{was}` on {where}", "Is it one argument there, or is each of its items one?"),
    "boundary": _ends,
    "slice": _ends,
    "index": _about("{where}", "Do you want one item there, or all of it?"),
    "item_of": _about("`{was}` on {where}", "Is `{was}` an item there, or only the index of one?"),
    "iterated": _iterated,
    "copy_before_loop": _about(
        "the loop on {where}", "What it iterates over changes while it runs."
    ),
    "argument_order": _about("the order of the arguments on {where}", "Which one comes first?"),
    "argument": _about("the arguments on {where}", "In which order do the results come, and why?"),
    "measured_by": _about(
        "`{was}` on {where}", "What makes one item larger than another there, and what should?"
    ),
    "rounding": _about(
        "the division on {where}",
        "What should come out where something is left over, and what where nothing is?",
    ),
    "letter_case": _about(
        "the comparison on {where}",
        "Uppercase and lowercase letters differ there. Try it with {call}.",
    ),
    "extra_call": _about("{where}", "Do you need every call there?"),
    "brackets": _about("the brackets on {where}", "Parentheses call a function."),
    "call_missing": _about(
        "`{was}` on {where}", "Without parentheses the method is named there, and not called."
    ),
    "quotes": _about("the quotes on {where}", "In quotes, `{now}` is a string, not the variable."),
    "f_string": _about(
        "the string on {where}", "Braces are filled in only where an `f` stands before the quotes."
    ),
    "text": _text,
    "answer": _ANSWER,
    "value": _ANSWER,
    "spread_comparison": _about(
        "the condition on {where}", "Each side of `and` and `or` is a condition of its own."
    ),
    "dent": _dent,
    "statement": _statement,
    "head": _about("the condition or the loop on {where}", "Follow {call}: what decides there?"),
    "missing_statement": _missing_statement,
    "starts_afresh": _starts_afresh,
    "begins_anew": _about(
        "{where}",
        "It runs once, before the loop. What does `{was}` hold when the second iteration begins?",
    ),
    "order": _order,
    "extra_statement": _about("{where}", "What is it for? Follow {call} without it."),
    "missing_else": _about("{where}", "Should it run also where the condition above it was true?"),
    "extra_else": _about("the `else` above {where}", "Should it decide for {call}?"),
    "extra_if": _about("the condition on {where}", "Does it have to be true for what follows it?"),
    "branches": _BRANCHES,
    "branch_order": _about(
        "the order of the conditions from {where}",
        "The first one that is true wins: does {call} reach the right one?",
    ),
    "elif_if": _about("{where}", "Should it be tried also where the condition above was true?"),
    "if_elif": _about(
        "{where}", "Should it be tried also where the condition above was true already?"
    ),
    "if_while": _about("{where}", "`if` runs its block once at most, `while` again and again."),
    "break_continue": _about(
        "{where}", "`break` ends the loop, `continue` goes on with the next iteration."
    ),
    "missing_break": _about("the loop around {where}", "Should it go on after that?"),
    "missing_step": _about("`{now}` in the block that ends on {where}", "Where does it change?"),
    "missing_start": _start,
    "missing_return": _missing_return,
    "guard": _guard,
    "returned_or_raised": _about(
        "{where}", "For {call}, should that line return a value or raise an exception?"
    ),
    "lacks_else": _about(
        "the branches that end on {where}", "For {call}, which of them runs, and which one should?"
    ),
    "handler": _about("{where}", "Which exceptions should be caught there?"),
    "handlers": _about(
        "the `except` parts of the `try` on {where}",
        "What should happen for each exception that its lines can raise?",
    ),
    "parameters": _about(
        "the parameters on {where}", "Are their names, their defaults and their types as you want?"
    ),
    "decorator": _about(
        "what is above `{was}`, near {where}", "Does the decorator say what the brief asks for?"
    ),
    "async_def": _about(
        "{where}", "Should a call of `{was}` give the result, or a coroutine to wait for?"
    ),
    "attribute": _about("`.{was}` on {where}", "Is that the attribute you want there?"),
    "arguments": _about("the arguments on {where}", "Which ones does that call need?"),
    "lacks_part": _about(
        "the condition on {where}", "For {call}, does it say all that you want to know?"
    ),
    "no_await": _about(
        "`{was}` on {where}", "It is not finished there. What waits for the value that it returns?"
    ),
    "clause": _clause,
    "lacks_clause": _lacks_clause,
    "table_column": _table_column,
    "table_rule": _table_rule,
    "commit_missing": _about(
        "{where}",
        "It changes what is in the database. What makes that change lasting, and seen by others?",
    ),
    "commit_too_soon": _about(
        "{where}",
        "After it, nothing that was changed can be undone any more. Is that wanted there?",
    ),
    "rollback_missing": _about(
        "{where}",
        "What becomes of the changes that were made before the exception?",
    ),
    "marked_safe": _about(
        "`{was}` on {where}",
        "A browser obeys what a text that is marked so contains. Whose text is that?",
    ),
    "empty_last": _about(
        "{where}", "The loop is over there. Is there always something left in `{was}`?"
    ),
    "only_renamed": _about(
        "{where}",
        "It gives the name `{was}` another object; the one that the caller has stays as it is.",
    ),
    "not_converted": _about(
        "{where}", "What comes in a URL is text. Of which type is `{was}` in `{function}`?"
    ),
    "shared_default": _about(
        "the default of `{now}` on {where}", "It is made once, and all calls share it."
    ),
    "shared_by_all": _about(
        "`{now}` on {where}", "It belongs to the class, and all its objects share it."
    ),
    "plus_plus": _about(
        "{where}", "Python has no `++`: two plus signs before `{now}` change nothing."
    ),
    "alignment": _about(
        "the format on {where}",
        "`<` puts a value on the left of the room it gets, `>` on the right.",
    ),
    "shared_rows": _about("{where}", "How many different lists does that make?"),
    "accumulate": _accumulate,
    "item_not_list": _about(
        "`{was}` on {where}",
        "It takes over the items of what is on its right, one by one. Should that be one item?",
    ),
    "one_or_several": _about(
        "{where}",
        "It comes to the same after one item that fits and after several of them. What could tell "
        "these apart for {call}?",
    ),
    "still_empty": _about(
        "what is returned on {where}",
        "For {call}, `{was}` is still `{now}` when that line runs. What should it return then?",
    ),
    "compared_part": _about(
        "the comparison on {where}",
        "It compares what is at `{was}` in each of the two. Is that what should decide?",
    ),
    "taken_from": _about(
        "`.pop()` on {where}", "It takes the last item out. Which one is next for {call}?"
    ),
    "too_soon": _about(
        "{where}",
        "It ends `{function}` at the first item that comes to it. What about the items after it?",
    ),
    "turned_assignment": _about(
        "{where}",
        "It gives `{was}` the value of `{now}`: the name on the left gets what is on the right.",
    ),
    "one_pass": _about(
        "the loop on {where}",
        "It passes over `{now}` once and swaps on its way. Is all of it in order after one pass?",
    ),
    "after_loop": _about(
        "`{was}` on {where}",
        "After the loop on line {now}, it is what the last iteration had, not the one that was "
        "chosen in the loop.",
    ),
    "compared_first": _about(
        "`{was}` on {where}", "Is that what each item should be compared with for {call}?"
    ),
    "compared_whole": _about(
        "the comparison on {where}",
        "It compares two items as a whole. Which part of each should decide?",
    ),
    "returns_change": _about("{where}", "That method changes the list itself, and returns `None`."),
    "unused_value": _about("{where}", "It works out a value. Who gets that value?"),
    "prints_instead": _about(
        "{where}", "`print` shows a value to a person; the caller gets `None`."
    ),
}
"""The words of each kind of mend. The names of the kinds are kept, as those of symptoms are."""
