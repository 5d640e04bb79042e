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
    tried_on = set()

    def minus_300(price):
        tried_on.add(price)
        return price - 300

    def minus_100(price):
        tried_on.add(price)
        return price - 100

    apply_promotions(1000, [minus_300, minus_100])
    assert tried_on == {1000}


def test_the_second_promotion_may_be_the_better_one():
    assert apply_promotions(1000, [lambda price: price - 100, lambda price: price - 300]) == 700


def test_the_best_one_may_come_between_two_others():
    promotions = [lambda price: price - 10, lambda price: price - 400, lambda price: price - 20]
    assert apply_promotions(1000, promotions) == 600


def test_a_better_one_may_come_after_a_worse_one():
    promotions = [lambda price: price - 300, lambda price: price - 100, lambda price: price - 400]
    assert apply_promotions(1000, promotions) == 600


def test_the_best_of_four_may_be_the_last():
    promotions = [lambda p: p - 1, lambda p: p - 2, lambda p: p - 3, lambda p: p - 400]
    assert apply_promotions(1000, promotions) == 600


def test_a_promotion_that_makes_it_dearer_is_not_used():
    assert apply_promotions(4000, [dearer]) == 4000


def test_nobody_gets_money_back():
    assert apply_promotions(300, [lambda price: price - 500]) == 0
    assert apply_promotions(300, [lambda price: price - 50_000, ten_percent]) == 0


def test_one_cent_is_still_paid():
    assert apply_promotions(300, [lambda price: price - 299]) == 1


def test_a_promotion_may_make_it_free():
    assert apply_promotions(300, [lambda price: 0, ten_percent]) == 0


def test_the_list_of_promotions_stays_as_it_was():
    promotions = [ten_percent, five_euros]
    apply_promotions(4000, promotions)
    assert promotions == [ten_percent, five_euros]
