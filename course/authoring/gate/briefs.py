"""What a brief says is so: names, examples, and everything that the tests ask for."""

from __future__ import annotations

import ast
import builtins
import difflib
import io
import json
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.markdown import Block, blocks, spans
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.authoring.gate.texts import own_brief
from course.catalogue.constructs import constructs
from course.catalogue.documents import read_text
from course.catalogue.kinds import MILESTONE
from course.catalogue.names import EXERCISE_FILE
from course.model import Exercise, Verdict

_CALL = re.compile(r"^(?:await )?([A-Za-z_]\w*)\(.*\)$", re.S)
_ERROR = re.compile(r"^(?:an? |raises? (?:an? )?|`)*([A-Z]\w*(?:Error|Exception|Iteration|Exit))\b")
_SEPARATORS = re.compile(r"(?:, | \(|; |: | - | and | or |\. )")
_PYTHON = ("python", "py", "pycon", "")
_PLAIN = ("write", "fix", "refactor")


# ---------------------------------------------------------------- names


@rule("exercise", "A function that a brief calls by name is there.")
def a_brief_names_what_is_tested(subject: Subject) -> Iterator[Finding]:
    """A brief names everything that the tests import from the learner's file."""
    exercise = subject.exercise
    if subject.kind in ("test", "review", "repo") or exercise.package:
        return
    brief = exercise.source.brief
    tested = _imported(subject)
    for name in tested:
        if not re.search(rf"\b{re.escape(name)}\b", brief + exercise.starter):
            text = f"the tests use `{name}`, and the brief does not name it; say what it is to do"
            yield subject.in_yaml(text, "brief")
    text = _everything_else(subject)
    for span in spans(brief):
        match = _CALL.match(span)
        if match is None or match[1] in dir(builtins) or _says(match[1], text):
            continue
        near = difflib.get_close_matches(match[1], sorted(tested), n=1)
        advice = f"did you mean `{near[0]}`?" if near else "correct the name"
        words = f"the brief speaks of `{match[1]}()`, which no file of the exercise has; {advice}"
        yield subject.in_yaml(words, "brief")


_KEY = re.compile(r"""["']([A-Za-z_]\w{3,})["']""")


@rule("exercise")
def keys_are_spelt_as_in_the_code(subject: Subject) -> Iterator[Finding]:
    """A key that a brief names in quotes is spelt as in the code."""
    brief = subject.exercise.source.brief
    keys = {match[1] for span in spans(brief) if (match := _KEY.fullmatch(span))}
    text = _everything_else(subject) if keys else ""
    known = {word.casefold(): word for word in re.findall(r"[A-Za-z_]\w+", text)}
    for key in sorted(keys):
        near = difflib.get_close_matches(key.casefold(), known, n=1, cutoff=0.8)
        if near and key.casefold() not in known:
            problem = f'the brief speaks of `"{key}"`; did you mean `"{known[near[0]]}"`?'
            line = subject.content.line_of(subject.folder / EXERCISE_FILE, ("brief",), key)
            yield at(subject.folder / EXERCISE_FILE, line, problem)


def _says(name: str, text: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", text))


def _imported(subject: Subject) -> list[str]:
    """The names that the tests import from the learner's module, or use as its attributes."""
    module = subject.exercise.module_name
    names: list[str] = []
    for file in subject.exercise.test_files:
        for node in ast.walk(ast.parse(read_text(file))):
            if isinstance(node, ast.ImportFrom) and node.module == module:
                names += [alias.name for alias in node.names if alias.name != "*"]
            elif (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == module
                and not node.attr.startswith("__")
            ):
                names.append(node.attr)
    return list(dict.fromkeys(names))


def _everything_else(subject: Subject) -> str:
    """The text of every file of the exercise but its words; the blocks of its brief too."""
    texts = [block.code for block in blocks(subject.exercise.source.brief)]
    for file in subject.folder.rglob("*"):
        if file.is_file() and file.suffix != ".yaml" and "__pycache__" not in file.parts:
            texts.append(file.read_text(encoding="utf-8", errors="replace"))
    return "\n".join(texts)


@rule("exercise")
def a_brief_says_what_raises(subject: Subject) -> Iterator[Finding]:
    """An exception that the solution raises and a test asks for is named in the brief."""
    exercise = subject.exercise
    if subject.kind not in _PLAIN or exercise.package:
        return
    texts = f"{exercise.source.brief}\n{exercise.starter}"
    raised = {
        name.removeprefix("raises:")
        for name in constructs(subject.solution)
        if name.startswith("raises:")
    }
    asked: dict[str, int] = {}
    for file in exercise.test_files:
        for node in ast.walk(ast.parse(read_text(file))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "attr", "") in ("raises", "assertRaises")
                and node.args
            ):
                kinds = node.args[0].elts if isinstance(node.args[0], ast.Tuple) else node.args[:1]
                for kind in kinds:
                    name = ast.unparse(kind).rpartition(".")[2]
                    if name in raised and not _says(name, texts):
                        asked.setdefault(name, node.lineno)
    for name in asked:
        text = f"a test wants a `{name}`, and the brief does not say so; name it, and when it comes"
        yield subject.in_yaml(text, "brief")


