"""Reading limits: short texts, short sentences, and no word before it is explained."""

from __future__ import annotations

from course.authoring.gate.content import Content
from course.authoring.gate.findings import Finding, at
from course.authoring.gate.jargon import JARGON, facts_of, stem
from course.authoring.gate.rule import rule
from course.authoring.gate.texts import longest_sentence, texts_of, words
from course.model import Exercise, Lesson

MOST_WORDS = 130
MOST_WORDS_A_SENTENCE = 30


@rule("words", "A sentence has at most 30 words.")
def check_lengths(content: Content, lesson: Lesson) -> list[Finding]:
    """A text of a lesson has at most 130 words: about 120 fit one idea."""
    problems = []
    for steps, text in texts_of(lesson):
        faults = _long_sentence(text)
        if steps[-1] == "text" and (count := words(text)) > MOST_WORDS:
            advice = "about 120 fit one idea: split it in two steps"
            faults = [f"this text has {count} words; {advice}", *faults]
        problems += [at(lesson.path, content.line(lesson.path, *steps), one) for one in faults]
    return problems


@rule("words")
def check_brief(content: Content, exercise: Exercise) -> list[Finding]:
    """Sentences of a brief, its hints and its mistakes have at most 30 words as well."""
    file = exercise.folder / "exercise.yaml"
    source = exercise.source
    texts: list[tuple[tuple[str | int, ...], str]] = [
        (("brief",), source.brief),
        (("after",), source.after or ""),
        *((("hints", number), text) for number, text in enumerate(source.hint_texts)),
    ]
    problems = [
        at(file, content.line(file, *steps), one)
        for steps, text in texts
        for one in _long_sentence(text)
    ]
    return problems + [
        at(mistake.path, 1, one)
        for mistake in exercise.mistakes
        for one in _long_sentence(mistake.message)
    ]


def _long_sentence(text: str) -> list[str]:
    count, beginning = longest_sentence(text)
    if count <= MOST_WORDS_A_SENTENCE:
        return []
    words = f"the sentence that begins “{beginning} …” has {count} words; make two of it"
    return [f"{words} (at most {MOST_WORDS_A_SENTENCE})"]


@rule("words")
def check_words(content: Content) -> list[Finding]:
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
        terms = [*facts.explained, *(name.replace("_", " ") for name in taught)]
        terms += [names[name] for name in taught if name in names]
        stems = "\n".join(stem(one.lower()) for one in terms)
        for term in [one for one in open_terms if stem(one) in stems]:
            del open_terms[term]
        for term, steps in facts.used.items():
            if term in open_terms:
                del open_terms[term]
                text = f"“{term}” is used before it is explained; explain it here (in bold, once)"
                line = content.line(lesson.path, *steps)
                problems.append(at(lesson.path, line, f"{text} or say it in everyday words"))
    return problems
