"""The learner's file under the editor: saved while they type, followed when changed elsewhere."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import SuspendNotSupported
from textual.content import Content
from textual.widgets import Static, TextArea

from course.catalogue import package
from course.errors import CourseError, WorkspaceError
from course.learner import own_editor
from course.learner.unsaved import Unsaved
from course.ui import tab
from course.ui.screens.autosave import SavingScreen
from course.ui.screens.confirm import ConfirmDialog

if TYPE_CHECKING:
    from course.learner.session import Session
    from course.model import Exercise
    from course.ui.widgets.editor import CodeEditor
    from course.ui.widgets.project_editor import ProjectEditor
    from course.ui.widgets.repository import RepositoryPanel


class TwoVersions(WorkspaceError):  # noqa: N818 - it reads as what happened
    """The file and the editor both changed; `theirs` is the file's text."""

    def __init__(self, path: Path, theirs: str) -> None:
        super().__init__(
            f"{short(path)} was changed outside the course while you typed here. "
            "That version is still in the file."
        )
        self.theirs = theirs


class ExerciseFile:
    """What is known of the learner's file. `known` is its text as last read or written here.

    The file changed elsewhere when it differs from `known`. Methods raise `CourseError`.
    """

    def __init__(self, session: Session, exercise: Exercise) -> None:
        self.session = session
        self.exercise = exercise
        self.known = session.load(exercise)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.session.file(self.exercise)

    def changed_elsewhere(self) -> str | None:
        """The file's text where somebody else has changed it, else None."""
        try:
            text = self.session.workspace.read(self.exercise)
        except FileNotFoundError:
            return None
        return text if text != self.known else None

    def save(self, text: str) -> None:
        """Write the file, unless it says so already."""
        if text != self.known or not self.path.exists():
            self.session.save(self.exercise, text)
            self.known = text

    def keep_mine(self, mine: str) -> Path:
        """Write `mine`; the version from elsewhere is kept beside it, at the path returned."""
        theirs = self.changed_elsewhere()
        kept = self.session.workspace.keep(self.exercise, theirs or self.known, "edit")
        self.session.save(self.exercise, mine)
        self.known = mine
        return kept

    def take_theirs(self, mine: str) -> tuple[str, Path]:
        """The version from elsewhere; `mine` is kept beside it, at the path returned."""
        kept = self.session.workspace.keep(self.exercise, mine, "edit")
        self.known = self.session.load(self.exercise)
        return self.known, kept

    def reset(self) -> Path | None:
        """Put the starter back; where the version before is kept, if it differed."""
        kept = self.session.reset(self.exercise)
        self.known = self.session.load(self.exercise)
        return kept


_LONGEST_FILE = 100_000
CHANGED = "This task has changed since you began it"
KEEPS = "Your code stays as it is. Ctrl+R puts the new starter in its place and keeps yours."


