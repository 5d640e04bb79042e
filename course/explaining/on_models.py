"""What an object of a model lacks: its fields, and the way back of a foreign key."""

from __future__ import annotations

import ast

from course.explaining.exception_scene import Reason, Scene


def lacks_field(scene: Scene, own: ast.ClassDef, attribute: str, start: str) -> Reason | None:
    """Why an object of a model has no such attribute; None where its class is no model."""
    if not any(ast.unparse(base) in ("models.Model", "Base") for base in own.bases):
        return None
    if (key := _foreign_key_to(own, scene.evidence.tree)) is not None:
        model, line = key
        return Reason(
            "way_back_missing",
            f"{start}, and that has no `.{attribute}`. The `ForeignKey` on line {line} leads to "
            f"it, and has no `related_name`: so the way back is called `.{model.lower()}_set`.",
            line,
        )
    return Reason("attribute_missing", f"{start}, and that model has no field `{attribute}`.")


def _foreign_key_to(own: ast.ClassDef, tree: ast.Module | None) -> tuple[str, int] | None:
    """The model of Django, and the line, with a foreign key to this one that only says so."""
    for one in tree.body if tree else ():
        for field in one.body if isinstance(one, ast.ClassDef) else ():
            call = field.value if isinstance(field, ast.Assign) else None
            if not isinstance(call, ast.Call) or ast.unparse(call.func) != "models.ForeignKey":
                continue
            to = ast.unparse(call.args[0]).strip("'\"") if call.args else ""
            named = any(keyword.arg in (None, "related_name") for keyword in call.keywords)
            if to == own.name and not named and isinstance(one, ast.ClassDef):
                return one.name, field.lineno
    return None
