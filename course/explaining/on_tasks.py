"""What should run side by side, and waits for one thing after the other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.checking.words import code
from course.explaining.evidence import Evidence, Saying
from course.explaining.syntax_tree import body_nodes, inside, names_in

_STARTS = frozenset(
    {"TaskGroup", "as_completed", "create_task", "ensure_future", "gather", "to_thread", "wait"}
)
_OF_SEVERAL = frozenset({"gather", "overlap", "task", "task_group", "wait_first"})
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
                text = (
                    f"Line {made.lineno} makes a lock in each call of `{function.name}`, and no "
                    "other call knows it. So nobody ever waits there: what must not run side by "
                    "side has to take one and the same lock."
                )
                return Saying(text, cases, made.lineno)
    return None
