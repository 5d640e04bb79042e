import asyncio

import pytest
from forgotten_await import confirm


class Shop:
    """A warehouse and a mail server, both of which take a moment to answer."""

    def __init__(self):
        self.stock = {"TEA-01": 12, "MUG-02": 0, "CUP-03": 0, "PEN-05": 1}
        self.asked = []
        self.mails = []

    async def in_stock(self, sku):
        self.asked.append(sku)
        await asyncio.sleep(0.001)
        return self.stock[sku] > 0

    async def send_mail(self, address, text):
        await asyncio.sleep(0.001)
        self.mails.append((address, text))


@pytest.fixture
def shop():
    return Shop()


def confirmed(shop, skus):
    """What `confirm` returns for an order of those SKUs."""
    order = {"address": "amira@example.com", "skus": skus}
    return asyncio.run(confirm(order, shop.in_stock, shop.send_mail))


def test_an_order_that_is_in_stock_is_confirmed(shop):
    assert confirmed(shop, ["TEA-01", "PEN-05"]) == "confirmed"


def test_the_thank_you_mail_leaves(shop):
    confirmed(shop, ["TEA-01"])
    assert shop.mails == [("amira@example.com", "Thank you for your order")]


def test_a_sold_out_mug_is_noticed(shop):
    assert confirmed(shop, ["MUG-02"]) == "sold out"


def test_the_sold_out_mail_names_the_product(shop):
    confirmed(shop, ["MUG-02"])
    assert shop.mails == [("amira@example.com", "Sorry, MUG-02 is sold out")]


def test_a_sold_out_product_further_down_is_noticed(shop):
    assert confirmed(shop, ["TEA-01", "CUP-03"]) == "sold out"
    assert shop.mails == [("amira@example.com", "Sorry, CUP-03 is sold out")]


def test_the_first_sold_out_product_ends_the_search(shop):
    assert confirmed(shop, ["MUG-02", "CUP-03", "TEA-01"]) == "sold out"
    assert shop.asked == ["MUG-02"]


def test_every_product_is_looked_up(shop):
    confirmed(shop, ["TEA-01", "PEN-05"])
    assert shop.asked == ["TEA-01", "PEN-05"]


@pytest.mark.parametrize("skus", [["TEA-01"], ["MUG-02"]])
def test_a_mail_that_cannot_be_sent_is_not_passed_over(shop, skus):
    async def broken(address, text):
        raise ConnectionError("the mail server is down")

    shop.send_mail = broken
    with pytest.raises(ConnectionError):
        confirmed(shop, skus)


@pytest.mark.parametrize("problem", [ConnectionError, TimeoutError, KeyError])
def test_a_warehouse_that_cannot_be_asked_is_not_passed_over(shop, problem):
    async def broken(sku):
        raise problem("the warehouse is down")

    shop.in_stock = broken
    with pytest.raises(problem):
        confirmed(shop, ["TEA-01"])
    assert shop.mails == []


def test_a_sold_out_product_at_the_end_of_many_is_noticed(shop):
    assert confirmed(shop, ["TEA-01", "PEN-05", "TEA-01", "PEN-05", "MUG-02"]) == "sold out"
    assert shop.mails == [("amira@example.com", "Sorry, MUG-02 is sold out")]
