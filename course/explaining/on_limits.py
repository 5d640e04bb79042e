"""What is said when a limit ended the check: time, memory, output, files, a crash, or tampering."""

from __future__ import annotations

import ast

from course.checking.words import code, listed
from course.explaining.evidence import Evidence, Saying
from course.explaining.syntax_tree import Function, Loop, body_nodes, inside, names_in
from course.model import ENDED_BY_A_LIMIT, Stuck, Verdict
from course.plural import counted
from course.verdict_words import call_as_written


def ended_by_limit(evidence: Evidence) -> tuple[str, Saying] | None:
    """The symptom's name and what is said; None where the check ran to its end."""
    report = evidence.report
    if report.verdict is Verdict.TIMEOUT or (report.stuck and report.verdict is not Verdict.PASSED):
        return _timeout(evidence, report.stuck or Stuck(line=None))
    if report.verdict not in LIMITS or report.limit is None:
        return None
    line = _exit_line(evidence) if report.verdict is Verdict.CRASHED else None
    text = report.limit
    if line is not None:
        text = (
            f"Line {line} can end the whole program, and then the tests cannot finish. A function "
            "gives its answer back with `return`, and ends by that."
        )
    return report.verdict.value, Saying(text, (), line)


LIMITS = ENDED_BY_A_LIMIT - {Verdict.TIMEOUT} | {Verdict.CRASHED}
_EXITS = {"exit", "quit", "sys.exit", "os._exit", "os.abort"}


def _exit_line(evidence: Evidence) -> int | None:
    for node in ast.walk(evidence.tree) if evidence.tree else ():
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _EXITS:
            return node.lineno
    return None


def _timeout(evidence: Evidence, stuck: Stuck) -> tuple[str, Saying]:
    seconds = "the time a check may take"
    if stuck.seconds:
        seconds = counted(stuck.seconds, "second")
    made = call_as_written(stuck.call, evidence.exercise.id) if stuck.call else ""
    call = f"{code(made, 80)} did" if made else "Your code did"
    start = f"{call} not come to an end within {seconds}."
    if stuck.tasks:
        return "waits_forever", _waiting(evidence, stuck, start)
    if stuck.line is None:
        return "endless", _anywhere(evidence, start)
    if (ends := _returned_end(evidence)) is not None:
        return "returns_exception", Saying(
            f"{start} Line {ends} returns `StopIteration` and does not raise it, so it is one more "
            "item, and the iteration never ends.",
            (),
            ends,
        )
    line = f"line {stuck.line}, {code(stuck.code or evidence.code(stuck.line))}"
    text = f"{start} When it was stopped it was on {line}."
    loop = _loop_around(evidence.tree, stuck.line)
    if isinstance(loop, ast.While):
        return "endless_loop", Saying(f"{text} {_while(loop, stuck)}", (), loop.lineno)
    function = evidence.functions.get(stuck.function)
    again = _calls_of_itself(function) if function else 0
    if again and loop is None:
        text += f" `{stuck.function}` calls itself"
        text += f", in {again} places, so the calls multiply." if again > 1 else "."
    values = [f"`{v.name}` was {code(v.value, 30)}" for v in stuck.variables[:4]]
    if isinstance(loop, ast.For | ast.AsyncFor):
        text += (
            f" The loop around it starts on line {loop.lineno}, {code(evidence.code(loop.lineno))}."
        )
        grows = _grows(loop)
        if grows:
            text += (
                f" Inside it, `{grows}` gets longer while the loop walks over `{grows}`, so there "
                "is always one more item."
            )
    text += f" There, {listed(values)}." if values else ""
    return "too_slow" if loop is None else "endless_loop", Saying(text, (), stuck.line)


def _waiting(evidence: Evidence, stuck: Stuck, start: str) -> Saying:
    """Tasks that wait, and what they wait for, where that is seen."""
    if (join := _never_reported(evidence)) is not None:
        return Saying(f"{start} {_of_join(join)}", (), join.lineno)
    waiting = listed(
        f"{code(task.name)} waits on line {task.line}" if task.line else f"{code(task.name)} waits"
        for task in stuck.tasks[:3]
    )
    at = next((task.line for task in stuck.tasks if task.line), stuck.line)
    return Saying(f"{start} {waiting}, and nothing ends that wait.", (), at)


def _never_reported(evidence: Evidence) -> ast.Call | None:
    """The only `queue.join()` of a program, where nothing calls `task_done`."""
    nodes = list(ast.walk(evidence.tree)) if evidence.tree else []
    queues = {
        ast.unparse(node.targets[0])
        for node in nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).endswith("Queue")
    }
    joins = [
        node
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "join"
        and ast.unparse(node.func.value) in queues
    ]
    reported = any(isinstance(node, ast.Attribute) and node.attr == "task_done" for node in nodes)
    return joins[0] if len(joins) == 1 and not reported else None


def _of_join(join: ast.Call) -> str:
    assert isinstance(join.func, ast.Attribute)  # noqa: S101 - `_never_reported` has looked
    queue = ast.unparse(join.func.value)
    return (
        f"Line {join.lineno}, `{queue}.join()`, waits until each item that was put in is reported "
        f"as done with `{queue}.task_done()`, and nothing calls that."
    )


