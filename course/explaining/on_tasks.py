"""What should run side by side, and waits for one thing after the other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from course.checking.words import code
from course.explaining.evidence import Evidence, Saying
from course.explaining.syntax_tree import body_nodes, inside, names_in

_STARTS = frozenset(
    {"TaskGroup", "as_completed", "create_task", "ensure_future", "gather", "to_thread", "wait"}
)
_OF_SEVERAL = frozenset({"executor", "gather", "overlap", "task", "task_group", "wait_first"})
_AROUND = (ast.ListComp, ast.SetComp, ast.DictComp)


def one_after_another(evidence: Evidence) -> Saying | None:
    """A loop that awaits each call, where a test has seen one at a time and expects several."""
    if evidence.tree is None or not _OF_SEVERAL & set(evidence.exercise.source.practises):
        return None
    counted = [
        test
        for test in evidence.failed_tests
        if test.got == "1" and test.expected_type == "int" and test.expected not in ("0", "1")
    ]
    nodes = list(ast.walk(evidence.tree))
    if (counted or _nobody_came(evidence)) and (waits := _waits_at_once(nodes)) is not None:
        started, line = waits
        text = (
            f"Line {line}, {code(evidence.code(line), 60)}, waits for `{started}` in the iteration "
            "that has started it. So the next one starts only when this one has ended, and they "
            "never run side by side."
        )
        return Saying(text, evidence.failing if not counted else (), line)
    words = {it.id for it in nodes if isinstance(it, ast.Name)}
    words |= {it.attr for it in nodes if isinstance(it, ast.Attribute)}
    if not counted or words & _STARTS:
        return None
    for call, loop in _awaited(nodes):
        where = f"The loop on line {loop.lineno}"
        if call.lineno == loop.lineno:
            where = f"Line {loop.lineno}, {code(evidence.code(loop.lineno), 60)},"
        text = (
            f"{where} waits for each `{ast.unparse(call.func)}(...)` to end before it calls the "
            "next one. So they run one after another, and never side by side."
        )
        return Saying(text, (), call.lineno)
    return None


def coroutine_in_text(evidence: Evidence) -> Saying | None:
    """A call of an `async def` of the learner's own that goes into a string, not awaited."""
    for function, cases in evidence.may_run():
        nodes = body_nodes(function)
        texts = [it.value for it in nodes if isinstance(it, ast.FormattedValue)]
        shown = {it.id for it in texts if isinstance(it, ast.Name)}
        for made in nodes:
            call = made.value if isinstance(made, ast.Assign) else None
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
                continue
            own = evidence.functions.get(call.func.id)
            target = ast.unparse(made.targets[0])  # type: ignore[attr-defined]
            if not isinstance(own, ast.AsyncFunctionDef) or target not in shown:
                continue
            if any(it is not made and target in _assigned(it) for it in nodes):
                continue
            text = (
                f"Line {call.lineno}, {code(evidence.code(call.lineno), 60)}, only makes a "
                f"coroutine: `{own.name}` is an `async def`, and nothing waits for what it gives. "
                "The string shows the coroutine instead."
            )
            return Saying(text, cases or evidence.failing, call.lineno)
    return None


def _assigned(node: ast.AST) -> list[str]:
    """The names that a statement gives a value."""
    return [ast.unparse(it) for it in node.targets] if isinstance(node, ast.Assign) else []


def _nobody_came(evidence: Evidence) -> bool:
    """Whether a test waited for several at the same moment, in vain."""
    seen = [case.exception for case in evidence.failing]
    seen += [test.exception for test in evidence.failed_tests]
    return any(it is not None and it.type == "BrokenBarrierError" for it in seen)


_HANDED_OVER = ("submit", "create_task", "ensure_future")


