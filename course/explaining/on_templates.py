"""Templates that ask for other names than the view passes."""

from __future__ import annotations

import ast
import re

from course.checking.words import listed
from course.explaining.evidence import Evidence, Saying

_GIVEN = frozenset(
    {"and", "config", "csrf_token", "cycler", "dict", "false", "forloop", "form", "g", "in", "is",
     "joiner", "lipsum", "loop", "messages", "none", "not", "or", "perms", "range", "request",
     "self", "session", "super", "true", "url", "url_for", "user", "get_flashed_messages", "None",
     "True", "False", "namespace"}
)  # fmt: skip
"""What a template knows without being passed it, and its words."""
_MADE = re.compile(r"\{%-?\s*(?:for\s+([\w,\s]+?)\s+in\b|set\s+(\w+)|with\s+(\w+))")
_USED = re.compile(
    r"\{\{-?\s*([A-Za-z_]\w*)|\{%-?\s*for\s+[\w,\s]+?\s+in\s+([A-Za-z_]\w*)"
    r"|\{%-?\s*(?:el)?if\s+(?:not\s+)?([A-Za-z_]\w*)"
)


def template_names(evidence: Evidence) -> Saying | None:
    """A template uses a name that nobody passes, while what is passed is used nowhere in it."""
    if evidence.tree is None or not evidence.uses("flask", "django"):
        return None
    texts = _texts(evidence.tree)
    for call in (it for it in ast.walk(evidence.tree) if isinstance(it, ast.Call)):
        rendered = _rendered(call)
        if rendered is None:
            continue
        template, passed = rendered
        text = texts.get(template)
        if text is None or re.search(r"\{%-?\s*(macro|import|include)", text):
            continue
        made = {
            name
            for it in _MADE.finditer(text)
            for name in re.findall(r"\w+", " ".join(filter(None, it.groups())))
        }
        used = [name for it in _USED.finditer(text) for name in it.groups() if name]
        lacking = list(dict.fromkeys(n for n in used if n not in {*made, *passed, *_GIVEN}))
        idle = [it for it in passed if it in made or not re.search(rf"\b{it}\b", text)]
        if len(lacking) == 1 and idle:
            return Saying(
                f"The template uses `{lacking[0]}`, and line {call.lineno} passes "
                f"{listed(f'`{name}`' for name in passed)}. A name that is not passed is empty in "
                "a template.",
                (),
                call.lineno,
            )
    return None


def _texts(tree: ast.Module) -> dict[str, str]:
    """The strings of the file by the name of the constant, or by their key in a dictionary."""
    texts: dict[str, str] = {}
    for node in tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            texts[node.targets[0].id] = value.value
        for key, text in (
            zip(value.keys, value.values, strict=True) if isinstance(value, ast.Dict) else ()
        ):
            if isinstance(key, ast.Constant) and isinstance(text, ast.Constant):
                texts[repr(key.value)] = str(text.value)
    return texts


def _rendered(call: ast.Call) -> tuple[str, list[str]] | None:
    """The template that a call renders, as source, and the names that it passes to it."""
    name = ast.unparse(call.func).rpartition(".")[2]
    names: list[str | None]
    if name in ("render_template", "render_template_string") and len(call.args) == 1:
        template, names = call.args[0], [it.arg for it in call.keywords]
    elif name == "render" and len(call.args) == 3 and isinstance(call.args[2], ast.Dict):
        keys = call.args[2].keys
        names = [str(it.value) if isinstance(it, ast.Constant) else None for it in keys]
        template = call.args[1]
    else:
        return None
    passed = [it for it in names if it is not None]
    return (ast.unparse(template), passed) if passed == names else None
