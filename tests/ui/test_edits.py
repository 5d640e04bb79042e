"""What keys do to code beyond themselves: brackets, quotes, indentation, comments, lines."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

import pytest

from course.ui.aids.edits import (
    KeyEdit,
    backspace,
    comment,
    move,
    new_line,
    shift,
    typed,
)

ROOT = Path(__file__).parents[2]
CURSOR, ANCHOR = "|", "~"


def lines_of(marked: str) -> tuple[list[str], tuple[int, int], tuple[int, int]]:
    """The lines of a text with `|` at the cursor and `~` at the anchor, if that is elsewhere."""
    places = {}
    for sign, other in ((CURSOR, ANCHOR), (ANCHOR, CURSOR)):
        before, found, _ = marked.replace(other, "").partition(sign)
        if found:
            places[sign] = before.count("\n"), len(before.rpartition("\n")[2])
    text = marked.replace(CURSOR, "").replace(ANCHOR, "")
    return text.split("\n"), places.get(ANCHOR, places[CURSOR]), places[CURSOR]


def applied(lines: list[str], edit: KeyEdit) -> str:
    """The text after an edit, with `|` and `~`."""
    text = "\n".join(lines)

    def at(lines: list[str], place: tuple[int, int]) -> int:
        return sum(len(it) + 1 for it in lines[: place[0]]) + place[1]

    text = text[: at(lines, edit.start)] + edit.text + text[at(lines, edit.end) :]
    now = text.split("\n")
    signs = [(at(now, edit.cursor), CURSOR)]
    if edit.anchor != edit.cursor:
        signs.append((at(now, edit.anchor), ANCHOR))
    for place, sign in sorted(signs, reverse=True):
        text = text[:place] + sign + text[place:]
    return text


def after_typing(marked: str, characters: str) -> str:
    """`marked` after these keys; Enter is a newline."""
    for character in characters:
        lines, anchor, cursor = lines_of(marked)
        if character == "\n":
            edit: KeyEdit | None = new_line(lines, anchor, cursor)
        else:
            edit = typed(lines, anchor, cursor, character)
        edit = edit or KeyEdit.put(character, *sorted((anchor, cursor)))
        marked = applied(lines, edit)
    return marked


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("|", "(", "(|)"),
        ("|", "()", "()|"),
        ("print|", '("hi")', 'print("hi")|'),
        ("|word", "(", "(|word"),
        ("|", "[{", "[{|}]"),
        ("x = foo(bar(1|)", ")", "x = foo(bar(1)|)"),
        ("x = foo(bar(1|))", ")", "x = foo(bar(1)|)"),
        ("a(\n    1\n|)", ")", "a(\n    1\n)|"),
        ("b(1\na(2|)", ")", "b(1\na(2)|"),
        ("|", "'", "'|'"),
        ("it|", "'s", "it's|"),
        ("f|", '"{name}"', 'f"{name}"|'),
        ("f|", '"{{', 'f"{{|}}"'),
        ("rb|", "'", "rb'|'"),
        ("name|", '"', 'name"|'),
        ('"it|"', "'", '"it\'|"'),
        ('"a\\|"', '"', '"a\\"|"'),
        ("# it|", "'s (", "# it's (|"),
        ("|", '"""Doc."""', '"""Doc."""|'),
        ("|", '"""', '"""|"""'),
        ('"""a|"""', '"', '"""a"|""'),
        ('x = "|"', "(", 'x = "(|"'),
        ('"a" |', '"', '"a" "|"'),
        ("|'a'", "'", "'|'a'"),
        ("~word|", "(", "(~word|)"),
        ("|word~", '"', '"|word~"'),
        ("~word|", ")", ")|"),
        ("~a\nb|", "(", "(|"),
        ("x = d[|]", "'a']", "x = d['a']|"),
    ],
)
def test_brackets_and_quotes_close_and_are_stepped_over(before: str, keys: str, after: str) -> None:
    assert after_typing(before, keys) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if n:|", "if n:\n    |"),
        ("if n:  # why|", "if n:  # why\n    |"),
        ("x = '#':|", "x = '#':\n    |"),
        ("# note:|", "# note:\n|"),
        ("    return n|", "    return n\n|"),
        ("        return(n)|", "        return(n)\n    |"),
        ("        raise ValueError  # no:|", "        raise ValueError  # no:\n    |"),
        ("    pass|", "    pass\n|"),
        ("    returned = 1|", "    returned = 1\n    |"),
        ("    return [|]", "    return [\n        |\n    ]"),
        ("    return [|", "    return [\n        |"),
        ("    return [1,|", "    return [1,\n    |"),
        ("    return 1, \\|", "    return 1, \\\n    |"),
        ('    """return the|', '    """return the\n    |'),
        ('    """\n    return the|', '    """\n    return the\n    |'),
        ("x = {|}", "x = {\n    |\n}"),
        ("x = {'a': |}", "x = {'a': \n|}"),
        ("    a ~b c| d", "    a \n    | d"),
        ("|", "\n|"),
    ],
)
def test_enter_indents_and_unindents(before: str, after: str) -> None:
    assert after_typing(before, "\n") == after


