"""What follows a pass on the command line, as in the app: the point, the comparison, remarks."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from course.commands.output import show_markdown
from course.terminal import echo

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import Exercise


async def tell_pass(session: Session, exercise: Exercise, *, whole: bool = True) -> None:
    """What was learnt; `whole` with the other solutions and a look at the learner's own."""
    from course.learner.ladder.helped import HELPED, newest_was_helped

    if newest_was_helped(session.store, exercise.id):
        echo(f"\n{HELPED}")
    if exercise.source.after:
        echo()
        show_markdown(exercise.source.after)
    if not whole:
        return
    comparison = session.comparison(exercise)
    yours = comparison.yours
    if exercise.start is not None:  # commands and commits have no lines to compare
        echo("\nThe reference\n" + "".join(f"  {it}\n" for it in comparison.reference.splitlines()))
        return
    _tell_other("The reference", "", yours, comparison.reference)
    for other in comparison.approaches:
        name = f"Another way: {other.approach.name.replace('_', ' ')}"
        _tell_other(name, other.approach.trade_off, yours, other.source)
    await _look_at(session, exercise, yours)


def _tell_other(name: str, words: str, yours: str, theirs: str) -> None:
    """Another solution beside the learner's: `-` only theirs has, `+` only the other."""
    echo(f"\n{name}")
    if words:
        show_markdown(words)
    if yours.rstrip() == theirs.rstrip():
        echo("  The same as yours, line for line.")
        return
    echo("  (- is yours, + is the other)")
    for line in _compared(yours, theirs):
        echo(f"  {line}".rstrip())


def _compared(yours: str, theirs: str) -> Iterator[str]:
    """Every line of both, with a sign."""
    one, other = yours.rstrip().split("\n"), theirs.rstrip().split("\n")
    matcher = difflib.SequenceMatcher(a=one, b=other, autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind == "equal":
            yield from (f"  {line}" for line in one[a:a_end])
            continue
        yield from (f"- {line}" for line in one[a:a_end])
        yield from (f"+ {line}" for line in other[b:b_end])


async def _look_at(session: Session, exercise: Exercise, yours: str) -> None:
    """What a reviewer would say about the learner's solution."""
    from course.learner.remarks import remarks

    remarks_made = await remarks(exercise, yours, session.catalogue)
    if remarks_made is None:
        return
    echo("\nA look at your code")
    for remark in remarks_made:
        echo(f"  line {remark.line}  {remark.code.strip()}")
        show_markdown(remark.words)
    if not remarks_made:
        echo("  It finds nothing to remark.")
