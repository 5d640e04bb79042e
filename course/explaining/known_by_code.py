"""Whether a known mistake's words are about the learner's code, and not only about its answers.

Two programs with the same answers may be wrong in different places. So the learner's has to share
what makes the mistake's file different from the right ones, what its words quote, and what they say
is done.
"""

from __future__ import annotations

import ast
import difflib
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator, Sequence

from course.explaining.known_by_words import speaks_of_other_code, undone
from course.explaining.syntax_tree import parse
from course.worker.edits.aligned import aligned_edits

_SHARED = 0.75
_QUOTED = re.compile(r"``\s?(.+?)\s?``|`([^`\n]+)`")
_OF_A_LINE = re.compile(r"\bline \d+\b", re.IGNORECASE)
_QUERY = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
_WORD_OF_SQL = re.compile(r"(?<![\w.])[A-Za-z_]+(?!\w|\.)|(?<=\.)\w+|\*|[<>=!]+")
_LAYOUT = frozenset(
    (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT,
     tokenize.ENDMARKER, tokenize.ENCODING)
)  # fmt: skip


def is_near(message: str, its_source: str, source: str, right: Sequence[str], given: str) -> bool:
    """Whether the words of a mistake, `its_source`, may be said of this source.

    `right` are the programs that pass; names in `given` (the brief, the tests) may be quoted of
    any program.
    """
    mine, its = parse(source), parse(its_source)
    if mine is None or its is None:
        return source.strip() == its_source.strip()
    if _makes_for_nothing(mine, its):
        return False
    if _parts(mine) == _parts(its):
        return _has_what_is_quoted(message, its_source, source, given)
    if _OF_A_LINE.search(message) or undone(message, source):
        return False
    if speaks_of_other_code(message, its_source, source):
        return False
    trees = [tree for text in right if (tree := parse(text)) is not None]
    return _shares_the_difference(mine, its, trees) and _has_what_is_quoted(
        message, its_source, source, given
    )


def _makes_for_nothing(mine: ast.Module, its: ast.Module) -> bool:
    """Whether something is made and never looked at, which the mistake's program does not do."""
    return bool(_never_read(mine)) and not _never_read(its)


def _never_read(tree: ast.Module) -> set[str]:
    made: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Constant | ast.Name):
            made |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return made - {node.id for node in names if isinstance(node.ctx, ast.Load)}


def _shares_the_difference(mine: ast.Module, its: ast.Module, right: list[ast.Module]) -> bool:
    """Whether what sets the mistake apart from the nearest right program is the learner's too.

    To lack what it lacks is not enough where it also does something: so does every starter.
    """
    own, wrong = _parts(mine), _parts(its)
    references = [_parts(tree) for tree in right]
    if not references:
        return (own & wrong).total() >= _SHARED * max(own.total(), wrong.total())
    nearest = min(references, key=lambda parts: ((wrong - parts) + (parts - wrong)).total())
    more, fewer = wrong - nearest, nearest - wrong
    done = ((own - nearest) & more).total()
    shared = done + ((nearest - own) & fewer).total()
    return (done > 0 or not more) and shared >= _SHARED * (more.total() + fewer.total())


def line_of_difference(its_source: str, source: str, right: Sequence[str]) -> int | None:
    """The first line of the source with what the mistake has, and the right programs have not.

    Where the mistake only lacks something: the line after which it would be.
    """
    mine, its = parse(source), parse(its_source)
    if mine is None or its is None:
        return None
    trees = [tree for text in right if (tree := parse(text)) is not None]
    if (line := _line_of_the_same_change(mine, its, trees)) is not None:
        return line
    lines: dict[tuple[str, str], int] = {}
    more = _parts(its)
    for tree in trees:
        more -= _parts(tree)
    own = _parts(mine, lines)
    once = [part for part in more if own[part] == 1]  # of others it is not sure which is meant
    there = min((lines[part] for part in once or more if part in lines), default=None)
    return there if there is not None else _before_the_gap(mine, trees)


def _line_of_the_same_change(
    mine: ast.Module, its: ast.Module, right: list[ast.Module]
) -> int | None:
    """Where the learner's program departs from a right one as the mistake does."""
    for tree in right:
        changes = {(edit.kind, edit.was, edit.now) for edit in aligned_edits(its, tree)}
        for edit in aligned_edits(mine, tree):
            is_gap = edit.kind == "missing_statement"
            if (edit.kind, edit.was, edit.now) in changes and not is_gap:
                return edit.line
    return None


