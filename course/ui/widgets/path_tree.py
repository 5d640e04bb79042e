"""The learning path: modules with how far they are, and their lessons when a module is open.

It draws only the lines in view, and a module's lessons are put in when it is first opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from course.model import LessonEntry, ModuleEntry
from course.signs import DONE, HERE, OPEN, SKIPPED
from course.ui import keys
from course.ui.widgets.bars import bar
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.later import once_drawn

_INDENT = 3
_COLOURS = {"done": "success", "here": "accent", "quiet": "muted", "line": "line"}
_NO_LABEL = Text()  # `render_label` makes each line from the node's data
_UNFOLD, _FOLD = " + ", " \N{MINUS SIGN} "


@dataclass(frozen=True, slots=True)
class PathState:
    """How far the learner is: lessons done by module, lessons done and begun, and the place.

    `skipped` are the modules that a placement found held, `returned` those that came back since.
    """

    done: dict[str, tuple[int, int]] = field(default_factory=dict)
    lessons_done: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    here: str = ""
    skipped: frozenset[str] = frozenset()
    returned: frozenset[str] = frozenset()


Row = ModuleEntry | LessonEntry


class PathTree(Tree[Row], inherit_bindings=False):
    """Modules and lessons. Enter opens a lesson or folds a module; left and right fold too."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LESSON_LIST]

    class LessonChosen(Message):
        """The learner wants to open this lesson."""

        def __init__(self, lesson: LessonEntry) -> None:
            super().__init__()
            self.lesson = lesson

    class ModuleTurned(Message):
        """The learner knows this module, or wants a skipped one back."""

        def __init__(self, module: str) -> None:
            super().__init__()
            self.module = module

    class TestAsked(Message):
        """The learner wants to show with code that they know this module."""

        def __init__(self, module: str) -> None:
            super().__init__()
            self.module = module

    class LeftUpwards(Message):
        """The cursor went up from the first line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__("path", id=id)
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self.state = PathState()
        self._module_nodes: dict[str, TreeNode[Row]] = {}
        self._revealed: tuple[TreeNode[Row], TreeNode[Row]] | None = None

    def show(self, modules: Sequence[ModuleEntry], state: PathState) -> None:
        """Show these modules; when they are the ones shown, only their state is drawn again."""
        is_same, self.state = state == self.state, state
        if [node.data for node in self._module_nodes.values()] != list(modules):
            self.clear()
            self._revealed = None
            self._module_nodes = {
                module.id: self.root.add(_NO_LABEL, data=module) for module in modules
            }
            return
        if is_same:
            return
        for node in self._module_nodes.values():
            node.refresh()
            for child in node.children:
                child.refresh()

    def reveal(self, module_id: str, lesson_id: str | None = None) -> None:
        """Open a module and put the cursor on it, or on one of its lessons."""
        node = self._module_nodes.get(module_id)
        if node is None:
            return
        self._fill(node)
        node.expand()
        target = next(
            (it for it in node.children if it.data is not None and it.data.id == lesson_id), node
        )
        self._revealed = (node, target)
        if self.last_line >= 0:  # asking for it also numbers the lines
            self.cursor_line = target.line
        if self.size:
            once_drawn(self, self._move)

    def on_resize(self, event: events.Resize) -> None:
        """What was revealed before there was room is brought into view.

        Textual's tree makes all its lines anew here; these lines depend on nothing but the
        width, which the cache of drawn lines minds already.
        """
        event.prevent_default()
        self._move()

    def _move(self) -> None:
        """The module's line goes to the top, so that as many of its lessons are seen as fit."""
        if self._revealed is None:
            return
        module, node = self._revealed
        self._revealed = None
        if self.last_line < 0:
            return
        if self.cursor_node is not node:
            self.move_cursor(node)
        self.scroll_to(y=module.line, animate=False, immediate=True)
        self.scroll_to_node(node, animate=False)

    def _fill(self, node: TreeNode[Row]) -> None:
        if isinstance(node.data, ModuleEntry) and not node.children:
            for lesson in node.data.lessons:
                node.add_leaf(_NO_LABEL, data=lesson)

    # ------------------------------------------------------------ what the learner does

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Row]) -> None:
        """Put the lessons in."""
        event.stop()
        self._fill(event.node)

    def on_tree_node_selected(self, event: Tree.NodeSelected[Row]) -> None:
        """Enter or a click on a lesson opens it."""
        event.stop()
        if isinstance(event.node.data, LessonEntry):
            self.post_message(self.LessonChosen(event.node.data))

    def action_cursor_up(self) -> None:
        """Up, and out of the path at its first line."""
        if self.cursor_line <= 0:
            self.post_message(self.LeftUpwards())
        else:
            super().action_cursor_up()

    def action_expand(self) -> None:
        """Show a module's lessons; on an open module go to the first of them."""
        node = self.cursor_node
        if node is None or not isinstance(node.data, ModuleEntry):
            return
        if node.is_expanded and node.children:
            self.move_cursor(node.children[0])
        else:
            node.expand()

    def action_collapse(self) -> None:
        """Hide a module's lessons; on a lesson go to its module first."""
        node = self.cursor_node
        if node is None:
            return
        if isinstance(node.data, LessonEntry) and node.parent is not None:
            self.move_cursor(node.parent)
        else:
            node.collapse()

    def _module_here(self) -> str | None:
        """The module under the cursor, or that of the lesson there."""
        node = self.cursor_node
        return node.data.id.partition("/")[0] if node is not None and node.data else None

    def action_turn(self) -> None:
        """Skip the module, or put it back."""
        if module := self._module_here():
            self.post_message(self.ModuleTurned(module))

    def action_test_out(self) -> None:
        """Show with code that the module is known."""
        if module := self._module_here():
            self.post_message(self.TestAsked(module))

    # ------------------------------------------------------------ drawing

    def get_label_width(self, node: TreeNode[Row]) -> int:  # noqa: ARG002 - Textual's signature
        """A line is as wide as the widget, never wider."""
        return 0

    def render_label(self, node: TreeNode[Row], base_style: Style, style: Style) -> Text:
        """One line; under the cursor its own colours give way to the cursor's."""
        width = self.scrollable_content_region.width
        chosen = self.has_focus and node.line == self.cursor_line
        if isinstance(node.data, ModuleEntry):
            parts = self._module_parts(node.data, node.is_expanded, width)
        elif isinstance(node.data, LessonEntry):
            parts = self._lesson_parts(node.data, width - 2)
        else:
            return Text("")
        line = Text(style=base_style + style, no_wrap=True)
        for text, name in parts:
            line.append(text, None if chosen or not name else self._style(name))
        return line

    def _style(self, name: str) -> Style:
        return Style(color=self.app.theme_variables[_COLOURS[name]])

    def _module_parts(
        self, module: ModuleEntry, is_open: bool, width: int
    ) -> list[tuple[str, str]]:
        done, total = self.state.done.get(module.id, (0, len(module.lessons)))
        symbol, name = _symbol(done, total, self._holds_here(module))
        count = f"{done} of {total}"
        if module.id in self.state.skipped and done < total:
            symbol, name, count = SKIPPED, "quiet", "skipped"
        elif module.id in self.state.returned and not done:
            count = "is back"
        cells = 24 if width >= 76 else 16 if width >= 60 else 10 if width >= 46 else 0
        filled, rest = bar(done / total if total else 0.0, cells)
        room = width - cells - 18
        return [
            (_FOLD if is_open else _UNFOLD, "quiet"),
            (f"{symbol} ", name),
            (fitted(module.title, room, pad=True), "here" if name == "here" else ""),
            (" ", ""),
            (filled, "done" if done == total else "here"),
            (rest, "line"),
            (count.rjust(11) + " ", "quiet"),
        ]

    def _lesson_parts(self, lesson: LessonEntry, width: int) -> list[tuple[str, str]]:
        is_done = lesson.id in self.state.lessons_done
        is_here = lesson.id == self.state.here
        is_begun = lesson.id in self.state.begun
        if is_done:
            symbol, name, word = DONE, "done", "done"
        elif is_here or is_begun:
            symbol, name, word = HERE, "here", "begun"
        else:
            symbol, name, word = OPEN, "quiet", f"{lesson.minutes} min"
        if is_here:
            word = "you are here"
        room = width - _INDENT - 17
        return [
            (" " * _INDENT, ""),
            (f"{symbol} ", name),
            (fitted(lesson.title, room, pad=True), "here" if is_here else ""),
            (word.rjust(14) + " ", "here" if is_here else "quiet"),
        ]

    def _holds_here(self, module: ModuleEntry) -> bool:
        return any(lesson.id == self.state.here for lesson in module.lessons)


def _symbol(done: int, total: int, is_here: bool) -> tuple[str, str]:
    if total and done == total:
        return DONE, "done"
    return (HERE, "here") if done or is_here else (OPEN, "quiet")
