"""Progress from elsewhere: changed exports and edited rows never end a command, or the next one."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout, suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course import cli, locations
from course.errors import CourseError
from course.learner import database
from course.learner.records import RECORDS
from course.learner.rows import columns_of
from course.learner.session import Session
from course.learner.transfer import import_progress
from course.locations import Locations

EXAMPLES = int(os.environ.get("COURSE_CHANGED_EXPORTS", "40")) // 20
"""Examples of twenty exports each; 10000 of them have been tried as well."""

STAMP = "2026-03-01T17:05:00.000123Z"
RUN = {"run": "x", "scenario": "tiny", "title": "A tiny day", "day": "2026-03-01", "calm": True}
START: dict[str, Any] = {"calm": True, "commits": ["1"], "refs": {}}
MINUTE = {
    "requests": 1, "failed": ["Mei"], "errors": 1, "orders": 0, "ms": 1, "slowest": 1, "log": ["x"],
}  # fmt: skip
RESULT = {
    "round": "r", "right": 3, "reached": 4, "asked": 5, "exercises_right": 1, "exercises": 1,
    "minutes": 9,
}  # fmt: skip
DECIDED: list[tuple[str, Any]] = [
    ("returned", ["basics"]),
    ("days a week", 3),
    ("standing of basics", "known"),
    ("standing of loops", "test basics/double"),
    ("portfolio", {"url": "https://example.com/x", "folder": "x"}),
    ("own bug of basics/double", "a"),
    ("exam", {"round": "r", "tasks": [["question", "basics/functions", 2, 0]]}),
    ("exam task", {"round": "r", "task": 0, "right": True, "used": 9.5}),
    ("exam pause", {"round": "r", "used": 9.5}),
    ("exam result", RESULT),
    ("shift begun", RUN),
    ("shift x", json.dumps({"at": 0, "kind": "start", "data": START})),
    ("shift x", json.dumps({"at": 1, "kind": "minute", "data": MINUTE})),
    ("shift x held", "token"),
    (
        "shift done",
        json.dumps({"run": RUN, "marks": [{"title": "It serves", "holds": True, "words": "y"}]}),
    ),
]
"""What is decided elsewhere in the course, as it is kept."""
BASE: dict[str, Any] = {
    "format": 1,
    "course": "0.1",
    "attempts": [
        {
            "uuid": "a",
            "at": STAMP,
            "exercise": "basics/double",
            "verdict": "passed",
            "hints": 1,
            "mistakes": ["prints_instead"],
            "seconds": 0.5,
            "tests": {"test_double": "passed"},
            "source_hash": "00",
            "source": "def double(n):\n    return n * 2\n",
        }
    ],
    "answers": [
        {
            "uuid": "b",
            "at": STAMP,
            "lesson": "basics/functions",
            "step": 2,
            "question": "q",
            "correct": True,
            "concepts": ["return"],
            "answer": "None",
        }
    ],
    "reviews": [{"uuid": "c", "at": STAMP, "card": "return", "rating": 3, "item": "basics/double"}],
    "notes": [{"uuid": "d", "at": STAMP, "lesson": "basics/functions", "note": "n", "text": "t"}],
    "visits": [{"uuid": "e", "at": STAMP, "lesson": "basics/functions", "step": 1}],
    "hints": [{"uuid": "f", "at": STAMP, "exercise": "basics/double", "number": 0}],
    "helps": [
        {"uuid": "k", "at": STAMP, "exercise": "basics/double", "rung": "lines", "number": 2}
    ],
    "decisions": [
        {"uuid": "g", "at": STAMP, "name": "path", "value": "all"},
        {"uuid": "h", "at": STAMP, "name": "modules of all", "value": ["basics"]},
        {
            "uuid": "i",
            "at": STAMP,
            "name": "placement",
            "value": {"round": "r", "findings": [{"module": "basics", "asked": 1, "right": 1}]},
        },
        *(
            {"uuid": f"decided {name}", "at": STAMP, "name": name, "value": value}
            for name, value in DECIDED
        ),
    ],
    "placements": [
        {
            "uuid": "j",
            "at": STAMP,
            "round": "r",
            "module": "basics",
            "lesson": "basics/functions",
            "step": 2,
            "question": "q",
            "outcome": "right",
        }
    ],
}
TIMES = [
    "2026-13-01T17:05:00.000123Z",
    "2026-02-30T17:05:00.000123Z",
    "2026-03-01T99:05:00.000123Z",
    "2026-03-01T23:59:60.000123Z",
    "0000-03-01T17:05:00.000123Z",
    "0001-01-01T00:00:00.000000Z",
    "9999-12-31T23:59:59.999999Z",
    "1970-01-01T00:00:00.000000Z",
    "2999-12-31T23:59:59.999999Z",
    "٢٠٢٦-03-01T17:05:00.000123Z",
    STAMP + "\n",
    STAMP + "\0",
    STAMP.lower(),
    "",
]
NUMBERS = [-1, 0, 2**31, 2**63 - 1, 2**63, 2**64, -(2**63), 10**400, 1e308, 0.5, -0.0, True]
NESTED: Any = []
for _ in range(60):
    NESTED = [NESTED]
WORDS = [
    "",
    "\0",
    "x" * 5_000,
    "\x1b]0;x\x07",
    "\u202e",
    "a/../../b",
    "🙂",
    "path",
    "modules of all",
]
OTHER: list[Any] = [None, [], {}, [[]], {"a": {"b": {"c": {"d": 1}}}}, NESTED, [1, "a", None]]
ODD = st.sampled_from([*TIMES, *NUMBERS, *WORDS, *OTHER]) | st.text(max_size=9) | st.integers()


@st.composite
def changed(draw: st.DrawFn) -> dict[str, Any]:
    """The export with up to three of its parts replaced, removed or doubled."""
    export = deepcopy(BASE)
    for table in RECORDS:
        for row in export[table.table]:
            row["uuid"] = str(draw(st.uuids()))
    for _ in range(draw(st.integers(1, 3))):
        holder: Any = export
        key: Any = draw(st.sampled_from(sorted(holder)))
        while isinstance(holder[key], (list, dict)) and holder[key] and draw(st.integers(0, 9)):
            holder = holder[key]
            keys = sorted(holder) if isinstance(holder, dict) else list(range(len(holder)))
            key = draw(st.sampled_from(keys))
        how = draw(st.integers(0, 9))
        if how == 0 and isinstance(holder, dict):
            del holder[key]
        elif how == 1 and isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        else:
            holder[key] = deepcopy(draw(ODD))  # a later change may go into it
        if not export:
            break
    return export


COMMANDS = [
    ("list",),
    ("next",),
    ("show", "basics/functions"),
    ("show", "basics/double"),
    ("hint", "basics/double"),
    ("progress",),
    ("progress", "--json"),
    ("progress", "export", "-"),
    ("review", "--json"),
    ("report", "--output", "-", "--code", "all", "--notes"),
    ("report", "--output", "report.html", "--code", "all", "--notes"),
    ("assess", "--plain"),
    ("exam", "--json"),
    ("shift", "status"),
    ("shift", "report"),
]


class Learner:
    """A learner in a home of their own, who types commands."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.said = ""
        self._command = cli.build_command()

    def run(self, *arguments: str) -> int:
        """The exit status of a command; what it said is in `said`."""
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out), pytest.raises(SystemExit) as ended:
            self._command(list(arguments), prog_name="course")
        self.said = out.getvalue()
        return int(ended.value.code or 0)

    def run_all(self) -> None:
        """Every command that reads what is there works."""
        for arguments in COMMANDS:
            assert self.run(*arguments) == 0, (arguments, self.said)

    def import_(self, content: bytes) -> int:
        """Import an export; the exit status."""
        file = self.home / "export.json"
        file.write_bytes(content)
        return self.run("progress", "import", str(file))


