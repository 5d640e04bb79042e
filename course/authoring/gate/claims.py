"""What the words of a mistake claim about its code is held against that code.

Words that name what the code has not are worse than none: a learner looks for it. Claims are found
where the words speak of what the learner did ("You multiply", "your loop", "`>=` lets ... in"), not
where they say what to do about it.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import types
from collections.abc import Callable, Iterator
from pathlib import Path

from course.authoring.gate.findings import Finding, at
from course.authoring.gate.markdown import spans
from course.authoring.gate.rule import rule
from course.authoring.gate.subject import Subject
from course.catalogue.documents import read_text
from course.catalogue.package import files_of
from course.errors import ContentError
from course.explaining.known_by_words import undone
from course.model import CheckReport, Mistake

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
_TURNS = re.compile(
    r"\b(?:not|no|never|nor|without|instead|but|only|should|must|has to|have to|needs?|forget\w*|"
    r"miss\w*|lacks?|use|write|try|give|ask|hand|put|take|keep|look|add|say|compare|rather|than|"
    r"until|unless|before|if|where|belongs?|wants?|would|could|n't|cannot)\b|n't",
    re.I,
)
_DONE = re.compile(
    r"\b(?:[Yy]ou(?: also| even| still| already)? (?:use|compare|call|check|test|write|return|"
    r"start|begin|count|divide|multiply|add|subtract|raise|catch|print|sort|ask)(?: \w+){0,3}?"
    r"|[Yy]our (?:\w+ ){1,3}?(?:is|uses|says|has|asks|compares|calls|returns|begins with)"
    r"(?: \w+){0,2}?)\s+`([^`]+)`"
)
_OWNED = re.compile(r"\b[Yy]our `([^`]+)`")
_ACTS = re.compile(
    r"^`([^`]+)` (?:lets|counts|leaves|takes the|cuts|keeps|throws|drops|skips|stops your|"
    r"turns|rounds|adds|divides|multiplies|compares|catches|hides|swallows|ends your)\b"
)
_OPERATOR = re.compile(r"^(?:[<>]=?|[=!]=|[-+*/%|&^@]|//|\*\*|[-+*/%|&]=|//=|:=|<<|>>)$")
_LINE = re.compile(r"\b[Ll]ines? \d+\b")
_LITERAL_CLAIM = re.compile(
    r"\b(?:returns?|gives?|prints?|answers?|yields?|gets?|is worth|comes? out as|becomes?) "
    r"(?:the caller |always |back )?`([^`]+)`"
)


@rule(
    "words",
    "The words of a mistake name no line numbers: a learner's lines are others.",
    "What the words say the code does (multiply, loop, sort, raise ...), it does.",
    "Names in the words are in the code, the brief, the solution or Python.",
)
def words_are_true(subject: Subject) -> Iterator[Finding]:
    """An operator or code that the words of a mistake say is there is in the mistake's code."""
    texts = _known(subject)
    for mistake in subject.exercise.mistakes:
        own = _code(mistake.path)
        if not own:
            continue
        if _LINE.search(mistake.message) and subject.kind != "fix":
            text = "names a line, and a learner's code has other lines; say what stands there"
            yield at(mistake.path, 1, text)
        for part in _not_there(mistake, own):
            yield at(
                mistake.path,
                1,
                f"says that the learner's code has `{part}`, and this code has not; correct the "
                "words or the code",
            )
        for deed in undone(mistake.message, own):
            text = f"says that the learner's code has or does this: {deed}. This code does not"
            yield at(mistake.path, 1, f"{text}; correct the words or the code")
        for name in _strange_names(mistake, own, texts):
            text = f"speaks of `{name}`, which is neither in this code nor in the brief, nor is it "
            yield at(mistake.path, 1, f"{text}Python's; correct the name")


def _code(path: Path) -> str:
    """The program of a mistake without its docstring, as `ast` writes it; "" where it is none."""
    try:
        tree = ast.parse(read_text(path))
    except (SyntaxError, ContentError, ValueError):
        return ""
    del tree.body[0]
    return ast.unparse(tree)


def _not_there(mistake: Mistake, own: str) -> Iterator[str]:
    """Operators and pieces of code that the words say the learner used, and that are not there."""
    bare = _squeezed(own)
    for sentence in _SENTENCE.split(" ".join(mistake.message.split())):
        for match in _DONE.finditer(sentence):
            if _TURNS.search(sentence[: match.start()]):
                continue
            part = match[1].strip()
            if not _is_there(part, own, bare):
                yield part
        acting = (one for one in _ACTS.finditer(sentence) if _OPERATOR.match(one[1]))
        for match in (*_OWNED.finditer(sentence), *acting):
            if not _is_there(match[1].strip(), own, bare):
                yield match[1].strip()


