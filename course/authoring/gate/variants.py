"""Variants of a lesson's questions prove themselves: all of them run in one process.

A process for each would take minutes. So the programs of all variants are carried by one that runs
them one after the other and prints what each did; it runs beside the lesson's own programs.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from course.authoring.gate.rule import rule
from course.learner.questions import KINDS, kind_of
from course.learner.questions.kind import Fault
from course.learner.questions.tried import in_short, is_python, same
from course.learner.questions.variants import (
    FEWEST,
    in_words,
    names_in,
    standing,
    together,
    variants_of,
    varied,
)
from course.model import ExceptionInfo, Lesson, ProgramReport, Question, Verdict

_CARRIER = """\
import contextlib as _contextlib, io as _io, json as _json, sys as _sys, types as _types
def _apart():
    # A site finds its URLs in the program that runs, and a database is as it was before it.
    if "django.urls" in _sys.modules:
        _sys.modules["django.urls"].clear_url_caches()
    stack = _contextlib.ExitStack()
    settings = getattr(_sys.modules.get("django.conf"), "settings", None)
    if settings is not None and settings.configured and "django.db" in _sys.modules:
        if "dummy" not in settings.DATABASES.get("default", {}).get("ENGINE", "dummy"):
            transaction = _sys.modules["django.db"].transaction
            stack.enter_context(transaction.atomic())
            stack.callback(transaction.set_rollback, True)
    return stack
def _one(source, check, stdin):
    out, steps, own = _io.StringIO(), 0, _sys.modules["__main__"]
    _sys.modules["__main__"] = program = _types.ModuleType("__main__")
    space = program.__dict__
    def count(frame, event, arg):
        nonlocal steps
        if frame.f_code.co_filename != "<variant>":
            return None
        steps += event == "line"
        if steps > 20_000:
            raise TimeoutError("it runs too many lines")
        return count
    error = message = held = None
    _sys.stdin = _io.StringIO(stdin)
    try:
        with _apart(), _contextlib.redirect_stdout(out), _contextlib.redirect_stderr(out):
            code, before = compile(source, "<variant>", "exec"), _sys.gettrace()
            _sys.settrace(count)
            try:
                exec(code, space)
            finally:
                _sys.settrace(before)
            if check is not None:
                held = bool(eval(check, space))
    except BaseException as caught:
        error, message = type(caught).__name__, str(caught)[:200]
    _sys.modules["__main__"] = own
    return [out.getvalue()[:600], error, message, held, steps]
for _name in _FILES:
    with _contextlib.suppress(Exception), _contextlib.redirect_stdout(_io.StringIO()):
        __import__(_name)
_before, _found = _sys.stdin, []
for _program in _json.loads(_PROGRAMS):
    _found.append(_one(*_program))
