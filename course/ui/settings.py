"""The learner's settings: a small YAML file that is written with a comment over each line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from course.errors import ContentError, CourseError, WorkspaceError, WrongUse
from course.learner.files import write_file
from course.text import clean_json
from course.ui.keys import key_ids, key_names
from course.ui.theme import DEFAULT, THEMES


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """What can be set. `keys` maps the id of a key (see `course.ui.keys`) to another key."""

    theme: str = DEFAULT
    close_pairs: bool = True
    unindent: bool = True
    mark_errors: bool = True
    completion: bool = True
    signatures: bool = True
    language_server: bool = True
    live_checks: bool = True
    keys: dict[str, str] = {}


SWITCHES: dict[str, tuple[str, str]] = {
    "close_pairs": (
        "Close brackets and quotes",
        "Close brackets and quotes as they are typed, and step over them.",
    ),
    "unindent": (
        "Un-indent after return",
        "After return, pass, break, continue and raise the next line goes one stop back.",
    ),
    "mark_errors": (
        "Mark errors in the editor",
        "Mark what Python cannot read, and names that nothing defines.",
    ),
    "completion": (
        "Complete names (after the first module)",
        "Offer names while they are typed. In the first module nothing is offered.",
    ),
    "signatures": (
        "Show a call's arguments (after the first module)",
        "Show what a function takes, once its parenthesis is open.",
    ),
    "language_server": (
        "Ask the language server",
        "Where `ty` is installed (the extra `complete`), ask it what to offer.",
    ),
    "live_checks": (
        "Check quietly while I type",
        "Check quietly while you type. F5 checks in any case.",
    ),
}
"""What can be on or off: its title, and what is said of it in the file."""
_TEMPLATE = """\
# The settings of the course. Delete a line, or this file, to go back to what it was.

# The colours: {themes}.
theme: {theme}

{switches}

# Other keys for what the app does, such as   lesson.next: j
# The names:
{names}
keys:{keys}
"""


def read_settings(path: Path) -> Settings:
    """The settings in `path`, or the usual ones where there is no file.

    Raises `CourseError` where the file does not say what it should.
    """
    if not path.exists():
        return Settings()
    from course.catalogue.documents import decode, read_document, read_text

    try:
        lines = [line.strip() for line in read_text(path).splitlines()]
        if all(not line or line.startswith("#") for line in lines):
            return Settings()
        document = read_document(path)
        values = document.data
        if isinstance(values, dict) and values.get("keys") is None:
            values.pop("keys", None)
        settings = decode(document, Settings)
    except ContentError as error:
        raise WrongUse(
            f"Your settings are not used:\n{error}\nPut the file right or delete it."
        ) from error
    wrong = [document.problem(steps, words) for steps, words in _wrong(settings)]
    if wrong:
        problems = "\n".join(map(str, wrong))
        raise WrongUse(f"Your settings are not used:\n{problems}")
    return settings


def _wrong(settings: Settings) -> Iterator[tuple[tuple[str, ...], str]]:
    """Colours and keys that there are not: where in the file, and what there is."""
    if settings.theme not in THEMES:
        yield ("theme",), f"there are no colours `{settings.theme}`; there are {', '.join(THEMES)}"
    names = key_ids()
    for name in settings.keys:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            advice = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(names)}"
            yield ("keys", name), f"there is no key named `{name}`; {advice}"


def write_settings(path: Path, settings: Settings) -> None:
    """Write them so that a crash leaves the old file or the new one; `CourseError` if it cannot."""
    keys = "".join(
        f"\n  {name}: {clean_json(msgspec.json.encode(key).decode())}"
        for name, key in settings.keys.items()
    )
    text = _TEMPLATE.format(
        themes=", ".join(THEMES),
        theme=settings.theme,
        switches="\n\n".join(
            f"# {words}\n{name}: {'yes' if getattr(settings, name) else 'no'}"
            for name, (_, words) in SWITCHES.items()
        ),
        keys=keys or " {}",
        names="\n".join(f"#   {name:<24} {words}" for name, words in key_names()),
    )
    try:
        write_file(path, text.encode("utf-8"))
    except CourseError as error:
        raise WorkspaceError(f"The settings could not be kept. {error}") from error
