"""Hints lead step by step; neither they, nor the starter, nor a mistake's words are the answer."""

from __future__ import annotations

import ast
import difflib
import io
import re
import tokenize
from collections.abc import Iterator

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject, python_files
from course.authoring.gate.taught import links_of
from course.catalogue.documents import read_text

_FRAME = re.compile(
    r"^(?:async def|def|class|import|from|@|else\b|try\b|finally\b|pass\b|#|[\[\](){}]*,?$)"
)
_SHORTEST = 9  # characters without spaces: `total=0` may be in any hint
_ALIKE = 0.9


def telling_lines(subject: Subject) -> tuple[str, ...]:
    """The lines of the solution that are the answer: not in the starter, and no mere frame."""
    if subject.kind in ("test", "review", "repo") or not subject.exercise.solution_path.exists():
        return ()
    given = {line for file in python_files(subject.starter_path) for line in _lines(_text(file))}
    lines = [
        line
        for file in python_files(subject.exercise.solution_path)
        for line in _lines(_text(file))
        if line not in given
    ]
    return tuple(dict.fromkeys(lines))


def _text(file: object) -> str:
    try:
        return read_text(file)  # type: ignore[arg-type]
    except Exception:  # told of elsewhere
        return ""


def bare_code(source: str) -> str:
    """Code as Python reads it, without docstrings: two ways of writing the same are one."""
    return ast.unparse(_Bare().visit(ast.parse(source)))


def _lines(source: str) -> Iterator[str]:
    """Lines of code without spaces, comments and docstrings."""
    try:
        code = bare_code(source)
    except SyntaxError:
        code = source
    for line in code.splitlines():
        bare = _squeezed(line.strip().removeprefix("return "))
        if len(bare) >= _SHORTEST and not _FRAME.match(line.strip()):
            yield bare


class _Bare(ast.NodeTransformer):
    """Takes docstrings away."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        text = isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        return None if text else node


def _squeezed(text: str) -> str:
    """Without spaces, and with one kind of quotes: two ways of writing a line are one."""
    return re.sub(r"\s+", "", text).replace('"', "'")


def given_away(text: str, lines: tuple[str, ...]) -> list[str]:
    """Those of the solution's lines that a text holds."""
    squeezed = _squeezed(text).replace("`", "")
    return [line for line in lines if line in squeezed]


@rule(
    "words", "The last hint leaves something to write where the solution has more than three lines."
)
def hints_keep_the_answer(subject: Subject) -> Iterator[Finding]:
    """Only the last hint nearly gives the answer away: no other holds most of the solution."""
    lines = telling_lines(subject)
    if not lines:
        return
    hints = subject.exercise.source.hint_texts
    for number, hint in enumerate(hints):
        given = given_away(hint, lines)
        last = number == len(hints) - 1
        share = len(given) / len(lines)
        if last and len(lines) > 3 and share == 1:
            text = f"the last hint is the whole solution ({len(lines)} lines); leave some to write"
            yield subject.in_yaml(text, "hints", number)
        elif not last and share > 0.5 and (len(given) > 1 or len(lines) == 1):
            yield subject.in_yaml(
                f"hint {number + 1} of {len(hints)} is the solution already ({len(given)} of its "
                f"{len(lines)} lines); ask or show a first step here",
                "hints",
                number,
            )


@rule("words")
def hints_differ(subject: Subject) -> Iterator[Finding]:
    """Each hint is a step further: no two say the same."""
    hints = [
        " ".join(re.findall(r"\w+", hint.lower())) for hint in subject.exercise.source.hint_texts
    ]
    for number, hint in enumerate(hints):
        for before in range(number):
            if difflib.SequenceMatcher(None, hints[before], hint).ratio() > _ALIKE:
                text = f"hint {number + 1} says what hint {before + 1} says; make it a step further"
                yield subject.in_yaml(text, "hints", number)
                break


_POINTER = re.compile(r'\b[Ll]esson "([^"]+)"(?:, steps? (\d+)(?: and (\d+))?)?')


@rule("words")
def hints_lead_to_lessons(subject: Subject) -> Iterator[Finding]:
    """A hint that sends back to a lesson and its step names those that there are."""
    steps = {one.source.title: len(one.steps) for one in subject.content.lessons.values()}
    for number, hint in enumerate(subject.exercise.source.hint_texts):
        for title, *named in _POINTER.findall(" ".join(hint.split())):
            if title not in steps:
                text = f"no lesson is called “{title}”; correct the title"
                yield subject.in_yaml(text, "hints", number)
            elif any(int(step) > steps[title] for step in named if step):
                text = f"“{title}” has {steps[title]} steps; correct the number"
                yield subject.in_yaml(text, "hints", number)


@rule("words", "`see:` names a step that there is, and no later lesson.")
def hints_are_linked(subject: Subject) -> Iterator[Finding]:
    """For each hint there is a step of a lesson that taught what it is about."""
    content, exercise = subject.content, subject.exercise
    links = links_of(content)
    home = content.lesson_of(exercise.id)
    order = content.lesson_ids
    own = len(exercise.source.hints) - sum(len(it.source.hints) for it in exercise.milestones)
    for number, hint in enumerate(exercise.source.hints):
        place = ("hints", number) if number < own else ()
        link = links.of_hint(hint, exercise.source.practises)
        if link is None and not content.is_whole:
            continue  # the lesson that cannot be read may be the one
        if link is None:
            what = f"hint {number + 1} leads to no step of a lesson"
            text = f"{what}; name one with `see:`, or a concept under `practises` that is taught"
            yield subject.in_yaml(text, *place)
        elif home in order and order.index(link.lesson) > order.index(home):
            text = f"hint {number + 1} leads to {link.lesson}, which comes later; name another step"
            yield subject.in_yaml(text, *place)


@rule("exercise")
def the_starter_keeps_the_answer(subject: Subject) -> Iterator[Finding]:
    """No comment of the starter holds lines of the solution."""
    lines = telling_lines(subject)
    if not lines or subject.exercise.package:
        return
    for line, comment in _comments(subject.exercise.starter):
        if given := given_away(comment, lines):
            text = f"this comment has a line of the solution (`{given[0]}`); take it out"
            yield at(subject.starter_path, line, text)


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """Each comment with its line; what cannot be read as Python has none."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string.lstrip("#")
    except (tokenize.TokenError, SyntaxError):
        return


@rule("words")
def mistakes_keep_the_answer(subject: Subject) -> Iterator[Finding]:
    """The words of a mistake show the way out and not the line that is the answer."""
    lines = telling_lines(subject)
    for mistake in subject.exercise.mistakes:
        own = set(_lines(_text(mistake.path)))
        answer = tuple(line for line in lines if line not in own and len(line) > _SHORTEST)
        if given := given_away(mistake.message, answer):
            text = f"the words have the answer in them (`{given[0]}`); say what to think about"
            yield at(mistake.path, 1, text)
