"""Reading limits: short texts, short sentences, and no word before it is explained."""

from __future__ import annotations

from pathlib import Path

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Found, at
from course.authoring.gate.jargon import JARGON, facts_of, stem
from course.authoring.gate.rule import rule
from course.authoring.gate.texts import longest_sentence, texts_of, words
from course.model import Exercise, Lesson

MOST_WORDS = 130
MOST_WORDS_A_SENTENCE = 30


@rule("words", "A sentence has at most 30 words.")
def check_lengths(content: Content, lesson: Lesson) -> list[Found]:
    """A text of a lesson has at most 130 words: about 120 fit one idea."""
    problems = []
    for steps, text in texts_of(lesson):
        line = content.line(lesson.path, *steps)
        if steps[-1] == "text" and (count := words(text)) > MOST_WORDS:
            problems.append(
                at(
                    lesson.path,
                    line,
                    f"this text has {count} words; about 120 fit one idea: split it in two steps",
                )
            )
        problems += _long_sentence(lesson.path, line, text)
    return problems


@rule("words")
def check_brief(content: Content, exercise: Exercise) -> list[Found]:
    """Sentences of a brief, its hints and its mistakes have at most 30 words as well."""
    file = exercise.folder / "exercise.yaml"
    source = exercise.source
    texts = [
        (file, content.line(file, "brief"), source.brief),
        (file, content.line(file, "after"), source.after or ""),
        *((file, content.line(file, "hints", n), text) for n, text in enumerate(source.hint_texts)),
        *((mistake.path, 1, mistake.message) for mistake in exercise.mistakes),
    ]
    return [one for file, line, text in texts for one in _long_sentence(file, line, text)]


def _long_sentence(file: Path, line: int | None, text: str) -> list[Found]:
    count, beginning = longest_sentence(text)
    if count <= MOST_WORDS_A_SENTENCE:
        return []
    return [
        at(
            file,
            line,
            f"the sentence that begins “{beginning} …” has {count} words; make two of it "
            f"(at most {MOST_WORDS_A_SENTENCE})",
        )
    ]


@rule("words")
def check_words(content: Content) -> list[Found]:
    """A word of the trade is explained, in bold, in or before the first lesson that uses it."""
    problems = []
    open_terms = dict.fromkeys(JARGON)
    names = {key: one.name for it in content.modules.values() for key, one in it.concepts.items()}
    for lesson_id in content.lesson_ids:
        lesson = content.lessons.get(lesson_id)
        if lesson is None:
            continue
        facts = content.facts.get(lesson_id) or facts_of(lesson)
        taught = [*lesson.source.teaches]
        said = [*facts.explained, *(name.replace("_", " ") for name in taught)]
        said += [names[name] for name in taught if name in names]
        stems = "\n".join(stem(one.lower()) for one in said)
        for term in [one for one in open_terms if stem(one) in stems]:
            del open_terms[term]
        for term, steps in facts.used.items():
            if term in open_terms:
                del open_terms[term]
                text = f"“{term}” is used before it is explained; explain it here (in bold, once)"
                line = content.line(lesson.path, *steps)
                problems.append(at(lesson.path, line, f"{text} or say it in everyday words"))
    return problems
