"""Whether what is typed at a prompt is a whole block: then Enter runs it."""

from __future__ import annotations

from course.ui.aids.scan import scan


def is_complete(text: str) -> bool:
    """Whether Enter runs it; else it begins another line. An empty line ends every block."""
    end = scan(text)
    if len(end.inside) == 3 or end.brackets or text.endswith("\\"):
        return False
    lines = text.split("\n")
    if not lines[-1].strip():
        return True
    code = text if end.comment < 0 else text[: end.comment]
    if code.rstrip().endswith(":"):
        return False
    row = len(lines) - 1
    while row:  # up to where the statement begins that the last line belongs to
        before = scan("\n".join(lines[:row]) + "\n")
        if not before.brackets and len(before.inside) != 3 and not lines[row - 1].endswith("\\"):
            break
        row -= 1
    return not lines[row].startswith((" ", "\t", "@"))
