"""`TypeError` of calls: the arguments do not fit."""

from __future__ import annotations

import ast
import difflib
import re
import sys

from course.checking.words import a_name, a_type, code, listed
from course.explaining.exception_scene import Reason, Scene
from course.explaining.on_not_callable import returns_call_of_inner
from course.explaining.on_own_classes import init_problem
from course.explaining.on_web_apps import view_and_route
from course.explaining.syntax_tree import Function, parameters, parse
from course.explaining.wrappers import (
    hands_nothing_on,
    lacks_parameters,
    named_by_wraps,
    wrapper_of,
)
from course.plural import counted


def argument_count(scene: Scene, called: str) -> Reason:
    """Too few or too many arguments."""
    name = called.rpartition(".")[2]
    reason = returns_call_of_inner(scene.function) if scene.function is not None else None
    passes_nothing = scene.code.rstrip().endswith("()")
    if reason is not None and reason.line == scene.line and passes_nothing:
        return Reason(reason.name, reason.text)
    if name == "__init__" or scene.class_named(name) is not None:
        kind = called.partition(".")[0] if "." in called else name
        if (reason := init_problem(scene, kind)) is not None:
            return reason
    function = _function(scene, called)
    if function is None and name == "__init__" and (reason := _of_dataclass(scene, called)):
        return reason
    lost = hands_nothing_on(scene.function, scene.evidence.tree)
    if lost and "missing" in scene.message:
        return Reason("argument_count", lost)
    if text := _of_wrapper(scene, function, name):
        return Reason("argument_count", text)
    if function is None or _is_another(function, scene.message):
        return _of_library(scene, name)
    names = parameters(function)
    holder = called.rpartition(".")[0].rpartition(".")[2]
    in_class = scene.class_named(holder) is not None
    if in_class and (not names or names[0] not in {"self", "cls"}) and not function.decorator_list:
        return Reason(
            "self_missing",
            f"`{name}` is called on an object, and Python passes that object as the first "
            f"argument. The first name in the parentheses of `def {name}` on line "
            f"{function.lineno} is not `self`.",
            function.lineno,
        )
    if in_class and "missing" in scene.message and "'self'" in scene.message:
        return Reason(
            "class_for_object",
            f"`{name}` is called on the class `{holder}` itself, not on an object of it. "
            f"`{holder}(...)` makes an object.",
        )
    if text := view_and_route(function, scene.evidence.tree, scene.message):
        return Reason("argument_count", text, function.lineno)
    return Reason("argument_count", _does_not_fit(scene, function, names, name))


def _of_wrapper(scene: Scene, function: Function | None, name: str) -> str | None:
    """Where it is a wrapper of the learner's that goes by the name of what it wraps."""
    tree = scene.evidence.tree
    keyword = re.search(r"unexpected keyword argument '(\w+)'", scene.message)
    passed = keyword.group(1) if keyword else ""
    has_it = function is not None and (
        passed in parameters(function) or _is_another(function, scene.message)
    )
    if function is not None:
        text = lacks_parameters(wrapper_of(function, tree), name, passed)
        if text or not has_it:
            return text
    given = keyword or re.search(r"takes \d+ positional arguments? but", scene.message)
    of_test = has_it or "<locals>" in scene.message or not list(scene.nodes(ast.Call))
    return lacks_parameters(named_by_wraps(tree), name, passed) if given and of_test else None


def _is_another(function: Function, message: str) -> bool:
    """Whether Python's words do not fit a function of that name: it calls a wrapper by it."""
    takes = re.search(r"takes (?:from \d+ to )?(\d+) positional arguments? but", message)
    names = parameters(function)
    missing = _quoted(message) if "missing" in message else []
    count = len(function.args.posonlyargs) + len(function.args.args)
    return bool(takes and int(takes.group(1)) != count) or not set(missing) <= set(names)


