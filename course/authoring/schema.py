"""JSON Schema for editors, made from the structs that the catalogue decodes content into."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any, cast

import msgspec

from course.authoring.gate.mutants import Waivers
from course.learner.files import write_output
from course.model import (
    CourseSource,
    Defect,
    ExerciseSource,
    LessonSource,
    MilestoneSource,
    ModuleSource,
    RepoScript,
)


class Defects(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `defects.yaml`: what is wrong with a diff under review."""

    defects: tuple[Defect, ...]


FILES: dict[str, Any] = {
    "course": CourseSource,
    "module": ModuleSource,
    "lesson": LessonSource,
    "exercise": ExerciseSource,
    "milestone": MilestoneSource,
    "defects": Defects,
    "mutants": Waivers,
    "repository": RepoScript,
}
"""The kinds of YAML file, by the name of their schema."""


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    made = msgspec.json.schema(FILES[name])
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": name, **made}
    if step := made.get("$defs", {}).get("Step"):
        step["minProperties"], step["maxProperties"] = 1, 2
        step["if"] = {"required": ["plain"]}
        step["then"], step["else"] = {"minProperties": 2}, {"maxProperties": 1}
    return cast(dict[str, Any], _tidy(made))


def _tidy(part: Any) -> Any:
    """Descriptions without the indentation of docstrings, which older Pythons keep."""
    if isinstance(part, dict):
        return {
            key: inspect.cleandoc(value)
            if key == "description" and isinstance(value, str)
            else _tidy(value)
            for key, value in part.items()
        }
    if isinstance(part, (list, tuple)):
        return [_tidy(one) for one in part]
    return part


def write_schemas(folder: Path) -> list[Path]:
    """Write `<name>.schema.json` for each kind of file; the files that were written."""
    written = []
    for name in FILES:
        file = folder / f"{name}.schema.json"
        text = json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
        write_output(file, text.encode())
        written.append(file)
    return written