def _before_the_gap(mine: ast.Module, right: list[ast.Module]) -> int | None:
    """The line after which the nearest right program has statements, and the learner's has none."""
    own = list(_statements(mine))
    shapes = [shape for shape, _ in own]
    others = [[shape for shape, _ in _statements(tree)] for tree in right]
    matches = [difflib.SequenceMatcher(None, shapes, other, autojunk=False) for other in others]
    if not matches:
        return None
    nearest = max(matches, key=lambda match: match.ratio())
    changes = [(tag, at) for tag, at, _, _, _ in nearest.get_opcodes() if tag != "equal"]
    only_lacks = bool(changes) and all(tag == "insert" and at for tag, at in changes)
    return own[changes[0][1] - 1][1] if only_lacks else None


def _statements(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Each statement by its lines: its first line, whatever its variables are called."""
    nodes = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
        and not isinstance(node, ast.Pass)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    for node in sorted(nodes, key=lambda node: node.lineno):
        first = ast.unparse(node).partition("\n")[0]
        for name in {it.id for it in ast.walk(node) if isinstance(it, ast.Name)}:
            first = re.sub(rf"(?<![.\w]){name}\b", "_", first)
        yield first, node.lineno


def _parts(
    tree: ast.Module, lines: dict[tuple[str, str], int] | None = None
) -> Counter[tuple[str, str]]:
    """Each node with the one around it, by what they are; names of variables do not count.

    `lines` gets the first line of each.
    """
    parts: Counter[tuple[str, str]] = Counter()

    def walk(node: ast.AST, around: str, line: int) -> None:
        label = _label(node)
        line = getattr(node, "lineno", line)
        query = node.value if isinstance(node, ast.Constant) else None
        if isinstance(query, str) and _QUERY.match(query):  # a query is its words, in any order
            parts.update((around, f"sql {word.upper()}") for word in _WORD_OF_SQL.findall(query))
            if lines is not None:
                lines.setdefault((around, label), line)
            return
        if label:
            parts[around, label] += 1
            if lines is not None:
                lines.setdefault((around, label), line)
        for name, value in ast.iter_fields(node):
            for number, child in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(child, ast.AST) and not _is_docstring(node, name, number, child):
                    walk(child, f"{label or around}.{name}", line)

    walk(tree, "", 1)
    return parts


def _label(node: ast.AST) -> str:
    if isinstance(node, ast.expr_context | ast.arguments | ast.Module):
        return ""
    if isinstance(node, ast.Constant):
        return f"constant {node.value!r}"
    if isinstance(node, ast.Attribute):
        return f"attribute {node.attr}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return f"call {node.func.id}"
    return type(node).__name__


def _is_docstring(node: ast.AST, field: str, number: int, child: ast.AST) -> bool:
    return (
        field == "body"
        and number == 0
        and isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and isinstance(child, ast.Expr)
        and isinstance(child.value, ast.Constant)
    )


def _has_what_is_quoted(message: str, its_source: str, source: str, given: str) -> bool:
    """Whether every piece of the mistake's code that its words quote is in the learner's too.

    What the mistake's own code has not says what should be there instead: no claim.
    """
    mine, its, known = _tokens(source), _tokens(its_source), set(_tokens(given))
    for match in _QUOTED.finditer(message):
        quoted = _tokens(match[1] or match[2])
        if not quoted or not _holds(its, quoted) or (len(quoted) == 1 and quoted[0] in known):
            continue
        if not _holds(mine, quoted):
            return False
    return True


def _holds(tokens: list[str], part: list[str]) -> bool:
    length = len(part)
    return any(tokens[at : at + length] == part for at in range(len(tokens) - length + 1))


def _tokens(text: str) -> list[str]:
    """The tokens of a piece of code, without its layout, comments and docstrings."""
    tokens: list[str] = []
    begins = True
    try:
        for token in tokenize.generate_tokens(io.StringIO(text.strip()).readline):
            if token.type in _LAYOUT:
                begins = begins or token.type != tokenize.COMMENT
                continue
            is_string = token.type == tokenize.STRING
            is_docstring = begins and is_string and token.string.startswith(('"""', "'''"))
            begins = False
            if not is_docstring:
                tokens.append(_spelled(token.string) if is_string else token.string)
    except (tokenize.TokenError, SyntaxError):
        pass
    return tokens


def _spelled(string: str) -> str:
    """A string by its value, whichever quotes it has; an f-string of 3.11 as it is."""
    try:
        return repr(ast.literal_eval(string))
    except (SyntaxError, ValueError):
        return string