def _is_there(part: str, own: str, bare: str) -> bool:
    """Whether an operator or other code is in a program; plain values may come out of it."""
    if _OPERATOR.match(part):
        return part in _operators(own)
    try:
        ast.literal_eval(part)
        return True
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        pass
    words = re.findall(r"[A-Za-z_]\w*", part)
    return _squeezed(part).strip("():.") in bare or all(
        re.search(rf"\b{re.escape(word)}\b", own) for word in words
    )


def _operators(code: str) -> set[str]:
    import io
    import tokenize

    operators = {
        token.string
        for token in tokenize.generate_tokens(io.StringIO(code).readline)
        if token.type == tokenize.OP
    }
    return operators | {
        one[:-1] for one in operators if one.endswith("=") and one not in ("==", "!=")
    }


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).replace('"', "'")


def _known(subject: Subject) -> str:
    """Every text of the exercise in which a name may stand: brief, hints, tests, solution, data."""
    source = subject.exercise.source
    files = [
        subject.starter_path,
        subject.exercise.solution_path,
        *subject.exercise.test_files,
        *subject.exercise.data_files,
    ]
    parts = [source.brief, *source.hint_texts, *source.probes, source.after or "", source.title]
    for place in files:
        for file in files_of(place) if place.is_dir() else [place]:
            try:
                parts.append(file.read_text(encoding="utf-8", errors="replace"))
            except OSError:
                continue
    return "\n".join(parts)


_TYPES = (str, bytes, int, float, list, tuple, dict, set, frozenset, object, type, Exception, range)
_PYTHONS = frozenset(
    {*dir(builtins), *keyword.kwlist, *keyword.softkwlist, *dir(types)}
    | {"async_generator", "coroutine", "generator", "function", "module", "NoneType", "self"}
    | {name for one in _TYPES for name in dir(one)}
)


def _strange_names(mistake: Mistake, own: str, texts: str) -> Iterator[str]:
    """Names in backquotes that no code and no text of the exercise knows."""
    for part in spans(mistake.message):
        if not re.fullmatch(r"[A-Za-z_]\w*(?:\(\))?", part):
            continue
        name = part.removesuffix("()")
        if len(name) == 1 or name in _PYTHONS or re.search(rf"\b{re.escape(name)}\b", own):
            continue
        if re.search(rf"\b{re.escape(name)}\b", texts):
            continue
        if _is_of_a_library(name, own):
            continue
        yield name


def _is_of_a_library(name: str, own: str) -> bool:
    """Whether a module that the code imports has that name, or it is a module itself."""
    import importlib
    import sys

    if name in sys.stdlib_module_names:
        return True
    for node in ast.walk(ast.parse(own)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for module in names:
            if module.split(".")[0] not in sys.stdlib_module_names:
                return True  # a framework; it is not loaded for a word
            if hasattr(importlib.import_module(module), name):
                return True
    return False


@rule("words")
def values_are_seen(mistake: Mistake, report: CheckReport, own: str) -> Iterator[Finding]:
    """A value that the words say comes out does come out, in a test or a probe of the mistake."""
    texts = " ".join(
        [
            *(probe.value + " " + probe.printed for probe in report.probes),
            *(f"{test.got} {test.message} {test.printed}" for test in report.tests),
            *(str(test.exception.message) for test in report.tests if test.exception),
            *(str(test.exception.type) for test in report.tests if test.exception),
            own,
        ]
    )
    bare = _squeezed(texts)
    for sentence in _SENTENCE.split(" ".join(mistake.message.split())):
        for match in _LITERAL_CLAIM.finditer(sentence):
            claim = match[1].strip()
            try:
                ast.literal_eval(claim)
            except (ValueError, SyntaxError):
                continue
            before = sentence[: match.start()]
            if _TURNS.search(before) or not _about_the_learner(sentence):
                continue
            if _squeezed(claim) not in bare:
                text = f"says that `{claim}` comes out, and no test or probe of this code gives it"
                yield at(mistake.path, 1, f"{text}; correct the words")


def _about_the_learner(sentence: str) -> bool:
    return bool(re.match(r"(?:You|Your|The caller|So|It)\b", sentence))


def code_of(mistake: Mistake) -> str:
    """The mistake's program without its words."""
    return _code(mistake.path)


Look = Callable[[Subject], Iterator[Finding]]