@rule("exercise")
def a_brief_shows_a_call(subject: Subject) -> Iterator[Finding]:
    """A brief shows an example: a block of code, or a call and what comes of it."""
    exercise = subject.exercise
    if subject.kind != "write" or exercise.package:
        return
    brief = exercise.source.brief
    if blocks(brief) or any("(" in span or "=" in span or " " in span for span in spans(brief)):
        return
    yield subject.in_yaml("the brief has no example; show a call and what it gives", "brief")


# ---------------------------------------------------------------- examples


class BriefExample(NamedTuple):
    """A statement of a brief's block. `wanted` is what the comment beside it says, if anything."""

    line: int
    code: str
    is_call: bool
    wanted: str


_RUNS = """\
import ast, asyncio, inspect, json, sys, {module} as _module
_names = {{{module!r}: _module, **vars(_module)}}
_told = []
def _value(code, mode):
    made = compile(code, "<brief>", mode, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    got = eval(made, _names)
    return asyncio.run(got) if made.co_flags & inspect.CO_COROUTINE else got
def _plain(value):
    return list(value) if type(value).__name__ in (
        "generator", "map", "filter", "zip", "enumerate", "reversed", "dict_keys", "dict_values",
        "dict_items") else value
for _number, _code, _is_call, _wants, _error in {examples!r}:
    try:
        _got = _plain(_value(_code, "eval" if _is_call else "exec"))
    except BaseException as _raised:
        _kind = type(_raised).__name__
        _kinds = [one.__name__ for one in type(_raised).__mro__]
        if _error and _error not in _kinds or (_wants and not _error):
            _told.append([_number, "raised", _kind, str(_raised)[:200]])
        if not _error:
            break
        continue
    if _error:
        _told.append([_number, "returned", repr(_got)[:200], _error])
    for _want in _wants[:1]:
        try:
            _is = eval(_want, _names)
        except BaseException:
            break
        try:
            _same = bool(_got == _is) or repr(_got) == repr(_is) or str(_got) == str(_is)
        except BaseException:
            break
        if not _same:
            _told.append([_number, "returned", repr(_got)[:200], _want])
print("\\n<brief>" + json.dumps(_told))
"""


@rule("exercise")
async def examples_of_a_brief_are_so(subject: Subject) -> list[Finding]:
    """What a brief says that a call gives is what the solution gives."""
    exercise = subject.exercise
    if subject.kind in ("review", "repo") or exercise.package:
        return []
    if set(exercise.source.needs) & {"django", "localhost", "processes"}:
        return []
    problems: list[Finding] = []
    for file, brief in _briefs(exercise):
        for block in blocks(brief):
            if block.language not in _PYTHON:
                continue
            examples = examples_of(block)
            if any(one.wanted for one in examples):
                problems += await _tried(subject, file, examples)
    return problems


def _briefs(exercise: Exercise) -> Iterator[tuple[Path, str]]:
    """The brief of an exercise and those of its milestones, each with its file."""
    yield exercise.folder / EXERCISE_FILE, own_brief(exercise)
    for stage in exercise.milestones:
        yield stage.folder / MILESTONE, stage.source.brief


