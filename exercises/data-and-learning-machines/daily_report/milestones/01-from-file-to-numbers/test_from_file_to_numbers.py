from daily_report import extract, transform

DAY = "2026-03-02"


def row(total_cents, day=DAY):
    return {"day": day, "order": "A-1", "total_cents": total_cents}


def test_extract_gives_one_dictionary_for_each_row(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("day,order,total_cents\n2026-03-02,A-17,1250\n2026-03-03,A-18,\n", encoding="utf-8")
    assert extract(path) == [
        {"day": "2026-03-02", "order": "A-17", "total_cents": "1250"},
        {"day": "2026-03-03", "order": "A-18", "total_cents": ""},
    ]


def test_extract_reads_commas_in_quotes_and_accents(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text('day,order,total_cents\n2026-03-02,"Tomás, 2",5\n', encoding="utf-8")
    assert extract(path)[0]["order"] == "Tomás, 2"


def test_extract_keeps_a_line_break_inside_quotes(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_bytes(b'day,order,total_cents\r\n2026-03-02,"A\r\nB",5\r\n')
    assert extract(path)[0]["order"] == "A\r\nB"


def test_orders_of_the_day_are_counted_and_added_up():
    assert transform([row("1250"), row("450")], DAY) == {
        "day": DAY,
        "orders": 2,
        "revenue_cents": 1700,
        "rejected": 0,
    }


def test_other_days_do_not_count():
    report = transform([row("1250"), row("990", day="2026-03-03"), row("", day="2026-03-01")], DAY)
    assert (report["orders"], report["revenue_cents"], report["rejected"]) == (1, 1250, 0)


def test_a_total_that_cannot_be_read_is_rejected():
    report = transform([row("1250"), row(""), row("12.50"), row("free")], DAY)
    assert (report["orders"], report["revenue_cents"], report["rejected"]) == (1, 1250, 3)


def test_a_row_that_is_cut_off_is_rejected(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("day,order,total_cents\n2026-03-02,A-17,1250\n2026-03-02,A-18\n", encoding="utf-8")
    report = transform(extract(path), DAY)
    assert (report["orders"], report["revenue_cents"], report["rejected"]) == (1, 1250, 1)


def test_a_negative_total_is_rejected():
    report = transform([row("-1"), row("10")], DAY)
    assert (report["orders"], report["revenue_cents"], report["rejected"]) == (1, 10, 1)


def test_a_gift_for_nothing_is_an_order():
    report = transform([row("0")], DAY)
    assert (report["orders"], report["revenue_cents"], report["rejected"]) == (1, 0, 0)


def test_a_day_without_rows_has_zeros():
    assert transform([], DAY) == {"day": DAY, "orders": 0, "revenue_cents": 0, "rejected": 0}


def test_transform_leaves_the_rows_as_they_are():
    rows = [row("1250")]
    report = transform(rows, DAY)
    assert rows == [row("1250")]
    assert report["orders"] == 1
