from duplicate_rules import basket_hint, invoice_rows, to_pay


def order(cents, country="PT", count=1):
    return {"country": country, "lines": [{"name": "Tea", "price": cents, "count": count}]}


MIXED = {
    "country": "PT",
    "lines": [
        {"name": "Tea", "price": 450, "count": 3},
        {"name": "Mug", "price": 990, "count": 1},
    ],
}


def test_the_basket_says_what_postage_costs():
    assert basket_hint(order(1000)) == "Postage 4.90"


def test_the_basket_says_that_postage_is_free_from_50_00_on():
    assert basket_hint(order(5000)) == "Postage is free"


def test_just_below_50_00_it_is_not_free():
    assert basket_hint(order(4999)) == "Postage 4.90"


def test_abroad_it_costs_more():
    assert basket_hint(order(1000, "NO")) == "Postage 12.90"


def test_abroad_it_is_never_free():
    assert basket_hint(order(9000, "NO")) == "Postage 12.90"


def test_a_small_order_pays_goods_and_postage():
    assert to_pay(order(4999)) == 5489


def test_a_large_order_pays_the_goods():
    assert to_pay(order(2500, count=2)) == 5000


def test_an_order_abroad_pays_both_however_large():
    assert to_pay(order(9000, "NO")) == 10290


def test_the_invoice_has_a_row_for_every_product():
    assert invoice_rows(MIXED) == [
        ("Tea", 1350),
        ("Mug", 990),
        ("Postage", 490),
        ("To pay", 2830),
    ]


def test_two_lines_of_the_same_name_are_two_rows():
    twice = {"country": "NO", "lines": [*MIXED["lines"], MIXED["lines"][0]]}
    rows = [("Tea", 1350), ("Mug", 990), ("Tea", 1350), ("Postage", 1290), ("To pay", 4980)]
    assert invoice_rows(twice) == rows


def test_free_postage_has_no_row():
    assert invoice_rows(order(5000)) == [("Tea", 5000), ("To pay", 5000)]


def test_the_invoice_abroad_has_the_higher_postage():
    assert invoice_rows(order(9000, "NO"))[1:] == [("Postage", 1290), ("To pay", 10290)]


def test_abroad_even_the_largest_order_pays():
    assert basket_hint(order(50_000, "NO")) == "Postage 12.90"
    assert to_pay(order(50_000, "NO")) == 51_290


def test_an_empty_order_pays_postage():
    empty = {"country": "PT", "lines": []}
    assert basket_hint(empty) == "Postage 4.90"
    assert invoice_rows(empty) == [("Postage", 490), ("To pay", 490)]


def test_a_line_with_a_count_of_0_has_its_row():
    assert invoice_rows(order(450, count=0))[0] == ("Tea", 0)


def test_the_country_is_written_in_capitals():
    assert to_pay(order(1000, "pt")) == 2290


def test_the_order_stays_as_it_is():
    tea = order(1000)
    basket_hint(tea)
    to_pay(tea)
    invoice_rows(tea)
    assert tea == order(1000)
