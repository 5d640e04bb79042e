"""The learner's settings: a small YAML file that is written with a comment over each line."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import msgspec
from msgspec import Struct

from course.errors import CourseError
from course.ui.keys import key_ids
from course.ui.theme import DEFAULT, THEMES


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What can be set. `keys` maps the id of a key (see `course.ui.keys`) to another key."""

    theme: str = DEFAULT
    live_checks: bool = True
    keys: dict[str, str] = {}


_TEMPLATE = """\
# The settings of the course. Delete a line, or this file, to go back to what it was.

# The colours: {themes}.
theme: {theme}

# Check quietly while you type. F5 checks in any case.
live_checks: {live_checks}

# Other keys for what the app does, such as   lesson.next: j
# The names are in the help of each screen (F1).
keys:{keys}
"""


def read_settings(path: Path) -> Settings:
    """The settings in `path`, or the usual ones where there is no file.

    Raises `CourseError` where the file does not say what it should.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"The settings in {path} cannot be read: {error}.") from error
    import yaml

    try:
        values = yaml.safe_load(text) or {}
        if isinstance(values, dict) and values.get("keys") is None:
            values.pop("keys", None)
        settings = msgspec.convert(values, Settings)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise CourseError(
            f"The settings in {path} are not used, because they do not read well: {error}. "
            "Put the file right or delete it."
        ) from error
    if settings.theme not in THEMES:
        raise CourseError(
            f"The settings in {path} ask for the colours '{settings.theme}'. "
            f"There are {', '.join(THEMES)}."
        )
    names = key_ids()
    if unknown := [name for name in settings.keys if name not in names]:
        near = difflib.get_close_matches(unknown[0], names, n=1)
        advice = f"Did you mean `{near[0]}`?" if near else "F1 shows the names."
        raise CourseError(
            f"The settings in {path} are not used: there is no key named `{unknown[0]}`. {advice}"
        )
    return settings


def write_settings(path: Path, settings: Settings) -> None:
    """Write them so that a crash leaves the old file or the new one; `CourseError` if it cannot."""
    keys = "".join(
        f"\n  {name}: {msgspec.json.encode(key).decode()}" for name, key in settings.keys.items()
    )
    text = _TEMPLATE.format(
        themes=", ".join(THEMES),
        theme=settings.theme,
        live_checks="yes" if settings.live_checks else "no",
        keys=keys or " {}",
    )
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise CourseError(f"The settings could not be kept in {path}: {error.strerror}.") from error
