"""What a question is said to show of its module (`shows:`), it shows: a placement goes by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.rule import rule
from course.catalogue.constructs import constructs
from course.catalogue.names import COURSE_FILE
from course.catalogue.where_taught import speaks_of
from course.learner.placement_bank import FEWEST_ITEMS
from course.learner.questions import KINDS
from course.model import Concept, Lesson, Question, Step


class Subjects(NamedTuple):
    """What each module teaches, and the constructs that modules before it teach already."""

    concepts: Mapping[str, Mapping[str, Concept]]
    known: Mapping[str, frozenset[str]]


def subjects(content: Content) -> Subjects:
    """Those of the modules of a course, in its order."""
    concepts, known, before = {}, {}, frozenset[str]()
    for ident in content.course.modules if content.course else ():
        module = content.modules.get(ident)
        if module is not None:
            concepts[ident], known[ident] = module.concepts, before
            before |= {it for one in module.concepts.values() for it in one.constructs}
    return Subjects(concepts, known)


_LESSONS_OWN = re.compile(r"\b(?:lessons?|steps? \d|(?:last|next|this) exercise)\b", re.I)


@rule(
    "question",
    "A module that a placement asks about has enough questions that show its own subject.",
    "The words of such a question speak of no lesson: in a placement nobody has seen it.",
)
def shows_its_subject(content: Content) -> Iterator[Finding]:
    """What a question `shows` are concepts of its own module, and one sees them in it.

    In its program by a construct that no earlier module teaches or by name, or by one of the
    concept's `signs`; in its words where no construct could show it.
    """
    taught = subjects(content)
    counts: Counter[str] = Counter()
    for lesson in content.lessons.values():
        for number, step in enumerate(lesson.steps):
            question = step.content
            if not isinstance(question, Question) or not question.shows:
                continue
            for part, text in question.texts():
                if said := _LESSONS_OWN.search(text):
                    line = content.line(lesson.path, "steps", number, step.kind, *part)
                    words = f"it speaks of “{said[0]}”, and a placement asks it without its lesson"
                    words += "; say it another way, or take out `shows`"
                    yield at(lesson.path, line, f"step {number + 1} ({step.kind}): {words}")
            counts[lesson.module] += KINDS[step.kind].chances(question) is not None
            for place, name in enumerate(question.shows):
                if words := _wrong(taught, lesson, step, name):
                    line = content.line(lesson.path, "steps", number, step.kind, "shows", place)
                    yield at(lesson.path, line, f"step {number + 1} ({step.kind}): {words}")
    yield from _too_few(content, counts)


def _too_few(content: Content, counts: Counter[str]) -> Iterator[Finding]:
    file = content.lessons_folder / COURSE_FILE
    for number, path in enumerate(content.course.paths if content.course else ()):
        if path.starts_with != "placement":
            continue
        for module in path.modules:
            if module in content.modules and module not in path.keep:
                count = counts[module]
                if count < FEWEST_ITEMS:
                    text = f"{count} questions of {module} say what they show (`shows:`), and a "
                    text += f"placement needs {FEWEST_ITEMS}; name it in more, or `keep` the module"
                    yield at(file, content.line(file, "paths", number), text)


def _wrong(taught: Subjects, lesson: Lesson, step: Step, name: str) -> str:
    """What is wrong with a concept that a question says it shows; "" where nothing is."""
    concept = taught.concepts.get(lesson.module, {}).get(name)
    if concept is None:
        return f"it shows {name}, which is no concept of {lesson.module}; correct it"
    if is_seen(name, concept, step, taught.known[lesson.module]):
        return ""
    return (
        f"it does not show {name}: no construct of it that earlier modules do not teach, nor its "
        "name or a sign of it (`signs:` in module.yaml); take it out of `shows`"
    )


def is_seen(name: str, concept: Concept, step: Step, known: Iterable[str]) -> bool:
    """Whether a question shows a concept; `known` are constructs that were taught before."""
    question = step.content
    program = KINDS[step.kind].solution(question)
    try:
        used = set(constructs(program))
    except SyntaxError:
        used = set()
    if (used & set(concept.constructs)).difference(known):
        return True
    texts = "\n".join(text for _, text in question.texts())
    names = " ".join(re.findall(r"[A-Za-z_]\w*", program)).replace("_", " ")
    whole = f"{texts}\n{program}".casefold()
    if any(sign.casefold() in whole for sign in concept.signs) or speaks_of(names, name, concept):
        return True
    # Where a program would show it, words alone do not.
    return not (concept.constructs and program) and speaks_of(texts, name, concept)
