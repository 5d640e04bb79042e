"""What Django never reads as it is written: routes, forms and options of models."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from course.checking.words import code
from course.explaining.evidence import Evidence, Saying

_OPTIONS = frozenset(
    {"abstract", "constraints", "db_table", "get_latest_by", "indexes", "ordering",
     "unique_together", "verbose_name", "verbose_name_plural"}
)  # fmt: skip
_POSTS = re.compile(r"<form\b[^>]*\bmethod\s*=\s*[\"']?post\b.*?(?:</form>|\Z)", re.I | re.S)


def slash_in_route(evidence: Evidence) -> Saying | None:
    """`path("/stock/", ...)`: the slash is gone before Django compares."""
    for node in _nodes(evidence):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) != "path" or not node.args:
            continue
        route = node.args[0]
        if isinstance(route, ast.Constant) and str(route.value).startswith("/"):
            return Saying(
                f"The route on line {route.lineno}, {code(str(route.value))}, begins with a slash. "
                "Django takes the first slash off a URL before it compares, so none fits.",
                evidence.failing,
                route.lineno,
            )
    return None


def form_without_token(evidence: Evidence) -> Saying | None:
    """A form that posts, in a template of an app that asks for the CSRF token."""
    if "csrf.CsrfViewMiddleware" not in evidence.source:
        return None
    for node in _nodes(evidence):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        text = node.value
        for form in _POSTS.finditer(text):
            if "csrf_token" in form.group():
                continue
            line = node.lineno + (text[: form.start()].count("\n") if _is_as_written(node) else 0)
            return Saying(
                f"The form on line {line} posts, and `{{% csrf_token %}}` is not in it. Django "
                "refuses, with the status 403, what a browser sends from there.",
                evidence.failing,
                line,
            )
    return None


def option_outside_meta(evidence: Evidence) -> Saying | None:
    """`ordering = [...]` among the fields of a model."""
    for node in _nodes(evidence):
        if not isinstance(node, ast.ClassDef) or not _is_model(node):
            continue
        for one in node.body:
            target = one.targets[0] if isinstance(one, ast.Assign) else None
            if isinstance(target, ast.Name) and target.id in _OPTIONS:
                return Saying(
                    f"`{target.id}` on line {one.lineno} is an attribute of the model `{node.name}`"
                    f" itself. Django reads `{target.id}` only from a class `Meta` inside the "
                    "model.",
                    evidence.failing,
                    one.lineno,
                )
    return None


def _nodes(evidence: Evidence) -> Iterator[ast.AST]:
    if evidence.tree is not None and evidence.uses("django"):
        yield from ast.walk(evidence.tree)


def _is_model(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base) in ("models.Model", "Model") for base in node.bases)


def _is_as_written(node: ast.Constant) -> bool:
    """Whether each line of a string is a line of the file."""
    return (node.end_lineno or node.lineno) - node.lineno == str(node.value).count("\n")