def _of_library(scene: Scene, name: str) -> Reason:
    """A method of somebody else's, whose object Python counts as its first argument."""
    here = [it for it in scene.nodes(ast.Call) if ast.unparse(it.func).endswith(f".{name}")]
    match = re.search(r"takes (\d+) positional arguments? but (\d+) (?:was|were)", scene.message)
    plain = len(here) == 1 and not any(isinstance(it, ast.Starred) for it in here[0].args)
    if match is not None and plain:
        takes, count = int(match.group(1)), int(match.group(2))
        passed = len(here[0].args) + len(here[0].keywords)
        if count == passed + 1:
            return Reason(
                "argument_count",
                f"`{ast.unparse(here[0].func)}` takes {counted(takes - 1, 'argument')}; this call "
                f"passes {passed}.",
            )
    if "takes no positional" in scene.message:
        text = f"`.{name}()` takes each argument with its name before it."
        more = " What it sorts by is `key=`." if name == "sort" else ""
        return Reason("argument_count", text + more)
    if name == "dump" and "'fp'" in scene.message:
        return Reason(
            "argument_count",
            "`json.dump` writes into an open file, which it wants as its second argument; "
            "`json.dumps`, with an `s`, returns a string.",
        )
    given = parameters(scene.function) if scene.function is not None else []
    passed_in = [it for it in scene.nodes(ast.Call) if ast.unparse(it.func) in given]
    if "<locals>" in scene.message and "missing" in scene.message and len(passed_in) == 1:
        wanted = listed(f"`{each}`" for each in _quoted(scene.message))
        what = ast.unparse(passed_in[0])
        return Reason("argument_count", f"{code(what, 60)} passes nothing for {wanted}.")
    if (several := _one_for_several(scene)) is not None:
        return several
    if (reason := _not_passed(scene, name, here)) is not None:
        return reason
    said = re.sub(r"[\w.<>]*<locals>\.", "", scene.message)
    return Reason("argument_count", f"Python says: {code(said, 120)}.")


def _not_passed(scene: Scene, name: str, here: list[ast.Call]) -> Reason | None:
    """What a call of somebody else's function leaves out."""
    if "missing" not in scene.message or name == "__init__":
        return None
    wanted = listed(f"`{each}`" for each in _quoted(scene.message))
    if name == "<lambda>" and (by := _calls_with_items(scene)):
        return Reason(
            "argument_count",
            f"{by} calls its `lambda` with one argument, an item, and that gets nothing for "
            f"{wanted}. A part of the item is reached by its index, as in `item[1]`.",
        )
    if name == "<lambda>":
        return Reason(
            "argument_count",
            f"What is called there is a `lambda`, and it gets nothing for {wanted}.",
        )
    if len(here) == 1:
        who = ast.unparse(here[0].func)
        text = f"`{who}` needs a value for {wanted} as well; this call passes none."
        return Reason("argument_count", text)
    return None


def _calls_with_items(scene: Scene) -> str:
    """What on the line passes items, one by one, to a `lambda` that is written there."""
    for call in scene.nodes(ast.Call):
        if any(it.arg == "key" and isinstance(it.value, ast.Lambda) for it in call.keywords):
            return "`key=`"
        called = ast.unparse(call.func)
        if called in {"map", "filter"} and len(call.args) == 2:
            return f"`{called}`" if isinstance(call.args[0], ast.Lambda) else ""
    return ""


def _one_for_several(scene: Scene) -> Reason | None:
    """`ask(leg)`: one tuple or list, where what is called wants several arguments."""
    if re.search(r"missing \d+ required positional", scene.message) is None:
        return None
    for call in scene.nodes(ast.Call):
        only = call.args[0] if len(call.args) == 1 and not call.keywords else None
        kind = scene.kind_of(only) if isinstance(only, ast.Name) else None
        if isinstance(only, ast.Name) and kind in ("tuple", "list", "Row"):
            return Reason(
                "star_missing",
                f"{code(ast.unparse(call), 60)} passes one argument: `{only.id}` is {a_type(kind)} "
                f"there, and more than one argument is wanted. A `*` before `{only.id}` passes its "
                "items.",
            )
    return None


