import sqlite3

import pytest

from daily_report import load, run

HEADER = "day,order,total_cents\n"


@pytest.fixture
def db():
    connection = sqlite3.connect(":memory:")
    yield connection
    connection.close()


def report(day="2026-03-02", orders=2, revenue_cents=1700, rejected=1):
    return {"day": day, "orders": orders, "revenue_cents": revenue_cents, "rejected": rejected}


def rows(db):
    sql = "SELECT day, orders, revenue_cents, rejected FROM daily_reports ORDER BY day"
    return [tuple(row) for row in db.execute(sql)]


def test_the_first_load_makes_the_table_and_the_row(db):
    load(db, report())
    assert rows(db) == [("2026-03-02", 2, 1700, 1)]


def test_loading_twice_leaves_one_row(db):
    load(db, report())
    load(db, report())
    assert rows(db) == [("2026-03-02", 2, 1700, 1)]


def test_a_corrected_report_replaces_the_old_one(db):
    load(db, report())
    load(db, report(orders=3, revenue_cents=2000, rejected=0))
    assert rows(db) == [("2026-03-02", 3, 2000, 0)]


def test_every_other_day_stays(db):
    load(db, report(day="2026-03-01"))
    load(db, report(day="2026-03-03"))
    load(db, report(day="2026-03-02"))
    assert [row[0] for row in rows(db)] == ["2026-03-01", "2026-03-02", "2026-03-03"]


def test_other_connections_see_what_was_loaded(tmp_path):
    writer = sqlite3.connect(tmp_path / "shop.db")
    reader = sqlite3.connect(tmp_path / "shop.db")
    load(writer, report())
    seen = rows(reader)
    writer.close()
    reader.close()
    assert seen == [("2026-03-02", 2, 1700, 1)]


def test_run_goes_from_the_file_to_the_table(tmp_path, db):
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "2026-03-02,A-1,1250\n2026-03-02,A-2,\n2026-03-03,A-3,5\n", encoding="utf-8")
    expected = report(orders=1, revenue_cents=1250, rejected=1)
    assert run(path, db, "2026-03-02") == expected
    assert rows(db) == [("2026-03-02", 1, 1250, 1)]


def test_run_may_run_again_and_follows_a_corrected_file(tmp_path, db):
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "2026-03-02,A-1,1250\n", encoding="utf-8")
    run(path, db, "2026-03-02")
    run(path, db, "2026-03-02")
    assert rows(db) == [("2026-03-02", 1, 1250, 0)]
    path.write_text(HEADER + "2026-03-02,A-1,1250\n2026-03-02,A-2,50\n", encoding="utf-8")
    run(path, db, "2026-03-02")
    assert rows(db) == [("2026-03-02", 2, 1300, 0)]