def _anywhere(evidence: Evidence, start: str) -> Saying:
    """Where nobody saw what the code was doing: the `while` in it, if there is one only."""
    nodes = ast.walk(evidence.tree) if evidence.tree else ()
    loops = [node for node in nodes if isinstance(node, ast.While)]
    if len(loops) != 1:
        return Saying(f"{start} Which loop in it could go on forever?", ())
    line = loops[0].lineno
    where = f"Line {line}, {code(evidence.code(line))}, is the only `while` in it"
    return Saying(f"{start} {where}: what ends that loop?", (), line)


def _returned_end(evidence: Evidence) -> int | None:
    """The line of a `__next__` that returns what it should raise."""
    function = evidence.functions.get("__next__")
    for node in body_nodes(function) if function else ():
        if isinstance(node, ast.Return) and "StopIteration" in names_in(node):
            return node.lineno
    return None


def _calls_of_itself(function: Function) -> int:
    return sum(
        isinstance(node, ast.Call) and ast.unparse(node.func) == function.name
        for node in body_nodes(function)
    )


def _loop_around(tree: ast.Module | None, line: int) -> Loop | None:
    """The loop around a line that may go on without an end.

    A `for` loop ends with its items, so it is the innermost `while` around it, unless the `for`
    makes its own list longer.
    """
    around = [
        node
        for node in (ast.walk(tree) if tree else ())
        if isinstance(node, Loop) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    innermost = around[-1] if around else None
    whiles = [loop for loop in around if isinstance(loop, ast.While)]
    if isinstance(innermost, ast.For) and whiles and not _grows(innermost):
        return whiles[-1]
    if len(whiles) > 1 and innermost is whiles[-1] and _counts_up(whiles[-1]):
        return whiles[-2]
    return innermost


def _counts_up(loop: ast.While) -> bool:
    """Whether a loop comes to its end: `while i < n:` with `i += 1` in each iteration."""
    test = loop.test
    if not (isinstance(test, ast.Compare) and isinstance(test.ops[0], ast.Lt | ast.LtE)):
        return False
    if any(isinstance(node, ast.Continue) for node in inside(loop.body)):
        return False
    counter = ast.unparse(test.left)
    return any(
        isinstance(node, ast.AugAssign)
        and isinstance(node.op, ast.Add)
        and isinstance(node.value, ast.Constant)
        and ast.unparse(node.target) == counter
        for node in loop.body
    )


def _while(loop: ast.While, stuck: Stuck) -> str:
    condition = ast.unparse(loop.test)
    if isinstance(loop.test, ast.Constant):
        leaves = any(isinstance(node, ast.Break | ast.Return) for node in inside(loop.body))
        if not leaves:
            return (
                f"`while {condition}` on line {loop.lineno} goes on until a `break` or a `return`, "
                "and there is none in it."
            )
        return (
            f"`while {condition}` on line {loop.lineno} goes on until a `break` or a `return` is "
            f"reached. {_still(stuck)}".strip()
        )
    used = names_in(loop.test)
    variables = [v for v in stuck.variables if v.name in used]
    still = [v for v in variables if not v.changed]
    start = f"The loop goes on as long as {code(condition)} is true (line {loop.lineno})."
    if variables and len(still) == len(variables):
        values = listed(f"`{v.name}` stayed {code(v.value, 30)}" for v in still)
        same = _sets_the_same(loop, {v.name for v in still})
        return f"{start} While it was watched, {values}, so the condition never changed.{same}"
    moving = [v for v in variables if v.changed]
    if moving:
        values = listed(f"`{v.name}` (at last {code(v.value, 30)})" for v in moving)
        again = _puts_back(loop, {v.name for v in moving})
        return f"{start} {values} did change, but the condition stayed true.{again}"
    return start


def _puts_back(loop: ast.While, names: set[str]) -> str:
    """The lines that take an item out of a list of the condition and put one in again."""
    lines: dict[tuple[str, bool], int] = {}
    for node in loop.body:
        call = node.value if isinstance(node, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            name, method = ast.unparse(call.func.value), call.func.attr
            if name in names and method in ("remove", "pop", "append", "insert"):
                lines[name, method in ("remove", "pop")] = node.lineno
    for name in sorted(names):
        out, back = lines.get((name, True)), lines.get((name, False))
        if out is not None and back is not None:
            return f" Line {out} takes an item out of `{name}`, and line {back} puts one in again."
    return ""


def _sets_the_same(loop: ast.While, names: set[str]) -> str:
    """The line that gives a name of the condition a value in each turn, and always the same."""
    skips = any(isinstance(node, ast.Continue) for node in inside(loop.body))
    for node in loop.body if not skips else ():
        if isinstance(node, ast.AugAssign | ast.Assign):
            target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
            if isinstance(target, ast.Name) and target.id in names:
                return (
                    f" Line {node.lineno}, {code(ast.unparse(node), 40)}, gives `{target.id}` the "
                    "value that it has already."
                )
    return ""


def _still(stuck: Stuck) -> str:
    still = [v for v in stuck.variables if not v.changed][:3]
    return (
        f"While it was watched, {listed(f'`{v.name}` stayed {code(v.value, 30)}' for v in still)}."
        if still
        else ""
    )


def _grows(loop: ast.For | ast.AsyncFor) -> str | None:
    if not isinstance(loop.iter, ast.Name):
        return None
    for node in inside(loop.body):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"append", "extend", "insert"}
            and ast.unparse(node.func.value) == loop.iter.id
        ):
            return loop.iter.id
    return None
