"""The learner's own files: `<workspace>/<module>/<exercise>.py`, written whole or not at all.

A project of several files is a folder, `<workspace>/<module>/<exercise>/`; here, too, it is read
and written as one text (see `catalogue.package`). So is a repository, but only read: its text is
what `checking.repository` finds in it.

Beside each lie copies of its tests and data, so that plain `pytest` works there too. Nothing a
learner wrote is ever overwritten: what has to make way is kept under another name.
"""

from __future__ import annotations

import errno
import glob
import os
import stat
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import aclosing, suppress
from pathlib import Path

from course.catalogue import package
from course.checking.repository.facts import facts
from course.errors import CourseError, WorkspaceError
from course.learner.exercise_updates import Given, GivenTexts, difference, digest, start_of
from course.learner.files import (
    NotASubmission,
    encode_text,
    expect_inside,
    explained,
    free_name,
    read_project,
    read_submission,
    read_text,
    write_file,
)
from course.learner.workspace_repository import BuiltFolder
from course.model import Exercise
from course.worker.limits import FILE_BYTES

_SAVED_WITHIN = 0.1
"""Seconds in which an editor that has emptied a file has written to it."""


class Workspace:
    """The folder of the learner's files. Nothing is created before it is needed."""

    def __init__(
        self,
        folder: Path,
        moved: Callable[[], Mapping[str, str]] = dict,
        given: Path | None = None,
    ) -> None:
        """`moved` tells the ids of today by those that exercises had before.

        In the folder `given` is kept what learners were given, to know what they have touched.
        """
        self.folder = folder
        self.given = GivenTexts(given)
        self._moved = moved

    def file(self, exercise: Exercise) -> Path:
        """Where the learner's file of an exercise is, or a project's folder; there or not."""
        module = exercise.id.rpartition("/")[0]
        return self.folder / module / exercise.file_name

    def place(self, exercise: Exercise) -> Path:
        """Where the learner works: the file; of a repository, the folder to be in."""
        file = self.file(exercise)
        return file / exercise.start.folder if exercise.start is not None else file

    def load(self, exercise: Exercise) -> str:
        """The learner's file, created from the starter where there is none or nothing in it."""
        file = self.file(exercise)
        with explained(file):
            if exercise.start is not None:
                return self._repository(exercise).load()
            self._bring(exercise, file)
            text = self._read_settled(exercise)
            given = self.given.of(exercise.id) or Given()
            is_untouched = text == given.starter != exercise.starter
            if not text.strip() or is_untouched:
                if exercise.package and is_untouched:
                    self._remove_given(exercise, file, given)
                text = exercise.starter
                self._write(exercise, file, text)
        files = dict(given.files)
        with suppress(CourseError):  # a help; saving will tell what is wrong with the folder
            files |= self._copy_companions(exercise, file.parent, given)
        if text == exercise.starter or not given.starter:
            given = Given(exercise.starter, exercise.source.brief)
        self.given.remember(exercise.id, Given(given.starter, given.brief, files))
        return text

    def _read_settled(self, exercise: Exercise) -> str:
        """What is in the learner's file, "" where there is none.

        An editor that saves empties the file for a moment: it is nothing that a starter replaces.
        """
        text = ""
        with suppress(FileNotFoundError):
            if not (text := self.read(exercise)).strip():
                time.sleep(_SAVED_WITHIN)
                text = self.read(exercise)
        return text

    def task_news(self, exercise: Exercise) -> str:
        """What is different about a task that the learner has begun, as a diff; told once.

        Empty where nothing is, or nothing is known of what they were given.
        """
        given = self.given.of(exercise.id)
        if given is None or not given.starter or given.is_task_of(exercise):
            return ""
        now = Given(start_of(exercise), exercise.source.brief, given.files)
        self.given.remember(exercise.id, now)
        return difference(given, exercise)

    def _remove_given(self, exercise: Exercise, folder: Path, given: Given) -> None:
        """Files of an untouched project that the newer one does not have."""
        for name in package.split(given.starter).keys() - package.split(exercise.starter).keys():
            (folder / name).unlink(missing_ok=True)

    def is_given(self, exercise: Exercise, text: str) -> bool:
        """Whether what is there is what the learner was given."""
        if exercise.start is not None:
            return self._repository(exercise).is_given(text)
        return text == exercise.starter

    def _repository(self, exercise: Exercise) -> BuiltFolder:
        expect_inside(self.folder, self.file(exercise))
        return BuiltFolder(exercise, self.file(exercise), self.given)

    def _bring(self, exercise: Exercise, file: Path) -> None:
        """Take the learner's file along where its exercise has moved, with its older versions."""
        if os.path.lexists(file):
            return
        for old in (old for old, new in self._moved().items() if new == exercise.id):
            self.given.bring(old, exercise.id)
            module, _, name = old.rpartition("/")
            before = self.folder / module / (name if exercise.package else f"{name}.py")
            if not before.exists() or before.is_symlink():
                continue
            expect_inside(self.folder, before)
            file.parent.mkdir(parents=True, exist_ok=True)
            for one in (before, *before.parent.glob(f"{glob.escape(name)}.before-*")):
                target = file if one == before else file.parent / one.name
                if not os.path.lexists(target):
                    one.rename(target)
            self._clear_given(exercise, before.parent)
            return

    def _clear_given(self, exercise: Exercise, folder: Path) -> None:
        """Tests and data that lay beside a file which has moved; what was touched stays."""
        given = self.given.of(exercise.id) or Given()
        for file in (folder / name for name in given.files):
            with suppress(OSError, CourseError):  # it is in nobody's way
                if given.has(file.relative_to(folder).as_posix(), read_submission(file)):
                    file.unlink()

    def read(self, exercise: Exercise) -> str:
        """The text of the learner's file.

        Raises FileNotFoundError where there is none, CourseError where it cannot be read.
        """
        file = self.file(exercise)
        if exercise.start is not None:
            if not file.exists():
                raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(file))
            return facts(file)
        try:
            text = read_project(file) if exercise.package else read_text(file)
        except FileNotFoundError:
            if file.is_symlink():  # a link to nothing is no place for a file either
                expect_inside(self.folder, file)
            raise
        except OSError as error:
            with explained(file):
                raise error from None
        if exercise.package and not text:
            raise FileNotFoundError(errno.ENOENT, "there is no file in it", str(file))
        return text

    def save(self, exercise: Exercise, text: str) -> None:
        """Replace the learner's file; the old text stays until the new one is on the disk.

        Of a project the files that differ are replaced; none is removed.
        """
        self._write(exercise, self.file(exercise), text)

    def reset(self, exercise: Exercise) -> Path | None:
        """Put the starter back. The learner's version is kept beside it; its path is returned.

        Returns None where there was nothing to keep: no file, or the starter as it was. What is
        no submission (a pipe, a link to a file elsewhere, gigabytes) is put aside as it is.
        """
        file = self.file(exercise)
        with explained(file):
            if exercise.start is not None:
                return self._repository(exercise).reset()
            if exercise.package:
                return self._reset_package(exercise, file)
            kept = None
            try:
                expect_inside(self.folder, file)
                before = read_submission(file)
                starter = encode_text(exercise.starter, file)
            except FileNotFoundError:
                before = starter = encode_text(exercise.starter, file)
            except NotASubmission:
                expect_inside(self.folder, file.parent)
                before = starter = encode_text(exercise.starter, file.parent)
                kept = free_name(file, "reset")
                file.rename(kept)
            if before != starter:
                kept = self.keep_file(file, before, "reset")
            self.put(file, starter)
        return kept

    def _reset_package(self, exercise: Exercise, folder: Path) -> Path | None:
        """The whole folder, whatever is in it, makes way for the starter's."""
        try:
            if self.read(exercise) == exercise.starter:
                return None
        except CourseError:
            pass  # a file that cannot be read is kept as it is
        except FileNotFoundError:
            self._write(exercise, folder, exercise.starter)
            return None
        kept = free_name(folder, "reset")
        folder.rename(kept)
        self._write(exercise, folder, exercise.starter)
        return kept

    def keep(self, exercise: Exercise, text: str, reason: str) -> Path:
        """Keep a version beside the learner's file, as `find_sku.before-<reason>-1.py`."""
        file = self.file(exercise)
        if exercise.package:
            kept = free_name(file, reason)
            self._write(exercise, kept, text)
            return kept
        return self.keep_file(file, encode_text(text, file), reason)

    def kept_as(self, exercise: Exercise, text: str, reason: str) -> Path | None:
        """The newest version kept for a reason beside the learner's file, if it is this text."""
        file = self.file(exercise)
        kept = sorted(
            file.parent.glob(f"{glob.escape(file.stem)}.before-{reason}-*"),
            key=lambda path: path.lstat().st_mtime_ns,
        )
        with suppress(OSError, CourseError):
            if kept and (read_project if exercise.package else read_text)(kept[-1]) == text:
                return kept[-1]
        return None

    def put(self, file: Path, content: bytes) -> None:
        """Write a file of the workspace, whole or not at all, and never outside of it."""
        expect_inside(self.folder, file)
        write_file(file, content)

    def _write(self, exercise: Exercise, file: Path, text: str) -> None:
        """The text as the exercise's file, or as the files of its folder that differ."""
        if exercise.start is not None:
            return  # its text only tells what is there
        if not exercise.package:
            self.put(file, encode_text(text, file))
            return
        for name, content in package.split(text).items():
            path = file / name
            data = encode_text(content, path)
            with explained(path):
                if not path.is_file() or read_submission(path) != data:
                    self.put(path, data)

    def keep_file(self, file: Path, content: bytes, reason: str) -> Path:
        """Keep a version of a file as `find_sku.before-reset-1.py`, with the first number free.

        A kept test file ends in `.txt`: plain `pytest` would collect it otherwise.
        """
        kept = free_name(file, reason)
        self.put(kept, content)
        return kept

    async def changes(self, exercise: Exercise, before: str | None = None) -> AsyncIterator[str]:
        """The text of the learner's file each time it differs from `before`, whoever wrote it.

        Raises CourseError where the file can no longer be read; watching may start again then.
        """
        from watchfiles import awatch

        file = self.file(exercise)
        before = self.load(exercise) if before is None else before
        if not file.parent.is_dir():  # it has been moved: there is nothing to watch
            raise _is_gone(file)
        # Looking once a second, too, finds what was written before the watching began.
        watching = awatch(
            file if exercise.is_folder else file.parent,
            watch_filter=lambda _, path: _is_of(exercise, file, Path(path)),
            debounce=400,
            step=100,
            rust_timeout=1000,
            yield_on_timeout=True,
            recursive=exercise.is_folder,
        )
        is_seen, absent = False, 0
        async with aclosing(watching) as changes:
            async for changed in changes:
                if exercise.start is not None and is_seen and not changed:
                    continue  # reading a repository takes processes
                is_seen = True
                text = self._read_again(exercise)
                # An editor that writes anew removes or empties a file for a moment.
                absent = absent + 1 if before.strip() and not (text or "").strip() else 0
                if absent == 1:
                    continue
                if text is None:
                    raise _is_gone(file)
                if text != before:
                    before = text
                    yield text

    def _read_again(self, exercise: Exercise) -> str | None:
        """The file's text; None where there is no file."""
        with explained(self.file(exercise)):
            try:
                return self.read(exercise)
            except FileNotFoundError:
                return None

    def _copy_companions(self, exercise: Exercise, folder: Path, given: Given) -> dict[str, str]:
        """Put the course's tests and data beside the learner's file; their digests by name.

        Tests that differ make way for those that are checked, and are kept where somebody has
        touched them; other files that were touched may be the program's work, and stay.
        """
        digests = {}
        for source, target in _companions(exercise, folder):
            name = target.relative_to(folder).as_posix()
            with explained(target):
                content = source.read_bytes()
                try:
                    status = target.stat()
                except FileNotFoundError:
                    self.put(target, content)
                    digests[name] = digest(content)
                    continue
                if not stat.S_ISREG(status.st_mode) or status.st_size > FILE_BYTES:
                    continue
                there = read_submission(target)
                is_given = there == content or given.has(name, there)
                if not is_given and source not in exercise.test_files:
                    continue
                if not is_given:
                    self.keep_file(target, there, "update")
                if there != content:
                    self.put(target, content)
                digests[name] = digest(content)
        return digests


def _is_gone(file: Path) -> WorkspaceError:
    return WorkspaceError(f"{file} is gone. It is there again when it is saved.")


def _is_of(exercise: Exercise, file: Path, path: Path) -> bool:
    """Whether a file that has changed is one of the exercise's."""
    if exercise.start is not None:
        return path.suffix != ".lock"
    return path.suffix in package.SUFFIXES if exercise.package else path.name == file.name


def _companions(exercise: Exercise, folder: Path) -> Iterator[tuple[Path, Path]]:
    for test in exercise.test_files:
        if test.name != exercise.file_name:
            yield test, folder / test.name
    if exercise.source.under_test:
        name = f"{exercise.source.under_test}.py"
        yield exercise.folder / name, folder / name
    for data in exercise.data_files:
        yield data, folder / exercise.place_of(data)
