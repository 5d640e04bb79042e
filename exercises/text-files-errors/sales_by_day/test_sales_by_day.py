from sales_by_day import sales_by_day

HEADER = "day,name,quantity,cents"


def test_one_sale_of_one_piece():
    assert sales_by_day([HEADER, "2026-03-02,Green tea,1,450"]) == {"2026-03-02": 450}


def test_the_price_counts_for_each_piece():
    assert sales_by_day([HEADER, "2026-03-02,Green tea,3,450"]) == {"2026-03-02": 1350}


def test_the_money_is_a_whole_number():
    (cents,) = sales_by_day([HEADER, "2026-03-02,Green tea,3,450"]).values()
    assert type(cents) is int


def test_adds_up_the_sales_of_a_day():
    lines = [HEADER, "2026-03-02,Green tea,2,450", "2026-03-02,Mug,1,990"]
    assert sales_by_day(lines) == {"2026-03-02": 1890}


def test_the_same_sale_twice_counts_twice():
    sale = "2026-03-02,Green tea,2,450"
    assert sales_by_day([HEADER, sale, sale]) == {"2026-03-02": 1800}


def test_keeps_days_apart():
    lines = [HEADER, "2026-03-02,Mug,1,990", "2026-03-03,Green tea,1,450"]
    assert sales_by_day(lines) == {"2026-03-02": 990, "2026-03-03": 450}


def test_a_day_may_come_up_again_later():
    lines = [HEADER, "2026-03-02,Mug,1,990", "2026-03-03,Mug,1,990", "2026-03-02,Pen,1,120"]
    assert sales_by_day(lines) == {"2026-03-02": 1110, "2026-03-03": 990}


def test_days_stand_in_the_order_in_which_they_first_come_up():
    lines = [HEADER, "2026-03-05,Mug,1,990", "2026-03-02,Mug,1,990"]
    assert list(sales_by_day(lines)) == ["2026-03-05", "2026-03-02"]


def test_a_name_may_have_a_comma():
    assert sales_by_day([HEADER, '2026-03-02,"Mug, blue",2,990']) == {"2026-03-02": 1980}


def test_a_name_may_have_quotes():
    lines = [HEADER, '2026-03-02,"Tea ""Good morning"", 100 g",1,450']
    assert sales_by_day(lines) == {"2026-03-02": 450}


def test_columns_may_stand_in_another_order():
    lines = ["cents,country,day,quantity,name", "450,DE,2026-03-02,2,Green tea"]
    assert sales_by_day(lines) == {"2026-03-02": 900}


def test_only_names_of_columns_give_no_days():
    assert sales_by_day([HEADER]) == {}


def test_an_empty_file_gives_no_days():
    assert sales_by_day([]) == {}


def test_reads_an_open_file(tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text(f"{HEADER}\n2026-03-02,Green tea,2,450\n", encoding="utf-8")
    with path.open(encoding="utf-8", newline="") as file:
        assert sales_by_day(file) == {"2026-03-02": 900}


def test_a_name_may_have_a_comma_wherever_its_column_is():
    last = ["day,quantity,cents,name", '2026-03-02,2,990,"Mug, blue"']
    assert sales_by_day(last) == {"2026-03-02": 1980}
    first = ["name,day,quantity,cents", '"Mug, blue",2026-03-02,2,990']
    assert sales_by_day(first) == {"2026-03-02": 1980}


def test_twenty_days_are_all_there():
    days = [f"2026-03-{number:02}" for number in range(1, 21)]
    sales = [f"{day},Mug,1,990" for day in days]
    assert sales_by_day([HEADER, *sales]) == dict.fromkeys(days, 990)


def test_a_day_with_nothing_but_a_free_sample_is_a_day():
    assert sales_by_day([HEADER, "2026-03-02,Sample,1,0"]) == {"2026-03-02": 0}