@contextmanager
def learner(monkeypatch: pytest.MonkeyPatch) -> Iterator[Learner]:
    """A learner whose home is in memory where there is such a thing."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as home:
        monkeypatch.setenv("COURSE_HOME", home)
        monkeypatch.chdir(home)
        monkeypatch.setattr("sys.stdin", io.StringIO())
        yield Learner(Path(home))
        monkeypatch.chdir("/")


SLOW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@SLOW
@given(exports=st.lists(changed(), min_size=20, max_size=20))
def test_a_changed_export_ends_no_command(exports: list[dict[str, Any]]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch, learner(monkeypatch) as it:
        monkeypatch.setenv("COURSE_CONTENT", str(Path(__file__).parents[1] / "content"))
        taken = 0
        with closing(Session.open(locations.find()).store) as store:
            for export in exports:
                (it.home / "export.json").write_text(json.dumps(export), encoding="utf-8")
                with suppress(CourseError):
                    taken += import_progress(store, it.home / "export.json")
        it.run_all()
        assert "damaged" not in it.said
        it.run("progress", "export", "-")
        rows = json.loads(it.said)
        assert sum(len(rows[kind.table]) for kind in RECORDS) >= taken


@SLOW
@given(
    edits=st.lists(
        st.tuples(
            st.sampled_from(
                [(kind.table, column) for kind in RECORDS for column in columns_of(kind)]
            ),
            st.sampled_from([*TIMES, *WORDS, *(it for it in NUMBERS if abs(it) < 2**63)])
            | st.sampled_from([b"\xff", b"", "{", "[", "[]", '{"a": 1}', "[" * 2_000, "1e999"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_an_edited_row_ends_no_command(edits: list[tuple[tuple[str, str], Any]]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch, learner(monkeypatch) as it:
        monkeypatch.setenv("COURSE_CONTENT", str(Path(__file__).parents[1] / "content"))
        assert it.import_(json.dumps(BASE).encode()) == 0
        file = it.home / "data" / "progress.sqlite3"
        with closing(sqlite3.connect(file)) as connection:
            for number, ((table, column), value) in enumerate(edits):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                select = f"SELECT * FROM {table}"  # noqa: S608 - our own names
                row = list(connection.execute(select).fetchone())
                row[columns.index("uuid")] = f"edited {number}"
                row[columns.index(column)] = value
                places = ", ".join("?" * len(row))
                insert = f"INSERT OR IGNORE INTO {table} VALUES ({places})"  # noqa: S608
                connection.execute(insert, row)
            connection.commit()
        it.run_all()
        assert "damaged" not in it.said, "it is told once"
        it.run("progress", "--json")
        assert "basics/double" in json.loads(it.said)["passed"], "the other rows are kept"


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000 + b"]" * 100_000,
        b'{"format": 1, "decisions": [{"uuid": "a", "at": "%s", "name": "x", "value": '
        % STAMP.encode()
        + b"[" * 100_000
        + b"]" * 100_000
        + b"}]}",
        b'{"format": 1, "notes": [{"uuid": "a", "at": "%s", "lesson": "\\ud800"}]}'
        % STAMP.encode(),
        b'{"format": -1}',
        b'{"format": 99999999999999999999999}',
        b"\xff\xfe",
        b"",
        b"SQLite format 3\0" + b"\xa5" * 4_000,
    ],
    ids=["nested", "a nested value", "surrogate", "format", "formats", "bytes", "nothing", "rows"],
)
def test_what_is_no_export_is_refused_in_words(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    with learner(monkeypatch) as it:
        assert it.import_(content) == 2
        assert "course: " in it.said
        assert "Traceback" not in it.said
        it.run_all()


def test_a_folder_or_a_pipe_is_no_export(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    with learner(monkeypatch) as it:
        names = [it.home]
        if hasattr(os, "mkfifo"):
            names.append(it.home / "pipe")
            os.mkfifo(names[-1])
        for name in names:
            assert it.run("progress", "import", str(name)) == 2
            assert "is not a file" in it.said


def test_a_column_of_another_name_is_damage(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    with learner(monkeypatch) as it:
        assert it.import_(json.dumps(BASE).encode()) == 0
        with closing(sqlite3.connect(it.home / "data" / "progress.sqlite3")) as connection:
            connection.execute("ALTER TABLE attempts RENAME COLUMN exercise TO task")
        assert it.run("progress", "--json") == 0
        assert "was damaged. It is kept as" in it.said
        assert "the backup of" in it.said
        it.run("progress", "--json")
        assert json.loads(it.said)["passed"] == ["basics/double"]
        it.run_all()


def test_every_column_is_looked_at() -> None:
    columns = {column for kind in RECORDS for column in columns_of(kind)}
    assert columns == set(database.SOUND)


def test_an_import_brings_back_the_last_source_of_each_exercise(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    with learner(monkeypatch) as it:
        assert it.import_(json.dumps(BASE).encode()) == 0
        assert "1 file of yours is in" in it.said
        file = it.home / "workspace" / "basics" / "double.py"
        assert file.read_text(encoding="utf-8") == BASE["attempts"][0]["source"]
        file.write_text("mine\n", encoding="utf-8")
        assert it.import_(json.dumps(BASE).encode()) == 0
        assert file.read_text(encoding="utf-8") == "mine\n"


def test_a_text_that_no_file_holds_is_kept_as_it_is_written(session: Session) -> None:
    session.note("basics/functions", "half \ud800")
    session.decide("x", ["half \udc80"])
    assert session.notes()[0].text == "half \\ud800"
    assert session.decision("x") == ["half \\udc80"]


def test_a_source_too_large_for_a_file_is_kept_and_nothing_is_written(
    small_course: Locations, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = deepcopy(BASE)
    source = export["attempts"][0]["source"] = "number = 1\n" * 120_000
    with learner(monkeypatch) as it:
        assert it.import_(json.dumps(export).encode()) == 0
        it.run_all()
        it.run("progress", "export", "-")
        assert json.loads(it.said)["attempts"][0]["source"] == source
