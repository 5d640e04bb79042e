"""A reference in parts that are shown one after the other: statements, files, remarks.

Put together again they are the reference to the last character.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable

from msgspec import Struct

from course.catalogue import package
from course.catalogue.kinds import MARK
from course.model import Exercise

HEADS = ("def ", "class ", "async def ")
"""How a function or a class begins."""
_IMPORTS = ("import ", "from ")


class Part(Struct, frozen=True):
    """A statement as it stands in a program: `gap` are the empty lines above it.

    `text` has its own indentation, and the comments above it; it ends without a line break.
    """

    gap: str
    text: str

    @property
    def margin(self) -> int:
        """How many spaces it is indented by: those of its code, not of a comment above it."""
        lines = [line for line in self.text.split("\n") if line.strip()]
        code = next((it for it in lines if not it.lstrip().startswith("#")), lines[0])
        return len(code) - len(code.lstrip(" "))

    @property
    def whole(self) -> str:
        """As it stands in the file."""
        return f"{self.gap}{self.text}\n"


def parts(exercise: Exercise, reference: str) -> tuple[str, ...]:
    """The reference part by part, in order: files, a review's remarks, commands, statements."""
    if exercise.package:
        return tuple(package.joined({name: it}) for name, it in package.split(reference).items())
    if exercise.start is not None:
        return tuple(reference.splitlines(keepends=True))
    if exercise.source.kind == "review":
        return _up_to(reference, rf"{re.escape(MARK)}.*\n")
    return tuple(piece.whole for piece in code_parts(reference))


def _up_to(text: str, end: str) -> tuple[str, ...]:
    """A text cut after each line that fits `end`; what follows the last one belongs to it."""
    cuts = [end_match.end() for end_match in re.finditer(rf"^{end}", text, re.MULTILINE)][:-1]
    return tuple(text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True))


def code_parts(source: str) -> tuple[Part, ...]:
    """The statements of a program, a head with its decorators and docstring, imports together."""
    return tuple(_joined(_statements(source)))


def _statements(source: str) -> list[Part]:
    lines = source.rstrip("\n").split("\n")
    statements: list[Part] = []
    begin = 0
    for end in _ends(source, len(lines)):
        first = begin
        while first < end - 1 and not lines[first].strip():
            first += 1
        gap = "".join(f"{line}\n" for line in lines[begin:first])
        statements.append(Part(gap, "\n".join(lines[first:end])))
        begin = end
    return statements


def _ends(source: str, count: int) -> list[int]:
    """After which lines a statement ends; comments below the last one belong to it."""
    ends: list[int] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.NEWLINE and token.start[0] not in ends:
                ends.append(token.start[0])
    except (tokenize.TokenError, SyntaxError):
        return list(range(1, count + 1))
    return [*ends[:-1], count] if ends else [count]


def _joined(statements: Iterable[Part]) -> list[Part]:
    """Nobody has to guess where a decorator, a docstring or one of many imports belongs."""
    joined: list[Part] = []
    for one in statements:
        last = joined[-1] if joined else None
        if last is not None and _belongs_to(one.text, last.text, is_first=len(joined) == 1):
            joined[-1] = together(last, one)
        else:
            joined.append(one)
    return joined


def _belongs_to(text: str, above: str, *, is_first: bool) -> bool:
    code, last = text.strip(), above.rpartition("\n")[2].strip()
    if last.startswith("@"):
        return True
    if _is_text(code):
        return above.lstrip("@# ").startswith(HEADS) or last.startswith(HEADS)
    return code.startswith(_IMPORTS) and (
        last.startswith(_IMPORTS) or (is_first and _is_text(last))
    )


def _is_text(code: str) -> bool:
    return code.startswith(('"""', "'''", 'r"""', '"')) and code.endswith(('"""', "'''", '"'))


def together(one: Part, other: Part) -> Part:
    """Two neighbours as one piece."""
    return Part(one.gap, f"{one.text}\n{other.gap}{other.text}")
