"""`docs/rules.md`: every rule of the gate on one page, made from the rules themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from course.authoring.gate import checks, exercises, lessons, reading, shifts, structure
from course.authoring.gate.rule import HEADINGS, RULES, Rule
from course.learner.questions import KINDS

_LOADED = (checks, exercises, lessons, reading, shifts, structure)
"""What imports every rule."""

HEAD = """\
# The rules of the gate

`course author check` holds lessons and exercises to these rules, and tells where one is broken and
what to do about it. This page is made from the rules (`course author rules --write docs/rules.md`);
what each message asks for is in [Writing lessons and exercises](authoring.md#what-the-gate-says).
"""


def every_rule() -> list[Rule]:
    """The rules in the order of the page; what a kind of question proves is one as well."""
    asked = [
        Rule("question", f"`{kind}`: {_first(inspect.getdoc(how.faults) or '')}")
        for kind, how in KINDS.items()
    ]
    rules = dict.fromkeys([*sorted(RULES, key=lambda one: one.place), *asked])
    return [one for about in HEADINGS for one in rules if one.about == about]


def _first(text: str) -> str:
    line = " ".join(text.split("\n\n")[0].split())
    return line[:1].lower() + line[1:]


def page() -> str:
    """The page in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield HEAD
    rules = every_rule()
    for about, heading in HEADINGS.items():
        yield f"## {heading}\n"
        yield from (f"- {one.says}" for one in rules if one.about == about)
        yield ""
