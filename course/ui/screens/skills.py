"""Skills: what the learner's work shows, against what a junior job asks for, and what is next."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from course.catalogue.concepts import concept_name
from course.learner.mixed_up import MixedUp
from course.learner.readiness import STATES, Area, ModuleSkill, Overview, overview
from course.learner.report_words import evidence_of, figures, shift_words
from course.learner.skills import Skill
from course.model import Concept
from course.plural import counted
from course.signs import AREAS, DONE, HERE, OPEN
from course.ui import keys, styles
from course.ui.screens.base import CourseScreen
from course.ui.widgets.bars import bar
from course.ui.widgets.ending_words import fitted
from course.ui.widgets.picker import Picker

_BAR = 14
_NAME = 32
_SHORT_BAR = 8
_NARROWEST_NAME = 20
_WIDEST = 88
_AROUND = 7
"""Columns of the page that no line has: its padding, the list's own, the scroll bar."""
_STRONG = 0.9
_COLOURS = {"shown": "$success", "placed": "$muted", "begun": "$accent", "open": "$muted"}
ABOUT = "All of it is counted. Enter opens what is next. w: report, g: portfolio"


class SkillsScreen(CourseScreen):
    """The figures, then areas of a job, then modules with the concepts seen used."""

    CSS_PATH = styles.PAGES
    BINDINGS: ClassVar[list[BindingType]] = [*keys.SKILLS]
    AUTO_FOCUS = "Picker"

    def __init__(self) -> None:
        super().__init__()
        self.overview: Overview | None = None

    @property
    def place_name(self) -> str:
        """There is one."""
        return "skills"

    def compose_place(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="page"):
            yield Picker(id="skill-list", markup=False)

    def on_mount(self) -> None:
        """Say what it is."""
        self.title = "Skills"

    async def on_screen_resume(self) -> None:
        """Count again: an exercise may have been passed meanwhile."""
        self.show(overview(self.session))

    def on_resize(self) -> None:
        """The lines are as long as the window is wide."""
        if self.overview is not None:
            self.show(self.overview)

    def show(self, skills: Overview) -> None:
        """Draw what is counted, the mark where it was."""
        self.overview = skills
        self.sub_title = (
            f"{skills.shown} of {len(skills.areas)} areas shown" if skills.areas else ""
        )
        choices = self.query_one(Picker)
        before = choices.highlighted
        choices.clear_options()
        choices.add_options(list(self._options(skills)))
        if before is None:
            choices.action_first()
            choices.scroll_home(animate=False)
        else:
            choices.highlighted = min(before, choices.option_count - 1)

    def _options(self, skills: Overview) -> Iterator[Option | None]:
        catalogue = self.session.catalogue
        room = min(self.app.size.width, _WIDEST) - _AROUND
        yield Option(Content.styled(f"{figures(skills)}\n{ABOUT}", "$foreground"), disabled=True)
        yield None
        if skills.areas:
            yield _heading("What a junior job asks for")
            for area in skills.areas:
                entry = catalogue.exercises.get(area.next or "")
                following = f"{entry.kind}: {entry.title}" if entry else ""
                yield Option(
                    area_lines(area, following, room),
                    id=area.next and f"area|{area.next}|{area.title}",
                )
            yield None
        if skills.exams:
            yield _heading("Exams")
            for exam in skills.exams:
                lines = _indented(f"{exam.at[:10]}  {exam.told}", room)
                yield Option(Content("\n").join(lines), disabled=True)
            yield None
        if skills.mixed:
            yield _heading("What you have mixed up")
            for one in skills.mixed:
                yield Option(
                    mixed_lines(one, room), id=f"mixed|{one.lesson}|{one.question}|{one.id}"
                )
            yield None
        if skills.shifts:
            yield _heading("Working days")
            for day in skills.shifts:
                lines = [Content(day.run.title), *_indented(shift_words(day), room)]
                yield Option(Content("\n").join(lines), id=f"shift|{day.run.run}")
            yield None
        yield _heading("Modules and their concepts")
        for skill in skills.modules:
            yield Option(module_lines(skill, room), id=f"module|{skill.id}")
            module = catalogue.module_entry(skill.id)
            for ident in module.teaches:
                if ident in skills.skills:
                    line = concept_line(skills.skills[ident], catalogue.concepts, room)
                    yield Option(line, id=f"concept|{ident}|{skill.id}")

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        """An area opens its next exercise, a concept its lesson, a module its place on Home.

        What was mixed up opens the question that tells it apart.
        """
        event.stop()
        kind, _, rest = (event.option_id or "").partition("|")
        ident = rest.partition("|")[0]
        if kind == "area":
            self.course.open_exercise(ident)
        elif kind == "mixed":
            self.course.open_lesson(ident, int(rest.split("|")[1]))
        elif kind == "module":
            self.course.show_module(ident)
        elif kind == "shift":
            self.course.run_worker(self.course.run_action("app.shift"))
        elif lesson := self.session.catalogue.lesson_teaching(ident):
            self.course.open_lesson(lesson.id)
        else:
            self.say_why("Nothing is left to do here.")

    async def action_report(self) -> None:
        """Write the report into the learner's folder and say where it is."""
        await self.app.run_action("app.report")

    async def action_portfolio(self) -> None:
        """Write the projects as a git repository."""
        await self.app.run_action("app.portfolio")


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $accent"), disabled=True)