def _of_dataclass(scene: Scene, called: str) -> Reason | None:
    own = scene.class_named(called.partition(".")[0])
    fields = [
        node.target.id
        for node in (own.body if own else ())
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    ]
    if own is None or not fields:
        return None
    missing = [name for name in _quoted(scene.message) if name in fields]
    more = f" This call gives nothing for {listed(f'`{n}`' for n in missing)}." if missing else ""
    names = listed(f"`{name}`" for name in fields)
    return Reason("argument_count", f"`{own.name}` on line {own.lineno} takes {names}.{more}")


def _function(scene: Scene, called: str) -> Function | None:
    parts = [part for part in called.split(".") if part != "<locals>"]
    if len(parts) > 1 and (own := scene.class_named(parts[-2])) is not None:
        for node in own.body:
            if isinstance(node, Function) and node.name == parts[-1]:
                return node
    if parts[-1] == "__init__":  # that of another class says nothing
        return None
    return scene.function_named(parts[-1])


def _does_not_fit(scene: Scene, function: Function, own_names: list[str], name: str) -> str:
    shown = [each for each in own_names if each != "self"]
    takes = f"takes {counted(len(shown), 'argument')}"
    if shown:
        takes += f", {listed(f'`{each}`' for each in shown)}"
    missing = [each for each in _quoted(scene.message) if each in own_names]
    if "missing" in scene.message and missing:
        wanted = listed(f"`{each}`" for each in missing)
        more = _takes_any_number(scene, function)
        text = f"`{name}` on line {function.lineno} {takes}; this call gives nothing for {wanted}."
        return f"{text}{more}"
    by_name = [argument.arg for argument in function.args.kwonlyargs]
    if " given" in scene.message and by_name:
        names = listed(f"`{each}`" for each in by_name)
        return f"`{name}` on line {function.lineno} takes {names} by name only: `name=value`."
    if " given" in scene.message:
        given = scene.message.rpartition("but ")[2].split()[0]
        number = int(given) - (1 if own_names[:1] == ["self"] else 0) if given.isdigit() else 0
        passes = counted(number, "argument")
        return f"`{name}` on line {function.lineno} {takes}; this call passes {passes}."
    return f"`{name}` on line {function.lineno} {takes}: {code(scene.message, 120)}."


def _takes_any_number(scene: Scene, function: Function) -> str:
    """That other calls pass more arguments than there are parameters, where there is no `*`."""
    if function.args.vararg is not None:
        return ""
    passed = 0
    for case in scene.evidence.cases:
        call = parse(case.call)
        node = call.body[0].value if call and isinstance(call.body[0], ast.Expr) else None
        if case.function == function.name and isinstance(node, ast.Call):
            passed = max(passed, len(node.args))
    if passed <= len(function.args.args) + len(function.args.posonlyargs):
        return ""
    return f" Other calls pass up to {passed}: a parameter with `*` before it takes any number."


def _quoted(text: str) -> list[str]:
    return text.split("'")[1::2]


def builtin_count(scene: Scene, name: str, takes: str, passed: str) -> Reason:
    """A function of Python's own with too few or too many arguments."""
    if name == "module" and isinstance(scene.statement, ast.ClassDef):
        bases = [ast.unparse(it) for it in scene.statement.bases]
        module = next((it for it in bases if scene.imported().get(it) == it), "")
        inner = getattr(sys.modules.get(module), module.capitalize(), None)
        such = f", as in `{module}.{module.capitalize()}`" if inner is not None else ""
        who = f"`{module}`" if module else "What is in the parentheses"
        return Reason(
            "base_is_a_module",
            f"{who} is a module, and a class builds on a class. What a module holds is reached "
            f"with a dot{such}.",
        )
    takes = takes.removesuffix(" positional")
    number = {"exactly one": "exactly 1", "no": "0"}.get(takes, takes)
    plural = "" if number.endswith(" 1") or number == "1" else "s"
    one = " A list of the strings is one." if name == "join" and passed not in "01" else ""
    return Reason(
        "argument_count",
        f"`{name}` takes {number} argument{plural}; this call passes {passed}.{one}",
    )


