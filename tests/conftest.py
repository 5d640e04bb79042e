"""What every test needs: a home of its own, and a small course that never changes."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Else every process that a test starts compiles the course anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest  # noqa: E402
from hypothesis import HealthCheck, Phase, settings  # noqa: E402

from course import locations  # noqa: E402
from course.catalogue import Catalogue  # noqa: E402
from course.locations import Locations  # noqa: E402

if TYPE_CHECKING:
    from tests.checking.door import Door

# Whether a test passes never hangs on how fast the machine is.
# Explaining a failure would trace every line of every test, which takes many times as long.
settings.register_profile(
    "course",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],
)
settings.load_profile("course")

# Where the tests run in the background, a shell has them ignore Ctrl+C, and `nohup` the end of the
# terminal; so would every program that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: much of a test's time is waiting for another process."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """A file's tests run in one process: what they share (checkers, reports) is made once.

    The files go by their names: how long one takes does not follow from how many tests it has.
    """
    if config.getvalue("dist") != "load":
        return None  # somebody has chosen another way
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)


def pytest_collection_finish() -> None:
    """What all tests are made of is there to the end: nobody looks through it for garbage.

    An app that is opened makes as many objects as would be looked through seventy times.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


SMALL_COURSE = Path(__file__).parent / "content"
CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Homes for tests without a folder of their own: making one costs more than most tests do."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / f"home-{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def course_home(
    request: pytest.FixtureRequest, homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Everything the course writes goes to a temporary folder, which does not exist yet."""
    has_folder = "tmp_path" in request.fixturenames
    home: Path = request.getfixturevalue("tmp_path") / "home" if has_folder else next(homes)
    monkeypatch.setenv("COURSE_HOME", str(home))
    monkeypatch.delenv("COURSE_CONTENT", raising=False)
    return home


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Locations], Locations]:
    """Puts the index of a course that no test changes, made once, where a start looks for it."""
    made: dict[Path, Locations] = {}

    def put(places: Locations) -> Locations:
        if places.content not in (SMALL_COURSE, CHECKOUT) or places.index.exists():
            return places
        if places.content not in made:
            made[places.content] = replace(places, cache=tmp_path_factory.mktemp("cache"))
            Catalogue.open(made[places.content])
        shutil.copytree(made[places.content].index, places.index)
        return places

    return put


@pytest.fixture
def small_course(monkeypatch: pytest.MonkeyPatch) -> Locations:
    """The locations of the small course in `tests/content`: two modules, every kind of step."""
    monkeypatch.setenv("COURSE_CONTENT", str(SMALL_COURSE))
    return locations.find()


@pytest.fixture
def with_a_shift(own_course: Locations) -> Locations:
    """A copy of the small course with the shift that authors begin with, as `tiny`."""
    sample = CHECKOUT / "course" / "authoring" / "sample_shift"
    shutil.copytree(sample, own_course.lessons / "_shifts" / "tiny")
    return own_course


@pytest.fixture
def own_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Locations:
    """A copy of the small course that a test may change."""
    content = tmp_path / "content"
    shutil.copytree(SMALL_COURSE, content)
    monkeypatch.setenv("COURSE_CONTENT", str(content))
    return locations.find()


@pytest.fixture(scope="session")
def door() -> Iterator[Door]:
    """One checker for all tests of a process, as the app has one."""
    from tests.checking.door import Door

    opened = Door()
    yield opened
    opened.close()
