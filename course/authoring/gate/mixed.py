"""What is said to be often mixed up (`misconceptions.yaml`) is shown by something that there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at, found
from course.authoring.gate.rule import rule
from course.catalogue.lessons import read_misconceptions
from course.catalogue.names import MISCONCEPTIONS_FILE
from course.errors import ContentError
from course.model import Choose, Misconception, Question, Step


@rule(
    "course",
    "A misconception is shown by a cause, a known mistake or a wrong choice; each shows one.",
    "The question of a misconception is a question of a lesson.",
)
def misconceptions_are_shown(content: Content) -> Iterator[Finding]:
    """Mistakes and wrong choices that a misconception names are there, with these words."""
    file = content.lessons_folder / MISCONCEPTIONS_FILE
    try:
        misconceptions = read_misconceptions(file)
    except ContentError as error:
        yield from map(found, error.problems)
        return
    mistakes = {
        f"{ident}/{mistake.name}"
        for ident, exercise in content.exercises.items()
        for mistake in exercise.mistakes
    }
    counts: Counter[str] = Counter()
    for ident, one in misconceptions.items():
        counts.update((*one.causes, *one.mistakes))
        if not (one.causes or one.mistakes or one.choices):
            text = f"nothing shows {ident}; name a cause, a mistake or a wrong choice, or remove it"
            yield at(file, content.line(file, ident), text)
        if not isinstance(_step(content, one.question), Step):
            text = f"{one.question} is no question; name a step that asks what tells them apart"
            yield at(file, content.line(file, ident, "question"), text)
        for number, mistake in enumerate(one.mistakes):
            if mistake not in mistakes:
                text = f"there is no mistake {mistake}; correct it (module/exercise/name)"
                yield at(file, content.line(file, ident, "mistakes", number), text)
        for place, text in _wrong_choices(content, one):
            yield at(file, content.line(file, ident, "choices", place), text)
    for name, count in counts.items():
        if count > 1:
            text = f"{name} shows two misconceptions; say which of them it is"
            yield at(file, None, text)


def _wrong_choices(content: Content, one: Misconception) -> Iterator[tuple[str, str]]:
    for place, texts in one.choices.items():
        step = _step(content, place)
        choices = getattr(step.content, "choices", ()) if step else ()
        if step is not None and isinstance(step.content, Choose):
            offered = {choice.text for choice in choices if not choice.correct}
        else:
            offered = {str(choice) for choice in choices}
        for text in texts:
            if str(text) not in offered:
                yield place, f"{place} has no wrong choice {str(text)!r}; write it as it is there"


def _step(content: Content, place: str) -> Step | None:
    """The question of a lesson that `lesson#number` names."""
    ident, _, number = place.partition("#")
    lesson = content.lessons.get(ident)
    if lesson is None or int(number) > len(lesson.steps):
        return None
    step = lesson.steps[int(number) - 1]
    return step if isinstance(step.content, Question) else None