def test_unindenting_can_be_off() -> None:
    lines, anchor, cursor = lines_of("    pass|")
    assert applied(lines, new_line(lines, anchor, cursor, unindents=False)) == "    pass\n    |"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(|)", "|"),
        ("'|'", "|"),
        ('"""|"""', '""|'),
        ("f(a|)", None),
        ("(|]", None),
        ("'a'|'b'", None),
        ("        |", "    |"),
        ("      |x", "    |x"),
        ("|", None),
    ],
)
def test_backspace_takes_an_empty_pair_and_a_stop(before: str, after: str | None) -> None:
    lines, _, cursor = lines_of(before)
    edit = backspace(lines, cursor)
    assert (edit and applied(lines, edit)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a|", "# a|"),
        ("# a|", "a|"),
        ("#a|", "a|"),
        ("~    a\n\n        b|", "  ~  # a\n\n    #     b|"),
        ("    # ~a\n    #     b|", "    ~a\n        b|"),
        ("~a\n# b|", "# ~a\n# # b|"),
        ("~a\n|b", "# ~a\n|b"),
        ("|", None),
    ],
)
def test_lines_become_comments_and_code_again(before: str, after: str | None) -> None:
    lines, anchor, cursor = lines_of(before)
    edit = comment(lines, anchor, cursor)
    assert (edit and applied(lines, edit)) == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("a\nb|\nc", 1, "a\nc\nb|"),
        ("a\nb|\nc", -1, "b|\na\nc"),
        ("~a\nb|\nc", 1, "c\n~a\nb|"),
        ("a\n~b\nc\n|", -1, "~b\nc\n|a\n"),
        ("a|\nb", -1, None),
        ("a\nb|", 1, None),
    ],
)
def test_lines_move(before: str, by: int, after: str | None) -> None:
    lines, anchor, cursor = lines_of(before)
    edit = move(lines, anchor, cursor, by)
    assert (edit and applied(lines, edit)) == after


def test_lines_are_indented_and_not_empty_ones() -> None:
    lines, anchor, cursor = lines_of("~a\n\n  b|")
    edit = shift(lines, anchor, cursor, 1)
    assert edit is not None
    assert applied(lines, edit) == "    ~a\n\n      b|"
    lines, anchor, cursor = lines_of("a|")
    assert shift(lines, anchor, cursor, -1) is None


def in_strings(source: str) -> set[int]:
    """Lines that begin within a string."""
    names = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    return {
        row
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type in names
        for row in range(token.start[0], token.end[0])
    }


SOLUTIONS = [
    file
    for file in sorted(Path(ROOT, "exercises").glob("*/*/solution.py"))[::9]
    if not {CURSOR, ANCHOR}.intersection(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("file", SOLUTIONS, ids=lambda it: it.parent.name)
def test_whoever_types_every_character_gets_what_they_typed(file: Path) -> None:
    source = file.read_text(encoding="utf-8").rstrip("\n")
    lines = source.split("\n")
    held = in_strings(source)
    for row, line in enumerate(lines):
        if row in held:  # the quotes that close it are there while it is typed
            continue
        words = line.lstrip()
        before = [*lines[:row], line[: len(line) - len(words)]]
        marked = after_typing("\n".join(before) + CURSOR, words)
        assert marked.replace(CURSOR, "").split("\n")[row].startswith(line)
