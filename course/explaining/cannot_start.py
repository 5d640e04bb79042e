"""What keeps the tests from starting: an unreadable file, names that are not there, imports."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

from course.checking.calls_in_tests import imported_names
from course.checking.words import a_name, code, listed
from course.explaining import on_imports
from course.explaining.call_cases import Case
from course.explaining.evidence import Evidence
from course.explaining.imports import near_in_module, near_module
from course.explaining.on_exceptions import explain_exception, is_own_raise
from course.explaining.syntax import syntax_problem
from course.explaining.syntax_tree import Function, parameters
from course.model import Diagnosis, ExceptionInfo, Verdict
from course.plural import counted


def cannot_start(evidence: Evidence) -> list[Diagnosis]:
    """Why the tests, or some of them, could not start; empty when they could."""
    report = evidence.report
    if report.verdict is Verdict.ERROR and report.limit:
        return [Diagnosis("cannot_start", report.limit, name="refused")]
    if problem := syntax_problem(evidence.source):
        return [_without_def(problem, evidence) or problem]
    if evidence.tree is None:
        return []
    if diagnosis := _empty(evidence) or _while_loading(evidence):
        return [diagnosis]
    return list(_names(evidence))


def _without_def(problem: Diagnosis, evidence: Evidence) -> Diagnosis | None:
    """The first line is indented, because the `def` above it is gone."""
    if problem.name != "indent_unexpected" or any(
        line.strip() for line in evidence.lines[: (problem.line or 1) - 1]
    ):
        return None
    header = _missing_header(evidence)
    if header is None:
        return None
    text = (
        f"The line {code(header)} is missing above line {problem.line}, "
        f"{code(evidence.code(problem.line))}. Put it back, at the left edge."
    )
    return Diagnosis("cannot_start", text, name="def_missing", line=problem.line)


def _missing_header(evidence: Evidence) -> str | None:
    """The line of the starter that defines what the tests call, where the file has none."""
    for name in imported_names(evidence.exercise):
        pattern = rf"^(?:async )?def {re.escape(name)}\(.*\).*:"
        match = re.search(pattern, evidence.exercise.starter, re.M)
        if match is not None and not re.search(rf"\b{re.escape(name)}\s*[(=]", evidence.source):
            return match.group()
    return None


def _empty(evidence: Evidence) -> Diagnosis | None:
    body = evidence.tree.body if evidence.tree else []
    if any(not _does_nothing(statement) for statement in body):
        return None
    wanted = listed(f"`{name}`" for name in imported_names(evidence.exercise))
    calls = f" The tests call {wanted}." if wanted else ""
    if not evidence.source.strip():
        return Diagnosis("cannot_start", f"Your file is empty.{calls}", name="empty_file")
    what = "only comments" if not body else f"only {_all_there_is(body)}"
    return Diagnosis(
        "cannot_start",
        f"There is no code in your file yet, {what}.{calls}",
        name="empty_file",
    )


def _all_there_is(body: list[ast.stmt]) -> str:
    """What a file holds that does nothing: text, `...`, a value."""
    values = [it.value for it in body if isinstance(it, ast.Expr)]
    if all(isinstance(it, ast.Constant) and isinstance(it.value, str) for it in values):
        return "a text" if len(values) == 1 else "texts"
    if len(values) == 1:
        return code(ast.unparse(values[0]), 30)
    return "values that nothing uses"


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


# ---------------------------------------------------------------- while the file is loaded


def _while_loading(evidence: Evidence) -> Diagnosis | None:
    """An exception, an `input()` or an endless loop in the lines outside all functions."""
    exception = _loading_exception(evidence)
    if exception is None:
        return _stuck_while_loading(evidence)
    frame = exception.frames[-1] if exception.frames else None
    outer = exception.frames[0] if exception.frames else None
    line = outer.line if outer else None
    case = Case(call="", function="", arguments=None, passed=False, exception=exception)
    own = is_own_raise(case, evidence)
    if exception.type in {"ModuleNotFoundError", "ImportError"} and not own:
        return _import_problem(exception, line, evidence)
    asks = exception.type == "EOFError" or "input(" in (frame.code if frame else "")
    if asks and not own and exception.type in {"EOFError", "OSError", "RuntimeError"}:
        return _asks(exception, line, evidence)
    if outer and re.search(r"\brun\(", outer.code) and evidence.uses("flask", "uvicorn", "fastapi"):
        return _server(outer.line, evidence)
    if exception.type in {"SystemExit", "KeyboardInterrupt"}:
        text = (
            f"Line {line} ends the program as soon as your file is loaded, so the tests could not "
            "begin."
        )
        return Diagnosis("cannot_start", text, name="exit_on_load", line=line)
    explanation = explain_exception(case, evidence)
    inner = frame.line if frame else line
    via = f", called from line {line}," if line != inner else ","
    stops = f"stops your file with `{exception.type}` before the tests can begin."
    if evidence.report.exception is None and evidence.exercise.test_files:  # run by a test
        stops = f"stops your program with `{exception.type}`."
    text = f"Line {inner}, {code(frame.code if frame else '')}{via} {stops} {explanation}"
    return Diagnosis("cannot_start", text.strip(), name="stops_on_load", line=inner)


def _asks(exception: ExceptionInfo, line: int | None, evidence: Evidence) -> Diagnosis:
    """Someone is asked to type something while the file is loaded, where nobody does."""
    shown = code(evidence.code(line))
    if len(exception.frames) > 1:
        text = (
            f"Line {line}, {shown}, calls your function as soon as the file is loaded, and then "
            "nobody types. The tests call it themselves: leave that line out."
        )
        return Diagnosis("cannot_start", text, name="input_on_load", line=line)
    names = [name for name in imported_names(evidence.exercise) if name in evidence.functions]
    asked_for = parameters(evidence.functions[names[0]]) if names else []
    text = (
        f"Line {line}, {shown}, asks someone to type something as soon as the file is loaded. In "
        "a check nobody types then, so the tests could not begin."
    )
    if asked_for:
        given = listed(f"`{name}`" for name in asked_for)
        text += f" What `{names[0]}` needs comes with the call, in {given}."
    else:
        text += " Lines that ask belong inside the function, indented under its `def`."
    return Diagnosis("cannot_start", text, name="input_on_load", line=line)


def _server(line: int, evidence: Evidence) -> Diagnosis:
    """The file starts a server when it is loaded."""
    text = (
        f"Line {line}, {code(evidence.code(line))}, starts a server as soon as the file is loaded. "
        "The tests ask your app without one. Such a line belongs under "
        '`if __name__ == "__main__":`.'
    )
    return Diagnosis("cannot_start", text, name="server_on_load", line=line)


def _loading_exception(evidence: Evidence) -> ExceptionInfo | None:
    report = evidence.report
    candidates = [report.exception] if report.exception else []
    if not any(test.outcome == "passed" for test in report.tests):
        candidates += [test.exception for test in report.tests if test.exception is not None]
    for exception in candidates:
        if exception.type == "SyntaxError":
            continue
        if exception.frames and exception.frames[0].function in {"", "<module>"}:
            return exception
    return None


def _stuck_while_loading(evidence: Evidence) -> Diagnosis | None:
    stuck = evidence.report.stuck
    if stuck is None or stuck.line is None or stuck.test or stuck.call:
        return None
    if evidence.report.verdict is not Verdict.TIMEOUT or stuck.function:
        return None
    if re.search(r"\brun\(", stuck.code) and evidence.uses("flask", "uvicorn", "fastapi"):
        return _server(stuck.line, evidence)
    text = (
        f"The tests could not begin: your file did not come to its end. It was still on line "
        f"{stuck.line}, {code(stuck.code)}, which stands outside every function and so runs when "
        "the file is loaded."
    )
    return Diagnosis("cannot_start", text, name="stuck_on_load", line=stuck.line)


def _import_problem(
    exception: ExceptionInfo, line: int | None, evidence: Evidence
) -> Diagnosis | None:
    words = exception.message.split("'")
    name = words[1] if len(words) > 1 else ""
    shown = code(evidence.code(line))
    if name == evidence.exercise.module_name or evidence.exercise.module_name in words[3:4]:
        between = exception.frames[-1]
        if between.file != exception.frames[0].file:
            text = (
                f"Line {line}, {shown}, waits for a file that waits for yours: {between.file} "
                f"says {code(between.code.strip())} on its line {between.line}, and your file is "
                "loaded only as far as the line that asked. Two files that import each other when "
                "they are loaded cannot both come first."
            )
            return Diagnosis("cannot_start", text, name="imports_in_a_circle", line=line)
        text = (
            f"Line {line}, {shown}, imports your own file into itself. What is in it is there "
            "without that: leave the line out."
        )
        return Diagnosis("cannot_start", text, name="imports_itself", line=line)
    if exception.type == "ImportError" and on_imports.half_there(exception.message):
        reason = on_imports.half_imported(words[3])
        text = f"Line {line}, {shown}: {reason.text[:1].lower()}{reason.text[1:]}"
        return Diagnosis("cannot_start", text, name=reason.name, line=line)
    if exception.type == "ImportError" and len(words) > 3:
        text = f"Line {line}, {shown}: the module `{words[3]}` has nothing called `{name}`."
        near = near_in_module(words[3], name)
        if near:
            text += f" It has {a_name(near)}, which looks similar."
        return Diagnosis("cannot_start", text, name="import_name", line=line)
    if not on_imports.may_be_elsewhere(exception.message) or on_imports.is_name_in(name):
        why = on_imports.no_module_in(name)
        text = f"Line {line}, {shown}: {why[:1].lower()}{why[1:]}"
        return Diagnosis("cannot_start", text, name="import_missing", line=line)
    near = near_module(name)
    text = f"Line {line}, {shown}: there is no module `{name}` here, so the tests could not begin."
    if near is not None:
        text += f" Python has a module `{near}`, which looks similar."
    else:
        text += " This exercise can be done with what Python brings along."
    return Diagnosis("cannot_start", text, name="import_missing", line=line)


# ---------------------------------------------------------------- names and parameters


def _names(evidence: Evidence) -> Iterator[Diagnosis]:
    """Names the tests take from the file and that it does not have; calls that do not fit."""
    wanted = imported_names(evidence.exercise)
    there = _top_names(evidence.tree) if evidence.tree else {}
    if "*" in there:
        return
    for name, calls in wanted.items():
        if name not in there:
            yield _missing(name, wanted, there, evidence)
        else:
            function = evidence.functions.get(name)
            if function is not None and there[name] == function.lineno:
                words = _parameters(function, calls)
                if words:
                    yield words


def _top_names(tree: ast.Module) -> dict[str, int]:
    """The names the file gives a value at its top level, also inside `if` and `try`."""
    lines: dict[str, int] = {}
    for node in _outside_functions(tree.body):
        if isinstance(node, Function | ast.ClassDef):
            lines[node.name] = node.lineno
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                lines[(alias.asname or alias.name).partition(".")[0]] = node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            lines[node.id] = node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {
            "globals",
            "setattr",
            "exec",
        }:
            lines["*"] = node.lineno
    return lines


def _outside_functions(nodes: list[ast.stmt]) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(nodes)
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, Function | ast.ClassDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))


def _missing(
    name: str, wanted: dict[str, list[ast.Call]], there: dict[str, int], evidence: Evidence
) -> Diagnosis:
    free = [each for each in there if each not in wanted]
    lower = {each.lower(): each for each in free}
    verb = "call" if wanted[name] else "use"
    start = f"The tests {verb} `{name}`;"
    if name.lower() in lower:
        near = lower[name.lower()]
        text = (
            f"{start} your file has `{near}`. Uppercase and lowercase letters make different names."
        )
        return Diagnosis("cannot_start", text, name="name_case", line=there[near])
    inner = _inner(name, evidence.tree)
    if inner is not None:
        holder, line = inner
        what = "the class" if isinstance(holder, ast.ClassDef) else "the function"
        text = (
            f"{start} your file has it only inside {what} `{holder.name}`, where the tests do not "
            f"see it. Look at how far line {line}, {code(evidence.code(line))}, is indented."
        )
        return Diagnosis("cannot_start", text, name="name_nested", line=line)
    close = difflib.get_close_matches(name, free, 1, 0.7)
    if close:
        text = f"{start} your file has `{close[0]}`. Names have to match letter by letter."
        return Diagnosis("cannot_start", text, name="name_misspelt", line=there[close[0]])
    if not evidence.functions and (header := _missing_header(evidence)) is not None:
        text = (
            f"The line {code(header)} is missing from your file. Put it back, and indent the lines "
            "that belong to it by four spaces."
        )
        return Diagnosis("cannot_start", text, name="def_missing")
    own = [
        node.name
        for node in (evidence.tree.body if evidence.tree else [])
        if isinstance(node, Function | ast.ClassDef) and node.name not in wanted
    ]
    has = f" What your file has is {listed(f'`{each}`' for each in own[:4])}." if own else ""
    text = f"{start} there is nothing called `{name}` in your file.{has}"
    return Diagnosis("cannot_start", text, name="name_missing")


def _inner(
    name: str, tree: ast.Module | None
) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, int] | None:
    for outer in ast.walk(tree) if tree else ():
        if isinstance(outer, Function | ast.ClassDef):
            for node in outer.body:
                if isinstance(node, Function | ast.ClassDef) and node.name == name:
                    return outer, node.lineno
    return None


def _parameters(function: Function, calls: list[ast.Call]) -> Diagnosis | None:
    """A function that none of the tests' calls fits."""
    plain = [
        call
        for call in calls
        if not any(isinstance(a, ast.Starred) for a in call.args)
        and all(keyword.arg is not None for keyword in call.keywords)
    ]
    if not plain or len(plain) < len(calls) or function.decorator_list:
        return None
    if any(_fits(function, call) for call in plain):
        return None
    call = plain[0]
    given = len(call.args) + len(call.keywords)
    own_names = parameters(function)
    by_name = [one.arg for one in function.args.kwonlyargs]
    if function.args.vararg is None and by_name and len(call.args) > len(own_names) - len(by_name):
        return Diagnosis(
            kind="cannot_start",
            text=f"The tests pass `{function.name}` {counted(len(call.args), 'argument')} without "
            f"a name. In your `{function.name}` on line {function.lineno} "
            f"{listed(f'`{one}`' for one in by_name)} "
            f"{'has' if len(by_name) == 1 else 'have'} to be passed by name: `*` in the "
            "parentheses says so of all parameters after it.",
            name="parameters",
            line=function.lineno,
        )
    names = f": {listed(f'`{name}`' for name in own_names)}" if own_names else ""
    has = (
        f"takes {counted(len(own_names), 'argument')}{names}" if own_names else "takes no arguments"
    )
    text = (
        f"The tests call `{function.name}` with {counted(given, 'argument')}; your "
        f"`{function.name}` on line {function.lineno} {has}."
    )
    unknown = [k.arg for k in call.keywords if k.arg not in own_names]
    if unknown and len(own_names) == given:
        text = (
            f"The tests call `{function.name}` with `{unknown[0]}=...`; your `{function.name}` on "
            f"line {function.lineno} {has}."
        )
    return Diagnosis("cannot_start", text, name="parameters", line=function.lineno)


def _fits(function: Function, call: ast.Call) -> bool:
    arguments = function.args
    names = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    if len(call.args) > len(names) and arguments.vararg is None:
        return False
    filled = set(names[: len(call.args)])
    for keyword in call.keywords:
        known = keyword.arg in {*names, *(a.arg for a in arguments.kwonlyargs)}
        if (not known and arguments.kwarg is None) or keyword.arg in filled:
            return False
        filled.add(keyword.arg or "")
    required = names[: len(names) - len(arguments.defaults)]
    required += [
        argument.arg
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if default is None
    ]
    return set(required) <= filled