def _waits_at_once(nodes: list[ast.AST]) -> tuple[str, int] | None:
    """A loop that starts something, and waits for it in the same iteration: which, and where."""
    for loop in (it for it in nodes if isinstance(it, ast.For)):
        within = list(inside(loop.body))
        started = {
            target.id
            for it in within
            if isinstance(it, ast.Assign) and isinstance(it.value, ast.Call)
            if ast.unparse(it.value.func).rpartition(".")[2] in _HANDED_OVER
            for target in it.targets
            if isinstance(target, ast.Name)
        }
        for it in within:
            waited: ast.expr | None = it.value if isinstance(it, ast.Await) else None
            if isinstance(it, ast.Call) and isinstance(it.func, ast.Attribute):
                waited = it.func.value if it.func.attr == "result" else None
            if isinstance(waited, ast.Name) and waited.id in started:
                return waited.id, waited.lineno
            called = ast.unparse(waited.func) if isinstance(waited, ast.Call) else ""
            if waited is not None and called.endswith(".submit"):
                return f"{called}(...)", waited.lineno
    return None


def _awaited(nodes: list[ast.AST]) -> Iterator[tuple[ast.Call, ast.For | ast.expr]]:
    """The calls that a loop awaits with its own variable, and the loop."""
    for node in nodes:
        if isinstance(node, ast.For):
            own, within = names_in(node.target), inside(node.body)
        elif isinstance(node, _AROUND) and not node.generators[0].is_async:
            own, within = names_in(node.generators[0].target), ast.walk(node)
        else:
            continue
        for it in within:
            call = it.value if isinstance(it, ast.Await) else None
            if isinstance(call, ast.Call) and own & set(names_in(call)):
                yield call, node


_LOCKS = re.compile(r"(?:asyncio\.|threading\.)?(?:R?Lock|(?:Bounded)?Semaphore)\(")


def lock_of_its_own(evidence: Evidence) -> Saying | None:
    """A function that makes a lock and takes it: each call has another one."""
    if not evidence.uses("asyncio", "threading"):
        return None
    for function, cases in evidence.may_run():
        nodes = body_nodes(function)
        line = _taken_at_once(nodes)
        if line is not None and not any(it.exception for it in evidence.failing):
            return Saying(_NEW_LOCK.format(line=line, name=function.name), cases, line)
        for made in nodes:
            if not (isinstance(made, ast.Assign) and isinstance(made.targets[0], ast.Name)):
                continue
            name = made.targets[0].id
            uses = [it for it in ast.walk(function) if isinstance(it, ast.Name) and it.id == name]
            taken = [
                item.context_expr
                for it in nodes
                if isinstance(it, ast.With | ast.AsyncWith)
                for item in it.items
            ]
            only_taken = len(uses) == 2 and any(it in taken for it in uses)
            if _LOCKS.match(ast.unparse(made.value)) and only_taken:
                text = _NEW_LOCK.format(line=made.lineno, name=function.name)
                return Saying(text, cases, made.lineno)
    return None


_NEW_LOCK = (
    "Line {line} makes a lock in each call of `{name}`, and no other call knows it. So nobody ever "
    "waits there: what must not run side by side has to take one and the same lock."
)


def _taken_at_once(nodes: Sequence[ast.AST]) -> int | None:
    """The line of `with threading.Lock():`."""
    for node in nodes:
        for item in node.items if isinstance(node, ast.With | ast.AsyncWith) else ():
            if _LOCKS.match(ast.unparse(item.context_expr)):
                return item.context_expr.lineno
    return None


def future_not_asked(evidence: Evidence) -> Saying | None:
    """`pool.submit(...)`, whose `Future` is taken for what it will give."""
    cases = tuple(it for it in evidence.failing if "<Future " in (it.got or ""))
    tests = [it for it in evidence.failed_tests if "<Future " in (it.got or "")]
    if evidence.tree is None or not (cases or tests):
        return None
    nodes = list(ast.walk(evidence.tree))
    asked = {it.attr for it in nodes if isinstance(it, ast.Attribute)} & {"result", "exception"}
    calls = [it for it in nodes if isinstance(it, ast.Call) and isinstance(it.func, ast.Attribute)]
    submits = [it for it in calls if it.func.attr == "submit"]  # type: ignore[attr-defined]
    if asked or not submits:
        return None
    line = submits[0].lineno
    text = (
        f"Line {line}, {code(evidence.code(line), 60)}, gets a `Future` at once: the call has only "
        "begun. Its `.result()` waits for what the call returns, or raises what it raised; nothing "
        "in your file asks for it."
    )
    return Saying(text, evidence.failing, line)