_sys.stdin = _before
print(_json.dumps(_found))
"""
_LONGER = 1.5
"""How many times as many lines as the question as it is written a variant may run."""
_MOST_ALIKE = 1 / 3
_TOKEN = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w]|\.\d)|[A-Za-z_]\w*")
_MARKED = re.compile(r"`[^`]+`|\"[^\"\n]+\"")
_SMALL = 2
_ARTICLES = re.compile(r"(?<!\w)(?:[Aa] [aei]\w+|[Aa] o(?!ne)\w+|[Aa]n [b-df-gj-np-tv-z]\w+)")
"""Articles that do not go with the word after them; of `u` and `h` nothing is said."""
_SPELT = dict(
    enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])
) | {10: "ten", 11: "eleven", 12: "twelve", 20: "twenty", 100: "hundred"}
Run = Callable[..., Awaitable[ProgramReport]]


@dataclass(slots=True)
class _Ran:
    """What a program of a variant did; `steps` counts the lines it ran."""

    printed: str
    error: str | None
    message: str | None
    held: bool | None
    steps: int


@dataclass(slots=True)
class _Asked:
    """A question of a lesson in all its variants, the written one first, and what each did."""

    number: int
    kind: str
    question: Question
    forms: list[Question]
    right: list[_Ran] = field(default_factory=list)
    wrong: list[_Ran | None] = field(default_factory=list)

    @property
    def again(self) -> _Ran:
        """What is written, run once more after all the variants."""
        return self.right[-1]


async def variant_faults(lesson: Lesson, run: Run) -> list[tuple[int, Fault]]:
    """What is wrong with the variants of a lesson's questions: the step's number and the fault."""
    asked = [
        _Asked(number, step.kind, step.content, [varied(step.content, it) for it in range(count)])
        for number, step in enumerate(lesson.steps)
        if isinstance(step.content, Question) and (count := variants_of(step.content) + 1) > 1
    ]
    faults = [(one.number, fault) for one in asked for fault in _unfit(one)]
    asked = [one for one in asked if one.number not in {number for number, _ in faults}]
    if not asked:
        return faults
    programs: list[tuple[str, str | None, str]] = []
    for one in asked:
        for form in (*one.forms, one.forms[0]):
            check, stdin = getattr(form, "check", None), getattr(form, "stdin", "")
            wrong = KINDS[one.kind].wrong(form)
            programs.append((KINDS[one.kind].right(form), check, stdin))
            programs.append((wrong if is_python(wrong) else "", check, stdin))
    needs = tuple(sorted({need for one in asked for need in getattr(one.question, "needs", ())}))
    sites = lesson.files if "django" in needs else ()  # before the first program, as all share one
    files = [name.removesuffix(".py") for name in sites if name.endswith(".py")]
    carrier = f"_PROGRAMS = {json.dumps(programs)!r}\n_FILES = {files!r}\n{_CARRIER}"
    report = await run(carrier, needs=needs)
    try:
        runs = [_Ran(*did) for did in json.loads(report.printed.strip().splitlines()[-1])]
    except (ValueError, IndexError, TypeError):
        names = ", ".join(f"step {one.number + 1}" for one in asked)
        why = report.limit or (report.exception and report.exception.message) or "it is stopped"
        words = f"the variants of this lesson ({names}) do not run to their end: {why}"
        return [*faults, (asked[0].number, Fault(f"{words}; give them smaller values", _PART))]
    for one in asked:
        ran = 2 * len(one.forms) + 2
        own, runs = runs[:ran], runs[ran:]
        one.right, one.wrong = own[::2], list(own[1::2])
        faults += [(one.number, fault) for fault in await _faults(one)]
    return faults


_PART = ("variants",)


@rule("question")
def _unfit(asked: _Asked) -> Iterator[Fault]:
    """A name of `variants` stands in the code, in one list only; there are 20 variants at least."""
    for name, times in Counter(names_in(asked.question)).items():
        if times > 1:
            words = f"`{name}` is named {times} times; name all that changes together in one list"
            yield Fault(words, _PART)
    code = f"{asked.question.program}\n{getattr(asked.question, 'stdin', '')}"
    for names in getattr(asked.question, "variants", {}):
        if not any(standing(name).search(code) for name in together(names)):
            words = f"`{names}` does not stand in the code; name a value as it is written there"
            yield Fault(words, (*_PART, names))
    if (count := len(asked.forms) - 1) < FEWEST:
        words = f"its lists make {count} variants; give values for at least {FEWEST}"
        yield Fault(words, _PART)


@rule(
    "question",
    "No answer is that of more than a third of a question's variants.",
    "What is said about a question is true of its variants.",
)
async def _faults(asked: _Asked) -> list[Fault]:
    """Each variant of a question runs, is as hard as what is written, and asks something."""
    written = asked.right[0]
    if written.error and asked.kind != "predict":
        ends = f"as it is written it ends with {written.error}: {written.message}"
        return [Fault(f"{ends}; so its variants prove nothing", _PART)]
    if _answer(asked.again) != _answer(written):
        words = f"run once more after its variants it gives {in_short(_answer(asked.again))}"
        return [Fault(f"{words}: they leave something behind, so they prove nothing", _PART)]
    for number in range(1, len(asked.forms)):
        did, form = asked.right[number], asked.forms[number]
        trouble = (
            _differs(did, written)
            or await _not_right(asked, number)
            or _stale(asked.question, form, written, did)
        )
        if trouble:
            name = f"variant {number} ({in_words(asked.question, number)})"
            return [Fault(f"{name}: {trouble}", _PART)]
    answers = Counter(_answer(did) for did in asked.right[1:-1])
    if asked.kind != "predict":  # what is filled in or found is the same each time
        answers = Counter(str(_texts(form)) for form in asked.forms[1:])
    answer, most = answers.most_common(1)[0]
    if most > _MOST_ALIKE * (len(asked.forms) - 1):
        words = f"{most} of {len(asked.forms) - 1} variants have the same answer"
        return [Fault(f"{words}, {in_short(answer)}; choose values that tell", _PART)]
    return []


def _answer(did: _Ran) -> str:
    return did.error or did.printed.strip()


def _texts(form: Question) -> tuple[Any, ...]:
    return (*(text for _, text in form.texts()), form.program)


def _differs(did: _Ran, written: _Ran) -> str:
    """How a variant is another question than the one that is written; "" where it is none."""
    if did.error != written.error:
        ends = f"ends with {did.error}: {did.message}" if did.error else "ends without an error"
        return f"it {ends}, unlike the question as it is written; choose other values"
    if len(did.printed.splitlines()) != len(written.printed.splitlines()):
        return f"it prints {in_short(did.printed)}: not as many lines as what is written"
    if len(did.printed) > 2 * len(written.printed) + 10:
        return f"it prints {in_short(did.printed)}, which is much longer than what is written"
    low, high = written.steps / _LONGER, written.steps * _LONGER
    if not low - 1 <= did.steps <= high + 1:
        return (
            f"it runs {did.steps} lines and what is written {written.steps}, so it is not as hard; "
            "choose values nearer to each other"
        )
    return ""


async def _not_right(asked: _Asked, number: int) -> str:
    """Why the right answer of a variant is not right, or a wrong one is."""
    form, did, wrong = asked.forms[number], asked.right[number], asked.wrong[number]
    if asked.kind == "predict":
        faults = await KINDS[asked.kind].faults(form, _as_it_ran(did))
        return faults[0].text if faults else ""
    check, output = getattr(form, "check", None), getattr(form, "output", None)
    if check is not None and not did.held:
        return f"`{in_short(check)}` is not true of the right answer"
    if wrong is None or (check is None and output is None):
        return ""
    alike = not wrong.error and (output is None or same(wrong.printed, did.printed))
    if alike and (check is None or wrong.held) and KINDS[asked.kind].wrong(form):
        return "a wrong answer is right as well; choose values that tell them apart"
    return ""


def _as_it_ran(did: _Ran) -> Any:
    """Runs nothing: what the program did is known."""
    exception = ExceptionInfo(did.error, did.message or "") if did.error else None
    verdict = Verdict.FAILED if did.error else Verdict.PASSED
    report = ProgramReport(verdict, did.printed, exception)

    async def run(*_: object, **__: object) -> ProgramReport:
        return report

    return run


# ---------------------------------------------------------------- words that stay true


def _stale(question: Question, form: Question, written: _Ran, did: _Ran) -> str:
    """What is said about the question as it is written and not true of a variant."""
    before, now = _prose(question), _prose(form)
    named = names_in(question)
    for name in named:
        like = "|".join(re.escape(it) for it in (name.capitalize(), name.upper()))
        alike = re.compile(rf"(?<!\w)(?:{re.escape(name)}e?s|{like})(?!\w)")
        if name.islower() and len(name) > 1 and (number_match := alike.search(now)):
            return f"the words name `{number_match.group()}`, and `{name}` is another one here"
        spelt = _SPELT.get(int(name)) if name.isdecimal() else None
        if spelt and re.search(rf"(?<!\w){spelt}(?!\w)", now, re.IGNORECASE):
            return f"the words say {spelt}, and {name} is another number here; write it as {name}"
    for article in _ARTICLES.finditer(f"{now}\n{form.program}"):
        if article[0] not in f"{before}\n{question.program}":
            return f"the words now say “{article[0]}”; choose values that begin alike"
    shown, printed = written.printed.strip(), did.printed.strip()
    if shown and f"`{shown}`" in before and f"`{printed}`" not in now:
        return (
            f"the words say that `{in_short(shown)}` is printed, and it is {in_short(printed)}; "
            "let them change together"
        )
    said_before, said_now = _said(before), _said(now)
    was, tokens = _TOKEN.findall(written.printed), _TOKEN.findall(did.printed)
    for token, here in zip(was, tokens, strict=False):
        if token in said_before and here not in said_now:
            return (
                f"the words name {token}, which is printed, and it is {here} here; let them change "
                "together, or leave it out"
            )
    code = set(_TOKEN.findall(form.program)) | set(_TOKEN.findall(kind_of(form).right(form)))
    kept = said_before & said_now - code - set(tokens)
    numeric = any(name.lstrip("-")[:1].isdigit() for name in named)
    for token in sorted(kept):
        number = token.lstrip("-")[:1].isdigit()
        if token in was or (numeric and number and abs(float(token)) > _SMALL):
            return (
                f"the words name {token}, which is so only as the question is written; leave it "
                "out, or say it without the value"
            )
    return ""


def _prose(question: Question) -> str:
    return "\n".join(text for _, text in question.texts())


def _said(prose: str) -> set[str]:
    """The numbers in a text, and the words that are marked in it as code or quoted."""
    numbers = {token for token in _TOKEN.findall(prose) if token.lstrip("-")[:1].isdigit()}
    marked = {token for mark in _MARKED.findall(prose) for token in _TOKEN.findall(mark)}
    return numbers | marked