class FileScreen(SavingScreen):
    """A screen with the learner's file in an editor: `exercise`, `file` and `editor` are set first.

    The screen has a line `#file-line` that says where the file is and what is new about it.
    """

    exercise: Exercise
    file: ExerciseFile
    editor: CodeEditor | ProjectEditor | RepositoryPanel

    def __init__(self) -> None:
        super().__init__()
        self.asking = False
        self.news = ""
        self.unchecked = False
        self.is_gone = False
        self._left: str | None = None
        self._question: ConfirmDialog | None = None
        self._file_line = ("", "")

    def open_file(self) -> str:
        """Open the file of `exercise`; the text to go on with."""
        self.file = ExerciseFile(self.session, self.exercise)
        kept = self.take_up(f"exercise:{self.exercise.id}")
        if kept is None:
            return self.file.known
        if self.exercise.package and not package.is_joined(kept.text):
            self.leave_kept()
            words = "What you typed before does not fit this project: it had one file then."
            self.course.tell_later(f"{words} It is offered when the course starts.")
            return self.file.known
        self.file.known = kept.base
        return kept.text

    @cached_property
    def files(self) -> dict[str, str]:
        """What lies beside the learner's file to be read: code under test, data that is text."""
        exercise, files = self.exercise, {}
        if exercise.source.under_test:
            name = f"{exercise.source.under_test}.py"
            files[name] = exercise.folder / name
        for data in exercise.data_files:
            files[data.relative_to(exercise.folder).as_posix()] = data
        texts = {}
        for name, file in files.items():
            with suppress(OSError, UnicodeDecodeError):
                if file.stat().st_size <= _LONGEST_FILE:
                    texts[name] = file.read_text(encoding="utf-8")
        return texts

    def action_files(self) -> None:
        """Read what lies beside the code."""
        from course.ui.screens.beside import FilesDialog

        self.app.push_screen(FilesDialog(self.files))

    def tell_task_news(self) -> None:
        """Tell what a newer course has changed about a task that was begun."""
        if news := self.session.task_news(self.exercise):
            from course.ui.screens.dialogs import ErrorDialog
            from course.ui.widgets.got_expected import diff_lines

            self.app.push_screen(ErrorDialog(CHANGED, diff_lines(news.split("\n")), KEEPS))

    def check_quietly(self) -> None:
        """The code has changed; override it."""

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.unchecked = self.unchecked or self.editor.text != self.file.known
        self.show_file_line()
        self.typed()

    def paused(self) -> None:
        """The learner has stopped typing: save, and check quietly."""
        if self.unchecked and self.save(asked=False):
            self.unchecked = False
            self.check_quietly()

    # ------------------------------------------------------------ saving

    def draft(self) -> Unsaved:
        """The code as it is."""
        return Unsaved(
            place=f"exercise:{self.exercise.id}",
            title=f"the exercise “{self.exercise.title}”",
            file=str(self.file.path),
            text=self.editor.text,
            base=self.file.known,
            why="",
        )

    def write_typed(self) -> None:
        """Write the file, unless somebody else has written another version meanwhile."""
        mine = self.editor.text
        theirs = self.file.changed_elsewhere()
        if theirs is None or theirs == mine:
            self.file.save(mine)
        elif mine == self.file.known:
            self.take_over(theirs)
        else:
            raise TwoVersions(self.file.path, theirs)

    def saved(self) -> None:
        """The file holds what the editor holds."""
        super().saved()
        self._left, self.is_gone = None, False
        self.show_file_line()

    def not_saved(self, error: CourseError, asked: bool) -> None:
        """Ask about two versions, unless the learner has left that open; tell the rest.

        Where there is no version in the file any more, the question which one is to go on goes.
        """
        if not isinstance(error, TwoVersions):
            if self._question is not None:
                self._question.dismiss()
            super().not_saved(error, asked)
        else:
            self.keep_elsewhere(error)
            if not self.asking and (asked or error.theirs != self._left):
                self.ask_which_version()
        self.show_file_line()

    def action_save(self) -> None:
        """Save at once."""
        if self.save():
            self.show_file_line("Saved")

    def show_file_line(self, news: str = "") -> None:
        """Where the file is and whether it is saved; `news` about it stay until the next key."""
        is_saved = self.editor.text == self.file.known
        self.news = news or (self.news if is_saved else "")
        waits = "kept, not in the file" if self.is_kept_elsewhere else "not saved yet"
        saved = "saved" if is_saved else waits
        saved = "gone; Ctrl+S saves it again" if self.is_gone and is_saved else saved
        words = self.news or f"{short(self.file.path)} · {saved}"
        colour = "$accent" if self.news else "$muted"
        if (words, colour) == self._file_line:
            return  # at most keys it is: another layout of the screen is saved
        for shown in self.query("#file-line").results(Static):  # there is none on leaving
            shown.update(Content.styled(words, colour))
            self._file_line = words, colour

    @work(group="follow", exclusive=True)
    async def follow_file(self) -> None:
        """Show in the editor what another program writes into the file, whatever happens to it."""
        while True:
            try:
                async for _ in self.session.changes(self.exercise, self.file.known):
                    self.changed_elsewhere()
            except CourseError as error:
                if self.editor.text == self.file.known:
                    self.tell_once(error)
                else:
                    self.not_saved(error, asked=False)
                await self._until_it_is_back()
            except OSError:
                pass  # the folder is gone; it may come back
            await asyncio.sleep(1)

    async def _until_it_is_back(self) -> None:
        """Say of a file that is gone that it is; when it is so again, it is told again."""
        if self.file.path.exists():
            return
        self.is_gone = True
        self.show_file_line()
        while not self.file.path.exists():
            await asyncio.sleep(1)
        self.is_gone, self._trouble = False, ""
        self.show_file_line()

    def changed_elsewhere(self) -> None:
        """Take over a change from elsewhere, or ask where the editor has one of its own."""
        if not self.asking:
            self.save(asked=False)

    def take_over(self, theirs: str) -> None:
        """Go on with a change from elsewhere; nothing was typed meanwhile."""
        before, self.file.known = self.file.known, theirs
        if self.editor.text != theirs:
            self.editor.replace_text(theirs)
            self.check_quietly()
        words = "Your file was changed outside the course; this is how it is now."
        if theirs == self.exercise.starter:
            kept = self.session.workspace.kept_as(self.exercise, before, "reset")
            if kept is not None:
                words = f"The starter was put back; your version is kept as {kept.name}"
        self.show_file_line(words)

    def ask_which_version(self) -> None:
        """The file and the editor both changed: ask which goes on."""
        self.asking = True
        self.settle_versions()

    @work(group="ask", exclusive=True)
    async def settle_versions(self) -> None:
        """Ask, and go on with one version; the other is kept beside it. Escape leaves both."""
        self._question = question = ConfirmDialog(
            "Your file was changed outside the course",
            f"{short(self.file.path)} and this editor now differ. Which version do you want to "
            "go on with? The other one is kept in a file beside it. Esc leaves both as they are.",
            yes="The file's version",
            no="This editor's version",
        )
        try:
            take_theirs = await self.app.push_screen_wait(question)
            mine = self.editor.text
            if take_theirs is None:
                with suppress(CourseError):  # it can no longer be read, which is told
                    self._left = self.file.changed_elsewhere()
                    self.show_file_line("Both versions are left as they are. Ctrl+S asks again.")
                return
            if take_theirs:
                text, kept = self.file.take_theirs(mine)
                self.editor.replace_text(text)
            else:
                kept = self.file.keep_mine(mine)
        finally:
            self.asking, self._question = False, None
        self.saved()
        self.show_file_line(f"The other version is kept beside it as {kept.name}")

    def action_own_editor(self) -> None:
        """Open the file in the learner's own editor, or tell where it is."""
        if not self.save():
            return
        try:
            command = own_editor.editor_command()
        except CourseError as error:
            self.course.show_error(error)
            return
        if not command:
            self.tell_path()
            return
        try:
            with self.app.suspend():
                trouble = own_editor.edit(command, self.file.path)
        except SuspendNotSupported:
            self.tell_path()
            return
        if trouble:
            self.course.show_error(WorkspaceError(trouble))
        self.changed_elsewhere()

    def tell_path(self) -> None:
        """Where the file is, for an editor that is opened by hand."""
        words = f"Open {self.file.path} in any editor. What you save there appears here."
        if not tab.is_served():
            words += (
                "\n\nSet VISUAL or EDITOR to your editor's command, and this key opens it for you."
            )
        self.app.push_screen(ConfirmDialog("Your file", words, no="Close"))

    def save_last(self) -> str:
        """Leave nothing unsaved; of two versions the file's stays, and this one goes beside it."""
        mine = self.editor.text
        if mine == self.file.known and self.file.path.exists():
            return ""  # nothing was typed that the file does not hold
        with suppress(CourseError):  # then it is kept elsewhere
            try:
                self.write_typed()
            except TwoVersions as error:
                if self.app.is_running:
                    kept = self.session.workspace.keep(self.exercise, mine, "edit")
                    self.saved()
                    return f"{error} What you typed is kept beside it as {kept.name}."
        return self.save_typed()


def short(path: Path) -> str:
    """A path as it is said: from the home folder where it is in there."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
