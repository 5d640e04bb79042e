from apply_promotions import apply_promotions


def ten_percent(price):
    return price * 90 // 100


def five_euros(price):
    return price - 500 if price >= 5000 else price


def dearer(price):
    return price + 100


def test_without_promotions_the_price_stays():
    assert apply_promotions(4000, []) == 4000


def test_one_promotion_is_applied():
    price = apply_promotions(4000, [ten_percent])
    assert isinstance(price, int)
    assert price == 3600


def test_the_lower_of_two_prices_wins():
    assert apply_promotions(4000, [ten_percent, five_euros]) == 3600


def test_the_order_of_the_promotions_does_not_matter():
    assert apply_promotions(4000, [five_euros, ten_percent]) == 3600


def test_promotions_are_not_added_up():
    assert apply_promotions(6000, [ten_percent, five_euros]) == 5400


def test_every_promotion_is_tried_on_the_full_price():
    prices = []
    apply_promotions(
        1000,
        [lambda price: prices.append(price) or 700, lambda price: prices.append(price) or 900],
    )
    assert prices == [1000, 1000]


def test_a_promotion_that_makes_it_dearer_is_not_used():
    assert apply_promotions(4000, [dearer]) == 4000


def test_nobody_gets_money_back():
    assert apply_promotions(300, [lambda price: price - 500]) == 0


def test_one_cent_is_still_paid():
    assert apply_promotions(300, [lambda price: price - 299]) == 1