def area_lines(area: Area, following: str, room: int) -> Content:
    """An area in a few lines: how far it is, what it asks, what is next."""
    sign, colour, word = AREAS[area.state], _COLOURS[area.state], STATES[area.state]
    part = area.passed / area.needed if area.needed else 1.0
    count = f"{area.passed} of {area.needed} passed" if area.needed else ""
    if area.state == "shown":
        count = f"{area.passed} passed"
    words = ", ".join(filter(None, [word, count]))
    head = Content.styled(f"{sign} ", colour)
    lines = _figure_lines(head, Content(area.title), (part, colour, f"  {words}"), room)
    lines += _indented(area.asks, room)
    if area.state == "shown":
        lines += _indented(f"{area.first_try} at the first try, without a hint", room)
    elif following:
        lines.append(Content.assemble(("  next  ", "$muted"), fitted(following, room - 8)))
    return Content("\n").join(lines)


def mixed_lines(one: MixedUp, room: int) -> Content:
    """What was mixed up, how often, and what tells it apart."""
    lines = [Content.styled(one.name, "bold")]
    lines += [*_indented(one.told, room), *_indented(one.apart, room)]
    return Content("\n").join(lines)


def module_lines(skill: ModuleSkill, room: int) -> Content:
    """A module's mastery and what it is counted from."""
    lines = _mastery_lines(Content.styled(skill.title, "bold"), skill.mastery, "", room)
    return Content("\n").join([*lines, *_indented(", ".join(evidence_of(skill)), room)])


def concept_line(skill: Skill, concepts: Mapping[str, Concept], room: int) -> Content:
    """A concept's mastery and how often it was seen used."""
    name = Content(f"  {concept_name(skill.concept, concepts)}")
    words = f"seen {counted(skill.evidence, 'time')}"
    return Content("\n").join(_mastery_lines(name, skill.mastery, words, room))


def _figure_lines(
    sign: Content, name: Content, figures: tuple[float, str, str], room: int
) -> list[Content]:
    """A name, its bar and words on one line; in a narrow window the figures go below the name."""
    part, colour, words = figures
    filled, rest = bar(part, _BAR)
    left = room - sign.cell_length - 1 - _BAR - cell_len(words)
    if left >= _NARROWEST_NAME:
        width = min(_NAME, left)
        title = _cut(name, width)
        gap = " " * (width - title.cell_length + 1)
        figure = (filled, colour), (rest, "$line"), (words, "$muted")
        return [Content.assemble(sign, title, gap, *figure)]
    filled, rest = bar(part, _SHORT_BAR)
    drawn = Content.assemble("  ", (filled, colour), (rest, "$line"))
    head = Content.assemble(sign, _cut(name, room - sign.cell_length))
    if drawn.cell_length + cell_len(words) <= room:
        return [head, Content.assemble(drawn, (words, "$muted"))]
    return [head, drawn, *_indented(words.strip(), room)]


def _cut(name: Content, width: int) -> Content:
    """A name cut between its words, with its style."""
    return Content.styled(fitted(name.plain, width), name.spans[0].style if name.spans else "")


def _indented(words: str, room: int) -> list[Content]:
    """Words on lines of their own, cut between words."""
    lines = textwrap.wrap(words, room - 2)
    return [Content.styled(f"  {line}", "$muted") for line in lines]


def _mastery_lines(name: Content, mastery: float, words: str, room: int) -> list[Content]:
    sign = DONE if mastery >= _STRONG else HERE if mastery > 0 else OPEN
    colour = "$success" if mastery >= _STRONG else "$accent"
    head = Content.styled(f"{sign} ", colour if mastery > 0 else "$muted")
    line = f"{mastery:6.0%}   {words}".rstrip()
    return _figure_lines(head, name, (mastery, colour, line), room)
