"""Progress between machines: a union that never loses and never doubles."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.errors import CourseError
from course.learner import database, transfer
from course.learner.records import (
    RECORDS,
    Answer,
    Attempt,
    Decision,
    Help,
    Hint,
    Note,
    Placed,
    Record,
    Review,
    Visit,
)
from course.learner.session import Session
from course.learner.store import Store
from course.learner.transfer import export_progress, import_progress, write_export
from course.worker.limits import FILE_BYTES

KEYS = st.uuids(version=4).map(str)
STAMPS = st.datetimes(datetime(1970, 1, 1), datetime(2999, 12, 30)).map(
    lambda it: it.strftime("%Y-%m-%dT%H:%M:%S.%fZ").zfill(27)
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
COUNTS = st.integers(0, 2**40)
SMALL = {"uuid": KEYS, "at": STAMPS}
RECORD = st.one_of(
    st.builds(Visit, **SMALL, lesson=TEXTS, step=COUNTS),
    st.builds(
        Answer,
        **SMALL,
        lesson=TEXTS,
        step=COUNTS,
        question=TEXTS,
        correct=st.booleans(),
        concepts=st.lists(TEXTS, max_size=3).map(tuple),
        answer=st.one_of(TEXTS, st.integers(-9, 9), st.lists(TEXTS, max_size=3), st.none()),
    ),
    st.builds(
        Attempt,
        **SMALL,
        exercise=TEXTS,
        verdict=st.sampled_from(["passed", "failed"]),
        hints=COUNTS,
        mistakes=st.lists(TEXTS, max_size=3).map(tuple),
        seconds=st.floats(0, 60),
        tests=st.dictionaries(TEXTS, st.sampled_from(["passed", "failed"]), max_size=3),
        source_hash=TEXTS,
        source=TEXTS,
    ),
    st.builds(Hint, **SMALL, exercise=TEXTS, number=COUNTS),
    st.builds(Help, **SMALL, exercise=TEXTS, rung=TEXTS, number=COUNTS, text=TEXTS),
    st.builds(
        Review, **SMALL, card=TEXTS, rating=st.integers(1, 4), item=TEXTS, seconds=st.floats(0, 9)
    ),
    st.builds(Note, **SMALL, lesson=TEXTS, note=TEXTS, text=TEXTS),
    st.builds(
        Placed,
        **SMALL,
        round=TEXTS,
        module=TEXTS,
        lesson=TEXTS,
        step=COUNTS,
        question=TEXTS,
        outcome=st.sampled_from(["right", "wrong", "unknown"]),
    ),
    st.builds(Decision, **SMALL, name=TEXTS, value=st.one_of(TEXTS, st.booleans(), st.none())),
)
HISTORY = st.lists(RECORD, max_size=12, unique_by=lambda row: row.uuid)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _store(folder: Path, name: str, rows: list[Record]) -> Store:
    store = Store(folder / f"{name}.sqlite3", folder / f"{name}-backups")
    store.append_all(rows)
    return store


def _all(store: Store) -> dict[str, Record]:
    rows = store.everything()
    found = {row.uuid: row for row in rows}
    assert len(found) == len(rows), "a row is there twice"
    return found


def _merge(store: Store, other: Store, folder: Path) -> int:
    file = folder / "export.json"
    file.write_bytes(export_progress(other))
    return import_progress(store, file)


@QUICK
@given(one=HISTORY, two=HISTORY, shared=HISTORY)
def test_merging_is_a_union_in_either_order_and_any_number_of_times(
    one: list[Record], two: list[Record], shared: list[Record]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            closing(_store(folder, "a", [*shared, *one])) as a,
            closing(_store(folder, "b", [*two, *shared])) as b,
            closing(_store(folder, "c", [])) as c,
        ):
            union = {row.uuid: row for row in [*shared, *one, *two]}
            new = len({row.uuid for row in two} - {row.uuid for row in [*shared, *one]})
            assert _merge(a, b, folder) == new
            assert _merge(a, b, folder) == 0
            assert _all(a) == union
            _merge(b, a, folder)
            assert _all(b) == union
            assert export_progress(a) == export_progress(b)
            assert import_progress(c, b.path) == len(union)
            assert import_progress(c, a.path) == 0
            assert _all(c) == union


@QUICK
@given(rows=HISTORY)
def test_every_kind_of_row_is_exported_as_it_is(rows: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name, closing(_store(Path(name), "a", rows)) as store:
        exported = json.loads(export_progress(store))
        for kind in RECORDS:
            expected = [json.loads(msgspec.json.encode(it)) for it in store.rows(kind)]
            assert exported[kind.table] == expected
        assert sum(len(exported[kind.table]) for kind in RECORDS) == len(rows)


def test_an_export_names_its_format_and_the_tables_people_ask_for(session: Session) -> None:
    session.note("basics/functions", "é")
    exported = json.loads(export_progress(session.store))
    assert exported["format"] == 1
    assert {"attempts", "answers", "reviews", "notes"} <= set(exported)
    assert exported["notes"][0]["text"] == "é"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is not an export of this course"),
        (b"\xff\xfe", "is not an export of this course"),
        (b'{"format": 1, "notes": [{"text": "x"}]}', r"missing required field.*\$\.notes\[0\]"),
        (b'{"notes": []}', "missing required field `format`"),
        (
            b'{"format": 2, "notes": []}',
            r"newer version of this course\. Update with `pip install --upgrade "
            r"python-developer-course`, then import it again\.$",
        ),
        (b'{"format": 2, "notes": {"changed": 1}}', "newer version of this course"),
        (b"SQLite format 3\0 and no more", "cannot be merged"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_nothing_is_taken(
    session: Session, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "progress.json"
    file.write_bytes(content)
    with pytest.raises(CourseError, match=told) as error:
        import_progress(session.store, file)
    assert str(file) in str(error.value)
    assert session.store.everything() == []


def test_a_file_that_is_not_there_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"nowhere\.json cannot be read: No such file"):
        import_progress(session.store, tmp_path / "nowhere.json")


def test_half_an_export_takes_nothing(session: Session, tmp_path: Path) -> None:
    session.note("basics/functions", "one")
    whole = export_progress(session.store)
    file = tmp_path / "half.json"
    file.write_bytes(whole[: len(whole) // 2])
    with (
        closing(Store(tmp_path / "o.sqlite3", tmp_path / "b")) as other,
        pytest.raises(CourseError, match="not an export"),
    ):
        import_progress(other, file)


def test_ones_own_progress_file_adds_nothing(session: Session) -> None:
    session.note("basics/functions", "one")
    assert import_progress(session.store, session.store.path) == 0
    assert len(session.store.everything()) == 1


def test_ones_own_progress_file_is_not_even_opened(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing it again would let go of the locks that SQLite holds on it."""
    session.note("basics/functions", "one")
    alias = tmp_path / "alias.sqlite3"
    os.link(session.store.path, alias)
    opened: list[Path] = []
    really_open = Path.open

    def noted(self: Path, *arguments: Any, **options: Any) -> Any:
        opened.append(self)
        return really_open(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", noted)
    for name in (session.store.path, alias):
        assert import_progress(session.store, name) == 0
    assert opened == []


def test_a_newer_progress_file_is_refused(session: Session, tmp_path: Path) -> None:
    newer = (*database.MIGRATIONS, "CREATE TABLE more (x);")
    Store(tmp_path / "new.sqlite3", tmp_path / "b", migrations=newer).close()
    with pytest.raises(CourseError, match="newer version"):
        import_progress(session.store, tmp_path / "new.sqlite3")


def test_a_progress_file_from_before_placements_is_migrated_and_merged(
    session: Session, tmp_path: Path
) -> None:
    older = Store(tmp_path / "old.sqlite3", tmp_path / "b", migrations=database.MIGRATIONS[:1])
    older.append(Note(**older.new_row(), lesson="basics/functions", note="n", text="kept"))
    older.close()
    assert import_progress(session.store, tmp_path / "old.sqlite3") == 1
    with closing(Store(tmp_path / "old.sqlite3", tmp_path / "b")) as newer:
        assert newer.rows(Placed) == []
        assert [note.text for note in newer.rows(Note)] == ["kept"]


def test_an_export_is_named_after_its_day(session: Session, tmp_path: Path) -> None:
    session.store.append(Visit(**session.store.new_row(), lesson="a/b", step=1))
    file = write_export(session.store, tmp_path, date(2026, 3, 4))
    assert file == tmp_path / "progress-2026-03-04.json"
    assert json.loads(file.read_bytes())["visits"][0]["lesson"] == "a/b"


def test_what_is_no_file_or_too_large_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"is not a file\. Name a file of yours"):
        import_progress(session.store, tmp_path)
    huge = tmp_path / "huge.json"
    with huge.open("wb") as stream:
        stream.truncate(256_000_001)
    with pytest.raises(CourseError, match=r"is larger than 256 MB: no export is\."):
        import_progress(session.store, huge)


def test_a_file_of_the_learners_comes_back_where_there_is_none(session: Session) -> None:
    def attempt(exercise: str, source: str) -> None:
        row = session.store.new_row()
        session.store.append(
            Attempt(**row, exercise=exercise, verdict="failed", source_hash="", source=source)
        )

    double, label = (session.catalogue.exercise(f"basics/{it}") for it in ("double", "label"))
    session.save(label, "mine = 1\n")
    attempt(double.id, "old = 1\n")
    attempt(double.id, "new = 1\n")
    attempt(label.id, "kept = 1\n")
    assert transfer.bring_back_files(session) == 1
    assert session.file(double).read_text("utf-8") == "new = 1\n"
    assert session.file(label).read_text("utf-8") == "mine = 1\n"

    session.file(double).unlink()
    attempt(double.id, "")
    assert transfer.bring_back_files(session) == 0
    attempt(double.id, "#" * (FILE_BYTES + 1))
    assert transfer.bring_back_files(session) == 0
    assert not session.file(double).exists()
