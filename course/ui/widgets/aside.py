"""The column at the right of Home in a wide window: the module's aim, practice, skills."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from course.catalogue.concepts import concept_name
from course.learner.progress import Progress
from course.model import Concept, ModuleEntry
from course.ui.figures import recent_days
from course.ui.widgets.bars import bar, spark
from course.ui.widgets.ending_words import fitted

_DAYS = 28
_SKILLS = 6
_BAR = 10
_NAME = 18


class Aside(Static):
    """What the learner works towards, and how it goes."""

    def show(
        self,
        module: ModuleEntry,
        progress: Progress,
        concepts: dict[str, Concept],
        today: date,
    ) -> None:
        """Draw it for the module the learner is in."""
        sections = [_section("After this module", Content(" ".join(module.can_do.split())))]
        days = recent_days(progress, today, _DAYS)
        if total := sum(day.done for day in days):
            sections.append(
                _section(
                    "Practice, the last 4 weeks",
                    Content.styled(spark([day.done for day in days]), "$accent"),
                    Content.styled(f"{total} answers and checks", "$muted"),
                )
            )
        if progress.concepts:
            weakest = sorted(progress.concepts.items(), key=lambda item: item[1])[:_SKILLS]
            names = [(concept_name(it, concepts), value) for it, value in weakest]
            sections.append(_section("Skills to strengthen", *(_skill(*it) for it in names)))
        self.update(Content("\n\n").join(sections))


def _section(title: str, *lines: Content) -> Content:
    return Content("\n").join([Content.styled(title, "bold"), *lines])


def _skill(name: str, mastery: float) -> Content:
    filled, rest = bar(mastery, _BAR)
    return Content.assemble(
        fitted(name, _NAME, pad=True),
        " ",
        (filled, "$accent"),
        (rest, "$line"),
        (f"{mastery:5.0%}", "$muted"),
    )
