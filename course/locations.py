"""Every path the course reads or writes.

`COURSE_HOME` moves everything that is written to one folder. Content (lessons and exercises)
is read from `COURSE_CONTENT` where that is set, else from the checkout the package stands in,
else from the copy inside the installed package.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "python-developer-course"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Locations:
    """The folders of one learner on one machine; none of them is created here."""

    content: Path
    data: Path
    cache: Path
    workspace: Path
    config: Path

    @property
    def lessons(self) -> Path:
        """`lessons/`, with `course.yaml` in it."""
        return self.content / "lessons"

    @property
    def exercises(self) -> Path:
        """`exercises/`, one folder per module."""
        return self.content / "exercises"

    @property
    def course_file(self) -> Path:
        """`lessons/course.yaml`."""
        return self.lessons / "course.yaml"

    @property
    def database(self) -> Path:
        """The learner's progress."""
        return self.data / "progress.sqlite3"

    @property
    def backups(self) -> Path:
        """Copies of the database, newest last by name."""
        return self.data / "backups"

    @property
    def given(self) -> Path:
        """What exercises were begun with, to know what a newer course may replace."""
        return self.data / "given"

    @property
    def settings(self) -> Path:
        """The learner's settings, a small YAML file."""
        return self.config / "settings.yaml"

    @property
    def error_logs(self) -> tuple[Path, Path]:
        """Where a crash is written down: in the data folder, or where that cannot be written."""
        import tempfile

        return self.data / "errors.log", Path(tempfile.gettempdir()) / "errors.log"

    @property
    def packs(self) -> Path:
        """The packs that were added beside the course, a content root each."""
        return self.data / "packs"

    @property
    def index(self) -> Path:
        """The folder of catalogue indexes, one file per content root."""
        return self.cache / "index"


def content_root() -> Path:
    """Where `lessons/` and `exercises/` are."""
    if chosen := os.environ.get("COURSE_CONTENT"):
        return Path(chosen).expanduser().resolve()
    return own_content()


def own_content() -> Path:
    """Where those are that came with this program."""
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "lessons").is_dir():
        return checkout
    return _PACKAGE / "_content"


def find(home: Path | None = None) -> Locations:
    """The locations for this user; `home` (or `COURSE_HOME`) holds everything that is written."""
    chosen = home or (Path(os.environ["COURSE_HOME"]) if os.environ.get("COURSE_HOME") else None)
    if chosen is not None:
        base = chosen.expanduser().absolute()
        return Locations(
            content=content_root(),
            data=base / "data",
            cache=base / "cache",
            workspace=base / "workspace",
            config=base / "config",
        )
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP_NAME, appauthor=False)
    return Locations(
        content=content_root(),
        data=folders.user_data_path,
        cache=folders.user_cache_path,
        workspace=folders.user_documents_path / "python-course",
        config=folders.user_config_path,
    )
