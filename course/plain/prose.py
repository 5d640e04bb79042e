"""Markdown as plain lines: wrapped at words, code set in, no signs but the backticks of code."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_CODE = " " * 4
_NARROWEST = 16
_TIE = "\N{NO-BREAK SPACE}"


def lines_of(markdown: str, width: int) -> list[str]:
    """The lines of a text, an empty one between its parts."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return _blocks(SyntaxTreeNode(tokens).children, width)


def wrapped(text: str, width: int, hanging: str | None = None) -> list[str]:
    """One line cut at words; the lines that follow begin where it begins, or with `hanging`."""
    begins = text[: len(text) - len(text.lstrip())]
    lines = textwrap.wrap(
        text,
        max(width, _NARROWEST),
        subsequent_indent=begins if hanging is None else hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_TIE, " ") for line in lines] or [""]


def unbroken(text: str) -> str:
    """A text that stays on one line where it is wrapped."""
    return text.replace(" ", _TIE)


def _blocks(nodes: Sequence[SyntaxTreeNode], width: int) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        block = list(_block(node, width))
        if lines and block:
            lines.append("")
        lines += block
    return lines


def _block(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    if node.type in ("fence", "code_block"):
        yield from (f"{_CODE}{line}".rstrip() for line in node.content.rstrip("\n").split("\n"))
    elif node.type in ("bullet_list", "ordered_list"):
        yield from _items(node, width)
    elif node.type == "blockquote":
        yield from (f"  {line}".rstrip() for line in _blocks(node.children, width - 2))
    elif node.type == "table":
        yield from _table(node, width)
    elif node.type in ("paragraph", "heading"):
        for line in _inline(node.children).split("\n"):
            yield from wrapped(line, width)
    elif node.type != "hr":
        yield from node.content.rstrip("\n").split("\n")


def _items(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    """The items of a list, close together where the author wrote them so."""
    number = int(node.attrs.get("start", 1))
    parts = [part for item in node.children for part in item.children]
    is_loose = any(part.type == "paragraph" and not part.hidden for part in parts)
    for place, item in enumerate(node.children):
        sign = f"{number + place}. " if node.type == "ordered_list" else "- "
        if place and is_loose:
            yield ""
        for at, line in enumerate(_blocks(item.children, width - len(sign))):
            yield f"{' ' * len(sign) if at else sign}{line}".rstrip()


def _table(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    """A line for each row: in columns where they fit, else each value behind its heading."""
    rows = [
        [_inline(cell.children) for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(sizes) + 2 * len(sizes) <= width:
        for row in rows:
            yield "  ".join(
                cell.ljust(size) for cell, size in zip(row, sizes, strict=True)
            ).rstrip()
        return
    headings, *rest = rows
    for row in rest:
        told = "; ".join(
            f"{heading}: {cell}" if heading else cell
            for heading, cell in zip(headings, row, strict=True)
        )
        yield from wrapped(f"- {told}", width, "  ")


def _inline(nodes: Sequence[SyntaxTreeNode]) -> str:
    return "".join(_piece(node) for node in nodes)


def _piece(node: SyntaxTreeNode) -> str:
    if node.type == "code_inline":
        ticks = "``" if "`" in node.content else "`"
        return f"{ticks}{node.content}{ticks}"
    if node.type in ("softbreak", "hardbreak"):
        return " " if node.type == "softbreak" else "\n"
    if node.type == "link":
        words, address = _inline(node.children), str(node.attrs.get("href", ""))
        return words if words == address or not address else f"{words} ({address})"
    return _inline(node.children) if node.children else node.content