def _program(subject: Subject) -> tuple[str, str]:
    """The module that examples call and its code: the solution, or what is to be tested."""
    if subject.kind == "test":
        module = str(subject.exercise.source.under_test)
        return module, read_text(subject.folder / f"{module}.py")
    return subject.exercise.module_name, subject.solution


def examples_of(block: Block) -> list[BriefExample]:
    """The statements of a block in order; none where it is not Python."""
    code = _without_prompts(block.code)
    try:
        tree = ast.parse(code)
        comments = {
            token.start[0]: token.string.lstrip("# ").strip()
            for token in tokenize.generate_tokens(io.StringIO(code).readline)
            if token.type == tokenize.COMMENT
        }
    except (SyntaxError, tokenize.TokenError):
        return []
    return [
        BriefExample(
            block.before + node.lineno,
            ast.unparse(node),
            isinstance(node, ast.Expr),
            comments.get(node.end_lineno or node.lineno, "") if isinstance(node, ast.Expr) else "",
        )
        for node in tree.body
    ]


def _without_prompts(code: str) -> str:
    """A session with `>>>` as code with comments: what came out goes beside the call."""
    if ">>>" not in code:
        return code
    lines: list[str] = []
    for line in code.splitlines():
        if line.lstrip().startswith((">>> ", "... ")):
            lines.append(line.lstrip()[4:])
        elif line.strip() and lines and "#" not in lines[-1]:
            lines[-1] += f"  # {line.strip()}"
    return "\n".join(lines) + "\n"


def _wants(comment: str) -> tuple[list[str], str]:
    """The value that a comment says comes out, and the exception: at most one of the two."""
    comment = comment.strip().strip("`")
    if error := _ERROR.match(comment):
        return [], error[1]
    ends = [len(comment), *(match.start() for match in _SEPARATORS.finditer(comment))]
    for end in sorted(set(ends), reverse=True):
        words = comment[:end].strip().strip("`")
        try:
            tree = ast.parse(words, mode="eval")
        except (SyntaxError, ValueError):
            continue
        try:
            ast.literal_eval(tree)
        except (ValueError, TypeError):
            if end == len(comment) and isinstance(tree.body, ast.Call):
                return [words], ""
            continue
        return [words], ""
    return [], ""


async def _tried(subject: Subject, file: Path, examples: list[BriefExample]) -> list[Finding]:
    exercise = subject.exercise
    asked = [(n, one.code, one.is_call, *_wants(one.wanted)) for n, one in enumerate(examples)]
    if not any(wants or error for *_, wants, error in asked):
        return []
    module, source = _program(subject)
    program = _RUNS.format(module=module, examples=asked)
    files: dict[str, str | bytes] = {f"{module}.py": source}
    for data in exercise.data_files:
        files[data.relative_to(exercise.folder).as_posix()] = data.read_bytes()
    report = await subject.runs.run(program, needs=exercise.source.needs, files=files)
    _, mark, answer = report.printed.rpartition("<brief>")
    if not mark or report.verdict is not Verdict.PASSED:
        return []
    return [
        told
        for number, how, value, words in json.loads(answer)
        if (told := _told(subject, file, examples[number], how, value, words)) is not None
    ]


def _told(
    subject: Subject, file: Path, one: BriefExample, how: str, value: str, words: str
) -> Finding | None:
    whose = "the code to test" if subject.kind == "test" else "the solution"
    first = subject.content.line(file, "brief")
    line = first + one.line if first else None
    call = one.code if len(one.code) <= 60 else f"{one.code[:57]}..."
    if how == "returned":
        problem = f"the brief says that `{call}` gives {words}, and {whose} gives {value}"
        return at(file, line, f"{problem}; correct one of them")
    if value == "NameError":
        name = (re.search(r"'(\w+)'", words) or ["", ""])[1]
        near = difflib.get_close_matches(name, _imported(subject), n=1)
        called = _CALL.match(one.code)
        if not near or called is None or called[1] != name:
            return None  # an example that only shows how something is used
        return at(file, line, f"the brief calls `{name}`; did you mean `{near[0]}`?")
    problem = f"the brief says that `{call}` gives something, and {whose} ends with {value}"
    return at(file, line, f"{problem}: {words}; correct one of them")
