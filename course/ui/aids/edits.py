"""What a key does to Python beyond itself, as an edit; None where it does only what it says.

Places are (row, column), both from 0. A selection is its anchor and the cursor, in this order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from course.ui.aids.scan import CLOSERS, OPENERS, Scanned, closed_by, scan

Place = tuple[int, int]
STOP = 4
INDENT = " " * STOP
QUOTES = "\"'"
_LEAVING = re.compile(r"(?:pass|break|continue|return|raise)\b")
_MAY_FOLLOW = re.compile(r"$|[\s)\]},:;.]")
_STRING_PREFIX = re.compile(r"(?<!\w)(?:[fFrRbBuUtT]|[rR][fFbBtT]|[fFbBtT][rR])$")


class KeyEdit(NamedTuple):
    """`text` takes the place of what is from `start` to `end`; then `anchor` and `cursor`."""

    start: Place
    end: Place
    text: str
    anchor: Place
    cursor: Place

    @classmethod
    def put(cls, text: str, start: Place, end: Place, back: int = 0) -> KeyEdit:
        """`text` in place of a range, and the cursor `back` characters before its end."""
        cursor = _after(start, text[: len(text) - back])
        return cls(start, end, text, cursor, cursor)

    @classmethod
    def go(cls, place: Place) -> KeyEdit:
        """No edit: the cursor goes to a place."""
        return cls(place, place, "", place, place)


def _after(start: Place, text: str) -> Place:
    row, column = start
    before, newline, last = text.rpartition("\n")
    return (row + before.count("\n") + 1, len(last)) if newline else (row, column + len(text))


class _Around(NamedTuple):
    """A cursor in its line, and what all that is before it ends in."""

    row: int
    column: int
    line: str
    scanned: Scanned
    before: str

    @property
    def left(self) -> str:
        return self.line[: self.column]

    @property
    def right(self) -> str:
        return self.line[self.column :]

    @property
    def cursor(self) -> Place:
        return self.row, self.column


def _around(lines: Sequence[str], cursor: Place) -> _Around:
    row, column = cursor
    before = "\n".join([*lines[:row], lines[row][:column]])
    return _Around(row, column, lines[row], scan(before), before)


# ------------------------------------------------------------------ brackets and quotes


def typed(lines: Sequence[str], anchor: Place, cursor: Place, character: str) -> KeyEdit | None:
    """A bracket or quote closes itself, steps over the one that is there, or wraps a selection."""
    if character not in OPENERS and character not in CLOSERS and character not in QUOTES:
        return None
    if anchor != cursor:
        return _wrapped(lines, anchor, cursor, character)
    at = _around(lines, cursor)
    if character in QUOTES:
        return _quote(at, character)
    return _opened(at, character) if character in OPENERS else _closed(at, character)


def _wrapped(lines: Sequence[str], anchor: Place, cursor: Place, sign: str) -> KeyEdit | None:
    start, end = sorted((anchor, cursor))
    if sign in CLOSERS or start[0] != end[0] or not scan(_upto(lines, start)).is_code:
        return None
    inner = lines[start[0]][start[1] : end[1]]
    row, first = start
    last = first + 1 + len(inner)
    places = ((row, first + 1), (row, last))
    ordered = places if anchor < cursor else places[::-1]
    return KeyEdit(start, end, sign + inner + OPENERS.get(sign, sign), *ordered)


def _upto(lines: Sequence[str], place: Place) -> str:
    return "\n".join([*lines[: place[0]], lines[place[0]][: place[1]]])


def _opened(at: _Around, opener: str) -> KeyEdit | None:
    in_field = opener == "{" and "f" in at.scanned.prefix
    if not at.scanned.is_code and not in_field:
        return None
    follows = at.right[:1] in ("", *QUOTES) if in_field else _MAY_FOLLOW.match(at.right)
    if not follows and not (in_field and at.right.startswith("}")):
        return None
    return KeyEdit.put(opener + OPENERS[opener], at.cursor, at.cursor, back=1)


def _closed(at: _Around, closer: str) -> KeyEdit | None:
    """Step over what closes already; a bracket that is still open gets the one that is typed."""
    if not at.right.startswith(closer):
        return None
    over = KeyEdit.go((at.row, at.column + 1))
    if not at.scanned.is_code:
        in_field = closer == "}" and "f" in at.scanned.prefix
        text = at.before[at.scanned.begins :]
        is_open = text.count("{") > text.count("}")
        return over if in_field and is_open else None
    if not at.scanned.brackets.endswith(CLOSERS[closer]):
        return None
    begins = len(at.before) - at.column
    here = sum(place >= begins for place in at.scanned.places)
    opened = at.scanned.brackets[len(at.scanned.brackets) - here :]
    return over if closed_by(at.right, opened) >= len(opened) else None


def _quote(at: _Around, quote: str) -> KeyEdit | None:
    inside = at.scanned.inside
    if inside in (quote, quote * 3):
        if inside == quote:
            stays = at.right.startswith(quote) and not _is_escaped(at.left)
        else:
            text = at.before[at.scanned.begins :]
            done = len(text) - len(text.rstrip(quote))
            stays = done < 3 and at.right.startswith(quote * (3 - done))
        return KeyEdit.go((at.row, at.column + 1)) if stays else None
    if not at.scanned.is_code or not _MAY_FOLLOW.match(at.right):
        return None
    if at.left.endswith(quote * 2):
        is_empty = scan(at.before[:-2]).is_code and not at.left.endswith(quote * 3)
        return KeyEdit.put(quote * 4, at.cursor, at.cursor, back=3) if is_empty else None
    last = at.left[-1:]
    if last in ("", *QUOTES) and last:
        return None
    if (last.isalnum() or last == "_") and not _STRING_PREFIX.search(at.left):
        return None
    return KeyEdit.put(quote * 2, at.cursor, at.cursor, back=1)


def _is_escaped(left: str) -> bool:
    return bool((len(left) - len(left.rstrip("\\"))) % 2)


def backspace(lines: Sequence[str], cursor: Place, *, pairs: bool = True) -> KeyEdit | None:
    """Within the indentation, back to the stop before; in an empty pair, both of it."""
    row, column = cursor
    left, right = lines[row][:column], lines[row][column:]
    if left and not left.strip(" "):
        return KeyEdit.put("", (row, (column - 1) // STOP * STOP), cursor)
    last = left[-1:]
    if not pairs or not last or not right:
        return None
    if last in OPENERS:
        is_pair = right.startswith(OPENERS[last])
        return KeyEdit.put("", (row, column - 1), (row, column + 1)) if is_pair else None
    if last in QUOTES:
        at = scan(_upto(lines, cursor))
        is_empty = len(_upto(lines, cursor)) == at.begins and last in at.inside
        if is_empty and right.startswith(at.inside):
            return KeyEdit.put("", (row, column - 1), (row, column + len(at.inside)))
    return None


# ------------------------------------------------------------------ lines


def new_line(
    lines: Sequence[str], anchor: Place, cursor: Place, *, unindents: bool = True
) -> KeyEdit:
    """Enter: keeps the indentation, adds to it after a colon, takes from it where a block ends.

    Between a pair of brackets, the closing one gets a line of its own.
    """
    start, end = sorted((anchor, cursor))
    at = _around(lines, start)
    indent = at.left[: len(at.left) - len(at.left.lstrip(" "))]
    begins = len(at.before) - at.column
    code = at.left if at.scanned.comment < 0 else at.left[: at.scanned.comment - begins]
    code = code.rstrip()
    if not at.scanned.is_code and at.scanned.inside != "#":
        return KeyEdit.put("\n" + indent, start, end)
    if at.scanned.brackets:
        if not code.endswith(tuple(OPENERS)):
            return KeyEdit.put("\n" + indent, start, end)
        after = lines[end[0]][end[1] :].lstrip(" ")
        inner = "\n" + indent + INDENT
        if after.startswith(OPENERS[code[-1]]):
            outer = "\n" + indent
            end = (end[0], len(lines[end[0]]) - len(after))
            return KeyEdit.put(inner + outer, start, end, back=len(outer))
        return KeyEdit.put(inner, start, end)
    if code.endswith(":"):
        return KeyEdit.put("\n" + indent + INDENT, start, end)
    is_over = _LEAVING.match(code.lstrip()) and not code.endswith((",", "\\"))
    if unindents and is_over and scan(at.before[:begins]).is_code:
        return KeyEdit.put("\n" + indent[: -len(INDENT)], start, end)
    return KeyEdit.put("\n" + indent, start, end)


def _rows(lines: Sequence[str], anchor: Place, cursor: Place) -> tuple[int, int]:
    """The rows of a selection; one that only its end touches is not among them."""
    start, end = sorted((anchor, cursor))
    is_touched = end[0] > start[0] and end[1] == 0
    return start[0], min(end[0] - is_touched, len(lines) - 1)


def comment(lines: Sequence[str], anchor: Place, cursor: Place) -> KeyEdit | None:
    """Make the lines comments, or code again where all of them are comments."""
    first, last = _rows(lines, anchor, cursor)
    rows = list(lines[first : last + 1])
    filled = [row for row in rows if row.strip()]
    if not filled:
        return None
    if all(row.lstrip().startswith("#") for row in filled):
        changed = [re.sub(r"^(\s*)# ?", r"\1", row) for row in rows]
    else:
        margin = min(len(row) - len(row.lstrip()) for row in filled)
        changed = [f"{row[:margin]}# {row[margin:]}" if row.strip() else row for row in rows]
    return _replaced(lines, first, last, changed, anchor, cursor)


def shift(lines: Sequence[str], anchor: Place, cursor: Place, by: int) -> KeyEdit | None:
    """The lines one stop of indentation to the right (`by` is 1) or to the left (-1)."""
    first, last = sorted((anchor[0], cursor[0]))
    rows = list(lines[first : last + 1])
    changed = [_shifted(row, by) for row in rows]
    return _replaced(lines, first, last, changed, anchor, cursor) if changed != rows else None


def _shifted(line: str, by: int) -> str:
    if by > 0:
        return INDENT + line if line.strip() else line
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(STOP, spaces) :]


def _replaced(
    lines: Sequence[str],
    first: int,
    last: int,
    changed: list[str],
    anchor: Place,
    cursor: Place,
) -> KeyEdit:
    def moved(place: Place) -> Place:
        row, column = place
        if not first <= row <= last:
            return place
        return row, max(0, column + len(changed[row - first]) - len(lines[row]))

    text = "\n".join(changed)
    return KeyEdit((first, 0), (last, len(lines[last])), text, moved(anchor), moved(cursor))


def move(lines: Sequence[str], anchor: Place, cursor: Place, by: int) -> KeyEdit | None:
    """The lines change places with the one below (`by` is 1) or above (-1)."""
    first, last = _rows(lines, anchor, cursor)
    other = last + 1 if by > 0 else first - 1
    if not 0 <= other < len(lines):
        return None
    rows = list(lines[first : last + 1])
    text = "\n".join([lines[other], *rows] if by > 0 else [*rows, lines[other]])
    start, end = min(first, other), max(last, other)
    places = [(row + by, column) for row, column in (anchor, cursor)]
    return KeyEdit((start, 0), (end, len(lines[end])), text, places[0], places[1])
