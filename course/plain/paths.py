"""Choose a learning path: offered once at the first start, later from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.plain.asking import LEAVE, NEXT
from course.plural import counted
from course.signs import DONE

if TYPE_CHECKING:
    from course.model import PathSource
    from course.plain.desk import Desk


async def choose_path(desk: Desk) -> bool:
    """Have a path chosen; whether it begins with a placement that was not held yet."""
    session, talk = desk.session, desk.talk
    paths, chosen = session.catalogue.paths, session.path()
    talk.heading("Where do you start?")
    talk.say(
        "A path chooses the modules you see and their order. You can change it at any time; what "
        "you have done stays done.\n"
    )
    for number, path in enumerate(paths, 1):
        sign = f"  {DONE} your path" if chosen is not None and path.id == chosen.id else ""
        talk.say(f"{number:>3}  {path.title}, {counted(len(path.modules), 'module')}{sign}")
        talk.say(f"     {' '.join(path.audience.split())}")
    answer = await desk.asking.number(len(paths), "the path", {NEXT: "later", LEAVE: "leave"})
    if not isinstance(answer, int):
        return False
    path = paths[answer - 1]
    session.choose_path(path.id, await _one_of(desk, path) if path.one_of else None)
    return path.starts_with == "placement" and session.decision("placement") is None


async def _one_of(desk: Desk, path: PathSource) -> tuple[str, ...]:
    """Which of the modules that stand for each other: one of them, or all."""
    desk.talk.heading("Which of these?")
    desk.talk.say("One is enough for this path. You can choose again at any time.\n")
    for number, ident in enumerate(path.one_of, 1):
        module = desk.session.catalogue.module_entry(ident)
        desk.talk.say(f"{number:>3}  {module.title}")
        desk.talk.say(f"     {' '.join(module.can_do.split())}")
    last = len(path.one_of) + 1
    desk.talk.say(f"{last:>3}  {'Both' if last == 3 else 'All'}")
    answer = await desk.asking.number(last, "one", {LEAVE: "leave"})
    return path.one_of if answer == last else (path.one_of[int(answer) - 1],)
