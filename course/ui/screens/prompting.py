"""The `>>>` pane in a place: opened by its key, which loads the code again once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from course.ui import keys
from course.ui.screens.autosave import SavingScreen
from course.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.widget import Widget

    from course.checking.prompt import PromptCode
    from course.ui.widgets.prompt import PromptPane


_PRACTISED = 5
"""Exercises from which on a module is more than a welcome."""


class PromptingScreen(SavingScreen):
    """A place with code that a prompt can begin with; a subclass says which."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PROMPT]

    _came_from: Widget | None = None

    def prompt_code(self) -> PromptCode:
        """The code as it is typed; override it."""
        raise NotImplementedError

    @property
    def completes(self) -> bool:
        """Whether editors offer names: not up to the end of the first module that is practised."""
        sizes = {
            module.id: sum(len(lesson.exercises) for lesson in module.lessons)
            for module in self.session.catalogue.modules
        }
        first = next((place for place, size in enumerate(sizes.values()) if size >= _PRACTISED), 0)
        return self.module_of_code not in list(sizes)[: first + 1]

    @property
    def module_of_code(self) -> str:
        """The module that the code belongs to; where the learner is, where it belongs to none."""
        return self.session.here().lesson.partition("/")[0]

    @property
    def prompt_pane(self) -> PromptPane | None:
        """The pane, once it was opened."""
        return next(iter(self.query("#prompt")), None)  # type: ignore[return-value]

    async def action_prompt(self) -> None:
        """Go to the prompt, opening it first; there, load the code as it is now."""
        from course.ui.widgets.prompt import PromptPane

        pane = self.prompt_pane
        if pane is None:
            pane = PromptPane(self.prompt_code, self.session.checker.prompt)
            await self.mount(pane, before=self.query_one(KeyLine))
        elif pane.display and pane.line.has_focus:
            pane.begin()
            return
        if not pane.line.has_focus:
            self._came_from = self.focused
        pane.display = True
        pane.look()
        pane.line.focus()

    def typed(self) -> None:
        """The prompt may have older code now."""
        super().typed()
        if (pane := self.prompt_pane) is not None:
            pane.look()

    def on_prompt_pane_closed(self) -> None:
        """Hide it, and go back to where it was opened from."""
        if (pane := self.prompt_pane) is not None:
            pane.display = False
        self.set_focus(self._came_from if self._came_from in self.focus_chain else None)
