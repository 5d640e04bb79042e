import pytest

from ticket_4711 import change_count, remove_line, reorder, total


@pytest.fixture
def may():
    return {
        "number": 17,
        "status": "sent",
        "lines": [
            {"sku": "TEA-01", "price": 450, "count": 2},
            {"sku": "MUG-02", "price": 990, "count": 1},
        ],
    }


def test_the_new_order_is_open_and_has_no_number_yet(may):
    again = reorder(may)
    assert (again["number"], again["status"]) == (None, "open")


def test_the_new_order_has_the_same_lines(may):
    assert reorder(may)["lines"] == may["lines"]


def test_the_old_order_stays_sent_and_keeps_its_number(may):
    reorder(may)
    assert (may["number"], may["status"]) == (17, "sent")


def test_changing_a_count_in_the_new_order_leaves_the_old_one(may):
    change_count(reorder(may), "TEA-01", 6)
    assert total(may) == 1890


def test_taking_a_line_out_of_the_new_order_leaves_the_old_one(may):
    remove_line(reorder(may), "MUG-02")
    assert total(may) == 1890


def test_changing_the_old_order_leaves_the_new_one(may):
    again = reorder(may)
    change_count(may, "TEA-01", 1)
    assert total(again) == 1890


def test_the_new_order_itself_changes(may):
    again = reorder(may)
    change_count(again, "TEA-01", 6)
    assert total(again) == 3690


def test_only_the_count_of_that_product_changes(may):
    change_count(may, "MUG-02", 3)
    assert [line["count"] for line in may["lines"]] == [2, 3]


def test_taking_a_product_out_leaves_the_others(may):
    remove_line(may, "TEA-01")
    assert [line["sku"] for line in may["lines"]] == ["MUG-02"]


def test_taking_out_a_product_twice_does_no_harm(may):
    remove_line(may, "MUG-02")
    remove_line(may, "MUG-02")
    assert total(may) == 900


def test_an_order_without_lines_costs_nothing():
    assert total({"lines": []}) == 0


@pytest.fixture
def two_teas():
    """An order with the same product on two lines."""
    tea = {"sku": "TEA-01", "price": 450, "count": 2}
    return {"number": 18, "status": "sent", "lines": [tea, {**tea, "price": 400}]}


def test_a_count_changes_on_every_line_of_the_product(two_teas):
    change_count(two_teas, "TEA-01", 5)
    assert [line["count"] for line in two_teas["lines"]] == [5, 5]


def test_one_line_is_taken_out_at_a_time(two_teas):
    remove_line(two_teas, "TEA-01")
    assert [line["price"] for line in two_teas["lines"]] == [400]


def test_a_new_order_has_every_line_of_the_old_one(two_teas):
    assert reorder(two_teas)["lines"] == two_teas["lines"]


def test_a_line_with_a_count_of_0_stays(may):
    change_count(may, "TEA-01", 0)
    assert [line["count"] for line in may["lines"]] == [0, 1]
    assert reorder(may)["lines"] == may["lines"]


def test_whatever_else_a_line_has_comes_along(may):
    may["lines"][0]["note"] = "wrap it"
    assert reorder(may)["lines"][0]["note"] == "wrap it"
