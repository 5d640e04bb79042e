"""The learner's code outside the course: in their editor, or in a file whose path is told."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner import own_editor
from course.learner.files import encode_text, write_file
from course.plain.talk import Interrupted

if TYPE_CHECKING:
    from course.plain.desk import Desk

END = "."
_TYPING = (
    "Type the whole program, one line after the other, with the spaces that a line begins with. "
    "It takes the place of what is in the file. A line with one dot ends it; Ctrl+C leaves the "
    "file as it is."
)


def editor(desk: Desk) -> list[str]:
    """The learner's editor; empty where there is none, or none that can be started."""
    try:
        return own_editor.editor_command()
    except CourseError as error:
        desk.talk.say(str(error))
        return []


async def open_file(desk: Desk, file: Path) -> None:
    """Have a file changed: in the learner's editor, or by whatever means, until they say so."""
    command = editor(desk)
    if not command:
        desk.talk.say("Change this file and save it:")
        desk.talk.exactly(str(file))
        if await desk.asking.command({"": "it is saved", "w": "type it here"}) == "w":
            await type_file(desk, file)
        return
    if trouble := own_editor.edit(command, file, desk.talk.is_terminal):
        desk.talk.say(trouble)


async def type_file(desk: Desk, file: Path) -> bool:
    """Have a file typed anew, line by line, up to a line with one dot; whether it was."""
    desk.talk.say(_TYPING)
    lines: list[str] = []
    try:
        while (line := await desk.talk.ask(f"Line {len(lines) + 1}:")) != END:
            lines.append(line)
    except Interrupted:
        desk.talk.say("Nothing has changed.")
        return False
    if not any(line.strip() for line in lines):
        desk.talk.say("Nothing was typed, so nothing has changed.")
        return False
    try:
        write_file(file, encode_text("\n".join(lines) + "\n", file))
    except CourseError as error:
        desk.talk.say(str(error))
        return False
    return True


async def open_folder(desk: Desk, folder: Path) -> None:
    """Have something done in a folder: in a terminal there, or in one of the learner's own."""
    if desk.talk.is_terminal:
        if trouble := own_editor.shell(folder):
            desk.talk.say(trouble)
        return
    desk.talk.say("Work in this folder, in a terminal of your own:")
    desk.talk.exactly(str(folder))
    await desk.asking.command({"": "it is done"})


async def own_code(desk: Desk, source: str, name: str) -> str:
    """Code that is changed and kept nowhere; `name` is its file's."""
    with tempfile.TemporaryDirectory(prefix="course-code-") as folder:
        file = Path(folder, name)
        file.write_text(source, encoding="utf-8")
        await open_file(desk, file)
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            desk.talk.say(f"The changed code cannot be read: {error}.")
            return source
