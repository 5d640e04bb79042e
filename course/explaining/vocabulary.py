"""Words that a learner has not been taught yet, said in others.

Explanations are written in the trade's words. In the first modules some of them are not known yet;
there, plainer ones take their place. Code, between backticks, stays as it is.
"""

from __future__ import annotations

import re

import msgspec

from course.model import Diagnosis, Exercise

EARLY = ("start-here", "first-steps", "loops-and-collections")
"""The modules before functions, errors and the rest are taught."""
_WITH_TUPLES = {"tuple", "unpacking", "dict_items", "enumerate", "zip", "star_target", "sort_key"}
_PLAINER = (
    (r"\b(?:its|the|a|your) parameters? (?=`)", ""),
    (r"\bparameters\b", "names in its parentheses"),
    (r"\bparameter\b", "name in its parentheses"),
    (r"\bNo exception came\b", "It did not stop"),
    (r"\bno exception came\b", "it did not stop"),
    (r"\b([Aa])n exception\b", r"\1n error"),
    (r"\bexceptions\b", "errors"),
    (r"\bexception\b", "error"),
    (r"\braises (?=`)", "stops with "),
    (r"\braised\b", "caused"),
    (r"\braises\b", "stops with an error"),
    (r"\bpositions\b", "indexes"),
    (r"\bposition\b", "index"),
    (r"\bblocks\b", "indented lines"),
    (r"\bblock\b", "group of indented lines"),
    (r"\bcolumns\b", "distances from the left edge"),
    (r"\bcolumn\b", "distance from the left edge"),
    (r"\bcall stack\b", "calls that are not finished"),
)
_NO_TUPLES = (
    (r"\ba tuple\b", "several values in parentheses"),
    (r"\bA tuple\b", "Several values in parentheses"),
    (r"\btuples?\b", "values in parentheses"),
)
_CODE = re.compile(r"(`` .*? ``|`[^`]*`)", re.S)


def in_known_words(diagnosis: Diagnosis, exercise: Exercise) -> Diagnosis:
    """The same, without words that the exercise's learner has not met."""
    if exercise.id.partition("/")[0] not in EARLY or diagnosis.kind == "mistake":
        return diagnosis
    knows_tuples = _WITH_TUPLES & set(exercise.source.practises)
    pairs = _PLAINER if knows_tuples else (*_PLAINER, *_NO_TUPLES)
    text = plainer(diagnosis.text, pairs)
    return diagnosis if text == diagnosis.text else msgspec.structs.replace(diagnosis, text=text)


def plainer(text: str, pairs: tuple[tuple[str, str], ...] = (*_PLAINER, *_NO_TUPLES)) -> str:
    """A text with other words for the ones not taught, its code untouched."""
    parts = _CODE.split(text)
    for number in range(0, len(parts), 2):
        for pattern, plain in pairs:
            after = parts[number + 1] if number + 1 < len(parts) else ""
            sentence = re.sub(pattern, plain, parts[number] + after[:1])
            parts[number] = sentence.removesuffix(after[:1]) if after else sentence
    return "".join(parts)
