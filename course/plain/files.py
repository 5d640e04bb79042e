"""The learner's code outside the course: in their editor, or in a file whose path is told."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.learner import own_editor

if TYPE_CHECKING:
    from course.plain.desk import Desk


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
        await desk.asking.command({"": "it is saved"})
        return
    if trouble := own_editor.edit(command, file, desk.talk.is_terminal):
        desk.talk.say(trouble)


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
