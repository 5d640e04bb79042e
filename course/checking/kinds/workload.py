"""The test that measures a refactoring: the same work by the starter and by the submission.

It is a test like any other, so that what it measures with is out of the submission's reach: its
text is in no file, the clock was noted before the submission was imported, and looking at its
frames is told on. Every run begins with a fresh module, and what that does while it is imported
counts, so that nothing is ready before it is asked for. What the exercise gave is the starter's
own for both; only what the starter has, too, is taken from the submission. And both must come to
the same results: work that is left out is not done faster.
"""

from __future__ import annotations

import ast
import sys

from course.model import Exercise, RefactorLimits

OTHER_RESULTS = "other results"
_NO_LIMIT = 10**12

_TEST = """\
import gc, importlib, operator, os, time, tracemalloc
{imports}

# The time of the calling thread: where a limit of processor time is set, as it is here, Linux
# counts that of the process in steps of some milliseconds. What other threads take is seen by the
# sum of many runs. Windows counts both in steps of 16 ms.
clock = time.perf_counter if os.name == "nt" else time.thread_time
everybody = time.perf_counter if os.name == "nt" else time.process_time
memory, start, stop = tracemalloc.get_traced_memory, tracemalloc.start, tracemalloc.stop
leave_garbage, collect_garbage, equal = gc.disable, gc.enable, operator.eq
file = os.path.join(os.getcwd(), {module!r} + ".py")
theirs = compile({starter!r}, "starter", "exec")
ours = compile({source!r}, file, "exec")
work = compile({workload!r}, "workload", "exec")


def module(code, name):
    names = {{"__name__": name, "__file__": file}}
    exec(code, names)
    return names


def keep(kept):
    def one(value):
        kept.append(list(value) if hasattr(type(value), "__next__") else value)
    return one


def run(is_ours, wanted=None):
    given, kept = module(theirs, "starter"), []
    leave_garbage()
    began, together = clock(), everybody()
    if is_ours:
        made = module(ours, {module!r})
        taken = made.keys() & given.keys() - {locked!r}
        given.update({{name: made[name] for name in taken if not name.startswith("__")}})
    else:
        module(theirs, "starter")
    exec(work, {{**given, "_keep": keep(kept)}})
    equal(kept, wanted)  # a result may put its work off until it is looked at
    took = clock() - began, everybody() - together
    collect_garbage()
    return took, kept


def test_time_ratio():
    importlib.import_module({module!r})
    before, (first, after), again = run(False)[1], run(True), run(False)[1]
    for number, result in enumerate(before):
        if again[number] == result:
            assert after[number] == result, {other!r}
    old, new, near, began = [], [], True, everybody()
    # The least of each is what it takes. Near the limit, on either side, other programs may have
    # slowed one of them: there are more tries, for as long as they are cheap.
    while (
        len(old) < 3
        or (len(old) < 15 and (near or everybody() - began < 0.3))
        or (near and everybody() - began < 0.7)
    ):
        old.append(run(False, before)[0])
        new.append(run(True, before)[0])
        least = min(new)[0]
        if first[0] > 0.6 * max(min(old)[0], least / {time_ratio!r}):
            least = first[0]  # as slow as before: the others only gave what that one had kept
        ratio = least / max(min(old)[0], 1e-9)
        here, together = map(sum, zip(*new))
        if together > 1.5 * here + 0.02:
            ratio *= together / max(here, 1e-9)
        ratio = round(ratio, 3)
        near = {time_ratio!r} / 3 < ratio < 3 * {time_ratio!r}
    print("measured", ratio)
    assert ratio <= {time_ratio!r}


def test_allocations():
    importlib.import_module({module!r})
    run(True)
    start()
    run(True)
    peak = memory()[1]
    stop()
    print("measured", peak)
    assert peak <= {allocations!r}
"""


def measuring_test(exercise: Exercise, source: str, limits: RefactorLimits) -> str:
    """The text of the test."""
    return _TEST.format(
        imports="\n".join(_imports(exercise)),
        module=exercise.module_name,
        starter=exercise.starter,
        source=source,
        other=OTHER_RESULTS,
        workload=_keeping(limits.workload or ""),
        locked=frozenset(exercise.source.rules.locked),
        time_ratio=limits.time_ratio or _NO_LIMIT,
        allocations=limits.allocations or _NO_LIMIT,
    )


def _keeping(workload: str) -> str:
    """The same statements; what an expression among them gives is kept."""
    tree = ast.parse(workload)
    tree.body = [
        ast.Expr(ast.Call(ast.Name("_keep", ast.Load()), [one.value], []))
        if isinstance(one, ast.Expr)
        else one
        for one in tree.body
    ]
    return ast.unparse(ast.fix_missing_locations(tree))


def _imports(exercise: Exercise) -> list[str]:
    """What the starter uses is noted before the submission is imported, which could replace it."""
    libraries = sys.stdlib_module_names | set(exercise.source.needs)
    modules = []
    for node in ast.walk(ast.parse(exercise.starter)):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules.append(node.module)
    return [f"import {name}" for name in modules if name.partition(".")[0] in libraries]
