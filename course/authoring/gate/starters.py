"""What a learner starts with goes on to the solution: same functions, same parameters."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.catalogue.documents import read_text
from course.explaining.syntax_tree import Function


@rule("exercise")
def the_starter_has_the_same_parameters(subject: Subject) -> Iterator[Finding]:
    """A function of the starter has the solution's parameters, or the first of them."""
    solution = subject.exercise.solution_path
    if subject.kind not in ("write", "fix") or subject.exercise.package:
        return
    try:
        begun = dict(_functions(ast.parse(subject.exercise.starter)))
        finished = dict(_functions(ast.parse(read_text(solution))))
    except SyntaxError:  # a ticket may be about a file that does not even start
        return
    for name, function in begun.items():
        if name not in finished:
            continue
        given, needed = _parameters(function), _parameters(finished[name])
        if given != needed[: len(given)]:
            text = f"`{name}` begins with `({', '.join(given)})` here and has "
            text += f"`({', '.join(needed)})` in the solution; write the solution's"
            yield at(subject.starter_path, function.lineno, text)


def _functions(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, Function]]:
    """The functions of a module and the methods of its classes, by their names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Function):
            yield f"{inside}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{inside}{node.name}.")


def _parameters(function: Function) -> list[str]:
    """Its parameters by name, in order; stars stand before theirs."""
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args)]
    if given.vararg:
        names.append(f"*{given.vararg.arg}")
    names += [one.arg for one in given.kwonlyargs]
    return [*names, f"**{given.kwarg.arg}"] if given.kwarg else names