def two_values(scene: Scene, called: str, name: str) -> Reason:
    """One argument that is passed twice, by its place and by its name."""
    function = called.rpartition(".")[2]
    own = _function(scene, called)
    if own is not None and (text := view_and_route(own, scene.evidence.tree, scene.message)):
        return Reason("argument_twice", text, own.lineno)
    return Reason(
        "argument_twice",
        f"`{function}` gets two values for `{name}` in this call: one without a name, which comes "
        f"to the same place, and `{name}=`.",
    )


def no_arguments(scene: Scene, name: str) -> Reason:
    """`Parcel() takes no arguments`."""
    reason = init_problem(scene, name)
    return reason or Reason("argument_count", f"Python says: {code(scene.message, 120)}.")


def unexpected_keyword(scene: Scene, called: str, name: str) -> Reason:
    """An argument by a name that the function does not have."""
    function = called.rpartition(".")[2]
    if function == "__init__" and (reason := init_problem(scene, called.partition(".")[0])):
        return reason
    if scene.class_named(function) and (reason := init_problem(scene, function)):
        return reason
    own = _function(scene, called)
    if text := _of_wrapper(scene, own, function):
        return Reason("argument_name", text)
    known = (
        parameters(own)
        if own
        else {
            "sort": ["key", "reverse"],
            "sorted": ["key", "reverse"],
            "print": ["sep", "end", "file", "flush"],
        }.get(function, [])
    )
    if own is not None and (text := view_and_route(own, scene.evidence.tree, scene.message)):
        return Reason("argument_name", text, own.lineno)
    if own is not None and own.args.vararg is not None and own.args.kwarg is None:
        return Reason(
            "kwargs_missing",
            f"`{own.name}` on line {own.lineno} takes `*{own.args.vararg.arg}`: any arguments, but "
            f"none by name. `{name}=` needs a part with two stars as well.",
        )
    near = difflib.get_close_matches(name, known, 1, 0.6)
    here = [
        ast.unparse(c.func) for c in scene.nodes(ast.Call) if name in {k.arg for k in c.keywords}
    ]
    more = f"; there is {a_name(near[0])}, which looks similar" if near else ""
    if not here and own is None:
        # The name comes through `**kwargs` or `*args` of a wrapper.
        return Reason(
            "argument_name",
            f"A call passes `{name}=`, and `{function}` has nothing of that name{more}.",
        )
    called_as = here[0] if here else function
    where = f" on line {own.lineno}" if own else ""
    return Reason(
        "argument_name",
        f"The call passes `{name}=`, and `{called_as}`{where} has nothing of that name{more}.",
    )


def foreign_keyword(scene: Scene, name: str, called: str) -> Reason:
    """The same in the words of a built-in function."""
    return unexpected_keyword(scene, called, name)


def unbound(scene: Scene, kind: str, method: str) -> Reason:
    """`list.append(x)`: called on the type."""
    line = next(
        (c for c in scene.nodes(ast.Call) if ast.unparse(c.func) == f"{kind}.{method}"), None
    )
    if line is None:
        counts = re.search(r"takes (.+) arguments? \((\d+) given\)", scene.message)
        if counts is not None:
            return builtin_count(scene, method, *counts.groups())
        return Reason("argument_count", f"Python says: {code(scene.message, 120)}.")
    return Reason(
        "method_of_type",
        f"`{kind}` is Python's own type, not one of your values. `.{method}()` is called on the "
        f"name of {a_type(kind)} of yours.",
    )
