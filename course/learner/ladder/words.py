"""What is said of an order of lines."""

from __future__ import annotations

from collections.abc import Sequence

from course.learner.ladder.puzzle import Wrong


def about_order(wrong: Wrong, placed: Sequence[str]) -> str:
    """Which line is the first that is not right, counted from 1, and in what way."""
    number = wrong.place + 1
    if wrong.why == "is_more":
        before = f"Up to line {wrong.place} it is right. " if wrong.place else ""
        return f"{before}Something has to follow." if before else "No line is in order yet."
    line = placed[wrong.place].strip().split("\n")[0]
    right = "The lines before it are right." if wrong.place else ""
    if wrong.why == "no_more":
        return f"Line {number} is one too many: {line}\n{right}".rstrip()
    if wrong.why == "indentation":
        words = f"Line {number} is the right line, but not at that indentation: {line}"
        return f"{words}\n{right}".rstrip()
    return f"Line {number} is the first one that does not belong there: {line}\n{right}".rstrip()
