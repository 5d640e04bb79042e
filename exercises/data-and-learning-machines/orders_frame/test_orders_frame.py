import pandas as pd
from orders_frame import by_country

CUSTOMERS = [(7, "PT"), (8, "DE"), (9, "PT")]


def report(orders, customers=CUSTOMERS):
    """The rows of the report as tuples, in order."""
    result = by_country(
        pd.DataFrame(orders, columns=["order", "customer", "cents"]),
        pd.DataFrame(customers, columns=["customer", "country"]),
    )
    assert isinstance(result, pd.DataFrame), f"a frame is expected, not {type(result).__name__}"
    assert list(result.columns) == ["country", "orders", "cents"]
    assert list(result.index) == list(range(len(result))), "the rows are numbered from 0"
    return list(result.itertuples(index=False, name=None))


def test_orders_are_counted_and_added_up_for_each_country():
    orders = [("A1", 7, 1250), ("A2", 8, 400), ("A3", 9, 990)]
    assert report(orders) == [("PT", 2, 2240), ("DE", 1, 400)]


def test_the_country_that_brought_most_comes_first():
    assert report([("A1", 7, 100), ("A2", 7, 100), ("A3", 8, 900)]) == [("DE", 1, 900), ("PT", 2, 200)]


def test_countries_with_the_same_sum_come_by_name():
    assert report([("A1", 7, 500), ("A2", 8, 500)]) == [("DE", 1, 500), ("PT", 1, 500)]
    names = [f"{first}{second}" for first in "ZYXWV" for second in "KJIHGFED"]
    orders = [(f"A{number}", number, 100 * (number % 3)) for number in range(40)]
    rows = report(orders, list(enumerate(names)))
    assert rows == sorted(rows, key=lambda row: (-row[2], row[0]))


def test_cents_stay_whole_numbers():
    rows = report([("A1", 7, 1250), ("A2", 99, 400)])
    assert [str(cents) for _, _, cents in rows] == ["1250", "400"]


def test_an_order_of_nobody_we_know_is_not_lost():
    assert report([("A1", 7, 100), ("A2", 99, 2000)]) == [("unknown", 1, 2000), ("PT", 1, 100)]


def test_a_customer_whose_country_is_missing_is_unknown_as_well():
    assert report([("A1", 5, 300)], [(5, None)]) == [("unknown", 1, 300)]


def test_all_who_are_unknown_are_one_row():
    assert report([("A1", 5, 300), ("A2", 99, 200)], [(5, None)]) == [("unknown", 2, 500)]


def test_who_is_listed_twice_has_each_order_once():
    assert report([("A1", 7, 100)], [(7, "PT"), (7, "ES")]) == [("ES", 1, 100)]
    assert report([("A1", 7, 100)], [(7, "PT"), (7, None)]) == [("unknown", 1, 100)]


def test_countries_without_orders_are_left_out():
    assert report([("A1", 8, 100)]) == [("DE", 1, 100)]


def test_what_was_passed_in_stays_as_it_is():
    rows = [("A2", 8, 900), ("A1", 7, 100), ("A3", 7, 400)]
    orders = pd.DataFrame(rows, columns=["order", "customer", "cents"])
    customers = pd.DataFrame([(7, "PT"), (7, "ES"), (8, None)], columns=["customer", "country"])
    before = orders.copy(), customers.copy()
    by_country(orders, customers)
    assert orders.equals(before[0])
    assert customers.equals(before[1])


def test_many_orders_from_many_countries():
    customers = [(n, country) for n, country in enumerate(["PT", "DE", "FR", "NL", "ES"])]
    orders = [(f"A{n}", n % 5, 100 + n % 5) for n in range(15)]
    assert report(orders, customers) == [
        ("ES", 3, 312),
        ("NL", 3, 309),
        ("FR", 3, 306),
        ("DE", 3, 303),
        ("PT", 3, 300),
    ]
