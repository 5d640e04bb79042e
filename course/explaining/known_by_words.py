"""What the words of a known mistake say that a learner's code does, and what in code shows it."""

from __future__ import annotations

import re

from course.catalogue.constructs import constructs

_LOOPS = {"loop", "list_comprehension", "set_comprehension", "dict_comprehension",
          "generator_expression", "recursion", "async_for"}  # fmt: skip
_PRINTS = {"call:print", "method:write", "method:print", "method:append", "method:info"}
_SORTS = {"call:sorted", "method:sort", "call:min", "call:max", "method:order_by", "call:nlargest",
          "call:heapq.nlargest", "call:heapq.nsmallest", "method:most_common",
          "call:heapq.heappush"}  # fmt: skip
_DIVIDES = {"op:/", "op://", "op:%", "call:divmod", "call:mean", "method:mean",
            "call:statistics.mean"}  # fmt: skip

DEEDS: tuple[tuple[str, re.Pattern[str], set[str]], ...] = (
    ("multiply", re.compile(r"\b[Yy]ou multiply\b"), {"op:*", "op:**", "call:prod", "op:@"}),
    ("divide", re.compile(r"\b[Yy]ou divide\b"), _DIVIDES),
    ("subtract", re.compile(r"\b[Yy]ou subtract\b"), {"op:-", "call:sub"}),
    ("loop", re.compile(r"\b[Yy]our (?:`(?:for|while)` )?loop\b"), _LOOPS),
    ("loop with `while`", re.compile(r"\b[Yy]our `while` loop\b"), {"while_loop"}),
    ("print", re.compile(r"\b[Yy]ou print\b"), _PRINTS),
    ("sort", re.compile(r"\b[Yy]ou sort\b"), _SORTS),
    ("raise", re.compile(r"\b[Yy]ou raise\b"), {"raise", "call:abort", "call:exit"}),
    ("catch", re.compile(r"\b[Yy]ou catch\b"), {"try", "except_group", "call:suppress", "with",
                                                 "async_with", "decorator", "keyword_argument"}),
    ("slice", re.compile(r"\b[Yy]our slice\b"), {"slice", "call:slice", "call:islice",
                                                  "call:itertools.islice"}),
    ("assert", re.compile(r"\b[Yy]our `assert`"), {"assert"}),
)  # fmt: skip
"""What a learner is said to do, how that is said, and the constructs of which one shows it."""

MENTIONED: tuple[tuple[re.Pattern[str], set[str]], ...] = (
    (re.compile(r"\bslices?\b", re.I), {"slice", "call:slice", "call:islice"}),
    (re.compile(r"\bloops?\b", re.I), _LOOPS),
    (re.compile(r"\bcomprehensions?\b", re.I), {one for one in _LOOPS if "comprehension" in one}),
    (re.compile(r"\bremainders?\b", re.I), {"op:%", "call:divmod"}),
)
"""Parts of programs that words explain, and the constructs of which one has to be there."""


def speaks_of_other_code(message: str, its_source: str, source: str) -> bool:
    """Whether words explain a part that the mistake's program has, and this one has not."""
    said = [shown for words, shown in MENTIONED if words.search(message)]
    if not said:
        return False
    its, mine = _constructs_of(its_source), _constructs_of(source)
    return any(shown & its and not shown & mine for shown in said)


def _constructs_of(source: str) -> set[str]:
    try:
        return set(constructs(source))
    except SyntaxError:
        return set()


def undone(message: str, source: str) -> list[str]:
    """What the words say is done, and the program does not do."""
    said = [(deed, shown) for deed, words, shown in DEEDS if words.search(message)]
    if not said:
        return []
    used = _constructs_of(source)
    if "ORDER BY" in source.upper():
        used.add("method:order_by")
    return [deed for deed, shown in said if not shown & used]
