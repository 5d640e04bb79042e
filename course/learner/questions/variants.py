"""Variants: the same question with other values, so that review does not ask what is remembered.

`variants` of a question names values that stand in it and what else may stand there: a list, or a
range as `3 to 40` or `100 to 900 by 50`. They are put into its code, choices, check and words. What
is right is what Python then prints, so each variant proves itself; the gate runs all of them. What
changes together is named together: `parcel, parcels: ["box, boxes", "letter, letters"]`.

Number 0 is the question as it is written; the others are always the same for the same lists.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from course.learner.feedback import Runner
from course.learner.questions.table import kind_of
from course.model import Question, Step, Values, range_of

Q = TypeVar("Q", bound=Question)

MOST = 24
"""Variants of a question; with more there would be no end to running them."""
FEWEST = 20
_DRAWS = 400


def variants_of(question: Question) -> int:
    """How many variants there are beside the question as it is written."""
    return len(_chosen(_lists(question)))


def in_words(question: Question, number: int) -> str:
    """What stands where in a variant: `tea: cake; 450: 610`."""
    return "; ".join(f"{name}: {value}" for name, value in _values(question, number).items())


def varied(question: Q, number: int) -> Q:
    """That variant of a question, before anything is run; `settled` says what it prints."""
    if not number:
        return question
    values = _values(question, number)
    question = kind_of(question).as_variant(question)
    fields = {
        name: _put(getattr(question, name), values)
        for name in question.__struct_fields__
        if name not in ("variants", "needs", "must_use", "line")
    }
    return msgspec.structs.replace(question, **fields)


def varied_step(step: Step, number: int) -> Step:
    """The step with that variant of its question."""
    if not number:
        return step
    return msgspec.structs.replace(step, **{step.kind: varied(step.content, number)})


def in_variant(question: Question, number: int, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Texts about a question as they are in that variant of it."""
    put: tuple[str, ...] = _put(texts, _values(question, number) if number else {})
    return put


async def settled(step: Step, number: int, run: Runner) -> Step:
    """The step with that variant, and as its `output` what its right answer prints."""
    step = varied_step(step, number)
    question = step.content
    if not number or getattr(question, "output", None) is None:
        return step
    report = await run(kind_of(question).right(question), needs=question.needs)
    settled = msgspec.structs.replace(question, output=report.printed)
    return msgspec.structs.replace(step, **{step.kind: settled})


# ---------------------------------------------------------------- which values


def _lists(question: Question) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named: Any = getattr(question, "variants", msgspec.UNSET)
    if named is msgspec.UNSET:
        return ()
    return tuple((name, written(values)) for name, values in named.items())


def names_in(question: Question) -> list[str]:
    """Each name by itself, those that change together too."""
    return [one for names, _ in _lists(question) for one in together(names)]


def together(words: str) -> list[str]:
    """The names or values that change together."""
    return words.split(", ")


def written(values: Values) -> tuple[str, ...]:
    """The values of a list or a range as they stand in code."""
    if isinstance(values, str):
        return tuple(map(str, range_of(values) or ()))
    return tuple(map(str, values))


@lru_cache
def _chosen(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, ...], ...]:
    """The values of each variant: no two alike, and no value twice in one."""
    if not lists:
        return ()
    names = tuple(name for name, _ in lists)
    draw = random.Random(2026)  # noqa: S311 - the same ones each time, no secret
    chosen: dict[tuple[str, ...], None] = {}
    if math.prod(len(values) for _, values in lists) == len(lists[0][1]):
        single = [(value, *(one[0] for _, one in lists[1:])) for value in lists[0][1]]
        draw.shuffle(single)
        drawn: Iterator[tuple[str, ...]] = iter(single)
    else:
        drawn = (tuple(draw.choice(values) for _, values in lists) for _ in range(_DRAWS))
    for values in drawn:
        single_ones = [one for value in values for one in together(value)]
        alike = len(set(single_ones)) < len(single_ones)
        if not alike and values != names and len(chosen) < MOST:
            chosen[values] = None
    return tuple(chosen)


def _values(question: Question, number: int) -> dict[str, str]:
    lists = _lists(question)
    chosen = _chosen(lists)
    if not chosen:
        return {}
    values = chosen[(number - 1) % len(chosen)]
    pairs = zip((name for name, _ in lists), values, strict=True)
    return {
        name: value
        for names, several in pairs
        for name, value in zip(together(names), together(several), strict=True)
    }


# ---------------------------------------------------------------- putting them in


def standing(name: str) -> re.Pattern[str]:
    """Where a value stands as a whole: `3` neither in `13` nor in `3.5`, `tea` not in `teapot`."""
    if name[:1].isdigit() or name[:1] == "-":
        return re.compile(rf"(?<![\w.\\]){re.escape(name)}(?!\w|\.\d)")
    return re.compile(rf"(?<![\w\\]){re.escape(name)}(?!\w)")


def _put(thing: Any, values: Mapping[str, str]) -> Any:
    """The values in the place of their names, in a text and in all that is in a tuple."""
    if isinstance(thing, tuple):
        return tuple(_put(one, values) for one in thing)
    if isinstance(thing, str):
        return _put_in_text(thing, values)
    if isinstance(thing, bool | int | float) and str(thing) in values:
        return values[str(thing)]
    return thing


def _put_in_text(text: str, values: Mapping[str, str]) -> str:
    # All at once: a value that is another one's name is not put in twice.
    any_of = re.compile("|".join(standing(name).pattern for name in sorted(values, key=_long)))
    return any_of.sub(lambda found: values[found.group()], text) if values else text


def _long(name: str) -> int:
    return -len(name)
