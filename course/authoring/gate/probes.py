"""Probes tell behaviours apart: each is a call that can be made, and says the same every time."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

from course.authoring.gate.findings import Finding
from course.authoring.gate.rule import rule
from course.authoring.gate.stability import HASH_SEEDS, uses_hashes
from course.authoring.gate.subject import Subject
from course.catalogue.documents import read_text
from course.explaining.known_by_answers import Answers, differ
from course.model import CheckReport, ProbeResult

_NOT_CALLED_SO = re.compile(
    r"(?:takes|missing) .*(?:positional argument|required (?:positional|keyword)|arguments but)"
    r"|unexpected keyword argument|no attribute"
)


@rule("exercise", "No two probes are the same.")
def probes_are_python(subject: Subject) -> Iterator[Finding]:
    """A probe is one Python expression."""
    seen: dict[str, int] = {}
    for number, probe in enumerate(subject.exercise.source.probes):
        try:
            tree = ast.parse(probe, mode="eval")
        except (SyntaxError, ValueError) as error:
            message = getattr(error, "msg", str(error))
            text = f"the probe `{_short(probe)}` is not a Python expression ({message}); correct it"
            yield subject.in_yaml(text, "probes", number)
            continue
        same = ast.dump(tree)
        if same in seen:
            text = f"this is probe {seen[same] + 1} again; ask something else"
            yield subject.in_yaml(text, "probes", number)
        elif not any(isinstance(one, ast.Call | ast.Name) for one in ast.walk(tree)):
            text = f"the probe `{_short(probe)}` calls nothing of the learner's; make it a call"
            yield subject.in_yaml(text, "probes", number)
        seen.setdefault(same, number)


def _short(probe: str) -> str:
    line = " ".join(probe.split())
    return line if len(line) <= 60 else f"{line[:57]}..."


@rule(
    "exercise",
    "A probe that ends with an exception does so where the brief or a test speaks of it.",
    "A probe says the same each time it is asked.",
)
async def probes_answer(subject: Subject, solution: CheckReport) -> list[Finding]:
    """The solution answers every probe."""
    probes = subject.exercise.source.probes
    if not probes:
        return []
    places = {probe: number for number, probe in enumerate(probes)}
    problems = []
    for one in solution.probes:
        if one.call in places and (text := _raised(subject, one)):
            problems.append(subject.in_yaml(text, "probes", places[one.call]))
    for one in await _asked_again(subject, solution):
        if one.call in places:
            text = f"the probe `{_short(one.call)}` gives another answer each time"
            text += f" ({_short(one.value)}, for one); ask for what stays the same"
            problems.append(subject.in_yaml(text, "probes", places[one.call]))
    return problems


def _raised(subject: Subject, one: ProbeResult) -> str:
    """What is wrong with a probe that raises, or takes for ever, with the solution."""
    if one.outcome == "unfinished":
        return f"the solution does not finish the probe `{_short(one.call)}` in time; ask for less"
    if one.outcome != "raised":
        return ""
    name, words = one.type, one.value.partition(": ")[2]
    begin = f"with the solution the probe `{_short(one.call)}` ends with {name}"
    if name == "NameError":
        names = _names(subject.solution)
        missing = (re.search(r"'(\w+)'", words) or ["", ""])[1]
        near = difflib.get_close_matches(missing, sorted(names), n=1)
        advice = f"did you mean `{near[0]}`?" if near else "correct it"
        return f"{begin}: {words}; {advice}"
    # Who hands in `None` wants to see what comes of it.
    meant = "None" in one.call
    if name in ("TypeError", "AttributeError") and not meant and _NOT_CALLED_SO.search(words):
        return f"{begin}: {words}; call it as the solution is to be called"
    if not _is_meant(subject, name):
        return (
            f"{begin}: {words or 'no words'}, and neither the brief nor a test speaks of that; ask "
            "what the solution answers, or say in the brief what is to happen"
        )
    return ""


def _names(source: str) -> set[str]:
    return {
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }


def _is_meant(subject: Subject, name: str) -> bool:
    """Whether a text of the exercise names that exception, or the solution raises it."""
    source = subject.exercise.source
    texts = [source.brief, source.after or "", *source.hint_texts, subject.solution]
    texts += [read_text(file) for file in subject.exercise.test_files]
    return any(re.search(rf"\b{re.escape(name)}\b", text) for text in texts)


async def _asked_again(subject: Subject, solution: CheckReport) -> list[ProbeResult]:
    """The probes that another process answers in another way."""
    seed = HASH_SEEDS[0] if uses_hashes(subject.solution) else None
    calls = tuple(one.call for one in solution.probes)
    again = () if seed else await subject.runs.reference_answers(subject.exercise)
    if tuple(one.call for one in again) != calls:
        again = await subject.runs.probe(subject.exercise, subject.solution, calls, seed)
    return [
        one
        for one, other in zip(solution.probes, again, strict=False)
        if one.call == other.call and differ(Answers.of_today((one,)), Answers.of_today((other,)))
    ]
