import threading

import pytest

from race_on_counter import Stock


def nothing():
    """A payment that goes well at once."""


def sell_to_two(left):
    """The second customer comes in while the first one pays.

    Return what both got, the stock, and how many payments there were.
    """
    results, payments = [], []

    def pay():
        payments.append("paid")
        if threading.current_thread() is not second:
            second.start()
            second.join(0.2)  # a customer who has to wait for the first one is still there afterwards

    stock = Stock(left, pay)
    second = threading.Thread(target=lambda: results.append(stock.sell()), daemon=True)
    results.append(stock.sell())
    second.join(2)
    return sorted(results), stock, len(payments)


def sell_in_a_thread(stock):
    """What another customer gets, or "still waiting"."""
    results = ["still waiting"]
    other = threading.Thread(target=lambda: results.append(stock.sell()), daemon=True)
    other.start()
    other.join(0.3)
    return results[-1]


def test_sells_the_only_piece():
    stock = Stock(1, nothing)
    assert stock.sell() is True
    assert stock.left == 0


def test_sells_no_more_than_there_is():
    stock = Stock(2, nothing)
    assert [stock.sell(), stock.sell(), stock.sell()] == [True, True, False]
    assert stock.left == 0


def test_the_last_piece_is_sold_to_one_of_two_customers():
    results, stock, _ = sell_to_two(1)
    assert results == [False, True]
    assert stock.left == 0


def test_of_two_customers_only_one_pays_for_the_last_piece():
    _, _, payments = sell_to_two(1)
    assert payments == 1


def test_two_pieces_are_sold_to_two_customers():
    results, stock, _ = sell_to_two(2)
    assert results == [True, True]
    assert stock.left == 0


def test_nobody_pays_for_nothing():
    paid = []
    stock = Stock(1, lambda: paid.append("paid"))
    assert [stock.sell(), stock.sell()] == [True, False]
    assert paid == ["paid"]


def decline():
    raise ValueError("card declined")


def test_an_error_of_the_payment_comes_through_and_the_piece_stays():
    stock = Stock(3, decline)
    with pytest.raises(ValueError, match="card declined"):
        stock.sell()
    assert stock.left == 3


def no_answer():
    raise ConnectionError("no answer from the bank")


@pytest.mark.parametrize(("payment", "error"), [(decline, ValueError), (no_answer, ConnectionError)])
def test_others_can_buy_after_a_payment_that_failed(payment, error):
    payments = iter([payment, nothing])
    stock = Stock(1, lambda: next(payments)())
    with pytest.raises(error):
        stock.sell()
    assert sell_in_a_thread(stock) is True


def test_others_can_buy_after_somebody_got_nothing():
    stock = Stock(0, nothing)
    assert stock.sell() is False
    assert sell_in_a_thread(stock) is False
