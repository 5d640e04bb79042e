import pytest
from promotion_rules import AmountOff, BestOf, PercentOff, Promotion


def test_percent_off_takes_a_share_of_the_sum():
    assert PercentOff("TEA10", 10).discount([450, 1550]) == 200


def test_percent_off_rounds_down_to_whole_cents():
    assert PercentOff("TEA15", 15).discount([333]) == 49


def test_percent_off_rounds_the_sum_and_not_each_price():
    assert PercentOff("TEA15", 15).discount([333, 333]) == 99


def test_percent_off_is_exact_where_floats_are_not():
    assert PercentOff("TEA29", 29).discount([100]) == 29


def test_percent_off_of_an_empty_basket_is_nothing():
    assert PercentOff("TEA10", 10).discount([]) == 0


def test_amount_off_takes_the_amount():
    assert AmountOff("FIVE", 500, 2000).discount([1500, 900]) == 500


def test_amount_off_begins_exactly_at_the_minimum():
    assert AmountOff("FIVE", 500, 2000).discount([1500, 500]) == 500


def test_amount_off_takes_nothing_below_the_minimum():
    assert AmountOff("FIVE", 500, 2000).discount([1999]) == 0


def test_amount_off_never_takes_more_than_the_sum():
    assert AmountOff("FIVE", 500, 0).discount([100, 200]) == 300


def test_best_of_takes_the_largest():
    best = BestOf("AUTUMN", [PercentOff("TEA10", 10), AmountOff("FIVE", 500, 0)])
    assert best.discount([2000]) == 500
    assert best.discount([9000]) == 900


def test_each_basket_is_worked_out_afresh():
    best = BestOf("AUTUMN", [PercentOff("TEA10", 10)])
    assert best.discount([9000]) == 900
    assert best.discount([2000]) == 200


def test_best_of_nothing_takes_nothing():
    assert BestOf("AUTUMN", []).discount([2000]) == 0


def test_best_of_can_hold_another_best_of():
    inner = BestOf("TEA", [PercentOff("TEA10", 10), PercentOff("TEA20", 20)])
    assert BestOf("AUTUMN", [AmountOff("ONE", 100, 0), inner]).discount([2000]) == 400


def test_best_of_can_hold_a_kind_that_is_written_later():
    class Fixed(Promotion):
        def discount(self, prices):
            return 77

    assert BestOf("AUTUMN", [Fixed("SEVENS")]).discount([2000]) == 77


@pytest.mark.parametrize(
    ("promotion", "label"),
    [
        (PercentOff, "A: 100 off"),
        (AmountOff, "A: 10 off"),
    ],
)
def test_the_label_has_name_and_discount(promotion, label):
    details = {PercentOff: [10], AmountOff: [10, 0]}
    assert promotion("A", *details[promotion]).label([1000]) == label


def test_best_of_has_its_own_name_in_the_label():
    assert BestOf("AUTUMN", [PercentOff("TEA10", 10)]).label([1000]) == "AUTUMN: 100 off"


def test_a_plain_promotion_takes_nothing_off():
    assert Promotion("NONE").label([1000]) == "NONE: 0 off"


@pytest.mark.parametrize("kind", [PercentOff, AmountOff, BestOf])
def test_each_kind_is_a_promotion_and_takes_over_its_label(kind):
    assert issubclass(kind, Promotion)
    assert kind.label is Promotion.label


def test_the_best_of_several_may_be_anywhere():
    three = [PercentOff("A", 10), PercentOff("B", 20), PercentOff("C", 30)]
    assert BestOf("AUTUMN", three).discount([1000]) == 300
    assert BestOf("AUTUMN", three[::-1]).discount([1000]) == 300


def test_the_prices_stay_as_they_are():
    prices = [1500, 500, 900]
    for promotion in (PercentOff("A", 10), AmountOff("B", 500, 0)):
        BestOf("AUTUMN", [promotion]).label(prices)
        promotion.label(prices)
    assert prices == [1500, 500, 900]
