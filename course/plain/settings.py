"""What can be set for the plain course, and where the settings of the screens are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.learner.habit import MOST, goal, goal_words, set_goal
from course.plain.asking import LEAVE, MENU
from course.plain.files import editor

if TYPE_CHECKING:
    from course.plain.desk import Desk

_NO_GOAL = "0"


async def settings(desk: Desk) -> None:
    """Say what is set and where; a goal for the week may be set here."""
    session, talk = desk.session, desk.talk
    talk.heading("Settings")
    command = editor(desk)
    opens = f"`{' '.join(command)}`" if command else "not set; VISUAL or EDITOR names it"
    talk.say(f"Your editor: {opens}.")
    talk.say("Colours: left out where NO_COLOR is set.")
    talk.say("The settings of the screens, for the app, are in this file:")
    talk.exactly(str(session.locations.settings))
    talk.say(f"{goal_words(goal(session))}.")
    ways = {_NO_GOAL: "no goal", MENU: "menu", LEAVE: "leave"}
    days = await desk.asking.number(MOST, "days a week that you want to practise", ways)
    if days == MENU:
        return
    set_goal(session, int(days))
    talk.say(f"{goal_words(goal(session))}.")
